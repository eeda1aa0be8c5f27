"""What the shape of a JSON document cannot say: anchors are unique, marks have their notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.document.model import Block, Clause, Paragraph, PointList, Protocol, Section, Table
from protocolkit.document.richtext import RichText, note_labels
from protocolkit.exchange import codes
from protocolkit.reading.report import Report

_Part = Clause | Section


def check_consistency(protocol: Protocol, report: Report) -> None:
    """Report anchors that stand twice or were retired, missing notes, rows of odd length."""
    retired = frozenset(protocol.facts.retired)
    first: dict[str, str] = {}
    for anchor, place in _anchors(protocol):
        if anchor in first:
            report.add(codes.JSON_ANCHOR_TWICE, anchor=anchor, place=place, first=first[anchor])
        elif anchor in retired:
            report.add(codes.JSON_ANCHOR_RETIRED, anchor=anchor, place=place)
        first.setdefault(anchor, place)
    labels = {note.label for note in protocol.notes}
    for block, place in _blocks(protocol):
        if isinstance(block, Table):
            _check_rows(block, place, report)
    for rich, place in _rich_texts(protocol):
        for label in note_labels(rich):
            if label not in labels:
                report.add(codes.JSON_NOTE_MISSING, label=label, place=place)


def _check_rows(table: Table, place: str, report: Report) -> None:
    wanted = len(table.header)
    for number, row in enumerate(table.rows):
        if len(row) != wanted:
            where = f"{place}.rows[{number}]"
            report.add(codes.JSON_ROW_LENGTH, place=where, found=str(len(row)), wanted=str(wanted))


def _parts(parts: Iterable[_Part], place: str) -> Iterator[tuple[_Part, str]]:
    for number, part in enumerate(parts):
        own = f"{place}[{number}]"
        yield part, own
        if isinstance(part, Section):
            yield from _parts(part.parts, f"{own}.parts")


def _anchors(protocol: Protocol) -> Iterator[tuple[str, str]]:
    yield from ((part.anchor, f"{place}.anchor") for part, place in _parts(protocol.parts, "parts"))
    yield from ((note.anchor, f"notes[{n}].label") for n, note in enumerate(protocol.notes))
    for block, place in _blocks(protocol):
        for number, point in enumerate(block.points if isinstance(block, PointList) else ()):
            if point.anchor:
                yield point.anchor, f"{place}.points[{number}].anchor"


def _blocks(protocol: Protocol) -> Iterator[tuple[Block, str]]:
    for part, place in _parts(protocol.parts, "parts"):
        if isinstance(part, Clause):
            yield from _inside(part.blocks, f"{place}.blocks")
    for number, note in enumerate(protocol.notes):
        yield from _inside(note.blocks, f"notes[{number}].blocks")


def _inside(blocks: Iterable[Block], place: str) -> Iterator[tuple[Block, str]]:
    for number, block in enumerate(blocks):
        own = f"{place}[{number}]"
        yield block, own
        for count, point in enumerate(block.points if isinstance(block, PointList) else ()):
            yield from _inside(point.blocks, f"{own}.points[{count}].blocks")


def _rich_texts(protocol: Protocol) -> Iterator[tuple[RichText, str]]:
    yield protocol.title, "title"
    for part, place in _parts(protocol.parts, "parts"):
        if isinstance(part, Section):
            yield part.title, f"{place}.title"
    for block, place in _blocks(protocol):
        if isinstance(block, Paragraph):
            yield block.content, f"{place}.content"
        elif isinstance(block, Table):
            for number, row in enumerate((block.header, *block.rows)):
                name = "header" if number == 0 else f"rows[{number - 1}]"
                yield from ((cell, f"{place}.{name}[{n}]") for n, cell in enumerate(row))
