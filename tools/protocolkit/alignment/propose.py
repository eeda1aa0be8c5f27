"""Proposing topics for a set of protocols, without anybody's decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from protocolkit.alignment.clause_vectors import (
    Vectors,
    make_profile,
    make_spaces,
    texts_of,
    texts_of_protocols,
)
from protocolkit.alignment.compared_clauses import Unit, make_units
from protocolkit.alignment.likenesses import EvidenceSource, Likeness
from protocolkit.alignment.many import (
    PILOT_BOARDS,
    Pilot,
    Progress,
    make_pilot,
    propose_many,
)
from protocolkit.alignment.proposal import Link, Nearest, Proposal, ProposedTopic
from protocolkit.alignment.reasons import Reasons
from protocolkit.alignment.scoring import score
from protocolkit.alignment.topics import Members, group
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.wording.terms import Thesaurus
from protocolkit.wording.thesaurus_file import general_thesaurus

ReadTexts = Callable[[Sequence[str]], Vectors]
"""What asks a sentence model for the vector of each text."""

LEAST_SCORE = 0.35
"""From this chance on a pair is proposed.

A wrong proposal costs a look, a missed one a search: where a missed pair counts as much as a wrong
one, the best threshold is half of what the best share of right ones is.
"""

NEAREST_SHOWN = 5
"""How many clauses of each other board are shown beside a clause."""


def propose(
    protocols: Sequence[Protocol],
    thesaurus: Thesaurus | None = None,
    sources: Sequence[EvidenceSource] = (),
    progress: Progress | None = None,
    read: ReadTexts | None = None,
    *,
    with_nearest: bool = False,
) -> Proposal:
    """Propose which clauses of protocols answer the same question.

    Every clause and note is in at least one topic. The order of the protocols does not matter;
    no two may have the same slug. ``sources`` are evidence besides our own, and ``read`` asks a
    sentence model for the vectors of texts. ``sources`` are for sets that are compared fully, and
    so is ``with_nearest``: for each clause the best few of every other board, proposed or not.
    """
    known = thesaurus or general_thesaurus()
    if len(protocols) > PILOT_BOARDS:
        vectors = read(texts_of_protocols(protocols)) if read else None
        many = propose_many(protocols, known, LEAST_SCORE, progress, vectors)
        return Proposal(topics=tuple(sorted(many.topics, key=order_of)))
    units = make_units(protocols, known)
    if not units:
        return Proposal(topics=())
    spaces = make_spaces(units)
    profile = make_profile(units, spaces, read(texts_of(units)) if read else None)
    scored = score(profile, profile, sources=sources)
    groups = group(scored.scores, profile.organisations, LEAST_SCORE, scored.sentences)
    topics = sorted((_topic(members, units, scored.scores) for members in groups), key=order_of)
    reasons = Reasons(profile, spaces, scored.likenesses)
    return Proposal(
        topics=tuple(topics),
        links=tuple(_links(units, scored.scores, reasons)),
        nearest=tuple(_nearest(units, scored.chances, reasons)) if with_nearest else (),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotedProposal:
    """A proposal with its pilots; ``rows`` are the topics of the pilots, row after row."""

    proposal: Proposal
    pilots: tuple[Pilot, ...]
    rows: tuple[ProposedTopic, ...]


def propose_piloted(
    protocols: Sequence[Protocol],
    progress: Progress | None = None,
    read: ReadTexts | None = None,
) -> PilotedProposal:
    """Propose as :func:`propose` does, and give what a later protocol is compared with."""
    known = general_thesaurus()
    vectors = read(texts_of_protocols(protocols)) if read else None
    if len(protocols) > PILOT_BOARDS:
        many = propose_many(protocols, known, LEAST_SCORE, progress, vectors)
        found = Proposal(topics=tuple(sorted(many.topics, key=order_of)))
        rows = many.topics[: sum(len(pilot.topics) for pilot in many.pilots)]
        return PilotedProposal(proposal=found, pilots=many.pilots, rows=rows)
    found = propose(protocols, read=read)
    pilot = make_pilot(protocols, known, LEAST_SCORE, vectors)
    by_members = {topic.members: topic for topic in found.topics}
    units = pilot.profile.units
    members = (tuple(sorted(units[at].place for at in np.flatnonzero(row))) for row in pilot.topics)
    rows = tuple(by_members[places] for places in members)
    return PilotedProposal(proposal=found, pilots=(pilot,), rows=rows)


def _topic(members: Members, units: Sequence[Unit], found: Likeness) -> ProposedTopic:
    inside = found[np.ix_(members, members)]
    central = members[int(np.argmax(inside.sum(axis=0)))]
    linked = inside[inside > 0]
    return ProposedTopic(
        members=tuple(sorted(units[member].place for member in members)),
        central=units[central].place,
        score=round(float(linked.mean()), 3) if linked.size else 0.0,
    )


def order_of(topic: ProposedTopic) -> tuple[int, tuple[Place, ...]]:
    """Return by what topics are ordered: those with most boards first."""
    return (-len({member.organisation for member in topic.members}), topic.members)


def _links(units: Sequence[Unit], found: Likeness, reasons: Reasons) -> list[Link]:
    links = []
    for one, other in zip(*np.nonzero(np.triu(found >= LEAST_SCORE, 1)), strict=True):
        links.append(_link(units, int(one), int(other), found, reasons))
    return sorted(links, key=lambda link: (-link.score, link.left, link.right))


def _link(units: Sequence[Unit], one: int, other: int, found: Likeness, reasons: Reasons) -> Link:
    # Units are in the order of their slug, so a pair across boards is in order as well.
    left, right = sorted((one, other))
    return Link(
        left=units[left].place,
        right=units[right].place,
        score=round(float(found[left, right]), 3),
        reasons=reasons.of(left, right),
    )


def _nearest(units: Sequence[Unit], chances: Likeness, reasons: Reasons) -> Iterator[Nearest]:
    boards = np.array([unit.place.organisation for unit in units])
    for number, unit in enumerate(units):
        for board in dict.fromkeys(boards):
            if board == unit.place.organisation:
                continue
            others = np.flatnonzero(boards == board)
            # Equal chances in the order of the document.
            best = others[np.argsort(-chances[number, others], kind="stable")][:NEAREST_SHOWN]
            links = (_link(units, number, int(other), chances, reasons) for other in best)
            yield Nearest(place=unit.place, organisation=str(board), links=tuple(links))
