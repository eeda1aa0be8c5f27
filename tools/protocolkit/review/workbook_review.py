"""A returned spreadsheet: the form of a dossier, filled in by a council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from protocolkit.document.model import Protocol
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.form_table import FormReader
from protocolkit.review.placing import UNPLACED, Stand
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import PassedOver, PlacedBy, Remark, ReturnedChange, Review
from protocolkit.review.workbook_file import Sheet, read_sheets


class ReturnedWorkbook:
    """A returned spreadsheet that is open."""

    record = None

    def __init__(self, package: WordPackage, path: Path) -> None:
        self._sheets, self._file = read_sheets(package), path.name
        self.words = "\n".join(
            text
            for sheet in self._sheets
            for text in (*(c.text for row in sheet.rows for c in row.values()), sheet.around)
        )

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text's clauses stands in a row."""
        return FormReader(protocol).share([sheet.rows for sheet in self._sheets])

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:
        """Return what people wrote in it."""
        reader = FormReader(submitted, sent.lapsed if sent else {})
        remarks: list[Remark] = []
        changes: list[ReturnedChange] = []
        passed: list[PassedOver] = []
        for sheet in self._sheets:
            found, stands = reader.read(sheet.rows, self._file, sheet.hidden, sheet.hidden_columns)
            remarks += [*found.remarks, *_noted(sheet, stands, self._file)]
            changes += found.changes
            passed += [*found.passed_over, *_unseen_notes(sheet, self._file)]
        return Review(remarks=tuple(remarks), changes=tuple(changes), passed_over=tuple(passed))


def _noted(sheet: Sheet, stands: Sequence[Stand], file: str) -> Iterator[Remark]:
    """Yield the notes on cells, each at the clause of its row."""
    seen = [note for note in sheet.notes if not sheet.hides(note)]
    known = {note.id for note in seen}
    for note in seen:
        stand = stands[note.row] if note.row >= 0 else UNPLACED
        is_answer = note.parent in known
        yield Remark(
            id=note.id,
            parent=note.parent if is_answer else "",
            author=note.author,
            date=note.date,
            text=note.text.strip(),
            anchor=stand.anchor,
            resolved=note.resolved,
            placed_by=PlacedBy.PARENT if is_answer and stand.anchor else stand.by,
            file=file,
        )


def _unseen_notes(sheet: Sheet, file: str) -> Iterator[PassedOver]:
    """Yield the notes on cells that are not shown."""
    for note in sheet.notes:
        if sheet.hides(note):
            words = note.text.strip()
            yield PassedOver(words=words, reason=LeftOutReason.HIDDEN, place=note.place, file=file)
