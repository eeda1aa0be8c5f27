"""The comparison on paper: what is printed, and its PDF with every word of every clause."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import pytest

import seeds
from printing import elements, printed
from programs import Start
from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.comparison.concordance import AnswerStanding
from protocolkit.comparison.exports import column_standing
from protocolkit.comparison.judgements import Judgements
from protocolkit.comparison.matrix import Matrix, Presence
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.shared import comparison
from protocolkit.paper.shared.comparison import (
    ComparisonPaper,
    Question,
    comparison_paper,
    is_short,
    tables_of,
)
from protocolkit.text.words import glued, tokens
from small_boards import board, line_up, seed_judgements, topic_line

HERE = Location("protocols/regels/topics.yml")
HOSTILE = '#let x = 1 *a* _b_ $x^2$ @y <b> "q" \\n \\u{41} // c'
translate = translator("nl")


def paper_of(matrix: Matrix, judgements: Judgements) -> ComparisonPaper:
    return comparison_paper(matrix, judgements, translate)


def pdf_of(paper: ComparisonPaper, site: str = "") -> bytes:
    return matrix_pdf(paper, translate, site=site, location=HERE)


def many_boards(count: int) -> tuple[Matrix, Judgements]:
    boards = [board(f"b{n:02}", f"Een regel van {n}.") for n in range(count)]
    return line_up(boards, topic_line("een", {found.slug: ["a-1"] for found in boards}))


@pytest.fixture(scope="module")
def seed_paper() -> ComparisonPaper:
    return paper_of(seeds.matrix(), seed_judgements())


def test_every_clause_stands_in_its_cell(seed_paper: ComparisonPaper) -> None:
    matrix = seeds.matrix()
    titles = {theme.id: theme.title for theme in matrix.themes}
    cells = {
        (theme.title, question.title, head.name): box
        for theme in seed_paper.themes
        for strip in theme.strips
        for question in strip.questions
        for head, box in zip(strip.heads, question.boxes, strict=True)
    }
    for row in matrix.rows:
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            if (titles[row.topic.theme], row.topic.title, column.name) not in cells:
                # a board without anything in the whole table has no column
                assert cell.presence in (Presence.NOT_FOUND, Presence.UNKNOWN)
                assert not cell.clauses
                continue
            box = cells[titles[row.topic.theme], row.topic.title, column.name]
            said = [(c.label, tokens(f"{c.lead_in} {c.text}")) for c in cell.clauses]
            shown = [(line.label, tokens(line.text)) for line in box.lines]
            assert shown == said or (box.more and shown[:-1] == said[: len(shown) - 1])
            assert box.said or box.lines


def test_a_cell_that_is_too_long_says_where_its_whole_text_stands() -> None:
    found = board("b", *["De school belt. " * 40] * 4)
    matrix, judgements = line_up([found], topic_line("een", {"b": ["a-1", "a-2", "a-3", "a-4"]}))
    (box,) = paper_of(matrix, judgements).themes[0].strips[0].questions[0].boxes
    assert [len(line.text) for line in box.lines[:2]] == [639, 639]
    assert box.lines[2].text.endswith("De school …")
    assert sum(len(line.text) for line in box.lines) <= 1_502
    assert box.more == "Ingekort. De hele tekst staat in het document: Aanhef 3, Aanhef 4."


def row_of(*texts: str) -> tuple[Question, ...]:
    return row_paper(*texts).themes[0].strips[0].questions


def row_paper(*texts: str) -> ComparisonPaper:
    boards = [board(f"b{n}", *text.split("|")) for n, text in enumerate(texts)]
    anchors = {
        found.slug: [f"a-{n}" for n in range(1, text.count("|") + 2)]
        for found, text in zip(boards, texts, strict=True)
    }
    matrix, judgements = line_up(boards, topic_line("een", anchors))
    return paper_of(matrix, judgements)


@pytest.mark.parametrize(
    ("others", "is_cut", "is_whole"),
    [(1, True, True), (13, True, True), (60, True, False), (80, False, False)],
)
def test_a_cell_is_no_longer_than_those_beside_it_allow(
    others: int, is_cut: bool, is_whole: bool
) -> None:
    """A row of which few cells are long stands whole on a page, and is cut to fit there."""
    few, many = "De school belt. " * others, "De school belt. " * 80
    (question,) = row_of(many, few, few, few, many)
    lengths = [sum(len(line.text) for line in box.lines) for box in question.boxes]
    assert lengths[1] == len(few) - 1
    assert bool(question.boxes[0].more) is is_cut
    assert lengths[0] <= max(900, lengths[1])
    assert is_short(question) is is_whole


def test_a_row_of_a_few_longer_cells_is_not_cut() -> None:
    (question,) = row_of("Een regel.", "Een regel. " * 60, "Een regel.", "Een regel.", "Nee.")
    assert not any(box.more for box in question.boxes)
    assert is_short(question)


def nearly_empty(pdf: bytes) -> list[int]:
    """Return the pages with tables on which fewer than three of five columns have words."""
    with pdfplumber.open(io.BytesIO(pdf)) as found:
        return [
            page.page_number
            for page in found.pages[1:]
            if len({int((sign["x0"] - 40) / (page.width - 80) * 5) for sign in below(page)}) < 3
        ]


def below(page: Any) -> Any:
    """Return what stands below the head and the first question of a page, and above its foot."""
    return page.crop((40, 109, page.width - 40, page.height - 50)).chars


def test_no_page_shows_more_than_two_empty_columns() -> None:
    few, many = "De school belt.", "De school belt. " * 80
    for texts in ((few, few, few, few, many), (few, few, few, many, many)):
        assert nearly_empty(pdf_of(row_paper(*texts))) == []


def long_row(first: int, last: int) -> ComparisonPaper:
    words = "Plein uitgang kelder gang lijst trap melden oefening nood blussen ploeg brand "
    texts = ["", *((words * 50)[:size] for size in (455, first, 76, 1_454, last))]
    boards = [board(f"b{n}", text) for n, text in enumerate(texts)]
    anchors = {found.slug: ["a-1"] for found in boards[1:]}
    return paper_of(*line_up(boards, topic_line("een", anchors)))


_FIRST, _LAST = (1_050, 1_200), (900, 1_000, 1_200, 3_273)


@pytest.mark.parametrize("last", _LAST)
def test_no_few_lines_of_a_row_stand_on_a_page_of_their_own(last: int) -> None:
    for first in _FIRST:
        assert nearly_empty(pdf_of(long_row(first, last))) == []


def test_a_long_row_has_as_many_pages_in_word(tmp_path: Path, soffice: str, start: Start) -> None:
    sizes = [(first, last) for first in _FIRST for last in _LAST]
    names = [tmp_path / f"{first}-{last}.docx" for first, last in sizes]
    for name, size in zip(names, sizes, strict=True):
        name.write_bytes(matrix_docx(long_row(*size), translate))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    done = start(
        soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *names
    )
    assert done.returncode == 0
    for name, size in zip(names, sizes, strict=True):
        printed_pages = len(pypdfium2.PdfDocument(name.with_suffix(".pdf")))
        assert printed_pages == len(pypdfium2.PdfDocument(pdf_of(long_row(*size)))), name.name


def sparse(topics: int, words: str) -> ComparisonPaper:
    """Return a comparison of five boards; of the second half of the topics only one has any."""
    boards = [board(f"b{n}", *[f"{words} {n}."] * topics) for n in range(5)]
    having = [(4,) if at > topics / 2 else (0, 1, 3) for at in range(1, topics + 1)]
    lines = [
        topic_line(f"t{at}", {f"b{n}": [f"a-{at}"] for n in found})
        for at, found in enumerate(having, start=1)
    ]
    return paper_of(*line_up(boards, "".join(lines)))


def test_a_board_that_has_nothing_on_a_page_has_no_column_there_and_is_named() -> None:
    (theme,) = sparse(2, "De school belt.").themes
    (strip,) = theme.strips
    assert [head.name for head in strip.heads] == [f"Stichting B{n}" for n in (0, 1, 3, 4)]
    assert strip.missing == ("Niet gevonden bij: Stichting B2.",)
    # where the second half stands on pages of its own, three of four have nothing
    paper = sparse(40, "De school belt vaak. " * 6)
    first, second = paper.themes[0].strips
    assert (len(first.heads), first.missing) == (4, strip.missing)
    assert [head.name for head in second.heads] == ["Stichting B4"]
    names = ", ".join(f"Stichting B{n}" for n in range(4))
    assert second.missing == (f"Niet gevonden bij: {names}.",)
    told = [question.title for strip in paper.themes[0].strips for question in strip.questions]
    assert len(told) == len(set(told)) == 40
    with pypdfium2.PdfDocument(pdf_of(paper)) as read:
        text = glued("".join(page.get_textpage().get_text_range() for page in read))
    assert glued(second.missing[0]) in text


_BROKEN = "  source: {file: bron/b2.txt, complete: false}\n"


def test_a_board_whose_source_breaks_off_is_named_apart() -> None:
    boards = [
        board("b0", "Een regel."),
        board("b1", "Twee."),
        board("b2", "Drie.", settings=_BROKEN),
    ]
    paper = paper_of(*line_up(boards, topic_line("een", {"b0": ["a-1"]})))
    (strip,) = paper.themes[0].strips
    assert strip.missing == (
        "Niet gevonden bij: Stichting B1.",
        "Niet gevonden, en de bron is onvolledig, bij: Stichting B2.",
    )


def test_year_and_status_stand_under_every_name(seed_paper: ComparisonPaper) -> None:
    shown = [head.standing for head in seed_paper.themes[0].strips[0].heads]
    assert shown == [column_standing(column, translate) for column in seeds.matrix().columns]
    assert shown[2] == "2018, vastgesteld"
    assert "bron onvolledig" in shown[3]


@pytest.mark.parametrize(
    ("count", "widths"), [(1, [1]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (11, [4, 4, 3])]
)
def test_more_boards_come_in_tables_of_their_own(count: int, widths: list[int]) -> None:
    (theme,) = paper_of(*many_boards(count)).themes
    assert [len(strip.heads) for strip in theme.strips] == widths
    names = [head.name for strip in theme.strips for head in strip.heads]
    assert names == [f"Stichting B{n:02}" for n in range(count)]
    assert {strip.questions[0].title for strip in theme.strips} == {"Vraag een?"}


def test_a_proposal_is_marked() -> None:
    matrix, judgements = many_boards(1)
    (row,) = matrix.rows
    clause = replace(row.cells[0].clauses[0], standing=AnswerStanding.PROPOSED)
    cell = replace(row.cells[0], clauses=(clause,))
    paper = paper_of(replace(matrix, rows=(replace(row, cells=(cell,)),)), judgements)
    (line,) = paper.themes[0].strips[0].questions[0].boxes[0].lines
    assert line.remark == "voorstel, nog niet gecontroleerd"
    assert glued(line.remark) in glued("".join(text for _, _, text in printed(pdf_of(paper))))


def test_a_topic_of_an_unknown_theme_is_not_lost() -> None:
    matrix, judgements = many_boards(2)
    paper = paper_of(replace(matrix, themes=()), judgements)
    assert [theme.title for theme in paper.themes] == ["Andere onderwerpen"]


def test_too_much_for_paper_is_summed_up_in_the_words_of_who_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(comparison, "MOST_CHARACTERS", 0)
    texts = ["Bellen mag niet."] * 3 + ["Filmen mag in de pauze."] * 2
    boards = [board(f"b{n}", text) for n, text in enumerate(texts)]
    answers = {found.slug: ["a-1"] for found in boards}
    paper = paper_of(*line_up(boards, topic_line("een", answers)))
    assert "In deze vergelijking staan 5 documenten." in paper.explanation[0]
    (question,) = paper.themes[0].strips[0].questions
    first, second, third = question.boxes
    assert first.said == "In 3 documenten, in deze of bijna deze woorden:"
    assert [line.text for line in (*first.lines, *second.lines)] == [texts[0], texts[3]]
    assert first.lines[0].label == "Stichting B0, Aanhef 1"
    assert not third.said
    assert not third.lines
    assert len(paper.documents) == 5
    assert pdf_of(paper)


# -- What is printed --------------------------------------------------------------------------


def test_every_word_is_printed_in_its_cell(seed_paper: ComparisonPaper) -> None:
    pdf = pdf_of(seed_paper)
    documents = [(head.name, head.standing) for head in seed_paper.documents]
    boxes = [
        f"{box.said}{''.join(f'{line.label}: {line.text}' for line in box.lines)}{box.more}"
        for theme in seed_paper.themes
        for strip in theme.strips
        for question in strip.questions
        for box in question.boxes
    ]
    expected = [*(text for pair in documents for text in pair), *boxes]
    assert [glued(text) for text in elements(pdf, "TD")] == [glued(text) for text in expected]


def test_heads_and_questions_are_headers(seed_paper: ComparisonPaper) -> None:
    heads = [glued(text) for text in elements(pdf_of(seed_paper), "TH")]
    expected = [
        glued(text)
        for theme in seed_paper.themes
        for strip in theme.strips
        for questions in tables_of(strip)
        for text in (
            *(f"{head.name}{head.standing}" for head in strip.heads),
            *([" ".join(strip.missing)] if strip.missing else []),
            *(f"{question.title}{question.remark}" for question in questions),
        )
    ]
    assert heads[2:] == expected


def test_the_head_comes_on_every_page_that_lies_on_its_side(seed_paper: ComparisonPaper) -> None:
    made = pdf_of(seed_paper)
    document = pypdfium2.PdfDocument(made)
    total = len(document)
    assert nearly_empty(made) == []
    for number, page in enumerate(document, start=1):
        width, height = page.get_size()
        text = glued(page.get_textpage().get_text_range())
        assert width > height
        assert glued(f"Bladzijde {number} van {total}") in text
        assert glued(seed_paper.standing) in text
        assert all(glued(head.name) in text for head in seed_paper.documents)


def test_each_theme_has_a_bookmark_and_the_standards_are_declared(
    seed_paper: ComparisonPaper,
) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(seed_paper))) as pdf:
        with pdf.open_outline() as outline:
            names = [str(item.title) for item in outline.root]
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert names == [theme.title for theme in seed_paper.themes]
        assert str(pdf.docinfo.Title) == "Vergelijking: Sociale media"
        assert str(pdf.Root.Lang) == "nl-NL"
        assert "<pdfuaid:part>1" in metadata
        assert "<pdfaid:conformance>A" in metadata


def test_clauses_lead_to_the_website_only_when_its_address_is_known() -> None:
    paper = paper_of(*many_boards(1))
    assert _addresses(pdf_of(paper)) == set()
    assert _addresses(pdf_of(paper, site="javascript:alert(1)")) == set()
    assert _addresses(pdf_of(paper, site="https://voorbeeld.nl/p/")) == {
        "https://voorbeeld.nl/p/b00.html#",
        "https://voorbeeld.nl/p/b00.html#a-1",
    }


def _addresses(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {
            str(note.A.URI)
            for page in opened.pages
            for note in page.get("/Annots", [])
            if "/A" in note
        }


def test_hostile_text_is_printed_as_it_stands() -> None:
    (found,) = [board("b", HOSTILE.replace("<b>", "&lt;b&gt;"))]
    matrix, judgements = line_up([found], topic_line("een", {"b": ["a-1"]}))
    (row,) = matrix.rows
    clause = replace(row.cells[0].clauses[0], text=HOSTILE, label=HOSTILE)
    cell = replace(row.cells[0], clauses=(clause,))
    hostile = replace(matrix, title=HOSTILE, rows=(replace(row, cells=(cell,)),))
    shown = glued("".join(text for _, _, text in printed(pdf_of(paper_of(hostile, judgements)))))
    assert shown.count(glued(HOSTILE)) >= 3


def test_a_sign_that_no_font_has_is_named() -> None:
    found = board("b", "Een 🚲 in het rek.", organisation="{name: Stichting 中文}")
    paper = paper_of(*line_up([found], topic_line("een", {"b": ["a-1"]})))
    shown = glued("".join(text for _, _, text in printed(pdf_of(paper))))
    assert glued("Een [teken U+1F6B2] in het rek.") in shown
    assert glued("Stichting [tekens U+4E2D U+6587]") in shown


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert pdf_of(paper_of(*many_boards(7))) == pdf_of(paper_of(*many_boards(7)))
