"""The questions of a draft on which it says something elsewhere too, as they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.messages import mark
from protocolkit.checking.answered import answered, answered_twice
from protocolkit.checking.together import clashing_pairs, drafted_clashes
from protocolkit.commands.output import indented, lines_of, speak
from protocolkit.comparison.concordance import Concordance
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels

TWICE = mark("{left} and {right} both answer ‘{question}’, each in the words of another board.")


def answered_lines(protocol: Protocol, concordance: Concordance | None) -> Iterator[str]:
    """Yield which open choices another clause answers, at least in part, and what is told twice."""
    named = labels(protocol)
    places: dict[str, list[str]] = {}
    for found in answered(protocol, concordance):
        other = places.setdefault(named[found.open.anchor], [])
        other += [named[found.by]] if named[found.by] not in other else []
    if places:
        text = speak("Still to be chosen, while another clause says something on it already:")
        yield from lines_of(text)
    for label, others in places.items():
        text = speak("{place}: see {others}").format(place=label, others=", ".join(others))
        yield from indented("  -", text)
    twice = [line for _, _, line in twice_lines(protocol, concordance)]
    if twice:
        yield from lines_of(speak("Look whether both can stand beside each other:"))
    for line in twice:
        yield from indented("  -", line)


def twice_lines(
    protocol: Protocol, concordance: Concordance | None
) -> tuple[tuple[str, str, str], ...]:
    """Return which two clauses answer one question: their anchors in the order of the text.

    And a sentence that says so. Of those that do not go together that is told instead.
    """
    if is_adopted(protocol) or concordance is None:
        return ()
    named = labels(protocol)
    order = list(named)
    found = []
    for one in answered_twice(protocol, concordance, clashing_pairs(drafted_clashes(protocol))):
        left, right = sorted((one.chosen.anchor, one.other.anchor), key=order.index)
        text = speak(TWICE).format(left=named[left], right=named[right], question=one.question)
        found.append((left, right, text))
    return tuple(found)
