"""A form to react on, a row for each clause: as a spreadsheet and as a Word file."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from protocolkit.base.messages import Translate, mark
from protocolkit.comparison.matrix_workbook import workbook_bytes, write_row
from protocolkit.document.fingerprints import check_code, protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.exchange.reaction_columns import FORM_STANDING, HEADS, begin_of, form_rows
from protocolkit.paper.leaflets.leaflet import Grid, Leaflet, Leaflets, Tone, Words

_TITLE = mark("Form for your remarks")
_WIDTHS = (18, 70, 60, 26, 22)


def reaction_leaflet(protocol: Protocol, translate: Translate) -> Leaflets:
    """Return the form as a paper: what a clause is called, how it begins, and room for a remark."""
    rows = tuple((label, begin_of(text), "") for label, text, _ in form_rows(protocol))
    how = translate(
        "Write your remark behind the clause, and say on behalf of whom: the council, a section or "
        "yourself. You may also put remarks in the margin of the Word file."
    )
    form = Leaflet(
        organisation=protocol.facts.organisation.name,
        title=translate(_TITLE),
        standing=translate(FORM_STANDING),
        parts=(
            Words(text=plain(protocol.title), tone=Tone.NOTICE),
            Words(text=how),
            Words(text=_code(protocol, translate), tone=Tone.SMALL),
            Grid(
                heads=tuple(map(translate, HEADS[:3])), rows=rows, shares=(3, 8, 8), has_names=True
            ),
        ),
    )
    return Leaflets(title=f"{translate(_TITLE)}: {plain(protocol.title)}", leaflets=(form,))


def reaction_workbook(protocol: Protocol, translate: Translate) -> bytes:
    """Return the form as the bytes of an ``.xlsx`` file; no text in it can become a formula."""
    title = f"{translate(_TITLE)}: {plain(protocol.title)}"

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet(translate("Remarks"))
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E8EDF3"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        write_row(sheet, 0, [translate(name) for name in HEADS], head)
        for number, (label, text, anchor) in enumerate(form_rows(protocol), start=1):
            write_row(sheet, number, [label, text, "", "", anchor], wrapped)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{_code(protocol, translate)}")

    return workbook_bytes(title, fill)


def _code(protocol: Protocol, translate: Translate) -> str:
    text = translate("This proposal is about the text with check code {code}.")
    return text.format(code=check_code(protocol_fingerprint(protocol)))
