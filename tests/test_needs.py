"""What tests need is known, and what a machine lacks is told."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def test_what_stands_in_a_folder_named_after_a_need_does_not_need_it(
    tmp_path: Path, start: Start
) -> None:
    (tmp_path / "browser").mkdir()
    (tmp_path / "browser" / "test_y.py").write_text("def test_y(): pass\n", "utf-8")
    path = f"PYTHONPATH={ROOT / 'tests'}:{ROOT / 'tools'}"
    words = (sys.executable, "-m", "pytest", "-p", "needs", "-p", "no:cacheprovider")
    done = start("env", path, *words, "-m", "not browser", cwd=tmp_path)
    assert "1 passed" in done.stdout, done.stdout
    assert "Tests that need" not in done.stdout


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


_DRAWS = {"draw", "own_pdf", "own_word", "picture", "write_docx", "write_pdf"}


def _run_while_read(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs while a file is read: not what stands in a function."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            for own in child.decorator_list:
                yield own
                yield from _run_while_read(own)
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from _run_while_read(child)


def test_no_paper_is_made_while_tests_are_read() -> None:
    """Every process reads all tests; and Typst's threads are in no copy of a process."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for node in _run_while_read(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _DRAWS
    ]
    assert not found
