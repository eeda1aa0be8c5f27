"""Where the words of a page lead, and to which line a place in the file leads."""

from __future__ import annotations

from typing import cast

import pytest

from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.lines import PageText
from protocolkit.importing.extract.pdf.page_links import add_links, anchors_of
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.source.lines import Mark, MarkKind

_LINES = (RawLine("een", top=780.0), RawLine("twee", top=760.0), RawLine("drie", top=740.0))


@pytest.mark.parametrize(
    ("height", "line"),
    [
        (842.0, 0),
        (780.0, 0),
        # a place may lie a little below the tops of the letters
        (777.5, 0),
        (776.0, 1),
        (741.0, 2),
        (600.0, None),
    ],
)
def test_a_place_leads_to_the_first_line_below_it(height: float, line: int | None) -> None:
    assert anchors_of(_LINES, [("a", height)]) == ({} if line is None else {line: "a"})


def test_of_two_places_at_one_line_the_first_counts() -> None:
    assert anchors_of(_LINES, [("a", 800.0), ("b", 790.0), ("c", 765.0)]) == {0: "a", 1: "c"}


class _Text:
    """A page of which no more is known than the words that stand under a link."""

    def __init__(self, words: str) -> None:
        self._words = words

    def words_in(self, _box: Box) -> str:
        return self._words


def _linked(words: str, *lines: RawLine, middle: float = 775.0) -> list[list[tuple[int, int]]]:
    """Return where each line has a link once one was added at a height."""
    box = Box(0, middle - 5, 100, middle + 5)
    add_links([("https://x.nl", box)], cast("PageText", _Text(words)), lines)
    return [[(m.begin, m.end) for m in line.marks if m.kind is MarkKind.LINK] for line in lines]


def _line(text: str, top: float = 780.0) -> RawLine:
    return RawLine(text, bottom=top - 10, top=top)


@pytest.mark.parametrize(
    ("middle", "found"), [(775.0, 1), (782.0, 1), (768.0, 1), (782.1, 0), (767.9, 0)]
)
def test_words_lead_somewhere_on_the_line_at_that_height(middle: float, found: int) -> None:
    (marks,) = _linked(" hier ", _line("Kijk hier."), middle=middle)
    assert marks == [(5, 9)] * found


@pytest.mark.parametrize("words", ["", "  ", "ijk", "daar"])
def test_only_whole_words_that_stand_there_lead_anywhere(words: str) -> None:
    assert _linked(words, _line("Kijk hier.")) == [[]]


def test_words_that_are_a_link_already_are_passed_over() -> None:
    line = _line("hier en hier")
    line.marks += [
        Mark(begin=0, end=4, kind=MarkKind.LINK, target="a"),
        Mark(begin=8, end=12, kind=MarkKind.STRONG),
    ]
    assert _linked("hier", line) == [[(0, 4), (8, 12)]]
    assert _linked("hier", line) == [[(0, 4), (8, 12)]]


def test_the_first_line_at_that_height_has_the_link() -> None:
    assert _linked("hier", _line("daar"), _line("hier"), _line("hier")) == [[], [(0, 4)], []]
