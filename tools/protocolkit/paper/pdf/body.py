"""The body of a protocol as the Typst template receives it: parts, lists, blocks and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from protocolkit.base.messages import Translate
from protocolkit.base.objects import Object
from protocolkit.document.adopted import school_words
from protocolkit.document.facts import PENDING
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    Point,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.open_places import split_at_blanks
from protocolkit.document.outline import shown_labels
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Inline,
    Link,
    NoteMark,
    RichText,
    Text,
    plain,
)
from protocolkit.document.tree import Part, by_block, by_part, clauses_of, rows_of
from protocolkit.paper.house.fonts import NO_FONTS, Fonts
from protocolkit.paper.pdf.anchors import Anchors
from protocolkit.paper.pdf.lines import (
    Content,
    has_mark,
    has_target,
    has_words,
    holds_mark,
    in_column,
    in_margin,
    in_room,
    leads,
    outside,
    shown,
    wrapped,
)
from protocolkit.paper.pdf.turned_tables import leads_apart, turned_apart
from protocolkit.paper.shared.columns import (
    TEXT_WIDTH,
    WIDER_SIDEWAYS,
    Columns,
    column_widths,
    turns_page,
)
from protocolkit.paper.shared.kept_lines import is_low, words_apart
from protocolkit.text.letter_widths import words_width
from protocolkit.text.printed_label import short_labels
from protocolkit.text.typeface import Face
from protocolkit.text.words import tokens

# PDF 1.7 has no deeper heading; the reader makes none.
DEEPEST_HEADING = 6
# Twips: those of templates/typst/protocol.typ.
_ITEM_INDENT, _POINT_INDENT, _NOTE_INDENT, _LETTER = 600, 420, 284, 210
_HEADING = 300
_FAR_INDENT = _ITEM_INDENT + 2 * _POINT_INDENT
# What stands between a marker and its words, in sizes of its letters.
_AFTER_MARKER = 0.45


class BodyWriter:
    """Writes a model's parts in reading order, and knows what was written before.

    The first mark of a note carries the note; later ones refer to it. A mark of a note that was
    already printed loose leads there. ``width`` is that of the text, in twips; ``spread`` tells
    how much wider its letters may be than ours; ``fonts`` are those of an organisation.
    """

    def __init__(
        self,
        protocol: Protocol,
        translate: Translate,
        width: int = TEXT_WIDTH,
        spread: float = 1.0,
        fonts: Fonts = NO_FONTS,
    ) -> None:
        self._shown = partial(shown, fonts=fonts)
        self._width, self._spread = width, spread
        self._anchors = Anchors(protocol)
        said = shown_labels(protocol)
        self._labels = {anchor: self._shown(label) for anchor, label in said.items()}
        self._printed = short_labels(self._labels)
        self._school = school_words(protocol, translate)
        self._is_pending = protocol.facts.status in PENDING
        self._words_placed = 0
        self._placed: set[str] = set()
        self._loose: set[str] = set()

    def parts(self, parts: Iterable[Clause | Section], depth: int) -> Content:
        """Write sections and clauses; adjacent clauses with a marker become one list."""
        written: Content = []
        for is_listed, run in groupby(parts, key=_is_listed):
            if is_listed:
                written += self._lists(list(clauses_of(run)))
                continue
            for part in run:
                written += by_part(
                    part, clause=self._clause, section=partial(self._section, depth=depth)
                )
        return leads_apart(written)

    def _lists(self, clauses: Sequence[Clause]) -> Content:
        """Write adjacent clauses with a marker: one list, parted where a table turns its page."""
        runs = turned_apart(clauses, partial(self._turns, left=_ITEM_INDENT))
        return [
            self._turned(run.clauses[0])
            if run.is_turned
            else self._list(run.clauses, is_nested=False)
            for run in runs
        ]

    def _clause(self, clause: Clause) -> Content:
        runs = turned_apart([clause], self._turns)
        return [
            self._turned(one)
            if run.is_turned
            else {"kind": "clause", **self._place(one), "blocks": self._blocks(one)}
            for run in runs
            for one in run.clauses
        ]

    def _turns(self, table: Table, depth: int, left: int = 0) -> bool:
        width = self._width - left - depth * _POINT_INDENT
        return turns_page(rows_of(table), max(width, self._width // 2), self._spread)

    def _turned(self, clause: Clause) -> Object:
        """Write a table that turns its page."""
        place = self._place(clause)
        blocks = self._blocks(clause, -WIDER_SIDEWAYS)
        return {"kind": "clause", **place, "blocks": blocks, "turns": True}

    def note(self, note: Footnote) -> Object:
        """Write a note; it is loose when no mark before it called it."""
        is_loose = note.label not in self._placed
        if is_loose:
            self._loose.add(note.label)
        return {
            "label": self._shown(note.label),
            "anchor": self._anchors.notes[note.label],
            "loose": is_loose,
            "school": self._of_school(note.anchor),
            "blocks": self._blocks(note, _NOTE_INDENT),
        }

    def content(self, rich: RichText) -> Content:
        """Write rich text."""
        return [piece for inline in rich for piece in self._pieces(inline)]

    def _section(self, section: Section, depth: int) -> Content:
        words = f"{section.marker} {plain(section.title)}"
        anchor = self._anchors.take(section.anchor)
        if not tokens(words):
            # PDF/UA knows no heading without words: what is under it moves up
            line = self._block(Paragraph(section.title))
            place = {"anchor": anchor, "label": "", "cited": "", "school": None}
            empty = {"kind": "clause", **place, "blocks": [line]}
            return [empty, *self.parts(section.parts, depth)]
        room = (self._width - _ITEM_INDENT) / _HEADING
        heading = {
            "kind": "section",
            "depth": min(depth, DEEPEST_HEADING),
            "anchor": anchor,
            "marker": self._shown(section.marker),
            "content": in_room(self.content(section.title), room, Face.BOLD, self._spread),
            "entry": {
                "marker": self._shown(section.marker),
                "words": wrapped(self._shown(" ".join(plain(section.title).split()))),
            },
            "noted": has_mark(section.title),
            "parts": self.parts(section.parts, depth + 1),
        }
        return [heading]

    def _list(self, items: Iterable[Clause | Point], *, is_nested: bool, left: int = 0) -> Object:
        listed = list(items)
        left += self._indent([item.marker for item in listed], is_nested=is_nested)
        written = [
            {
                **self._place(item),
                "marker": self._shown(item.marker),
                "blocks": self._blocks(item, left),
            }
            for item in listed
        ]
        return {"kind": "list", "is_nested": is_nested, "items": written}

    def _place(self, item: Clause | Point) -> Object:
        """Return where links to an item land, how it is cited, what a school did to it."""
        anchor = self._anchors.take(item.anchor)
        return {
            "anchor": anchor,
            "label": in_margin(self._printed.get(anchor, "")),
            "cited": self._labels.get(anchor, ""),
            "school": self._of_school(anchor),
        }

    def _of_school(self, anchor: str) -> Object | None:
        found = self._school.get(anchor)
        return (
            {"full": self._shown(found.full), "short": self._shown(found.short)} if found else None
        )

    def _indent(self, markers: Iterable[str], *, is_nested: bool) -> int:
        """Return how far what stands in a list is moved in: more where a marker is wide."""
        widest = max((words_width(one, spread=self._spread) for one in markers), default=0.0)
        least = _POINT_INDENT if is_nested else _ITEM_INDENT
        return max(least, round(_LETTER * (widest + _AFTER_MARKER)))

    def _blocks(self, holder: Clause | Point | Footnote, left: int = 0) -> Content:
        return [self._block(block, left) for block in holder.blocks]

    def _block(self, block: Block, left: int = 0) -> Object:
        return by_block(
            block,
            paragraph=self._paragraph,
            points=lambda found: self._list(found.points, is_nested=True, left=left),
            table=lambda found: self._table(found, left),
        )

    def _paragraph(self, found: Paragraph) -> Object:
        return {
            "kind": "paragraph",
            "leads": leads(found),
            "is_low": is_low(found.content),
            "content": self.content(found.content),
        }

    def _table(self, table: Table, left: int = 0) -> Object:
        """Write a table that stands so far to the right, in twips."""
        width = max(self._width - left, self._width // 2)
        columns = column_widths(rows_of(table), width, self._spread)
        return {
            "kind": "table",
            "widths": list(columns.widths),
            "flush": [table.flush_of(column).value for column in range(len(columns.widths))],
            "is_small": columns.is_small,
            "repeats": not any(has_target(cell) for cell in table.header),
            "header": self._cells(table.header, columns, Face.BOLD),
            "rows": [self._row(row, columns) for row in table.rows],
        }

    def _row(self, row: Sequence[RichText], columns: Columns) -> Object:
        return {"breaks": columns.breaks(row), "cells": self._cells(row, columns, Face.REGULAR)}

    def _cells(self, row: Sequence[RichText], columns: Columns, face: Face) -> Content:
        return [
            in_column(self.content(cell), columns, column, face) for column, cell in enumerate(row)
        ]

    def _pieces(self, inline: Inline) -> Content:
        if isinstance(inline, Text):
            return list(self._words(inline.text))
        if isinstance(inline, HardBreak):
            return [{"kind": "break"}]
        if isinstance(inline, NoteMark):
            return self._mark(inline.label)
        content = self.content(inline.content)
        if isinstance(inline, Emphasis):
            return [{"kind": "strong" if inline.strong else "emphasis", "content": content}]
        return self._link(inline, content)

    def _words(self, text: str) -> Iterator[object]:
        """Yield words; the blanks of a text on its way are pieces of their own."""
        split = split_at_blanks(text) if self._is_pending else [(text, False)]
        for piece, is_open in split:
            if not (words := wrapped(self._shown(piece))):
                continue
            if is_open:
                yield {"kind": "open", "content": [words]}
            else:
                yield from (
                    self._word(part) if is_word else part for part, is_word in words_apart(words)
                )

    def _word(self, word: str) -> Object:
        """Write a word in which a line may break, which is to stand on one page."""
        self._words_placed += 1
        width = words_width(word, spread=self._spread) * _LETTER
        fits = width <= self._width - _FAR_INDENT
        return {"kind": "word", "place": self._words_placed, "fits": fits, "content": [word]}

    def _link(self, link: Link, content: Content) -> Content:
        written: Content = []
        # a mark in a link is cut out of it: it is a link of its own
        for has_mark_in, run in groupby(content, key=holds_mark):
            pieces = list(run)
            is_link = not has_mark_in and has_words(pieces)
            written += self._linked(link.target.strip(), pieces) if is_link else pieces
        return written

    def _linked(self, target: str, content: Content) -> Content:
        if target.startswith("#") and target[1:] in self._anchors.targets:
            return [{"kind": "jump", "anchor": target[1:], "content": content}]
        return outside(target, content)

    def _mark(self, label: str) -> Content:
        if label not in self._anchors.notes:
            return []
        if label in self._loose:
            role = "loose"
        else:
            role = "again" if label in self._placed else "first"
            self._placed.add(label)
        anchor = self._anchors.notes[label]
        return [{"kind": "mark", "anchor": anchor, "label": self._shown(label), "role": role}]


def _is_listed(part: Part) -> bool:
    return by_part(part, clause=lambda clause: bool(clause.marker), section=lambda _: False)
