"""What functions of words answered, remembered while a build is on and kept until the next one.

For functions that depend on what they are given and on nothing else: the stem of a word, the terms
of a text. Outside a build the latest answers are remembered, so that a long run does not fill up.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from functools import lru_cache, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar, cast

from protocolkit.base.cache import Cache

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")
_KIND, _BESIDE = "remembered", "remembered-beside"
_MOST = 100_000
# How many answers of each function are remembered outside a build.
_LATEST = 5_000
_NOTHING = object()
_ALL: list[Remembered[Any, Any]] = []
# The cache of the build that is on; a function of a module that is loaded late begins with it.
_ON: list[Cache] = []
# Which copies of this process leave answers to it.
_LEFT: list[str] = []


class Remembered(Generic[_Given, _Answer]):
    """A function whose answers are kept; it is given plain values, all by their places."""

    def __init__(self, function: Callable[_Given, _Answer]) -> None:
        self._function = function
        self._latest = cast("Callable[_Given, _Answer]", lru_cache(_LATEST)(function))
        self._cache = _ON[0] if _ON else None
        self._known: dict[Hashable, _Answer] | None = None
        self._before = 0
        update_wrapper(self, function)
        _ALL.append(self)

    def __call__(self, *given: _Given.args, **named: _Given.kwargs) -> _Answer:
        """Answer as the function does."""
        if self._cache is None or named:
            return self._latest(*given, **named)
        if self._known is None:
            self._known = self._kept(self._cache)
        found = self._known.get(given, _NOTHING)
        if found is _NOTHING:
            found = self._known[given] = self._function(*given, **named)
        return cast("_Answer", found)

    def begin(self, cache: Cache) -> None:
        """Begin to remember, with what an earlier build left there; it is read when asked for."""
        self._cache, self._known = cache, None

    def end(self, cache: Cache | None) -> None:
        """Stop remembering; leave what is known in a cache, unless there is none."""
        known, self._known, self._cache = self._known, None, None
        if cache is None:
            return
        for part in _LEFT:
            left = _BESIDE, self._name, f"{os.getpid()} {part}"
            if cache.has(*left) and isinstance(found := cache.read(*left), dict):
                known = {**found, **(known or {})}
        if known is not None and self._before < len(known) <= _MOST:
            cache.write(_KIND, self._name, "", known)

    def leave(self, cache: Cache, part: str) -> None:
        """Leave what is known for the process that this one is a copy of."""
        if self._known is not None and self._before < len(self._known) <= _MOST:
            cache.write(_BESIDE, self._name, f"{os.getppid()} {part}", self._known)

    def _kept(self, cache: Cache) -> dict[Hashable, _Answer]:
        kept = cache.read(_KIND, self._name, "")
        known = dict(kept) if isinstance(kept, dict) else {}
        self._before = len(known)
        return known

    @property
    def _name(self) -> str:
        return f"{self._function.__module__}.{self._function.__qualname__}".replace("-", "_")


def remembered(function: Callable[_Given, _Answer]) -> Remembered[_Given, _Answer]:
    """Have the answers of a function kept from one build to the next."""
    return Remembered(function)


def begin(cache: Cache) -> None:
    """Have every such function remember, with what an earlier build left."""
    _ON[:] = [cache]
    _LEFT.clear()
    for one in _ALL:
        one.begin(cache)


def expect(part: str) -> None:
    """Have this build take over what a copy of this process leaves as its part of the work."""
    _LEFT.append(part)


def leave(cache: Cache, part: str) -> None:
    """Leave what all of them know for the process that this one is a copy of, which ends later."""
    for one in _ALL:
        one.leave(cache, part)


def end(cache: Cache | None) -> None:
    """Have them stop, and keep what they know in a cache unless there is none."""
    _ON.clear()
    for one in _ALL:
        one.end(cache)
    if cache is not None:
        cache.remove(_BESIDE)
