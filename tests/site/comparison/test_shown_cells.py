"""What a cell says as a whole follows from its clauses."""

from __future__ import annotations

from protocolkit.site.comparison.values import ShownCell, ShownClause


def test_a_state_has_each_item_once_and_in_order() -> None:
    clauses = tuple(ShownClause(place=n, rule="", item=item) for n, item in enumerate((3, 1, 3)))
    assert ShownCell(presence="x", clauses=clauses).state == (1, 3)
    assert ShownCell(presence="x").state == ()
