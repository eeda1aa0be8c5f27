"""What is worked out of one large value, worked out once as long as that value is there.

A value is known by which one it is, never by what is in it: to compare two protocols would take
longer than most of what is asked of one. So only for values that never change, and for answers that
nobody changes.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

_Value = TypeVar("_Value")
_Answer = TypeVar("_Answer")


def told_once(function: Callable[[_Value], _Answer]) -> Callable[[_Value], _Answer]:
    """Have a function work out its answer on each value once; it goes when the value goes."""
    return _told(function, {})


def kept_once(function: Callable[[_Value], _Answer]) -> Callable[[_Value], _Answer]:
    """Have a function do so of which a later run may take over the answers: plain values."""
    known: _Known[_Answer] = {}
    _KEPT[f"{function.__module__}.{function.__qualname__}"] = known
    return _told(function, known)


def answers_on(value: object) -> dict[str, object]:
    """Return what was worked out of a value that a later run may take over."""
    found = {name: known.get(id(value)) for name, known in _KEPT.items()}
    return {name: one[1] for name, one in found.items() if one and one[0]() is value}


def take_over(value: object, answers: Mapping[str, object]) -> None:
    """Take over what an earlier run worked out of an equal value."""
    for name, answer in answers.items():
        if name in _KEPT:
            _note(_KEPT[name], value, answer)


_Known = dict[int, tuple[weakref.ref[object], _Answer]]
_KEPT: dict[str, _Known[Any]] = {}


def _told(
    function: Callable[[_Value], _Answer], known: _Known[_Answer]
) -> Callable[[_Value], _Answer]:
    @wraps(function)
    def told(value: _Value) -> _Answer:
        found = known.get(id(value))
        if found is not None and found[0]() is value:
            return found[1]
        return _note(known, value, function(value))

    return told


def _note(known: _Known[_Answer], value: object, answer: _Answer) -> _Answer:
    name = id(value)
    known[name] = weakref.ref(value, lambda _: known.pop(name, None)), answer
    return answer
