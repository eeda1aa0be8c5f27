"""The house as its drawing shows it: rooms on floors, and what the modules in them import.

Print how large it is:

    .venv/bin/python tests/house.py
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "tools" / "protocolkit"
PAGE = Path(__file__).parents[1] / "docs" / "develop" / "architecture.md"

_SAME_FLOOR = "· "


@cache
def drawn() -> tuple[tuple[str, str, bool], ...]:
    """Return each room of the drawing, what it is for, and whether it begins a floor.

    From the top down, as they are drawn.
    """
    drawing = PAGE.read_text("utf-8").split("```text\n", 1)[1].split("```", 1)[0]
    found = []
    for line in drawing.splitlines():
        name, _, told = line.removeprefix(_SAME_FLOOR).partition("  ")
        found.append((name.strip(), told.strip(), not line.startswith(_SAME_FLOOR)))
    return tuple(found)


@cache
def floors() -> tuple[tuple[str, ...], ...]:
    """Return the rooms of the drawing, floor by floor from the ground up.

    A module belongs to the longest name that it begins with. It may import from its own room and
    from the floors below, so no circle of rooms can be.
    """
    found: list[list[str]] = []
    for name, _, is_new in drawn():
        if is_new:
            found.append([])
        found[-1].append(name)
    return tuple(tuple(floor) for floor in reversed(found))


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module by its name below the package, with its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def imported(path: Path) -> tuple[str, ...]:
    """Return the full name of all that a module imports, wherever in it."""
    return _read(path.read_text("utf-8"))[0]


def functions(path: Path) -> tuple[tuple[str, int], ...]:
    """Return every function of a module, wherever in it, with how many lines it has."""
    return _read(path.read_text("utf-8"))[1]


@cache
def _read(text: str) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """Return what a module imports and its functions; reading all modules takes half a second."""
    imports: list[str] = []
    made: list[tuple[str, int]] = []
    for node in _statements(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module:
            imports.append(node.module)
            imports += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            imports += [alias.name for alias in node.names]
        elif isinstance(node, ast.FunctionDef):
            made.append((node.name, (node.end_lineno or 0) - node.lineno + 1))
    return tuple(imports), tuple(made)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield every statement inside another; expressions, which hold no import, are passed by."""
    for field in ("body", "handlers", "orelse", "finalbody", "cases"):
        for inner in getattr(node, field, ()):
            yield inner
            yield from _statements(inner)


@cache
def room_of(module: str) -> tuple[int, str]:
    """Return the floor and the name of the room that a module belongs to."""
    found = [
        (room.count("."), floor, room)
        for floor, rooms in enumerate(floors())
        for room in rooms
        if f"{module}.".startswith(f"{room}.")
    ]
    assert found, f"{module} has no room"
    return max(found)[1:]


def arrows(names: Mapping[str, Path]) -> set[tuple[str, str]]:
    """Return which room imports from which other one."""
    rooms = {name: room_of(name)[1] for name in names}
    found = {
        (rooms[name], rooms[below])
        for name, path in names.items()
        for other in imported(path)
        if (below := other.removeprefix("protocolkit.")) in rooms and below != other
    }
    return {(room, other) for room, other in found if room != other}


def circle(names: Mapping[str, Path]) -> list[str]:
    """Return modules each of which imports the next, and the last the first; none: an empty list.

    An import inside a function counts: it only puts a circle off.
    """
    imports = {
        name: {other.removeprefix("protocolkit.") for other in imported(path)}
        & (names.keys() - {name})
        for name, path in names.items()
    }
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as found:
        return [str(name) for name in reversed(found.args[1])]
    return []


def longest_chain(drawn_arrows: set[tuple[str, str]]) -> int:
    """Return of how many rooms the longest chain is in which each imports from the next."""
    below: dict[str, int] = {}
    for room in (room for floor in floors() for room in floor):
        below[room] = 1 + max((below[to] for start, to in drawn_arrows if start == room), default=0)
    return max(below.values())


if __name__ == "__main__":
    known = dict(modules())
    found = arrows(known)
    sys.stdout.write(
        f"{len(known)} modules, {len(drawn())} rooms, {len(found)} arrows between them,"
        f" {longest_chain(found)} rooms in the longest chain\n"
    )
