"""A table inside a was-wordt table: columns by their words, or rows under each other."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from protocolkit.paper.was_wordt.inner_tables import with_inner_tables
from protocolkit.paper.was_wordt.sheet import Sheet
from redlines import NS, part, protocol
from was_wordt_tables import pdf_file, sheet_between, word_file

_HEADS = ("Medicijn", "Vorm", "Dosis", "Tijdstip", "Bewaarplaats", "Wie geeft het?", "Opmerkingen")
_ROW = ("Adrenaline", "auto-injector", "0,15 mg", "nood", "EHBO-koffer", "", "Bel altijd 112")


def _table(*rows: tuple[str, ...]) -> str:
    lines = (rows[0], ("---",) * len(rows[0]), *rows[1:])
    return "{#t}\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _sheet(*rows: tuple[str, ...], changed: str, now: str) -> Sheet:
    old = _table(*rows)
    return sheet_between(protocol(old.replace(changed, now)), protocol(old))


@pytest.fixture(scope="module")
def wide() -> Sheet:
    return _sheet(_HEADS, _ROW, changed="0,15 mg", now="0,3 mg")


def test_rows_of_a_table_that_does_not_fit_stand_under_each_other(wide: Sheet) -> None:
    [row] = with_inner_tables(wide, 1.0).rows
    for side, dose in ((row.old, "0,15"), (row.new, "0,3")):
        table: Any = side[0]
        assert table["columns"] == 1
        [heads, cells] = [
            "".join(piece.get("text", "/") for run in one["cells"][0] for piece in run["pieces"])
            for one in table["rows"]
        ]
        assert heads == " | ".join(_HEADS)
        said = [line.split(": ")[0] for line in cells.split("/")]
        assert said == [head for head in _HEADS if head != "Wie geeft het?"]
        assert f"/Dosis: {dose} mg/" in cells


def test_columns_are_as_wide_as_their_words_ask_for() -> None:
    rows = (("Nr.", "Handeling"), ("1", "De leerkracht noteert de datum, de tijd en de dosis."))
    [row] = with_inner_tables(_sheet(*rows, changed="dosis", now="naam"), 1.0).rows
    table: Any = row.old[0]
    narrow, broad = table["widths"]
    assert narrow * 4 < broad
    file = word_file(_sheet(*rows, changed="dosis", now="naam"))
    inner = part(file, "document.xml").xpath("//w:tc//w:tbl", namespaces=NS)[0]
    assert inner.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NS) == [str(narrow), str(broad)]


def test_on_paper_no_word_is_broken_or_printed_over_another(wide: Sheet) -> None:
    with pdfplumber.open(io.BytesIO(made := pdf_file(wide, has_signs=True))) as opened:
        words = [word for page in opened.pages for word in page.extract_words()]
    assert [word["text"] for word in words].count("EHBO-koffer") == 2
    lines: dict[tuple[float, float], float] = {}
    for word in sorted(words, key=lambda word: word["x0"]):
        line = (word["top"], word["bottom"])
        assert word["x0"] >= lines.get(line, 0.0) - 0.5, word
        lines[line] = word["x1"]
    with pypdfium2.PdfDocument(made) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert not set("\x02\ufffe") & set(text)


def test_it_has_rules_between_its_cells_and_no_frame_as_in_word() -> None:
    rows = (("Nr.", "Handeling"), ("1", "De leerkracht noteert de dosis."))
    with pdfplumber.open(io.BytesIO(pdf_file(_sheet(*rows, changed="dosis", now="naam")))) as read:
        page = read.pages[0]
        upright = {line["x0"] for line in page.lines if line["width"] == 0}
        heads = [word for word in page.extract_words() if word["text"] == "Nr."]
    assert len(heads) == 2
    assert not [x for word in heads for x in upright if 4 < word["x0"] - x < 7]
