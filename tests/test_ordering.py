"""Long files of tests go first, and one process need not wait for the site of the other."""

from __future__ import annotations

from ordering import longest_first

_SECONDS = {"page": 9.0, "site": 8.0, "paper": 4.0, "words": 1.0}
_WAITING = frozenset({"page", "site"})


def test_the_longest_goes_first_and_the_second_need_not_wait() -> None:
    names = ["new", "words", "paper", "site", "page"]
    assert longest_first(_SECONDS, _WAITING, names) == ["page", "paper", "site", "words", "new"]
    assert longest_first(_SECONDS, frozenset(), names) == ["page", "site", "paper", "words", "new"]


def test_nothing_is_lost_where_all_wait_or_nothing_is_known() -> None:
    assert longest_first({}, _WAITING, ["site", "page"]) == ["site", "page"]
    assert longest_first({}, frozenset(), ["words", "new"]) == ["words", "new"]
