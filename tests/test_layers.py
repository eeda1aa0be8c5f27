"""Data flows one way: imports point down the list of layers, and each library has its door."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from programs import Start

PACKAGE = Path(__file__).parents[1] / "tools" / "protocolkit"

DRAWING = Path(__file__).parents[1] / "docs" / "develop" / "architecture.md"


def _floors() -> tuple[tuple[str, ...], ...]:
    """Return the rooms of the drawing, floor by floor from the ground up.

    A module belongs to the longest name that it begins with. It may import from its own room and
    from the floors below, so no circle of rooms can be.
    """
    drawing = DRAWING.read_text("utf-8").split("```text\n", 1)[1].split("```", 1)[0]
    names = [re.split(r"\s{2,}", line)[0] for line in drawing.splitlines()]
    return tuple(tuple(floor.split(" · ")) for floor in reversed(names) if floor)


FLOORS = _floors()

DOORS = {
    "sphinx": ("site", "commands.build", "commands.progress", "__init__"),
    "docutils": ("site",),
    "myst_parser": ("site",),
    "sphinx_autobuild": ("commands.serve",),
    "docx": ("paper.docx",),
    "lxml": ("paper.docx", "paper.redline", "importing.extract.word", "importing.extract.web"),
    "pypdfium2": ("importing.extract.pdf",),
    "pdfplumber": ("importing.extract.pdf.tables",),
    "typst": ("paper.pdf",),
    "markdown_it": ("reading",),
    "mdit_py_plugins": ("reading",),
    "ruamel": ("reading",),
    "jinja2": ("site", "importing.report_pages"),
    "markupsafe": ("site",),
    "click": ("commands",),
    "xlsxwriter": ("comparison.workbook",),
    "diff_match_patch": ("text.differences",),
    "snowballstemmer": ("wording.terms",),
    "numpy": ("alignment", "importing.extract.pdf."),
    "scipy": ("alignment",),
}


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _room(module: str) -> tuple[int, str]:
    """Return the floor and the name of the room that a module belongs to."""
    found = [
        (room.count("."), floor, room)
        for floor, rooms in enumerate(FLOORS)
        for room in rooms
        if f"{module}.".startswith(f"{room}.")
    ]
    assert found, f"{module} has no room"
    return max(found)[1:]


@pytest.fixture(scope="module")
def imports() -> dict[str, list[str]]:
    """Return what each module imports."""
    return {name: list(_imports(path)) for name, path in _modules()}


def test_imports_point_down(imports: dict[str, list[str]]) -> None:
    upward = []
    for name, imported in imports.items():
        floor, room = _room(name)
        for other in imported:
            below = other.removeprefix("protocolkit.")
            if below in (other, "__version__"):
                continue
            other_floor, other_room = _room(below)
            if other_room != room and other_floor >= floor:
                upward.append(f"{name} imports {other}")
    assert upward == []


def test_every_room_is_there() -> None:
    names = {name for name, _ in _modules()}
    for room in (room for rooms in FLOORS for room in rooms):
        assert any(f"{name}.".startswith(f"{room}.") for name in names), room


def test_every_file_that_the_table_of_changes_names_is_there() -> None:
    root = PACKAGE.parents[1]
    table = [line for line in DRAWING.read_text("utf-8").splitlines() if line.startswith("| ")]
    named = {name for line in table for name in re.findall(r"`([\w./-]+/[\w./-]*)`", line)}
    assert len(named) > 100
    assert not [n for n in named if not (root / n).exists() and not (PACKAGE / n).exists()]


def test_each_library_has_its_door(imports: dict[str, list[str]]) -> None:
    assert [
        f"{name} imports {other}"
        for name, imported in imports.items()
        for other in imported
        if (library := other.split(".")[0]) in DOORS and not name.startswith(DOORS[library])
    ] == []


def test_the_core_is_free_of_sphinx(start: Start) -> None:
    core = [name for name, _ in _modules() if not name.startswith(("site", "commands", "__"))]
    script = "import sys\n" + "".join(f"import protocolkit.{name}\n" for name in core)
    script += "assert 'sphinx' not in sys.modules and 'docutils' not in sys.modules"
    done = start(sys.executable, "-W", "ignore", "-c", script)
    assert done.returncode == 0, done.stderr


def test_no_module_is_longer_than_it_may_be() -> None:
    long = {name: n for name, path in _modules() if (n := len(path.read_text().splitlines())) > 500}
    assert not long
