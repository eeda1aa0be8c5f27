"""A heading of words alone begins at the margin; one with a number has the indent of its style."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.paper.docx import write_docx
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
