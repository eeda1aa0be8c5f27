"""A was-wordt table as a Word file on its side, the head of the table on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.objects import Object
from protocolkit.changes.fact_rows import FactRow
from protocolkit.exchange.bookmark_names import bookmark_name
from protocolkit.exchange.record import RecordKind
from protocolkit.paper.docx.elements import (
    Element,
    Look,
    Setting,
    element,
    paragraph,
    run,
    style_paragraph,
    tab,
    text_content,
    text_run,
)
from protocolkit.paper.docx.landscape import (
    LANDSCAPE_WIDTH,
    landscape_document,
    landscape_file,
    table,
    table_row,
)
from protocolkit.paper.docx.own_words import mark_own_words
from protocolkit.paper.docx.package import address_relater
from protocolkit.paper.docx.text_runs import outside_address
from protocolkit.paper.house.room import spread
from protocolkit.paper.house.style import NEUTRAL, HouseStyle
from protocolkit.paper.redline.passages import State
from protocolkit.paper.was_wordt.inner_tables import with_inner_tables
from protocolkit.paper.was_wordt.sheet import Sheet
from protocolkit.paper.was_wordt.sheet_rows import CitedPlace, SheetRow
from protocolkit.paper.was_wordt.sides import Blocks

SIGN_STYLE = "ChangeSign"
"""The style of the words where a change begins and ends; hidden or shown, all are."""

_PLACE, _WHY = 2100, 3200
_STEP = 284
_Marks = tuple[tuple[str, dict[str, str]], ...]
_REMOVED: _Marks = (("strike", {}), ("color", {"val": "7A1710"}))
_ADDED: _Marks = (("color", {"val": "0D4A1C"}), ("u", {"val": "single"}))
_OPEN: _Marks = (("color", {"val": "7A4300"}),)
_FOLLOWED: _Marks = (("color", {"val": "0D4A1C"}), ("u", {"val": "dotted"}))


def was_wordt_docx(
    sheet: Sheet,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    has_signs: bool = True,
    style: HouseStyle = NEUTRAL,
) -> bytes:
    """Return a table as the bytes of a Word file, in a look; the same input gives the same bytes.

    ``has_signs`` tells whether words show where each change begins and ends.
    """
    document, body = landscape_document(
        sheet.standing, translate, language, style, running=sheet.title
    )
    sheet = with_inner_tables(sheet, spread(style))
    writer = _Writer(sheet, address_relater(document.part), has_signs=has_signs)
    body.append(style_paragraph("Title", sheet.title))
    if sheet.organisation:
        name = text_run(sheet.organisation, Look(strong=True))
        body.append(paragraph(Setting(style="BodyText"), [name]))
    body += [style_paragraph("BodyText", line) for line in (*sheet.sentences, *sheet.counts)]
    body += _facts(sheet)
    if sheet.rows:
        body.append(style_paragraph("Heading1", sheet.legend_heading))
        body += writer.legend()
        body.append(style_paragraph("Heading1", sheet.table_heading))
        body += writer.table()
    body += [style_paragraph("BodyText", line) for line in sheet.after]
    mark_own_words(body)
    return landscape_file(
        document, body, sheet.title, sheet.standing, language, kind=RecordKind.LEAFLET
    )


def _facts(sheet: Sheet) -> Iterator[Element]:
    if sheet.facts:
        yield style_paragraph("Heading1", sheet.facts_heading)
    for name, facts in sheet.facts:
        if name:
            yield style_paragraph("BodyText", name)
        rows = [(_fact(fact), True) for fact in facts]
        yield from _table(sheet.facts_head, rows, [LANDSCAPE_WIDTH // 3] * 3)


def _fact(fact: FactRow) -> list[list[Element]]:
    words = (fact.name, fact.old or "–", fact.new or "–")
    styles = ("TableQuestion", "TableText", "TableText")
    return [[style_paragraph(style, word)] for style, word in zip(styles, words, strict=True)]


def _table(
    heads: Sequence[str],
    rows: Iterable[tuple[Sequence[Sequence[Element]], bool]],
    widths: Sequence[int],
) -> list[Element]:
    """Return a table of rows, of which each says whether it stays on one page."""
    made = table(widths)
    head = [[style_paragraph("TableHeading", text)] for text in heads]
    made.append(table_row(head, widths, element("cantSplit"), element("tblHeader")))
    for cells, is_whole in rows:
        whole = [element("cantSplit")] if is_whole else []
        made.append(table_row(cells, widths, *whole))
    return [made, paragraph(Setting(style="AfterTable"))]


class _Writer:
    """Writes the cells; each place in the table has a bookmark, to which its texts can lead."""

    def __init__(self, sheet: Sheet, relate: Callable[[str], str], *, has_signs: bool) -> None:
        self._sheet, self._relate, self._has_signs = sheet, relate, has_signs
        self._numbers = count(1)

    def legend(self) -> Iterator[Element]:
        """Yield how each kind of change looks and is told."""
        for line in self._sheet.legend:
            example = _marked(line.example, line.state, Look())
            shown = [*self._sign(f"{line.begin} "), example, *self._sign(f" {line.end} ")]
            meaning = text_run(f" {line.meaning}")
            yield paragraph(Setting(style="List"), [text_run("•"), tab(), *shown, meaning])

    def table(self) -> list[Element]:
        """Return the table of all rows."""
        side = (LANDSCAPE_WIDTH - _PLACE - _WHY) // 2
        widths = [_PLACE, side, side, _WHY]
        rows = (([*self._cells(row)], row.is_short) for row in self._sheet.rows)
        return _table(self._sheet.heads, rows, widths)

    def _cells(self, row: SheetRow) -> Iterator[list[Element]]:
        yield [*self._place(row)]
        yield [*self._side(row.old, row.old_said)]
        yield [*self._side(row.new, row.new_said)]
        words = [style_paragraph("TableText", words) for words in row.reason]
        said = [_said(row.reason_said, is_open=row.is_open)] if row.reason_said else []
        yield [*words, *said] or [style_paragraph("TableText", "")]

    def _place(self, row: SheetRow) -> Iterator[Element]:
        marks = [self._bookmark(name) for name in row.names]
        begins, ends = [begin for begin, _ in marks], [end for _, end in marks]
        if row.whose:
            yield style_paragraph("TableQuestion", row.whose)
        place = [*begins, self._link(row.place, Look(strong=True)), *ends]
        yield paragraph(Setting(style="TableQuestion"), place)
        for was in row.was:
            yield paragraph(Setting(style="TableRemark"), [self._link(was, Look())])
        yield paragraph(Setting(style="TableText"), [text_run(row.kind, Look(strong=True))])
        yield from (style_paragraph("TableText", remark) for remark in row.remarks)

    def _bookmark(self, name: str) -> tuple[Element, Element]:
        number = next(self._numbers)
        begin = element("bookmarkStart", id=number, name=bookmark_name(name))
        return begin, element("bookmarkEnd", id=number)

    def _link(self, place: CitedPlace, look: Look) -> Element:
        address = outside_address(place.address) if place.address else None
        if address is None:
            return text_run(place.label, look)
        shown = text_run(place.label, Look(style="Hyperlink", strong=look.strong))
        return element("hyperlink", shown, r__id=self._relate(address))

    def _side(self, blocks: Blocks, said: str) -> Iterator[Element]:
        if said:
            yield _said(said)
        found: list[Any] = list(blocks)
        for block in found:
            if block["kind"] == "table":
                yield self._inner(block)
            else:
                depth = block["depth"]
                setting = Setting(style="TableText", left=depth * _STEP if depth else None)
                yield paragraph(setting, self._runs(block["runs"], is_strong=block["is_heading"]))
        # A cell ends with a paragraph.
        if found and found[-1]["kind"] == "table":
            yield paragraph(Setting(style="AfterTable"))

    def _inner(self, block: Any) -> Element:
        columns, widths = block["columns"], block["widths"]
        made = table(widths, is_small=block["is_small"])
        size = "Small" if block["is_small"] else ""
        for row in block["rows"]:
            style = f"{'TableHeading' if row['is_header'] else 'TableText'}{size}"
            cells = [[paragraph(Setting(style=style), self._runs(cell))] for cell in row["cells"]]
            cells += [[style_paragraph(style, "")] for _ in range(columns - len(cells))]
            made.append(table_row(cells, widths))
        return made

    def _runs(self, runs: Iterable[Any], *, is_strong: bool = False) -> Iterator[Element]:
        for found in runs:
            state, follows = found["state"], found["follows"]
            yield from self._sign(found["begin"])
            for piece in found["pieces"]:
                yield from self._sign(piece.get("said", ""))
                yield self._piece(piece, state, follows=follows, is_strong=is_strong)
            yield from self._sign(found["end"])

    def _piece(self, piece: Object, state: str, *, follows: bool, is_strong: bool) -> Element:
        if piece["kind"] == "break":
            return run([element("br")])
        if piece["kind"] == "note":
            return _raised(str(piece["label"]))
        address = str(piece["address"])
        look = Look(
            style="Hyperlink" if address else "",
            strong=bool(piece["strong"]) or is_strong,
            emphasised=bool(piece["emphasised"]),
        )
        made = _marked(str(piece["text"]), state, look, follows=follows)
        if address.startswith("#"):
            return element("hyperlink", made, anchor=bookmark_name(address[1:]))
        return element("hyperlink", made, r__id=self._relate(address)) if address else made

    def _sign(self, words: str) -> list[Element]:
        return [text_run(words, Look(style=SIGN_STYLE))] if words and self._has_signs else []


def _said(words: str, *, is_open: bool = False) -> Element:
    """Return what we say in a cell; what nobody filled in yet stands out."""
    made = text_run(words, Look(emphasised=True))
    return paragraph(Setting(style="TableText"), [_with(made, _OPEN) if is_open else made])


def _raised(label: str) -> Element:
    made = run(text_content(label))
    made.insert(0, element("rPr", element("vertAlign", val="superscript")))
    return made


def _marked(text: str, state: str, look: Look, *, follows: bool = False) -> Element:
    """Make a run that shows what happened to it without colour too."""
    return _with(text_run(text, look), _marks(state, follows=follows))


def _with(made: Element, marks: _Marks) -> Element:
    """Return a run with marks after how it looks."""
    if not marks:
        return made
    properties = next((child for child in made if child.tag.endswith("}rPr")), None)
    if properties is None:
        properties = element("rPr")
        made.insert(0, properties)
    properties.extend(element(tag, **values) for tag, values in marks)
    return made


def _marks(state: str, *, follows: bool) -> _Marks:
    if state == State.REMOVED.value:
        return _REMOVED
    if state == State.ADDED.value:
        return _FOLLOWED if follows else _ADDED
    return ()
