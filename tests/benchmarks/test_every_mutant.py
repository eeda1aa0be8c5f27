"""A named number is watched where it is read, and becomes what is asked."""

from __future__ import annotations

import ast

import pytest

from every_mutant import Change, Numbers

_MODULE = "_MOST = 3\n\ndef many(n):\n    return n > _MOST\n"


@pytest.mark.parametrize(
    ("factor", "value", "became"),
    [(2, 3, 6), (0.5, 3, 1), (2, 0, 2), (0.5, 0.5, 0.25), (None, True, False), (None, "", True)],
)
def test_a_number_becomes_larger_or_smaller_and_a_condition_its_denial(
    factor: float | None, value: object, became: object
) -> None:
    assert Change(place=0, factor=factor).of(value) == became


def test_a_number_is_changed_wherever_it_is_read() -> None:
    tree = ast.fix_missing_locations(Numbers({"_MOST": 7}).visit(ast.parse(_MODULE)))
    seen: list[int] = []

    def see(number: int, value: int) -> int:
        seen.append(number)
        return value * 2

    names: dict[str, object] = {"_a_condition_is_seen": see}
    exec(compile(tree, "m.py", "exec"), names)
    many = names["many"]
    assert callable(many)
    assert seen == []
    assert (many(6), many(7), seen) == (False, True, [7, 7])
