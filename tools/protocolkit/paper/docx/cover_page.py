"""The cover page: the title block on a page of its own.

What stands here, and everything else before the first section break, is ours and not the
board's text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from docx.parts.document import DocumentPart
from docx.shared import Mm

from protocolkit.base.messages import Translate
from protocolkit.document.asking import ASKING
from protocolkit.document.cover import Cover, subtitle
from protocolkit.document.model import Table
from protocolkit.document.richtext import Link, RichText, Text
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    clean,
    paragraph,
    run,
    style_paragraph,
    text_run,
)
from protocolkit.paper.docx.elements import element as make
from protocolkit.paper.docx.tables import Grid, table_elements
from protocolkit.paper.docx.text_runs import Story, outside_address
from protocolkit.paper.house.logo import Logo
from protocolkit.paper.shared.cover_title import is_long_title
from protocolkit.paper.shared.decisions import decisions_table
from protocolkit.paper.shared.qr_code import SIDE, qr_code, qr_words

# Twips: room for a hand.
_SIGNATURE_HEIGHT = 737
_FACT_SHARES = (29, 71)
# Above a cover that begins with words, and above what it says of itself.
_ABOVE_WORDS, _ABOVE_STANDING = 567, 240
# Those of templates/typst/protocol.typ.
_SIGNATURE_SHARES = (6, 5, 3, 5)


def cover_elements(
    cover: Cover,
    translate: Translate,
    story: Story,
    width: int,
    contents: Iterable[Element] = (),
    pictures: Iterable[Element] = (),
    *,
    begins: bool = True,
) -> Iterator[Element]:
    """Yield the cover, from the organisation's name on, with the ``contents`` that stand on it.

    ``pictures`` stand below what it says of itself. It ``begins`` the page unless a logo or a
    letterhead does.
    """
    above = _ABOVE_WORDS if begins else None
    yield style_paragraph("CoverOrganisation", cover.organisation, before=above)
    style = "CoverTitleLong" if is_long_title(cover) else "CoverTitle"
    yield paragraph(Setting(style=style), _title(cover))
    if words := subtitle(cover):
        yield style_paragraph("CoverSubtitle", words)
    yield from _paragraphs("CoverNotice", *cover.notices)
    rows = tuple((_rich(name), _linked(value)) for name, value in cover.rows)
    facts = Table(header=(), rows=rows)
    look = Grid(
        style="CoverTable",
        width=width,
        has_header_row=False,
        has_header_column=True,
        shares=_FACT_SHARES,
        cells=("CoverLabel", "CoverValue"),
    )
    yield from table_elements(facts, look, story)
    yield from _approvals(cover, translate, story, width)
    yield from contents
    yield from _standing(cover)
    yield from pictures
    yield from _signatures(cover, translate, story, width)


def _standing(cover: Cover) -> Iterator[Element]:
    """Yield what a cover says of itself, apart from what stands above it."""
    yield from _paragraphs("CoverNotice", cover.remark)
    first, *others = filter(None, (cover.correction, cover.citation, cover.code, cover.check))
    yield style_paragraph("CoverText", first, before=None if cover.remark else _ABOVE_STANDING)
    yield from _paragraphs("CoverText", *others)


def _paragraphs(style: str, *texts: str) -> Iterator[Element]:
    """Yield a paragraph for each text that there is."""
    for text in texts:
        if text:
            yield style_paragraph(style, text)


def asking_elements(cover: Cover, translate: Translate) -> Iterator[Element]:
    """Yield the loose sheet before the cover; nothing when nothing is asked."""
    if cover.asking:
        yield style_paragraph("CoverAsking", translate(ASKING))
    for words in cover.asking:
        yield style_paragraph("CoverAsked", words)


def _title(cover: Cover) -> Iterator[Element]:
    yield text_run(cover.title)
    if cover.title_note:
        yield run([make("br")])
        yield text_run(cover.title_note, Look(style="TitleNote"))


def _approvals(cover: Cover, translate: Translate, story: Story, width: int) -> Iterator[Element]:
    if not cover.approvals:
        return
    yield style_paragraph("CoverHeading", cover.approvals_heading)
    look = Grid(style="ProtocolTable", width=width, spread=story.spread)
    yield from table_elements(decisions_table(cover, translate), look, story)


def _signatures(cover: Cover, translate: Translate, story: Story, width: int) -> Iterator[Element]:
    if not cover.signatories:
        return
    yield style_paragraph("CoverHeading", translate("Signatures"))
    names = (translate("Body"), translate("Name"), translate("Date"), translate("Signature"))
    table = Table(
        header=tuple(map(_rich, names)),
        rows=tuple((_rich(body), (), (), ()) for body in cover.signatories),
    )
    look = Grid(
        style="ProtocolTable",
        width=width,
        row_height=_SIGNATURE_HEIGHT,
        shares=_SIGNATURE_SHARES,
        is_together=True,
    )
    yield from table_elements(table, look, story)


def _rich(text: str) -> RichText:
    return (Text(text),)


def _linked(value: str) -> RichText:
    """Return what stands beside a label: an address as a link, as in the PDF."""
    return (Link(target=value, content=_rich(value)),) if outside_address(value) else _rich(value)


_WIDEST, _HIGHEST = Mm(62), Mm(24)


def logo_element(part: DocumentPart, logo: Logo, cover: Cover, translate: Translate) -> Element:
    """Return the paragraph with the logo; Word knows no SVG, so it gets the drawn one."""
    drawn = logo.drawn
    scale = min(_WIDEST / drawn.width, _HIGHEST / drawn.height)
    inline = part.new_pic_inline(
        io.BytesIO(drawn.content), int(drawn.width * scale), int(drawn.height * scale)
    )
    words = logo.words or translate("Logo of {organisation}").format(
        organisation=cover.organisation
    )
    inline.docPr.set("name", "Logo")
    inline.docPr.set("descr", clean(words))
    return paragraph(Setting(style="CoverLogo"), [run([make("drawing", inline)])])


def qr_element(part: DocumentPart, address: str, translate: Translate) -> Element:
    """Return the paragraph with the QR code of an address."""
    side = Mm(SIDE)
    inline = part.new_pic_inline(io.BytesIO(qr_code(address).picture), side, side)
    inline.docPr.set("name", "QR")
    inline.docPr.set("descr", clean(qr_words(address, translate)))
    return paragraph(Setting(style="CoverText"), [run([make("drawing", inline)])])
