"""An organisation's own Word styles: those of ``templates/<organisation>/reference.docx``.

Only the styles are taken, and the fonts that its theme names: no macro, picture, field or link
of that file gets into another. Styles are recognised by Word's built-in names, whatever language
of Word gave them their ids (``Kop1`` is ``heading 1``); what it does not have comes from ours.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from protocolkit.base.files import is_there, read_bytes
from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.paper.docx.elements import Element
from protocolkit.paper.docx.package import TEMPLATE_BROKEN
from protocolkit.paper.shared.house_style import house_folder

REFERENCE_FILE = "reference.docx"
_MOST_BYTES = 5_000_000
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_POINTERS = ("basedOn", "next", "link")
# Lines of the table of contents: Word's own have no tab to the page, it adds one to each line.
_ALWAYS_OURS = ("TOC1", "TOC2", "TOC3")
# Which font of a theme stands behind which attribute.
_FONT_ATTRIBUTES = {
    "asciiTheme": "ascii",
    "hAnsiTheme": "hAnsi",
    "eastAsiaTheme": "eastAsia",
    "cstheme": "cs",
}


def own_styles(ours: Element, project: Path | None, organisation: str) -> Element:
    """Return the styles of an organisation's reference file, completed with ours.

    Without such a file that is ``ours``. Raises :class:`ProtocolkitError` when there is one that
    cannot be used.
    """
    folder = house_folder(project, organisation)
    path = folder / REFERENCE_FILE if folder else None
    if project is None or path is None or not is_there(path):
        return ours
    name = path.relative_to(project).as_posix()
    content = read_bytes(path, project, name, 2 * _MOST_BYTES)
    try:
        styles, theme = _parts(content)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, zlib.error, etree.LxmlError) as why:
        raise ProtocolkitError(
            problem(TEMPLATE_BROKEN, Location(name), reason=str(why).partition("\n")[0])
        ) from None
    _settle_fonts(styles, theme)
    _rename(styles, ours)
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) in _ALWAYS_OURS:
            styles.remove(style)
    present = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    for style in ours.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in present:
            styles.append(style)
    return styles


def _parts(content: bytes) -> tuple[Element, Element | None]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        styles = parse_xml(_content(package, "word/styles.xml"))
        has_theme = "word/theme/theme1.xml" in package.namelist()
        theme = parse_xml(_content(package, "word/theme/theme1.xml")) if has_theme else None
    if styles.tag != qn("w:styles"):
        raise ValueError(f"{styles.tag} ≠ w:styles")
    etree.strip_tags(styles, etree.Comment, etree.ProcessingInstruction)
    return styles, theme


def _content(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ValueError(f"{name} > {_MOST_BYTES // 1_000_000} MB")
    return content


def _settle_fonts(styles: Element, theme: Element | None) -> None:
    """Write out what styles take from a theme, and drop numbering: our numbers are words."""
    fonts = _theme_fonts(theme)
    for found in styles.iter(qn("w:rFonts")):
        for attribute, plain in _FONT_ATTRIBUTES.items():
            value = found.attrib.pop(qn(f"w:{attribute}"), "")
            font = fonts.get(value[:5])
            if value and font and qn(f"w:{plain}") not in found.attrib:
                found.set(qn(f"w:{plain}"), font)
    for found in styles.iter():
        # the colour itself stands beside its name in the theme
        for attribute in [name for name in found.attrib if "theme" in str(name).lower()]:
            del found.attrib[attribute]
    for numbering in list(styles.iter(qn("w:numPr"))):
        numbering.getparent().remove(numbering)


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Return the two fonts of a theme by the first letters of their use: ``major``, ``minor``."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for use in ("major", "minor"):
        for font in theme.iter(f"{_DRAWING}{use}Font"):
            latin = font.find(f"{_DRAWING}latin")
            if latin is not None and latin.get("typeface"):
                found[use] = latin.get("typeface")
    return found


def _rename(styles: Element, ours: Element) -> None:
    """Give every style that we know by name our id, and every other one an id that is free."""
    known = {_key(style): style.get(qn("w:styleId"), "") for style in ours.iter(qn("w:style"))}
    wanted = set(known.values())
    names: dict[str, str] = {}
    for style in styles.iter(qn("w:style")):
        before = style.get(qn("w:styleId"), "")
        names[before] = known.get(_key(style), f"Own{before}" if before in wanted else before)
        style.set(qn("w:styleId"), names[before])
    for pointer in _POINTERS:
        for found in styles.iter(qn(f"w:{pointer}")):
            value = found.get(qn("w:val"), "")
            found.set(qn("w:val"), names.get(value, value))


def _key(style: Element) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    words = name.get(qn("w:val"), "") if name is not None else ""
    return style.get(qn("w:type"), "paragraph"), words.lower()
