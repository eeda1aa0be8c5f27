"""What stands before the text of a Word file: our own cover, and a table of contents."""

from __future__ import annotations

import re

from protocolkit.importing.extract.word_blocks import Paragraphs, Table
from protocolkit.importing.extract.word_package import Element, W
from protocolkit.importing.extract.word_properties import value
from protocolkit.importing.extract.word_text_nodes import all_words

# Styles of our own files in which no board's text is set.
_COVER = ("Cover", "TOC")
_SUPPLIED = "SuppliedTitle"
_AFTER = "AfterTable"
_COVER_TABLES = ("CoverTable", "ProtocolTable")
# The number of the page, after a tab or dots.
_PAGE_NUMBER = re.compile(r"(?:\t|\.{2}|…)[ \t]{0,20}(?:[0-9]{1,4}|[ivxlc]{1,7})\s{0,20}$")
_TITLE = re.compile(r"^(?:inhoud(?:sopgave)?|inhoudsoverzicht|contents)\W{0,3}$", re.IGNORECASE)
_JUMP = "_Toc"


def is_front(block: Paragraphs | Table, *, is_before_text: bool) -> bool:
    """Tell whether a block of a file of ours is its cover, its contents, or a title it supplied.

    Before the text, which begins after the first section break, so are the tables of the cover;
    what somebody typed there in a style of the text is text.
    """
    if isinstance(block, Table):
        return (
            is_before_text and value(block.element.find(f"{W}tblPr"), "tblStyle") in _COVER_TABLES
        )
    styles = [value(element.find(f"{W}pPr"), "pStyle") for element in block.elements]
    return all(
        style.startswith(_COVER) or style == _SUPPLIED or (style == _AFTER and is_before_text)
        for style in styles
    )


def ends_section(block: Paragraphs | Table) -> bool:
    """Tell whether a section of the file ends with a block."""
    return isinstance(block, Paragraphs) and any(
        element.find(f"{W}pPr/{W}sectPr") is not None for element in block.elements
    )


def is_contents_line(block: Paragraphs, text: str, style: str, name: str) -> bool:
    """Tell whether a paragraph is a line of a table of contents that is no field any more.

    It is in a style for contents and leads to a page; in a field for contents, its heading is too.
    """
    is_entry = style.startswith("TOC") or name.startswith(("toc ", "inhopg "))
    if is_entry and (_PAGE_NUMBER.search(text) or any(map(_jumps, block.elements))):
        return True
    return block.around.is_contents and bool(_TITLE.match(text.strip()))


def _jumps(paragraph: Element) -> bool:
    """Tell whether a paragraph leads to a heading, as lines of contents do."""
    links = paragraph.iter(f"{W}hyperlink")
    if any(link.get(f"{W}anchor", "").startswith(_JUMP) for link in links):
        return True
    return any("PAGEREF" in all_words(code) for code in paragraph.iter(f"{W}instrText"))
