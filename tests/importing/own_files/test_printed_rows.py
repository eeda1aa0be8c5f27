"""A decision is taken out of the rows of a cover, also where several lines or pages have it."""

from __future__ import annotations

import pytest

from protocolkit.importing.own_files.printed_rows import take_row

_WANTED = "Medezeggenschapsraad\tinstemming\tverleend\t4 maart 2026"


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ([_WANTED], []),
        (["Iets anders", _WANTED, "Nog iets"], ["Iets anders", "Nog iets"]),
        (["Medezeggenschapsraad", "instemming verleend", "4 maart 2026"], []),
        (["Medezeg", "instemming verleend 4 maart 2026", "genschapsraad", "Rest"], ["Rest"]),
    ],
)
def test_a_row_goes_with_all_its_lines_and_no_other(rows: list[str], left: list[str]) -> None:
    assert take_row(rows, _WANTED)
    assert rows == left


@pytest.mark.parametrize(
    "rows",
    [
        [],
        ["Medezeggenschapsraad instemming onthouden 4 maart 2026"],
        ["Medezeggenschapsraad", "instemming verleend"],
        ["De Medezeggenschapsraad instemming verleend 4 maart 2026"],
    ],
)
def test_what_says_something_else_stays(rows: list[str]) -> None:
    before = list(rows)
    assert not take_row(rows, _WANTED)
    assert rows == before
