"""The labels of a file that is left open: how a clause is cited is known when it is put together.

What has a number has room for its label in the margin; what has none is cited by the name of its
heading, and whoever fills it in measures that with what :func:`label_measures` says.
"""

from __future__ import annotations

from collections.abc import Mapping

from docx.oxml.ns import qn

from protocolkit.base.objects import Object
from protocolkit.paper.docx.clause_labels import (
    ABOVE,
    CAPITAL,
    NARROW,
    NARROWS,
    ROOM,
    WIDTH,
    beside_clause,
    framed_label,
    hang,
    label_paragraph,
)
from protocolkit.paper.docx.elements import Element, Setting, element, paragraph
from protocolkit.paper.docx.open_gaps import gap, inner_xml
from protocolkit.paper.docx.schema_order import order_properties
from protocolkit.text.printed_label import CUT, LONGEST

_LABEL, _ABOVE, _BESIDE, _HANGS = "label", "boven", "naast", "hangt"
_SETTING = qn("w:pPr")


def open_label(
    made: list[Element], name: str, lefts: Mapping[str, int], sign: str, *, is_marked: bool
) -> list[Element]:
    """Leave the label of a clause open, at the bookmark with which it begins.

    Open is its ``label``; of a paragraph without a number also whether that stands in a frame
    before it (``boven``) or in its line (``naast``), and whether the paragraph ``hangt`` for that.
    """
    start = next(
        found
        for top in made
        for found in top.iter(qn("w:bookmarkStart"))
        if found.get(qn("w:name")) == name
    )
    first = start.getparent()
    if first not in made:
        return [label_paragraph(gap(_LABEL, sign), ABOVE), *made]
    if is_marked:
        start.addnext(beside_clause(gap(_LABEL, sign)))
        hang(first, lefts)
        return made
    start.addnext(element("open", n=gap(_BESIDE, sign)))
    first.find(_SETTING).append(element("open", n=gap(_HANGS, sign)))
    return [element("open", n=gap(_ABOVE, sign)), *made]


def label_shapes(lefts: Mapping[str, int]) -> dict[str, str]:
    """Return what stands in the gaps of a paragraph without a number, with its ``label`` open."""
    hanging = paragraph(Setting(style="BodyText"))
    hang(hanging, lefts)
    properties = hanging.find(_SETTING)
    order_properties(properties)
    _, *places = properties
    return {
        _ABOVE: inner_xml(framed_label(gap(_LABEL))),
        _BESIDE: inner_xml([beside_clause(gap(_LABEL))]),
        _HANGS: inner_xml(places),
    }


def label_measures() -> Object:
    """Return how a label is cut and measured, in signs and twips, as the margin of a file asks."""
    return {
        "longest": LONGEST,
        "cut": CUT,
        "room": ROOM,
        "narrows": "".join(sorted(NARROWS)),
        "narrow": NARROW,
        "capital": CAPITAL,
        "usual": WIDTH,
    }
