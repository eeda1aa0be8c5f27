"""Where words of a Word file come to lie: in which column, with how much room, in which field."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import cell, p, package, part, proved, r, row, table
from protocolkit.importing.extract.shared.colours import DOUBT_FAINT
from protocolkit.importing.source.doubts import STRUCK, UNTOLD
from protocolkit.reading.words_left_out import LeftOutReason

_BEGIN, _GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_LATER = '<w:gridBefore w:val="1"/>'


def test_a_row_that_begins_later_goes_on_with_the_column_that_it_reaches() -> None:
    body = table(
        row(cell(p(r("een")), _BEGIN), properties=_LATER),
        row(cell(p(r("twee"))), cell(p(r("weg")), _GO_ON)),
    )
    source = proved(package(body))
    assert [(one.text, one.reason) for one in source.left_out] == [("weg", LeftOutReason.HIDDEN)]
    body = table(
        row(cell(p(r("een")), _BEGIN), cell(p(r("twee")))),
        row(cell(p(r("blijft")), _GO_ON), properties=_LATER),
    )
    assert "blijft" in proved(package(body)).text


def _doubts(body: str) -> list[object]:
    return [doubt.text for doubt in proved(package(body)).doubts]


def test_paragraphs_below_each_other_need_room_for_each() -> None:
    low = '<w:trHeight w:val="300" w:hRule="exact"/>'
    three = cell("".join(p(r(word)) for word in ("een", "twee", "drie")))
    assert _doubts(table(row(three, cell(p(r("vier"))), properties=low))) == [UNTOLD] * 3
    assert _doubts(table(row(cell(p(r("een"))), cell(p(r("vier"))), properties=low))) == []


def test_a_cell_without_shade_in_a_black_table_may_be_white() -> None:
    white = r("wit", '<w:color w:val="FFFFFF"/>')
    black = '<w:shd w:val="clear" w:fill="000000"/>'
    cells = row(cell(p(white), '<w:shd w:val="nil"/>'), cell(p(r("twee"))))
    assert _doubts(table(cells, properties=black)) == [DOUBT_FAINT]


def _contents(words: str) -> str:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    rest = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return p(f'{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{words}{rest}') + p(r("Slot."))


def test_a_rule_in_a_field_for_contents_is_text_with_a_doubt() -> None:
    source = proved(package(_contents(r("Bellen mag nooit."))))
    assert [line.text for line in source.lines] == ["Bellen mag nooit.", "Slot."]
    assert [doubt.text for doubt in source.doubts] == [UNTOLD]


@pytest.mark.parametrize("words", [r("Doel") + "<w:r><w:tab/></w:r>" + r("3"), r("Inhoud")])
def test_a_line_of_contents_is_none(words: str) -> None:
    source = proved(package(_contents(words)))
    assert [line.text for line in source.lines] == ["Slot."]
    assert source.doubts == ()


@pytest.mark.parametrize(("high", "doubts"), [("1pt", [STRUCK]), ("40pt", [])])
def test_a_low_rectangle_may_be_a_line_through_words(high: str, doubts: list[object]) -> None:
    style = f"position:absolute;width:200pt;height:{high};z-index:-5"
    shape = f'<w:r><w:pict><v:rect style="{style}" fillcolor="black"/></w:pict></w:r>'
    assert _doubts(p(r("Bellen mag."), shape)) == doubts


def test_the_second_note_of_one_name_is_named() -> None:
    notes = "".join(f'<w:footnote w:id="2">{p(r(words))}</w:footnote>' for words in ("een", "twee"))
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    source = proved(package(p(r("Zin."), call), {"footnotes.xml": part("w:footnotes", notes)}))
    assert "een" in source.text
    assert [(one.text, one.reason) for one in source.left_out] == [
        ("twee", LeftOutReason.NOT_CALLED)
    ]
