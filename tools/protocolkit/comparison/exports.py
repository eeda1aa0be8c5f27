"""The matrix for other programs: as CSV, and the parts of it that the JSON is made of."""

from __future__ import annotations

import csv
import io
import re

from protocolkit.base.messages import Translate, mark
from protocolkit.base.objects import Object
from protocolkit.comparison.concordance import Topic
from protocolkit.comparison.matrix import Cell, CellClause, Column, Matrix, Presence
from protocolkit.document.approval_lines import print_date
from protocolkit.document.place import Place
from protocolkit.document.status_words import status_name

PRESENCE_TEXT = {
    Presence.PRESENT: mark("present"),
    Presence.ELSEWHERE: mark("elsewhere in this document"),
    Presence.NOT_FOUND: mark("not found in this document"),
    Presence.UNKNOWN: mark("source incomplete"),
}

PROPOSED_TEXT = mark("proposal, not yet checked")

RENDERINGS = mark(
    "This is an overview for comparing. The official texts are those of the documents themselves; "
    "they may have been replaced."
)

EXPLANATION = (
    mark("Each row is a question, each column the protocol of one organisation."),
    mark("A cell shows the clauses that answer the question, word for word, after their number."),
    mark("not found in this document: the organisation may have arranged it elsewhere."),
    mark("source incomplete: the document breaks off; nobody knows whether more followed."),
    mark("elsewhere in this document: only in a note, an explanation or guidance."),
)
"""How a comparison reads, for every file that people open."""

# A cell that begins so can run as a formula in a spreadsheet; a program that takes another
# separator begins a cell behind it.
_LIVE_START = re.compile(r"[=+\-@\t\r\n|%]")
_LIVE_BEHIND = re.compile(r"([,;\t|\r\n])(?=[=+\-@])")


def matrix_csv(matrix: Matrix, translate: Translate, *, separator: str = ",") -> str:
    """Return the matrix as CSV: a row per topic, a column per organisation.

    No cell can become a formula, whatever separator a program takes: what could, at the start of a
    cell or behind a sign that may part cells, is preceded by an apostrophe.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    names = [column_heading(column, translate) for column in matrix.columns]
    head = [translate("Topic"), translate("For whom"), translate("Kind of text")]
    writer.writerow([_safe(text) for text in (*head, *names)])
    for row in matrix.rows:
        topic = row.topic
        texts = [cell_text(cell, translate) for cell in row.cells]
        line = [topic.title, topic.audience.value, topic.kind.value, *texts]
        writer.writerow([_safe(text) for text in line])
    return stream.getvalue()


def column_heading(column: Column, translate: Translate) -> str:
    """Return a column's heading: the organisation with the year of its document."""
    return f"{column.name} ({column.year or translate('year unknown')})"


def column_standing(column: Column, translate: Translate) -> str:
    """Return year, status and first day, which stand under a name in every comparison."""
    parts = [column.year or translate("year unknown"), status_name(column.status, translate)]
    if column.holds_from:
        date = print_date(column.holds_from)
        parts.append(translate("holds from {date}").format(date=date))
    if not column.is_complete:
        parts.append(translate(PRESENCE_TEXT[Presence.UNKNOWN]))
    return ", ".join(parts)


def cell_text(cell: Cell, translate: Translate) -> str:
    """Return a cell in one text: each clause with its label, or what an empty cell says."""
    if not cell.clauses:
        return translate(PRESENCE_TEXT[cell.presence])
    texts = [_clause_line(clause, translate) for clause in cell.clauses]
    if cell.presence is Presence.ELSEWHERE:
        texts.insert(0, f"({translate(PRESENCE_TEXT[cell.presence])})")
    return "\n".join(texts)


def organisation_content(column: Column) -> Object:
    """Return what the JSON says of an organisation."""
    return {
        "slug": column.slug,
        "name": column.name,
        "year": column.year,
        "status": column.status.value,
        "complete": column.is_complete,
        "fingerprint": column.fingerprint,
        "url": column.url,
    }


def topic_content(topic: Topic) -> Object:
    """Return what the JSON says of a topic, without its cells."""
    return {
        "id": topic.id,
        "title": topic.title,
        "theme": topic.theme,
        "audience": topic.audience.value,
        "kind": topic.kind.value,
    }


def clause_content(clause: CellClause) -> Object:
    """Return what the JSON says of a clause in a cell."""
    return {
        "anchor": clause.place.anchor,
        "label": clause.label,
        "text": clause.text,
        "url": clause.url,
        "standing": clause.standing.value,
    }


def place_content(place: Place) -> Object:
    """Return what the JSON says of a place."""
    return {"organisation": place.organisation, "anchor": place.anchor}


def _clause_line(clause: CellClause, translate: Translate) -> str:
    name = clause.label
    if not clause.standing.is_decided:
        name = f"{name} ({translate(PROPOSED_TEXT)})"
    return f"{name}: {clause.lead_in} {clause.text}" if clause.lead_in else f"{name}: {clause.text}"


def _safe(text: str) -> str:
    start = "'" if _LIVE_START.match(text) else ""
    return start + _LIVE_BEHIND.sub(r"\1'", text)
