"""What a way of numbering is good for is decided in one place, and the page says where else it is.

The page: 'A way of numbering' in ``docs/develop/architecture.md``.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from house import PAGE, modules
from protocolkit.text.marker_styles import Style
from protocolkit.text.numerals import Numerals

_OF_ALL = {Numerals.DECIMAL.name}
"""What every list counts in until it says otherwise."""


def _members(tree: ast.AST, kind: str) -> set[str]:
    """Return the members of an enum that a part of a module names."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return {one.attr for one in found if isinstance(one.value, ast.Name) and one.value.id == kind}


def _compares(source: str, kind: str) -> bool:
    """Tell whether a module decides by which member of an enum it has."""
    asked = (ast.Compare, ast.MatchValue)
    return f"{kind}." in source and any(
        _members(node, kind) for node in ast.walk(ast.parse(source)) if isinstance(node, asked)
    )


def _named(path: Path) -> bool:
    source = path.read_text("utf-8")
    if "Style." not in source and "Numerals." not in source:
        return False
    tree = ast.parse(source)
    return bool(_members(tree, "Style") or _members(tree, "Numerals") - _OF_ALL)


def test_a_style_is_compared_nowhere_but_where_it_is_made() -> None:
    """When this fails, ask the style: a property in ``text/marker_styles.py``."""
    compare = {name for name, path in modules() if _compares(path.read_text("utf-8"), "Style")}
    assert compare == {"text.marker_styles"}


@pytest.mark.parametrize(
    "source",
    [
        "a is Style.WORD",
        "a.style not in (Style.WORD, Style.BULLET)",
        "match a:\n    case Style.WORD | Style.BULLET:\n        pass",
    ],
)
def test_each_way_of_comparing_is_seen(source: str) -> None:
    assert _compares(source, "Style")
    assert not _compares("a = Start(style=Style.WORD)\nb is Other.WORD", "Style")


def test_the_page_names_each_module_that_knows_a_way_of_numbering() -> None:
    recipe = PAGE.read_text("utf-8").split("### A way of numbering\n")[1].split("\n### ")[0]
    told = set(re.findall(r"`([\w/]+)\.py`", recipe))
    known = {name.replace(".", "/") for name, path in modules() if _named(path)}
    assert known
    assert known - told == set()


def test_each_of_these_is_true_of_one_style() -> None:
    assert [style for style in Style if style.is_bullet] == [Style.BULLET]
    assert [style for style in Style if style.is_worded] == [Style.WORD]
    assert [style for style in Style if style.is_bare] == [Style.PLAIN]
    assert [style for style in Style if style.has_parts] == [Style.MULTIPLE]
    assert [style for style in Style if style.is_given] == [Style.GIVEN]
