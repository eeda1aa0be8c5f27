"""Every source string of the catalogue, found in the code and the templates themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from jinja2.nodes import Call, Const, Name

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tools" / "protocolkit"
TEMPLATES = ROOT / "templates"
_ONE = frozenset({"about", "mark", "speak", "translate", "_translate"})
_CODES = frozenset({"error", "warning"})


def source_strings() -> dict[str, str]:
    """Return every source string with the file that it was found in."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for text in _of_module(path):
            found.setdefault(text, str(path.relative_to(ROOT)))
    for path in sorted(TEMPLATES.rglob("*.html")):
        for text in _of_template(path):
            found.setdefault(text, str(path.relative_to(ROOT)))
    return found


def _of_module(path: Path) -> Iterator[str]:
    source = path.read_text("utf-8")
    if not any(f"{name}(" in source for name in _ONE | _CODES):
        return
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        strings = [text for text in texts if isinstance(text, str)]
        if name in _CODES and len(strings) == 4:
            yield from strings[1:]
        elif name in _ONE and strings:
            yield strings[0]


def _of_template(path: Path) -> Iterator[str]:
    for call in Environment().parse(path.read_text("utf-8")).find_all(Call):
        first = call.args[0] if call.args else None
        if isinstance(call.node, Name) and call.node.name == "t" and isinstance(first, Const):
            yield str(first.value)
