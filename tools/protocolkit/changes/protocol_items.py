"""A protocol as items in reading order, each with its units.

The order is that of words.md: title, body, then the notes in the order of their first mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protocolkit.changes.status_among import settled
from protocolkit.changes.status_ends import with_end
from protocolkit.changes.status_lines import is_status_line
from protocolkit.changes.status_tables import status_rows
from protocolkit.changes.units import Item, ItemKind, Unit, UnitKind
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Kind,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.names import own_names
from protocolkit.document.outline import called_notes, labels, section_names
from protocolkit.document.richtext import RichText, plain
from protocolkit.document.tree import (
    Part,
    begins_with_words,
    by_block,
    by_part,
    rows_of,
    walk_parts,
)
from protocolkit.text.late_patterns import late

_Path = tuple[int, ...]
# What tells that a title is the name of a text.
_TEXT_WORD = late(
    r"protocol|reglement|regeling|regels|beleid|code|richtlijn|leidraad|handreiking|notitie|plan\b"
    r"|plannen|afspraken|procedure|statuut|handboek",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A text of an item; ``point`` is the innermost point around it.

    ``status`` is what its row says of the text itself, None where that says more.
    """

    path: _Path
    text: RichText
    marker: str = ""
    kind: UnitKind = UnitKind.PARAGRAPH
    point: Point | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """An item whose units have no place in the protocol yet."""

    kind: ItemKind
    anchor: str
    label: str
    texts: tuple[_Found, ...]
    level: int = 0
    above: str = ""
    note: str = ""
    text_kind: Kind | None = None
    is_lid: bool = False


def items_of(protocol: Protocol) -> tuple[Item, ...]:
    """Return the items of a protocol in reading order; a supplied title is none of its words."""
    made: list[Item] = []
    first = 0
    names = _own_names(protocol)
    for one in _items(protocol):
        made.append(_placed(one, first, names))
        first += len(one.texts)
    return tuple(settled(with_end(made, protocol), names))


def _own_names(protocol: Protocol) -> tuple[str, ...]:
    """Return what a line on the status may be about: the organisation, its schools, the text.

    'Schoolreis, 3 mei 2026' in a text of that name is about the day, and not about the text.
    """
    title = " ".join(plain(protocol.title).split())
    known = own_names(protocol.facts)
    return (*known, title) if _TEXT_WORD.search(title) else known


def _placed(found: _Item, first: int, names: tuple[str, ...]) -> Item:
    def is_status(text: _Found) -> bool:
        is_whole = text.kind is UnitKind.PARAGRAPH and text.point is None
        return not found.is_lid and (
            text.status is not None
            or is_status_line(plain(text.text), may_be_bare=is_whole, names=names)
        )

    units = tuple(
        Unit(
            item=found.kind,
            kind=text.kind,
            anchor=found.anchor,
            label=found.label,
            marker=text.marker,
            text=text.text,
            order=first + at,
            path=text.path,
            point=text.point.anchor if text.point else "",
            is_in_lid=found.is_lid,
            status=text.status or "",
            is_status=is_status(text),
        )
        for at, text in enumerate(found.texts)
    )
    return Item(
        kind=found.kind,
        anchor=found.anchor,
        label=found.label,
        units=units,
        level=found.level,
        above=found.above,
        note=found.note,
        text_kind=found.text_kind,
    )


def _items(protocol: Protocol) -> Iterator[_Item]:
    names, cited = section_names(protocol), labels(protocol)
    if protocol.title and not protocol.facts.title_supplied:
        yield _Item(kind=ItemKind.TITLE, anchor="", label="", texts=(_Found((), protocol.title),))
    for part, path in walk_parts(protocol.parts):
        above = path[-1].anchor if path else ""
        yield _of_part(part, above, names, cited)
    for note in called_notes(protocol):
        yield _of_note(note, cited)


def _of_part(part: Part, above: str, names: Mapping[str, str], cited: Mapping[str, str]) -> _Item:
    def of_clause(clause: Clause) -> _Item:
        return _Item(
            kind=ItemKind.CLAUSE,
            anchor=clause.anchor,
            label=cited[clause.anchor],
            texts=_texts(clause.blocks, clause.marker),
            above=above,
            text_kind=clause.kind,
            is_lid=any(map(str.isalnum, clause.marker)),
        )

    def of_section(section: Section) -> _Item:
        return _Item(
            kind=ItemKind.HEADING,
            anchor=section.anchor,
            label=_heading_label(section, names[section.anchor]),
            texts=(_Found((), section.title, section.marker),),
            level=section.level,
            above=above,
            text_kind=section.kind,
        )

    return by_part(part, clause=of_clause, section=of_section)


def _heading_label(section: Section, name: str) -> str:
    """Return how a heading is called: by its words, where its short name is only its number.

    'Op reis' begins with no word that tells anything, and is no heading '1'.
    """
    return plain(section.title).strip() if name == str(section.number) and section.title else name


def _of_note(note: Footnote, cited: Mapping[str, str]) -> _Item:
    return _Item(
        kind=ItemKind.NOTE,
        anchor=note.anchor,
        label=cited[note.anchor],
        texts=_texts(note.blocks, ""),
        note=note.label,
    )


def _texts(blocks: tuple[Block, ...], marker: str) -> tuple[_Found, ...]:
    """Return the texts of an item; a marker without words stands before an empty text."""
    begins = begins_with_words(blocks)
    found = tuple(_of_blocks(blocks, (), marker if begins else "", None))
    lead = _Found((), (), marker)
    return (lead, *found) if (marker and not begins) or not found else found


def _of_blocks(
    blocks: tuple[Block, ...], path: _Path, marker: str, point: Point | None
) -> Iterator[_Found]:
    for at, block in enumerate(blocks):
        yield from _of_block(block, (*path, at), marker if at == 0 else "", point)


def _of_block(block: Block, path: _Path, marker: str, point: Point | None) -> tuple[_Found, ...]:
    def paragraph(found: Paragraph) -> tuple[_Found, ...]:
        is_first = point is not None and path[-1] == 0
        kind = UnitKind.POINT if is_first else UnitKind.PARAGRAPH
        return (_Found(path, found.content, marker, kind, point),)

    def points(found: PointList) -> tuple[_Found, ...]:
        return tuple(
            text for at, inner in enumerate(found.points) for text in _of_point(inner, (*path, at))
        )

    def cells(found: Table) -> tuple[_Found, ...]:
        rows = rows_of(found)
        status = status_rows([[*map(plain, line)] for line in rows])
        kind = UnitKind.CELL
        return tuple(
            _Found((*path, row, column), cell, "", kind, point, status.get(row))
            for row, line in enumerate(rows)
            for column, cell in enumerate(line)
        )

    return by_block(block, paragraph=paragraph, points=points, table=cells)


def _of_point(point: Point, path: _Path) -> Iterator[_Found]:
    begins = begins_with_words(point.blocks)
    if not begins:
        yield _Found(path, (), point.marker, UnitKind.POINT, point)
    yield from _of_blocks(point.blocks, path, point.marker if begins else "", point)
