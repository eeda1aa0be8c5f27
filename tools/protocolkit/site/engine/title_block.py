"""What stands around the text of a protocol page.

Above it whose text it is, its standing, decisions and downloads; below it how to have it
corrected and how to cite it, which nobody needs before the title.
"""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.addnodes import pending_xref

from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.document.facts import Facts
from protocolkit.document.model import Protocol
from protocolkit.paper.shared.file_formats import PAPER_FORMATS
from protocolkit.site.engine.addresses import (
    paper_url,
    protocol_docname,
)
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.nodes import date_notice, title_block

CLOSING = "title-block-end"
"""The class of what stands below the text."""

DOWNLOADS_LINE = "title-block-downloads"
"""The class of the line with downloads and comparison, in a build that has them."""

VERSION_NOTE = "version-note"
"""The class of the line that says how a text stands among the versions of its protocol."""


def make_title_block(
    protocol: Protocol, cover: Cover, translate: Translate, version: str = ""
) -> title_block:
    """Return the block that stands above a protocol's text; there is no paper of a ``version``."""
    block = title_block(label=translate("About this document"))
    block += _first_line(protocol.facts, cover)
    block += nodes.paragraph("", cover.standing, classes=["title-block-standing"])
    if cover.adoption:
        block += nodes.paragraph("", cover.adoption, classes=["title-block-adoption"])
    for words in cover.decided:
        block += nodes.paragraph("", words, classes=["title-block-incomplete"])
    if cover.incomplete:
        block += nodes.paragraph("", cover.incomplete, classes=["title-block-incomplete"])
    block += list(_date_notices(protocol.facts, translate))
    if version:
        text = translate("This is version '{version}', as it was kept. Another may hold now.")
        line = text.format(version=version)
        block += nodes.paragraph("", line, classes=[VERSION_NOTE])
    else:
        block += _actions(protocol, translate)
    if details := _details(cover):
        block += details
    if cover.approvals:
        block += nodes.paragraph("", cover.approvals_heading, classes=["title-block-heading"])
        block += _approvals(cover)
    return block


def make_closing_block(cover: Cover) -> nodes.container:
    """Return what stands below a protocol's text: how to have it corrected and how to cite it."""
    words = (cover.correction, cover.citation)
    paragraphs = (nodes.paragraph("", text) for text in words)
    return nodes.container("", *paragraphs, classes=[CLOSING])


def _first_line(facts: Facts, cover: Cover) -> nodes.paragraph:
    status = "draft-mark" if is_draft(facts.status) else "title-block-fact"
    line = nodes.paragraph(classes=["title-block-organisation"])
    line += nodes.strong("", cover.organisation)
    for text, kind in ((cover.year, "title-block-fact"), (cover.status, status)):
        line += [nodes.Text(" "), nodes.inline("", text, classes=[kind])]
    return line


def _date_notices(facts: Facts, translate: Translate) -> Iterator[date_notice]:
    """Yield what the reader's browser shows when a date is over; never this machine's clock."""
    if facts.valid_until:
        text = translate("This text was valid until the date below. Ask which version holds now.")
        yield date_notice(after=facts.valid_until, text=text)
    if facts.review_date:
        text = translate("The review date of this text is over.")
        yield date_notice(after=facts.review_date, text=text)


def _actions(protocol: Protocol, translate: Translate) -> nodes.paragraph:
    page = protocol_docname(protocol)
    paragraph = nodes.paragraph(classes=[DOWNLOADS_LINE])
    for file_format in PAPER_FORMATS:
        text = translate("Download as {format}").format(format=file_format.shown)
        # Where it is, and whether it is made, depends on the builder.
        address = paper_url(protocol, file_format)
        paragraph += nodes.reference(
            "", text, refuri="", site_address=address, internal=True, classes=["download"]
        )
        paragraph += nodes.Text(" ")
    # Whether there is a comparison is known when everything has been read.
    paragraph += pending_xref(
        "",
        nodes.inline("", translate("Compare with others"), classes=["to-matrix"]),
        refdomain="protocol",
        reftype="comparison",
        reftarget=protocol.subject,
        refexplicit=True,
        refwarn=False,
        optional=True,
        refdoc=page,
    )
    return paragraph


def _details(cover: Cover) -> nodes.definition_list | None:
    """Return the rows that the first line does not show already, or None."""
    shown = {cover.organisation, cover.status}
    rows = [(label, value) for label, value in cover.rows if value not in shown]
    if not rows:
        return None
    found = nodes.definition_list(classes=["title-block-rows"])
    for label, value in rows:
        found += nodes.definition_list_item(
            "",
            nodes.term("", label),
            nodes.definition("", nodes.paragraph("", value)),
        )
    return found


def _approvals(cover: Cover) -> nodes.bullet_list:
    items = (nodes.list_item("", nodes.paragraph("", line.phrase)) for line in cover.approvals)
    return nodes.bullet_list("", *items)
