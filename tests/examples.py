"""How many examples a property is tried on: all it asks for, some of them, or a few.

``make deep`` tries all that it asks for, ``make test`` a third, ``make quick`` four. What is drawn
by seeds of its own goes the same way (:func:`drawn`); of those ``.ci/run`` tries all as well, with
``DRAWN=all``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings

_FEW = 4
# In ``make test`` a property is tried on a third of what it asks for, but on so many at least.
_LEAST = 10
# What hypothesis tries where a property asks for nothing.
_USUAL = 100
_Thing = TypeVar("_Thing")


def declare_profiles() -> None:
    """Let no example fail because a machine is slow; make ``quick`` the profile of few.

    The few are the same ones every time, and so are those of ``.ci/run``: whether a change lands
    depends on the change. ``make test`` and ``make deep`` draw new ones, which find more.
    """
    settings.register_profile(
        "deep",
        max_examples=_USUAL,
        deadline=None,
        derandomize=os.environ.get("CI") == "true",
        suppress_health_check=[HealthCheck.too_slow],
    )
    deep = settings.get_profile("deep")
    settings.register_profile("whole", deep, max_examples=some_of(_USUAL))
    settings.register_profile("quick", deep, max_examples=_FEW, derandomize=True)
    settings.load_profile("whole")


def some_of(number: int) -> int:
    """Return on how many of so many examples ``make test`` tries a property."""
    return min(number, max(_LEAST, number // 3))


def examples(number: int, *without: HealthCheck) -> settings:
    """Return settings for at most so many examples, without some checks of hypothesis's own."""
    every = settings.default
    assert every is not None
    tried = {"deep": number, "quick": min(number, _FEW)}
    return settings(
        max_examples=tried.get(settings.get_current_profile_name(), some_of(number)),
        suppress_health_check=[*every.suppress_health_check, *without],
    )


def few(things: Sequence[_Thing], which: int | slice) -> Sequence[_Thing]:
    """Return all things that a test goes over, or the first so many of them in ``make quick``."""
    chosen = which if isinstance(which, slice) else slice(which)
    return things[chosen] if is_quick() else things


def drawn(things: Sequence[_Thing], least: int = _FEW) -> Sequence[_Thing]:
    """Return what was drawn by a seed and a test goes over: all, a third, or in ``quick`` a few.

    A third is every third, so that what grows with the seed is there too. Such a test is marked
    ``drawn``, by which ``make deep`` and ``.ci/run`` find it; both go over all.
    """
    if is_quick():
        return things[:least]
    if settings.get_current_profile_name() == "deep" or os.environ.get("DRAWN") == "all":
        return things
    return things[::3]


def is_quick() -> bool:
    """Tell whether this is ``make quick``, which does less of the same."""
    return settings.get_current_profile_name() == "quick"
