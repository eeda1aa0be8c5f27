"""Pieces of an earlier run come back by their key, and only those that are still asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from protocolkit.base.cache import Cache
from protocolkit.base.earlier import Digests, Earlier


def _run(folder: Path, *keys: str, around: str = "") -> list[str]:
    """Ask for pieces in one run; return those that were made."""
    made: list[str] = []

    def piece(key: str) -> str | None:
        made.append(key)
        return None if key == "none" else f"of {key}"

    earlier: Earlier[str | None] = Earlier(Cache(folder), "kind", "name", around)
    for key in keys:
        assert earlier.of(key, partial(piece, key)) == (None if key == "none" else f"of {key}")
    earlier.keep()
    return made


def test_a_piece_is_made_once_and_one_that_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    assert _run(tmp_path, "a", "none", "a") == ["a", "none"]
    assert _run(tmp_path, "a", "none", "b") == ["b"]
    assert _run(tmp_path, "b") == []
    assert _run(tmp_path, "a", "b") == ["a"]
    assert _run(tmp_path, "a", "b", around="else") == ["a", "b"]


def test_it_is_told_which_pieces_are_there_before_any_is_made(tmp_path: Path) -> None:
    _run(tmp_path, "a", "none")
    earlier: Earlier[str | None] = Earlier(Cache(tmp_path), "kind", "name")
    assert [earlier.has(key) for key in ("a", "none", "b")] == [True, True, False]
    earlier.of("b", lambda: "of b")
    assert earlier.has("b")


def test_nothing_is_written_where_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _run(tmp_path, "a", "b")
    monkeypatch.setattr(Cache, "write", lambda *_: pytest.fail("written"))
    assert _run(tmp_path, "a", "b") == []
    assert _run(tmp_path) == []


def test_a_value_is_known_by_what_counts_of_it() -> None:
    digests, value = Digests(), ("a", "b")
    assert digests.of(value) == Digests().of(("a", "b")) != Digests().of(("a", "c"))
    assert Digests().of(value, lambda pair: pair[0]) == Digests().of(("a", "c"), lambda p: p[0])
