"""Every condition of a module is watched, and what it decides stays as it was."""

from __future__ import annotations

import ast

from unseen_conditions import Conditions

_MODULE = """\
def of(n):
    if n > 3:
        return "many"
    return "few" if n else [m for m in (0, 1) if m or n]
"""


def _seen(count: int) -> tuple[object, list[tuple[int, object]]]:
    """Return what the function makes of a count, and the conditions that it came to, in order."""
    found: list[tuple[str, int, str]] = []
    tree = ast.fix_missing_locations(Conditions("m.py", found).visit(ast.parse(_MODULE)))
    assert found == [("m.py", 2, "n > 3"), ("m.py", 4, "m or n"), ("m.py", 4, "n")]
    seen: list[tuple[int, object]] = []

    def see(number: int, value: object) -> object:
        seen.append((number, value))
        return value

    names: dict[str, object] = {"_a_condition_is_seen": see}
    exec(compile(tree, "m.py", "exec"), names)
    function = names["of"]
    assert callable(function)
    return function(count), seen


def test_each_condition_is_told_when_the_code_comes_to_it() -> None:
    assert _seen(4) == ("many", [(0, True)])
    assert _seen(2) == ("few", [(0, False), (2, 2)])
    assert _seen(0) == ([1], [(0, False), (2, 0), (1, 0), (1, 1)])
