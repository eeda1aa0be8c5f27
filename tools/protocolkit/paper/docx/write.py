"""Write a protocol as a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from docx.document import Document
from docx.oxml.ns import qn

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.document.adopted import school_words
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.paper.contents import contents_lines
from protocolkit.paper.docx.body import body_elements, note_element
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.comments import add_comments
from protocolkit.paper.docx.contents_page import contents_elements
from protocolkit.paper.docx.cover_page import cover_elements, logo_element
from protocolkit.paper.docx.elements import Element
from protocolkit.paper.docx.look import NEUTRAL_COLOUR, add_look
from protocolkit.paper.docx.notes import Notes
from protocolkit.paper.docx.package import (
    add_part,
    address_relater,
    empty_document,
    left_indents,
    read_template,
    save,
    set_properties,
    text_width,
)
from protocolkit.paper.docx.record_part import add_record
from protocolkit.paper.docx.running import section_pages
from protocolkit.paper.docx.school_marks import add_bar, mark_school_parts
from protocolkit.paper.docx.set_off import set_off
from protocolkit.paper.docx.stories import Story
from protocolkit.paper.extras import NO_EXTRAS, Extras
from protocolkit.paper.house_style import read_house_style


def write_docx(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    extras: Extras = NO_EXTRAS,
) -> bytes:
    """Return a protocol as a Word file: cover, table of contents, text, notes.

    Templates and the organisation's house style in ``project`` come before ours. ``language`` is
    that of our own words; the text is Dutch. ``extras`` says what is set off, what comments stand
    in the margin, and what the file's record is. The same input gives the same bytes. Raises
    :class:`ProtocolkitError` when a template cannot be used.
    """
    document = empty_document()
    style, _ = read_house_style(project, protocol.slug)
    lines = contents_lines(protocol)
    styles = add_look(document, style, lines, language, project=project, organisation=protocol.slug)
    story = _story(protocol, document, styles)
    page = read_template("page.xml", "sectPr", project)
    width = text_width(page)
    front_page, text_page = section_pages(document, cover, translate, page)
    front = [logo_element(document.part, style.logo, cover, translate)] if style.logo else []
    front += cover_elements(cover, translate, story, width)
    front += contents_elements(lines, translate, story)
    front[-1].find(qn("w:pPr")).append(front_page)
    _fill(document, front, body_elements(protocol, cover, story, width), text_page)
    set_off(document.element.body, extras, story.bookmarks)
    own = school_words(protocol, translate)
    mark_school_parts(document.part, own, story.bookmarks, style.colour)
    add_comments(document, extras, story.bookmarks)
    _add_notes(document, story, width, project, frozenset(own))
    add_record(document, extras.record_of(protocol))
    set_properties(document, cover, protocol.facts)
    return save(document)


def _story(protocol: Protocol, document: Document, styles: Element) -> Story:
    bookmarks = Bookmarks(protocol)
    return Story(
        bookmarks=bookmarks,
        notes=Notes(protocol, bookmarks),
        lefts=left_indents(styles),
        relate=address_relater(document.part),
    )


def _fill(
    document: Document, front: Iterable[Element], text: Iterable[Element], page: Element
) -> None:
    body = document.element.body
    body.extend(front)
    body.extend(text)
    body.append(page)


def _add_notes(
    document: Document, story: Story, width: int, project: Path | None, own: frozenset[str]
) -> None:
    root = read_template("footnotes.xml", "footnotes", project)
    name = add_part(document, "footnotes", root)
    part = document.part.rels[name].target_part
    inside = replace(story, relate=address_relater(part), is_notes=True)
    for note_id, note in enumerate(story.notes.ordered, start=1):
        made = note_element(note, note_id, inside, width)
        if note.anchor in own:
            for paragraph in made.iterchildren(qn("w:p")):
                add_bar(paragraph, NEUTRAL_COLOUR)
        root.append(made)
