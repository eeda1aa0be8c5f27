"""Rows, cells and tables without a word: kept in their place or named, whatever the file is."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest

from drawn_pdf import drawn, proved_pdf, words
from importing.extract.word.word_files import cell, p, package, proved, r, row, table
from protocolkit.document.model import Table
from protocolkit.document.outline import placed_clauses
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.importer import import_source
from protocolkit.importing.proof.web_count import prove_web_page
from protocolkit.importing.source.doubts import EMPTY_PLACE
from protocolkit.importing.source.lines import Source

_Rows = Sequence[Sequence[str]]
_FIRST = p(r("Protocol bellen")) + p(r("1. Bellen mag niet."))
_HEAD, _EMPTY, _DONE = ("Naam", "Klas"), ("", ""), ("Jan", "2b")


def _word(rows: _Rows, after: str = "") -> Source:
    made = table(*(row(*(cell(p(r(text)) if text else p()) for text in one)) for one in rows))
    return proved(package(_FIRST + made + (p(r(after)) if after else "")))


def _web(rows: _Rows, after: str = "") -> Source:
    inside = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    content = (
        f"<h1>Protocol bellen</h1><p>1. Bellen mag niet.</p><table border=1>{inside}</table>"
        f"<p>{after}</p>"
    ).encode()
    source = extract_html(content)
    prove_web_page(content, source)
    return source


def _pdf(rows: _Rows, after: str = "") -> Source:
    tops = [600 - 20 * n for n in range(len(rows) + 1)]
    across = "".join(f"70 {top} m 270 {top} l S " for top in tops)
    down = "".join(f"{left} {tops[0]} m {left} {tops[-1]} l S " for left in (70, 170, 270))
    said = "".join(
        words(cell, 75 + 100 * column, top - 15)
        for top, row in zip(tops, rows, strict=False)
        for column, cell in enumerate(row)
        if cell
    )
    first = words("Protocol bellen", 70, 700) + words("1. Bellen mag niet.", 70, 650)
    last = words(after, 70, 200) if after else ""
    return proved_pdf(drawn(first + across + down + said + last))


_READERS = pytest.mark.parametrize("read", [_word, _web, _pdf])


def _rows(source: Source) -> list[tuple[str, ...]]:
    clauses = placed_clauses(import_source(source).protocol)
    tables = [one for at in clauses for one in at.clause.blocks if isinstance(one, Table)]
    return [
        tuple(map(plain, row))
        for table in tables
        for row in itertools.chain([table.header], table.rows)
    ]


@_READERS
def test_rows_to_fill_in_stay_in_their_place(read: Callable[[_Rows], Source]) -> None:
    rows = [_HEAD, _EMPTY, _DONE, _EMPTY, _EMPTY]
    source = read(rows)
    assert _rows(source) == rows
    assert source.doubts == ()


@pytest.mark.parametrize("read", [_word, _web])
def test_empty_rows_above_all_others_are_named(read: Callable[[_Rows], Source]) -> None:
    source = read([_EMPTY, _HEAD, _DONE])
    assert _rows(source) == [_HEAD, _DONE]
    assert [doubt.text for doubt in source.doubts] == [EMPTY_PLACE]


@pytest.mark.parametrize("read", [_word, _web])
@pytest.mark.parametrize("rows", [[_EMPTY, _EMPTY], [("",)]])
def test_a_table_without_a_word_is_named_at_the_words_before_it(
    read: Callable[[_Rows, str], Source], rows: _Rows
) -> None:
    source = read(rows, "2. Filmen mag niet.")
    (doubt,) = source.doubts
    assert (source.text[doubt.begin : doubt.end], doubt.text) == (
        "1. Bellen mag niet.",
        EMPTY_PLACE,
    )


def test_a_cell_is_not_doubted_because_another_row_is_empty() -> None:
    rows = [("Keer", "Gevolg"), ("1", "gesprek"), _EMPTY, ("2", "brief")]
    assert _word(rows).doubts == ()


def test_rows_that_somebody_deleted_or_hid_are_no_rows_to_fill_in() -> None:
    head = row(*(cell(p(r(text))) for text in _HEAD))
    deleted = row(cell(p()), cell(p()), properties="<w:del/>")
    hidden = row(*(cell(p(r("x", "<w:vanish/>"))) for _ in _HEAD))
    source = proved(package(_FIRST + table(head, deleted, hidden)))
    assert _rows(source) == [_HEAD]
    assert [one.text.split() for one in source.left_out] == [["x", "x"]]


def test_a_frame_for_a_picture_or_above_all_text_is_no_place_to_fill_in() -> None:
    picture = table(row(cell(p("<w:r><w:drawing/></w:r>"))))
    assert proved(package(table(row(cell(p()))) + _FIRST + picture)).doubts == ()
