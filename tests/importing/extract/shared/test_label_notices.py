"""Labels of a whole file are named, the first eight of many."""

from __future__ import annotations

import pytest

from protocolkit.importing.extract.shared.notices import other_labels, strange_labels, typed_lines


@pytest.mark.parametrize(("count", "named", "is_cut"), [(1, 1, False), (8, 8, False), (9, 8, True)])
def test_the_first_eight_of_many_are_named(count: int, named: int, is_cut: bool) -> None:
    labels = [f"x{n}" for n in range(count)]
    for found in (strange_labels(labels), typed_lines(labels)):
        (said,) = (dict(one.values)["labels"] for one in found)
        assert (said.count("‘x"), said.endswith(", …")) == (named, is_cut)
    (said,) = (dict(one.values)["labels"] for one in other_labels([("1.9", "2.1")]))
    assert said == "‘1.9’ (‘2.1’)"


def test_without_any_nothing_is_said() -> None:
    assert list(other_labels([])) == list(strange_labels([])) == list(typed_lines([])) == []
