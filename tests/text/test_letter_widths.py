"""How wide words are, and how many lines they take, is what a page shows."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.paper.pdf import write_pdf
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.letter_widths import line_count, words_width
from protocolkit.text.typeface import Face

_NL = translator("nl")
# Our own lines, in sizes of a letter: 8165 twips of 10.5 points.
_LINE = 8165 / 210
_SENTENCES = {
    "narrow": "Illi titillit fili illic filtril in til. " * 12,
    "wide": "WMMW MWWWM MWMWMWM QMWOMW. " * 12,
    "usual": "De mentor controleert een beschadigde fiets en legt dit schriftelijk vast. " * 7,
}


@pytest.mark.parametrize("kind", _SENTENCES)
def test_a_paragraph_has_as_many_lines_as_are_counted(kind: str) -> None:
    words = _SENTENCES[kind]
    read = read_protocol_text(f"# Hek\n\n{{#a}}\n{words}\n", "hek.md", subject="hek").protocol
    with pdfplumber.open(io.BytesIO(write_pdf(read, make_cover(read, _NL), _NL))) as opened:
        # its last word stands on no other line of the page
        first = words.split()[0]
        page = opened.pages[-1]
        found = [word for word in page.extract_words() if word["text"] in set(words.split())]
        assert first in {word["text"] for word in found}
        assert line_count(words, _LINE) == len({round(word["top"]) for word in found})


def test_a_word_wider_than_a_line_goes_on_on_the_next() -> None:
    word = "m" * 100
    wide = words_width(word, Face.REGULAR)
    assert line_count(word, wide / 3.5) == 4
    assert line_count(f"a {word}", wide / 3.5) == 5
    assert (line_count("", 10), line_count("a b", 10)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "face", "wide"),
    [
        # letters of other alphabets, and signs that are square
        ("אב", Face.REGULAR, 1.5),
        ("国国", Face.REGULAR, 2.0),
        ("a\u00ada", Face.REGULAR, words_width("aa", Face.REGULAR)),
        ("", Face.REGULAR, 0.0),
    ],
)
def test_what_our_typeface_has_not_is_as_wide_as_it_is_elsewhere(
    text: str, face: Face, wide: float
) -> None:
    assert words_width(text, face) == pytest.approx(wide)


@pytest.mark.parametrize(("face", "more"), [(Face.REGULAR, 1.0), (Face.BOLD, 1.05)])
def test_bold_letters_of_others_are_wider_still(face: Face, more: float) -> None:
    alone = words_width("ouders", face)
    assert words_width("ouders", face, 1.2) == pytest.approx(alone * 1.2 * more)
    # points and narrow figures may be as wide as others are
    assert words_width("1.", face, 1.2) > 1.2 * more * words_width("1.", face)
