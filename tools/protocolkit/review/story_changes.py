"""The changes of a returned file that no protocol can be made of: clause by clause, by its words.

Each clause is compared with the paragraphs that stand at it. Paragraphs before the first clause and
behind the last one are the cover and what a program adds; they are no changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.review.placing import Stand
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.word_story import Story, StoryParagraph, Tracked
from protocolkit.text.label_form import label_length
from protocolkit.text.words import tokens


def tracked_at(story: Story, found: Sequence[Stand]) -> dict[str, list[Tracked]]:
    """Return who changed each clause with tracking on, each person once, and when first."""
    known: dict[str, list[Tracked]] = {}
    near = ""
    for at, paragraph in enumerate(story.paragraphs):
        near = found[at].anchor or near
        those = known.setdefault(near, []) if paragraph.tracked else []
        for tracked in paragraph.tracked:
            if tracked.author not in (one.author for one in those):
                those.append(tracked)
    return known


def story_changes(
    submitted: Protocol,
    paragraphs: Sequence[StoryParagraph],
    found: Sequence[Stand],
    tracked: Mapping[str, Sequence[Tracked]],
    file: str,
) -> Iterator[ReturnedChange]:
    """Yield each clause that changed or went, in the order of the text, then each new paragraph."""
    standing: dict[str, list[str]] = defaultdict(list)
    for paragraph, stand in zip(paragraphs, found, strict=True):
        if stand.anchor:
            standing[stand.anchor].append(_shown(paragraph))
    for item in items_of(submitted):
        if not item.anchor:
            continue
        lines = [line for line in standing.get(item.anchor, ()) if line]
        if not _says(item, lines):
            kind = ChangeKind.CHANGED if lines else ChangeKind.REMOVED
            old = "\n".join(_lines(item))
            by = tracked.get(item.anchor, ())
            yield _change(item.anchor, kind, old, "\n".join(lines), "", by, file)
    yield from _added(paragraphs, found, file)


def _added(
    paragraphs: Sequence[StoryParagraph], found: Sequence[Stand], file: str
) -> Iterator[ReturnedChange]:
    """Yield the paragraphs between clauses that stand at none."""
    places = [at for at, stand in enumerate(found) if stand.anchor]
    near = ""
    for at in range(places[0], places[-1]) if places else ():
        near = found[at].anchor or near
        words = _shown(paragraphs[at])
        if not found[at].anchor and words and not paragraphs[at].is_contents:
            by = paragraphs[at].tracked
            yield _change("", ChangeKind.ADDED, "", words, near, by, file)


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
    )


def _shown(paragraph: StoryParagraph) -> str:
    return " ".join(paragraph.new[label_length(paragraph.new) :].split())


def _lines(item: Item) -> list[str]:
    return [f"{unit.marker} {plain(unit.text)}".strip() for unit in item.units]


def _says(item: Item, lines: Sequence[str]) -> bool:
    """Tell whether lines are the words of an item; a program may keep its markers elsewhere."""
    said = tokens("\n".join(lines))
    bare = "\n".join(plain(unit.text) for unit in item.units)
    return said in (tokens("\n".join(_lines(item))), tokens(bare))
