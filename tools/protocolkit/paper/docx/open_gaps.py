"""Gaps: what is left open in the XML of a Word file, for whoever fills it in.

A gap is a name between two signs, in a text or, as the element ``w:open``, in the place of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from lxml import etree

from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.schema_order import in_schema_order

SIGN = "\ue000"
"""Stands on both sides of what is open in a frame; in fragments any character that is free."""

FILLER = "."
"""Follows the name of a gap that takes more room; it is no part of the name."""

_USUAL_LENGTH = 40


def gap(name: str, sign: str = SIGN) -> str:
    """Return what stands for something that is filled in later."""
    return f"{sign}{name}{sign}"


def wide_gap(name: str) -> str:
    """Return a gap as long as a name usually is: a table's columns get the room that they need."""
    return gap(f"{name:{FILLER}<{_USUAL_LENGTH}}")


def row_taken_out(root: Element, fact: str) -> str:
    """Leave the row of the cover that says a fact open; return it as a shape."""
    (row,) = (
        found
        for found in root.iter(qn("w:tr"))
        if any(wide_gap(fact) in (words.text or "") for words in found.iter(qn("w:t")))
    )
    return _taken_out(row, fact)


def paragraph_taken_out(root: Element, name: str) -> str:
    """Leave the paragraph whose only words are a gap open; return it as a shape."""
    (found,) = (
        one
        for one in root.iter(qn("w:p"))
        if [words.text for words in one.iter(qn("w:t"))] == [gap(name)]
    )
    return _taken_out(found, name)


def _taken_out(found: Element, name: str) -> str:
    found.addprevious(element("open", n=gap(name)))
    found.getparent().remove(found)
    return inner_xml([found])


def open_bookmarks(made: Sequence[Element], name: str, sign: str) -> None:
    """Leave the bookmark with this name open; the others, of points, are not placed.

    Two clauses of different boards may have points with the same anchor.
    """
    marks = [found for top in made for found in top.iter()]
    own = {
        found.get(qn("w:id"))
        for found in marks
        if found.tag == qn("w:bookmarkStart") and found.get(qn("w:name")) == name
    }
    for found in marks:
        if found.tag not in (qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
            continue
        if found.get(qn("w:id")) not in own:
            found.getparent().remove(found)
            continue
        found.set(qn("w:id"), gap("id", sign))
        if found.tag == qn("w:bookmarkStart"):
            found.set(qn("w:name"), gap("merk", sign))


def whole_part(root: Element) -> bytes:
    """Return a part of a file as its bytes, with its gaps open."""
    text = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return _opened(text.decode()).encode()


def inner_xml(made: Iterable[Element]) -> str:
    """Return elements as they stand inside a document, which declares their namespaces."""
    root = OxmlElement("w:document", nsdecls=nsmap)
    root.extend(made)
    in_schema_order(root)
    text = etree.tostring(root, encoding="unicode")
    return _opened(text[text.index(">") + 1 : text.rindex("</")])


def _opened(xml: str) -> str:
    """Return XML with bare gaps in the place of the elements that stood for them.

    No text of an author can look like one: there ``<`` is escaped.
    """
    return re.sub(r'<w:open w:n="([^"]*)"/>', r"\1", xml)
