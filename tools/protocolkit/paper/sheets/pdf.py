"""Short papers as a PDF file; how they look is in ``templates/typst/sheet.typ``."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.pdf.compiling import compile_pdf
from protocolkit.paper.pdf.front import record_data
from protocolkit.paper.pdf.lines import Object, shown
from protocolkit.paper.shared.extras import language_data
from protocolkit.paper.sheets.sheet import Grid, Heading, Papers, Part, Sheet, Words

_TEMPLATE = "sheet.typ"


def sheets_pdf(
    papers: Papers,
    translate: Translate,
    language: str = DEFAULT_LANGUAGE,
    *,
    project: Path | None = None,
    location: Location,
) -> bytes:
    """Return short papers as a PDF file; the same input gives the same bytes.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError`, at ``location``, when no valid file
    can be made.
    """
    data = {
        "own_language": language_data(language),
        "title": shown(papers.title),
        "sheets": [_sheet(sheet) for sheet in papers.sheets],
        "record": record_data(Record(made=RecordKind.SHEET), translate),
        "page": translate("Page {page} of {total}"),
    }
    return compile_pdf(_TEMPLATE, data, location, project=project)


def _sheet(sheet: Sheet) -> Object:
    return {
        "organisation": shown(sheet.organisation),
        "title": shown(sheet.title),
        "standing": shown(sheet.standing),
        "parts": [_part(part) for part in sheet.parts],
    }


def _part(part: Part) -> Object:
    match part:
        case Words():
            return {"kind": "words", "tone": part.tone.value, "text": shown(part.text)}
        case Heading():
            return {"kind": "heading", "text": shown(part.text)}
        case Grid():
            return {
                "kind": "grid",
                "heads": [shown(head) for head in part.heads],
                "rows": [[shown(cell) for cell in row] for row in part.rows],
                "shares": list(part.shares),
                "height": part.height,
                "names": part.has_names,
            }
        case _:
            assert_never(part)
