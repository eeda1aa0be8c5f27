"""What changed as a Word file: both versions, the facts, and each change with its marks."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from protocolkit.base.messages import translator
from protocolkit.changes.change_list import ChangeList, Row
from protocolkit.changes.fact_rows import FactRow
from protocolkit.changes.marked_lines import Run, Shade
from protocolkit.paper.docx.changes import changes_docx

_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_NL = translator("nl")
_ROW = Row(
    place="Artikel 3",
    what="Gewijzigd",
    remark="",
    old_anchors="a",
    new_anchors="a",
    old=((Run("De les ", Shade.SAME), Run("begint", Shade.GONE)),),
    new=((Run("De les ", Shade.SAME), Run("eindigt", Shade.COME), Run(" 4.", Shade.ALONG)),),
    removed_words=1,
    added_words=1,
)
_LIST = ChangeList(
    title="Wat er veranderde: Hek", old=("oud.md", "aa"), new=("nieuw.md", "bb"), summary=("Een.",),
    facts=(), rows=(_ROW,),
    numbers=(),
)  # fmt: skip


def _opened(found: ChangeList) -> tuple[list[str], list[Table]]:
    made = docx.Document(io.BytesIO(changes_docx(found, _NL)))
    return [p.text for p in made.paragraphs if p.text], made.tables


def _cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_both_versions_are_named_and_a_file_without_a_code_has_none() -> None:
    lines, _ = _opened(replace(_LIST, new=("niets", "")))
    assert "Eerst: oud.md (aa)" in lines or any("oud.md (aa)" in line for line in lines)
    assert any(line.endswith(": niets") for line in lines)
    assert "Een." in lines


def test_each_change_has_a_row_with_both_texts() -> None:
    _, [table] = _opened(_LIST)
    assert _cells(table)[1] == ["Artikel 3\nGewijzigd", "De les begint", "De les eindigt 4."]
    _, [table] = _opened(replace(_LIST, rows=(replace(_ROW, remark="was 2", old=()),)))
    assert _cells(table)[1][:2] == ["Artikel 3\nGewijzigd (was 2)", "–"]


def test_facts_stand_in_a_table_of_their_own_when_there_are_any() -> None:
    fact = FactRow(name="Versie", old="", new="2")
    _, tables = _opened(replace(_LIST, facts=(fact,)))
    assert len(tables) == 2
    assert _cells(tables[0])[1] == ["Versie", "–", "2"]
    lines, tables = _opened(replace(_LIST, facts=(), rows=()))
    assert tables == []
    assert lines[-1] == "Een."


def test_words_are_marked_by_more_than_colour() -> None:
    """Who sees or prints no colour still sees a line through them, bold or slanted letters."""
    _, [table] = _opened(_LIST)
    marks = {
        run.text: {
            str(mark.tag).rpartition("}")[2]
            for mark in run.element.iter()
            if "rPr" in str(mark.getparent().tag)
        }
        for cell in table.rows[1].cells[1:]
        for run in cell.paragraphs[0].runs
    }
    assert "strike" in marks["begint"]
    assert {"b", "u"} <= marks["eindigt"]
    assert {"i", "u"} <= marks[" 4."]
    assert not marks["De les "] & {"strike", "b", "i", "u"}


@pytest.mark.parametrize(("words", "is_whole"), [(10, True), (400, False)])
def test_a_row_of_more_than_half_a_page_may_break(words: int, is_whole: bool) -> None:
    long = ((Run("woord " * words, Shade.COME),),)
    _, [table] = _opened(replace(_LIST, rows=(replace(_ROW, new=long),)))
    assert (table.rows[1]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None) is is_whole


def test_the_text_columns_are_equally_wide_and_wider_than_the_first() -> None:
    _, [table] = _opened(_LIST)
    first, old, new = (int(column.get(qn("w:w"))) for column in table._tbl.tblGrid)
    assert old == new > first > 1_000


def test_the_empty_paragraph_after_a_last_table_takes_no_room() -> None:
    """After a full page it would make another one; one with words is left as it is."""

    def hidden(found: ChangeList) -> list[bool]:
        body = docx.Document(io.BytesIO(changes_docx(found, _NL))).paragraphs
        return [bool(p._p.xpath("w:pPr/w:rPr/w:vanish")) for p in body]

    assert hidden(_LIST)[-1]
    assert not any(hidden(_LIST)[:-1])
    assert not any(hidden(replace(_LIST, rows=())))
