"""A text with marks: no word is lost, joined to another or said to differ that does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from protocolkit.document.model import Paragraph, Point, PointList, Table
from protocolkit.document.richtext import Text
from protocolkit.site.topics.marked_text import (
    Line,
    Mark,
    NamedText,
    arranged,
    deciding_lines,
    difference_lines,
    plain_lines,
)
from protocolkit.text.words import tokens

_TEXTS = st.text(alphabet="ab .,;\n•éOPONOA-", max_size=60)


def _words(lines: object, *left_out: Mark) -> tuple[str, ...]:
    assert isinstance(lines, tuple)
    shown = ("".join(s.text for s in line if s.mark not in left_out) for line in lines)
    return tokens("\n".join(shown))


@examples(100)
@given(_TEXTS, _TEXTS)
def test_a_difference_holds_every_word_of_both_texts(old: str, new: str) -> None:
    lines = difference_lines(NamedText(text=old), NamedText(text=new))
    assert _words(lines, Mark.DELETED) == tokens(new)
    deleted = [s.text for line in lines for s in line if s.mark is Mark.DELETED]
    inserted = [s.text for line in lines for s in line if s.mark is Mark.INSERTED]
    lost = len(tokens(new)) - len(tokens(" ".join(inserted)))
    assert len(tokens(old)) == lost + len(tokens(" ".join(deleted)))


@examples(100)
@given(_TEXTS, st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=4))
def test_marks_leave_every_word(text: str, spans: list[tuple[int, int]]) -> None:
    lines = deciding_lines(text, spans)
    shown = "\n".join("".join(s.text for s in line) for line in lines)
    assert shown.split() == text.split()


def test_own_names_are_no_difference() -> None:
    old = NamedText(text="OPONOA vraagt het bestuur.", names=("OPONOA",))
    new = NamedText(text="Stichting Lucas vraagt het bestuur.", names=("Stichting Lucas",))
    lines = difference_lines(old, new)
    assert {s.mark for line in lines for s in line} == {Mark.PLAIN}
    assert _words(lines) == tokens(new.text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("( b c", "(c"),
        ("de school (of: locatie) opent", "de school opent"),
        ("de les begint", "de eerste les begint"),
        ("een twee.", "een."),
    ],
)
def test_words_stay_apart_where_others_were_taken_out_between_them(old: str, new: str) -> None:
    lines = difference_lines(NamedText(text=old), NamedText(text=new))
    assert _words(lines, Mark.DELETED) == tokens(new)
    assert _words(lines, Mark.INSERTED) == tokens(old)


def test_a_number_is_marked_whole() -> None:
    lines = difference_lines(
        NamedText(text="Een boete van € 12,50."), NamedText(text="Een boete van € 12,75.")
    )
    marked = [(s.mark, s.text) for line in lines for s in line if s.mark is not Mark.PLAIN]
    assert marked == [(Mark.DELETED, "12,50"), (Mark.INSERTED, "12,75")]


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (plain_lines("Eerst\na. dan\nx\ny\nz\nten slotte"), [1, 1, [[1, 1], [1, 0]], 1]),
        (plain_lines("Eerst\na. dan\nx\ny\nz"), [5]),
    ],
)
def test_lines_are_laid_as_the_blocks_lie(lines: tuple[Line, ...], shown: list[object]) -> None:
    """Lines that are not those of the blocks stay below each other."""
    cell = (Text("x"),)
    blocks = (
        Paragraph(cell),
        PointList((Point(marker="a.", blocks=(Paragraph(cell),)),)),
        Table(header=(cell, cell), rows=((cell, ()),)),
        Paragraph(cell),
    )
    found = arranged(lines, blocks)
    assert [
        [[len(c) for c in row] for row in part.rows] or len(part.lines) for part in found
    ] == shown
    cells = [cell for part in found for row in part.rows for cell in row]
    below = [line for part in found for line in part.lines]
    assert sorted([*below, *(line for cell in cells for line in cell)], key=str) == sorted(
        lines, key=str
    )
