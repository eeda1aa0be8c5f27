"""Where the units of a version refer to places of the same version: in words, and by links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from protocolkit.changes.spelling import MARK, spelled
from protocolkit.changes.units import Item, ItemKind, Unit
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import Emphasis, Link, RichText
from protocolkit.references.enumerations import COUNTED, POINTED, enumerations_in
from protocolkit.references.resolve import Reference, resolve_references

Places = dict[tuple[str, int], Unit]
"""The units of clauses and notes, by the anchor of these and their number in it."""
LinkEnd = tuple[int, int, str]
"""Where a reference stands in a spelled text, and the anchor that it leads to."""
LinkEnds = defaultdict[int, list[LinkEnd]]


def references_of(protocol: Protocol, items: Sequence[Item]) -> LinkEnds:
    """Return where each unit refers to something in the protocol, by the order of the unit.

    What names points of a place is left out: its number says only half of where it leads. So is a
    number at the end of a list that may count what follows, and what names several things at once:
    that is read as a whole.
    """
    found: LinkEnds = defaultdict(list)
    texts = places_of(items)
    points = {unit.point for item in items for unit in item.units}
    for item in items:
        for unit in item.units:
            links = [
                link
                for link in _links(unit.text, 0)
                if link[2] in points or not _names_points(unit.spelled, *link[:2])
            ]
            found[unit.order] += _outside(unit.spelled, links, are_links=True)
    for place, references in groupby(resolve_references(protocol), lambda r: (r.anchor, r.block)):
        if place in texts:
            text = texts[place].spelled
            ends = [*_ends(text, references, points)]
            found[texts[place].order] += _outside(text, ends, are_links=False)
    return found


def _ends(text: str, references: Iterable[Reference], points: Container[str]) -> Iterator[LinkEnd]:
    """Yield where references in words stand in the spelled text, and what they lead to."""
    for reference in references:
        span = _in_spelled(text, reference.start), _in_spelled(text, reference.end)
        may_count = reference.text[:1].isdigit() and COUNTED.match(text, span[1])
        is_whole = reference.target in points or not _names_points(text, *span)
        if reference.target and is_whole and not may_count:
            yield (*span, reference.target)


def _outside(text: str, ends: Sequence[LinkEnd], *, are_links: bool) -> list[LinkEnd]:
    """Return what stands outside each place of the text that names several things at once."""
    lists = [*enumerations_in(text, are_links=are_links)] if ends else []
    return [one for one in ends if not any(one[0] < end and begin < one[1] for begin, end in lists)]


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
    found = POINTED.search(text, begin)
    return found is not None and found.start() <= end
