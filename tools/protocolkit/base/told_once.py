"""What is worked out of one large value, worked out once as long as that value is there.

A value is known by which one it is, never by what is in it: to compare two protocols would take
longer than most of what is asked of one. So only for values that never change, and for answers that
nobody changes.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Value = TypeVar("_Value")
_Answer = TypeVar("_Answer")


def told_once(function: Callable[[_Value], _Answer]) -> Callable[[_Value], _Answer]:
    """Have a function work out its answer on each value once; it goes when the value goes."""
    known: dict[int, tuple[weakref.ref[object], _Answer]] = {}

    @wraps(function)
    def told(value: _Value) -> _Answer:
        name = id(value)
        found = known.get(name)
        if found is not None and found[0]() is value:
            return found[1]
        answer = function(value)
        known[name] = weakref.ref(value, lambda _: known.pop(name, None)), answer
        return answer

    return told
