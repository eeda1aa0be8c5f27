"""What of a change is told: its paragraphs apart, and of a table the rows that changed."""

from __future__ import annotations

import pytest

from one_protocol import headed
from protocolkit.base.messages import translator
from protocolkit.changes.protocol_items import items_of
from protocolkit.document.richtext import plain
from protocolkit.reading.reader import read_protocol_text
from protocolkit.review.changed_rows import ToldChanges
from protocolkit.review.remarks import ReturnedChange

_TEXT = (
    headed("Pesten")
    + """{#a1}
1. Wie doet wat:

   | wat | wie |
   |---|---|
   | gesprek voeren | de mentor |
   | brief naar huis | de directeur |
   | verslag maken | |

   Wie iets anders wil, vraagt dat.

{#a2}
2. Wie pest, gaat naar de mentor van de klas en daarna naar huis.
"""
)
_PROTOCOL = read_protocol_text(_TEXT, subject="pesten", slug="de-brug").protocol
_LINES = {
    item.anchor: [f"{unit.marker} {plain(unit.text)}".strip() for unit in item.units]
    for item in items_of(_PROTOCOL)
}


def _told(new: list[str], anchor: str = "a1") -> list[str]:
    change = ReturnedChange(
        anchor=anchor, kind="changed", old="\n".join(_LINES[anchor]), new="\n".join(new)
    )
    sides = ToldChanges([_PROTOCOL], translator("nl")).sides(change)
    return [f"{side.name}: {' ¶ '.join(side.lines)}" for side in sides]


def test_of_a_table_the_row_is_told_in_which_a_cell_changed() -> None:
    new = [line.replace("de directeur", "de leraar") for line in _LINES["a1"]]
    assert _told(new) == [
        "rij 2, eerst: brief naar huis | de directeur",
        "rij 2, wordt: brief naar huis | de leraar",
    ]


def test_an_empty_cell_that_is_filled_is_told_in_its_row() -> None:
    new = [line or "de mentor" for line in _LINES["a1"]]
    assert _told(new) == [
        "rij 3, eerst: verslag maken | ",
        "rij 3, wordt: verslag maken | de mentor",
    ]


def test_a_row_that_came_or_went_is_told_alone() -> None:
    own = _LINES["a1"]
    assert _told([*own[:3], "bellen", "de mentor", *own[3:]]) == [
        "rij 1, toegevoegd: bellen | de mentor"
    ]
    assert _told([*own[:5], *own[7:]]) == ["rij 2, weggehaald: brief naar huis | de directeur"]


def test_a_column_that_came_is_told_row_by_row() -> None:
    own = _LINES["a1"]
    cells = [cell for at in range(1, 9, 2) for cell in (*own[at : at + 2], "hoe")]
    told = _told([own[0], *cells, own[-1]])
    assert told[2:4] == [
        "rij 1, eerst: gesprek voeren | de mentor",
        "rij 1, wordt: gesprek voeren | de mentor | hoe",
    ]
    assert len(told) == 8


def test_words_around_a_table_and_in_its_head_are_told_alone() -> None:
    new = [line.replace("Wie doet wat", "Wie wat doet") for line in _LINES["a1"]]
    assert _told(new) == ["eerst: 1. Wie doet wat:", "wordt: 1. Wie wat doet:"]
    new = [line.replace("wie", "persoon") if line == "wie" else line for line in _LINES["a1"]]
    assert _told(new) == [
        "kop van de tabel, eerst: wat | wie",
        "kop van de tabel, wordt: wat | persoon",
    ]


@pytest.mark.parametrize("extra", [["nog iets"], ["nog iets", "en nog iets"]])
def test_what_does_not_come_out_even_is_told_whole(extra: list[str]) -> None:
    new = [*_LINES["a1"], *extra]
    assert _told(new) == [f"eerst: {' ¶ '.join(_LINES['a1'])}", f"wordt: {' ¶ '.join(new)}"]


def test_a_paragraph_that_was_split_shows_where() -> None:
    [old] = _LINES["a2"]
    begin, end = old.split(" en ")
    assert _told([begin, f"en {end}"], "a2") == [f"eerst: {old}", f"wordt: {begin} ¶ en {end}"]


def test_any_number_of_lines_is_told() -> None:
    own = _LINES["a1"]
    for count in range(1, 2 * len(own)):
        new = [f"regel {at}" for at in range(count)]
        assert "regel 0" in " ".join(_told(new))
        assert f"regel {count - 1}" in " ".join(_told(new))
