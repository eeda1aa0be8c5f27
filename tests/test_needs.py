"""What tests need is known, and what a machine lacks is told."""

from __future__ import annotations

import ast
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from needs import BY_HAND
from ordering import LEFT_OUT
from programs import Start
from seeds import ROOT

_TESTS = """\
import subprocess
import pytest
import needs

@pytest.fixture
def axe():
    needs.must_have("npm", False)

@pytest.fixture
def browser():
    pass

@pytest.fixture
def start():
    return subprocess.run

def test_lacks(axe): pass

def test_lacks_one_of_two(browser, axe): pass

def test_lacks_nothing(browser): pass

@pytest.mark.skip("another reason")
def test_is_not_for_now(browser): pass

def test_asks(start): start(["true"], check=True)

def test_hides(): subprocess.run(["true"])
"""

_CURE = "npm install --no-save --ignore-scripts"


@pytest.mark.parametrize(
    ("ci", "counted", "told", "last"),
    [
        (
            "",
            "1 failed, 2 passed, 4 skipped",
            "npm is not installed (npm install",
            f"Tests that need Chromium: 1 run, npm: 2 NOT RUN ({_CURE}).",
        ),
        (
            "true",
            "1 failed, 2 passed, 2 skipped, 2 errors",
            "npm is not installed (npm install",
            "Tests that need Chromium: 1 run.",
        ),
    ],
)
def test_what_is_lacking_is_told_and_what_is_hidden_fails(
    tmp_path: Path, start: Start, ci: str, counted: str, told: str, last: str
) -> None:
    (tmp_path / "test_x.py").write_text(_TESTS, "utf-8")
    (tmp_path / "test_y.py").write_text("import pytest\npytest.importorskip('nergens')\n", "utf-8")
    path = f"PYTHONPATH={ROOT / 'tests'}:{ROOT / 'tools'}"
    words = (sys.executable, "-m", "pytest", "-p", "needs", "-p", "no:cacheprovider", "-rs")
    done = start("env", f"CI={ci}", path, *words, cwd=tmp_path)
    assert counted in done.stdout, done.stdout
    assert told in done.stdout
    assert done.stdout.splitlines()[-1] == last
    assert "test_hides starts a program (subprocess.Popen" in done.stdout


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
@pytest.mark.parametrize(
    "text",
    [
        "import pytest\npytest.importorskip('nergens')\n",
        "import pytest\n@pytest.mark.skip('not now')\ndef test_x(): pass\n",
    ],
)
def test_nothing_is_skipped_in_the_run_that_must_hold(
    tmp_path: Path, start: Start, ci: str, code: int, text: str
) -> None:
    (tmp_path / "test_x.py").write_text(text, "utf-8")
    (tmp_path / "test_y.py").write_text("def test_y(): pass\n", "utf-8")
    path = f"PYTHONPATH={ROOT / 'tests'}:{ROOT / 'tools'}"
    words = (sys.executable, "-m", "pytest", "-p", "needs", "-p", "no:cacheprovider")
    done = start("env", f"CI={ci}", path, *words, cwd=tmp_path)
    assert ("Tests skipped where none may be: 1." in done.stdout) is bool(ci)
    assert done.returncode == code, done.stdout


# A test that takes less, with all its parameters, has its place in ``make quick``.
_LEAST_SECONDS = 0.2
# As many as it takes to keep ``make quick`` near half a minute: docs/develop/tests.md says why.
_MOST_LEFT_OUT = 190


def _marked(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each marker of ours with the test that it is on, ``""`` when it is on none."""
    text = path.read_text("utf-8")
    tree = ast.parse(text) if any(f"mark.{marker}" in text for marker in BY_HAND) else None
    on: dict[ast.AST, str] = {}
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.FunctionDef):
            on |= dict.fromkeys(node.decorator_list, node.name)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "pytest.mark":
            if node.attr not in BY_HAND:
                continue
            yield node.attr, on.get(node, "")


def test_what_is_left_out_of_quick_by_hand_is_little_and_takes_long() -> None:
    """How to weigh them anew stands in docs/develop/tests.md."""
    marked = {
        f"{path.relative_to(ROOT)}::{name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for _, name in _marked(path)
    }
    assert [place for place in marked if place.endswith("::")] == [], "a test is marked, no file"
    weighed: dict[str, float] = json.loads(LEFT_OUT.read_text("utf-8"))
    took: dict[str, float] = defaultdict(float)
    for test, seconds in weighed.items():
        took[test.partition("[")[0]] += seconds
    assert set(took) == marked
    assert {test: seconds for test, seconds in took.items() if seconds < _LEAST_SECONDS} == {}
    assert len(weighed) <= _MOST_LEFT_OUT
