"""A word that the edge of a cell cut is whole again, with a doubt; two words stay two."""

from __future__ import annotations

import pytest

from drawn_pdf import Drawing, proved_pdf, words
from protocolkit.importing.extract.pdf.cut_words import DOUBT_CUT
from protocolkit.importing.source.lines import Source

# Where the lines of the table stand: from left to right, and from the top down.
_LEFTS, _TOPS = (50, 152, 250), (700, 680, 630)
# The word is 97 points wide: no letter more goes in the first cell, which has 5 at each side.
_LINES = ("lid van de ", "activiteitencommissie", "raad of zo")


def _source(lines: tuple[str, ...], *, end: str = " ", left: float = 50) -> Source:
    """Return a page with a table that has some lines in its second row, and prose above it."""
    drawing = Drawing()
    drawn = "".join(f"{left} {top} m 250 {top} l S " for top in _TOPS)
    drawn += "".join(f"{at} 700 m {at} 630 l S " for at in (left, *_LEFTS[1:]))
    prose: tuple[str, ...] = (
        "De school vraagt ouders om hulp" + end,
        "en zij krijgen daar geen geld voor, maar",
    )
    prose = (*prose, prose[0], "want zij doen het graag en vaak" + end, "ook nog samen.")
    for row, text in enumerate(prose):
        drawn += words(text, 50, 790 - 14 * row, size=10)
    drawn += words("Taak", left + 5, 686, size=10) + words("Bewijs", 157, 686, size=10)
    for row, text in enumerate(lines):
        drawn += words(text, left + 5, 668 - 14 * row, size=10)
    drawn += words("nee", 157, 668, size=10)
    drawing.page(drawn)
    return proved_pdf(drawing.bytes())


def _cell(source: Source) -> str:
    row = [line for line in source.lines if line.cells][-1]
    begin, end = row.cells[0]
    return source.text[begin:end]


def test_a_word_that_fills_its_cell_is_whole_again_and_a_doubt() -> None:
    source = _source(_LINES)
    assert _cell(source) == "lid van de activiteitencommissieraad of zo"
    assert [doubt.text for doubt in source.doubts] == [DOUBT_CUT]


@pytest.mark.parametrize(
    ("lines", "end", "left"),
    [
        # there is room for a letter more
        (_LINES, " ", 40),
        # nothing shows that this program prints the space at which it ends a line
        (_LINES, "", 50),
        # a line of two words, a space at its end, a capital below it
        (("lid van de ", "de activiteitenraad", "raad of zo"), " ", 50),
        (("lid van de ", "activiteitencommissie ", "raad of zo"), " ", 50),
        (("lid van de ", "activiteitencommissie", "Raad of zo"), " ", 50),
    ],
)
def test_two_words_stay_two(lines: tuple[str, ...], end: str, left: float) -> None:
    source = _source(lines, end=end, left=left)
    assert _cell(source) == " ".join(line.strip() for line in lines)
    assert DOUBT_CUT not in {doubt.text for doubt in source.doubts}
