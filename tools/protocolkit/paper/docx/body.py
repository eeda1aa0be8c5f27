"""The body of a Word file: the title, the sections and the clauses as they are printed.

Markers are words of the text, set off by a tab; Word numbers nothing. The level of a heading is
how deep its section lies, so that no level is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.oxml.ns import qn

from protocolkit.document.model import Footnote, Protocol
from protocolkit.document.tree import rows_of
from protocolkit.paper.docx.elements import (
    Element,
    Setting,
    element,
    paragraph,
    tab,
    text_run,
)
from protocolkit.paper.docx.tables import Grid, table_elements
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.shared.columns import WIDER_SIDEWAYS, turns_page
from protocolkit.paper.shared.kept_lines import introduces, keeps_lines
from protocolkit.paper.shared.lines import (
    AnyLine,
    Line,
    LineKind,
    TableLine,
    note_lines,
    protocol_lines,
)

TITLE = Setting(style="Title")
"""How the title is set."""

_DEEPEST_HEADING = 6
_WIDE_MARKER = 6


def body_elements(protocol: Protocol, story: Story, width: int) -> Iterator[Element]:
    """Yield what stands after the cover, in reading order; ``width`` is the text's, in twips."""
    for line in protocol_lines(protocol):
        if isinstance(line, Line) and line.kind is LineKind.TITLE:
            yield paragraph(TITLE, story.runs(line.text))
        else:
            yield from _elements(line, story, width)
    yield from story.notes.closing_marks()


def note_element(note: Footnote, note_id: int, story: Story, width: int) -> Element:
    """Return a note for ``footnotes.xml``, its mark before its words."""
    lines = note_lines(note)
    made = (top for line in lines for top in _elements(line, story, width, note))
    return element("footnote", *made, id=note_id)


def line_setting(line: Line, story: Story) -> Setting:
    """Return how a line other than a title is set."""
    if line.kind is not LineKind.HEADING:
        found = story.setting(line.depth, is_marked=bool(line.marker))
        return replace(found, keep_next=introduces(line.text), keep_lines=keeps_lines(line.text))
    style = f"Heading{min(line.depth, _DEEPEST_HEADING)}"
    # the style's indent is for a number; words alone begin at the margin
    is_indented = line.marker or not story.lefts.get(style)
    return Setting(style=style, left=None if is_indented else 0)


def marker_runs(marker: str) -> list[Element]:
    """Return a marker and the tab after it; nothing when there is none."""
    return [text_run(marker_text(marker)), tab()] if marker else []


def marker_text(marker: str) -> str:
    """Return a marker as it is printed before its tab."""
    # wider than its indent, a marker may end just before the next tab stop
    return f"{marker} " if len(marker) > _WIDE_MARKER else marker


def body_grid(line: TableLine, story: Story, width: int) -> Grid:
    """Return the look of a table of a text this wide, which may ask for a page on its side."""
    left = min(story.left(line.depth), width // 2)
    grid = Grid(style="ProtocolTable", left=left, width=width - left, spread=story.spread)
    if line.may_turn and turns_page(rows_of(line.table), grid.width, story.spread):
        return replace(grid, left=0, width=width + WIDER_SIDEWAYS)
    return grid


def _elements(
    line: AnyLine, story: Story, width: int, note: Footnote | None = None
) -> Iterator[Element]:
    if isinstance(line, TableLine):
        made = list(table_elements(line.table, body_grid(line, story, width), story))
        first = next(made[0].iter(qn("w:p")))
    else:
        if note is not None and line.kind is LineKind.NOTE:
            lead = [story.notes.own_mark(note), tab()]
        else:
            lead = marker_runs(line.marker)
        content = [*lead, *story.runs(line.text)]
        first = paragraph(line_setting(line, story), content)
        made = [first]
    for anchor in reversed(line.anchors):
        story.bookmarks.wrap(first, anchor)
    yield from made
