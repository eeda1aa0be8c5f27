"""Proposing topics for a set of protocols, without anybody's decisions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from protocolkit.alignment.evidence import EvidenceSource, Likeness
from protocolkit.alignment.proposal import Link, Place, Proposal, ProposedTopic
from protocolkit.alignment.scoring import scores
from protocolkit.alignment.topics import Members, group
from protocolkit.alignment.units import Unit, make_units
from protocolkit.model import Protocol
from protocolkit.wording.terms import Thesaurus
from protocolkit.wording.thesaurus_file import general_thesaurus

LEAST_SCORE = 0.5
"""A pair is proposed when a person would sooner link it than not."""


def propose(
    protocols: Sequence[Protocol],
    thesaurus: Thesaurus | None = None,
    sources: Sequence[EvidenceSource] = (),
) -> Proposal:
    """Propose which clauses of protocols answer the same question.

    Every clause and note is in at least one topic. The order of the protocols does not matter;
    ``sources`` are evidence besides our own.
    """
    units = make_units(protocols, thesaurus or general_thesaurus())
    if not units:
        return Proposal(topics=())
    found = scores(units, sources)
    organisations = [unit.organisation for unit in units]
    groups = group(found, organisations, LEAST_SCORE)
    topics = sorted((_topic(members, units, found) for members in groups), key=_order)
    return Proposal(topics=tuple(topics), links=tuple(_links(units, found)))


def _topic(members: Members, units: Sequence[Unit], found: Likeness) -> ProposedTopic:
    inside = found[np.ix_(members, members)]
    central = members[int(np.argmax(inside.sum(axis=0)))]
    linked = inside[inside > 0]
    return ProposedTopic(
        members=tuple(sorted(_place(units[member]) for member in members)),
        central=_place(units[central]),
        score=round(float(linked.mean()), 3) if linked.size else 0.0,
    )


def _order(topic: ProposedTopic) -> tuple[int, tuple[Place, ...]]:
    return (-len({member.organisation for member in topic.members}), topic.members)


def _links(units: Sequence[Unit], found: Likeness) -> list[Link]:
    links = []
    for left, right in combinations(range(len(units)), 2):
        score = float(found[left, right])
        if score >= LEAST_SCORE:
            pair = sorted((_place(units[left]), _place(units[right])))
            links.append(Link(left=pair[0], right=pair[1], score=round(score, 3)))
    return sorted(links, key=lambda link: (-link.score, link.left, link.right))


def _place(unit: Unit) -> Place:
    return Place(unit.organisation, unit.anchor)
