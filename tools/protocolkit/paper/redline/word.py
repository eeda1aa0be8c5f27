"""A Word redline: the new version's file, in whose text the old version is tracked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem
from protocolkit.changes.change_set import ChangeSet
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record
from protocolkit.paper.docx.body import body_elements, note_element
from protocolkit.paper.docx.bookmarks import Bookmarks
from protocolkit.paper.docx.clause_labels import add_labels
from protocolkit.paper.docx.elements import Element, element
from protocolkit.paper.docx.notes import Notes
from protocolkit.paper.docx.package import save, set_properties
from protocolkit.paper.docx.protocol_file import ProtocolFile, begin_file
from protocolkit.paper.docx.record_part import add_record
from protocolkit.paper.docx.sideways import turn_pages
from protocolkit.paper.docx.text_runs import Story
from protocolkit.paper.redline.make_redline import make_redline
from protocolkit.paper.redline.passages import (
    Redline,
)
from protocolkit.paper.redline.proof import Text, differing
from protocolkit.paper.redline.revisions import Choice
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.summary import cover_of, faced, summary_of
from protocolkit.paper.redline.summary_pages import summary_elements
from protocolkit.paper.redline.writer import RedlineWriter

REDLINE_UNPROVEN = error(
    "redline-unproven",
    "A Word redline could not be proved",
    "the redline is not written: when all changes are {done}, it would not be the {version}; "
    "it goes wrong at '{words}'.",
    "Make the redline as PDF or HTML, and report this with both versions: it is a bug.",
)


def word_redline(
    changes: ChangeSet,
    translate: Translate,
    signature: Signature,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    numbers: Mapping[str, int] | None = None,
    is_proved: bool = True,
) -> bytes:
    """Return a redline as a Word file, with tracked insertions and deletions.

    Cover, contents, running lines, record and properties are the new version's; ``numbers`` are
    the pages in the contents, by anchor, which name none without them. What moved is a
    deletion and an insertion when it cannot be proved as a move. Raises :class:`ProtocolkitError`
    when it cannot be proved at all that accepting everything gives the new version and rejecting it
    the old one; ``is_proved`` False leaves that out, to time it.
    """
    old, new = (cover_of(one, translate, language) for one in (changes.old, changes.new))
    face, cover = faced(changes), old if changes.new.is_nothing else new
    summary = summary_of(changes, signature, translate, language)
    fault: Problem | None = None
    for has_moves in (True, False):
        file = begin_file(
            *(face, cover, translate),
            language=language,
            project=project,
            pages=lambda *_: summary_elements(summary, translate, has_pages=bool(numbers)),
            numbers=numbers,
        )
        redline = make_redline(changes, has_moves=has_moves)
        writer = RedlineWriter(file, redline, signature, translate)
        body = element("body", *writer.body())
        text = Text(body, writer.notes(body))
        if is_proved:
            fault = _fault(text, redline, file, translate)
        if fault is None:
            return _saved(file, writer, body, cover, changes, translate)
    assert fault is not None
    raise ProtocolkitError(fault)


def _saved(
    file: ProtocolFile,
    writer: RedlineWriter,
    body: Element,
    cover: Cover,
    changes: ChangeSet,
    translate: Translate,
) -> bytes:
    """Return the file with its text, comments, record and properties."""
    file.fill(list(body))
    turn_pages(file, cover, translate)
    writer.add_comments()
    add_record(file.document, Record(protocol=changes.new.protocol))
    set_properties(file.document, cover, faced(changes))
    return save(file.document)


def _fault(
    written: Text, redline: Redline, file: ProtocolFile, translate: Translate
) -> Problem | None:
    """Hold a redline to what we write for either version by itself."""
    old, new = redline.changes.old.protocol, redline.changes.new.protocol
    versions = {
        Choice.ACCEPT: (new, translate("taken over"), translate("new version")),
        Choice.REJECT: (old, translate("turned down"), translate("old version")),
    }
    for choice, (protocol, done, version) in versions.items():
        wanted = _written(protocol, file)
        if (found := differing(written, wanted, choice)) is not None:
            place = Location(redline.changes.new.path)
            return problem(REDLINE_UNPROVEN, place, done=done, version=version, words=found)
    return None


def _written(protocol: Protocol, file: ProtocolFile) -> Text:
    """Return what we write for one version by itself."""
    bookmarks = Bookmarks(protocol)
    story = Story(
        bookmarks=bookmarks,
        notes=Notes(protocol, bookmarks),
        lefts=file.story.lefts,
        relate=lambda _address: "rId0",
        spread=file.story.spread,
    )
    body = element("body", *body_elements(protocol, story, file.width))
    add_labels(body, protocol, bookmarks, story.lefts)
    inside = replace(story, is_notes=True)
    notes = (
        note_element(note, inside.notes.id_of(note.label), inside, file.width)
        for note in inside.notes.ordered
    )
    return Text(body, element("footnotes", *notes))
