"""The form of a dossier as a council sends it back, filled in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as Doc
from docx.table import Table
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from protocolkit.base.messages import translator
from protocolkit.changes.change_set import ChangeSet
from protocolkit.document.model import Protocol
from protocolkit.dossier.reaction_form import reaction_leaflet, reaction_workbook
from protocolkit.paper.leaflets.word import leaflets_docx

_TELL = translator("nl")
_REMARKS = 3


def edited_sheet(
    protocol: Protocol, edit: Callable[[Worksheet], None], changes: ChangeSet | None = None
) -> bytes:
    """Return the spreadsheet after an edit."""
    book: Workbook = load_workbook(io.BytesIO(reaction_workbook(protocol, changes, _TELL)))
    edit(book.worksheets[0])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def edited_paper(
    protocol: Protocol,
    edit: Callable[[Table], None],
    changes: ChangeSet | None = None,
    around: Callable[[Doc], None] | None = None,
) -> bytes:
    """Return the Word file after an edit of its table, and of what stands around that."""
    made_form = leaflets_docx(reaction_leaflet(protocol, changes, _TELL), _TELL)
    document = Document(io.BytesIO(made_form))
    [_, table] = document.tables
    edit(table)
    if around is not None:
        around(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def form_in_sheet(protocol: Protocol, remark: str) -> bytes:
    """Return the spreadsheet with a remark on the first clause."""

    def write(sheet: Worksheet) -> None:
        sheet.cell(2, _REMARKS).value = remark

    return edited_sheet(protocol, write)


def form_on_paper(protocol: Protocol, remark: str) -> bytes:
    """Return the Word file with a remark on the first clause."""

    def write(table: Table) -> None:
        table.cell(1, _REMARKS - 1).text = remark

    return edited_paper(protocol, write)


def changed_parts(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a spreadsheet or Word file after a change of its parts by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()
