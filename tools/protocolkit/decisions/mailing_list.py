"""A mailing list (verzendlijst): many councils in one spreadsheet, a row for each of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from xlsxwriter.workbook import Workbook

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.comparison.matrix_workbook import workbook_bytes, write_row
from protocolkit.decisions.submitting import Request
from protocolkit.document.approvals import Approval, Right
from protocolkit.document.decided_text import asked_of

LIST_HEADS = error(
    "list-heads",
    "A mailing list has no heads that are known",
    "there is no row with the heads '{body}' and '{right}' in this spreadsheet.",
    "Begin with a new list: name a file that is not there yet, and one is made.",
)
LIST_ROW = error(
    "list-row",
    "A row of a mailing list cannot be used",
    "row {row}: under '{head}' stands '{said}'; expected is {expected}.",
    "Correct that row. Nothing was submitted.",
)
LIST_TWICE = error(
    "list-twice",
    "A mailing list has a council twice",
    "row {row}: '{body}' is asked for the same ({right}) as in row {first}. Nothing was submitted.",
    "Remove one of these two rows.",
)
LIST_HIDDEN = error(
    "list-hidden",
    "A row of a mailing list is hidden",
    "row {row} is hidden, perhaps by a filter: '{said}'. Nothing was submitted.",
    "Show all rows in your spreadsheet program, and remove the rows that are not to go out.",
)
LIST_HIDDEN_COLUMN = error(
    "list-hidden-column",
    "A column of a mailing list is hidden",
    "the column '{head}' is hidden, and says '{said}' in row {row}. Nothing was submitted.",
    "Show all columns in your spreadsheet program, and empty what is not to go out.",
)
LIST_EMPTY = error(
    "list-empty",
    "A mailing list has no councils",
    "no row has the name of a council.",
    "Write a council in each row, and give the command again.",
)

_BODY, _RIGHT = mark("Council"), mark("Right")
_SENT, _BEFORE = mark("Submitted on"), mark("Answer at the latest on")
_SECTION, _MEETING = mark("Section"), mark("Meeting on")
_GROUND, _SCHOOLS = mark("Ground"), mark("Schools")
_HOLIDAYS = mark("Holidays, by its rules")
_SHARED = mark("May be shown to those it speaks for")
HEADS = (
    _BODY,
    _SECTION,
    _RIGHT,
    _SENT,
    _MEETING,
    _BEFORE,
    _GROUND,
    _SCHOOLS,
    _SHARED,
    _HOLIDAYS,
)
_WIDTHS = (34, 16, 16, 16, 16, 24, 34, 40, 30, 30)
_DATES = (_SENT, _MEETING, _BEFORE)
_YES, _NO = frozenset({"ja", "j", "yes", "1", "true"}), frozenset({"nee", "n", "no", "0", "false"})
# How lists had that head before: a slip.
_RIGHT_BEFORE = "rechts"
_DAYS = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_FIRST_DAY = date(1899, 12, 30)
_A_DAY, _A_RIGHT, _YES_OR_NO = (
    mark("a day such as 2026-02-03"),
    mark("instemming, advies or ter kennisneming"),
    mark("ja or nee"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row of a spreadsheet: its number in the margin, and the text of each column from 0."""

    number: int
    cells: Mapping[int, str]
    is_hidden: bool


def list_workbook(entries: Iterable[Approval], translate: Translate) -> bytes:
    """Return a mailing list as the bytes of an ``.xlsx`` file, with what was asked before in it."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(translate("Mailing list"))
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E8EDF3"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, text)
        write_row(sheet, 0, [translate(name) for name in HEADS], head)
        for number, entry in enumerate(entries, start=1):
            write_row(sheet, number, _cells(entry), text)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    return workbook_bytes(translate("Mailing list"), fill)


def _cells(entry: Approval) -> list[str]:
    return [
        entry.body,
        entry.section,
        entry.right.value,
        entry.sent,
        entry.meeting,
        entry.before,
        entry.ground,
        "; ".join(entry.schools),
        "ja" if entry.shared else "nee",
        entry.holidays,
    ]


def requests_of(
    rows: Sequence[ListRow], name: str, translate: Translate, hidden: Collection[int] = ()
) -> tuple[Request, ...]:
    """Return what the rows of a mailing list ask; ``hidden`` are columns that nobody sees.

    Raises :class:`ProtocolkitError` with the row for what cannot be used.
    """
    heads, first = _heads(rows, name, translate)
    _refuse_hidden(rows[first:], heads, hidden, name, translate)
    found = tuple(_requests(rows[first:], heads, name))
    if not found:
        raise ProtocolkitError(problem(LIST_EMPTY, Location(name)))
    _refuse_twice(found)
    return found


def _refuse_twice(found: Iterable[Request]) -> None:
    """Raise when two rows ask the same of one council."""
    seen: dict[object, Request] = {}
    for one in found:
        asked = asked_of(Approval(body=one.body, section=one.section, right=one.right))
        if (first := seen.setdefault(asked, one)) is not one:
            rows = {"row": str(one.place.line), "first": str(first.place.line)}
            values = {"body": one.body, "right": one.right.value, **rows}
            raise ProtocolkitError(problem(LIST_TWICE, one.place, **values))


def _refuse_hidden(
    rows: Sequence[ListRow],
    heads: Mapping[Marked, int],
    hidden: Collection[int],
    name: str,
    translate: Translate,
) -> None:
    """Raise when a column that nobody sees says something that would go out."""
    for head, column in heads.items():
        for row in rows if column in hidden else ():
            if said := row.cells.get(column, "").strip():
                values = {"head": translate(head), "row": str(row.number), "said": said}
                raise ProtocolkitError(problem(LIST_HIDDEN_COLUMN, Location(name), **values))


def _heads(
    rows: Sequence[ListRow], name: str, translate: Translate
) -> tuple[dict[Marked, int], int]:
    """Return in which column each head stands, and the first row below them."""
    known = {_RIGHT_BEFORE: _RIGHT} | {translate(head).casefold(): head for head in HEADS}
    for at, row in enumerate(rows):
        cells = row.cells.items()
        found = {known[said]: n for n, s in cells if (said := s.strip().casefold()) in known}
        if _BODY in found and _RIGHT in found:
            return found, at + 1
    values = {"body": translate(_BODY), "right": translate(_RIGHT)}
    raise ProtocolkitError(problem(LIST_HEADS, Location(name), **values))


def _requests(rows: Sequence[ListRow], heads: Mapping[Marked, int], name: str) -> Iterator[Request]:
    for row in rows:
        said = {head: row.cells.get(column, "").strip() for head, column in heads.items()}
        if not any(said.values()):
            continue
        if row.is_hidden:
            values = {"row": str(row.number), "said": " | ".join(filter(None, said.values()))}
            raise ProtocolkitError(problem(LIST_HIDDEN, Location(name), **values))
        place = _Row(said, row.number, name)
        yield Request(
            body=place.text(_BODY),
            section=said.get(_SECTION, ""),
            right=place.right(),
            sent=place.day(_SENT),
            meeting=place.day(_MEETING),
            before=place.day(_BEFORE),
            holidays=said.get(_HOLIDAYS, ""),
            ground=said.get(_GROUND, ""),
            schools=tuple(s.strip() for s in said.get(_SCHOOLS, "").split(";") if s.strip()),
            shared=place.flag(_SHARED),
            place=Location(name, row.number),
        )


class _Row:
    """A row of a list, read strictly."""

    def __init__(self, said: Mapping[Marked, str], number: int, name: str) -> None:
        self._said, self._number, self._name = said, number, name

    def text(self, head: Marked) -> str:
        if said := self._said.get(head, ""):
            return said
        raise self._wrong(head, mark("a name"))

    def day(self, head: Marked) -> str:
        """Return a day in ISO 8601; a spreadsheet may have it as a number of days, with a time."""
        said = self._said.get(head, "")
        if _DAYS.fullmatch(said):
            return (_FIRST_DAY + timedelta(days=int(said.partition(".")[0]))).isoformat()
        if said:
            try:
                date.fromisoformat(said)
            except ValueError:
                raise self._wrong(head, _A_DAY) from None
        return said

    def right(self) -> Right:
        said = self._said.get(_RIGHT, "").casefold()
        for right in Right:
            if said == right.value and right not in (Right.ADOPTION, Right.PROPOSAL):
                return right
        raise self._wrong(_RIGHT, _A_RIGHT)

    def flag(self, head: Marked) -> bool:
        said = self._said.get(head, "").casefold()
        if said in _YES or said in _NO or not said:
            return said in _YES
        raise self._wrong(head, _YES_OR_NO)

    def _wrong(self, head: Marked, expected: Marked) -> ProtocolkitError:
        said = self._said.get(head, "") or "–"
        values = {"row": str(self._number), "head": head, "said": said, "expected": expected}
        return ProtocolkitError(problem(LIST_ROW, Location(self._name), **values))
