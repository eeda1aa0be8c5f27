"""What a program gets out of a PDF: how lists count, and every hyphen at the end of a line."""

from __future__ import annotations

import io
import unicodedata

import pdfplumber
import pypdfium2
import pytest

from examples import few
from printing import lists
from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.pdf.list_numbering import numbering_of, with_numbering
from protocolkit.reading.reader import read_protocol_text

DUTCH = translator("nl")
LISTS = """# Regels

{#een}
## 1 Begin[^kop]

{#a}
1. Iedereen[^1] weet:

   {style=lower-alpha}
   1. wat mag;
   2. wat niet mag:

      - thuis;
      - op school.

{#b}
14a. De rest.

{#twee}
## 2 Verder

{#c}
I. Romeins.

{#d}
II. Ook.

{#drie}
## 3 Slot

{#e}
- Een punt.

[^kop]: Met een lijst:

    - in een noot.

[^1]: Zie:

    {style=upper-roman}
    1. boven;
    2. onder.

[^los]: Niet genoemd.
"""


def pdf_of(text: str) -> bytes:
    head = "---\nprotocol:\n  organisation: {name: De Mus}\n---\n"
    found: Protocol = read_protocol_text(head + text, "a.md", slug="mus").protocol
    return write_pdf(found, make_cover(found, DUTCH), DUTCH)


def text_of(pdf: bytes) -> str:
    """Return what PDFium reads: a hyphen that it takes away is ``\\x02``."""
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_each_list_says_how_it_counts() -> None:
    _, *found = lists(pdf_of(LISTS))  # the first has the facts on the cover
    told = [(kind, tuple(marker.strip() for marker in markers)) for kind, markers in found]
    assert told == [
        ("Disc", ("•",)),
        ("Decimal", ("1.", "14a.")),
        ("UpperRoman", ("I.", "II.")),
        ("LowerAlpha", ("a.", "b.")),
        ("Disc", ("•", "•")),
        ("UpperRoman", ("I.", "II.")),
        ("Disc", ("•",)),
        ("None", ("los",)),
    ]


@pytest.mark.parametrize(
    ("markers", "kind"),
    [
        (("a.", "b."), "LowerAlpha"),
        (("i.", "ii."), "LowerRoman"),
        (("B)", "C)"), "UpperAlpha"),
        (("3.1", "3.2a"), "Decimal"),
        (("Artikel 5",), "Decimal"),
        (("•", "–"), "Disc"),
        (("Eerst", "Dan"), "None"),
        ((), "None"),
    ],
)
def test_how_markers_count(markers: tuple[str, ...], kind: str) -> None:
    assert numbering_of(markers) == kind


def test_a_file_with_other_lists_claims_nothing() -> None:
    pdf = pdf_of(LISTS).replace(b"/Disc", b"/None")
    assert with_numbering(pdf, ("Decimal",)) == pdf
    assert with_numbering(b"geen pdf", ("Decimal",)) == b"geen pdf"


WORDS = (
    "De school- en thuissituatie van de MR-leden en de onderwijsondersteuners-in-opleiding, "
    "wets- en regelgeving, e-mail- of app-groepen en meld-je-aan@mijn-school.example op "
    "https://www.voorbeeld-school.example/ouders/afspraken-over-telefoons-en-sociale-media?a=b-c."
)


@pytest.mark.parametrize("start", few(range(0, 48, 3), 3))
def test_no_hyphen_is_lost_at_the_end_of_a_line(start: int) -> None:
    text = f"# Regels\n\n{{#a}}\n{'x' * start} {WORDS} {WORDS}\n"
    found = text_of(pdf_of(text))
    assert "\x02" not in found
    assert "".join(WORDS.split()) in "".join(found.split())
    assert not set("\u200b\u2060\ufffe") & set(found)


def test_no_line_begins_with_a_hyphen_of_a_word_that_fits_on_it() -> None:
    word = "nood-uitgang-deur-dranger-installatie"
    rules = "".join(f"{{#a-{n}}}\n{'x' * n} de {word}.\n\n" for n in range(20, 80, 3))
    with pdfplumber.open(io.BytesIO(pdf_of(f"# Regels\n\n{rules}"))) as opened:
        said = "\n".join(page.extract_text() for page in opened.pages)
    assert said.count(word) == 20


@pytest.mark.parametrize("start", few(range(64), 4))
def test_no_hyphen_is_lost_of_several_that_hang(start: int) -> None:
    words = "foto- film- en beeld- of geluidsopnamen, in-, op- en uitvoer"
    found = text_of(pdf_of(f"# Regels\n\n{{#a}}\n{'x' * start} {' '.join([words] * 9)}\n"))
    assert not set("\x02\ufffe\u200b\u2060") & set(found)
    assert "".join(found.split()).count("".join(words.split())) == 9


def test_a_word_of_an_address_stands_whole() -> None:
    address = "https://www.voorbeeldschool.example/onderwijsondersteuners"
    text = "".join(f"{{#a-{n}}}\n{'x' * n} {address}\n\n" for n in range(20, 80, 6))
    found = text_of(pdf_of(f"# Regels\n\n{text}"))
    for word in ("voorbeeldschool", "onderwijsondersteuners"):
        assert found.count(word) == 10


def test_no_hyphen_is_lost_in_a_narrow_column() -> None:
    heads = "| Wat | Wie | Waar | Hoe | Nu | Dan |\n|---|---|---|---|---|---|\n"
    cell = "wets- en regelgeving voor app-groepen-van-ouders-en-leerlingen"
    rows = f"| {' | '.join([cell] * 6)} |\n" * 2
    found = text_of(pdf_of(f"# Regels\n\n{{#a}}\nZie:\n\n{heads}{rows}"))
    assert "\x02" not in found
    assert "".join(found.split()).count("".join(cell.split())) == 12


def test_a_word_that_must_break_is_copied_without_other_signs() -> None:
    long = "onderwijsondersteuners" * 4
    head = f"{long}-{long}"
    cells = f"| Wat | Wie |\n|---|---|\n| {long} | [{long}](https://voorbeeld.example/x)en |\n"
    pdf = pdf_of(
        f"# Regels\n\n## {head}\n\n{{#a}}\n{long} [{long}](https://b.example)en:\n\n{cells}"
    )
    found = text_of(pdf)
    assert not set("\u200b\u2060\ufffe\x02") & set(found)
    assert "".join(found.split()).count(long) >= 6
    with pypdfium2.PdfDocument(pdf) as read:
        assert head in [bookmark.get_title() for bookmark in read.get_toc()]


def test_names_of_everywhere_are_copied_as_they_are() -> None:
    names = "Nguyễn Thị Hồng Đặng Łukasz Wiśniewski Ştefan Ĉapek"
    text = f"# Regels\n\n{{#a}}\n1. {names}.\n\n{{#b}}\n2. {unicodedata.normalize('NFD', names)}.\n"
    assert " ".join(text_of(pdf_of(text)).split()).count(names) == 2


_ARABIC = (
    "محمد فاطمة الأمل أحمد يوسف عبد الله بيت إسلام خديجة لؤي شريف ثقافة كريم زينب عائشة مصطفى حسين "
    "إبراهيم ليلى رشيد منصور بوشرى المغربي پرویز گلشن چمن ژاله یاسمین کبری"
)


def test_arabic_names_are_copied_as_they_are() -> None:
    items = "".join(f"{{#a-{n}}}\n{n}. Naam: {name}.\n\n" for n, name in enumerate(_ARABIC.split()))
    pdf = pdf_of(f"# Regels\n\n{items}")
    found = text_of(pdf)
    assert [name for name in _ARABIC.split() if f" {name}." not in found] == []
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        # it reads from left to right
        words = "".join(page.extract_text() for page in opened.pages)
    assert [name for name in _ARABIC.split() if not {name, name[::-1]} & set(words.split())] == []


def test_a_long_word_of_a_label_stays_beside_the_text() -> None:
    head = "Verantwoordelijkheidsverdelingen"
    pdf = pdf_of(f"# Regels\n\n## {head}\n\n{{#a}}\nDe school.\n\n{{#b}}\nDe klas.\n")
    with pypdfium2.PdfDocument(pdf) as read:
        page = read[1].get_textpage()
        boxes = [page.get_rect(number) for number in range(page.count_rects())]
    margin = 44 / 25.4 * 72
    beside = [right for left, _, right, _ in boxes if left < margin - 1]
    assert beside
    assert max(beside) < margin


def test_a_sign_that_is_only_coloured_otherwise_is_that_sign() -> None:
    text = "# Regels\n\n{#a}\n1. Bel ☎️ 🛎️, kies A 🅰️ en ✔️; een 🏴‍☠️ ook.\n"
    found = " ".join(text_of(pdf_of(text)).split())
    assert "[teken U+1F6CE], kies A [teken U+1F170] en" in found
    assert found.count("U+") == 3
