"""What a PDF of ours says beside its text: its cover, the places of its clauses, its record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from drawn_pdf import Drawing
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.extract.pdf.front import PdfFront
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.marks import (
    asking_page,
    front_pages,
    is_of_our_first,
    link_boxes,
    named_places,
    place_names,
    record_text,
    text_begin,
)
from protocolkit.importing.own_files.records import read_record
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.shared.extras import Extras
from protocolkit.reading.reader import read_protocol_text

_TEXT = """---
protocol:
  organisation: {name: De Mus, kind: school}
  status: vastgesteld
  owner: de directeur
---

# Protocol hek

{#h}
## 1 Regels van het hek

{#art-1}
1. Het hek is dicht, zie [de wet](https://x.nl/wet) en [lid 2](#art-2).[^1]

{#art-2}
2. De conciërge opent het hek.

[^1]: Een noot.
"""

_LETTERS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40">'
    '<text x="4" y="30" font-size="24">TSJILP</text></svg>'
)


def _protocol() -> Protocol:
    return read_protocol_text(_TEXT, "hek.md", subject="hek", slug="de-mus").protocol


@pytest.fixture(scope="module")
def ours() -> bytes:
    translate = translator("nl")
    return write_pdf(_protocol(), make_cover(_protocol(), translate, "nl"), translate)


@pytest.fixture
def opened(ours: bytes) -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(ours)
    yield document
    document.close()


@pytest.fixture
def foreign() -> Iterator[pdfium.PdfDocument]:
    drawing = Drawing()
    drawing.page()
    document = pdfium.PdfDocument(drawing.bytes())
    yield document
    document.close()


def test_every_clause_has_its_place_from_the_top_down_and_a_note_has_none(
    opened: pdfium.PdfDocument,
) -> None:
    places = named_places(opened)
    names = [name for page in sorted(places) for name, _ in places[page]]
    assert [name for name in names if name in ("h", "art-1", "art-2")] == ["h", "art-1", "art-2"]
    assert not any(name.startswith("noot") for name in names)
    for on_page in places.values():
        heights = [height for _, height in on_page]
        assert heights == sorted(heights, reverse=True)
        assert all(0 < height < 900 for height in heights)


def test_the_cover_comes_before_the_text(opened: pdfium.PdfDocument) -> None:
    page, height = text_begin(opened)
    assert page >= 1
    assert height > 0
    assert front_pages(opened) == range(page)
    assert asking_page(opened) is None
    assert {name for name, _, _ in place_names(opened)} >= {"h", "_front", "_text"}


def test_its_record_is_inside_and_another_file_has_none(
    opened: pdfium.PdfDocument, foreign: pdfium.PdfDocument
) -> None:
    record = record_text(opened)
    assert record is not None
    assert "art-1" in record
    assert record_text(foreign) is None


def test_a_file_of_somebody_else_has_no_cover_of_ours(foreign: pdfium.PdfDocument) -> None:
    assert not is_of_our_first(foreign)
    assert front_pages(foreign) == range(0)
    assert text_begin(foreign) == (-1, 0.0)
    assert named_places(foreign) == {}


def test_links_to_the_web_have_their_place_and_others_are_none(opened: pdfium.PdfDocument) -> None:
    found = [link for page in opened for link in link_boxes(page)]
    assert {address for address, _ in found} == {"https://x.nl/wet"}
    assert all(box.width > 0 and box.height > 0 for _, box in found)


def test_the_text_of_our_file_is_read_without_its_cover(ours: bytes) -> None:
    source = extract_pdf(ours)
    said = [line.text for line in source.lines]
    assert source.is_ours
    assert not any("De Mus" in line for line in said)
    assert any("Het hek is dicht" in line for line in said)


def _cover(*more: tuple[str, float]) -> list[RawLine]:
    """Return the lines of a cover, and others: their words and how far to the right they begin."""
    rows = [
        ("Protocol hek", 70.0),
        ("Bestuur of school De Mus", 70.0),
        ("Verantwoordelijke de directeur en de", 70.0),
        ("conciërge samen", 180.0),
        ("Status vastgesteld", 70.0),
        *more,
    ]
    return [RawLine(text=text, left=left) for text, left in rows]


_BODY = ("Protocol hek", "1 Regels van het hek", "1. Het hek is dicht.")


def _typed(*more: tuple[str, float], late: str = "") -> list[str]:
    lines = _cover(*more)
    for line in lines:
        line.is_late = line.text == late
    return [line.text for line in PdfFront(lines, _BODY).typed()]


def test_of_a_cover_only_what_somebody_put_there_is_text() -> None:
    plain = _typed()
    assert "Protocol hek" not in plain
    assert "Status vastgesteld" not in plain
    assert "Bestuur of school De Mus" not in plain
    assert "conciërge samen" not in plain
    assert _typed(("Met de hand erbij getypt", 70.0))[-1:] == ["Met de hand erbij getypt"]


def test_what_was_printed_over_a_cover_later_is_text_whatever_it_says() -> None:
    assert "Status vastgesteld" in _typed(late="Status vastgesteld")


def test_a_line_of_contents_is_known_by_the_heading_that_it_names() -> None:
    assert "1 Regels van het hek ..... 2" not in _typed(("1 Regels van het hek ..... 2", 70.0))
    assert "2 Iets anders ..... 3" in _typed(("2 Iets anders ..... 3", 70.0))


def test_how_many_lines_of_the_text_are_its_title() -> None:
    assert PdfFront(_cover(), _BODY).title_lines() == 1
    assert PdfFront(_cover(), ("Protocol", "hek", "1. Het hek.")).title_lines() == 2
    assert PdfFront(_cover(), ("1. Het hek is dicht.",)).title_lines() == 0


def test_letters_in_a_logo_are_no_text_of_the_protocol(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "de-mus"
    own.mkdir(parents=True)
    (own / "logo.svg").write_text(_LETTERS, encoding="utf-8")
    (own / "style.yml").write_text("logo: logo.svg\nlogo_alt: Een mus\n", encoding="utf-8")
    translate = translator("nl")
    cover = make_cover(_protocol(), translate, "nl")
    extras = Extras(record=Record(protocol=_protocol()))
    made = write_pdf(_protocol(), cover, translate, project=tmp_path, extras=extras)
    source = extract_pdf(made)
    assert "TSJILP" not in source.text
    assert "TSJILP" in " ".join(one.text for one in source.left_out)
    assert read_record(source).is_shown
