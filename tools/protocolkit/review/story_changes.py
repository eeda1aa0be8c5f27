"""The changes of a returned file that no protocol can be made of: clause by clause, by its words.

Each clause is compared with the paragraphs that stand at it. Paragraphs before the first clause and
behind the last one are the cover and what a program adds; they are no changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.ordering import keeping_place
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind
from protocolkit.document.richtext import plain
from protocolkit.review.placed_story import PlacedStory, shown_words
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.word_story import Tracked
from protocolkit.text.words import tokens

_NUMBER = re.compile(r"\s*((?:[0-9]{1,3}[a-z]?|[a-z]{1,2})[.)])\s*")


def story_changes(placed: PlacedStory) -> Iterator[ReturnedChange]:
    """Yield each clause that changed or went, in the order of the text, then each new paragraph."""
    items = {item.anchor: item for item in items_of(placed.submitted) if item.anchor}
    moved = _moved(placed, [one for one, item in items.items() if item.kind is ItemKind.CLAUSE])
    for anchor, item in items.items():
        lines = placed.lines.get(anchor, ())
        if anchor in placed.joined or anchor in placed.never_in_it:
            continue
        with_it = [items[one] for one, into in placed.joined.items() if into == anchor]
        if with_it:
            old = [line for one in (item, *with_it) for line in _lines(one)]
            kind = ChangeKind.MERGED
        elif not _says(item, lines):
            old = _lines(item)
            kind = ChangeKind.CHANGED if lines else ChangeKind.REMOVED
        elif anchor in moved:
            old, kind = _lines(item), ChangeKind.MOVED
        else:
            continue
        by = placed.tracked.get(anchor, ())
        yield _change(anchor, kind, "\n".join(old), "\n".join(lines), "", by, placed.file)
    yield from _added(placed)


def _moved(placed: PlacedStory, order: Sequence[str]) -> frozenset[str]:
    """Return the clauses that stand elsewhere: those around which most words kept their order."""
    begins: dict[str, int] = {}
    for at, stand in enumerate(placed.found):
        if placed.lines.get(stand.anchor) and shown_words(placed.story.paragraphs[at]):
            begins.setdefault(stand.anchor, at)
    links = [
        (old, begins[anchor], float(sum(map(len, placed.lines[anchor]))))
        for old, anchor in enumerate(order)
        if anchor in begins
    ]
    kept = keeping_place(links)
    return frozenset(order[old] for at, (old, _, _) in enumerate(links) if at not in kept)


def has_another_number(change: ReturnedChange) -> bool:
    """Tell whether a clause has its own words behind another number, or a point another letter."""
    sides = [tuple(map(_numbered, side.split("\n"))) for side in (change.old, change.new)]
    (old, new) = sides
    is_same = len(old) == len(new) and all(a[1] == b[1] for a, b in zip(old, new, strict=True))
    pairs = zip(old, new, strict=False)
    return is_same and any(a[0] != b[0] and a[0] and b[0] for a, b in pairs)


def _numbered(line: str) -> tuple[str, str]:
    """Return the number or letter before a line, "" without one, and its other words."""
    found = _NUMBER.match(line)
    return (found[1], line[found.end() :].strip()) if found else ("", line.strip())


def _added(placed: PlacedStory) -> Iterator[ReturnedChange]:
    """Yield the paragraphs between clauses that stand at none."""
    paragraphs, found = placed.story.paragraphs, placed.found
    places = [at for at, stand in enumerate(found) if stand.anchor]
    near = ""
    for at in range(places[0], places[-1]) if places else ():
        near = found[at].anchor or near
        words = shown_words(paragraphs[at])
        if not found[at].anchor and words and not paragraphs[at].is_contents:
            by = paragraphs[at].tracked
            yield _change("", ChangeKind.ADDED, "", words, near, by, placed.file)


def _change(
    anchor: str,
    kind: ChangeKind,
    old: str,
    new: str,
    near: str,
    by: Sequence[Tracked],
    file: str,
) -> ReturnedChange:
    return ReturnedChange(
        anchor=anchor,
        kind=kind.value,
        old=old,
        new=new,
        near=near,
        author=by[0].author if by else "",
        others=tuple(one.author for one in by[1:]) if anchor else (),
        date=by[0].date if by else "",
        tracked=bool(by),
        file=file,
    ).without_number


def _lines(item: Item) -> list[str]:
    return [f"{unit.marker} {plain(unit.text)}".strip() for unit in item.units]


def _says(item: Item, lines: Iterable[str]) -> bool:
    """Tell whether lines are the words of an item; a program may keep its markers elsewhere."""
    said = tokens("\n".join(lines))
    bare = "\n".join(plain(unit.text) for unit in item.units)
    return said in (tokens("\n".join(_lines(item))), tokens(bare))
