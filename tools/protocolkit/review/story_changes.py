"""The changes of a returned file that no protocol can be made of: clause by clause, by its words.

Each clause is compared with the paragraphs that stand at it. What stands before the first clause is
told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind, UnitKind
from protocolkit.document.richtext import plain
from protocolkit.review.moved_places import moved_clauses
from protocolkit.review.placed_story import PlacedStory, shown_words
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.row_words import have_shifted
from protocolkit.review.word_story import Tracked
from protocolkit.text.words import tokens

_NUMBER = re.compile(r"\s*((?:[0-9]{1,3}[a-z]?|[a-z]{1,2})[.)])\s*")

_HEADING = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?\s+(\S.*)")


def story_changes(placed: PlacedStory) -> Iterator[ReturnedChange]:
    """Yield each clause that changed or went, in the order of the text, then each new paragraph."""
    items = {item.anchor: item for item in items_of(placed.submitted) if item.anchor}
    clauses = [one for one, item in items.items() if item.kind is ItemKind.CLAUSE]
    moved = moved_clauses(placed)
    counted = _counted_on(placed, {one: items[one] for one in clauses}, moved)
    # When two change places the other one is told too; when many count on, none is.
    counted = counted if len(counted - moved) > 1 else counted & moved
    for anchor, item in items.items():
        lines = placed.lines.get(anchor, ())
        if anchor in placed.joined or anchor in placed.never_in_it:
            continue
        parts = {anchor, *(one for one, into in placed.joined.items() if into == anchor)}
        if len(parts) > 1:
            old = [line for one in items if one in parts for line in item_lines(items[one])]
            kind = ChangeKind.MERGED
        elif anchor not in counted and not _says(placed, item, lines):
            old = item_lines(item)
            kind = ChangeKind.CHANGED if lines else ChangeKind.REMOVED
        elif anchor in moved:
            old, kind = item_lines(item), ChangeKind.MOVED
        else:
            continue
        by = placed.tracked.get(anchor, ())
        made = _change(anchor, kind, "\n".join(old), "\n".join(lines), "", by, placed.file)
        signs = "\n".join(placed.signed.get(anchor, ()))
        is_certain = not placed.is_copied or _is_certain(placed, item, lines)
        yield replace(made, signed=signs, is_certain=is_certain).as_told
    yield from _added(placed)


def _is_certain(placed: PlacedStory, item: Item, lines: Sequence[str]) -> bool:
    """Tell whether the lines of a copied table are surely its cells, one by one."""
    if not any(unit.kind is UnitKind.CELL for unit in item.units):
        return True
    held = zip(placed.story.paragraphs, placed.found, strict=True)
    is_row = any(one.is_row and stand.anchor == item.anchor for one, stand in held)
    old, new = ([*map(tokens, side)] for side in (item_lines(item), lines))
    return not is_row and not have_shifted(old, new)


def _counted_on(placed: PlacedStory, items: Mapping[str, Item], moved: Set[str]) -> frozenset[str]:
    """Return the clauses of which the number alone is another one, since others moved.

    Each place has its number then, whichever clause stands there now.
    """
    if not moved:
        return frozenset()
    numbers = {
        anchor: _two_numbers(items[anchor], lines)
        for anchor, lines in placed.lines.items()
        if anchor in items and lines
    }
    other = {anchor: pair for anchor, pair in numbers.items() if pair[0] != pair[1] and all(pair)}
    now = dict.fromkeys(stand.anchor for stand in placed.found if stand.anchor in other)
    before = [other[anchor][0] for anchor in items if anchor in other]
    return frozenset(other) if before == [other[anchor][1] for anchor in now] else frozenset()


def _two_numbers(item: Item, lines: Sequence[str]) -> tuple[str, str]:
    """Return the number of a clause, and the one that it has now; "" where words changed too."""
    (old, said), (new, says) = _numbered(item_lines(item)[0]), _numbered(lines[0])
    rest = tokens("\n".join(item_lines(item)[1:])) == tokens("\n".join(lines[1:]))
    return (old, new) if rest and tokens(said) == tokens(says) else ("", "")


def has_another_number(change: ReturnedChange) -> bool:
    """Tell whether a clause has its own words behind another number, or a point another letter."""
    sides = [tuple(map(_numbered, side.split("\n"))) for side in (change.old, change.new)]
    (old, new) = sides
    is_same = len(old) == len(new) and all(a[1] == b[1] for a, b in zip(old, new, strict=True))
    pairs = zip(old, new, strict=False)
    return is_same and any(a[0] != b[0] and a[0] and b[0] for a, b in pairs)


def has_other_heading_number(change: ReturnedChange) -> bool:
    """Tell whether a heading has its own words behind another number."""
    old, new = (_HEADING.fullmatch(side.strip()) for side in (change.old, change.new))
    return bool(old and new and old[2] == new[2] and old[1] != new[1])


def _numbered(line: str) -> tuple[str, str]:
    """Return the number or letter before a line, "" without one, and its other words."""
    found = _NUMBER.match(line)
    return (found[1], line[found.end() :].strip()) if found else ("", line.strip())


def _added(placed: PlacedStory) -> Iterator[ReturnedChange]:
    """Yield the paragraphs from the first clause on that stand at none."""
    paragraphs, found = placed.story.paragraphs, placed.found
    begin = next((at for at, stand in enumerate(found) if stand.anchor), len(found))
    near = behind = ""
    for at in range(begin, len(found)):
        behind = "" if found[at].anchor else behind
        near = found[at].anchor or near
        words = shown_words(paragraphs[at])
        if not found[at].anchor and words and not paragraphs[at].is_contents:
            by = paragraphs[at].tracked
            made = _change("", ChangeKind.ADDED, "", words, near, by, placed.file)
            caller = paragraphs[at].called_in
            on = found[caller].anchor if caller is not None else ""
            yield replace(made, behind=behind, note_on=on)
            behind = words


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
    ).as_told


def item_lines(item: Item) -> list[str]:
    """Return what an item says, each paragraph, point and cell behind its marker."""
    return [f"{unit.marker} {plain(unit.text)}".strip() for unit in item.units]


def _says(placed: PlacedStory, item: Item, lines: Sequence[str]) -> bool:
    """Tell whether lines are the words of an item; a program may keep its markers elsewhere.

    One paragraph that became several says something else. In a file that is not ours the mark of a
    note may have become its number.
    """
    if len(item.units) == 1 < len(lines) and len(lines) > 1 + plain(item.units[0].text).count("\n"):
        return False
    said = tokens("\n".join(lines))
    texts = ([unit.text for unit in item.units], [placed.pasted(unit.text) for unit in item.units])
    for side in texts[: 1 if placed.has_record else 2]:
        marked = zip(item.units, map(plain, side), strict=True)
        forms = (
            "\n".join(f"{unit.marker} {text}" for unit, text in marked),
            "\n".join(map(plain, side)),
        )
        if said in map(tokens, forms):
            return True
    return False
