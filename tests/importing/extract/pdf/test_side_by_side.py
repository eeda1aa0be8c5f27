"""Lines side by side: in which order they are read, and when that is in doubt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from drawn_pdf import Drawing, proved_pdf, words
from protocolkit.document.outline import clause_text, clauses
from protocolkit.importing.extract.pdf.column_lines import DOUBT_SIDE_BY_SIDE
from protocolkit.importing.extract.pdf.columns import find_columns
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Source


def _rows(left: Sequence[str], right: Sequence[str], step: float = 16) -> Source:
    """Return a page on which lines are drawn row by row."""
    drawn = words("Protocol fietsen", 50, 780, size=14)
    for row, (one, other) in enumerate(zip(left, right, strict=True)):
        low = 740 - step * row
        drawn += words(one, 50, low, size=10) + words(other, 320, low, size=10)
    drawing = Drawing()
    drawing.page(drawn)
    return proved_pdf(drawing.bytes())


# The width of 'Fietsen ' in the typeface of the drawings, in its size.
_FIETSEN_AND_SPACE = 3.612


def _rules(first: int, count: int, sign: str = "{}.") -> list[str]:
    mark = (sign.format(number) for number in range(first, first + count))
    return [f"{one} De leerling doet in kolom {first} iets op het plein." for one in mark]


@pytest.mark.parametrize(("count", "step"), [(2, 14), (3, 14), (3, 30), (5, 20), (8, 30)])
def test_rules_of_one_line_are_counted_down_the_columns(count: int, step: float) -> None:
    left, right = _rules(1, count), _rules(count + 1, count)
    source = _rows(left, right, step)
    assert [line.text for line in source.lines] == ["Protocol fietsen", *left, *right]
    assert source.doubts == ()
    assert len(import_source(source).origins) == 2 * count


def test_bullets_on_both_sides_are_two_columns() -> None:
    left = [f"- Zoen {n} is niet nodig op het plein." for n in range(3)]
    right = [f"- Fiets {n} staat niet in de gang." for n in range(3)]
    source = _rows(left, right)
    assert [line.text for line in source.lines[1:]] == [*left, *right]


def test_numbers_that_run_across_are_rows() -> None:
    left, right = ["1. Een.", "3. Drie.", "5. Vijf."], ["2. Twee.", "4. Vier.", "6. Zes."]
    text = " ".join(line.text for line in _rows(left, right).lines)
    assert text.split()[2:6] == ["1.", "Een.", "2.", "Twee."]


def _beside(right_at: float, above: str = "") -> list[str]:
    """Return the lines of a page whose right side begins a bit higher than the left one."""
    left = [f"De leerling {n} fietst nooit op het plein." for n in "abcdef"]
    right = [f"De leraar {n} fietst nooit in de gang." for n in "abcdef"]
    drawn = above + "".join(
        words(one, 50, 740 - 16 * n, size=10) + words(other, 320, right_at - 16 * n, size=10)
        for n, (one, other) in enumerate(zip(left, right, strict=True))
    )
    drawing = Drawing()
    drawing.page(drawn)
    return [line.text for line in proved_pdf(drawing.bytes()).lines]


def test_lines_that_are_level_with_none_beside_them_are_columns() -> None:
    apart, level = _beside(746), _beside(740)
    assert [line[:10] for line in apart] == ["De leerlin"] * 6 + ["De leraar "] * 6
    assert len(level) == 6


def test_lines_that_say_nothing_are_a_doubt() -> None:
    left = [f"De leerling {n} fietst nooit op het plein." for n in "abcde"]
    right = [f"De leraar {n} fietst nooit in de gang." for n in "abcde"]
    source = _rows(left, right)
    assert [doubt.text for doubt in source.doubts] == [DOUBT_SIDE_BY_SIDE] * 5


def test_a_term_and_its_meaning_are_none() -> None:
    left = [f"Term {n}" for n in "abcde"]
    right = [f"Wat {n} betekent, staat hier in een lange zin." for n in "abcde"]
    assert _rows(left, right).doubts == ()


def _downwards(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Return the lines of a page that is painted down one side, and then down the other."""
    drawing = Drawing()
    sides = ((50, left), (320, right))
    drawing.page(
        "".join(
            words(line, at, 740 - 15 * row, size=10)
            for at, lines in sides
            for row, line in enumerate(lines)
        )
    )
    return [line.text for line in proved_pdf(drawing.bytes()).lines]


_FULL = "Op het plein letten wij op deze dingen, ook na"
_SHORT = ("schooltijd:", "steppen", "fietsen", "ballen", "touwen", "tegels", "bomen", "banken")


def test_short_items_in_columns_that_are_painted_so_are_read_down_the_columns() -> None:
    left, right = [_FULL, *_SHORT, _FULL, "vier uur."], [_FULL, _SHORT[0], _FULL, *_SHORT]
    assert _downwards(left, right) == [*left, *right]


@pytest.mark.parametrize(("full", "columns"), [(1, 1), (2, 2)])
def test_one_long_line_among_short_ones_makes_no_column(full: int, columns: int) -> None:
    widths = [220.0] * full + [60.0] * 10
    lines = [
        Box(at, 740.0 - 15 * row, at + width, 750.0 - 15 * row)
        for at in (50.0, 320.0)
        for row, width in enumerate(widths)
    ]
    assert len(find_columns(lines).columns) == columns
    by_row = [lines[n + at] for n in range(len(widths)) for at in (0, len(widths))]
    assert len(find_columns(by_row).columns) == 1


def test_items_that_are_painted_row_by_row_are_rows() -> None:
    left, right = [_FULL, *_SHORT, _FULL, "vier uur."], [_FULL, _SHORT[0], _FULL, *_SHORT]
    found = [line.text for line in _rows(left, right, 15).lines]
    assert found[2] == "schooltijd: schooltijd:"


@pytest.mark.parametrize("size", [24, 18])
def test_a_title_over_both_columns_is_one_line_where_a_space_lies_above_the_gutter(
    size: float,
) -> None:
    # the second word of the title begins where the right column does
    title = words("Fietsen", 320 - _FIETSEN_AND_SPACE * size, 790, size=size)
    found = _beside(746, title + words("op school", 320, 790, size=size))
    assert found[0] == "Fietsen op school"
    assert [line[:10] for line in found[1:]] == ["De leerlin"] * 6 + ["De leraar "] * 6


_COLUMN = [
    "Een leerling huurt een kluisje voor een jaar en krijgt een",
    "sleutel van de school. Hij houdt zijn kluisje heel en zet er",
    "geen eten in dat kan bederven of dat de school niet wil.",
    "De school mag in een kluisje kijken als er een reden is om",
    "te denken dat er iets in ligt wat niet mag en dat gaat mis.",
]
_NEXT = ["Wat er na juli in ligt, bewaart de school tot en met de", "eerste week na de vakantie."]


def _painted(last: str, after: Sequence[str]) -> list[str]:
    """Return the clauses of a page with a column, ``last`` at its foot, and lines beside it."""
    left = [*_COLUMN, last]
    drawn = words("Protocol kluisjes", 50, 780, size=14)
    for row, line in enumerate(left):
        drawn += words(line, 50, 740 - 14 * row - (10 if row > 2 else 0), size=10)
    for row, line in enumerate(after):
        drawn += words(line, 340, 740 - 14 * row, size=10)
    drawing = Drawing()
    drawing.page(drawn)
    found = import_source(proved_pdf(drawing.bytes())).protocol
    return [clause_text(one) for one in clauses(found)]


def test_what_stands_at_the_top_of_a_short_column_begins_a_paragraph() -> None:
    """The line before it has room for its first word, so it was not broken there."""
    last = "Dan zijn er twee bij. Zij sluiten af."
    assert _painted(last, _NEXT)[-1] == " ".join(_NEXT)


def test_a_sentence_goes_on_at_the_top_of_a_short_column() -> None:
    last = "Dan zijn er altijd twee mensen bij van de school, van wie"
    after = ["een met verlof is of ziek, en dat staat in het plan."]
    assert _painted(last, after)[-1].endswith(" ".join((last, *after)))


def test_a_full_last_line_of_a_column_may_end_its_paragraph() -> None:
    last = "Dan zijn er altijd twee mensen bij van de school op straat."
    assert _painted(last, _NEXT)[-1].endswith(" ".join((last, *_NEXT)))


def test_what_is_painted_last_above_the_text_is_no_column() -> None:
    above = "Beleid van de school"
    drawn = "".join(words(line, 50, 740 - 14 * row, size=10) for row, line in enumerate(_COLUMN))
    drawing = Drawing()
    drawing.page(drawn + words(above, 400, 790, size=10))
    source = proved_pdf(drawing.bytes())
    assert [line.is_page_start for line in source.lines].count(True) == 0
