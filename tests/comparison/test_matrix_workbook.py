from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import openpyxl

from protocolkit.base.messages import translator
from protocolkit.comparison.exports import cell_text
from protocolkit.comparison.matrix_workbook import matrix_workbook
from seeds import matrix


def test_the_sheet_holds_every_cell_as_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(matrix_workbook(matrix(), translator())))
    assert book.sheetnames == ["Vergelijking", "Uitleg"]
    sheet = book["Vergelijking"]
    for number, row in enumerate(matrix().rows, start=2):
        cells = [sheet.cell(number, column).value for column in range(5, 5 + len(row.cells))]
        assert cells == [cell_text(cell, translator()) for cell in row.cells]
        assert sheet.cell(number, 1).value == row.topic.title
    kinds = {cell.data_type for line in sheet.iter_rows() for cell in line}
    assert kinds == {"s"}
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref is not None


def test_what_looks_like_a_formula_stays_text() -> None:
    column = replace(matrix().columns[0], name="=cmd|x")
    hostile = replace(matrix(), title="=1+1", columns=(column,), rows=())
    book = openpyxl.load_workbook(io.BytesIO(matrix_workbook(hostile, translator())))
    values = [cell for line in book["Vergelijking"].iter_rows() for cell in line]
    assert values[-1].value == "=cmd|x (2019)"
    assert {cell.data_type for cell in values} == {"s"}


def test_the_same_matrix_gives_the_same_bytes() -> None:
    assert matrix_workbook(matrix(), translator()) == matrix_workbook(matrix(), translator())


def test_a_spreadsheet_has_no_date() -> None:
    with zipfile.ZipFile(io.BytesIO(matrix_workbook(matrix(), translator()))) as opened:
        text = opened.read("docProps/core.xml").decode()
    assert "<dc:title>Vergelijking: " in text
    assert "dcterms:" not in text.partition("<dc:title>")[2]
    assert not re.search(r"\d{4}-\d\d-\d\d", text)
