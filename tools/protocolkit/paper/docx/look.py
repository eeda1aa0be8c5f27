"""The look of one file: its styles and settings, with the organisation's own and the languages."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document
from docx.oxml.ns import qn

from protocolkit.paper.docx.contents_page import indent_numbered
from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.font_table import add_fonts
from protocolkit.paper.docx.house_styles import lay_over
from protocolkit.paper.docx.package import add_part, read_template
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.shared.contents_numbers import NumberRooms
from protocolkit.paper.shared.extras import TEXT_LANGUAGE, tag_of

# The colour in templates/word/styles.xml whose place an organisation's own colour takes.
NEUTRAL_COLOUR = "1B4B5A"

STYLE_WIDTH = 8165
"""How wide the text is in templates/word/styles.xml, in twips: where tabs to its end stand."""

# Styles of our own words, which may be in another language than the text.
_OUR_WORDS = (
    "ChangeSign",
    "CoverAsked",
    "CoverHeading",
    "CoverNotice",
    "CoverSubtitle",
    "CoverText",
    "Footer",
    "HeaderMark",
    "RedlineHeading",
    "RedlineText",
    "TableRemark",
    "TemplateChoice",
    "TemplateOtherChoice",
    "TemplateRemark",
)


def add_look(
    document: Document,
    style: HouseStyle,
    language: str,
    *,
    project: Path | None,
    rooms: NumberRooms | None = None,
    has_fonts: bool = True,
    width: int | None = None,
) -> Element:
    """Add styles and settings to a document; return the styles.

    ``width`` is how wide the text is, in twips, where it is not as wide as the styles have it;
    ``rooms`` are those of the numbers in a table of contents.
    Raises :class:`ProtocolkitError` when a template cannot be used.
    """
    styles = read_template("styles.xml", "styles", project)
    if style.accent:
        _colour(styles, style.accent.lstrip("#").upper())
    lay_over(styles, style)
    if width is not None:
        _move_stops(styles, width)
    settings = read_template("settings.xml", "settings", project)
    for found in (*styles.iter(qn("w:lang")), *settings.iter(qn("w:themeFontLang"))):
        found.set(qn("w:val"), tag_of(TEXT_LANGUAGE))
    _speak(styles, language)
    if rooms is not None:
        indent_numbered(styles, rooms)
    add_fonts(document, styles, settings, has_files=has_fonts)
    add_part(document, "styles", styles)
    add_part(document, "settings", settings)
    return styles


def _colour(styles: Element, colour: str) -> None:
    for found in styles.iter():
        for name, value in found.attrib.items():
            if value == NEUTRAL_COLOUR:
                found.set(name, colour)


def _move_stops(styles: Element, width: int) -> None:
    """Let the tab stops at the end of a line stand where the line ends."""
    for stop in styles.iter(qn("w:tab")):
        if stop.get(qn("w:pos")) == str(STYLE_WIDTH):
            stop.set(qn("w:pos"), str(width))


def _speak(styles: Element, language: str) -> None:
    """Say in which language our own words are, where that is not the text's."""
    if language == TEXT_LANGUAGE:
        return
    for found in styles.iter(qn("w:style")):
        if found.get(qn("w:styleId")) not in _OUR_WORDS:
            continue
        properties = found.find(qn("w:rPr"))
        if properties is None:
            properties = element("rPr")
            found.append(properties)
        for lang in properties.findall(qn("w:lang")):
            properties.remove(lang)
        properties.append(element("lang", val=tag_of(language)))
