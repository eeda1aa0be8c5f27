"""A mailing list (verzendlijst): many councils in one spreadsheet, a row for each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from protocolkit.base.as_made import with_mark
from protocolkit.base.location import Location
from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.comparison.matrix_workbook import workbook_bytes, write_row
from protocolkit.decisions.known_councils import entries_of
from protocolkit.decisions.list_heads import Form, Tell, heads_of
from protocolkit.decisions.list_rows import (
    BODY,
    LIST_EMPTY,
    RIGHT,
    SECTION,
    ListRow,
    Row,
    all_of,
    offer,
    seen_rows,
)
from protocolkit.decisions.submitting import Request
from protocolkit.document.adoptions import each_once
from protocolkit.document.agreed_schools import lacks_schools
from protocolkit.document.approvals import Approval, Right, is_about, is_adoption
from protocolkit.document.bodies import OF_SOME_SCHOOLS, kind_of_body
from protocolkit.document.council_sections import SECTIONS
from protocolkit.document.decided_text import asked_of, latest
from protocolkit.document.model import Protocol
from protocolkit.text.name_form import folded

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

LIST_TWICE = error(
    "list-twice",
    "A mailing list has a council twice",
    "row {row}: '{body}' is asked for the same ({right}) as in row {first}. Nothing was submitted.",
    "Remove one of these two rows.",
)

_SENT, _BEFORE = mark("Submitted on"), mark("Answer at the latest on")
_MEETING = mark("Meeting on")
_GROUND, _SCHOOLS = mark("Ground"), mark("Schools")
_HOLIDAYS = mark("Holidays, by its rules")
_SHARED = mark("May be shown to those it speaks for")
HEADS = (
    BODY,
    SECTION,
    RIGHT,
    _SENT,
    _MEETING,
    _BEFORE,
    _GROUND,
    _SCHOOLS,
    _SHARED,
    _HOLIDAYS,
)
_OFFERED = {
    SECTION: tuple(sorted(SECTIONS)),
    RIGHT: (Right.CONSENT.value, Right.ADVICE.value, Right.INFORMATION.value),
    _SHARED: ("ja", "nee"),
}
_WIDTHS = (34, 16, 16, 16, 16, 24, 34, 40, 30, 30)
# How lists had that head before: a slip.
_RIGHT_BEFORE = "rechts"
_FORM = Form(
    heads=HEADS,
    needed=(BODY, RIGHT, _SENT, _BEFORE),
    counting=HEADS,
    before={_RIGHT_BEFORE: RIGHT},
    answers=frozenset(right.value for right in Right),
)


def known_councils(protocol: Protocol, others: Iterable[Protocol]) -> tuple[Approval, ...]:
    """Return a row for each council that is known, and for each school that has none.

    That is whom this text was submitted to before, else whom other texts of its organisation were.
    """
    every = tuple(others)
    known = entries_of(protocol.facts, every)
    over = {folded(one.body) for one in known if one.ended.date}
    asked = [o for o in latest(protocol) if o.sent and folded(o.body) not in over]
    if not asked:
        own = protocol.facts.organisation.name
        same = (one for one in every if one.facts.organisation.name == own)
        told = (one for other in same for one in latest(other))
        kept = [o for o in told if o.sent and folded(o.body) not in over and not is_adoption(o)]
        asked = [_bare(one) for one in {asked_of(one)[:2]: one for one in kept}.values()]
    asked = [one if _is_of_some(one) else replace(one, schools=()) for one in asked]
    is_wide = any(not one.schools and not lacks_schools(protocol.facts, one) for one in asked)
    meant = () if is_wide else each_once(protocol.facts.applies_to)
    still = (school for school in meant if not any(is_about(one, school) for one in asked))
    return (*asked, *(Approval(body="", right=Right.CONSENT, schools=(one,)) for one in still))


def _is_of_some(entry: Approval) -> bool:
    """Tell whether a council is of some schools, so that which these are has to be known."""
    return kind_of_body(entry.body) in OF_SOME_SCHOOLS


def _bare(entry: Approval) -> Approval:
    """Return whom a text was submitted to, without the days of that."""
    return Approval(
        body=entry.body, section=entry.section, right=entry.right, schools=entry.schools
    )


def list_workbook(entries: Iterable[Approval], translate: Translate) -> bytes:
    """Return a mailing list as the bytes of an ``.xlsx`` file, with these councils in it."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(translate("Mailing list"))
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E8EDF3"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, text)
        write_row(sheet, 0, [translate(name) for name in HEADS], head)
        for number, entry in enumerate(entries, start=1):
            write_row(sheet, number, _cells(entry), text)
        for name, known in _OFFERED.items():
            offer(sheet, HEADS.index(name), known, translate(name), translate)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    return with_mark(workbook_bytes(translate("Mailing list"), fill))


def _cells(entry: Approval) -> list[str]:
    return [
        entry.body,
        entry.section,
        entry.right.value,
        entry.sent,
        entry.meeting,
        entry.before,
        entry.ground,
        "; ".join(entry.schools),
        "ja" if entry.shared else "nee",
        entry.holidays,
    ]


def requests_of(
    rows: Sequence[ListRow], name: str, translate: Translate, hidden: Collection[int], tell: Tell
) -> tuple[Request, ...]:
    """Return what the rows of a mailing list ask.

    ``hidden`` are columns that nobody sees; ``tell`` hears of columns that are not read.
    Raises :class:`ProtocolkitError` with the row for what cannot be used.
    """
    heads, first = heads_of(rows, _FORM, name, translate, hidden, tell)
    seen = seen_rows(rows[first:], heads, HEADS, name)
    found = all_of((partial(_request, row) for row in seen), name)
    if not found:
        raise ProtocolkitError(problem(LIST_EMPTY, Location(name)))
    _refuse_twice(found)
    return found


def _refuse_twice(found: Iterable[Request]) -> None:
    """Raise when two rows ask the same of one council."""
    seen: dict[object, Request] = {}
    for one in found:
        asked = asked_of(Approval(body=one.body, section=one.section, right=one.right))
        if (first := seen.setdefault(asked, one)) is not one:
            rows = {"row": str(one.place.line), "first": str(first.place.line)}
            values = {"body": one.body, "right": one.right.value, **rows}
            raise ProtocolkitError(problem(LIST_TWICE, one.place, **values))


def _request(row: Row) -> Request:
    """Return what a row asks; who is only informed owes no answer."""
    right, before = row.right(), row.day(_BEFORE)
    if not before and right is not Right.INFORMATION:
        row.missing(_BEFORE)
    return Request(
        body=row.text(BODY),
        section=row.said(SECTION),
        right=right,
        sent=row.day(_SENT) or row.missing(_SENT),
        meeting=row.day(_MEETING),
        before=before,
        holidays=row.said(_HOLIDAYS),
        ground=row.said(_GROUND),
        schools=tuple(s.strip() for s in row.said(_SCHOOLS).split(";") if s.strip()),
        shared=row.flag(_SHARED),
        place=row.place,
    )
