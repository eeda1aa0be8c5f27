"""Appendices behind the text of a draft: each on a page of its own, and no part of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn

from protocolkit.document.draft_appendices import Appendix
from protocolkit.paper.docx.elements import Element, element, style_paragraph


def appendix_heading(title: str) -> Element:
    """Return the heading of an appendix, on a new page."""
    made = style_paragraph("Heading1", title)
    made.find(qn("w:pPr")).append(element("pageBreakBefore"))
    return made


def appendix_line(words: str) -> Element:
    """Return a line of an appendix."""
    return style_paragraph("BodyText", words)


def add_appendices(body: Element, appendices: Iterable[Appendix]) -> None:
    """Put appendices behind the text, before what says how the last pages look."""
    last = body[-1]
    for made in _paragraphs(appendices):
        last.addprevious(made)


def _paragraphs(appendices: Iterable[Appendix]) -> Iterator[Element]:
    for appendix in appendices:
        yield appendix_heading(appendix.title)
        yield from map(appendix_line, appendix.lines)
