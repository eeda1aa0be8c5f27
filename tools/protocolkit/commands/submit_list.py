"""The mailing list of ``protocol submit``: written when it is not there, else read."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.files import read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find, replace_file
from protocolkit.base.targets import check_target
from protocolkit.commands.output import say, show, speak
from protocolkit.decisions.mailing_list import ListRow, list_workbook, requests_of
from protocolkit.decisions.submitting import Request
from protocolkit.document.decided_text import latest
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.review.workbook_file import read_sheets

LIST_KIND = error(
    "list-kind",
    "A mailing list is no spreadsheet",
    "a mailing list is a spreadsheet with a name that ends in .xlsx.",
    "Name one that is not there yet, and it is made: --list verzendlijst.xlsx",
)
_MOST_BYTES = 20_000_000


def write_list(path: Path, protocol: Protocol) -> None:
    """Write a list to fill in, with whom the text was submitted to before."""
    if path.suffix.lower() != ".xlsx":
        raise ProtocolkitError(problem(LIST_KIND, Location(str(path))))
    check_target(path)
    asked = [one for one in latest(protocol) if one.sent]
    replace_file(find(path), list_workbook(asked, speak))
    say(speak("Fill in this list, a row for each council, and give the command again."))
    show(str(path))


def read_list(path: Path) -> tuple[Request, ...]:
    """Return what a list asks.

    Raises :class:`ProtocolkitError` when it is no list, or a row in it cannot be used.
    """
    if path.suffix.lower() != ".xlsx":
        raise ProtocolkitError(problem(LIST_KIND, Location(str(path))))
    content = read_bytes(path, None, str(path), limit=_MOST_BYTES)
    if not content.startswith(b"PK"):
        raise ProtocolkitError(problem(LIST_KIND, Location(str(path))))
    sheets = read_sheets(WordPackage(content, Location(str(path)), any_kind=True))
    sheet = next((one for one in sheets if not one.is_hidden), None)
    if sheet is None:
        return requests_of([], str(path), speak)
    rows = [
        ListRow(
            number=number,
            cells={column: cell.text for column, cell in row.items()},
            is_hidden=at in sheet.hidden,
        )
        for at, (number, row) in enumerate(zip(sheet.numbers, sheet.rows, strict=True))
    ]
    return requests_of(rows, str(path), speak, sheet.hidden_columns)
