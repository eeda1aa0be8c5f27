"""The comparison of a subject as a PDF file: tables on pages that lie on their side.

What is printed comes from :mod:`protocolkit.paper.shared.comparison`, how it looks from
``templates/typst/matrix.typ``.
"""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.objects import Object
from protocolkit.exchange.record import Record, RecordKind
from protocolkit.paper.pdf.compiling import compile_pdf
from protocolkit.paper.pdf.front import record_data
from protocolkit.paper.pdf.known_kinds import names
from protocolkit.paper.pdf.lines import shown, web_address, wrapped
from protocolkit.paper.pdf.page_numbers import queried_pages
from protocolkit.paper.shared.comparison import (
    ComparisonPaper,
    Head,
    Question,
    Strip,
    is_short,
    tables_of,
)
from protocolkit.paper.shared.comparison_cells import Box
from protocolkit.paper.shared.extras import TEXT_LANGUAGE, language_data

_TEMPLATE = "matrix.typ"
# How many signs of a string without an end surely fit in the narrowest column.
_LONGEST_PIECE = 20


def matrix_pdf(
    paper: ComparisonPaper,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    site: str = "",
    project: Path | None = None,
    location: Location,
) -> bytes:
    """Return a comparison as a PDF file; the same input gives the same bytes.

    ``site`` is the address of the website, to which clauses then lead; without one nothing is a
    link. Raises :class:`ProtocolkitError`, at ``location``, when no valid file can be made.
    """
    data = _as_known(comparison_data(paper, translate, language=language, site=site), project)
    return compile_pdf(_TEMPLATE, data, location, project=project)


def theme_pages(
    paper: ComparisonPaper,
    translate: Translate,
    *,
    language: str,
    site: str,
    project: Path | None,
) -> tuple[int, ...]:
    """Return on which page of the PDF each theme begins; nothing when it cannot be laid out."""
    data = _as_known(comparison_data(paper, translate, language=language, site=site), project)
    return tuple(int(str(page)) for page in queried_pages(_TEMPLATE, data, project))


def _as_known(data: Object, project: Path | None) -> Object:
    """Return data that a template of the project prints wholly, also one of an earlier version.

    One that does not name what tells who has no column has it beside the first question.
    """
    if names(".missing", _TEMPLATE, project):
        return data
    themes = data["themes"]
    assert isinstance(themes, list)
    told = [{**one, "strips": [_told_beside(strip) for strip in one["strips"]]} for one in themes]
    return {**data, "themes": told}


def _told_beside(strip: Object) -> Object:
    missing, tables = strip["missing"], strip["tables"]
    assert isinstance(missing, list)
    assert isinstance(tables, list)
    if not missing:
        return strip
    (question, *others), *behind = tables
    first = {**question, "remark": " ".join(filter(None, (question["remark"], *missing)))}
    return {**strip, "tables": [[first, *others], *behind]}


def comparison_data(
    paper: ComparisonPaper, translate: Translate, *, language: str, site: str
) -> Object:
    """Return everything that the template prints, as JSON-able values in reading order.

    An ``address`` is ``""`` where nothing leads; a question ``breaks`` when its row may go on on
    the next page. The words of a clause are those of ``text``.
    """
    return {
        "text_language": language_data(TEXT_LANGUAGE),
        "own_language": language_data(language),
        "title": shown(paper.title),
        "explanation": [shown(line) for line in paper.explanation],
        "standing": shown(paper.standing),
        "documents": [
            {**_head(head), "address": _address(site, head.url)} for head in paper.documents
        ],
        "themes": [
            {"title": shown(theme.title), "strips": [_strip(found, site) for found in theme.strips]}
            for theme in paper.themes
        ],
        "record": record_data(Record(made=RecordKind.COMPARISON), translate),
        "labels": {
            "page": translate("Page {page} of {total}"),
            "contents": translate("Contents"),
            "documents": [
                translate("Organisation"),
                translate("Year, status"),
            ],
            "documents_heading": translate("Documents in this comparison"),
        },
    }


def _strip(strip: Strip, site: str) -> Object:
    return {
        "heads": [_head(head) for head in strip.heads],
        "missing": [shown(said) for said in strip.missing],
        "tables": [
            [_question(question, site) for question in questions] for questions in tables_of(strip)
        ],
    }


def _question(question: Question, site: str) -> Object:
    return {
        "title": shown(question.title),
        "remark": shown(question.remark),
        "breaks": not is_short(question),
        "boxes": [_box(box, site) for box in question.boxes],
    }


def _head(head: Head) -> Object:
    return {"name": shown(head.name), "standing": shown(head.standing)}


def _box(box: Box, site: str) -> Object:
    return {
        "said": shown(box.said),
        "more": shown(box.more),
        "lines": [
            {
                "label": shown(line.label),
                "remark": shown(line.remark),
                "text": wrapped(shown(line.text), _LONGEST_PIECE),
                "address": _address(site, line.url),
            }
            for line in box.lines
        ],
    }


def _address(site: str, url: str) -> str:
    return web_address(f"{site.rstrip('/')}/{url}") if site and url else ""
