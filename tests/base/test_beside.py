"""Work beside leaves what it makes; nothing is told of a failure, and no process stays behind."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from protocolkit.base import beside as module
from protocolkit.base import remembered as remembering
from protocolkit.base.beside import Beside
from protocolkit.base.cache import Cache
from protocolkit.base.remembered import remembered
from protocolkit.base.trial import trial

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(
        "fork" not in multiprocessing.get_all_start_methods(),
        reason="this system copies no process",
    ),
]


@pytest.fixture
def has_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a core, however many threads the tests have."""
    monkeypatch.setattr(module, "_has_core", lambda: True)


@pytest.mark.usefixtures("has_core")
def test_what_it_makes_is_found_in_the_cache(tmp_path: Path) -> None:
    beside = Beside()
    beside.begin(lambda: Cache(tmp_path).write("kind", "name", "", os.getpid()))
    beside.wait()
    assert Cache(tmp_path).has("kind", "name", "")
    assert not Cache(tmp_path).has("kind", "name", "other")
    assert Cache(tmp_path).read("kind", "name", "") not in (None, os.getpid())
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("has_core")
def test_what_functions_answered_there_is_known_here(tmp_path: Path) -> None:
    cache, asked = Cache(tmp_path), list[str]()

    @remembered
    def size(text: str) -> int:
        asked.append(text)
        return len(text)

    def asks_there(text: str) -> None:
        size(text)
        remembering.leave(cache, text)

    try:
        remembering.begin(cache)
        for text in ("aa", "ccc"):
            remembering.expect(text)
            beside = Beside()
            beside.begin(partial(asks_there, text))
            size("b")
            beside.wait()
        remembering.end(cache)
        asked.clear()
        remembering.begin(cache)
        assert [size("aa"), size("b"), size("ccc")] == [2, 1, 3]
        remembering.end(cache)
        assert not asked
        assert not list(tmp_path.rglob("remembered-beside"))
    finally:
        remembering._ALL.pop()


@pytest.mark.usefixtures("has_core")
def test_nothing_that_is_open_here_is_held_there(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as held:
        beside = Beside()
        beside.begin(lambda: Cache(tmp_path).write("kind", "name", "", _is_open(held.fileno())))
        beside.wait()
        assert Cache(tmp_path).read("kind", "name", "") is False
        assert _is_open(held.fileno())


def _is_open(handle: int) -> bool:
    try:
        os.fstat(handle)
    except OSError:
        return False
    return True


@pytest.mark.usefixtures("has_core")
def test_a_failure_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise ValueError("dit gaat mis")

    beside = Beside()
    beside.begin(fails)
    beside.wait()
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("has_core")
def test_who_stops_waits_for_nothing() -> None:
    beside, began = Beside(), time.monotonic()
    beside.begin(lambda: time.sleep(600))
    beside.stop()
    assert time.monotonic() - began < 300
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("has_core")
def test_in_a_trial_nothing_is_begun() -> None:
    with trial():
        Beside().begin(lambda: time.sleep(600))
        assert not multiprocessing.active_children()


def test_one_of_several_threads_is_not_copied() -> None:
    ready = threading.Event()
    other = threading.Thread(target=ready.wait)
    other.start()
    try:
        Beside().begin(lambda: time.sleep(600))
        assert not multiprocessing.active_children()
    finally:
        ready.set()
        other.join()
