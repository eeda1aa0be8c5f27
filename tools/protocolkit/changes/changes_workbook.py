"""A change set as a spreadsheet: a row for each change, marked words in rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_list import KIND_WORDS, ChangeList, Row
from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.marked_lines import Lines, Run, Shade
from protocolkit.comparison.matrix_workbook import LONGEST, workbook_bytes, write_row

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_HEADS = (
    mark("Where"),
    mark("What"),
    mark("Before"),
    mark("Now"),
    mark("Words gone"),
    mark("Words new"),
    mark("Anchor"),
)
_WIDTHS = (26, 22, 70, 70, 12, 12, 30)


def changes_workbook(found: ChangeList, translate: Translate) -> bytes:
    """Return a change set as the bytes of an ``.xlsx`` file with two sheets."""

    def fill(book: Workbook) -> None:
        _fill_changes(book, found, translate)
        _fill_summary(book, found, translate)

    return workbook_bytes(found.title, fill)


def _fill_changes(book: Workbook, found: ChangeList, translate: Translate) -> None:
    sheet = book.add_worksheet(translate("Changes"))
    wrapped = {"text_wrap": True, "valign": "top"}
    looks = {
        Shade.SAME: book.add_format({}),
        Shade.GONE: book.add_format({"font_strikeout": True, "font_color": "#7A1710"}),
        Shade.COME: book.add_format({"underline": 1, "bold": True, "font_color": "#0D4A1C"}),
        Shade.ALONG: book.add_format({"italic": True}),
    }
    text = book.add_format(wrapped)
    head = book.add_format({**wrapped, "bold": True, "bg_color": "#E8EDF3"})
    write_row(sheet, 0, [translate(name) for name in _HEADS], head)
    for number, row in enumerate(found.rows, start=1):
        what = f"{row.what} ({row.remark})" if row.remark else row.what
        write_row(sheet, number, [row.place, what], text)
        _write_side(sheet, (number, 2), row.old, looks, text)
        _write_side(sheet, (number, 3), row.new, looks, text)
        sheet.write_number(number, 4, row.removed_words, text)
        sheet.write_number(number, 5, row.added_words, text)
        write_row(sheet, number, [_anchors(row)], text, first=6)
    kind = translate(KIND_WORDS[ChangeKind.RENUMBERED])
    for line, cited in enumerate(found.numbers, start=len(found.rows) + 1):
        write_row(sheet, line, [cited.new, kind, cited.old, cited.new], text)
        sheet.write_number(line, 4, 0, text)
        sheet.write_number(line, 5, 0, text)
        write_row(sheet, line, [cited.anchors], text, first=6)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(found.rows) + len(found.numbers), len(_WIDTHS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _anchors(row: Row) -> str:
    return row.new_anchors or row.old_anchors


def _write_side(
    sheet: Worksheet,
    place: tuple[int, int],
    side: Lines,
    looks: dict[Shade, Format],
    text: Format,
) -> None:
    """Write a side as rich text, which needs two runs; one that is too long, without marks."""
    runs = [run for line in side for run in (*line, Run("\n", Shade.SAME)) if run.text][:-1]
    whole = "".join(run.text for run in runs)
    if len(runs) < 2 or len(whole) > LONGEST:
        look = looks[runs[0].shade] if len(runs) == 1 else text
        write_row(sheet, place[0], [whole], look if len(runs) == 1 else text, first=place[1])
        return
    parts: list[object] = []
    for run in runs:
        parts += [looks[run.shade], run.text]
    sheet.write_rich_string(*place, *parts, text)


def _fill_summary(book: Workbook, found: ChangeList, translate: Translate) -> None:
    sheet = book.add_worksheet(translate("Explanation"))
    text = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 2, 70)
    write_row(sheet, 0, [found.title], bold)
    write_row(sheet, 1, [translate("Before"), *found.old], text)
    write_row(sheet, 2, [translate("Now"), *found.new], text)
    number = 4
    for line in found.summary:
        write_row(sheet, number, [line], text)
        number += 1
    for fact in found.facts:
        write_row(sheet, number, [fact.name, fact.old, fact.new], text)
        number += 1
