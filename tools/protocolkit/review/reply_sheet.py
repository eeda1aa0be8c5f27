"""Answers to remarks as a spreadsheet that is filled in and read back: a row for each remark.

It holds no names, as the file beside the protocol. A row is known again by its last cell alone, so
rows may be sorted and columns moved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolkit.base.location import Location
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.comparison.matrix_workbook import workbook_bytes, write_row
from protocolkit.review.on_behalf import SIDES, side_words
from protocolkit.review.reply_file import Reply, Verdict
from protocolkit.review.reply_places import Places
from protocolkit.review.workbook_file import Sheet

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET_HEADS = error(
    "reply-sheet-heads",
    "A spreadsheet with answers has no heads that are known",
    "there is no row with the heads '{answer}' and '{key}' in this spreadsheet.",
    "Name a file that is not there yet, and one to fill in is made.",
)
SHEET_ROW = error(
    "reply-sheet-row",
    "A row of a spreadsheet with answers cannot be used",
    "row {row}: under '{head}' stands '{said}'; expected is {expected}.",
    "Correct that row. Nothing was written.",
)
_SIDE, _CLAUSE, _NEAR = mark("On behalf of"), mark("Clause"), mark("Stands after")
_QUOTE = mark("Words that were marked")
_REMARK, _ANSWER, _REASON = mark("Remark"), mark("Our answer"), mark("Why")
_CHANGE, _KEY = mark("Clause that changed for it"), mark("Do not change")
HEADS = (_SIDE, _CLAUSE, _NEAR, _QUOTE, _REMARK, _ANSWER, _REASON, _CHANGE, _KEY)
_WIDTHS = (14, 20, 20, 40, 70, 22, 50, 24, 16)
ANSWERS = tuple(one.value for one in Verdict if one is not Verdict.OPEN)
"""What can be answered."""
_KNOWN_KEY, _ONE_ROW = mark("what this program wrote there"), mark("each remark in one row")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetAnswer:
    """What somebody filled in at a remark; "" where they left it open. ``row`` is the row's number.

    ``side`` is on whose behalf it was made. ``about`` and ``change`` are clauses as a person names
    them.
    """

    key: str
    row: int
    side: str
    about: str
    answer: str
    reason: str
    change: str


def replies_workbook(
    title: str,
    replies: Sequence[Reply],
    near: Mapping[str, str],
    places: Places,
    translate: Translate,
) -> bytes:
    """Return the spreadsheet; ``near`` has for a remark without a place what it stands after."""
    cited = places.cited

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(translate("Answers"))
        wrapped = {"text_wrap": True, "valign": "top", "num_format": "@"}
        text, open_one = book.add_format(wrapped), book.add_format({"bg_color": "#FFF2CC"})
        head = book.add_format({**wrapped, "bold": True, "bg_color": "#E8EDF3"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, text)
        write_row(sheet, 0, [translate(name) for name in HEADS], head)
        for number, one in enumerate(replies, start=1):
            answer = "" if one.answer is Verdict.OPEN else one.answer.value
            about, change = cited.get(one.about, one.about), cited.get(one.change, one.change)
            after = near.get(one.key, "")
            cells = [side_words(one.side), about, after, one.quote, one.said, answer, one.reason]
            write_row(sheet, number, [*cells, change, one.key], text)
        if replies:
            _help(sheet, len(replies), open_one, translate)

    return workbook_bytes(title, fill)


def _help(sheet: Worksheet, last: int, open_one: object, translate: Translate) -> None:
    """Offer the answers, and colour what is still open: who speaks, a place, an answer."""
    answer, clause = HEADS.index(_ANSWER), HEADS.index(_CLAUSE)
    for head, known in ((_SIDE, SIDES), (_ANSWER, ANSWERS)):
        at = HEADS.index(head)
        message = translate("Choose one of: {known}").format(known=", ".join(known))
        offered = {
            "validate": "list",
            "source": list(known),
            "error_title": translate(head),
            "error_message": message,
        }
        sheet.data_validation(1, at, last, at, offered)
    for column in (HEADS.index(_SIDE), clause, answer):
        sheet.conditional_format(1, column, last, column, {"type": "blanks", "format": open_one})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(HEADS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def sheet_answers(
    sheets: Sequence[Sheet], known: Sequence[Reply], name: str, translate: Translate
) -> tuple[SheetAnswer, ...]:
    """Return what was filled in, of hidden rows too: a filter hides what is answered.

    Raises :class:`ProtocolkitError` with the row for what cannot be used.
    """
    heads = {translate(head).casefold(): head for head in HEADS}
    for sheet in sheets:
        for at, row in enumerate(sheet.rows):
            found = {
                heads[said]: column
                for column, cell in row.items()
                if (said := " ".join(cell.text.split()).casefold()) in heads
            }
            if _ANSWER in found and _KEY in found:
                return tuple(_answers(sheet, at + 1, found, known, name, translate))
    values = {"answer": translate(_ANSWER), "key": translate(_KEY)}
    raise ProtocolkitError(problem(SHEET_HEADS, Location(name), **values))


def _answers(
    sheet: Sheet,
    first: int,
    heads: Mapping[Marked, int],
    known: Sequence[Reply],
    name: str,
    translate: Translate,
) -> Iterator[SheetAnswer]:
    keys, seen = {one.key for one in known}, set[str]()
    for number, row in list(zip(sheet.numbers, sheet.rows, strict=True))[first:]:
        said = {head: row[at].text.strip() if at in row else "" for head, at in heads.items()}
        filled = [said.get(head, "") for head in (_ANSWER, _REASON, _CHANGE)]
        key = said[_KEY]
        if not key and not any(filled):
            continue
        answer = SheetAnswer(
            key=key,
            row=number,
            side=" ".join(said.get(_SIDE, "").split()).lower(),
            about=said.get(_CLAUSE, ""),
            answer=" ".join(said[_ANSWER].split()).lower(),
            reason=said.get(_REASON, ""),
            change=said.get(_CHANGE, ""),
        )
        for head, expected in _unfit(answer, keys, seen, translate):
            values = {"head": translate(head), "said": said[head] or "–", "expected": expected}
            raise ProtocolkitError(problem(SHEET_ROW, Location(name), row=str(number), **values))
        seen.add(key)
        yield answer


def _unfit(
    answer: SheetAnswer, keys: Collection[str], seen: Collection[str], translate: Translate
) -> Iterator[tuple[Marked, str]]:
    """Yield the columns of a row that say what cannot be, each with what is expected there."""
    if answer.side and answer.side not in SIDES:
        yield _SIDE, ", ".join(SIDES)
    if answer.answer and answer.answer not in ANSWERS:
        yield _ANSWER, ", ".join(ANSWERS)
    if answer.key not in keys:
        yield _KEY, translate(_KNOWN_KEY)
    if answer.key in seen:
        yield _KEY, translate(_ONE_ROW)
