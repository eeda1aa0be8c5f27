"""What a function of words answered comes back in the next build; elsewhere the latest does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from protocolkit.base import remembered as module
from protocolkit.base.cache import Cache
from protocolkit.base.remembered import Remembered, remembered


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def lengths(asked: list[str]) -> Iterator[Remembered[[str], int | None]]:
    @remembered
    def length(text: str) -> int | None:
        asked.append(text)
        return len(text) or None

    yield length
    module._ALL.remove(length)


def test_it_answers_once_in_a_build_and_not_again_in_the_next(
    tmp_path: Path, lengths: Remembered[[str], int | None], asked: list[str]
) -> None:
    for wanted in (["aa", ""], []):
        lengths.begin(Cache(tmp_path))
        assert [lengths(text) for text in ("aa", "", "aa")] == [2, None, 2]
        lengths.end(Cache(tmp_path))
        assert asked == wanted
        asked.clear()


def test_without_a_build_the_latest_answers_are_remembered(
    lengths: Remembered[[str], int | None], asked: list[str]
) -> None:
    assert [lengths("a"), lengths("a")] == [1, 1]
    assert asked == ["a"]
    many = [f"{number:09}" for number in range(module._LATEST)]
    assert [lengths(text) for text in (*many, "a", many[-1])] == [*(9 for _ in many), 1, 9]
    assert asked == ["a", *many, "a"]


def test_of_a_build_that_failed_nothing_is_remembered(
    tmp_path: Path, lengths: Remembered[[str], int | None], asked: list[str]
) -> None:
    lengths.begin(Cache(tmp_path))
    assert lengths("b") == 1
    lengths.end(None)
    asked.clear()
    lengths.begin(Cache(tmp_path))
    assert lengths("b") == 1
    assert asked == ["b"]


def test_nothing_is_written_where_nothing_new_was_asked(
    tmp_path: Path, lengths: Remembered[[str], int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths.begin(Cache(tmp_path))
    lengths("a")
    lengths.end(Cache(tmp_path))
    monkeypatch.setattr(Cache, "write", lambda *_: pytest.fail("written"))
    lengths.begin(Cache(tmp_path))
    lengths("a")
    lengths.end(Cache(tmp_path))


def test_of_a_module_that_is_loaded_while_a_build_is_on_it_remembers_too(
    tmp_path: Path, asked: list[str]
) -> None:
    def late(text: str) -> int:
        asked.append(text)
        return len(text)

    module.begin(Cache(tmp_path))
    try:
        found = remembered(late)
        assert [found("aa"), found("aa")] == [2, 2]
    finally:
        module.end(None)
        module._ALL.remove(found)
    assert asked == ["aa"]
    assert [found("aa"), found("aa")] == [2, 2]
    assert asked == ["aa", "aa"]


def test_what_nobody_asks_is_not_read(
    tmp_path: Path, lengths: Remembered[[str], int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cache, "read", lambda *_: pytest.fail("read"))
    lengths.begin(Cache(tmp_path))
    lengths.end(Cache(tmp_path))
