"""A list of decisions: what each council that was asked decided, a row for each, back and forth."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from protocolkit.base.as_made import with_mark
from protocolkit.base.location import Location
from protocolkit.base.messages import Translate, mark
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.comparison.matrix_workbook import workbook_bytes, write_row
from protocolkit.decisions.codes import DECISION_UNKNOWN
from protocolkit.decisions.deciding import Ruling
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
from protocolkit.document.approvals import FITTING, Approval, Decision, Right

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

DECISION, DECIDED = mark("Decision"), mark("Decided on")
TALKED, PROOF = mark("Talked on"), mark("Proof")
_HEADS = (BODY, SECTION, RIGHT, DECISION, DECIDED, TALKED, PROOF)
_WIDTHS = (34, 16, 20, 34, 16, 16, 34)
# These need more than a row: changes to look at, or a version to keep.
_NOT_HERE = frozenset({Decision.GRANTED_WITH_CHANGES, Decision.EARLIER, Decision.ADOPTED})
_SAID = {"niet gegeven": Decision.WITHHELD}
_FORM = Form(
    heads=_HEADS,
    needed=(BODY, DECISION, DECIDED),
    counting=(DECISION,),
    before={},
    answers=frozenset({*_SAID, *(one.value for one in Decision)}),
)


def decision_workbook(asked: Iterable[Approval], translate: Translate) -> bytes:
    """Return a list as the bytes of an ``.xlsx`` file, with a row for each that is to decide."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(translate("Decisions"))
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E8EDF3"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, text)
        write_row(sheet, 0, [translate(name) for name in _HEADS], head)
        for number, entry in enumerate(asked, start=1):
            write_row(sheet, number, [entry.body, entry.section, entry.right.value], text)
        known = [one.value for one in Decision if _is_for_list(one)]
        offer(sheet, _HEADS.index(DECISION), known, translate(DECISION), translate)
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    return with_mark(workbook_bytes(translate("Decisions"), fill))


def _is_for_list(decision: Decision) -> bool:
    is_fitting = any(decision in fitting for fitting in FITTING.values())
    return (is_fitting or decision is Decision.ADJOURNED) and decision not in _NOT_HERE


def rulings_of(
    rows: Sequence[ListRow], name: str, translate: Translate, hidden: Collection[int], tell: Tell
) -> tuple[Ruling, ...]:
    """Return what the rows of a list decide; a row without a decision is left alone.

    ``hidden`` are columns that nobody sees; ``tell`` hears of columns that are not read. Raises
    :class:`ProtocolkitError` for all rows that cannot be used.
    """
    heads, first = heads_of(rows, _FORM, name, translate, hidden, tell)
    seen = seen_rows(rows[first:], heads, (DECISION,), name)
    found = all_of((partial(_ruling, row) for row in seen), name)
    if not found:
        raise ProtocolkitError(problem(LIST_EMPTY, Location(name)))
    return found


def _ruling(row: Row) -> Ruling:
    """Return what one row decides."""
    right = next((one for one in Right if one.value == row.said(RIGHT).casefold()), None)
    fitting = FITTING[right] | {Decision.ADJOURNED} if right else frozenset(Decision)
    known = [one for one in Decision if one in fitting and _is_for_list(one)]
    typed = row.said(DECISION).casefold()
    decision = _SAID.get(typed) or next((one for one in known if one.value == typed), None)
    if decision not in known or decision is None:
        names = ", ".join(one.value for one in known)
        values = {"right": row.said(RIGHT) or "–", "decision": row.said(DECISION), "known": names}
        raise ProtocolkitError(problem(DECISION_UNKNOWN, row.place, **values))
    proof = row.said(PROOF)
    return Ruling(
        body=row.text(BODY),
        section=row.said(SECTION) or None,
        right=right,
        decision=decision,
        day=row.day(DECIDED) or row.missing(DECIDED),
        talked=row.day(TALKED),
        proof=Path(proof) if proof else None,
        place=row.place,
    )
