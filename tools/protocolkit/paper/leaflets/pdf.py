"""Short papers as a PDF file; how they look is in ``templates/typst/leaflet.typ``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import assert_never

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.objects import Object
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.house.style import NEUTRAL, HouseStyle
from protocolkit.paper.leaflets.fitting import fitted, rooms
from protocolkit.paper.leaflets.leaflet import (
    Grid,
    Heading,
    Leaflet,
    Leaflets,
    Part,
    Words,
    introducing,
)
from protocolkit.paper.pdf.compiling import compile_pdf
from protocolkit.paper.pdf.front import record_data
from protocolkit.paper.pdf.house import house_data
from protocolkit.paper.pdf.lines import Shown, may_break, shown
from protocolkit.paper.shared.columns import goes_on
from protocolkit.paper.shared.extras import language_data
from protocolkit.text.typeface import Face

_TEMPLATE = "leaflet.typ"
# How wide a word may be, in sizes of its letters: that of a heading is the largest but the title.
_ROOM, _TITLE_ROOM = 31.0, 22.0


def leaflets_pdf(
    papers: Leaflets,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    *,
    project: Path | None = None,
    location: Location,
    style: HouseStyle = NEUTRAL,
) -> bytes:
    """Return short papers as a PDF file, in a look; the same input gives the same bytes.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError`, at ``location``, when no valid file
    can be made.
    """
    printed = partial(shown, fonts=style.fonts)
    data = {
        "own_language": language_data(language),
        "title": printed(papers.title),
        "leaflets": [_leaflet(fitted(leaflet, style), printed) for leaflet in papers.leaflets],
        "record": record_data(Record(made=RecordKind.LEAFLET), translate),
        "page": translate("Page {page} of {total}"),
        "style": house_data(style),
    }
    return compile_pdf(_TEMPLATE, data, location, project=project, fonts=style.fonts)


def _leaflet(leaflet: Leaflet, printed: Shown) -> Object:
    return {
        "organisation": may_break(printed(leaflet.organisation), _ROOM, Face.BOLD),
        "title": may_break(printed(leaflet.title), _TITLE_ROOM, Face.BOLD),
        "standing": printed(leaflet.standing),
        "parts": [
            _part(part, printed, introduces=introduces)
            for part, introduces in zip(leaflet.parts, introducing(leaflet.parts), strict=True)
        ],
    }


def _part(part: Part, printed: Shown, *, introduces: bool) -> Object:
    match part:
        case Words():
            return {
                "kind": "words",
                "tone": part.tone.value,
                "lines": [may_break(line, _ROOM, Face.BOLD) for line in _lines(part.text, printed)],
                "sticky": introduces,
            }
        case Heading():
            return {"kind": "heading", "text": may_break(printed(part.text), _ROOM, Face.BOLD)}
        case Grid():
            return {
                "kind": "grid",
                "heads": [
                    may_break(printed(head), room, Face.BOLD)
                    for head, room in zip(part.heads, rooms(part), strict=True)
                ],
                "rows": [_row(part, row, printed) for row in part.rows],
                "shares": list(part.shares),
                "height": part.height,
                "names": part.has_names,
                "open": sorted(part.open_rows),
                "whole": [at for at, row in enumerate(part.rows) if not goes_on(row, rooms(part))],
                "landings": list(part.landings),
                "leads": {str(row): name for row, name in part.leads.items()},
            }
        case _:
            assert_never(part)


def _row(grid: Grid, row: Sequence[str], printed: Shown) -> list[list[str]]:
    """Return the cells of a row, in which a word wider than its column may break."""
    return [
        [may_break(line, room, Face.BOLD) for line in _lines(cell, printed)]
        for cell, room in zip(row, rooms(grid), strict=True)
    ]


def _lines(text: str, printed: Shown) -> list[str]:
    return [printed(line) for line in text.split("\n")]
