"""What somebody changed in the proposed text of a was-wordt table of ours: changes of its clauses.

Bookmarks say which clauses a row is about, and whether a cell still has the words that we printed.
What the text itself does not have, such as a clause that goes, is no change of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from protocolkit.base.messages import languages, translator
from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import NoteMark, RichText, plain
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.exchange.own_words import is_own_words_name
from protocolkit.paper.redline.passages import State
from protocolkit.review.redline_signs import without_signs
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.story_changes import item_lines
from protocolkit.review.typed_words import is_as_printed
from protocolkit.review.word_story import Story, StoryParagraph
from protocolkit.text.words import glued, tokens
from protocolkit.was_wordt.row_words import ROW_KIND_WORDS
from protocolkit.was_wordt.rows import RowKind

_PLACE, _PROPOSED, _COLUMNS = 0, 2, 4
# How many letters before the mark of a note tell where that stands.
_BEFORE_MARK = 6
_Row = Mapping[int, Sequence[tuple[int, StoryParagraph]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCells:
    """The changes in a table; ``told`` are the paragraphs of which they tell all."""

    changes: tuple[ReturnedChange, ...] = ()
    told: frozenset[int] = frozenset()


def proposed_cells(story: Story, submitted: Protocol, file: str) -> ProposedCells:
    """Return what is other than we printed it in the cells of proposed text."""
    items = {bookmark_name(one.anchor).casefold(): one for one in items_of(submitted) if one.anchor}
    changes: list[ReturnedChange] = []
    told: set[int] = set()
    for row in _rows(story):
        own = _items(row, items)
        cell = row.get(_PROPOSED, ())
        if not own or _keeps(row) or not _is_other(cell, own):
            continue
        if len(own) == 1 or len(_said(cell)) == sum(len(item_lines(one)) for one in own):
            told |= {at for at, _ in cell}
            changes += _changes(cell, own, file)
    return ProposedCells(changes=tuple(changes), told=frozenset(told))


def _rows(story: Story) -> Iterator[_Row]:
    """Yield each row of four columns: the paragraphs of its cells, with their places."""
    rows: dict[tuple[int, int], dict[int, list[tuple[int, StoryParagraph]]]] = defaultdict(dict)
    for at, one in enumerate(story.paragraphs):
        if one.cell:
            rows[one.cell[:2]].setdefault(one.cell[2], []).append((at, one))
    yield from (row for row in rows.values() if max(row) == _COLUMNS - 1)


def _items(row: _Row, items: Mapping[str, Item]) -> list[Item]:
    """Return the items of the submitted text that a row is about, in the order of that text.

    Programs that save a file may turn the bookmarks of one place about.
    """
    names = {name.casefold() for _, one in row.get(_PLACE, ()) for name in one.bookmarks}
    return [one for name, one in items.items() if name in names]


def _keeps(row: _Row) -> bool:
    """Tell whether a row proposes no text: its clause goes, or stays the same at a school."""
    return any(glued(one.new) in _without_text() for _, one in row[_PLACE])


@cache
def _without_text() -> frozenset[str]:
    kinds = (ROW_KIND_WORDS[RowKind.REPEALED], ROW_KIND_WORDS[RowKind.SAME])
    return frozenset(glued(translator(name)(one)) for name in languages() for one in kinds)


def _is_other(cell: Sequence[tuple[int, StoryParagraph]], own: Sequence[Item]) -> bool:
    """Tell whether a paragraph has other words, came, or went."""
    marks = sum(is_own_words_name(name) for _, one in cell for name in one.bookmarks)
    printed = sum(bool(tokens(line)) for one in own for line in item_lines(one))
    return marks < printed or not all(is_as_printed(one) for _, one in cell)


def _said(cell: Sequence[tuple[int, StoryParagraph]]) -> list[str]:
    """Return the lines of a cell as they stand, without the signs of changes."""
    lines = (without_signs(one.new, State.REMOVED) for _, one in cell)
    return [" ".join(line.split()) for line in lines if line.strip()]


def _changes(
    cell: Sequence[tuple[int, StoryParagraph]], own: Sequence[Item], file: str
) -> Iterator[ReturnedChange]:
    by = list({two.author: two for _, one in cell for two in reversed(one.tracked)}.values())
    lines = _said(cell)
    for number, item in enumerate(own):
        old = item_lines(item)
        count = len(old) if number < len(own) - 1 else len(lines)
        held, lines = lines[:count], lines[count:]
        texts = [unit.text for unit in item.units]
        new = _without_marks(held, texts) if len(held) == len(old) else held
        made = ReturnedChange(
            anchor=item.anchor,
            kind=(ChangeKind.CHANGED if new else ChangeKind.REMOVED).value,
            old="\n".join(old),
            new="\n".join(new),
            author=by[0].author if by else "",
            others=tuple(one.author for one in by[1:]),
            date=by[0].date if by else "",
            tracked=bool(by),
            file=file,
        ).as_told
        is_table = any(unit.kind is UnitKind.CELL for unit in item.units)
        if not made.is_idle:
            yield replace(made, is_certain=len(held) == len(old) or not is_table)


def _without_marks(lines: Sequence[str], texts: Sequence[RichText]) -> list[str]:
    """Return lines without the marks of notes, which we print behind the words before them."""
    return [_without(line, text) for line, text in zip(lines, texts, strict=True)]


def _without(line: str, text: RichText) -> str:
    for at, one in enumerate(text):
        before = plain(text[:at]).split("\n")[-1][-_BEFORE_MARK:]
        if isinstance(one, NoteMark) and before:
            line = line.replace(f"{before}{one.label}", before, 1)
    return line
