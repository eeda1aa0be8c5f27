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

_INSTRUCTION = 'TOC \\o "1-{deepest}" \\h \\z'
_NUMBER_WIDTH = 567
# As much as before a heading of the cover.
_BEFORE_ON_COVER = 240


def contents_elements(
    lines: tuple[ContentsLine, ...],
    translate: Translate,
    story: Story,
    *,
    pages: Mapping[str, int],
    is_on_cover: bool = False,
) -> Iterator[Element]:
    """Yield the table of contents; its last paragraph is empty.

    ``pages`` are those of the headings, by anchor. What does not stand on the cover begins a page.

    The field is closed in a paragraph before that: LibreOffice empties the page fields of a
    section whose break stands inside another field.
    """
    if not lines:
        return
    before = _BEFORE_ON_COVER if is_on_cover else None
    heading = style_paragraph("TOCHeading", translate("Contents"), before=before)
    if not is_on_cover:
        heading.find(qn("w:pPr")).append(element("pageBreakBefore"))
    yield heading
    yield from contents_field(list(_lines(lines, story, pages)), DEEPEST_LINE)
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


def indent_numbered(styles: Element, lines: Iterable[ContentsLine]) -> None:
    """Give the lines' styles room for a number, where headings of that depth have numbers.

    Word copies the tab after a heading's number into its line; without that room the words would
    jump to where the pages stand.
    """
    numbered = {f"TOC{line.depth}" for line in lines if line.marker}
    for style in styles.iter(qn("w:style")):
        if style.get(qn("w:styleId")) in numbered:
            for indent in style.iterfind(f"{qn('w:pPr')}/{qn('w:ind')}"):
                left = int(indent.get(qn("w:left"), "0"))
                indent.set(qn("w:left"), str(left + _NUMBER_WIDTH))
                indent.set(qn("w:hanging"), str(_NUMBER_WIDTH))


def _lines(
    lines: Iterable[ContentsLine], story: Story, pages: Mapping[str, int]
) -> Iterator[Element]:
    numbered = {line.depth for line in lines if line.marker}
    for line in lines:
        style = f"TOC{line.depth}"
        is_alone = line.depth in numbered and not line.marker
        # among numbered lines, words alone begin where the numbers do
        left = story.lefts.get(style, 0) - _NUMBER_WIDTH if is_alone else None
        yield paragraph(
            Setting(style=style, left=left), [_link(line, story, pages.get(line.anchor))]
        )


def _link(line: ContentsLine, story: Story, page: int | None) -> Element:
    words = [text_run(line.marker), tab()] if line.marker else []
    words.append(text_run(line.title))
    return contents_link(words, story.bookmarks.names[line.anchor], page)
