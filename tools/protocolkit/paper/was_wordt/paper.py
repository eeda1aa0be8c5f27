"""A was-wordt table as a PDF file, tagged, by the template ``was-wordt.typ``."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.objects import Object
from protocolkit.document.cover import MADE_BY
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.house.fonts import Fonts
from protocolkit.paper.house.room import spread
from protocolkit.paper.house.style import NEUTRAL, HouseStyle
from protocolkit.paper.pdf.compiling import compile_pdf
from protocolkit.paper.pdf.front import record_data
from protocolkit.paper.pdf.house import house_data
from protocolkit.paper.pdf.lines import may_break, shown, web_address
from protocolkit.paper.shared.extras import TEXT_LANGUAGE, language_data
from protocolkit.paper.was_wordt.inner_tables import with_inner_tables
from protocolkit.paper.was_wordt.sheet import Sheet
from protocolkit.text.typeface import Face

_TEMPLATE = "was-wordt.typ"
# Names of places, addresses and states are no words of a page.
_UNSHOWN = frozenset({"kind", "state", "names", "goal", "address"})
# How wide a word may be, in sizes of its letters: in a column with a text, and in the others.
_ROOM = 22.0
_NARROW = {"label": 9.5, "whose": 9.5, "remarks": 9.5, "reason": 15.0}


def was_wordt_pdf(
    sheet: Sheet,
    translate: Translate,
    location: Location,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    has_signs: bool = True,
    style: HouseStyle = NEUTRAL,
) -> bytes:
    """Return a table as a PDF file, in a look; the same input gives the same bytes.

    ``has_signs`` tells whether words show where each change begins and ends. Raises
    :class:`ProtocolkitError`, at ``location``, when no valid file can be made.
    """
    sheet = with_inner_tables(sheet, spread(style))
    printed = _shown(asdict(sheet), style.fonts)
    assert isinstance(printed, dict)
    document = {
        "text_language": language_data(TEXT_LANGUAGE),
        "own_language": language_data(language),
        "made_by": MADE_BY,
        "signs": has_signs,
        "style": house_data(style),
        "page": translate("Page {page} of {total}"),
        "record": record_data(Record(made=RecordKind.LEAFLET), translate),
        **printed,
        "rows": [
            {**_row(row), "breaks": not own.is_short}
            for row, own in zip(printed["rows"], sheet.rows, strict=True)
        ],
    }
    return compile_pdf(_TEMPLATE, document, location, project=project, fonts=style.fonts)


def _row(row: Object) -> Object:
    """Return a row in which ``kind`` is a word that is printed, and addresses may be opened."""
    made = {key: value for key, value in row.items() if key != "kind"}
    was = made["was"]
    assert isinstance(was, list)
    linked = {"place": _linked(made["place"]), "was": [_linked(place) for place in was]}
    return {**made, **linked, "becomes": row["kind"]}


def _linked(place: object) -> Object:
    assert isinstance(place, dict)
    return {**place, "address": web_address(str(place["address"]))}


def _shown(value: object, fonts: Fonts, key: str = "") -> object:
    """Return data as a page shows it, with the names of signs that no font has."""
    if isinstance(value, str):
        room = _NARROW.get(key, _ROOM)
        return value if key in _UNSHOWN else may_break(shown(value, fonts), room, Face.BOLD)
    if isinstance(value, dict):
        return {name: _shown(inner, fonts, name) for name, inner in value.items()}
    return (
        [_shown(inner, fonts, key) for inner in value] if isinstance(value, list | tuple) else value
    )
