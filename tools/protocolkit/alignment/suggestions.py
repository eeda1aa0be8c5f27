"""From a proposal to what a person has not yet decided: additions to topics, and new topics.

Decisions win. What stands together already is not proposed again, and nothing is proposed that
would put a rejected pair together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from protocolkit.alignment.proposal import Link, LinkReason, Proposal, ProposedTopic
from protocolkit.alignment.topic_decisions import pairs_together, rejected_pairs
from protocolkit.comparison.concordance import Concordance, Topic
from protocolkit.document.place import Place

LEAST_MEAN = 0.4
"""How well a clause must fit the members of a topic, on average, to be proposed for it.

A link has a score of 0.35 or more, so at 0.4 most members must link to the clause, or half of them
plainly; one look-alike in a topic of six is not enough. Such a pair becomes a topic of its own.
"""

MOST_LINKS = 500_000
"""More pairs than these are not kept; a machine of ordinary size holds them in a second."""

_ID = "voorstel-{digest}"
_DIGEST = 8

Pair = frozenset[Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A clause that seems to answer an existing topic.

    ``score`` is the mean of its links with the topic's members of other organisations;
    ``nearest`` is the member that it is most like, and the reasons are those for that pair.
    """

    topic: Topic
    place: Place
    score: float
    nearest: Place
    reasons: tuple[LinkReason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTopic:
    """Clauses that seem to answer a question which is no topic yet.

    ``id`` follows from the members; ``central`` is the one most like the others; ``score`` is the
    mean of its links, the reasons are those of the strongest.
    """

    id: str
    members: tuple[Place, ...]
    central: Place
    score: float
    reasons: tuple[LinkReason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What is new since the last decision; additions in the order of the topics."""

    additions: tuple[Addition, ...] = ()
    new_topics: tuple[NewTopic, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.additions or self.new_topics)


def suggest(proposal: Proposal, concordance: Concordance) -> Suggestions:
    """Return what a proposal adds to the topics of a subject.

    Every link that is neither together in a topic nor rejected ends up in an addition or a new
    topic, so once they are written, the same proposal adds nothing.
    """
    work = _Work(proposal, concordance)
    additions = work.additions()
    new_topics = work.new_topics()
    order = {topic.id: number for number, topic in enumerate(concordance.topics)}
    return Suggestions(
        additions=tuple(sorted(additions, key=lambda a: (order[a.topic.id], -a.score, a.place))),
        new_topics=tuple(new_topics),
    )


def topic_id(members: Iterable[Place], taken: Iterable[str]) -> str:
    """Return an id for a topic of these members that no other topic has."""
    named = "\n".join(str(place) for place in sorted(members))
    digest = hashlib.sha256(named.encode()).hexdigest()
    known = set(taken)
    for length in range(_DIGEST, len(digest)):
        found = _ID.format(digest=digest[:length])
        if found not in known:
            return found
    return _ID.format(digest=digest)


def question_of(topic: Topic, place: Place, links: Mapping[Pair, Link]) -> Addition:
    """Return a written proposal again as an addition, with what is known of its score now."""
    members = _decided_members(topic) or {answer.place for answer in topic.answers}
    return _addition(topic, place, members - {place}, links)


def links_by_pair(proposal: Proposal) -> dict[Pair, Link]:
    """Return the links of a proposal by their clauses.

    A proposal for many boards has topics only: every two members of one are then linked, or
    each with the central one, where that would be more than :data:`MOST_LINKS`.
    """
    links = proposal.links or tuple(_links_of_topics(proposal.topics))
    return {frozenset((link.left, link.right)): link for link in links}


def _links_of_topics(topics: Sequence[ProposedTopic]) -> Iterator[Link]:
    is_small = sum(len(topic.members) ** 2 for topic in topics) <= 2 * MOST_LINKS
    for topic in topics:
        pairs = combinations(topic.members, 2) if is_small else _with_central(topic)
        for left, right in map(sorted, pairs):
            if left.organisation != right.organisation:
                yield Link(left=left, right=right, score=topic.score)


def _with_central(topic: ProposedTopic) -> Iterator[tuple[Place, Place]]:
    return ((topic.central, member) for member in topic.members)


class _Work:
    """The links that still need a place, while places are found for them."""

    def __init__(self, proposal: Proposal, concordance: Concordance) -> None:
        self._proposal = proposal
        self._topics = concordance.topics
        self._links = links_by_pair(proposal)
        self._rejected = rejected_pairs(concordance)
        together = pairs_together(concordance) | self._rejected
        self._open = {pair: link for pair, link in self._links.items() if pair not in together}
        self._taken = {topic.id for topic in concordance.topics}

    def additions(self) -> list[Addition]:
        """Return additions, the best fit first; each gives at least one open link its place."""
        inside = {t.id: {answer.place for answer in t.answers} for t in self._topics}
        found: list[Addition] = []
        ordered = sorted(self._candidates(), key=lambda a: (-a.score, a.topic.id, a.place))
        for addition in ordered:
            members = inside[addition.topic.id]
            covered = [pair for pair in _pairs(addition.place, members) if pair in self._open]
            if not covered or not self._fits(addition.place, members):
                continue
            for pair in covered:
                del self._open[pair]
            members.add(addition.place)
            found.append(addition)
        return found

    def new_topics(self) -> list[NewTopic]:
        """Return topics for the links that are still open, the strongest first."""
        found = []
        while self._open:
            first = min(self._open.values(), key=lambda link: (-link.score, link.left, link.right))
            members = self._grown(first)
            for pair in [pair for pair in self._open if pair <= members]:
                del self._open[pair]
            found.append(self._new_topic(members))
        return found

    def _candidates(self) -> list[Addition]:
        near = self._neighbours
        found = []
        for topic in self._topics:
            members = _decided_members(topic) or {answer.place for answer in topic.answers}
            barred = members | {answer.place for answer in (*topic.rejected, *topic.answers)}
            linked = {place for member in members for place in near.get(member, ())}
            for place in sorted(linked - barred):
                addition = _addition(topic, place, members, self._links)
                if addition.score >= LEAST_MEAN:
                    found.append(addition)
        return found

    @cached_property
    def _neighbours(self) -> dict[Place, set[Place]]:
        """Return, for each clause, those that an open link leads to."""
        found: dict[Place, set[Place]] = {}
        for link in self._open.values():
            found.setdefault(link.left, set()).add(link.right)
            found.setdefault(link.right, set()).add(link.left)
        return found

    def _grown(self, first: Link) -> set[Place]:
        """Return a link's clauses with others that an open link binds to them.

        Every two of different organisations are linked, or stand in one proposed topic.
        """
        members = {first.left, first.right}
        home = next((t.members for t in self._proposal.topics if members <= set(t.members)), ())
        near = {place for member in members for place in self._neighbours.get(member, ())}
        for place in home or sorted(near):
            bound = any(pair in self._open for pair in _pairs(place, members))
            if place in members or not bound or not self._fits(place, members):
                continue
            others = [m for m in members if m.organisation != place.organisation]
            if place in home or all(pair in self._links for pair in _pairs(place, others)):
                members.add(place)
        return members

    def _new_topic(self, members: set[Place]) -> NewTopic:
        links = [link for pair, link in self._links.items() if pair <= members]
        strength = {
            place: sum(link.score for link in links if place in (link.left, link.right))
            for place in sorted(members)
        }
        best = min(links, key=lambda link: (-link.score, link.left, link.right))
        name = topic_id(members, self._taken)
        self._taken.add(name)
        return NewTopic(
            id=name,
            members=tuple(sorted(members)),
            central=min(strength, key=lambda place: (-round(strength[place], 3), place)),
            score=round(sum(link.score for link in links) / len(links), 3),
            reasons=best.reasons,
        )

    def _fits(self, place: Place, members: Iterable[Place]) -> bool:
        return not any(pair in self._rejected for pair in _pairs(place, members))


def _addition(
    topic: Topic, place: Place, members: set[Place], links: Mapping[Pair, Link]
) -> Addition:
    others = sorted(m for m in members if m.organisation != place.organisation) or sorted(members)
    found = [links.get(frozenset((place, other))) for other in others]
    scores = [link.score if link else 0.0 for link in found]
    # A topic that holds nothing else leaves the clause beside itself.
    at = scores.index(max(scores)) if scores else -1
    best = found[at] if scores else None
    return Addition(
        topic=topic,
        place=place,
        score=round(sum(scores) / len(scores), 3) if scores else 0.0,
        nearest=others[at] if scores else place,
        reasons=best.reasons if best else (),
    )


def _decided_members(topic: Topic) -> set[Place]:
    return {answer.place for answer in topic.answers if answer.standing.is_decided}


def _pairs(place: Place, members: Iterable[Place]) -> Sequence[Pair]:
    return [frozenset((place, member)) for member in members if member != place]
