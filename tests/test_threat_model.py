"""The threat model is held: each promise names the tests that hold it, and these exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from seeds import ROOT

_PAGE = ROOT / "docs" / "develop" / "threat-model.md"
_NAMED = re.compile(r"`((?:tests/[a-z_/]+\.py)?)::(test_[a-z0-9_]+)`")


def _promises() -> dict[str, list[tuple[str, str]]]:
    """Return each promise with the tests that hold it: file and name."""
    part = _PAGE.read_text("utf-8").partition("## What we promise\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split(" | ") for line in part.splitlines() if line.startswith("| ")]
    return {promise.strip(): list(_tests(held)) for promise, held in rows[1:]}


def _tests(held: str) -> list[tuple[str, str]]:
    file, found = "", []
    for named, test in _NAMED.findall(held):
        file = named or file
        found.append((file, test))
    return found


@cache
def _in_file(file: str) -> frozenset[str]:
    path = ROOT / file
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_promise_is_held_by_a_test() -> None:
    promises = _promises()
    assert len(promises) >= 15
    assert [promise for promise, tests in promises.items() if not tests] == []


@pytest.mark.parametrize(
    ("file", "name"), sorted({test for tests in _promises().values() for test in tests})
)
def test_each_test_that_is_named_exists(file: str, name: str) -> None:
    assert name in _in_file(file)


def test_no_name_on_the_page_escapes() -> None:
    """What looks like a test there is one that the check above has seen."""
    seen = {name for tests in _promises().values() for _, name in tests}
    assert (
        set(re.findall(r"\btest_[a-z0-9_]+(?![a-z0-9_]*\.py)", _PAGE.read_text("utf-8")))
        - {Path(file).stem for tests in _promises().values() for file, _ in tests}
        - {"test_threat_model"}
        == seen
    )
