"""A line under words makes them stand out; one under a cell, a link or a whole page does not."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.pdf.drawings import Shape
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.underlines import mark_underlined
from protocolkit.importing.source.lines import Mark, MarkKind


def _words() -> RawLine:
    return RawLine(text="Te laat", left=50, right=90, bottom=100, top=110, size=10)


def _stroke(left: float, right: float, height: float, thick: float = 0.5) -> Shape:
    points = ((left, height), (right, height))
    return Shape(points=points, is_stroked=True, is_filled=False, thick=thick)


def _is_underlined(line: RawLine, *shapes: Shape) -> bool:
    mark_underlined([line], shapes)
    return line.is_underlined


@pytest.mark.parametrize(
    ("left", "right", "height", "found"),
    [
        (50, 90, 101, True),
        (50, 90, 99, True),
        (50, 90, 105, False),
        (50, 90, 96, False),
        (20, 400, 101, False),
        (50, 70, 101, False),
    ],
)
def test_it_lies_at_the_foot_of_the_letters_and_is_as_wide(
    left: float, right: float, height: float, *, found: bool
) -> None:
    line = _words()
    assert _is_underlined(line, _stroke(left, right, height)) is found
    assert line.is_bold is found


def test_it_may_be_drawn_word_by_word_or_as_a_low_bar() -> None:
    assert _is_underlined(_words(), _stroke(50, 60, 100), _stroke(62, 90, 100))
    corners = ((50.0, 100.0), (90.0, 100.0), (90.0, 100.6), (50.0, 100.6))
    assert _is_underlined(_words(), Shape(points=corners, is_stroked=False, is_filled=True))
    assert not _is_underlined(_words(), _stroke(50, 90, 100, thick=4))


def test_links_cells_and_bold_words_are_not_set_apart_by_it() -> None:
    link, cell, bold = _words(), _words(), _words()
    link.marks = [Mark(begin=0, end=7, kind=MarkKind.LINK, target="https://school.nl")]
    cell.cells = ((0, 7),)
    bold.is_bold = True
    for line in (link, cell, bold):
        assert not _is_underlined(line, _stroke(50, 90, 100))
    assert bold.is_bold
    assert not link.is_bold
