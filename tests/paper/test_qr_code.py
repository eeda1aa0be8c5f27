"""Paper says where a reader sees whether it still holds: in words, as a link and as a QR code."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import segno
from docx import Document
from lxml import etree
from PIL import Image

import seeds
from protocolkit.base.messages import translator
from protocolkit.document.cover import Cover, make_cover, with_check_address
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.exchange.record import Record
from protocolkit.importing.kind_of_file import import_opened, open_content
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.shared.qr_code import qr_code
from redlines import protocol

_NL = translator("nl")
# So long that a line of the cover cannot hold it.
_ADDRESS = (
    "https://protocollen.stichting-oponoa.example/sociale-media/controle/index.html#1b07ca4b8e31"
)
_WRITERS = {"pdf": write_pdf, "docx": write_docx}


def cover(*, has_address: bool = True) -> Cover:
    made = make_cover(seeds.protocol("oponoa"), _NL, "nl")
    return with_check_address(made, _ADDRESS, _NL) if has_address else made


@cache
def paper(end: str, *, has_address: bool = True) -> bytes:
    protocol = seeds.protocol("oponoa")
    extras = Extras(record=Record(protocol=protocol))
    return _WRITERS[end](protocol, cover(has_address=has_address), _NL, extras=extras)


def test_each_dot_is_the_standards_with_a_white_edge() -> None:
    """By the matrix of the standard, which the picture shows sixteen times as large."""
    made = qr_code(_ADDRESS)
    picture = Image.open(io.BytesIO(made.picture)).convert("L")
    matrix = segno.make(_ADDRESS, error="m", micro=False).matrix
    size = len(matrix) + 8
    assert picture.size == (size * 16, size * 16)
    for row in range(size):
        for column in range(size):
            is_inside = 4 <= row < size - 4 and 4 <= column < size - 4
            is_dark = bool(is_inside and matrix[row - 4][column - 4])
            assert (picture.getpixel((column * 16 + 8, row * 16 + 8)) == 0) is is_dark
    drawing = etree.fromstring(made.drawing)
    assert (drawing.get("width"), drawing.get("height")) == (str(size), str(size))
    assert qr_code.__wrapped__(_ADDRESS) == made


@pytest.mark.parametrize("length", [4, 8, 11])
def test_the_code_of_an_address_stands_on_one_line(length: int) -> None:
    """Whoever types it from paper reads it in one piece, wherever the line ends."""
    short = protocol("{#a}\n1. De mentor belt.\n")
    address = f"https://www.{'m' * length}.voorbeeld.nl/controle/index.html#1b07ca4b8e31"
    made = with_check_address(make_cover(short, _NL, "nl"), address, _NL)
    content = write_pdf(short, made, _NL)
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert any("#1b07ca4b8e31" in line for line in text.splitlines())
    assert address in "".join(text.split())


def test_a_pdf_has_the_words_the_link_and_the_picture() -> None:
    content = paper("pdf")
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert "Geldt deze tekst nog? Kijk op" in text
    assert _ADDRESS in "".join(text.split())
    with pikepdf.open(io.BytesIO(content)) as pdf:
        links = [str(note.A.URI) for note in pdf.pages[0].Annots if "/URI" in note.get("/A", {})]
        told = [str(item.Alt) for item in pdf.objects if _is_figure(item)]
    assert set(links) == {_ADDRESS}
    assert f"QR-code van {_ADDRESS}" in told


def _is_figure(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure" and "/Alt" in item


def test_a_word_file_has_the_words_and_the_picture() -> None:
    document = Document(io.BytesIO(paper("docx")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert f"Geldt deze tekst nog? Kijk op {_ADDRESS}" in texts
    told = [found.get("descr") for found in document.element.iter("{*}docPr")]
    assert told == [f"QR-code van {_ADDRESS}"]
    [picture] = document.inline_shapes
    assert picture.width == picture.height


def test_a_file_with_an_address_comes_back_as_it_was(tmp_path: Path) -> None:
    """The words of the cover are ours: none of them becomes a word of the text."""
    for end in _WRITERS:
        found = import_opened(open_content(tmp_path / f"terug.{end}", paper(end)))
        assert found.is_recorded
        assert protocol_fingerprint(found.protocol) == protocol_fingerprint(
            seeds.protocol("oponoa")
        )


def test_without_an_address_nothing_is_printed() -> None:
    document = Document(io.BytesIO(paper("docx", has_address=False)))
    assert not list(document.element.iter("{*}docPr"))
    text = pypdfium2.PdfDocument(paper("pdf", has_address=False))[0].get_textpage()
    assert "Geldt deze tekst nog" not in text.get_text_range()
