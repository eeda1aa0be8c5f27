"""How many examples a property is tried on: all that it asks for, or a few in ``make quick``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings

_FEW = 4
_Thing = TypeVar("_Thing")


def declare_profiles() -> None:
    """Let no example fail because a machine is slow; make ``quick`` the profile of few.

    The few are the same ones every time, and so are those of ``.ci/run``: whether a change lands
    depends on the change. ``make test`` draws new ones, which find more.
    """
    settings.register_profile(
        "whole",
        deadline=None,
        derandomize=os.environ.get("CI") == "true",
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.register_profile(
        "quick", settings.get_profile("whole"), max_examples=_FEW, derandomize=True
    )
    settings.load_profile("whole")


def examples(number: int, *without: HealthCheck) -> settings:
    """Return settings for at most so many examples, without some checks of hypothesis's own."""
    every = settings.default
    assert every is not None
    return settings(
        max_examples=min(number, every.max_examples) if is_quick() else number,
        suppress_health_check=[*every.suppress_health_check, *without],
    )


def few(things: Sequence[_Thing], which: int | slice) -> Sequence[_Thing]:
    """Return all things that a test goes over, or the first so many of them in ``make quick``."""
    chosen = which if isinstance(which, slice) else slice(which)
    return things[chosen] if is_quick() else things


def is_quick() -> bool:
    """Tell whether this is ``make quick``, which does less of the same."""
    return settings.get_current_profile_name() == "quick"
