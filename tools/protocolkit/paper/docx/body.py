"""The body of a Word file: the title, the sections and the clauses as they are printed.

Markers are words of the text, set off by a tab; Word numbers nothing. The level of a heading is
how deep its section lies, so that no level is skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docx.oxml.ns import qn

from protocolkit.document.cover import Cover
from protocolkit.document.model import Footnote, Protocol
from protocolkit.document.richtext import plain
from protocolkit.document.tree import rows_of
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    element,
    paragraph,
    tab,
    text_run,
)
from protocolkit.paper.docx.tables import Grid, table_elements
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.shared.columns import WIDER_SIDEWAYS, turns_page
from protocolkit.paper.shared.lines import (
    AnyLine,
    Line,
    LineKind,
    TableLine,
    note_lines,
    protocol_lines,
)

_DEEPEST_HEADING = 6
_WIDE_MARKER = 6


def body_elements(
    protocol: Protocol, cover: Cover, story: Story, width: int, *, has_added_title: bool = False
) -> Iterator[Element]:
    """Yield what stands after the cover, in reading order; ``width`` is the text's, in twips.

    A title that is not the board's own stands on the cover alone, unless the text
    ``has_added_title`` too, as that of a redline has.
    """
    is_titled = has_added_title or not protocol.facts.title_supplied
    note = title_note(protocol, cover)
    for line in protocol_lines(protocol):
        if not isinstance(line, Line) or line.kind is not LineKind.TITLE:
            yield from _elements(line, story, width)
        elif is_titled:
            setting = title_setting(protocol)
            yield paragraph(setting, [*story.runs(line.text), *note_runs(note)])
    yield from story.notes.closing_marks()


def note_element(note: Footnote, note_id: int, story: Story, width: int) -> Element:
    """Return a note for ``footnotes.xml``, its mark before its words."""
    lines = note_lines(note)
    made = (top for line in lines for top in _elements(line, story, width, note))
    return element("footnote", *made, id=note_id)


def title_note(protocol: Protocol, cover: Cover) -> str:
    """Return what stands after a title that is not the board's own; ``""`` for one that is."""
    return cover.title_note if protocol.facts.title_supplied else ""


def title_setting(protocol: Protocol) -> Setting:
    """Return how the title is set; readers of the text leave out one that is supplied."""
    return Setting(style="SuppliedTitle" if protocol.facts.title_supplied else "Title")


def note_runs(note: str) -> list[Element]:
    """Return what stands after a supplied title."""
    return [text_run(" "), text_run(note, Look(style="TitleNote"))] if note else []


def line_setting(line: Line, story: Story) -> Setting:
    """Return how a line other than a title is set."""
    if line.kind is not LineKind.HEADING:
        found = story.setting(line.depth, is_marked=bool(line.marker))
        return replace(found, keep_next=_introduces(line))
    style = f"Heading{min(line.depth, _DEEPEST_HEADING)}"
    # the style's indent is for a number; words alone begin at the margin
    is_indented = line.marker or not story.lefts.get(style)
    return Setting(style=style, left=None if is_indented else 0)


def _introduces(line: Line) -> bool:
    """Tell whether a line stays on the page of what follows: the sentence before a list."""
    return plain(line.text).rstrip().endswith(":")


def marker_runs(marker: str) -> list[Element]:
    """Return a marker and the tab after it; nothing when there is none."""
    return [text_run(marker_text(marker)), tab()] if marker else []


def marker_text(marker: str) -> str:
    """Return a marker as it is printed before its tab."""
    # wider than its indent, a marker may end just before the next tab stop
    return f"{marker} " if len(marker) > _WIDE_MARKER else marker


def table_grid(line: TableLine, story: Story, width: int) -> Grid:
    """Return the look of a table that stands at some depth of a text this wide."""
    left = min(story.left(line.depth), width // 2)
    return Grid(style="ProtocolTable", left=left, width=width - left)


def _body_grid(line: TableLine, story: Story, width: int) -> Grid:
    """Return the look of a table of the body, which may ask for a page on its side."""
    is_turned = line.is_clause and turns_page(rows_of(line.table))
    return table_grid(line, story, width + WIDER_SIDEWAYS * is_turned)


def _elements(
    line: AnyLine, story: Story, width: int, note: Footnote | None = None
) -> Iterator[Element]:
    if isinstance(line, TableLine):
        made = list(table_elements(line.table, _body_grid(line, story, width), story))
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
