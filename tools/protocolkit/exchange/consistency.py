"""What the shape of a JSON document cannot say: anchors are unique, marks have their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from protocolkit.document.model import Block, Clause, Paragraph, PointList, Protocol, Section, Table
from protocolkit.document.richtext import RichText, note_labels
from protocolkit.document.tree import Part, by_block, by_part, rows_of
from protocolkit.exchange import codes
from protocolkit.reading.found_problems import Report


def check_consistency(protocol: Protocol, report: Report) -> None:
    """Report anchors that stand twice or were retired, missing notes, rows of odd length."""
    places = _Places(protocol)
    retired = frozenset(protocol.facts.retired)
    first: dict[str, str] = {}
    for anchor, place in places.anchors:
        if anchor in first:
            report.add(codes.JSON_ANCHOR_TWICE, anchor=anchor, place=place, first=first[anchor])
        elif anchor in retired:
            report.add(codes.JSON_ANCHOR_RETIRED, anchor=anchor, place=place)
        first.setdefault(anchor, place)
    labels = {note.label for note in protocol.notes}
    for table, place in places.tables:
        _check_rows(table, place, report)
    for rich, place in places.texts:
        for label in note_labels(rich):
            if label not in labels:
                report.add(codes.JSON_NOTE_MISSING, label=label, place=place)


def _check_rows(table: Table, place: str, report: Report) -> None:
    wanted = len(table.header)
    rows: list[tuple[str, Sequence[object]]] = [
        (f"{place}.rows[{number}]", row) for number, row in enumerate(table.rows)
    ]
    if table.flush:
        rows.append((f"{place}.flush", table.flush))
    for where, row in rows:
        if len(row) != wanted:
            report.add(codes.JSON_ROW_LENGTH, place=where, found=str(len(row)), wanted=str(wanted))


class _Places:
    """Where everything of a protocol stands in its JSON: anchors, rich texts and tables."""

    def __init__(self, protocol: Protocol) -> None:
        self.anchors: list[tuple[str, str]] = []
        self.texts: list[tuple[RichText, str]] = [(protocol.title, "title")]
        self.tables: list[tuple[Table, str]] = []
        self._of_points: list[tuple[str, str]] = []
        self._parts(protocol.parts, "parts")
        for number, note in enumerate(protocol.notes):
            self.anchors.append((note.anchor, f"notes[{number}].label"))
            self._blocks(note.blocks, f"notes[{number}].blocks")
        self.anchors += self._of_points

    def _parts(self, parts: Iterable[Part], place: str) -> None:
        for number, part in enumerate(parts):
            own = f"{place}[{number}]"
            self.anchors.append((part.anchor, f"{own}.anchor"))
            by_part(part, clause=partial(self._clause, own), section=partial(self._section, own))

    def _clause(self, place: str, clause: Clause) -> None:
        self._blocks(clause.blocks, f"{place}.blocks")

    def _section(self, place: str, section: Section) -> None:
        self.texts.append((section.title, f"{place}.title"))
        self._parts(section.parts, f"{place}.parts")

    def _blocks(self, blocks: Iterable[Block], place: str) -> None:
        for number, block in enumerate(blocks):
            own = f"{place}[{number}]"
            by_block(
                block,
                paragraph=partial(self._paragraph, own),
                points=partial(self._points, own),
                table=partial(self._table, own),
            )

    def _paragraph(self, place: str, found: Paragraph) -> None:
        self.texts.append((found.content, f"{place}.content"))

    def _points(self, place: str, found: PointList) -> None:
        for number, point in enumerate(found.points):
            if point.anchor:
                self._of_points.append((point.anchor, f"{place}.points[{number}].anchor"))
            self._blocks(point.blocks, f"{place}.points[{number}].blocks")

    def _table(self, place: str, found: Table) -> None:
        self.tables.append((found, place))
        for number, row in enumerate(rows_of(found)):
            name = "header" if number == 0 else f"rows[{number - 1}]"
            self.texts += [(cell, f"{place}.{name}[{n}]") for n, cell in enumerate(row)]
