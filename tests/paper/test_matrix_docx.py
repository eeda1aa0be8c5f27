"""The comparison as a Word file: every clause in its cell, valid, the same bytes."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.document import Document
from docx.oxml.ns import qn

import seeds
from programs import IsValidWord
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.shared.comparison import ComparisonPaper, comparison_paper, tables_of
from small_boards import seed_judgements


@pytest.fixture(scope="module")
def paper() -> ComparisonPaper:
    return comparison_paper(seeds.matrix(), seed_judgements(), translator("nl"))


def document_of(paper: ComparisonPaper, site: str = "") -> Document:
    return docx.Document(io.BytesIO(matrix_docx(paper, translator("nl"), site=site)))


def test_every_clause_stands_in_its_cell(paper: ComparisonPaper) -> None:
    wanted = [(s, q) for theme in paper.themes for s in theme.strips for q in tables_of(s)]
    _, *tables = document_of(paper).tables
    for (strip, questions), table in zip(wanted, tables, strict=True):
        heads = [f"{head.name}\n{head.standing}" for head in strip.heads]
        assert [cell.text for cell in table.rows[0].cells] == heads
        rows = table.rows[1:]
        if strip.missing:
            assert {cell.text for cell in rows[0].cells} == {" ".join(strip.missing)}
            rows = rows[1:]
        for question, over, shown in zip(questions, rows[::2], rows[1::2], strict=True):
            assert {cell.text for cell in over.cells} == {f"{question.title} {question.remark}"}
            texts = [cell.text for cell in shown.cells]
            for box, text in zip(question.boxes, texts, strict=True):
                lines = [f"{line.label}: {line.text}" for line in box.lines]
                assert text == "\n".join(filter(None, [box.said, *lines, box.more]))


def test_the_front_names_the_documents_and_the_pages_of_the_themes(paper: ComparisonPaper) -> None:
    """The pages are those of the PDF, which has the same tables."""
    document = document_of(paper)
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows[1:]]
    assert rows == [[head.name, head.standing] for head in paper.documents]
    lines = [p for p in document.paragraphs if p.style and p.style.style_id == "TOC2"]
    shown = [line.text.split("\t") for line in lines]
    assert [title for title, _ in shown] == [theme.title for theme in paper.themes]
    pages = [int(page) for _, page in shown]
    with pdfplumber.open(io.BytesIO(matrix_pdf(paper, translator("nl"), location=NOWHERE))) as pdf:
        for (title, _), number in zip(shown, pages, strict=True):
            assert title in pdf.pages[number - 1].extract_text().splitlines()
    names = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    assert {
        one.get(qn("w:anchor")) for line in lines for one in line._p.iter(qn("w:hyperlink"))
    } == names


def test_its_language_is_said_with_its_country(paper: ComparisonPaper) -> None:
    assert document_of(paper).core_properties.language == "nl-NL"


def test_themes_are_headings(paper: ComparisonPaper) -> None:
    shown = [
        p.text for p in document_of(paper).paragraphs if p.style and p.style.name == "Heading 1"
    ]
    assert shown == [theme.title for theme in paper.themes]


def test_what_runs_along_on_pages_that_lie_on_their_side(paper: ComparisonPaper) -> None:
    section = document_of(paper).sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    assert section.header.paragraphs[0].text.strip() == paper.title
    assert not section.first_page_header.paragraphs[0].text
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text == paper.standing


def test_a_long_row_may_break_and_its_question_comes_back(paper: ComparisonPaper) -> None:
    _, *tables = document_of(paper).tables
    for table in tables:
        rows = table._tbl.findall(qn("w:tr"))
        repeated = [row for row in rows if row.xpath("w:trPr/w:tblHeader")]
        may_break = [row for row in rows if not row.xpath("w:trPr/w:cantSplit")]
        assert repeated == rows[: len(repeated)]
        heads = 1 + any("Niet gevonden" in "".join(row.itertext()) for row in rows[1:2])
        # the heads, and the question of the one row that may break
        assert (len(repeated), len(rows) - len(may_break)) == (
            (heads + 1, heads + 1) if may_break else (heads, len(rows))
        )
    assert {len(table.rows) for table in tables} > {3}


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
    labels = [line.label for box in boxes for line in box.lines]
    assert leading("https://voorbeeld.nl") == [*(one.name for one in paper.documents), *labels]
    assert leading("") == []


def test_the_file_is_valid_and_always_the_same(
    paper: ComparisonPaper, tmp_path: Path, valid_word: IsValidWord
) -> None:
    made = matrix_docx(paper, translator("nl"))
    assert made == matrix_docx(paper, translator("nl"))
    path = tmp_path / "matrix.docx"
    path.write_bytes(made)
    valid_word(path)
