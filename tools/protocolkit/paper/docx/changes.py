"""What changed between two versions as a Word file: a table with both texts, marked words in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.changes.change_list import MARKS_EXPLAINED, SAME_TEXT, ChangeList, Row
from protocolkit.changes.marked_lines import Lines, Run, Shade
from protocolkit.exchange.paper_feet import CHANGES
from protocolkit.paper.docx.elements import (
    Element,
    Setting,
    element,
    paragraph,
    run,
    style_paragraph,
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

_WHERE = 2600
_SHORT = 900
# Beside their colour the marks differ in line and weight, for who sees or prints no colour.
_MARKS = {
    Shade.GONE: (("strike", {}), ("color", {"val": "7A1710"})),
    Shade.COME: (("b", {}), ("color", {"val": "0D4A1C"}), ("u", {"val": "single"})),
    Shade.ALONG: (("i", {}), ("u", {"val": "dotted"})),
}


def changes_docx(
    found: ChangeList, translate: Translate, *, language: str = DEFAULT_LANGUAGE
) -> bytes:
    """Return a change set as the bytes of a Word file; the same input gives the same bytes."""
    standing = translate(CHANGES)
    document, body = landscape_document(standing, translate, language)
    body.append(style_paragraph("Title", found.title))
    for name, (path, fingerprint) in (("Before", found.old), ("Now", found.new)):
        shown = f"{path} ({fingerprint})" if fingerprint else path
        body.append(style_paragraph("BodyText", f"{translate(name)}: {shown}"))
    body += [style_paragraph("BodyText", line) for line in found.summary]
    sides = [translate("Before"), translate("Now")]
    if found.facts:
        body.append(style_paragraph("Heading1", translate("Facts, not counted")))
        rows = (
            [[style_paragraph("TableQuestion", fact.name)], _words(fact.old), _words(fact.new)]
            for fact in found.facts
        )
        body += _table([translate("Fact"), *sides], rows)
    if found.rows:
        body.append(style_paragraph("Heading1", translate("Clause by clause")))
        body.append(style_paragraph("BodyText", translate(MARKS_EXPLAINED)))
        body += _table(
            [translate("Where and what"), *sides],
            ([_where(row), list(_side(row.old)), list(_side(row.new))] for row in found.rows),
        )
    if found.numbers:
        body.append(style_paragraph("Heading1", translate(SAME_TEXT)))
        body += _table(
            sides, ([_words(number.old), _words(number.new)] for number in found.numbers), first=0
        )
    return landscape_file(document, body, found.title, standing, language)


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[list[Element]]], *, first: int = _WHERE
) -> list[Element]:
    """Return a table; its first column is as wide as asked, 0 for as wide as the others."""
    others = len(heads) - bool(first)
    width = (LANDSCAPE_WIDTH - first) // others
    widths = [*([first] if first else []), *[width] * others]
    made = table(widths)
    head = [[style_paragraph("TableHeading", text)] for text in heads]
    made.append(table_row(head, widths, element("cantSplit"), element("tblHeader")))
    for cells in rows:
        # A row that fits on half a page is not broken over two.
        letters = max(sum(len("".join(p.itertext())) for p in cell) for cell in cells)
        whole = [element("cantSplit")] if letters <= _SHORT else []
        made.append(table_row(cells, widths, *whole))
    return [made, paragraph(Setting(style="AfterTable"))]


def _where(row: Row) -> list[Element]:
    what = f"{row.what} ({row.remark})" if row.remark else row.what
    return [style_paragraph("TableQuestion", row.place), style_paragraph("TableRemark", what)]


def _words(text: str) -> list[Element]:
    return [style_paragraph("TableText", text or "–")]


def _side(lines: Lines) -> Iterator[Element]:
    if not lines:
        yield from _words("")
    for line in lines:
        yield paragraph(Setting(style="TableText"), [_run(found) for found in line])


def _run(found: Run) -> Element:
    if found.shade is Shade.SAME:
        return text_run(found.text)
    made = run(text_content(found.text))
    marks = (element(tag, **values) for tag, values in _MARKS[found.shade])
    made.insert(0, element("rPr", *marks))
    return made
