"""The comparison as a Word file: every clause in its cell, valid, the same bytes."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

import seeds
from programs import IsValidWord
from protocolkit.base.messages import translator
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.shared.comparison import ComparisonPaper, comparison_paper
from small_boards import seed_judgements


@pytest.fixture(scope="module")
def paper() -> ComparisonPaper:
    return comparison_paper(seeds.matrix(), seed_judgements(), translator("nl"))


def document_of(paper: ComparisonPaper, site: str = "") -> Document:
    return docx.Document(io.BytesIO(matrix_docx(paper, translator("nl"), site=site)))


def test_every_clause_stands_in_its_cell(paper: ComparisonPaper) -> None:
    strips = [strip for theme in paper.themes for strip in theme.strips]
    for strip, table in zip(strips, document_of(paper).tables, strict=True):
        heads = [f"{head.name}\n{head.standing}" for head in strip.heads]
        assert [cell.text for cell in table.rows[0].cells] == heads
        rows = table.rows[1:]
        for question, over, shown in zip(strip.questions, rows[::2], rows[1::2], strict=True):
            assert {cell.text for cell in over.cells} == {f"{question.title} {question.remark}"}
            texts = [cell.text for cell in shown.cells]
            for box, text in zip(question.boxes, texts, strict=True):
                lines = [f"{line.label}: {line.text}" for line in box.lines]
                assert text == "\n".join([box.said, *lines] if box.said else lines)


def test_themes_are_headings(paper: ComparisonPaper) -> None:
    shown = [
        p.text for p in document_of(paper).paragraphs if p.style and p.style.name == "Heading 1"
    ]
    assert shown == [theme.title for theme in paper.themes]


def test_the_head_comes_on_every_page_that_lies_on_its_side(paper: ComparisonPaper) -> None:
    document = document_of(paper)
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    heads = document.element.body.xpath(".//w:tbl/w:tr[w:trPr/w:tblHeader]")
    assert len(heads) == len(document.tables)
    footer = section.footer.paragraphs[0].text
    assert footer == paper.standing


def test_a_long_row_may_break_and_nothing_keeps_all_rows_together(paper: ComparisonPaper) -> None:
    document = document_of(paper)
    rows = document.element.body.xpath(".//w:tbl/w:tr[not(w:trPr/w:tblHeader)]")
    whole = [row for row in rows if row.xpath("w:trPr/w:cantSplit")]
    assert 0 < len(whole) < len(rows)
    styles = {style.get(qn("w:val")) for row in rows for style in row.xpath(".//w:pStyle")}
    assert styles == {"TableQuestion", "TableText"}


def test_clauses_lead_to_the_website_only_when_its_address_is_known(
    paper: ComparisonPaper,
) -> None:
    def addresses(site: str) -> list[str]:
        relations = document_of(paper, site).part.rels.values()
        return [found.target_ref for found in relations if found.is_external]

    assert addresses("") == addresses("javascript:alert(1)") == []
    assert "https://voorbeeld.nl/cvo-baarn-soest#art-a-1" in addresses("https://voorbeeld.nl")


def test_the_label_of_each_clause_is_what_leads_there(paper: ComparisonPaper) -> None:
    def leading(site: str) -> list[str]:
        found = document_of(paper, site).element.body.iter(qn("w:hyperlink"))
        return [one.text for one in found if one.get(qn("r:id"))]

    boxes = [b for t in paper.themes for s in t.strips for q in s.questions for b in q.boxes]
    assert leading("https://voorbeeld.nl") == [line.label for box in boxes for line in box.lines]
    assert leading("") == []


def test_the_file_is_valid_and_always_the_same(
    paper: ComparisonPaper, tmp_path: Path, valid_word: IsValidWord
) -> None:
    made = matrix_docx(paper, translator("nl"))
    assert made == matrix_docx(paper, translator("nl"))
    path = tmp_path / "matrix.docx"
    path.write_bytes(made)
    valid_word(path)
