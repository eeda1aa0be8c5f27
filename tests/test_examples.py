"""On how many examples a property is tried, by what was asked to run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from examples import drawn, examples, some_of

Load = Callable[[str], None]


@pytest.fixture
def load() -> Iterator[Load]:
    """Return what makes another profile the one that counts, until the test ends."""
    before = settings.get_current_profile_name()
    yield settings.load_profile
    settings.load_profile(before)


def test_deep_tries_all_whole_a_third_and_quick_four(load: Load) -> None:
    tried = {}
    for profile in ("deep", "whole", "quick"):
        load(profile)
        usual = settings.default
        assert usual is not None
        tried[profile] = (usual.max_examples, examples(60).max_examples, examples(3).max_examples)
    assert tried == {"deep": (100, 60, 3), "whole": (33, 20, 3), "quick": (4, 4, 3)}


def test_what_asks_for_few_is_tried_on_ten_or_on_all_that_it_asks_for() -> None:
    assert [some_of(number) for number in (8, 10, 12, 30, 33)] == [8, 10, 10, 10, 11]


def test_of_what_seeds_draw_test_tries_every_third_and_ci_all(
    load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAWN", raising=False)
    tried = {}
    for profile in ("deep", "whole", "quick"):
        load(profile)
        tried[profile] = [*drawn(range(7), 2)]
    assert tried == {"deep": [*range(7)], "whole": [0, 3, 6], "quick": [0, 1]}
    load("whole")
    monkeypatch.setenv("DRAWN", "all")
    assert [*drawn(range(7), 2)] == [*range(7)]
