"""The typeface inside a Word file: who opens it sees the same letters as in the PDF.

A font stands in a file under a key that its first 32 bytes are mixed with (ECMA-376 Part 1,
17.8.1); the key is made from the font, so the same font gives the same bytes. Where a program
passes fonts over, the table names the one to use instead.
"""

from __future__ import annotations

import hashlib
from functools import cache
from uuid import UUID

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn

from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.package import FONTS_FOLDER
from protocolkit.text.typeface import TYPEFACE, Face, face_bytes

_INSTEAD = "Arial"
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_MIXED = 32
_EMBEDDED = {
    Face.REGULAR: "embedRegular",
    Face.BOLD: "embedBold",
    Face.ITALIC: "embedItalic",
    Face.BOLD_ITALIC: "embedBoldItalic",
}


def add_fonts(
    document: Document, styles: Element, settings: Element, *, has_files: bool = True
) -> None:
    """Put the typeface into a file whose styles use it; others bring a look of their own.

    Without ``has_files`` it is only named, with the one to use instead: a page in a browser has no
    room for the letters.
    """
    used = {found.get(qn("w:ascii")) for found in styles.iter(qn("w:rFonts"))}
    if TYPEFACE not in used:
        return
    font = element(
        "font",
        element("altName", val=_INSTEAD),
        element("charset", val="00"),
        element("family", val="swiss"),
        element("pitch", val="variable"),
        name=TYPEFACE,
    )
    package = document.part.package
    table = XmlPart(
        PackURI("/word/fontTable.xml"),
        CONTENT_TYPE.WML_FONT_TABLE,
        element("fonts", font),
        package,
    )
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    if not has_files:
        return
    for number, (face, tag) in enumerate(_EMBEDDED.items(), start=1):
        key, mixed = _obfuscated(face)
        place = PackURI(f"/{FONTS_FOLDER}font{number}.odttf")
        part = Part(place, _OBFUSCATED, mixed, package)
        font.append(element(tag, r__id=table.relate_to(part, _FONT), fontKey=key))
    settings.find(qn("w:zoom")).addnext(element("embedTrueTypeFonts"))


@cache
def _obfuscated(face: Face) -> tuple[str, bytes]:
    """Return the key of a face, as a file writes it, and its bytes mixed with that."""
    content = face_bytes(face)
    key = UUID(bytes=hashlib.sha256(content).digest()[:16])
    mask = key.bytes[::-1] * (_MIXED // len(key.bytes))
    mixed = bytes(one ^ other for one, other in zip(content, mask, strict=False))
    return f"{{{key}}}".upper(), mixed + content[_MIXED:]
