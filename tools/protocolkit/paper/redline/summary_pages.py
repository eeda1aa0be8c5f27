"""The page of a Word redline that says in words what changed, between cover and contents."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.document.model import Table
from protocolkit.document.richtext import RichText, Text
from protocolkit.paper.docx.elements import Element, element, style_paragraph
from protocolkit.paper.docx.stories import Story
from protocolkit.paper.docx.tables import Grid, table_elements
from protocolkit.paper.redline.summary import Summary


def summary_elements(
    summary: Summary, story: Story, width: int, translate: Translate
) -> Iterator[Element]:
    """Yield the page: what changed, which facts did, and what in this file is not tracked."""
    heading = style_paragraph("CoverHeading", summary.heading)
    heading.find(qn("w:pPr")).append(element("pageBreakBefore"))
    yield heading
    for sentence in summary.sentences:
        yield style_paragraph("CoverText", sentence)
    for line in summary.kinds:
        places = ", ".join(place for place, _, _ in line.places)
        yield style_paragraph("CoverText", f"{line.kind} ({len(line.places)}): {places}.")
    if summary.facts:
        yield style_paragraph("CoverHeading", summary.facts_heading)
        rows = tuple(
            (_rich(fact.name), _rich(fact.old or "–"), _rich(fact.new or "–"))
            for fact in summary.facts
        )
        table = Table(header=tuple(map(_rich, summary.facts_head)), rows=rows)
        yield from table_elements(table, Grid(style="ProtocolTable", width=width), story)
    yield style_paragraph(
        "CoverText",
        translate(
            "In the text each change is tracked: accept all changes for the new version, reject "
            "all for the old one. Cover, contents, header, footer, properties and check code are "
            "those of the new version, and are not tracked."
        ),
    )


def _rich(text: str) -> RichText:
    return (Text(text),)
