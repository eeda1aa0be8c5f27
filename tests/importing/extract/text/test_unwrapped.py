"""Text that breaks no lines is told from text that is broken at some width."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.text.times import find_times
from protocolkit.importing.extract.text.unwrapped import unwrapped
from protocolkit.importing.source.lines import Line


def _is_whole(lines: list[str], blank_after: int = 0) -> bool:
    """Tell whether each line is a paragraph; ``blank_after`` so many lines one is blank."""
    made = [
        Line(text=text, begin=0, gap=1.0 if blank_after and at and at % blank_after == 0 else 0.0)
        for at, text in enumerate(lines)
    ]
    found = {line.is_whole for line in unwrapped(made)}
    assert len(found) <= 1
    return found == {True}


_ENDED = "Wie een ander pest, krijgt een gesprek met de mentor en de ouders."
_SHORT = "Wie pest, krijgt straf."
_BROKEN = "Wie een ander pest, krijgt een gesprek met de mentor en met"
_ON = "de ouders, en daarna met de directie."


@pytest.mark.parametrize(
    ("lines", "is_whole"),
    [
        ([], False),
        # no text is broken at a width beyond a hundred signs
        ([_SHORT, "x" * 100], False),
        ([_SHORT, "X" * 101], True),
        # but a sentence that goes on shows that it is
        ([_BROKEN, _ON, "X" * 101], False),
        ([_BROKEN, _ON, "X" * 181], True),
        ([_ENDED, _ON, "X" * 101], True),
        # a short line may be a heading before a word in small letters
        (["Wie een ander pest", _ON, "X" * 101], True),
        ([f"{_BROKEN[:39]}x", _ON, "X" * 101], True),
        ([f"{_BROKEN[:40]}x", _ON, "X" * 101], False),
        # what follows begins an item
        ([_BROKEN, "a. de ouders", "X" * 101], True),
    ],
)
def test_a_wide_text_in_which_no_sentence_goes_on_is_whole(
    lines: list[str], is_whole: bool
) -> None:
    assert _is_whole(lines) == is_whole


@pytest.mark.parametrize(
    ("long", "short", "blank_after", "is_whole"),
    [
        # hardly any blank lines, or so many long lines that a sentence would have gone on
        (1, 9, 5, True),
        (4, 6, 3, False),
        (5, 5, 3, False),
        (6, 4, 3, True),
    ],
)
def test_blank_lines_stand_in_a_text_that_is_broken(
    long: int, short: int, blank_after: int, is_whole: bool
) -> None:
    lines = [*["X" * 101] * long, *[_SHORT] * short]
    assert _is_whole(lines, blank_after) == is_whole


@pytest.mark.parametrize(
    ("ended", "broken", "is_whole"), [(6, 0, True), (8, 2, True), (7, 3, False), (3, 0, False)]
)
def test_where_nearly_every_long_line_ends_a_sentence_none_is_broken(
    ended: int, broken: int, is_whole: bool
) -> None:
    lines = [*[_ENDED] * ended, *[f"{_BROKEN} X"] * broken]
    assert _is_whole(lines, 2) == is_whole
    assert not _is_whole(lines)


def _times(*texts: str, gap: float = 0.0) -> list[int]:
    lines = [Line(text=text, begin=0, gap=gap if at else 0.0) for at, text in enumerate(texts)]
    return sorted(find_times(lines))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("8.15\tInloop", "8.30\tKring"), [0, 1]),
        (("08:15 - 8:30 uur\tInloop", "8.30  Kring"), [0, 1]),
        # numbers that each follow on the one before count clauses
        (("1.14\tInloop", "1.15\tKring"), []),
        (("1.14\tInloop", "1.15\tKring", "1.17\tBuiten"), [0, 1, 2]),
        (("8.15\tInloop",), []),
        (("Tijd\tWat", "8.15\tInloop"), [1]),
        (("Zo laat begint het", "8.15\tInloop"), []),
        (("Tijd\tWat", "8.15\tInloop", "Dan gaan wij naar binnen."), [1]),
        (("8.15 begint de inloop", "8.30 begint de kring"), []),
        (("8.75\tInloop", "8.90\tKring"), []),
    ],
)
def test_a_time_stands_among_others_or_under_a_head(
    texts: tuple[str, ...], found: list[int]
) -> None:
    assert _times(*texts) == found


def test_times_with_room_between_them_are_no_timetable() -> None:
    assert _times("8.15\tInloop", "8.30\tKring", gap=1.0) == []
    assert _times("Tijd\tWat", "8.15\tInloop", gap=1.0) == []
