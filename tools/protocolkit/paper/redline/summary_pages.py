"""What a Word redline says in words of what changed, below the cover; contents and text follow."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from protocolkit.base.messages import Translate, mark
from protocolkit.paper.docx.elements import Element, element, paragraph, style_paragraph
from protocolkit.paper.docx.tables import AFTER_TABLE
from protocolkit.paper.redline.summary import Summary

_TRACKED = mark(
    "In the text each change is tracked: accept all changes for the new version, reject "
    "all for the old one. Cover, contents, header, footer, properties and check code are "
    "those of the new version, and are not tracked."
)
_REPEAL = mark(
    "In the text each deletion is tracked: accept all changes and no text is left, reject all for "
    "the old version. Cover, header, footer and check code are those of the old version, since no "
    "other takes its place; they are not tracked."
)

_NO_PAGES = mark(
    "The table of contents names no pages, since these depend on which changes you show. To have "
    "them, click in it and press F9."
)
_PAGES = mark(
    "The pages in the table of contents are right when you show all changes. Do you show them in "
    "another way? Click in it and press F9."
)


def summary_elements(
    summary: Summary, translate: Translate, *, has_pages: bool = False
) -> Iterator[Element]:
    """Yield the page: what changed, which facts did, and what in this file is not tracked.

    Pages in a table of contents, if the file has one, depend on what is shown: that is told too.

    Its styles are its own: an import leaves them out, since no board's text is set in them.
    """
    heading = style_paragraph("RedlineHeading", summary.heading)
    heading.find(qn("w:pPr")).append(element("pageBreakBefore"))
    yield heading
    for sentence in summary.sentences:
        yield style_paragraph("RedlineText", sentence)
    for line in summary.kinds:
        places = ", ".join(place for place, _, _ in line.places)
        yield style_paragraph("RedlineText", f"{line.kind} ({len(line.places)}): {places}.")
    if summary.facts:
        yield style_paragraph("RedlineHeading", summary.facts_heading)
        for fact in summary.facts:
            said = translate("{name}: first {old}, now {new}.")
            now = (fact.new or "–").removesuffix(".")
            words = said.format(name=fact.name, old=fact.old or "–", new=now)
            yield style_paragraph("RedlineText", words)
    yield style_paragraph("RedlineText", translate(_REPEAL if summary.is_repeal else _TRACKED))
    if summary.has_contents:
        yield style_paragraph("RedlineText", translate(_PAGES if has_pages else _NO_PAGES))
    yield paragraph(AFTER_TABLE)
