"""Each line of a report as text: what is not there is not named, and what is there is whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.importing.report_choices import ReadingChoice
from protocolkit.importing.report_pages import report_text
from protocolkit.importing.report_values import (
    Difference,
    Guessed,
    ImportReport,
    Omission,
    Row,
    folded,
)

_EMPTY = ImportReport(
    title="Proef",
    file="x.txt",
    words=9,
    clauses=2,
    notes=1,
    first_look=(),
    more_to_see=0,
    kinds=(),
    guesses=(),
    notices=(),
    differences=(),
    left_out=(),
    words_left_out=0,
    rows=(),
)
_ROW = Row(
    label="Aanhef 1",
    anchor="a",
    page=1,
    confidence=60,
    reasons=("doorgestreept", "los teken"),
    source="1. Een.",
    result="1. Een.",
    is_heading=False,
)
_CHANGE = Difference(kind="verplaatst", reason="", text="noot", result="", line=3)
_PLACE = ReadingChoice(says="Regel 4 is een kop.", offers=())


def _lines(**more: object) -> list[str]:
    return report_text(replace(_EMPTY, **more), str).splitlines()  # type: ignore[arg-type]


def test_of_what_is_not_there_no_section_stands() -> None:
    said = _lines()
    assert "Nothing is in doubt." in said
    assert "Nothing: every word stands where it stood." in said
    assert "Nothing: all that the file holds is in the protocol." in said
    titles = ("About the file", "Kind of text: a guess", "Can be read in another way")
    assert not [line for line in said if line in titles]
    assert not [line for line in said if line.startswith("More places")]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (_CHANGE, "- line 3, verplaatst: noot"),
        (replace(_CHANGE, reason="voetnoot"), "- line 3, verplaatst (voetnoot): noot"),
        (replace(_CHANGE, result="noten"), "- line 3, verplaatst: noot > noten"),
    ],
)
def test_a_difference_has_its_reason_and_what_came_of_it(change: Difference, line: str) -> None:
    said = _lines(differences=(change,))
    assert line in said
    assert "Nothing: every word stands where it stood." not in said


@pytest.mark.parametrize(("place", "line"), [("", "- kop: Blz 1"), ("p. 2", "- p. 2, kop: Blz 1")])
def test_what_was_left_out_has_its_place_where_that_is_known(place: str, line: str) -> None:
    found = Omission(place=place, reason="kop", text="Blz 1")
    assert line in _lines(left_out=(found,), words_left_out=2)


def test_a_place_to_look_at_shows_the_source_where_that_is_other_text() -> None:
    said = _lines(first_look=(_ROW,), more_to_see=4)
    assert "[60%] Aanhef 1 (doorgestreept; los teken)" in said
    assert "    1. Een." in said
    assert not [line for line in said if "In the source" in line]
    assert "More places: 4; see 'Clause by clause'." in said
    other = replace(_ROW, source="l. Een.", is_heading=True, reasons=())
    said = _lines(first_look=(other,))
    assert "[60%] heading" in said
    assert "    In the source: l. Een." in said


def test_what_can_be_read_otherwise_is_told_once() -> None:
    row = replace(_ROW, places=(_PLACE,))
    assert _lines(first_look=(row,), rows=(row,)).count("    Regel 4 is een kop.") == 1
    assert _lines(rows=(row,)).count("    Regel 4 is een kop.") == 1
    assert "Can be read in another way" in _lines(undoubted=(_PLACE,))


def test_guesses_notices_and_kinds_have_a_section_of_their_own() -> None:
    said = _lines(
        guesses=("Vastgesteld in 2021?",),
        notices=("Een scan.",),
        kinds=(Guessed(kind="regel", texts=("1", "2")),),
    )
    for title, line in (
        ("Found in the text: is it right?", "- Vastgesteld in 2021?"),
        ("About the file", "- Een scan."),
        ("Kind of text: a guess", "- regel: 1, 2"),
    ):
        assert said.index(title) < said.index(line)


def test_the_sum_says_how_many_words_were_left_out_if_any_were() -> None:
    assert "left out" not in _EMPTY.summary(str)
    assert "Words left out: 7." in replace(_EMPTY, words_left_out=7).summary(str)
    assert folded(" een\n twee ") == "een twee"
