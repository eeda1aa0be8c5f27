"""Tables over the edge of a page or a column: whole, and a doubt where nothing proves it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from protocolkit.document.model import Protocol, Table
from protocolkit.document.outline import clauses
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.pdf.line_pieces import RawLine
from protocolkit.importing.extract.pdf.rows import DOUBT_PARTED, join_tables
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Line, Source, SourceBuilder
from protocolkit.importing.structure.choices import Question, Reading
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.importing.structure.table_edges import DOUBT_EDGE

_HEAD, _ONE, _TWO = ("Besluit", "Wie"), ("melden", "directeur"), ("hulp inzetten", "leraar")


def _source(*parts: Sequence[tuple[str, str]]) -> Source:
    """Return a printed source with a table of which each part stands on a page of its own."""
    builder = SourceBuilder()
    builder.add(Line(text="Protocol melden", begin=0, page=1, size=20, height=700))
    for page, rows in enumerate(parts, 1):
        for number, row in enumerate(rows):
            text, at = "\t".join(row), builder.offset
            builder.add(
                Line(
                    text=text,
                    begin=0,
                    page=page,
                    size=10,
                    height=600 - 20 * number,
                    indent=70,
                    right=500,
                    is_page_start=page > 1 and not number,
                    cells=((at, at + len(row[0])), (at + len(row[0]) + 1, at + len(text))),
                    table=page,
                )
            )
    return builder.build(is_laid_out=True)


def _tables(protocol: Protocol) -> list[list[list[str]]]:
    return [
        [[plain(cell) for cell in row] for row in (table.header, *table.rows)]
        for clause in clauses(protocol)
        for table in clause.blocks
        if isinstance(table, Table)
    ]


def _edges(found: Imported) -> list[tuple[Reading, bool]]:
    return [(c.reading, c.is_doubted) for c in found.choices if c.question is Question.EDGE]


@pytest.mark.parametrize("parts", [((_HEAD, _ONE), (_TWO,)), ((_HEAD,), (_ONE, _TWO))])
def test_a_table_goes_on_beyond_the_edge_and_that_is_a_doubt(
    parts: Sequence[Sequence[tuple[str, str]]],
) -> None:
    found = import_source(_source(*parts))
    assert _tables(found.protocol) == [[list(row) for row in (_HEAD, _ONE, _TWO)]]
    assert _edges(found) == [(Reading.TOGETHER, True)]
    assert any(DOUBT_EDGE in origin.doubts for origin in found.origins)
    (choice,) = (one for one in found.choices if one.question is Question.EDGE)
    other = import_source(found.source, Wishes(choices=(f"{choice.key}=los",)))
    assert len(_tables(other.protocol)) == 2


def test_a_head_that_the_next_page_says_again_proves_it() -> None:
    found = import_source(_source((_HEAD, _ONE), (_HEAD, _TWO)))
    assert _tables(found.protocol) == [[list(row) for row in (_HEAD, _ONE, _TWO)]]
    assert _edges(found) == []
    assert [change.text for change in found.ledger.changes] == ["Besluit\tWie"]


def _raw(*cells: str) -> RawLine:
    text, spans = "\t".join(cells), list[tuple[int, int]]()
    for cell in cells:
        begin = spans[-1][1] + 1 if spans else 0
        spans.append((begin, begin + len(cell)))
    return RawLine(text=text, cells=tuple(spans), table=1)


@pytest.mark.parametrize(
    ("above", "rest", "rows"),
    [
        # every row begins with a small letter: the one below the edge is a row
        ((("Besluit", "Wie"), ("melden", "directeur")), ("hulp", "leraar"), 3),
        # a cell breaks off, or the first has nothing more to say
        ((("Besluit", "Wie"), ("melden bij de", "directeur")), ("inspectie", "zelf"), 2),
        ((("Besluit", "Wie"), ("melden", "directeur en")), ("", "leraar"), 2),
        ((("Besluit", "Wie"), ("Melden bij", "De directeur")), ("inspectie", "zelf"), 2),
        # the head is whole
        ((("Besluit", "Wie"),), ("melden", "directeur"), 2),
    ],
)
def test_a_row_below_an_edge_is_the_rest_of_one_only_where_that_shows(
    above: Sequence[tuple[str, str]], rest: tuple[str, str], rows: int
) -> None:
    pages = [[_raw(*cells) for cells in above], [_raw(*rest), _raw("helpen", "leraar")]]
    if above[-1][0] == "Melden bij":
        pages[1][1] = _raw("Helpen", "De leraar")
    join_tables(pages)
    found = [line for page in pages for line in page]
    assert len(found) - 1 == rows
    assert any(DOUBT_PARTED in line.doubts for line in found) is (rows < len(above) + 1)
