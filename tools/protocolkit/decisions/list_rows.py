"""The rows of a list that a person filled in: read strictly, and all that is wrong told at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, Translate, mark, translator
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.document.approvals import Right
from protocolkit.text.typed_days import typed_day

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LIST_ROW = error(
    "list-row",
    "A row of a mailing list cannot be used",
    "row {row}: under '{head}' stands '{said}'; expected is {expected}.",
    "Correct that row. Nothing was submitted.",
)
LIST_ROWS = error(
    "list-rows",
    "Several rows of a list cannot be used",
    "{count} rows cannot be used: {rows}",
    "Correct these rows. Nothing was recorded.",
)
LIST_HIDDEN = error(
    "list-hidden",
    "A row of a mailing list is hidden",
    "row {row} is hidden, perhaps by a filter: '{said}'. Nothing was recorded.",
    "Show all rows in your spreadsheet program, and remove the rows that do not count.",
)
LIST_FORMULA = error(
    "list-formula",
    "A cell of a list has a formula without a value",
    "row {row}: under '{head}' stands a formula without a value: '{said}'. Nothing was recorded.",
    "Type there what it should say, or open the list in your spreadsheet program and save it.",
)
LIST_EMPTY = error(
    "list-empty",
    "A mailing list has no councils",
    "no row has the name of a council.",
    "Write a council in each row, and give the command again.",
)

BODY, RIGHT, SECTION = mark("Council"), mark("Right"), mark("Section")
_YES, _NO = frozenset({"ja", "j", "yes", "1", "true"}), frozenset({"nee", "n", "no", "0", "false"})
_DAYS = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_FIRST_DAY = date(1899, 12, 30)
_A_DAY, _A_RIGHT, _YES_OR_NO = (
    mark("a day such as 2026-02-03"),
    mark("instemming, advies or ter kennisneming"),
    mark("ja or nee"),
)
_IN_ROW = mark("row {row}: {said}")
_T = TypeVar("_T")
_MOST_WRONG = 12
_LAST_ROW = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A row of a spreadsheet: its number in the margin, and the text of each column from 0.

    ``formulas`` are the columns in which a formula has no value.
    """

    number: int
    cells: Mapping[int, str]
    is_hidden: bool
    formulas: frozenset[int] = frozenset()


def offer(
    sheet: Worksheet, column: int, known: Sequence[str], head: str, translate: Translate
) -> None:
    """Let a person choose what goes into the cells of a column."""
    message = translate("Choose one of: {known}").format(known=", ".join(known))
    offered = {"validate": "list", "source": list(known), "error_title": head[:30]}
    sheet.data_validation(1, column, _LAST_ROW, column, {**offered, "error_message": message[:250]})


def all_of(rows: Iterable[Callable[[], _T]], name: str) -> tuple[_T, ...]:
    """Return what each row says; raise once for all rows that cannot be used."""
    found, wrong = [], []
    for row in rows:
        try:
            found.append(row())
        except ProtocolkitError as reason:
            wrong.append(reason)
    refuse_wrong(wrong, name)
    return tuple(found)


def refuse_wrong(wrong: Sequence[ProtocolkitError], name: str) -> None:
    """Raise once for all rows that cannot be used, each with its number; nothing when none is."""
    said = [" ".join(_of_row(one.problem).split()) for one in wrong]
    if len({one.problem.message(translator()) for one in wrong}) > 1:
        more = "; …" if len(said) > _MOST_WRONG else ""
        values = {"count": str(len(said)), "rows": f"{'; '.join(said[:_MOST_WRONG])}{more}"}
        raise ProtocolkitError(problem(LIST_ROWS, Location(name), **values))
    if wrong:
        raise wrong[0]


def _of_row(found: Problem) -> str:
    """Return what is wrong with a row, with the number of the row."""
    said, row = found.message(translator()), found.location.line
    if row is None or "row" in dict(found.values):
        return said
    return translator()(_IN_ROW).format(row=row, said=said)


class Row:
    """A row of a list, read strictly."""

    def said(self, head: Marked) -> str:
        """Return what stands in a cell, "" for nothing."""
        return self._said.get(head, "")

    @property
    def place(self) -> Location:
        """The row, by which what is wrong with it is told."""
        return Location(self._name, self._number)

    def __init__(self, said: Mapping[Marked, str], number: int, name: str) -> None:
        self._said, self._number, self._name = said, number, name

    def text(self, head: Marked) -> str:
        """Return words that must be there."""
        if said := self._said.get(head, ""):
            return said
        raise self.wrong(head, mark("a name"))

    def day(self, head: Marked) -> str:
        """Return a day in ISO 8601, also of one as people write it here: 17-3-2026.

        A spreadsheet may have it as a number of days, with a time.
        """
        said = self._said.get(head, "")
        if _DAYS.fullmatch(said):
            return _day_of(said)
        said = typed_day(said, is_clear=True) or said
        if said:
            try:
                date.fromisoformat(said)
            except ValueError:
                raise self.wrong(head, _A_DAY) from None
        return said

    def right(self) -> Right:
        """Return by which right a council is asked."""
        said = self._said.get(RIGHT, "").casefold()
        for right in Right:
            if said == right.value and right not in (Right.ADOPTION, Right.PROPOSAL):
                return right
        raise self.wrong(RIGHT, _A_RIGHT)

    def flag(self, head: Marked) -> bool:
        """Tell yes from no; an empty cell is no."""
        said = self._said.get(head, "").casefold()
        if said in _YES or said in _NO or not said:
            return said in _YES
        raise self.wrong(head, _YES_OR_NO)

    def missing(self, head: Marked) -> str:
        """Raise for a day that is not there."""
        raise self.wrong(head, _A_DAY)

    def wrong(self, head: Marked, expected: Marked) -> ProtocolkitError:
        """Return why a cell cannot be used, and what is expected there."""
        said = shown(self._said.get(head, "")) or "–"
        values = {"row": str(self._number), "head": head, "said": said, "expected": expected}
        return ProtocolkitError(problem(LIST_ROW, Location(self._name), **values))


def shown(said: str) -> str:
    """Return what stands in a cell as its reader sees it: a number of days as the day."""
    return _day_of(said) if _DAYS.fullmatch(said) else said


def _day_of(number: str) -> str:
    return (_FIRST_DAY + timedelta(days=int(number.partition(".")[0]))).isoformat()


def seen_rows(
    rows: Sequence[ListRow], heads: Mapping[Marked, int], needed: Collection[Marked], name: str
) -> Iterator[Row]:
    """Yield the rows that say one of what is needed; raise for one that nobody sees."""
    for row in rows:
        said = {head: row.cells.get(column, "").strip() for head, column in heads.items()}
        if not any(said.get(head) for head in needed):
            continue
        if row.is_hidden:
            words = " | ".join(shown(one) for one in said.values() if one)
            values = {"row": str(row.number), "said": words}
            raise ProtocolkitError(problem(LIST_HIDDEN, Location(name), **values))
        for head, column in heads.items():
            if column in row.formulas:
                values = {"row": str(row.number), "head": head, "said": said[head]}
                raise ProtocolkitError(problem(LIST_FORMULA, Location(name), **values))
        yield Row(said, row.number, name)
