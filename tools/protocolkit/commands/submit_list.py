"""The mailing list of ``protocol submit``: written when it is not there, else read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from protocolkit.base.files import read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.replacing import find, replace_file
from protocolkit.base.targets import check_target
from protocolkit.collection import read_collection
from protocolkit.commands.output import say, show, speak
from protocolkit.decisions.list_rows import ListRow
from protocolkit.decisions.mailing_list import known_councils, list_workbook, requests_of
from protocolkit.decisions.submitting import Request
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.review.workbook_file import read_sheets

LIST_KIND = error(
    "list-kind",
    "A mailing list is no spreadsheet",
    "a mailing list is a spreadsheet with a name that ends in .xlsx.",
    "Name one that is not there yet, and it is made: --list verzendlijst.xlsx",
)
LIST_DAMAGED = error(
    "list-damaged",
    "A mailing list cannot be opened as a spreadsheet",
    "this is no spreadsheet, or it is damaged or has a password.",
    "Open it in your spreadsheet program and save it as .xlsx without a password. Does that not "
    "work? Begin with a new list: name a file that is not there yet.",
)
LIST_FOLDER = error(
    "list-folder",
    "A mailing list would stand in a folder that is not there",
    "there is no folder '{folder}'; nothing was made.",
    "Look whether the name is right, or make that folder first.",
)
LIST_ALONE = error(
    "list-alone",
    "A mailing list was named together with one council",
    "what is asked of each council stands in the list; {options} was typed as well.",
    "Leave out --list, or leave out the rest and write it in the list.",
)
_MOST_BYTES = 20_000_000


def write_list(path: Path, protocol: Protocol, root: Path) -> None:
    """Write a list to fill in, with the councils and schools that are known."""
    check_new_list(path)
    rows = known_councils(protocol, read_collection(root).protocols)
    replace_file(find(path), list_workbook(rows, speak))
    say(speak("Fill in this list, a row for each council, and give the command again."))
    show(str(path))


def check_new_list(path: Path) -> None:
    """Raise for a place where no list can be made."""
    if path.suffix.lower() != ".xlsx":
        raise ProtocolkitError(problem(LIST_KIND, Location(str(path))))
    check_target(path)
    if not path.absolute().parent.is_dir():
        folder = str(path.parent)
        raise ProtocolkitError(problem(LIST_FOLDER, Location(str(path)), folder=folder))


def check_alone(typed: Mapping[str, object], name: str) -> None:
    """Raise for what was typed, by its option, beside a list."""
    if options := [option for option, value in typed.items() if value]:
        values = {"options": ", ".join(options)}
        raise ProtocolkitError(problem(LIST_ALONE, Location(name), **values))


def read_list(path: Path) -> tuple[Request, ...]:
    """Return what a list asks.

    Raises :class:`ProtocolkitError` when it is no list, or a row in it cannot be used.
    """
    rows, hidden = list_rows(path)
    return requests_of(rows, str(path), speak, hidden, say)


def list_rows(path: Path) -> tuple[list[ListRow], Collection[int]]:
    """Return the rows of a spreadsheet, and its hidden columns; raise when it is none."""
    if path.suffix.lower() != ".xlsx":
        raise ProtocolkitError(problem(LIST_KIND, Location(str(path))))
    content = read_bytes(path, None, str(path), limit=_MOST_BYTES)
    try:
        sheets = read_sheets(WordPackage(content, Location(str(path)), any_kind=True))
    except ProtocolkitError:
        raise ProtocolkitError(problem(LIST_DAMAGED, Location(str(path)))) from None
    sheet = next((one for one in sheets if not one.is_hidden), None)
    if sheet is None:
        return [], ()
    rows = [
        ListRow(
            number=number,
            cells={column: cell.text for column, cell in row.items()},
            is_hidden=at in sheet.hidden,
            formulas=frozenset(column for column, cell in row.items() if cell.is_unworked),
        )
        for at, (number, row) in enumerate(zip(sheet.numbers, sheet.rows, strict=True))
    ]
    return rows, sheet.hidden_columns
