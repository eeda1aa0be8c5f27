"""Python looks less often for what nobody holds while much is made, and as before after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from protocolkit.commands.collector import unhurried_collector


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
