"""What may change the text of a Word file unseen: remarks, pictures, merged cells, tabs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from importing.extract.word.word_files import W, p, package, r
from protocolkit.base.messages import translator
from protocolkit.document.model import Table
from protocolkit.document.outline import placed_clauses
from protocolkit.importing.doubt_order import Harm
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.extract.word.tabbed_rows import with_tabbed_rows
from protocolkit.importing.importer import import_source
from protocolkit.importing.proof.word_count import prove_word
from protocolkit.importing.report import make_report
from protocolkit.importing.report_values import Row
from protocolkit.importing.source.doubts import MERGED, PICTURED, TABBED
from protocolkit.importing.source.lines import Source

_TITLE = p(r("Protocol bellen"))
_RULES = p(r("1. Bellen mag niet.")) + p(r("2. Filmen mag niet."))
_TAB = "</w:t><w:tab/><w:t>"


def _read(body: str, parts: Mapping[str, str] | None = None) -> Source:
    content = package(_TITLE + body, parts)
    source = extract_word(content)
    prove_word(content, source)
    return source


def _first_look(source: Source) -> tuple[Row, ...]:
    return make_report(import_source(source), "x.docx", translator()).first_look


def test_a_remark_at_a_rule_is_told_with_its_words() -> None:
    called = '<w:r><w:commentReference w:id="3"/></w:r>'
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="3">{p(r("Is dit nog zo?"))}</w:comment>'
        "</w:comments>"
    )
    source = _read(p(r("1. Bellen mag niet."), called), {"comments.xml": comments})
    (row,) = _first_look(source)
    assert row.result == "1. Bellen mag niet."
    assert "Is dit nog zo?" in row.reasons[0]
    assert "Is dit nog zo?" not in source.text


def _cell(text: str, merge: str = "") -> str:
    said = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{p(r(text)) if text else p()}</w:tc>"


def _table(*rows: tuple[str, ...]) -> str:
    inside = "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inside}</w:tbl>"


@pytest.mark.parametrize(("merge", "found"), [("restart", [MERGED]), ("", [])])
def test_a_cell_over_two_rows_is_a_doubt(merge: str, found: list[str]) -> None:
    table = _table(
        (_cell("Groep"), _cell("Wie")),
        (_cell("5"), _cell("de mentor", merge)),
        (_cell("6"), _cell("" if merge else "de mentor", "continue" if merge else "")),
    )
    assert [doubt.text for doubt in _read(_RULES + table).doubts] == found


def _picture(wide: int) -> str:
    return (
        f"<w:r><w:drawing><wp:inline><wp:extent cx='{wide * 12700}' cy='254000'/>"
        "<wp:docPr id='1' name='x'/><a:graphic><a:graphicData><a:pic/></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


@pytest.mark.parametrize(("wide", "found"), [(360, ["2. Filmen mag niet."]), (60, [])])
def test_a_wide_picture_by_itself_may_hold_words(wide: int, found: list[str]) -> None:
    source = _read(_RULES + p(_picture(wide)))
    doubts = [doubt for doubt in source.doubts if doubt.text == PICTURED]
    assert [source.text[doubt.begin : doubt.end] for doubt in doubts] == found


def test_a_picture_beside_words_or_above_the_text_is_none() -> None:
    source = extract_word(package(p(_picture(360)) + _TITLE + p(r("Dit is ze: "), _picture(360))))
    assert source.doubts == ()


def test_paragraphs_that_tabs_set_in_columns_are_a_table_and_a_doubt() -> None:
    rows = ("Keer|Wie|Wat", "1|conciërge|ouders bellen", "3|mentor|gesprek")
    source = _read(_RULES + "".join(p(r(row.replace("|", _TAB))) for row in rows))
    clauses = placed_clauses(import_source(source).protocol)
    (table,) = [block for one in clauses for block in one.clause.blocks if isinstance(block, Table)]
    assert [len(row) for row in table.rows] == [3, 3]
    assert [doubt.text for doubt in source.doubts] == [TABBED]
    assert Harm.TABLE in {row.harm for row in _first_look(source)}


@pytest.mark.parametrize("form", ["{}\t{}", "\t{}\t\t{}"])
def test_two_columns_set_by_tabs_are_a_table_and_a_doubt(form: str) -> None:
    rows = (("soort", "bedrag"), ("prentenboek", "€ 8,00"), ("leesboek", "€ 10,00"))
    items = ("1.\tWie te laat is, betaalt. Het bedrag is:", *(form.format(*row) for row in rows))
    typed = (row.replace("\t", _TAB) for row in (*items, "2.\tKlachten"))
    source = _read(_RULES + "".join(p(r(row)) for row in typed))
    clauses = placed_clauses(import_source(source).protocol)
    (table,) = [block for one in clauses for block in one.clause.blocks if isinstance(block, Table)]
    assert [len(row) for row in table.rows] == [2, 2]
    assert [doubt.text for doubt in source.doubts] == [TABBED]


@pytest.mark.parametrize(
    "rows",
    [
        ("Naam|leerling", "Klas|2b", "Datum|1 mei"),
        ("1.|De mentor belt", "2.|De ouders komen", "3.|De leerling ook"),
        ("-|boeken", "-|schriften", "-|pennen"),
        ("Stap 1|bellen", "Stap 2|praten", "Stap 3|schrijven"),
        ("Wie:|de mentor", "Wat:|een gesprek", "Waar:|op school"),
        ("soort|bedrag", "leesboek|€ 10,00"),
        ("Naam|____|____", "Klas|____|____", "Datum|____|____"),
        ("Keer|Wie|Wat", "1|mentor|gesprek"),
        ("1.|Inleiding|2", "2.|Doel|2", "3.|Regels|14"),
    ],
)
def test_few_columns_or_rows_and_blanks_to_fill_in_are_no_table(rows: tuple[str, ...]) -> None:
    source = _read("".join(p(r(row.replace("|", _TAB))) for row in rows))
    assert not any(line.cells for line in source.lines)
    assert source.doubts == ()


def test_our_own_file_keeps_its_tabs() -> None:
    rows = _read("".join(p(r(f"{n}{_TAB}b{_TAB}c")) for n in "xyz"))
    bare = replace(rows, lines=tuple(replace(one, cells=()) for one in rows.lines), doubts=())
    assert with_tabbed_rows(replace(bare, is_ours=True)).doubts == ()
    assert with_tabbed_rows(bare).doubts != ()
