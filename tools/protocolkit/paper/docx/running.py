"""Header and footer: what runs along on every page; on the cover only the mark does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.cover import Cover
from protocolkit.messages import Translate
from protocolkit.paper.docx.elements import (
    Element,
    Place,
    element,
    field,
    paragraph,
    style_paragraph,
    text_run,
)

_FIELDS = {"{page}": "PAGE", "{total}": "NUMPAGES"}


def header_element(cover: Cover) -> Element:
    """Return the header: the mark of a text that does not hold, title and organisation."""
    title = " ".join(part for part in (cover.title, cover.title_note) if part)
    words = " | ".join(part for part in (title, cover.organisation) if part)
    return element("hdr", *_mark(cover), style_paragraph("Header", words))


def cover_header_element(cover: Cover) -> Element:
    """Return the header of the cover: the mark alone."""
    return element("hdr", *(_mark(cover) or [paragraph(Place(style="HeaderMark"))]))


def footer_element(standing: str, translate: Translate) -> Element:
    """Return the footer: what the text is, and the page of how many, which Word works out.

    A page may be copied or come loose: each says what it is.
    """
    pieces = re.split(r"(\{page\}|\{total\})", translate("Page {page} of {total}"))
    numbers = paragraph(Place(style="Footer"), _pieces(pieces))
    return element("ftr", style_paragraph("Footer", standing), numbers)


def _mark(cover: Cover) -> list[Element]:
    return [style_paragraph("HeaderMark", cover.mark)] if cover.mark else []


def _pieces(pieces: list[str]) -> Iterator[Element]:
    for piece in pieces:
        if piece in _FIELDS:
            yield field(_FIELDS[piece], "1")
        elif piece:
            yield text_run(piece)
