"""The package around a Word file: its parts, its properties, and the same bytes every time.

Starts from python-docx's empty document and keeps nothing of it but the frame: styles, settings,
page and separators are ours, readable XML in ``templates/word/``.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.base.resources import template_text
from protocolkit.base.zips import zipped
from protocolkit.document.cover import MADE_BY, Cover, whole_title
from protocolkit.document.model import Protocol
from protocolkit.paper.docx.elements import Element, clean
from protocolkit.paper.docx.schema_order import in_schema_order
from protocolkit.paper.house.margins import NO_MARGINS
from protocolkit.paper.house.room import TWIPS_PER_MM, room_around
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.shared.extras import TEXT_LANGUAGE, own_date, tag_of

TEMPLATE_BROKEN = error(
    "template-broken",
    "A template cannot be used",
    "this template cannot be used: {reason}.",
    "Mend it, or remove it so that the built-in one is used.",
)

FONTS_FOLDER = "word/fonts/"
_PROPERTY_LENGTH = 255  # python-docx refuses more
_OWN_RIGHTS = 0o600 << 16


def read_template(name: str, root: str, project: Path | None) -> Element:
    """Return the root element of a template in ``word/``, its comments left out.

    Raises :class:`ProtocolkitError` when the file is no XML or its root is not ``w:<root>``.
    """
    path, text = template_text(f"word/{name}", project)
    try:
        made: Element = parse_xml(text.encode("utf-8"))
    except etree.XMLSyntaxError as reason:
        location = Location(str(path), reason.lineno or 0)
        raise ProtocolkitError(problem(TEMPLATE_BROKEN, location, reason=reason.msg)) from None
    if made.tag != qn(f"w:{root}"):
        unlike = f"{made.tag} ≠ w:{root}"
        raise ProtocolkitError(problem(TEMPLATE_BROKEN, Location(str(path)), reason=unlike))
    etree.strip_tags(made, etree.Comment)
    return made


def page_in(style: HouseStyle, page: Element) -> Element:
    """Return the page of a template with the margins of a look; without one it stays as it is."""
    if style.letterhead or style.margins is not NO_MARGINS:
        room, margins = room_around(style), page.find(qn("w:pgMar"))
        sides = {
            "top": room.top,
            "bottom": room.bottom,
            "right": room.right,
            "header": style.margins.above_head,
            "footer": style.margins.below_foot,
        }
        for name, side in sides.items():
            margins.set(qn(f"w:{name}"), str(round(side * TWIPS_PER_MM)))
    return page


def text_width(page: Element) -> int:
    """Return the width of the text on a page, in twips.

    Raises :class:`ProtocolkitError` when the template ``page.xml`` does not give it.
    """
    sizes = {
        name: child.get(qn(f"w:{name}"), "")
        for child in page.iterfind("*")
        for name in ("w", "left", "right")
        if child.get(qn(f"w:{name}")) is not None
    }
    try:
        return int(sizes["w"]) - int(sizes["left"]) - int(sizes["right"])
    except (KeyError, ValueError) as reason:
        place = Location("word/page.xml")
        raise ProtocolkitError(problem(TEMPLATE_BROKEN, place, reason=str(reason))) from None


def left_indents(styles: Element) -> dict[str, int]:
    """Return the left indent, in twips, that each style sets itself."""
    found = {
        style.get(qn("w:styleId"), ""): indent.get(qn("w:left"), "")
        for style in styles.iter(qn("w:style"))
        for indent in style.iterfind(f"{qn('w:pPr')}/{qn('w:ind')}")
    }
    return {style: int(left) for style, left in found.items() if left.isdecimal()}


def empty_document() -> Document:
    """Return a document without content, styles or anything else of python-docx's own."""
    return docx.Document(io.BytesIO(_bare_file()))


@cache
def _bare_file() -> bytes:
    """Return the file of such a document: python-docx's own takes long to read, for nothing."""
    document = docx.Document()
    document.part.rels.clear()
    package = document.part.package
    assert package is not None
    kept = (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for name, relationship in list(package.rels.items()):
        if relationship.reltype not in kept:
            del package.rels[name]
    document.element.body.clear()
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def add_part(document: Document, name: str, root: Element) -> str:
    """Add ``word/<name>.xml`` and return its relationship id.

    The kind of part is that of its name without digits: ``header1`` is a header.
    """
    kind = name.rstrip("0123456789").upper()
    part = XmlPart(
        PackURI(f"/word/{name}.xml"),
        getattr(CONTENT_TYPE, f"WML_{kind}"),
        root,
        document.part.package,
    )
    return document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))


def address_relater(part: Part) -> Callable[[str], str]:
    """Return the function that gives an outside address its relationship id in ``part``."""
    return lambda address: part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def set_properties(document: Document, cover: Cover, protocol: Protocol) -> None:
    """Fill in the core properties; nothing in them comes from the clock or the machine."""
    properties = document.core_properties
    properties.title = property_text(whole_title(cover))
    properties.author = property_text(cover.organisation)
    properties.last_modified_by = property_text(cover.organisation)
    properties.comments = property_text(cover.standing)
    properties.content_status = property_text(cover.status)
    properties.version = property_text(protocol.facts.version)
    properties.identifier = cover.fingerprint
    properties.language = tag_of(TEXT_LANGUAGE)
    properties.keywords = MADE_BY
    properties.revision = 1
    set_date(document, own_date(protocol))


def set_date(document: Document, day: datetime | None) -> None:
    """Give a file the day that its document is dated, or no date at all."""
    properties = document.core_properties
    if day is not None:
        properties.created = properties.modified = day
        return
    for name in ("created", "modified"):
        for dated in properties._element.findall(qn(f"dcterms:{name}")):
            properties._element.remove(dated)


def save(document: Document) -> bytes:
    """Return the file: properties and parts in order, without a date or a trace of the machine."""
    package = document.part.package
    assert package is not None
    for part in package.parts:
        part.before_marshal()
        if isinstance(part, XmlPart):
            in_schema_order(part.element)
    loose = _Loose()
    # its one public way packs them, to be unpacked and packed again here: a third of all time
    writer: Any = PackageWriter
    writer._write_content_types_stream(loose, package.parts)
    writer._write_pkg_rels(loose, package.rels)
    writer._write_parts(loose, package.parts)
    fonts = [name for name in loose.parts if name.startswith(FONTS_FOLDER)]
    return zipped(dict(sorted(loose.parts.items())), _OWN_RIGHTS, system=0, repeated=fonts)


class _Loose:
    """Takes the parts of a package as python-docx writes them, so that none is packed twice."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, name: PackURI, content: bytes) -> None:
        """Take one part."""
        self.parts[name.membername] = content


def property_text(text: str) -> str:
    """Return text as a property of a Word file can hold it."""
    return clean(text)[:_PROPERTY_LENGTH]
