"""Python looks less often for what nobody holds while much is made, and as before after it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

import protocolkit
from protocolkit.base.collector import unhurried_collector

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@pytest.fixture
def before() -> Iterator[tuple[int, int, int]]:
    found = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield gc.get_threshold()
    gc.set_threshold(*found)


def test_it_looks_less_often_and_then_as_before(before: tuple[int, int, int]) -> None:
    with unhurried_collector():
        assert gc.get_threshold() == (100_000, *before[1:])
    assert gc.get_threshold() == before


def test_with_sphinx_it_does_so_until_the_build_is_done(
    before: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    connected: dict[str, Callable[..., None]] = {}
    app = SimpleNamespace(connect=lambda name, done, **_: connected.update({name: done}))
    seen: list[tuple[int, int, int]] = []

    def set_up(_app: object) -> dict[str, object]:
        seen.append(gc.get_threshold())
        return {}

    monkeypatch.setattr("protocolkit.site.setup", set_up)
    protocolkit.setup(cast("Sphinx", app))
    assert seen == [gc.get_threshold()] == [(100_000, *before[1:])]
    connected["build-finished"](app, None)
    assert gc.get_threshold() == before
