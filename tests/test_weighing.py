"""What ``make quick`` leaves out is weighed fairly, and is there."""

from __future__ import annotations

import re
from pathlib import Path

from seeds import ROOT
from weighing import LEAST, Weight, long_tests, read_long

_NOTHING: dict[str, float] = {}


def test_a_test_with_parameters_weighs_what_they_do_on_average() -> None:
    heavy, light = Weight(LEAST * 3, _NOTHING, ()), Weight(LEAST / 4, _NOTHING, ())
    weights = {"a.py::test_x[1]": heavy, "a.py::test_x[2]": light, "a.py::test_y[1]": heavy}
    weights |= {f"a.py::test_y[{number}]": light for number in range(2, 9)}
    assert long_tests(weights) == {"a.py": ["test_x"]}


def test_what_is_made_for_a_file_weighs_on_all_that_use_it_and_on_no_other() -> None:
    making = Weight(0, {"site": LEAST * 3}, ("site",))
    using, other = Weight(0, _NOTHING, ("site",)), Weight(0, _NOTHING, ())
    few = {"a.py::test_x": making, "a.py::test_y": using, "a.py::test_z": other}
    assert long_tests(few) == {"a.py": ["test_x", "test_y"]}
    many = few | {f"a.py::test_u[{number}]": using for number in range(9)}
    assert long_tests(many) == {}


def _tests_of(path: Path) -> set[str]:
    return set(re.findall(r"^ *def (test_\w+)\(", path.read_text("utf-8"), re.MULTILINE))


def test_what_is_said_to_take_long_is_not_most() -> None:
    kept = read_long()
    assert all((ROOT / file).exists() for file in kept), "weigh anew: docs/develop/tests.md"
    every = sum(len(_tests_of(path)) for path in (ROOT / "tests").rglob("test_*.py"))
    assert sum(map(len, kept.values())) < every * 0.4
