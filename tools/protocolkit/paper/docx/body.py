"""The body of a Word file: the title, the sections and the clauses as they are printed.

Markers are words of the text, set off by a tab; Word numbers nothing. The level of a heading is
how deep its section lies, so that no level is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docx.oxml.ns import qn

from protocolkit.document.cover import Cover
from protocolkit.document.model import (
    Block,
    Clause,
    Footnote,
    Paragraph,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.richtext import RichText, plain
from protocolkit.document.tree import begins_with_words, by_block, by_part
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    element,
    paragraph,
    tab,
    text_run,
)
from protocolkit.paper.docx.stories import Story
from protocolkit.paper.docx.tables import Grid, table_elements

_DEEPEST_HEADING = 6
_WIDE_MARKER = 6


def body_elements(protocol: Protocol, cover: Cover, story: Story, width: int) -> Iterator[Element]:
    """Yield what stands after the cover, in reading order; ``width`` is the text's, in twips."""
    if protocol.title:
        note = cover.title_note if protocol.facts.title_supplied else ""
        yield _title(protocol, note, story)
    yield from _parts(protocol.parts, story, width, 1)
    yield from story.notes.closing_marks()


def note_element(note: Footnote, note_id: int, story: Story, width: int) -> Element:
    """Return a note for ``footnotes.xml``, its mark before its words."""
    lead = [story.notes.own_mark(note), tab()]
    return element("footnote", *_blocks(note.blocks, story, width, 0, lead), id=note_id)


def _title(protocol: Protocol, note: str, story: Story) -> Element:
    content = list(story.runs(protocol.title))
    if note:
        content += [text_run(" "), text_run(note, Look(style="TitleNote"))]
    is_supplied = protocol.facts.title_supplied
    return paragraph(Setting(style="SuppliedTitle" if is_supplied else "Title"), content)


def _parts(
    parts: Iterable[Clause | Section], story: Story, width: int, depth: int
) -> Iterator[Element]:
    def clause(found: Clause) -> Iterator[Element]:
        level = 1 if found.marker else 0
        yield from _item(found.marker, found.anchor, found.blocks, story, width, level)

    def section(found: Section) -> Iterator[Element]:
        yield _heading(found, story, depth)
        yield from _parts(found.parts, story, width, depth + 1)

    for part in parts:
        yield from by_part(part, clause=clause, section=section)


def _heading(section: Section, story: Story, depth: int) -> Element:
    style = f"Heading{min(depth, _DEEPEST_HEADING)}"
    content = [*_marker(section.marker), *story.runs(section.title)]
    # the style's indent is for a number; words alone begin at the margin
    is_indented = section.marker or not story.lefts.get(style)
    made = paragraph(Setting(style=style, left=None if is_indented else 0), content)
    story.bookmarks.wrap(made, section.anchor)
    return made


def _item(
    marker: str, anchor: str, blocks: Sequence[Block], story: Story, width: int, depth: int
) -> Iterator[Element]:
    content = list(_blocks(blocks, story, width, depth, _marker(marker)))
    story.bookmarks.wrap(_first_paragraph(content), anchor)
    yield from content


def _blocks(
    blocks: Sequence[Block], story: Story, width: int, depth: int, lead: list[Element]
) -> Iterator[Element]:
    """Yield the blocks of an item; ``lead`` is what stands before its first words."""
    if not begins_with_words(blocks) and (lead or not any(map(_has_paragraph, blocks))):
        yield paragraph(story.setting(depth, is_marked=bool(lead)), lead)
        lead = []

    def points(found: PointList) -> Iterator[Element]:
        for point in found.points:
            yield from _item(point.marker, point.anchor, point.blocks, story, width, depth + 1)

    def table(found: Table) -> Iterator[Element]:
        left = min(story.left(depth), width // 2)
        grid = Grid(style="ProtocolTable", left=left, width=width - left)
        yield from table_elements(found, grid, story)

    def words(found: Paragraph) -> Iterator[Element]:
        nonlocal lead
        yield _paragraph(found.content, story, depth, lead)
        lead = []

    for block in blocks:
        yield from by_block(block, paragraph=words, points=points, table=table)


def _paragraph(content: RichText, story: Story, depth: int, lead: list[Element]) -> Element:
    # the sentence before a list stays on the list's page
    introduces = plain(content).rstrip().endswith(":")
    setting = story.setting(depth, is_marked=bool(lead))
    return paragraph(setting, [*lead, *story.runs(content)], keep_next=introduces)


def _marker(marker: str) -> list[Element]:
    if not marker:
        return []
    # wider than its indent, a marker may end just before the next tab stop
    return [text_run(f"{marker} " if len(marker) > _WIDE_MARKER else marker), tab()]


def _has_paragraph(block: Block) -> bool:
    """Tell whether a block prints at least one paragraph, where a bookmark can stand."""
    return by_block(
        block,
        paragraph=lambda _: True,
        points=lambda found: bool(found.points),
        table=lambda found: bool(found.header or any(found.rows)),
    )


def _first_paragraph(content: Iterable[Element]) -> Element:
    found: Element = next(made for top in content for made in top.iter(qn("w:p")))
    return found
