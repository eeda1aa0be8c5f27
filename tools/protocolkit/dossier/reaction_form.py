"""A form to react on, a row for each clause and note: as a spreadsheet and as a Word file.

Of a proposal that changes an earlier text it has a row for each clause and note that goes too,
behind the one that it stood behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocolkit.base.messages import Translate
from protocolkit.changes.change_set import ChangeSet
from protocolkit.comparison.matrix_workbook import workbook_bytes, write_row
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable
from protocolkit.document.richtext import plain
from protocolkit.dossier.changed_clauses import ChangedClause, changed_clauses
from protocolkit.dossier.submitted import code_line
from protocolkit.exchange.paper_feet import REACTION_FORM
from protocolkit.exchange.reaction_columns import (
    FORM_FIELD,
    FORM_HOW,
    FORM_SENDER,
    FORM_TITLE,
    HEADS,
    Column,
    begin_of,
    form_rows,
    goes_label,
    note_rows,
    row_text,
)
from protocolkit.paper.leaflets.leaflet import Grid, Leaflet, Leaflets, Tone, Words

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_WIDTHS = (18, 70, 60, 26, 22)
Row = tuple[str, str, str]
"""A row of the form: the label of a clause, its text and its anchor."""


def reaction_leaflet(
    protocol: Protocol, changes: ChangeSet | None, translate: Translate
) -> Leaflets:
    """Return the form as a paper: what a clause is called, how it begins, and room for a remark."""
    rows = tuple(
        (label, begin_of(text), "", "") for label, text, _ in _rows(protocol, changes, translate)
    )
    form = Leaflet(
        organisation=protocol.facts.organisation.name,
        title=translate(FORM_TITLE),
        standing=translate(REACTION_FORM),
        parts=(
            Words(text=plain(protocol.title), tone=Tone.NOTICE),
            Words(text=translate(FORM_HOW)),
            Words(text=_code(protocol, translate), tone=Tone.SMALL),
            Grid(
                heads=(translate(FORM_SENDER), translate(FORM_FIELD)),
                rows=((translate(Column.WHOM.value), ""),),
                shares=(3, 7),
                has_names=True,
            ),
            Grid(
                heads=tuple(map(translate, HEADS[:4])),
                rows=rows,
                shares=(3, 7, 7, 3),
                has_names=True,
            ),
        ),
    )
    return Leaflets(title=f"{translate(FORM_TITLE)}: {plain(protocol.title)}", leaflets=(form,))


def _rows(protocol: Protocol, changes: ChangeSet | None, translate: Translate) -> Iterator[Row]:
    """Yield the rows of a form in the order of the text."""
    changed = changed_clauses(protocol, changes)
    behind = _behind(protocol, changes, changed)
    yield from _gone(behind[""], translate)
    for row in (*form_rows(protocol), *note_rows(protocol)):
        yield row
        yield from _gone(behind[row[2]], translate)


def _gone(found: list[ChangedClause], translate: Translate) -> Iterator[Row]:
    for one in found:
        text, anchor = one.stands[0]
        yield goes_label(one.label, translate), row_text(text.items[anchor]), ""


def _behind(
    protocol: Protocol, changes: ChangeSet | None, changed: tuple[ChangedClause, ...]
) -> dict[str, list[ChangedClause]]:
    """Return by the anchor of a clause that stays what goes behind it; at "" before the first."""
    found: dict[str, list[ChangedClause]] = defaultdict(list)
    if changes is None:
        return found
    gone = {one.anchor: one for one in changed if one.stands[0][0].protocol is not protocol}
    stays = {item.anchor for item in addressable(protocol)}
    here = ""
    for pair in changes.pairs:
        if pair.new is not None:
            here = pair.new.anchor if pair.new.anchor in stays else here
        elif pair.old is not None and pair.old.anchor in gone:
            found[here].append(gone.pop(pair.old.anchor))
    return found


def reaction_workbook(protocol: Protocol, changes: ChangeSet | None, translate: Translate) -> bytes:
    """Return the form as the bytes of an ``.xlsx`` file; no text in it can become a formula."""
    title = f"{translate(FORM_TITLE)}: {plain(protocol.title)}"
    rows = tuple(_rows(protocol, changes, translate))

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(translate("Remarks"))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E8EDF3"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        write_row(sheet, 0, [translate(name) for name in HEADS], head)
        for number, (label, text, anchor) in enumerate(rows, start=1):
            write_row(sheet, number, [label, text, "", "", anchor], wrapped)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{_code(protocol, translate)}")

    return workbook_bytes(title, fill)


def _code(protocol: Protocol, translate: Translate) -> str:
    return code_line(protocol, translate)
