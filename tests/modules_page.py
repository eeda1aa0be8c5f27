"""The page that lists every module with what it is for: the first line of its docstring.

Print it, to look at it or to renew it:

    .venv/bin/python tests/modules_page.py > docs/develop/modules.md
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from house import PACKAGE, drawn, modules, room_of

PAGE = PACKAGE.parents[1] / "docs" / "develop" / "modules.md"
# Only this is parsed: the whole of all modules takes a second.
_DOCSTRING = re.compile(r'\s*"""(?:[^\\]|\\.)*?"""', re.DOTALL)
_INTRODUCTION = """\
# Modules

<!-- Made by tests/modules_page.py from the modules themselves; do not edit this page. -->

Each of the {modules} modules with what it is for, by its room, of which there are {rooms}, in the
order of [the drawing](architecture.md): the ground comes last.
"""


@cache
def first_line(path: Path) -> str:
    """Return the first paragraph of a module's docstring, on one line."""
    begin = _DOCSTRING.match(path.read_text("utf-8"))
    told = (ast.get_docstring(ast.parse(begin[0])) or "") if begin else ""
    return " ".join(told.split("\n\n", 1)[0].split()).replace("``", "`").replace("|", "\\|")


def page() -> str:
    """Return the whole page."""
    introduction = _INTRODUCTION.format(modules=len([*modules()]), rooms=len(drawn()))
    rooms: dict[str, list[Path]] = defaultdict(list)
    for name, path in modules():
        rooms[room_of(name)[1]].append(path)
    texts = (text for room, _, _ in drawn() for text in _room(room, rooms[room]))
    return "\n".join([introduction, *texts])


def _room(room: str, paths: list[Path]) -> Iterator[str]:
    rows = [f"| `{path.relative_to(PACKAGE).as_posix()}` | {first_line(path)} |" for path in paths]
    yield f"## {room}\n" if not room.startswith("__") else f"## `{room}`\n"
    yield "\n".join(["| module | what it is for |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.stdout.write(page())
