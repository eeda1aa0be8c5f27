"""A redline as a PDF file, tagged, by the template ``redline.typ``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.objects import Object
from protocolkit.changes.change_set import ChangeSet
from protocolkit.document.cover import MADE_BY, Cover, whole_title
from protocolkit.document.model import Protocol
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.house.fonts import Fonts
from protocolkit.paper.house.room import contents_rooms, spread, text_width
from protocolkit.paper.house.style import HouseStyle, house_style_of
from protocolkit.paper.pdf.compiling import compile_pdf
from protocolkit.paper.pdf.front import cover_data, head_data, labels_data, record_data, style_data
from protocolkit.paper.pdf.house import house_data
from protocolkit.paper.pdf.lines import in_margin, may_break, shown
from protocolkit.paper.pdf.page_numbers import queried_pages
from protocolkit.paper.redline.blocks import Blocks
from protocolkit.paper.redline.paper_lines import with_lines
from protocolkit.paper.redline.paper_tables import with_columns
from protocolkit.paper.redline.shown_text import ShownText, shown_text
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.summary import face_cover, faced, summary_of
from protocolkit.paper.shared.contents import contents_lines, contents_place
from protocolkit.paper.shared.extras import TEXT_LANGUAGE, language_data, own_date
from protocolkit.text.typeface import Face

_TEMPLATE = "redline.typ"
# How wide a word may be, in sizes of its letters: that of a heading is the largest but the title's.
_ROOM, _TITLE_ROOM = 24.5, 19.0
# Names of places, addresses and states are no words of a page.
_UNSHOWN = frozenset(
    {"kind", "state", "names", "name", "goal", "address", "style", "colour", "lang", "region"}
)


def pdf_redline(
    changes: ChangeSet,
    translate: Translate,
    signature: Signature,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    has_signs: bool = True,
) -> bytes:
    """Return a redline as a PDF file.

    ``has_signs`` tells whether words show where each change begins and ends. Raises
    :class:`ProtocolkitError` when no valid file can be made.
    """
    protocol = faced(changes)
    style = house_style_of(project, protocol)
    data = _data(changes, translate, signature, style, language, has_signs=has_signs)
    dated = _day(signature.day) or own_date(protocol)
    place = protocol.location
    return compile_pdf(_TEMPLATE, data, place, project=project, dated=dated, fonts=style.fonts)


def redline_pages(
    changes: ChangeSet,
    translate: Translate,
    signature: Signature,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None,
) -> Mapping[str, int]:
    """Return the page of each heading by its anchor, and under ``""`` how many there are.

    Those of the PDF, for the contents in Word. Nothing when it has none, or cannot be laid out.
    """
    style = house_style_of(project, faced(changes))
    if not contents_lines(faced(changes)):
        return {}
    data = _data(changes, translate, signature, style, language, has_signs=False)
    return dict(queried_pages(_TEMPLATE, data, project, style.fonts))


def _data(
    changes: ChangeSet,
    translate: Translate,
    signature: Signature,
    style: HouseStyle,
    language: str,
    *,
    has_signs: bool,
) -> Object:
    """Return what the template prints."""
    text = shown_text(changes, translate, signature.author)
    protocol = faced(changes)
    cover = face_cover(changes, translate, language)
    document = {
        "text_language": language_data(TEXT_LANGUAGE),
        "own_language": language_data(language),
        "made_by": MADE_BY,
        "style": house_data(style),
        "signs": has_signs,
        "title": whole_title(cover),
        "organisation": cover.organisation,
        "standing": cover.standing,
        "page": translate("Page {page} of {total}"),
        "summary": asdict(summary_of(changes, signature, translate, language)),
        "legend_heading": translate("How to read this version"),
        "notes_heading": translate("Notes"),
        **_contents(protocol, cover, style),
        **_set_text(text, style),
    }
    return {
        **_shown(document, style.fonts),
        "front": _front(cover, style, translate, language),
        "record": record_data(Record(made=RecordKind.LEAFLET), translate),
    }


def _contents(protocol: Protocol, cover: Cover, style: HouseStyle) -> Object:
    """Return the table of contents, and where it stands: the same as in Word."""
    lines = [
        {"depth": one.depth, "marker": one.marker, "title": one.title, "goal": one.anchor}
        for one in contents_lines(protocol)
    ]
    place = contents_place(protocol, cover, has_logo=style.logo is not None)
    rooms = contents_rooms(style, contents_lines(protocol)).rooms
    return {"contents": lines, "contents_place": place.value, "contents_rooms": list(rooms)}


def _front(cover: Cover, style: HouseStyle, translate: Translate, language: str) -> Object:
    """Return what the cover is made of: that of the text."""
    return {
        "own_language": language_data(language),
        "title": [cover.title],
        "head": head_data(cover, style),
        "labels": labels_data(translate),
        "style": style_data(style, cover, translate),
        "cover": cover_data(cover, translate, style),
    }


def _set_text(text: ShownText, style: HouseStyle) -> Object:
    """Return the text, its notes and how to read them; tables are set by a look."""

    def set_blocks(blocks: object, *, may_turn: bool) -> Blocks:
        assert isinstance(blocks, list)
        return with_columns(with_lines(blocks), text_width(style), spread(style), may_turn=may_turn)

    notes = [{**one, "blocks": set_blocks(one["blocks"], may_turn=False)} for one in text.notes]
    legend = [asdict(line) for line in text.legend]
    return {"blocks": set_blocks(text.blocks, may_turn=True), "notes": notes, "legend": legend}


def _day(day: str) -> datetime | None:
    return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC) if day else None


def _shown(value: Object, fonts: Fonts) -> Object:
    """Return data as a page shows it, with the names of signs that no font has."""

    def told(inner: object, room: float = _ROOM) -> object:
        if isinstance(inner, str):
            return may_break(shown(inner, fonts), room, Face.BOLD)
        if isinstance(inner, dict):
            room = _TITLE_ROOM if inner.get("level") == 1 else room
            made = {key: v if key in _UNSHOWN else told(v, room) for key, v in inner.items()}
            if "label" in made and made["kind"] != "note":
                made["label"] = in_margin(str(made["label"]))
            return made
        return [told(one, room) for one in inner] if isinstance(inner, list | tuple) else inner

    rooms = {"title": _TITLE_ROOM}
    return {
        key: v if key in _UNSHOWN else told(v, rooms.get(key, _ROOM)) for key, v in value.items()
    }
