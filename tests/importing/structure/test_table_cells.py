"""A cell that may have swallowed the one beside it is a doubt; other empty cells are not."""

from __future__ import annotations

import pytest

from protocolkit.importing.structure.table_cells import has_swallowed

_HEAD = ("Wie", "Waar", "Hoe vaak")
_ROWS = (("mentor", "in de klas", "elke week"), ("leraar", "op het plein", "elke dag"))


@pytest.mark.parametrize(
    ("row", "is_one"),
    [
        (("ouder aan de poort", "", "elk jaar"), True),
        (("ouder", "aan de poort elk jaar", ""), True),
        (("ouder", "", "elk jaar"), False),
        (("", "aan de poort", "elk jaar"), False),
        (("ouder van een leerling", "aan de poort", "elk jaar"), False),
    ],
)
def test_an_empty_cell_beside_a_long_one(row: tuple[str, ...], *, is_one: bool) -> None:
    assert has_swallowed([_HEAD, *_ROWS, row]) is is_one


def test_a_column_in_which_more_cells_are_empty_says_nothing() -> None:
    row = ("ouder aan de poort", "", "elk jaar")
    assert not has_swallowed([_HEAD, *_ROWS, row, ("conrector", "", "nooit")])
    assert not has_swallowed([_HEAD, _ROWS[0], row])
