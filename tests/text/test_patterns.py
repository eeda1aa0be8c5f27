"""No regular expression of the package takes more and more time for each further character."""

from __future__ import annotations

import re

import pytest

from examples import drawn
from pattern_steps import Steps, TooManyError, compiled_patterns

_FEW, _MANY, _MOST = 6, 12, 40_000
# Twice the text may take four times the steps, where a search begins at each of its characters.
_GROWTH = 4.7
# Here it ends: what they repeat has a most, such as 80 signs, and 64 times the text takes no more
# than hundredths of a second.
_BOUNDED = (
    *("drafting.template.one_board._LISTED", "drafting.template.one_board._COUNTED_SITES"),
    *("norms.halves._OF_WHOM", "text.person_names._FULL"),
)


def _worst(pattern: re.Pattern[str]) -> tuple[float, str]:
    steps = Steps(pattern, _MOST)
    found = [(0.0, "")]
    for few, many in zip(steps.texts(_FEW), steps.texts(_MANY), strict=True):
        try:
            growth = steps.search(many) / max(steps.search(few), 1)
        except TooManyError:
            growth = float("inf")
        found.append((growth, many))
    return max(found)


@pytest.mark.parametrize(
    ("pattern", "is_fine"),
    [
        (r"(a+)+b", False),
        (r"(?:a|a)*b", False),
        (r"(?:\w+\s?)+;", False),
        (r"\s*\s*\s*x", False),
        (r"(?:a+,)+b", True),
        (r"\s+$", True),
        (r"(?i)\b(?:niet|geen)\b[^;]*?\bdan\b", True),
    ],
)
def test_a_step_is_counted_as_the_engine_takes_it(pattern: str, is_fine: bool) -> None:
    assert (_worst(re.compile(pattern))[0] <= _GROWTH) == is_fine


@pytest.mark.drawn
def test_no_pattern_of_the_package_explodes() -> None:
    patterns = compiled_patterns()
    places = [place for place in patterns if not place.startswith(_BOUNDED)]
    assert len(places) > 1_200
    found = {place: _worst(patterns[place]) for place in drawn(places)}
    assert {place: worst for place, worst in found.items() if worst[0] > _GROWTH} == {}
