"""A school's protocol that was taken over: its own shows, and no word of the text changes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from docutils.utils import new_document
from lxml import etree

from printing import printed, printed_words
from protocolkit.base.location import Location
from protocolkit.base.messages import translator
from protocolkit.document.adopted import SchoolPart, adoption_note, school_parts
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens, shown_labels
from protocolkit.drafting.new.adopting import adopt
from protocolkit.drafting.new.answers import NONE, Answers
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol
from protocolkit.site.engine.doctree import build_doctree
from protocolkit.site.engine.nodes import school_mark
from protocolkit.text.words import glued

DUTCH = translator("nl")
BOARD = """\
---
protocol:
  organisation: {name: Stichting De Linde}
---

# Protocol telefoons

{#hs-1}
## 1 Regels

{#a-1}
1. De telefoon ligt in de kluis.

{#a-2}
2. Op \\[naam van de school\\] mag bellen niet.

{#a-3}
3. Filmen mag met toestemming.[^1]

{#a-4}
Dit geldt voor iedereen.

[^1]: Van de directeur.
"""
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
EXPECTED = {
    "a-2": SchoolPart.FILLED_IN,
    "a-3": SchoolPart.CHANGED,
    "noot-1": SchoolPart.CHANGED,
    "aanvulling-1": SchoolPart.ADDED,
}


def adopted(addition: str = "Ook in de pauze.") -> Protocol:
    board = read_protocol_text(BOARD, subject="telefoons", slug="de-linde").protocol
    where = Protocol(
        facts=Facts(organisation=Organisation(name="De Brug")),
        title=(),
        parts=(),
        subject="telefoons",
        slug="de-brug",
    )
    answers = Answers(
        organisation=Organisation(name="De Brug"),
        adopts="de-linde",
        placeholders={"aanvulling": addition},
    )
    return adopt(board, answers, where, DUTCH)


def changed() -> Protocol:
    text = write_protocol(adopted())
    text = text.replace("met toestemming", "nooit").replace("Van de directeur", "Van niemand")
    return read_protocol_text(text, subject="telefoons", slug="de-brug").protocol


def test_what_is_not_the_boards_is_the_schools() -> None:
    assert school_parts(changed()) == EXPECTED


def test_an_untouched_text_is_the_boards_and_a_found_one_nobody_elses() -> None:
    board = read_protocol_text(BOARD.replace("\\[naam van de school\\]", "school")).protocol
    assert school_parts(board) == {}
    assert adoption_note(board, DUTCH) == ""
    whole = read_protocol_text(write_protocol(adopted(NONE))).protocol
    assert set(school_parts(whole)) == {"a-2"}


def test_the_cover_says_whose_the_text_is() -> None:
    note = make_cover(changed(), DUTCH).adoption
    assert note.startswith("De tekst komt woord voor woord van Stichting De Linde. Naast wat de")
    assert make_cover(read_protocol_text(BOARD).protocol, DUTCH).adoption == ""


def test_on_the_website_a_mark_stands_before_the_words_and_outside_them() -> None:
    document = new_document("de-brug.md")
    placed = replace(changed(), location=Location("protocols/regels/de-brug.md"))
    build_doctree(placed, document, "nl")
    marks = {}
    for node in document.findall(school_mark):
        inside_item = "clause-text" in node.parent["classes"]
        holder = node.parent.parent if inside_item else node.parent
        marks[holder["ids"][0]] = node["text"]
    assert marks == {
        "a-2": "ingevuld door de school",
        "a-3": "gewijzigd door de school",
        "noot-1": "gewijzigd door de school",
        "aanvulling-1": "toegevoegd door de school",
    }
    assert "door de school" not in document.astext().replace("Naast wat de school", "")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write_pdf(changed(), make_cover(changed(), DUTCH), DUTCH)


def test_in_the_pdf_a_sign_is_heard_and_the_words_stay_the_texts(pdf: bytes) -> None:
    assert _alternatives(pdf) == [
        "ingevuld door de school",
        "gewijzigd door de school",
        "gewijzigd door de school",
        "toegevoegd door de school",
    ]
    body, notes = printed_words(pdf)
    assert body + notes == glued("".join(protocol_tokens(changed())))
    shown = glued("".join(text for _, role, text in printed(pdf) if not role))
    assert all(glued(short) in shown for short in ("ingevuld", "gewijzigd", "toegevoegd"))


def test_a_clause_that_goes_on_on_the_next_page_may_call_a_note_of_the_schools_own() -> None:
    text = write_protocol(changed()).replace("nooit", "nooit, " + "en ook dan niet, " * 900)
    long = read_protocol_text(text, subject="telefoons", slug="de-brug").protocol
    assert school_parts(long) == EXPECTED
    body, notes = printed_words(write_pdf(long, make_cover(long, DUTCH), DUTCH))
    assert body + notes == glued("".join(protocol_tokens(long)))


def _alternatives(pdf: bytes) -> list[str]:
    def figures(element: Any) -> list[str]:
        inner = element.get("/K", [])
        children = list(inner) if isinstance(inner, pikepdf.Array) else [inner]
        found = [str(element.Alt)] if element.get("/S") == "/Figure" else []
        nested = [child for child in children if isinstance(child, pikepdf.Dictionary)]
        return found + [alt for child in nested for alt in figures(child)]

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = figures(opened.Root.StructTreeRoot)
        labels = shown_labels(changed()).values()
        return sorted((one for one in said if one not in labels), key=_ORDER.index)


_ORDER = ["ingevuld door de school", "gewijzigd door de school", "toegevoegd door de school"]


def test_in_word_a_bar_stands_beside_it_and_a_sign_is_heard() -> None:
    made = write_docx(changed(), make_cover(changed(), DUTCH), DUTCH)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        notes = etree.fromstring(package.read("word/footnotes.xml"))
    barred = [
        re.sub("\u200b.*\u200b", "", "".join(found.itertext()))
        for root in (body, notes)
        for found in root.xpath("//w:p[w:pPr/w:pBdr]", namespaces=NAMESPACES)
    ]
    assert barred == [
        "2.Op De Brug mag bellen niet.",
        "3.Filmen mag nooit.",
        "1.Ook in de pauze.",
        "Van niemand.",
    ]
    heard = body.xpath("//wp:docPr/@descr", namespaces=NAMESPACES)
    assert heard == _ORDER
    assert made == write_docx(changed(), make_cover(changed(), DUTCH), DUTCH)


def test_an_import_of_our_own_files_gets_the_text_and_no_marks(pdf: bytes) -> None:
    made = write_docx(changed(), make_cover(changed(), DUTCH), DUTCH)
    from_word = "\n".join(line.text for line in extract_word(made).lines)
    from_pdf = "\n".join(line.text for line in extract_pdf(pdf).lines)
    for text in (from_word, from_pdf):
        assert "door de school" not in text
    assert "Concept van De Brug" not in from_pdf
    for text in (from_word, from_pdf):
        for said in ("Op De Brug mag", "Filmen mag nooit.", "Ook in de pauze.", "Van niemand."):
            assert glued(said) in glued(text)
