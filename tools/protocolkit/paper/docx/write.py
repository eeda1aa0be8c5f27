"""Write a protocol as a Word file."""

from __future__ import annotations

from pathlib import Path

from docx.oxml.ns import qn

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.document.adopted import school_words
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx.appendices import add_appendices
from protocolkit.paper.docx.body import body_elements, note_element
from protocolkit.paper.docx.clause_labels import add_labels
from protocolkit.paper.docx.comments import add_comments
from protocolkit.paper.docx.look import NEUTRAL_COLOUR
from protocolkit.paper.docx.package import save, set_properties
from protocolkit.paper.docx.protocol_file import ProtocolFile, begin_file
from protocolkit.paper.docx.record_part import add_record
from protocolkit.paper.docx.school_marks import add_bar, mark_school_parts
from protocolkit.paper.docx.set_off import set_off
from protocolkit.paper.docx.sideways import turn_pages
from protocolkit.paper.shared.extras import NO_EXTRAS, Extras


def write_docx(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    extras: Extras = NO_EXTRAS,
    is_open: bool = False,
) -> bytes:
    """Return a protocol as a Word file: cover, table of contents, text, notes.

    Templates and the organisation's house style in ``project`` come before ours. ``language`` is
    that of our own words; the text is Dutch. ``extras`` says what is set off, what comments stand
    in the margin, and what the file's record is. A file that ``is_open`` gets its text
    elsewhere. The same input gives the same bytes. Raises
    :class:`ProtocolkitError` when a template cannot be used.
    """
    file = begin_file(
        protocol,
        cover,
        translate,
        language=language,
        project=project,
        is_open=is_open,
        extras=extras,
    )
    _fill(file, protocol, cover, translate, extras)
    add_record(file.document, extras.record_of(protocol))
    set_properties(file.document, cover, protocol)
    return save(file.document)


def _fill(
    file: ProtocolFile, protocol: Protocol, cover: Cover, translate: Translate, extras: Extras
) -> None:
    """Put the text into a file: body, labels, appendices, comments and notes."""
    document, story = file.document, file.story
    file.fill(body_elements(protocol, story, file.width))
    turn_pages(file, cover, translate)
    set_off(document.element.body, extras, story.bookmarks)
    own = school_words(protocol, translate)
    mark_school_parts(document.part, own, story.bookmarks, file.style.colour)
    if not extras.set_off:
        add_labels(document.element.body, protocol, story.bookmarks, story.lefts)
    add_appendices(document.element.body, extras.appendices)
    add_comments(document, extras, story.bookmarks)
    _add_notes(file, frozenset(own))


def _add_notes(file: ProtocolFile, own: frozenset[str]) -> None:
    root, inside = file.notes_part()
    for note in inside.notes.ordered:
        made = note_element(note, inside.notes.id_of(note.label), inside, file.width)
        if note.anchor in own:
            for paragraph in made.iterchildren(qn("w:p")):
                add_bar(paragraph, NEUTRAL_COLOUR)
        root.append(made)
