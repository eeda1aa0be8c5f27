"""Rows that are one test in ``make quick`` and ``make test`` are each still held."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from programs import Start
from seeds import ROOT

_TESTS = """\
import pytest

@pytest.fixture(scope="module")
def shared():
    return [1, 2, 3]

@pytest.fixture
def own():
    return []

@pytest.mark.parametrize("n", [1, 2, 4, 5, 3])
def test_among(n, shared): assert n in shared

@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize(("a", "b"), [(1, 2), (3, 4)])
def test_all_hold(a, b, n, step=1): assert a + step == b

@pytest.mark.parametrize("n", [1, 2])
def test_own(n, own): own.append(n); assert own == [n]

@pytest.mark.parametrize("n", [1, pytest.param(2, marks=pytest.mark.xfail(strict=True)), 1])
def test_not_all(n): assert n == 1

@pytest.mark.parametrize("n", [1, 2])
def test_one(n):
    if n == 2: pytest.fail("no two")

@pytest.mark.parametrize("n", [1, 2, 3])
def test_goes_on(n):
    if n > 1: raise SystemExit(f"gone at {n}")
"""


@pytest.mark.parametrize(
    ("options", "counted"),
    [
        ((), "5 failed, 15 passed, 1 xfailed"),
        (("--hypothesis-profile=quick",), "3 failed, 4 passed, 1 xfailed"),
        (("-p", "xdist", "-n", "1"), "3 failed, 4 passed, 1 xfailed"),
        (("--hypothesis-profile=quick", "-k", "test_among and 4"), "1 failed, 20 deselected"),
    ],
)
def test_rows_that_share_all_are_one_test_for_those_who_work(
    tmp_path: Path, start: Start, options: tuple[str, ...], counted: str
) -> None:
    (tmp_path / "conftest.py").write_text(
        "from examples import declare_profiles\ndeclare_profiles()\n"
    )
    (tmp_path / "test_x.py").write_text(_TESTS, "utf-8")
    path = f"PYTHONPATH={ROOT / 'tests'}:{ROOT / 'tools'}"
    words = (sys.executable, "-m", "pytest", "-p", "rows", "-p", "no:cacheprovider")
    done = start("env", path, *words, *options, cwd=tmp_path)
    assert counted in done.stdout, done.stdout
    assert "assert 4 in [1, 2, 3]" in done.stdout
    if "-k" not in options:
        assert "assert 5 in [1, 2, 3]" in done.stdout
        assert "no two" in done.stdout
        assert "gone at 3" in done.stdout
    if options[:1] and "-k" not in options:
        assert "in test_among[4]" in done.stdout
        assert "2 of 5 rows are wrong" in done.stdout
        assert "test_one[2]" in done.stdout
