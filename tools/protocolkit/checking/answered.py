"""Open choices of a draft on which a clause of it says something already.

One clause of a board may answer several questions. Where it came along on the one, what is open on
another is answered in part: who chooses something else there has two answers beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protocolkit.base.problems import Problem, problem, warning
from protocolkit.comparison.concordance import Concordance
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Clause, Protocol
from protocolkit.document.outline import addressable, clauses, labels
from protocolkit.document.place import Place

CHOICE_ANSWERED = warning(
    "choice-answered",
    "A clause of a draft says something on a choice that is open",
    "{other} says something on this already, in the words of '{source}'.",
    "Choose that one here too, or see that both can stand beside each other.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An open choice, the clause that says something on it, and from where that came."""

    open: Clause
    by: str
    source: Place


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


def topic_places(concordance: Concordance) -> Mapping[str, tuple[Place, ...]]:
    """Return where each question is answered, by the name of its topic."""
    return {one.id: tuple(a.place for a in one.answers) for one in concordance.topics}


def check_answered(protocol: Protocol, concordance: Concordance | None) -> Iterator[Problem]:
    """Yield each open choice on which another clause says something already."""
    found_ones = tuple(answered(protocol, concordance))
    named = labels(protocol) if found_ones else {}
    for found in found_ones:
        values = {"other": named[found.by], "source": str(found.source)}
        yield problem(CHOICE_ANSWERED, found.open.location, found.open.anchor, **values)
