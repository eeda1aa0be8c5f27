"""Pages on their side in the text of a Word file: for a table that is wider than an upright page.

What announces the table goes along, and nothing of a letterhead: it was drawn for upright pages.
"""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.header_footer import footer_element, header_element
from protocolkit.paper.docx.package import add_part
from protocolkit.paper.docx.protocol_file import ProtocolFile
from protocolkit.paper.house.room import TWIPS_PER_MM, room_sideways
from protocolkit.paper.shared.columns import WIDER_SIDEWAYS

_SECTION = f"{qn('w:pPr')}/{qn('w:sectPr')}"


def turn_pages(file: ProtocolFile, cover: Cover, translate: Translate) -> None:
    """Turn the pages of the tables that are wider than the text of a file that is filled."""
    wide = [
        table
        for table in file.document.element.body.iterchildren(qn("w:tbl"))
        if _is_wider(table, file.width)
    ]
    if not wide:
        return
    turned = _turned(file, cover, translate)
    for table in wide:
        _turn(table, file.page, turned)


def _turn(table: Element, page: Element, turned: Element) -> None:
    """Let a section end before a table and what announces it, and a turned one after the table."""
    before = table.getprevious()
    while before is not None and _leads(before):
        before = before.getprevious()
    if before is not None and before.tag == qn("w:p"):
        ended = before.find(_SECTION)
        if ended is None:
            before.find(qn("w:pPr")).append(deepcopy(page))
        elif ended.find(qn("w:pgSz")).get(qn("w:orient")):
            # the table before has turned the page already
            before.find(qn("w:pPr")).remove(ended)
    for kind in page.findall(qn("w:type")):
        kind.set(qn("w:val"), "nextPage")
    after = table.getnext()
    if after.getnext() is page:
        page[:] = deepcopy(turned)[:]
    else:
        after.find(qn("w:pPr")).append(deepcopy(turned))


def _leads(found: Element) -> bool:
    """Tell whether a paragraph stays with what follows: a title, a heading, an announcement."""
    if found.tag != qn("w:p") or found.find(_SECTION) is not None:
        return False
    properties = found.find(qn("w:pPr"))
    style = properties.find(qn("w:pStyle")).get(qn("w:val"), "")
    return style.startswith(("Heading", "Title")) or properties.find(qn("w:keepNext")) is not None


def _turned(file: ProtocolFile, cover: Cover, translate: Translate) -> Element:
    """Return the page on its side: what runs along is as wide as the text.

    The margins stay, but for the room of a letterhead.
    """
    made = deepcopy(file.page)
    for kind in ("header", "footer"):
        for reference in made.findall(qn(f"w:{kind}Reference")):
            made.remove(reference)
    usual, width = file.width, file.width + WIDER_SIDEWAYS
    footer = footer_element(cover.standing, translate, loose=file.loose, width=width, usual=usual)
    parts = (("footer", footer), ("header", header_element(cover, width=width, usual=usual)))
    for kind, root in parts:
        name = add_part(file.document, f"{kind}4", root)
        made.insert(0, element(f"{kind}Reference", type="default", r__id=name))
    size = made.find(qn("w:pgSz"))
    across, down = size.get(qn("w:w")), size.get(qn("w:h"))
    size.attrib.update({qn("w:w"): down, qn("w:h"): across, qn("w:orient"): "landscape"})
    for kind in made.findall(qn("w:type")):
        kind.set(qn("w:val"), "nextPage")
    if file.style.letterhead:
        room, margins = room_sideways(file.style), made.find(qn("w:pgMar"))
        for name, side in (("top", room.top), ("bottom", room.bottom)):
            margins.set(qn(f"w:{name}"), str(round(side * TWIPS_PER_MM)))
    return made


def _is_wider(table: Element, width: int) -> bool:
    return int(table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w"), "0")) > width
