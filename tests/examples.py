"""How many examples a property is tried on: all that it asks for, or a few in ``make quick``."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_FEW = 8


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
        max_examples=min(number, every.max_examples),
        suppress_health_check=[*every.suppress_health_check, *without],
    )
