"""Where the units of a version refer to places of the same version: in words, and by links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from protocolkit.changes.spelling import MARK, spelled
from protocolkit.changes.units import Item, ItemKind, Unit
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import Emphasis, Link, RichText
from protocolkit.references.enumerations import COUNTED
from protocolkit.references.resolve import resolve_references
from protocolkit.text.late_patterns import late

_POINTED = late(
    r"[\s,]*\b(?:aanhef\s+en\s+)?(?:onder|sub|onderdeel|onderdelen|punten|punt|letter|lid)"
    r"\s+(?:[a-z]|\d+°)(?!\w)|[\s,]*\b(?:onder|sub|punt)\s+\d"
)

Places = dict[tuple[str, int], Unit]
"""The units of clauses and notes, by the anchor of these and their number in it."""
LinkEnd = tuple[int, int, str]
"""Where a reference stands in a spelled text, and the anchor that it leads to."""
LinkEnds = defaultdict[int, list[LinkEnd]]


def references_of(protocol: Protocol, items: Sequence[Item]) -> LinkEnds:
    """Return where each unit refers to something in the protocol, by the order of the unit.

    What names points of a place is left out: its number says only half of where it leads. So is a
    number at the end of a list that may count what follows.
    """
    found: LinkEnds = defaultdict(list)
    texts = places_of(items)
    points = {unit.point for item in items for unit in item.units}
    for item in items:
        for unit in item.units:
            found[unit.order] += [
                link
                for link in _links(unit.text, 0)
                if link[2] in points or not _names_points(unit.spelled, *link[:2])
            ]
    for reference in resolve_references(protocol):
        place = reference.anchor, reference.block
        if reference.target and place in texts:
            text = texts[place].spelled
            span = _in_spelled(text, reference.start), _in_spelled(text, reference.end)
            if reference.text[:1].isdigit() and COUNTED.match(text, span[1]):
                continue
            if reference.target in points or not _names_points(text, *span):
                found[texts[place].order].append((*span, reference.target))
    return found


def places_of(items: Iterable[Item]) -> dict[tuple[str, int], Unit]:
    """Return each unit of clauses and notes by the anchor of these and its number in it."""
    found: dict[tuple[str, int], Unit] = {}
    for item in items:
        own = [unit for unit in item.units if not unit.is_empty_lead]
        found |= {(item.anchor, at): unit for at, unit in enumerate(own) if _is_body(item)}
    return found


def _is_body(item: Item) -> bool:
    return item.kind in (ItemKind.CLAUSE, ItemKind.NOTE)


def _links(rich: RichText, at: int) -> Iterator[LinkEnd]:
    """Yield the links that lead to a place in the same document."""
    for inline in rich:
        length = len(spelled((inline,)))
        if isinstance(inline, Link) and inline.target.startswith("#"):
            yield at, at + length, inline.target[1:]
        elif isinstance(inline, Emphasis):
            yield from _links(inline.content, at)
        at += length


def _in_spelled(text: str, place: int) -> int:
    """Turn a place in the words into one in the text that has signs for marks too."""
    at = 0
    for sign in text:
        if place == 0:
            break
        at += 1
        place -= sign != MARK
    return at


def _names_points(text: str, begin: int, end: int) -> bool:
    """Tell whether a reference names points, in it or right behind it: ', onder a'."""
    found = _POINTED.search(text, begin)
    return found is not None and found.start() <= end
