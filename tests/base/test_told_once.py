"""What is asked of one value is worked out once, and never told of another one."""

from __future__ import annotations

import gc
import weakref
from dataclasses import dataclass

from protocolkit.base import told_once as module
from protocolkit.base.told_once import answers_on, kept_once, take_over, told_once


@dataclass(frozen=True, slots=True, weakref_slot=True)
class _Text:
    words: str


@dataclass(frozen=True, slots=True, weakref_slot=True)
class _Answer:
    words: str


def test_each_value_is_asked_once_and_equal_ones_are_two() -> None:
    asked: list[_Text] = []

    @told_once
    def length(text: _Text) -> int:
        asked.append(text)
        return len(text.words)

    first, second = _Text("aa"), _Text("aa")
    assert [length(text) for text in (first, second, first, second)] == [2, 2, 2, 2]
    assert list(map(id, asked)) == [id(first), id(second)]


def test_a_new_value_in_the_place_of_one_that_went_is_asked_anew() -> None:
    @told_once
    def words(text: _Text) -> str:
        return text.words

    # each is gone when the next is made, which may get its place in memory
    assert [words(_Text(str(number))) for number in range(1000)] == list(map(str, range(1000)))


def test_nothing_is_left_of_a_value_that_is_gone() -> None:
    left: list[weakref.ref[_Answer]] = []

    @told_once
    def answer(_text: _Text) -> _Answer:
        found = _Answer("a")
        left.append(weakref.ref(found))
        return found

    text = _Text("aa")
    assert answer(text) is answer(text)
    assert left[0]() is not None
    del text
    gc.collect()
    assert left[0]() is None


def test_a_later_run_takes_over_what_was_worked_out_of_an_equal_value() -> None:
    asked: list[_Text] = []

    @kept_once
    def length(text: _Text) -> int | None:
        asked.append(text)
        return len(text.words) or None

    @told_once
    def other(text: _Text) -> str:
        return text.words

    try:
        first, later, empty = _Text("aa"), _Text("aa"), _Text("")
        assert (length(first), other(first), length(empty)) == (2, "aa", None)
        [name] = answers_on(first)
        assert name.endswith("length")
        assert answers_on(later) == {}
        for old, new in ((first, later), (empty, again := _Text(""))):
            take_over(new, {**answers_on(old), "of another version": 3})
        asked.clear()
        assert (length(later), length(again), length(first)) == (2, None, 2)
        assert not asked
        assert answers_on(later) == answers_on(first)
    finally:
        module._KEPT.pop(name)
