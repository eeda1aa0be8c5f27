"""Columns are as wide as their words ask for, the same in PDF and Word."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from lxml import etree

from protocolkit.base.messages import translator
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import RichText, Text
from protocolkit.paper.docx import write_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.shared.columns import Columns, column_widths
from protocolkit.reading.reader import read_protocol_text

_DUTCH = translator("nl")
_W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_SIX = (
    "Medeleerlingen uitsluiten",
    "Gesprek met de mentor",
    "Gesprek met ouders/verzorgers",
    "Schorsing voor vijf schooldagen",
    "De onderwijscoördinator",
    "De klachtencommissie",
)


def _rows(*rows: tuple[str, ...]) -> list[tuple[RichText, ...]]:
    return [tuple((Text(cell),) for cell in row) for row in rows]


def test_a_longer_word_gets_a_wider_column() -> None:
    found = column_widths(_rows(("kort", "onderwijscoördinator"), ("nee", "ja")), 8000)
    assert found.widths[0] < found.widths[1]
    assert sum(found.widths) <= 8000
    assert not found.is_small


def test_what_does_not_fit_is_set_smaller() -> None:
    found = column_widths(_rows(_SIX), 8165)
    assert found.is_small
    assert not column_widths(_rows(_SIX[:3]), 8165).is_small
    assert sum(found.widths) <= 8165


def test_a_column_of_short_words_is_no_higher_than_the_others() -> None:
    row = (
        "Te laat",
        "Een gesprek met de mentor en met excuses aan de hele groep",
        "schooldagen",
        "ja",
    )
    found = column_widths(_rows(row), 5000)
    heights = [len(words) / width for words, width in zip(row, found.widths, strict=True)]
    assert max(heights) < 2.5 * sorted(heights)[-2]
    assert sum(found.widths) <= 5000


def test_columns_of_one_line_share_what_is_left() -> None:
    found = column_widths(_rows(("Wat", "Wie beslist"), ("ja", "nee")), 8165)
    assert found.widths[0] > 2500
    assert 8100 < sum(found.widths) <= 8165


def test_a_table_without_cells_has_no_columns() -> None:
    assert column_widths([], 8000).widths == ()


def _table() -> Protocol:
    heads = "| " + " | ".join("ABCDEF") + " |"
    row = "| " + " | ".join(_SIX) + " |"
    text = "\n".join((heads, "|---" * 6 + "|", row, row))
    read = read_protocol_text(f"# Maatregelen\n\n{{#tabel}}\n{text}\n").protocol
    return replace(read, facts=Facts(organisation=Organisation(name="De Brug")))


@pytest.mark.parametrize("word", ["onderwijscoördinator", "klachtencommissie", "Medeleerlingen"])
def test_no_word_of_six_columns_is_broken_or_printed_over_another(word: str) -> None:
    protocol = _table()
    pdf = pypdfium2.PdfDocument(write_pdf(protocol, make_cover(protocol, _DUTCH), _DUTCH))
    page = pdf[1].get_textpage()
    assert page.get_text_range().count(word) == 2
    finder = page.search(word)
    begin, length = finder.get_next()
    rights = [page.get_charbox(n)[2] for n in range(begin, begin + length)]
    assert rights == sorted(rights), "on one line"
    text = page.get_text_range()
    assert text[begin + length : begin + length + 1].isspace()


def test_word_has_the_same_widths() -> None:
    protocol = _table()
    file = write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH)
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    widths = body.xpath("(//w:tbl)[last()]/w:tblGrid/w:gridCol/@w:w", namespaces=_W)
    rows = _rows(tuple("ABCDEF"), _SIX)
    assert tuple(map(int, widths)) == column_widths(rows, 8165).widths
    styles = body.xpath("(//w:tbl)[last()]//w:pStyle/@w:val", namespaces=_W)
    assert set(styles) == {"TableTextSmall", "TableHeadingSmall"}


def test_a_row_of_more_lines_than_that_goes_on_on_the_next_page() -> None:
    columns = Columns(widths=(4080, 4080))
    assert not columns.breaks(_rows(("x" * 960, "kort"))[0])
    assert columns.breaks(_rows(("kort", "x" * 961))[0])
    assert not replace(columns, is_small=True).breaks(_rows(("x" * 1194, ""))[0])
