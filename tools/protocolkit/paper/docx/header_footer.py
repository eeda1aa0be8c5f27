"""Header and footer: what runs along on every page; on the cover only its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.paper.docx.elements import (
    Element,
    Setting,
    element,
    field,
    paragraph,
    style_paragraph,
    tab,
    text_run,
)
from protocolkit.paper.docx.letterhead import add_story
from protocolkit.paper.house.letterhead import Letterhead
from protocolkit.paper.shared.running_head import running_head

# Where the style has the end of the line, beside the labels in the margin.
_STYLE_STOP = 8165
# Above every number that a bookmark of the text can have.
_END, _END_ID = "_Einde", 1_000_000
_MM_PER_TWIP = 25.4 / 1440
# How high the line with the mark is, in twips: it stands above where the others begin.
_MARK_HEIGHT = 272
_FIELDS = {"{page}": "PAGE", "{total}": "NUMPAGES"}


def header_element(cover: Cover, *, width: int | None = None, usual: int = _STYLE_STOP) -> Element:
    """Return the header: the mark of a text that does not hold, organisation and title.

    ``width`` is how wide the text is, in twips, where it is not as wide as the style has it, which
    is ``usual``.
    """
    organisation, title = running_head(cover)
    words = [text_run(organisation), tab(), text_run(title)]
    line = paragraph(Setting(style="Header"), words)
    if width is not None:
        line.pPr.append(stop_at(width, usual=usual))
    return element("hdr", *_mark(cover), line)


def title_header(title: str, *, width: int) -> Element:
    """Return a header with a title at the end of the line, in a text so wide, in twips."""
    made = paragraph(Setting(style="Header"), [tab(), text_run(title)])
    made.pPr.append(stop_at(width))
    return element("hdr", made)


def cover_header_element() -> Element:
    """Return the header of the cover, which says everything itself: an empty one."""
    return element("hdr", paragraph(Setting(style="HeaderMark")))


def footer_element(
    standing: str,
    translate: Translate,
    *,
    loose: int | None = None,
    width: int | None = None,
    usual: int = _STYLE_STOP,
    says_page: bool = True,
) -> Element:
    """Return the footer: what the text is, and the page of how many, which Word works out.

    A page may be copied or come loose: each says what it is, but for the cover, which has no
    ``standing`` here. With a loose sheet before them
    the last page says how many there are; ``loose`` is that number until Word counts. ``width`` is
    how wide the text is, in twips, where it has no labels in its margin, and ``usual`` how wide the
    style has it. Without ``says_page`` a letterhead has the number.
    """
    pieces = re.split(r"(\{page\}|\{total\})", translate("Page {page} of {total}"))
    numbers = paragraph(Setting(style="Footer"), [tab(), *_pieces(pieces, loose)])
    if width is not None:
        numbers.pPr.append(stop_at(width, usual=usual))
    said = [style_paragraph("Footer", standing)] if standing else []
    return element("ftr", *said, *([numbers] if says_page else []))


def stop_at(width: int, *, leader: str = "none", usual: int = _STYLE_STOP) -> Element:
    """Return the tab stops of a line whose end is not where the style has it, at ``usual``."""
    return element(
        "tabs",
        element("tab", val="clear", pos=usual),
        element("tab", val="right", pos=width, leader=leader),
    )


def _mark(cover: Cover) -> list[Element]:
    return [style_paragraph("HeaderMark", cover.mark)] if cover.mark else []


def _pieces(pieces: list[str], loose: int | None) -> Iterator[Element]:
    for piece in pieces:
        if piece == "{total}" and loose is not None:
            yield _last_page(loose)
        elif piece in _FIELDS:
            yield field(_FIELDS[piece], "1")
        elif piece:
            yield text_run(piece)


def _last_page(loose: int) -> Element:
    """Return the field with the number of the last page, ``loose`` until Word counts."""
    return field(f"PAGEREF {_END}", str(loose))


def mark_end(body: Element) -> None:
    """Give the last words of the text a name, by which the footer knows its last page.

    LibreOffice finds no page of a name that stands around nothing.
    """
    shown = [run for run in body.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    start, end = element("bookmarkStart", id=_END_ID, name=_END), element("bookmarkEnd", id=_END_ID)
    if shown:
        shown[-1].addprevious(start)
        shown[-1].addnext(end)
    else:
        body.findall(f".//{qn('w:p')}")[-1].extend((start, end))


# What follows titlePg in a w:sectPr (ECMA-376 Part 1, 17.6.17).
_AFTER_TITLE_PAGE = frozenset(
    qn(f"w:{name}")
    for name in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")
)


def section_pages(
    document: Document,
    cover: Cover,
    translate: Translate,
    page: Element,
    letterhead: Letterhead,
    *,
    runs_on: bool = False,
    loose: int | None = None,
) -> tuple[Element, Element, Element]:
    """Return the ``w:sectPr`` of a loose sheet, the front and the text, with what runs along.

    The text begins a page, unless it ``runs_on`` below what stands before it. After a sheet that is
    ``loose`` the cover is page 1; there are so many pages without it. Nothing of ours runs along on
    the first page, the cover, but its number, and nothing on the sheet: only a letterhead.
    """
    running = _running(document, cover, translate, page, letterhead, loose)
    sheet, front, text = deepcopy(page), deepcopy(page), deepcopy(page)
    if cover.mark and not letterhead:
        for margins in (front.find(qn("w:pgMar")), text.find(qn("w:pgMar"))):
            begin = int(margins.get(qn("w:header"), "0"))
            margins.set(qn("w:header"), str(max(begin - _MARK_HEIGHT, 0)))
    kind = text.find(qn("w:type"))
    if runs_on and kind is not None:
        kind.set(qn("w:val"), "continuous")
    if loose is not None:
        front.find(qn("w:pgMar")).addnext(element("pgNumType", start=1))
    _refer(text, running, "default")
    _refer(front, running, "default", "first")
    if letterhead:
        _refer(
            sheet,
            {(kind, "default"): running.get((kind, _SHEET), "") for kind in _KINDS},
            "default",
        )
    later = [child for child in front if child.tag in _AFTER_TITLE_PAGE]
    front.insert(front.index(later[0]) if later else len(front), element("titlePg"))
    return sheet, front, text


_KINDS = ("header", "footer")
# The pages of the loose sheet, which has the letterhead of a first page and nothing of ours.
_SHEET = "sheet"
_Running = dict[tuple[str, str], str]
"""The relationships of headers and footers, by kind and by the pages that have them."""


def _running(
    document: Document,
    cover: Cover,
    translate: Translate,
    page: Element,
    letterhead: Letterhead,
    loose: int | None,
) -> _Running:
    """Add what runs along, each with its part of the letterhead."""
    left = int(page.find(qn("w:pgMar")).get(qn("w:left"), "0")) * _MM_PER_TWIP
    footer, number = (
        footer_element(said, translate, loose=loose, says_page=not says_page)
        for said, says_page in (
            (cover.standing, letterhead.says_page(is_first=False)),
            ("", letterhead.says_page(is_first=True)),
        )
    )
    parts = {
        ("header", "default"): ("header1", header_element(cover), letterhead.head),
        ("header", "first"): ("header2", cover_header_element(), letterhead.first_head),
        ("footer", "default"): ("footer1", footer, letterhead.foot),
        ("footer", "first"): ("footer2", number, letterhead.first_foot),
    }
    if loose is not None and letterhead:
        own = letterhead.on_loose_sheet()
        parts["header", _SHEET] = ("header3", cover_header_element(), own.first_head)
        parts["footer", _SHEET] = ("footer3", element("ftr"), own.first_foot)
    total = None if loose is None else _last_page(loose)
    return {
        which: add_story(document, name, root, story, letterhead, left, total=total)
        for which, (name, root, story) in parts.items()
    }


def _refer(section: Element, running: _Running, *pages: str) -> None:
    """Let these pages of a section have their headers and footers, where there are any."""
    wanted = [(kind, which) for which in pages for kind in _KINDS]
    made = [
        element(f"{kind}Reference", type=which, r__id=running[kind, which])
        for kind, which in wanted
        if running.get((kind, which))
    ]
    for place, reference in enumerate(made):
        section.insert(place, reference)
