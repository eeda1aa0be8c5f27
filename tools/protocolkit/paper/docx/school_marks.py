"""The school's own in a protocol that was taken over: a bar beside it, and a sign that is heard.

The sign is a small picture that says in its description what the school did. It is no word of the
text, and no style that someone could type in.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping

from docx.oxml.ns import qn
from docx.parts.document import DocumentPart
from docx.shared import Pt

from protocolkit.document.adopted import SchoolWords
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.elements import Element, clean, element, run
from protocolkit.paper.docx.look import NEUTRAL_COLOUR
from protocolkit.paper.docx.set_off import begins

# Heard and not seen: the bar is what one sees, and the marker stays below those above it.
_SIZE = Pt(1)


def mark_school_parts(
    part: DocumentPart, words: Mapping[str, SchoolWords], bookmarks: Bookmarks, colour: str
) -> None:
    """Put a bar beside the clauses of these anchors; ``words`` say what the school did to each.

    A clause runs from its bookmark to the next one; a table in it has borders of its own.
    ``colour`` is ``#rrggbb``, ``""`` for the ordinary one.
    """
    names = {bookmarks.names[a]: said.full for a, said in words.items() if a in bookmarks.names}
    shade = colour.lstrip("#").upper() or NEUTRAL_COLOUR
    said = ""
    for paragraph in part.element.body.iterchildren(qn("w:p")):
        if _is_heading(paragraph):
            said = ""
        elif name := begins(paragraph):
            said = names.get(name, "")
            if said:
                _sign(part, paragraph, said)
        if said:
            add_bar(paragraph, shade)


def add_bar(paragraph: Element, colour: str) -> None:
    """Give a paragraph a bar along its left side."""
    bar = element("left", val="single", sz=18, space=6, color=colour)
    paragraph.find(qn("w:pPr")).append(element("pBdr", bar))


def _is_heading(paragraph: Element) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val"), "").startswith("Heading")


def _sign(part: DocumentPart, paragraph: Element, said: str) -> None:
    inline = part.new_pic_inline(io.BytesIO(_nothing()), _SIZE, _SIZE)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    inline.docPr.set("name", "School")
    inline.docPr.set("descr", clean(said))
    paragraph.find(qn("w:bookmarkStart")).addnext(run([element("drawing", inline)]))


def _nothing() -> bytes:
    """Return a PNG of one point that can be seen through."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"\0" + bytes(4))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", pixels),
            chunk(b"IEND", b""),
        )
    )
