"""Which number may come next, of the lists that are being counted."""

from __future__ import annotations

from protocolkit.importing.structure.open_lists import OpenLists
from protocolkit.text.markers import Start, find_starts


def _start(marker: str) -> Start:
    return find_starts(f"{marker} Tekst")[0]


def _counted(*markers: str) -> OpenLists:
    lists = OpenLists()
    for marker in markers:
        lists.count(_start(marker))
    return lists


def test_the_next_number_of_a_list_follows() -> None:
    lists = _counted("1.", "2.")
    assert [lists.follows(_start(marker)) for marker in ("3.", "2.", "4.", "3)")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_list_goes_on_after_one_inside_it() -> None:
    lists = _counted("1.", "2.", "1.", "2.", "3.")
    assert lists.follows(_start("4."))
    assert lists.follows(_start("3."))


def test_a_list_that_others_went_past_is_closed() -> None:
    lists = _counted("1.", "1.", "2.", "2.")
    assert lists.follows(_start("3."))
    lists.count(_start("3."))
    assert not lists.follows(_start("2."))


def test_some_numbers_may_be_missing() -> None:
    lists = _counted("1.", "2.")
    assert lists.jumps(_start("4."), 2)
    assert not lists.jumps(_start("5."), 2)
    assert not lists.jumps(_start("4)"), 2)


def test_a_number_is_near_an_open_chapter() -> None:
    assert OpenLists().is_near(9)
    lists = _counted("3.1", "3.2")
    assert [lists.is_near(chapter) for chapter in (2, 3, 4, 5)] == [False, True, True, False]


def test_bullets_are_remembered_and_count_nothing() -> None:
    lists = _counted("•")
    assert lists.has("•")
    assert not lists.follows(_start("•"))
