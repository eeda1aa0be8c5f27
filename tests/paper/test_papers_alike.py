"""The papers around a protocol look the same in PDF and Word: letters, weights, lines, bullets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from paper_others import others
from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import translator
from protocolkit.document.model import Protocol
from protocolkit.paper.house.reference import Reference
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.house.word_styles import HEADINGS, TITLE, StyleLook, WordStyles
from protocolkit.paper.leaflets.leaflet import Grid, Heading, Leaflet, Leaflets, Tone, Words
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.reading.reader import read_protocol_text
from was_wordt_tables import sheet_between

_DUTCH = translator("nl")
_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_BETWEEN = "w:tblBorders/w:insideV"
_REDLINE = "versie-met-wijzigingen"
_Look = tuple[float, bool]
"""The size of letters in points, and whether they are bold."""


def _leaflet() -> tuple[bytes, bytes]:
    """Return a paper with a part of every kind, as PDF and Word file."""
    parts = (
        Words(text="Een gewone alinea."),
        Words(text="Een kleine alinea.", tone=Tone.SMALL),
        Words(text="Dit moet u weten.", tone=Tone.NOTICE),
        Words(text="Dit ontbreekt nog.", tone=Tone.OPEN),
        Heading(text="Een kop"),
        Grid(heads=("Wat", "Wie"), rows=(("Bellen", "De mentor"),), shares=(1, 1), has_names=True),
        Grid(heads=("Namens", "Datum"), rows=(("de voorzitter", ""),), shares=(1, 1), height=14),
    )
    paper = Leaflet(organisation="De Brug", title="Formulier", standing="Een brief.", parts=parts)
    papers = Leaflets(title="Formulier", leaflets=(paper,))
    return leaflets_pdf(papers, _DUTCH, location=NOWHERE), leaflets_docx(papers, _DUTCH)


def _made(name: str) -> tuple[bytes, bytes]:
    return _leaflet() if name == "brief" else others()[name]()


def _in_pdf(file: bytes) -> dict[str, set[_Look]]:
    """Return how the words of each line of a PDF look, by cells of tables too."""
    found: dict[str, set[_Look]] = {}
    with pdfplumber.open(io.BytesIO(file)) as opened:
        for page in opened.pages:
            for word in page.extract_words(
                keep_blank_chars=True, x_tolerance=8, extra_attrs=["fontname", "size"]
            ):
                look = (round(word["size"], 1), "Bold" in word["fontname"])
                found.setdefault(word["text"].strip(), set()).add(look)
    return found


def _in_word(file: bytes) -> dict[str, set[_Look]]:
    """Return how the words of each paragraph of a Word file look that looks one way."""
    found: dict[str, set[_Look]] = {}
    document = docx.Document(io.BytesIO(file))
    for part in (document.element.body, document.sections[-1].footer._element):
        for paragraph in part.iter(qn("w:p")):
            runs = [run for run in paragraph.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
            style = document.styles.element.find(f"w:style[@w:styleId='{paragraph.style}']", _W)
            looks = {_look(document, style, run) for run in runs}
            if len(looks) == 1:
                words = "".join(run.text for run in runs).strip()
                found.setdefault(words, set()).update(looks)
    return found


def _look(document: Any, style: Any, run: Any) -> _Look:
    chain = list(_based(document, style))
    sizes = [one.find("w:rPr/w:sz", _W) for one in chain]
    size = next((one.get(qn("w:val")) for one in sizes if one is not None), "21")
    bold = any(one.find("w:rPr/w:b", _W) is not None for one in (run, *chain))
    return int(size) / 2, bold


def _based(document: Any, style: Any) -> Iterator[Any]:
    while style is not None:
        yield style
        above = style.find("w:basedOn", _W)
        name = above.get(qn("w:val")) if above is not None else ""
        style = document.styles.element.find(f"w:style[@w:styleId='{name}']", _W)


@pytest.mark.parametrize(
    ("name", "alike"),
    [("brief", 12), ("was-wordt", 20), ("besluitformulier", 20), ("vergelijking", 40)],
)
def test_what_stands_on_a_line_has_one_look_in_both(name: str, alike: int) -> None:
    files = _made(name)
    pdf, word = _in_pdf(files[0]), _in_word(files[1])
    # a box to tick is set in another typeface in each, as large to the eye
    both = (pdf.keys() & word.keys()) - {"☐"}
    assert len(both) >= alike, both
    # the same words may stand in several places, not each of them on one line
    assert {
        words: (pdf[words], word[words]) for words in both if not pdf[words] & word[words]
    } == {}


@pytest.mark.parametrize("name", ["brief", "was-wordt"])
def test_columns_are_parted_by_rules_in_both(name: str) -> None:
    pdf, word = _made(name)
    document = docx.Document(io.BytesIO(word))
    for table in document.element.body.iter(qn("w:tbl")):
        assert table.tblPr.find(_BETWEEN, _W) is not None
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        assert {round(line["x0"]) for line in page.lines if line["x0"] == line["x1"]}


def test_how_changes_look_is_told_in_a_list_in_both_and_what_lacks_stands_out() -> None:
    pdf, word = _made("was-wordt")
    document = docx.Document(io.BytesIO(word))
    told = [one.text for one in document.paragraphs if "woorden" in one.text]
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        words = opened.pages[0].extract_words()
    assert len(told) == sum(word["text"].startswith("•") for word in words) == 2
    assert all(text.startswith("•\t") for text in told)
    [colour] = {
        run.find("w:rPr/w:color", _W).get(qn("w:val"))
        for run in document.element.body.iter(qn("w:r"))
        if run.text == "Nog invullen."
    }
    assert colour == "7A4300"


def test_a_title_has_the_look_that_a_board_gives_it_in_both() -> None:
    light = StyleLook(size=18, bold=False, italic=True)
    heading = StyleLook(size=13, bold=False)
    styles = WordStyles(looks={TITLE: light, HEADINGS[0]: heading})
    style = HouseStyle(reference=Reference(styles=styles))
    paper = Leaflet(
        organisation="De Brug", title="Formulier", standing="Een.", parts=(Heading(text="Kop"),)
    )
    papers = Leaflets(title="Formulier", leaflets=(paper,))
    sheet = sheet_between(_bellen("anders"), _bellen("eerst"))
    for file, words in (
        (leaflets_pdf(papers, _DUTCH, location=NOWHERE, style=style), ("Formulier", "Kop")),
        (was_wordt_pdf(sheet, _DUTCH, NOWHERE, style=style), (sheet.title, sheet.table_heading)),
    ):
        looks = _in_pdf(file)
        assert [looks[word] for word in words] == [{(18.0, False)}, {(13.0, False)}]


def _bellen(words: str) -> Protocol:
    return read_protocol_text(f"# Bellen\n\n{{#a}}\n1. Bel {words}.\n").protocol


def test_what_a_redline_says_of_its_changes_looks_the_same_in_both() -> None:
    pdf, word = (
        read(file) for read, file in zip((_in_pdf, _in_word), _made(_REDLINE), strict=True)
    )
    said = (
        "Wat er is gewijzigd",
        "Gewijzigd (3): 1.1.3, 1.3.3, 2.2.3.",
        "Gewijzigd: 3; Vervallen: 5.",
    )
    assert [pdf[words] for words in said] == [word[words] for words in said]


def test_a_box_in_the_pdf_is_large_enough_to_tick_with_a_pen() -> None:
    with pdfplumber.open(io.BytesIO(_made("besluitformulier")[0])) as opened:
        boxes = [sign for sign in opened.pages[0].chars if sign["text"] == "☐"]
    assert len(boxes) == 4
    assert all(box["size"] > 14 for box in boxes)
