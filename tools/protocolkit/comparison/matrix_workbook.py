"""The matrix as a spreadsheet to work with: wrapped cells, frozen head, filters, an explanation.

Every cell is written as a string, so none can become a
formula or a link; it has no date, since the comparison has none.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.comparison.exports import (
    EXPLANATION,
    RENDERINGS,
    cell_text,
    column_heading,
    column_standing,
)
from protocolkit.comparison.matrix import Column, Matrix

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# XlsxWriter always writes a date; it is taken out of this part again.
_PROPERTIES = "docProps/core.xml"
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
LONGEST = 32_000
"""How long a text may be: a spreadsheet's cell can hold 32,767 characters."""
_LAST_COLUMN = 16_383
_TOPIC_WIDTH, _SHORT_WIDTH, _CELL_WIDTH, _EXPLANATION_WIDTH = 34, 15, 48, 100

_FILTERS = mark("Use the arrows in the first row to show some rows only.")


def matrix_workbook(matrix: Matrix, translate: Translate) -> bytes:
    """Return the matrix as the bytes of an ``.xlsx`` file with two sheets."""
    title = translate("Comparison: {subject}").format(subject=matrix.title)

    def fill(book: Workbook) -> None:
        _fill_comparison(book, matrix, translate)
        _fill_explanation(book, matrix, title, translate)

    return workbook_bytes(title, fill)


def empty_workbook(source: Iterable[str], translate: Translate) -> bytes:
    """Return a spreadsheet whose rows somebody else writes.

    The cells A1, B1 and C1 of its first sheet are empty and have the looks of a head, a question
    and a text. Column A is for questions, B and C are short ones, all others are for texts. The
    other sheet explains it: the lines of ``source`` first, which say what was taken from where.
    """

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(translate("Comparison"))
        for column, look in enumerate(_looks(book)):
            sheet.write_blank(0, column, None, look)
        sheet.set_column(0, 0, _TOPIC_WIDTH)
        sheet.set_column(1, 2, _SHORT_WIDTH)
        sheet.set_column(3, _LAST_COLUMN, _CELL_WIDTH)
        _set_pages(sheet)
        title, *others = source
        _explain(book, title, [*others, "", *_explained(translate)], translate)

    return workbook_bytes(translate("Comparison"), fill)


def workbook_bytes(title: str, fill: Callable[[Workbook], None]) -> bytes:
    """Return a spreadsheet that ``fill`` fills; no text in it becomes a formula or a link."""
    import xlsxwriter  # noqa: PLC0415 - slow to load

    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": title})
        fill(book)
    return _without_date(stream)


def _without_date(stream: io.BytesIO) -> bytes:
    """Return a spreadsheet's bytes without the day on which it was made."""
    left = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(left, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            target.writestr(
                entry, _DATES.sub(b"", content) if entry.filename == _PROPERTIES else content
            )
    return left.getvalue()


def _fill_comparison(book: Workbook, matrix: Matrix, translate: Translate) -> None:
    sheet = book.add_worksheet(translate("Comparison"))
    head, question, text = _looks(book)
    names = [column_heading(column, translate) for column in matrix.columns]
    labels = [translate("Topic"), translate("Theme"), translate("For whom")]
    write_row(sheet, 0, [*labels, translate("Kind of text"), *names], head)
    themes = {theme.id: theme.title for theme in matrix.themes}
    for number, row in enumerate(matrix.rows, start=1):
        topic = row.topic
        theme = themes.get(topic.theme, topic.theme)
        cells = [cell_text(cell, translate) for cell in row.cells]
        short = [theme, topic.audience.value, topic.kind.value]
        write_row(sheet, number, [topic.title], question)
        write_row(sheet, number, [*short, *cells], text, first=1)
    last_column = 3 + len(matrix.columns)
    sheet.set_column(0, 0, _TOPIC_WIDTH)
    sheet.set_column(1, 3, _SHORT_WIDTH)
    sheet.set_column(4, last_column, _CELL_WIDTH)
    sheet.autofilter(0, 0, len(matrix.rows), last_column)
    _set_pages(sheet)


def _looks(book: Workbook) -> tuple[Format, Format, Format]:
    """Return how a head, a question and a text look in a sheet."""
    wrapped = {"text_wrap": True, "valign": "top"}
    head = book.add_format({**wrapped, "bold": True, "bg_color": "#E8EDF3"})
    return head, book.add_format({**wrapped, "bold": True}), book.add_format(wrapped)


def _set_pages(sheet: Worksheet) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _fill_explanation(book: Workbook, matrix: Matrix, title: str, translate: Translate) -> None:
    documents = [_document(column, translate) for column in matrix.columns]
    lines = [*_explained(translate, _FILTERS), "", *documents]
    _explain(book, title, lines, translate)


def _explained(translate: Translate, *more: Marked) -> list[str]:
    return [translate(line) for line in (*EXPLANATION, *more, RENDERINGS)]


def _explain(book: Workbook, title: str, lines: list[str], translate: Translate) -> None:
    sheet = book.add_worksheet(translate("Explanation"))
    bold = book.add_format({"bold": True})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _EXPLANATION_WIDTH)
    write_row(sheet, 0, [title], bold)
    for number, line in enumerate(lines, start=2):
        write_row(sheet, number, [line], text)


def _document(column: Column, translate: Translate) -> str:
    return f"{column.name} ({column_standing(column, translate)})"


def write_row(
    sheet: Worksheet, row: int, texts: list[str], look: Format, *, first: int = 0
) -> None:
    """Write texts in a row, each as a string and none too long for a cell."""
    for column, text in enumerate(texts, start=first):
        sheet.write_string(row, column, in_cell(text), look)


def in_cell(text: str) -> str:
    """Return a text as a cell holds it: one that is too long is cut, and says so."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} […]"
