"""The comparison as a Word file: every clause in its cell, valid, the same bytes."""

from __future__ import annotations

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from protocolkit.collection import read_collection
from protocolkit.comparison.matrix import Matrix, make_matrix
from protocolkit.messages import translator
from protocolkit.paper.docx.matrix import MOST_COLUMNS, matrix_docx
from seeds import ROOT

_VALIDATOR = ROOT / "node_modules" / ".bin" / "ooxml-validator"


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    subject = read_collection(ROOT).subjects[0]
    assert subject.concordance is not None
    return make_matrix(subject.protocols, subject.concordance, lambda p, a: f"{p.slug}#{a}")


def test_every_clause_stands_in_its_cell(matrix: Matrix) -> None:
    table = docx.Document(io.BytesIO(matrix_docx(matrix, translator("nl")))).tables[0]
    assert [c.text for c in table.rows[0].cells][1:] == [
        f"{column.name} ({column.year or 'jaar onbekend'})" for column in matrix.columns
    ]
    for row, shown in zip(matrix.rows, table.rows[1:], strict=True):
        texts = [cell.text for cell in shown.cells]
        assert texts[0] == row.topic.title
        for cell, text in zip(row.cells, texts[1:], strict=True):
            for clause in cell.clauses:
                assert f"{clause.label}: " in text
                assert clause.text in text
            assert cell.clauses or text


def test_the_head_comes_on_every_page_that_lies_on_its_side(matrix: Matrix) -> None:
    document = docx.Document(io.BytesIO(matrix_docx(matrix, translator("nl"))))
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    heads = document.element.body.xpath(".//w:tbl/w:tr[w:trPr/w:tblHeader]")
    assert len(heads) == len(document.tables) == 1


def test_many_boards_come_in_several_tables(matrix: Matrix) -> None:
    many = replace(
        matrix,
        columns=matrix.columns * 3,
        rows=tuple(replace(row, cells=row.cells * 3) for row in matrix.rows),
    )
    tables = docx.Document(io.BytesIO(matrix_docx(many, translator("nl")))).tables
    assert [len(table.columns) - 1 for table in tables] == [MOST_COLUMNS, MOST_COLUMNS, 3]


def test_the_file_is_valid_and_always_the_same(matrix: Matrix, tmp_path: Path) -> None:
    made = matrix_docx(matrix, translator("nl"))
    assert made == matrix_docx(matrix, translator("nl"))
    if not _VALIDATOR.exists():
        pytest.skip("the validator of Word files is not installed (npm ci)")
    path = tmp_path / "matrix.docx"
    path.write_bytes(made)
    done = subprocess.run([str(_VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    assert (found["ok"], found["errors"]) == (True, [])
