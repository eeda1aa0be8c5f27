"""What the Typst template receives: one protocol as plain data, in reading order.

The template decides how things look; here is decided what there is: which adjacent clauses are
one list, which mark of a note comes first, which links lead somewhere. Nothing in it is markup.

Rich text is a list of strings and of objects with a ``kind``: ``emphasis``, ``strong``,
``link`` (``address``), ``jump`` (``anchor``), ``mark`` (``anchor`` and ``label`` of the note,
``role``: ``first``, ``again`` or ``loose``), ``open`` (a blank that nobody
filled in) and ``break``.

Blocks and parts are objects with a ``kind``: ``section``, ``clause``, ``list``, ``paragraph``
and ``table``. A paragraph ``leads`` when it announces what follows, a section is ``noted``
when its heading calls a note and ``entry`` is its line in the table of contents, a table's
header ``repeats`` on every page unless something in it can be clicked, which PDF/UA forbids.
The ``label`` of a clause is how it is cited, ``""`` when its marker says that already; ``school``
is what a school did to a clause or note of its board's (``full`` and ``short``), None otherwise;
a clause or list that is set off has a ``look``.

Read in order, the strings of ``title``, ``body`` and ``notes`` are the protocol's word sequence
(words.md); keys other than ``marker`` and ``content`` carry no words. The ``record`` is no part of
what is printed: it is a file inside the file.
"""

from __future__ import annotations

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.objects import Object
from protocolkit.document.cover import MADE_BY, Cover
from protocolkit.document.model import Protocol
from protocolkit.document.outline import called_notes
from protocolkit.paper.house.room import contents_rooms, spread, text_width
from protocolkit.paper.house.style import NEUTRAL, HouseStyle
from protocolkit.paper.pdf.body import BodyWriter
from protocolkit.paper.pdf.front import (
    cover_data,
    document_name,
    head_data,
    labels_data,
    record_data,
    style_data,
)
from protocolkit.paper.pdf.lines import in_room
from protocolkit.paper.pdf.set_off import with_looks
from protocolkit.paper.shared.contents import DEEPEST_LINE, contents_lines, contents_place
from protocolkit.paper.shared.extras import NO_EXTRAS, TEXT_LANGUAGE, Extras, language_data
from protocolkit.text.typeface import Face

# Twips: the letters of the title above the text.
_TITLE = 420


def typst_data(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    style: HouseStyle = NEUTRAL,
    extras: Extras = NO_EXTRAS,
) -> Object:
    """Return everything that the template prints, as JSON-able values in reading order.

    ``title`` is empty when the title is not the board's own: it then stands on the cover alone.
    The notes stand in the order of words.md; a note is ``loose`` when no printed mark calls it.
    Every ``anchor`` is ``""`` or unique. ``contents`` is how deep the table of contents goes,
    ``contents_rooms`` how much room numbers have at each depth, in twips, and ``contents_place``
    where it stands, ``""`` for none. ``language`` is that of our own words; the
    text is Dutch.
    """
    lines = contents_lines(protocol)
    title = () if protocol.facts.title_supplied else protocol.title
    writer = BodyWriter(protocol, translate, text_width(style), spread(style), style.fonts)
    room = text_width(style) / _TITLE
    return {
        "text_language": language_data(TEXT_LANGUAGE),
        "own_language": language_data(language),
        "keywords": [word for word in (MADE_BY, cover.fingerprint) if word],
        "name": document_name(cover, protocol.slug),
        "head": head_data(cover, style),
        "labels": labels_data(translate),
        "style": style_data(style, cover, translate),
        "cover": cover_data(cover, translate, style),
        "contents": DEEPEST_LINE if lines else 0,
        "contents_rooms": list(contents_rooms(style, lines).rooms),
        "contents_place": contents_place(protocol, cover, has_logo=style.logo is not None).value,
        "title": in_room(writer.content(title), room, Face.BOLD, spread(style)),
        "body": with_looks(writer.parts(protocol.parts, 1), extras),
        "notes": [writer.note(note) for note in called_notes(protocol)],
        "record": record_data(extras.record_of(protocol), translate),
    }
