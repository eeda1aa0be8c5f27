"""PDFs with pages in columns, sideways, or two on one sheet: read as they are meant."""

from __future__ import annotations

import io
import itertools
import random
import re

import pikepdf
import pytest
import typst

from drawn_pdf import proved_pdf
from protocolkit.document.model import Table
from protocolkit.document.outline import clauses, protocol_tokens, sections
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.pdf.columns import find_columns
from protocolkit.importing.extract.pdf.places import Box
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source

_SENTENCE = (
    "De leerling bewaart zijn spullen in het kluisje dat de school hem aan het begin van het jaar "
    "geeft, en neemt ze op de laatste schooldag weer mee naar huis. "
)
_BODY = f"""
= 1. Kluisjes
{_SENTENCE * 3} Dat staat in de wet.#footnote[Zie artikel 12 van de wet.]

{_SENTENCE * 2}
= 2. Sleutels
+ {_SENTENCE}
+ {_SENTENCE * 2}#footnote[De sleutel blijft van de school.]
+ Wie zijn sleutel kwijtraakt:
  - meldt dat aan de conciërge;
  - betaalt een nieuwe.
= 3. Toezicht
{_SENTENCE * 4}

{_SENTENCE * 5}
= 4. Slot
{_SENTENCE * 3}

{_SENTENCE * 4}
"""
_TITLE = '#place(top, scope: "parent", float: true, text(20pt)[Protocol kluisjes van De Linde])'


def _pdf(page: str = "", body: str = _BODY) -> bytes:
    numbers = "footer: context [Pagina #counter(page).display()]"
    start = f'#set text(lang: "nl")\n#set page({page}{", " if page else ""}{numbers})\n'
    return bytes(typst.compile(f"{start}{_TITLE}\n{body}".encode(), format="pdf"))


def _import(content: bytes) -> Imported:
    return import_source(proved_pdf(content))


def _outline(found: Imported) -> list[str]:
    protocol = found.protocol
    heads = [f"{part.marker} {plain(part.title)}" for part in sections(protocol)]
    return [*heads, *(clause.marker for clause in clauses(protocol))]


@pytest.fixture(scope="module")
def plainly() -> Imported:
    return _import(_pdf())


@pytest.mark.parametrize("page", ["columns: 2", "columns: 3, flipped: true, margin: 1.5cm"])
def test_columns_are_read_one_after_another(page: str, plainly: Imported) -> None:
    found = _import(_pdf(page))
    assert protocol_tokens(found.protocol) == protocol_tokens(plainly.protocol)
    assert _outline(found) == _outline(plainly)
    assert len(found.protocol.notes) == 2


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("page", ["", "columns: 2"])
def test_a_page_lies_on_its_side(page: str, turn: int, plainly: Imported) -> None:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf(page))) as document:
        for sheet in document.pages:
            sheet.Rotate = turn
        document.save(buffer)
    found = _import(buffer.getvalue())
    assert protocol_tokens(found.protocol) == protocol_tokens(plainly.protocol)


def test_text_is_printed_sideways() -> None:
    noteless = re.sub(r"#footnote\[.*?\]", "", _BODY)
    body = f"#rotate(-90deg, reflow: true)[#block(width: 22cm)[{noteless}]]"
    start = '#set text(lang: "nl", 8pt)\n#set page(margin: 2cm)\n'
    found = _import(bytes(typst.compile(f"{start}{body}".encode(), format="pdf")))
    straight = _import(bytes(typst.compile(f"{start}{noteless}".encode(), format="pdf")))
    assert protocol_tokens(found.protocol) == protocol_tokens(straight.protocol)
    assert _outline(found) == _outline(straight)


def test_two_pages_stand_on_one_sheet(plainly: Imported) -> None:
    long = _pdf(body=_BODY + _BODY.replace("1.", "5.").replace("2. S", "6. S"))
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(long)) as source, pikepdf.new() as sheets:
        for number in range(0, len(source.pages), 2):
            sheets.add_blank_page(page_size=(1190, 842))
            sheet = pikepdf.Page(sheets.pages[-1])
            for place, page in enumerate(source.pages[number : number + 2]):
                left = 595 * place
                sheet.add_overlay(pikepdf.Page(page), pikepdf.Rectangle(left, 0, left + 595, 842))
        sheets.save(buffer)
    found, straight = _import(buffer.getvalue()), _import(long)
    assert len(straight.protocol.notes) > len(plainly.protocol.notes)
    assert protocol_tokens(found.protocol) == protocol_tokens(straight.protocol)


def test_lines_are_drawn_across_the_columns() -> None:
    """Some programs draw a page row by row: the left half of a row, then the right one."""
    left = [f"links staat regel {number} van een alinea die hier verder" for number in range(20)]
    right = [f"rechts staat regel {number} van een alinea die hier verder" for number in range(20)]
    drawn = ["BT /F1 9 Tf"]
    for number, row in enumerate(zip(left, right, strict=True)):
        for place, words in zip((60, 320), row, strict=True):
            drawn.append(f"1 0 0 1 {place} {780 - 12 * number} Tm ({words}) Tj")
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    document.add_blank_page(page_size=(595, 842))
    page = document.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = document.make_stream("\n".join([*drawn, "ET"]).encode())
    buffer = io.BytesIO()
    document.save(buffer)
    lines = [line.text for line in proved_pdf(buffer.getvalue()).lines]
    assert lines == [*left, *right]


def test_terms_with_their_meaning_are_no_columns() -> None:
    terms = [Box(60, 700 - 14 * n, 60 + 9 * (n % 7 + 2), 711 - 14 * n) for n in range(20)]
    meanings = [Box(200, 700 - 14 * n, 520, 711 - 14 * n) for n in range(20)]
    rows = [box for row in zip(terms, meanings, strict=True) for box in row]
    assert not find_columns(rows).gutters


def test_every_line_is_in_one_column() -> None:
    draw = random.Random(1)
    for _ in range(60):
        boxes = []
        for _ in range(draw.randint(1, 90)):
            left, low = draw.choice((60, 70, 310, 320, 430)), draw.randint(50, 780)
            boxes.append(Box(left, low, left + draw.randint(5, 260), low + 11))
        found = [line for column in find_columns(boxes).columns for line in column.lines]
        assert sorted(map(id, found)) == sorted(map(id, boxes))


def test_a_table_goes_on_on_the_next_page() -> None:
    rows = "".join(f"[Taak {number}], [{_SENTENCE}], [Termijn {number}]," for number in range(24))
    table = f"#table(columns: 3, table.header[Wat][Wie][Wanneer], {rows})"
    body = f"= 1. Taken\n{_SENTENCE * 2}\n\n{table}\n= 2. Slot\n{_SENTENCE * 2}"
    found = _import(_pdf(body=body))
    tables = [
        block
        for clause in clauses(found.protocol)
        for block in clause.blocks
        if isinstance(block, Table)
    ]
    assert [len(table.rows) for table in tables] == [24]
    words = protocol_tokens(found.protocol)
    assert words.count("Wanneer") == 1
    assert [word for before, word in itertools.pairwise(words) if before == "Taak"] == [
        str(number) for number in range(24)
    ]


def test_a_raised_mark_may_stand_apart_from_its_word() -> None:
    body = '= 1. Regels\n#"De sleutel blijft van de school. "#footnote[Ook een oude sleutel.]'
    found = _import(_pdf(body=f"{body} Wie hem kwijt is, meldt dat."))
    assert [note.label for note in found.protocol.notes] == ["1"]
    assert "1" not in protocol_tokens(found.protocol)[8:]


def test_a_running_head_comes_before_both_columns() -> None:
    """Its two ends stand above the columns, as if they were the first lines of these."""
    head = [Box(60, 700, 150, 711), Box(480, 700, 540, 711)]
    rows = [(Box(60, y, 290, y + 11), Box(310, y, 540, y + 11)) for y in range(600, 400, -14)]
    foot = [Box(60, 60, 150, 71), Box(480, 60, 540, 71)]
    lines = [*head, *(box for row in rows for box in row), *foot]
    found = [line for column in find_columns(lines).columns for line in column.lines]
    assert found == [*head, *(left for left, _ in rows), *(right for _, right in rows), *foot]


@pytest.mark.parametrize(("room", "last"), [(18.0, 9), (60.0, 14)])
def test_the_end_of_a_column_stands_no_further_apart_than_paragraphs(
    room: float, last: int
) -> None:
    """A heading at the foot of the first column is read before the second, a page number last."""
    tops = [700.0 - 30 * number for number in range(9)]
    left = [Box(50, top - 12, 250, top) for top in [*tops, tops[-1] - 12 - room]]
    right = [Box(300, top - 12, 500, top) for top in tops[:5]]
    read = [box for column in find_columns([*left, *right]).columns for box in column.lines]
    assert read.index(left[-1]) == last
