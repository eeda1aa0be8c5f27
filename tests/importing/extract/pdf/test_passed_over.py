"""Words of a page that are no text are told where they stand, and whether inside a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.passed_over import (
    NEVER_IN_SENTENCE,
    Passed,
    PlacedLine,
    left_out,
)
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.reading.words_left_out import LeftOutReason

_HIDDEN = LeftOutReason.HIDDEN
_NEVER = next(iter(NEVER_IN_SENTENCE))


def _line(text: str, begin: int, bottom: float, left: float = 70) -> PlacedLine:
    line = RawLine(text=text, left=left, right=left + 200, bottom=bottom, top=bottom + 10, size=10)
    return PlacedLine(line=line, begin=begin)


_LINES = (_line("De school belt", 0, 700), _line("de ouders op.", 15, 685), _line("Slot.", 29, 500))
_END = 35


def _told(
    box: Box | None,
    *,
    reason: LeftOutReason = _HIDDEN,
    beside: bool = False,
    lines: Sequence[PlacedLine] = _LINES,
) -> tuple[int, bool]:
    [found] = left_out(
        [Passed(words="x", reason=reason, box=box, is_beside=beside)], lines, 3, _END
    )
    assert (found.text, found.reason, found.page) == ("x", reason, 3)
    return found.at, found.is_in_sentence


def test_words_on_a_line_stand_where_they_begin_on_it() -> None:
    assert _told(Box(70, 701, 90, 709)) == (0, False)
    assert _told(Box(170, 701, 190, 709)) == (7, False)
    assert _told(Box(400, 701, 420, 709)) == (14, False)


def test_of_two_columns_the_nearer_line_counts() -> None:
    lines = (*_LINES, _line("Rechts", 40, 700, left=330))
    assert _told(Box(340, 701, 350, 709), lines=lines)[0] >= 40
    assert _told(Box(80, 701, 90, 709), lines=lines)[0] < 14


def test_words_between_lines_stand_before_the_next_and_inside_when_that_goes_on() -> None:
    between = (_line("De school belt", 0, 700), _line("de ouders op.", 15, 675))
    assert _told(Box(80, 687, 100, 697), lines=between) == (15, True)
    apart = (_line("De school belt.", 0, 700), _line("Ouders komen.", 16, 675))
    assert _told(Box(80, 687, 100, 697), lines=apart) == (16, False)
    # Far from both it is no part of a sentence.
    assert _told(Box(80, 590, 100, 600)) == (29, False)


def test_above_all_lines_is_before_the_first_and_below_all_at_the_end() -> None:
    assert _told(Box(80, 760, 100, 770)) == (0, False)
    assert _told(Box(80, 100, 100, 110)) == (_END, False)
    # Left of the column nothing is below it.
    assert _told(Box(10, 600, 30, 610)) == (_END, False)


def test_without_a_place_it_is_told_at_the_first_line() -> None:
    assert _told(None) == (0, False)
    assert _told(None, beside=True) == (0, True)
    assert _told(None, beside=True, lines=()) == (_END, False)
    assert _told(None, beside=True, reason=_NEVER) == (0, False)
    assert _told(Box(70, 701, 90, 709), beside=True) == (0, True)
    assert _told(Box(70, 701, 90, 709), beside=True, reason=_NEVER) == (0, False)
