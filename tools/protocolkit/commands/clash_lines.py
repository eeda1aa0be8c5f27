"""The clauses of a draft that do not go together, as they are shown: with both texts."""

from __future__ import annotations

from collections.abc import Container, Iterator

from protocolkit.base.messages import mark
from protocolkit.checking.together import drafted_clashes, told_difference
from protocolkit.commands.output import indented, lines_of, speak
from protocolkit.document.adopted import is_adopted
from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels
from protocolkit.relations.among import Clash

TOGETHER = {
    Clash.SAME: mark("{left} and {right} are the same."),
    Clash.ALIKE: mark("{left} and {right} say nearly the same:"),
    Clash.CONTRARY: mark("{left} and {right} contradict each other:"),
    Clash.PERHAPS: mark("{left} and {right} may contradict each other:"),
    Clash.DEFINED: mark("{left} and {right} each say what ‘{term}’ means:"),
}


def clash_keys(protocol: Protocol) -> frozenset[tuple[str, str, Clash]]:
    """Return by which anchors, and how, clauses of a draft do not go together."""
    found = () if is_adopted(protocol) else drafted_clashes(protocol)
    return frozenset((one.left.name, one.right.name, one.clash) for one in found)


def clash_lines(protocol: Protocol, known: Container[tuple[str, str, Clash]] = ()) -> Iterator[str]:
    """Yield which clauses are the same, nearly the same or contrary; of an adopted text none.

    Those that are ``known`` are not told again.
    """
    named = labels(protocol)
    for found in () if is_adopted(protocol) else drafted_clashes(protocol):
        if (found.left.name, found.right.name, found.clash) in known:
            continue
        left, right = named[found.left.name], named[found.right.name]
        head = speak(TOGETHER[found.clash]).format(left=left, right=right, term=found.word)
        yield from lines_of(head)
        if found.clash in (Clash.CONTRARY, Clash.PERHAPS):
            yield from indented(" ", told_difference(found, (left, right)))
        if found.clash is not Clash.SAME:
            for label, side in ((left, found.left.side), (right, found.right.side)):
                yield from indented("   ", f"{label} ‘{side.text}’")
