"""Tables by the lines around their cells: which cells they make, and what is no table."""

from __future__ import annotations

from protocolkit.importing.extract.pdf.drawings import Shape
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.extract.pdf.tables import FoundTable, find_tables, goes_on


def _line(x0: float, y0: float, x1: float, y1: float) -> Shape:
    return Shape(points=((x0, y0), (x1, y1)), is_stroked=True, is_filled=False)


def _grid(lefts: list[float], tops: list[float]) -> list[Shape]:
    """Return the lines of a table with these borders."""
    across = [_line(lefts[0], top, lefts[-1], top) for top in tops]
    return [*across, *(_line(left, tops[0], left, tops[-1]) for left in lefts)]


def _shape(found: FoundTable) -> list[int]:
    return [len(row) for row in found.rows]


def test_lines_make_rows_from_the_top_down() -> None:
    [found] = find_tables(_grid([0, 50, 120], [200, 180, 150]))
    assert _shape(found) == [2, 2]
    assert found.box == Box(0, 150, 120, 200)
    assert found.rows[0] == (Box(0, 180, 50, 200), Box(50, 180, 120, 200))
    assert found.rows[1][1] == Box(50, 150, 120, 180)


def test_one_column_is_a_frame_and_one_row_may_be_the_rest_of_a_table() -> None:
    assert find_tables(_grid([0, 120], [200, 180, 150])) == ()
    [found] = find_tables(_grid([0, 50, 120], [200, 180]))
    assert _shape(found) == [2]
    assert find_tables([]) == ()


def test_lines_that_nearly_meet_do_and_others_do_not() -> None:
    lines = _grid([0, 50, 120], [200, 180, 150])
    near = [*lines[:-1], _line(120, 202, 120, 151)]
    assert len(find_tables(near)) == 1
    apart = [*lines[:-1], _line(140, 200, 140, 150)]
    assert find_tables(apart) == ()


def test_a_slope_and_a_dot_are_no_side() -> None:
    lines = _grid([0, 50, 120], [200, 180, 150])
    assert find_tables([*lines[:-1], _line(115, 200, 125, 150)]) == ()
    dots = [_line(at, 170, at + 0.5, 170) for at in range(0, 120, 10)]
    assert [_shape(one) for one in find_tables([*lines, *dots])] == [[2, 2]]


def test_a_dotted_line_of_short_parts_is_a_line() -> None:
    lines = _grid([0, 50, 120], [200, 180, 150])
    parts = [_line(120, at, 120, at + 1.5) for at in range(150, 200, 2)]
    assert [_shape(one) for one in find_tables([*lines[:-1], *parts])] == [[2, 2]]


def test_a_page_full_of_lines_is_a_drawing() -> None:
    many = [_line(at % 500, at // 500, at % 500 + 2, at // 500) for at in range(11_000)]
    table = _grid([0, 50, 120], [400, 380, 350])
    assert find_tables([*table, *many]) == ()
    assert len(find_tables([*table, *many[:300]])) == 1


def test_a_table_goes_on_where_its_columns_stand_in_the_same_place() -> None:
    [before] = find_tables(_grid([0, 50, 120], [200, 180, 150]))
    [same] = find_tables(_grid([1, 51, 120], [800, 780]))
    [other] = find_tables(_grid([0, 70, 120], [800, 780]))
    [more] = find_tables(_grid([0, 50, 90, 120], [800, 780]))
    assert goes_on(same, before)
    assert not goes_on(other, before)
    assert not goes_on(more, before)
    assert not goes_on(same, None)


def test_two_tables_right_below_each_other_are_two() -> None:
    above, below = _grid([0, 50, 120], [200, 180, 150]), _grid([0, 30, 80, 120], [149, 130, 110])
    assert [_shape(one) for one in find_tables([*above, *below])] == [[2, 2], [3, 3]]


def test_a_row_with_merged_cells_is_of_the_same_table() -> None:
    top, rest = _grid([0, 80, 120], [200, 180]), _grid([0, 30, 80, 120], [180, 160, 140])
    assert [_shape(one) for one in find_tables([*top, *rest])] == [[2, 3, 3]]
    other = _grid([0, 60, 120], [200, 180])
    assert [_shape(one) for one in find_tables([*other, *rest])] == [[2, 3, 3]]
