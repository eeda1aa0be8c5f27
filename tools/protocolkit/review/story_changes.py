"""The changes of a returned file that no protocol can be made of: clause by clause, by its words.

Each clause is compared with the paragraphs that stand at it. Paragraphs before the first clause and
behind the last one are the cover and what a program adds; they are no changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item
from protocolkit.document.richtext import plain
from protocolkit.review.placed_story import PlacedStory, shown_words
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.word_story import Tracked
from protocolkit.text.words import tokens


def story_changes(placed: PlacedStory) -> Iterator[ReturnedChange]:
    """Yield each clause that changed or went, in the order of the text, then each new paragraph."""
    items = {item.anchor: item for item in items_of(placed.submitted) if item.anchor}
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
        else:
            continue
        by = placed.tracked.get(anchor, ())
        yield _change(anchor, kind, "\n".join(old), "\n".join(lines), "", by, placed.file)
    yield from _added(placed)


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
