"""The two sections of a file: what is ours (cover, contents), and the board's text."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn

from protocolkit.cover import Cover
from protocolkit.messages import Translate
from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.package import add_part
from protocolkit.paper.docx.running import cover_header_element, footer_element, header_element

# What follows titlePg in a w:sectPr (ECMA-376 Part 1, 17.6.17).
_AFTER_TITLE_PAGE = frozenset(
    qn(f"w:{name}")
    for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")
)


def section_pages(
    document: Document, cover: Cover, translate: Translate, page: Element
) -> tuple[Element, Element]:
    """Return the ``w:sectPr`` of the front and of the text, with what runs along on their pages.

    The first page, the cover, has only the mark of a text that does not hold.
    """
    header = add_part(document, "header1", header_element(cover))
    first = add_part(document, "header2", cover_header_element(cover))
    footer = add_part(document, "footer1", footer_element(cover.standing, translate))
    front, text = deepcopy(page), deepcopy(page)
    for made in (front, text):
        made.insert(0, element("headerReference", type="default", r__id=header))
        made.insert(1, element("footerReference", type="default", r__id=footer))
    front.insert(1, element("headerReference", type="first", r__id=first))
    later = [child for child in front if child.tag in _AFTER_TITLE_PAGE]
    front.insert(front.index(later[0]) if later else len(front), element("titlePg"))
    return front, text
