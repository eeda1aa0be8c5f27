"""How much work a call of the package is: lines that run, and steps of its regular expressions.

Counted, not timed: the same on every machine. Whoever looks back at all that came before shows in
one place of the code, however little of the whole it is; so each place is counted by itself.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

from pattern_steps import Steps

_NO_LIMIT = 10**9
_DEEP = 20_000  # a step of a repeat is a call inside the one before it


@contextmanager
def counted() -> Iterator[Callable[[Callable[[], object]], Counter[str]]]:
    """Give what counts the work of a call into the package, which is imported anew meanwhile.

    The work is told by place: a function by its file and first line, a pattern by its text.
    """
    steps: Counter[str] = Counter()
    ours = {name: sys.modules.pop(name) for name in list(sys.modules) if _is_ours(name)}
    compile_one: Callable[..., Any] = vars(re)["_compile"]
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(_DEEP)
        vars(re)["_compile"] = lambda pattern, flags: _Pattern(compile_one(pattern, flags), steps)
        yield lambda call: _count(call, steps)
    finally:
        vars(re)["_compile"] = compile_one
        sys.setrecursionlimit(limit)
        for name in [name for name in sys.modules if _is_ours(name)]:
            del sys.modules[name]
        sys.modules.update(ours)


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] == "protocolkit"


def _count(call: Callable[[], object], steps: Counter[str]) -> Counter[str]:
    steps.clear()
    lines: Counter[str] = Counter()

    def follow(frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        if not _is_ours(frame.f_globals.get("__name__", "")):
            return None
        if event == "line":
            code = frame.f_code
            lines[f"{code.co_filename}:{code.co_firstlineno}"] += 1
        return follow

    before = sys.gettrace()
    sys.settrace(follow)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines + steps


@cache
def _steps(pattern: re.Pattern[str], method: str, text: str, begin: int) -> int:
    return Steps(pattern, _NO_LIMIT).taken(method, text, begin)


class _Pattern:
    """A pattern that counts its steps, and is otherwise the one that it stands for."""

    def __init__(self, pattern: Any, work: Counter[str]) -> None:
        self._pattern = pattern.real if isinstance(pattern, _Pattern) else pattern
        self._work = work

    @property
    def real(self) -> Any:
        """The pattern that it stands for."""
        return self._pattern

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._pattern, name)
        return self._counting(name, found) if callable(found) else found

    def _counting(self, name: str, found: Callable[..., Any]) -> Callable[..., Any]:
        def run(*values: Any, **named: Any) -> Any:
            text = values[1] if name == "sub" else values[0]
            has_place = name not in ("sub", "split") and len(values) > 1
            place = values[1] if has_place else 0
            self._work[self._pattern.pattern] += _steps(self._pattern, name, text, place)
            return found(*values, **named)

        return run
