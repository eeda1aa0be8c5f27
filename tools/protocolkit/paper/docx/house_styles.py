"""Our Word styles in the look of an organisation's own: typeface, size, colour, bold and italic.

Our styles stay what they are, so that labels, lists and notes keep their places; what is laid over
them was read as values (:mod:`protocolkit.paper.house.word_styles`).
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.house.word_styles import TEXT, TITLE, StyleLook

_COVER_TITLE = "CoverTitle"


def lay_over(styles: Element, style: HouseStyle) -> None:
    """Give our styles the look of an organisation's."""
    looks = style.styles.looks
    for found in styles.findall(qn("w:style")):
        name = found.find(qn("w:name"))
        key = name.get(qn("w:val"), "").lower() if name is not None else ""
        if found.get(qn("w:type")) == "paragraph" and key in looks:
            _set(found, looks[key])
        elif found.get(qn("w:styleId")) == _COVER_TITLE and TITLE in looks:
            title = looks[TITLE]
            _set(found, StyleLook(font=title.font, colour=title.colour))
    if font := style.styles.font:
        for defaults in styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:rPr')}"):
            _put(defaults, [_fonts(font)])
    if size := (looks[TEXT].size if TEXT in looks else 0.0):
        # what is smaller or larger than the text keeps its own size
        for defaults in styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:rPr')}"):
            _put(defaults, list(_sizes(size)))


def _set(found: Element, look: StyleLook) -> None:
    run = list(_run_properties(look))
    if run:
        _put(_run_of(found), run)


def _run_properties(look: StyleLook) -> Iterator[Element]:
    if look.font:
        yield _fonts(look.font)
    for tag, is_on in (("b", look.bold), ("i", look.italic)):
        if is_on is not None:
            yield from (element(name, val=int(is_on)) for name in (tag, f"{tag}Cs"))
    if look.colour:
        yield element("color", val=look.colour.lstrip("#").upper())
    if look.size:
        yield from _sizes(look.size)


def _fonts(font: str) -> Element:
    return element("rFonts", ascii=font, hAnsi=font, eastAsia="Arial", cs=font)


def _sizes(size: float) -> Iterator[Element]:
    yield from (element(name, val=round(size * 2)) for name in ("sz", "szCs"))


def _run_of(style: Element) -> Element:
    """Return what a style says of letters, made where it says nothing; it comes last."""
    found: Element | None = style.find(qn("w:rPr"))
    if found is None:
        found = element("rPr")
        style.append(found)
    return found


def _put(properties: Element, made: list[Element]) -> None:
    """Put properties instead of those of the same name."""
    tags = {one.tag for one in made}
    for old in [one for one in properties if one.tag in tags]:
        properties.remove(old)
    properties.extend(made)
