"""The Word file of one protocol, around its text: the look, the cover, the contents, the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from docx.document import Document
from docx.oxml.ns import qn

from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.document.facts import PENDING
from protocolkit.document.model import Protocol
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.contents_page import contents_elements
from protocolkit.paper.docx.cover_page import (
    asking_elements,
    cover_elements,
    logo_element,
    qr_element,
)
from protocolkit.paper.docx.elements import Element
from protocolkit.paper.docx.header_footer import mark_end, section_pages
from protocolkit.paper.docx.look import add_look
from protocolkit.paper.docx.notes import Notes
from protocolkit.paper.docx.package import (
    add_part,
    address_relater,
    empty_document,
    left_indents,
    page_in,
    read_template,
    text_width,
)
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.house.room import contents_rooms, spread
from protocolkit.paper.house.style import HouseStyle, house_style_of
from protocolkit.paper.pdf.page_numbers import heading_pages
from protocolkit.paper.shared.contents import (
    ContentsLine,
    ContentsPlace,
    contents_lines,
    contents_place,
)
from protocolkit.paper.shared.extras import NO_EXTRAS, Extras

Pages = Callable[[Story, int], Iterable[Element]]
"""What stands between the cover and the contents, made for a story and a width in twips."""


def _no_pages(_story: Story, _width: int) -> Iterable[Element]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolFile:
    """A file whose text is not there yet; ``width`` is the text's, in twips.

    ``loose`` is how many pages there are without the sheet before the cover, None without one.
    """

    document: Document
    story: Story
    style: HouseStyle
    width: int
    project: Path | None
    front: tuple[Element, ...]
    page: Element
    has_sheet: bool = False
    loose: int | None = None

    def fill(self, text: Iterable[Element]) -> None:
        """Put the text between what stands before it and its page."""
        body = self.document.element.body
        body.extend(self.front)
        body.extend(text)
        if self.has_sheet:
            mark_end(body)
        body.append(self.page)

    def notes_part(self) -> tuple[Element, Story]:
        """Add the part for the notes; return its root, without notes, and its story."""
        root = read_template("footnotes.xml", "footnotes", self.project)
        name = add_part(self.document, "footnotes", root)
        part = self.document.part.rels[name].target_part
        return root, replace(self.story, relate=address_relater(part), is_notes=True)


def begin_file(  # noqa: PLR0913 - what it is made from, and what is left out
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str,
    project: Path | None,
    pages: Pages = _no_pages,
    numbers: Mapping[str, int] | None = None,
    is_open: bool = False,
    extras: Extras = NO_EXTRAS,
) -> ProtocolFile:
    """Return the file of a protocol without its text.

    One that ``is_open`` is filled in later, elsewhere: it has no pages yet, and no font in it. With
    ``pages`` of its own before the text, ``numbers`` are those of its headings. ``extras`` are what
    its PDF has.

    Raises :class:`ProtocolkitError` when a template cannot be used.
    """
    lines = contents_lines(protocol)
    file = _empty_file(protocol, lines, language, project, is_open=is_open)
    place = contents_place(protocol, cover, has_logo=bool(file.style.logo))
    place = ContentsPlace.ABOVE if is_open and lines else place
    numbers = numbers or {}
    if (lines or cover.asking) and not is_open and pages is _no_pages:
        numbers = heading_pages(
            protocol,
            cover,
            translate,
            language=language,
            project=project,
            style=file.style,
            extras=extras,
        )
    return _Front(file, cover, translate, pages).add(lines, numbers, place)


def _empty_file(
    protocol: Protocol,
    lines: tuple[ContentsLine, ...],
    language: str,
    project: Path | None,
    *,
    is_open: bool,
) -> ProtocolFile:
    """Return a file that has its look only; ``lines`` are those of its contents."""
    document = empty_document()
    style = house_style_of(project, protocol)
    page = page_in(style, read_template("page.xml", "sectPr", project))
    styles = add_look(
        document,
        style,
        language,
        project=project,
        rooms=contents_rooms(style, lines),
        has_fonts=not is_open,
        width=text_width(page),
    )
    return ProtocolFile(
        document=document,
        story=_story(protocol, document, styles, spread(style), marks_blanks=not is_open),
        style=style,
        width=text_width(page),
        project=project,
        front=(),
        page=page,
    )


@dataclass(frozen=True, slots=True)
class _Front:
    """What stands before the text of a file: a loose sheet, cover, pages of its own, contents."""

    file: ProtocolFile
    cover: Cover
    translate: Translate
    pages: Pages

    def add(
        self, lines: tuple[ContentsLine, ...], numbers: Mapping[str, int], place: ContentsPlace
    ) -> ProtocolFile:
        """Return the file with it, and with what runs along on its pages.

        ``numbers`` are the pages of the headings, by anchor, and under ``""`` how many there are.
        """
        loose = numbers.get("", 1) if self.cover.asking else None
        # pages of its own have room below them for the contents and the text
        is_first = self.pages is _no_pages
        runs_on = place is ContentsPlace.ABOVE or not (is_first or place is ContentsPlace.PAGE)
        sheet_page, front_page, text_page = section_pages(
            self.file.document,
            self.cover,
            self.translate,
            self.file.page,
            self.file.style.letterhead,
            runs_on=runs_on,
            loose=loose,
        )
        is_on_cover = place is ContentsPlace.COVER
        sheet = self._sheet(sheet_page)
        contents = contents_elements(
            lines,
            self.translate,
            self.file.story,
            pages=numbers,
            rooms=contents_rooms(self.file.style, lines),
            is_on_cover=is_on_cover,
            begins=is_first,
        )
        elements = self._elements(tuple(contents), is_on_cover=is_on_cover)
        elements[-1].find(qn("w:pPr")).append(front_page)
        front = (*sheet, *elements)
        return replace(self.file, page=text_page, front=front, has_sheet=bool(sheet), loose=loose)

    def _sheet(self, page: Element) -> tuple[Element, ...]:
        """Return the loose sheet, on a page of its own; nothing when none is asked."""
        sheet = tuple(asking_elements(self.cover, self.translate))
        if sheet:
            sheet[-1].find(qn("w:pPr")).append(page)
        return sheet

    def _elements(self, contents: tuple[Element, ...], *, is_on_cover: bool) -> tuple[Element, ...]:
        """Return the paragraphs and tables; the contents stand on the cover or after it."""
        on_cover, below = (contents, ()) if is_on_cover else ((), contents)
        pictures = self._pictures()
        story, width = self.file.story, self.file.width
        logo, plain_story = self._logo(), replace(story, marks_blanks=False)
        begins = not logo and not self.file.style.letterhead
        return (
            *logo,
            *cover_elements(
                self.cover,
                self.translate,
                plain_story,
                width,
                on_cover,
                pictures,
                begins=begins,
            ),
            *self.pages(story, width),
            *below,
        )

    def _pictures(self) -> tuple[Element, ...]:
        address = self.cover.check_address
        return (qr_element(self.file.document.part, address, self.translate),) if address else ()

    def _logo(self) -> tuple[Element, ...]:
        part, logo = self.file.document.part, self.file.style.logo
        return (logo_element(part, logo, self.cover, self.translate),) if logo else ()


def _story(
    protocol: Protocol, document: Document, styles: Element, letters: float, *, marks_blanks: bool
) -> Story:
    """Return the story of the text, with nothing in it yet."""
    bookmarks = Bookmarks(protocol)
    return Story(
        bookmarks=bookmarks,
        notes=Notes(protocol, bookmarks),
        lefts=left_indents(styles),
        relate=address_relater(document.part),
        marks_blanks=marks_blanks and protocol.facts.status in PENDING,
        spread=letters,
    )
