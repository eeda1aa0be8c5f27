"""A heading of words alone begins at the margin; one with a number has the indent of its style."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from docx.oxml.ns import qn

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.richtext import Text
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.body import line_setting, marker_text
from protocolkit.paper.shared.lines import Line, LineKind
from protocolkit.reading.reader import read_protocol_text
from word_parts import part_of

_NL = translator("nl")
_HEAD = "---\nprotocol:\n  organisation: {name: De Mus}\n---\n\n# Hek\n\n"


def _heading(marker: str) -> tuple[str, str | None]:
    """Return the style of a heading, and the indent that it has of its own."""
    text = f"{_HEAD}{{#h}}\n## {marker}Kop van dit deel\n\n{{#a}}\n1. Regel.\n"
    found = read_protocol_text(text, "x.md", subject="hek", slug="de-mus").protocol
    root = part_of(write_docx(found, make_cover(found, _NL), _NL), "document.xml")
    for one in root.iter(qn("w:p")):
        style = one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val"), "").startswith("Heading"):
            indent = one.find(f"{qn('w:pPr')}/{qn('w:ind')}")
            return style.get(qn("w:val")), None if indent is None else indent.get(qn("w:left"))
    raise AssertionError(text)


@pytest.mark.parametrize(("marker", "indent"), [("3 ", None), ("", "0")])
def test_only_words_alone_begin_at_the_margin(marker: str, indent: str | None) -> None:
    assert _heading(marker) == ("Heading1", indent)


@pytest.mark.parametrize(("depth", "style"), [(1, "Heading1"), (6, "Heading6"), (7, "Heading6")])
def test_the_deepest_style_is_the_sixth(depth: int, style: str) -> None:
    story: Any = SimpleNamespace(lefts={})
    line = Line(kind=LineKind.HEADING, text=(Text("Kop"),), depth=depth)
    assert line_setting(line, story).style == style


@pytest.mark.parametrize(("marker", "text"), [("3.1.7.", "3.1.7."), ("13.1.7.", "13.1.7. ")])
def test_a_wide_marker_has_a_space_before_its_tab(marker: str, text: str) -> None:
    assert marker_text(marker) == text
