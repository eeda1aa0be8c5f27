"""Tracked changes: what was deleted or moved away is no text, and is named once."""

from __future__ import annotations

import pytest

from importing.extract.word.word_files import cell, p, package, r, row, table
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.source.lines import Source
from protocolkit.reading.words_left_out import LeftOutReason

_BY = 'w:id="1" w:author="A"'


def _read(body: str) -> Source:
    return extract_word(package(body))


def _lines(source: Source) -> list[str]:
    return [line.text for line in source.lines]


def _told(source: Source) -> list[tuple[str, LeftOutReason]]:
    return [(" ".join(found.text.split()), found.reason) for found in source.left_out]


def test_deleted_and_moved_words() -> None:
    deleted = "<w:r><w:delText>5</w:delText></w:r>"
    body = p(
        r("De boete is "),
        f"<w:del {_BY}>{deleted}</w:del><w:ins {_BY}>{r('10')}</w:ins>",
        r(" euro"),
        f"<w:moveFrom {_BY}>{r(' per keer')}</w:moveFrom>",
        r(". Dat geldt"),
        f"<w:moveTo {_BY}>{r(' per keer')}</w:moveTo>.",
        f"<w:ins {_BY}><w:del {_BY}>{r(' nooit')}</w:del></w:ins>",
    )
    source = _read(body)
    assert _lines(source) == ["De boete is 10 euro. Dat geldt per keer"]
    assert _told(source) == [
        ("5", LeftOutReason.DELETED),
        ("per keer", LeftOutReason.MOVED),
        ("nooit", LeftOutReason.DELETED),
    ]
    assert all(found.is_in_sentence for found in source.left_out)


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_deleted_mark_makes_one_paragraph(mark: str) -> None:
    body = (
        p(r("De leerling meldt "), mark=f"<w:{mark} {_BY}/>")
        + p(r("dit "), mark=f"<w:{mark} {_BY}/>")
        + p(r("dezelfde dag."), properties='<w:outlineLvl w:val="0"/>')
        + p(r("De mentor noteert het."))
    )
    source = _read(body)
    assert _lines(source) == ["De leerling meldt dit dezelfde dag.", "De mentor noteert het."]
    assert source.lines[0].level == 2


def test_a_paragraph_that_was_deleted_is_no_part_of_the_next() -> None:
    deleted = f"<w:del {_BY}>{r('Dit verviel.')}</w:del>"
    source = _read(p(deleted, mark=f"<w:del {_BY}/>") + p(r("Dit blijft.")))
    assert _lines(source) == ["Dit blijft."]
    assert [(found.text, found.is_in_sentence) for found in source.left_out] == [
        ("Dit verviel.", False)
    ]


def test_deleted_rows_and_cells() -> None:
    gone = f"<w:cellDel {_BY}/>"
    body = table(
        row(cell(p(r("Wat"))), cell(p(r("Wie")))),
        row(cell(p(r("oud"))), cell(p(r("weg"))), properties=f"<w:del {_BY}/>"),
        row(cell(p(r("ook oud")), gone), cell(p(r("ook weg")), gone)),
        row(cell(p(r("bellen"))), cell(p(r("niemand")), gone), cell(p(r("ouder")))),
    )
    source = _read(body)
    assert _lines(source) == ["Wat\tWie", "bellen\touder"]
    assert [words for words, _ in _told(source)] == ["oud weg ook oud ook weg niemand"]


def test_deleted_rows_of_a_table_with_one_column() -> None:
    body = table(row(cell(p(r("oud"))), properties=f"<w:del {_BY}/>"), row(cell(p(r("nieuw")))))
    source = _read(body)
    assert _lines(source) == ["nieuw"]
    assert _told(source) == [("oud", LeftOutReason.DELETED)]


def test_a_table_in_a_table_is_read_once() -> None:
    inner = table(row(cell(p(r("keer een"))), cell(p(r("brief")))))
    wide = table(row(cell(p(r("Dan:")) + inner + p(r("klaar."))), cell(p(r("x")))))
    narrow = table(row(cell(p(r("Buiten")) + table(row(cell(p(r("binnen"))))) + p(r("na")))))
    assert _lines(_read(wide)) == ["Dan: keer een brief klaar.\tx"]
    assert _lines(_read(narrow)) == ["Buiten", "binnen", "na"]


def test_text_behind_a_merged_cell_does_not_show() -> None:
    body = table(
        row(cell(p(r("a")), '<w:vMerge w:val="restart"/>'), cell(p(r("b")))),
        row(cell(p(r("weg")), "<w:vMerge/>"), cell(p(r("c")))),
        row(cell(p(r("d"))), cell(p(r("e")), "<w:vMerge/>")),
    )
    source = _read(body)
    assert _lines(source) == ["a\tb", "\tc", "d\te"]
    assert _told(source) == [("weg", LeftOutReason.HIDDEN)]
