"""Questions of a draft on which another clause says something already, open and chosen ones.

One clause of a board may answer several questions. Where it came along on the one, what is open on
another is answered in part: who chooses something else there has two answers beside each other, and
they stay so until somebody takes one out or accepts both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.comparison.concordance import Concordance
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Clause, Kind, Protocol
from protocolkit.document.outline import addressable, clause_text, clauses, labels
from protocolkit.document.place import Place
from protocolkit.drafting.new.essentials import said_in
from protocolkit.text.shortening import folded

CHOICE_ANSWERED = warning(
    "choice-answered",
    "A clause of a draft says something on a choice that is open",
    "{other} says something on this already, in the words of '{source}'.",
    "Choose that one here too, or see that both can stand beside each other.",
)
ANSWERED_TWICE = warning(
    "answered-twice",
    "Two clauses of a draft answer one question, each in the words of another board",
    "{other} answers the same question in the words of another board: {question} "
    "Here: ‘{words}’ There: ‘{theirs}’",
    "Can both stand beside each other? Accept it, with the reason. If not, take one of them out.",
)
_SHOWN = 240
_ONCE = frozenset({"doel", "reikwijdte"})
_APART = (Kind.GUIDANCE, Kind.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An open choice, the clause that says something on it, and from where that came."""

    open: Clause
    by: str
    source: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredTwice:
    """A question, the clause chosen on it, and one of another board that answers it too."""

    question: str
    chosen: Clause
    other: Clause


def answered(protocol: Protocol, concordance: Concordance | None) -> Iterator[Answered]:
    """Yield each open choice of a draft with each clause that answers the same question."""
    if concordance is None or not protocol.facts.provenance or is_adopted(protocol):
        return
    own = {clause.anchor: clause for clause in clauses(protocol)}
    there = {item.anchor for item in addressable(protocol)}
    entries = [entry for entry in protocol.facts.provenance if entry.anchor in there]
    taken = {e.source: e.anchor for e in reversed(entries) if e.source.organisation}
    topics = topic_places(concordance)
    for entry in entries:
        if entry.choice or not entry.topic or entry.anchor not in own:
            continue
        for place in topics.get(entry.topic, ()):
            if place in taken:
                yield Answered(open=own[entry.anchor], by=taken[place], source=place)


def answered_twice(
    protocol: Protocol,
    concordance: Concordance | None,
    told: Iterable[frozenset[str]] = (),
) -> Iterator[AnsweredTwice]:
    """Yield each chosen clause with those of other boards that answer its question too.

    Of what somebody took along on one question knowingly, of both boards, one pair is told, and
    none where something worse is told of a pair on that question; so nothing that was taken twice
    goes unread. All pairs are told that each say what the protocol is for or for whom it is.
    Guidance is told of nothing. ``told`` are pairs of anchors of which something worse is told.
    """
    if concordance is None or not protocol.facts.provenance or is_adopted(protocol):
        return
    own = {c.anchor: c for c in clauses(protocol) if c.kind not in _APART}
    entries = [entry for entry in protocol.facts.provenance if entry.anchor in own]
    taken = {e.source: e.anchor for e in reversed(entries) if e.source.organisation}
    known = {(entry.anchor, entry.topic) for entry in entries}
    topics = topic_places(concordance)
    titles = {one.id: one.title for one in concordance.topics}
    passed = set(told)
    read = {topic for topic, answers in _taken_by_topic(topics, taken) if _has(passed, answers)}
    for entry in entries:
        for place in topics.get(entry.topic, ()) if entry.choice else ():
            by, is_other = taken.get(place, ""), place.organisation != entry.source.organisation
            pair = frozenset((entry.anchor, by))
            if not by or not is_other or len(pair) == 1 or pair in passed:
                continue
            if (by, entry.topic) in known and not _say_one_thing(own[entry.anchor], own[by]):
                if entry.topic in read:
                    continue
                read.add(entry.topic)
            passed.add(pair)
            yield AnsweredTwice(
                question=titles[entry.topic], chosen=own[entry.anchor], other=own[by]
            )


def _taken_by_topic(
    topics: Mapping[str, tuple[Place, ...]], taken: Mapping[Place, str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each question with the anchors of the clauses of a draft that answer it."""
    for topic, places in topics.items():
        yield topic, frozenset(taken[place] for place in places if place in taken)


def _has(pairs: Iterable[frozenset[str]], anchors: frozenset[str]) -> bool:
    """Tell whether one of some pairs lies within some anchors."""
    return any(pair <= anchors for pair in pairs)


def _say_one_thing(left: Clause, right: Clause) -> bool:
    """Tell whether both say what a protocol is for, or for whom: it has one purpose and scope."""
    ours, theirs = (_ONCE.intersection(said_in(clause_text(one))) for one in (left, right))
    return not ours.isdisjoint(theirs)


def topic_places(concordance: Concordance) -> Mapping[str, tuple[Place, ...]]:
    """Return where each question is answered, by the name of its topic."""
    return {one.id: tuple(a.place for a in one.answers) for one in concordance.topics}


def check_answered(
    protocol: Protocol, concordance: Concordance | None, told: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """Yield each choice, open or made, on which another clause says something too.

    Of two clauses of which something else is ``told`` that is enough.
    """
    if not protocol.facts.provenance:
        return
    named = labels(protocol)
    for found in answered(protocol, concordance):
        values = {"other": named[found.by], "source": str(found.source)}
        yield problem(CHOICE_ANSWERED, found.open.location, found.open.anchor, **values)
    anchors = {label: anchor for anchor, label in named.items()}
    others = ((one.anchor, dict(one.values).get("other", "")) for one in told)
    pairs = [frozenset((anchor, anchors.get(other, ""))) for anchor, other in others]
    for twice in answered_twice(protocol, concordance, pairs):
        yield problem(
            ANSWERED_TWICE,
            twice.chosen.location,
            twice.chosen.anchor,
            other=named[twice.other.anchor],
            question=twice.question,
            words=folded(clause_text(twice.chosen), _SHOWN),
            theirs=folded(clause_text(twice.other), _SHOWN),
        )
