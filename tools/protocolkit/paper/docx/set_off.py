"""Paragraphs of a Word file that are set off: styles of their own, as someone would apply them."""

from __future__ import annotations

from docx.oxml.ns import qn

from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import Element
from protocolkit.paper.shared.extras import Extras, SetOff

STYLES = {
    SetOff.REMARK: "TemplateRemark",
    SetOff.CHOICE: "TemplateChoice",
    SetOff.OTHER_CHOICE: "TemplateOtherChoice",
    SetOff.ALTERNATIVE: "TemplateAlternative",
}


def set_off(body: Element, extras: Extras, bookmarks: Bookmarks) -> None:
    """Give the paragraphs of clauses that are set off their style.

    A clause runs from its bookmark to the next one; tables keep the styles of their own words.
    """
    if not extras.set_off:
        return
    names = {bookmarks.names[a]: look for a, look in extras.set_off.items() if a in bookmarks.names}
    style = ""
    for paragraph in body.iterchildren(qn("w:p")):
        if name := begins(paragraph):
            style = STYLES[names[name]] if name in names else ""
        if style:
            paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").set(qn("w:val"), style)


def begins(paragraph: Element) -> str:
    """Return the bookmark with which a paragraph begins: its clause's, not a note's."""
    found: list[Element] = list(paragraph)[1:2]
    is_start = bool(found) and found[0].tag == qn("w:bookmarkStart")
    return found[0].get(qn("w:name"), "") if is_start else ""
