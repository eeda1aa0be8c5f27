"""The table of contents: a field that Word can work out again, filled in when the file is made.

It comes before the first section break, so it is not part of the board's text. Its lines lead to
our own bookmarks. Only Word and LibreOffice know on which page a heading falls, and neither counts
when it opens a file without asking its reader a question that looks like a warning. So each line
holds a field with the page of the PDF, until someone has the table worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.paper.docx.elements import (
    Element,
    Setting,
    element,
    field_begin,
    field_end,
    paragraph,
    style_paragraph,
    tab,
    text_run,
)
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.shared.contents import DEEPEST_LINE, ContentsLine
from protocolkit.paper.shared.contents_numbers import NumberRooms

_INSTRUCTION = 'TOC \\o "1-{deepest}" \\h \\z'
# As much as before a heading of the cover.
_BEFORE_ON_COVER = 240


def contents_elements(
    lines: tuple[ContentsLine, ...],
    translate: Translate,
    story: Story,
    *,
    pages: Mapping[str, int],
    rooms: NumberRooms,
    is_on_cover: bool = False,
    begins: bool = True,
) -> Iterator[Element]:
    """Yield the table of contents; its last paragraph is empty.

    ``pages`` are those of the headings, by anchor. What does not stand on the
    cover ``begins`` a page, unless something else stands before it there.

    The field is closed in a paragraph before that: LibreOffice empties the page fields of a
    section whose break stands inside another field.
    """
    if not lines:
        return
    before = _BEFORE_ON_COVER if is_on_cover else None
    heading = style_paragraph("TOCHeading", translate("Contents"), before=before)
    if begins and not is_on_cover:
        heading.find(qn("w:pPr")).append(element("pageBreakBefore"))
    yield heading
    yield from contents_field(list(_lines(lines, story, pages, rooms)), DEEPEST_LINE)
    if not is_on_cover:
        yield paragraph(Setting(style="AfterTable"))


def contents_field(shown: list[Element], deepest: int) -> Iterator[Element]:
    """Yield lines as a field that Word can work out again, of headings so deep."""
    properties = shown[0].find(qn("w:pPr"))
    for part in reversed(field_begin(_INSTRUCTION.format(deepest=deepest))):
        properties.addnext(part)
    yield from shown
    yield paragraph(Setting(style="AfterTable"), [field_end()])


def contents_link(words: list[Element], name: str, page: int | None) -> Element:
    """Return what a line shows: its words, and the page of a bookmark where that is known."""
    if page is not None:
        shown = text_run(str(page))
        words = [*words, tab(), *field_begin(f"PAGEREF {name} \\h"), shown, field_end()]
    return element("hyperlink", *words, anchor=name, history=1)


def indent_numbered(styles: Element, rooms: NumberRooms) -> None:
    """Give the lines' styles room for a number, where headings of that depth have numbers.

    Word copies the tab after a heading's number into its line; without that room the words would
    jump to where the pages stand.
    """
    numbered = {f"TOC{depth}": room for depth, room in enumerate(rooms.rooms, 1) if room}
    for style in styles.iter(qn("w:style")):
        if room := numbered.get(style.get(qn("w:styleId"), ""), 0):
            for indent in style.iterfind(f"{qn('w:pPr')}/{qn('w:ind')}"):
                left = int(indent.get(qn("w:left"), "0"))
                indent.set(qn("w:left"), str(left + room))
                indent.set(qn("w:hanging"), str(room))


def _lines(
    lines: Iterable[ContentsLine], story: Story, pages: Mapping[str, int], rooms: NumberRooms
) -> Iterator[Element]:
    for line in lines:
        style, room = f"TOC{line.depth}", rooms.room(line.depth)
        # among numbered lines, words alone begin where the numbers do
        left = story.lefts.get(style, 0) - room if room and not line.marker else None
        words = list(_words(line, is_in_room=rooms.holds(line)))
        link = contents_link(words, story.bookmarks.names[line.anchor], pages.get(line.anchor))
        yield paragraph(Setting(style=style, left=left), [link])


def _words(line: ContentsLine, *, is_in_room: bool) -> Iterator[Element]:
    """Yield the words of a line; behind a number that is wider than its room comes a space."""
    if line.marker:
        yield text_run(line.marker)
        yield tab() if is_in_room else text_run(" ")
    yield text_run(line.title)
