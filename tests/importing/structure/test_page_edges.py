"""What one page shows of itself at its edges, and a heading of contents that lists nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.document.outline import clause_text, clauses, sections
from protocolkit.document.richtext import plain
from protocolkit.importing.importer import import_source
from protocolkit.importing.source.lines import Line, Source, SourceBuilder

_TEXT = "Leerlingen bellen in de les niet met hun eigen telefoon."


def _page(*texts: str) -> Source:
    builder = SourceBuilder()
    for number, text in enumerate(texts):
        gap = 3.0 if number == len(texts) - 1 else 1.0
        line = Line(text=text, begin=0, page=1, size=11, height=700 - 20 * number, gap=gap)
        builder.add(line)
    return builder.build(is_laid_out=True)


@pytest.mark.parametrize(
    "foot", ["Lyceum Zuidrand pag. 1", "Protocol bellen | pagina 1 van 1", "Versie 2 - blz. 1"]
)
def test_the_foot_of_one_page_is_left_out_and_told(foot: str) -> None:
    found = import_source(_page("Protocol bellen", _TEXT, foot))
    assert [clause_text(one) for one in clauses(found.protocol)] == [_TEXT]
    assert [change.text for change in found.ledger.changes] == [foot]
    assert [choice.is_doubted for choice in found.choices] == [True]


def test_a_sentence_that_names_a_page_is_text() -> None:
    last = "Het formulier staat op pagina 1"
    found = import_source(_page("Protocol bellen", last, _TEXT))
    assert found.ledger.changes == ()


def test_a_head_that_the_line_below_it_says_again_stands_there_once() -> None:
    found = import_source(_page("De Linde", "De Linde", "Protocol bellen", _TEXT, _TEXT))
    words = " ".join([plain(found.protocol.title), *map(clause_text, clauses(found.protocol))])
    assert words.count("De Linde") <= 1


def test_a_heading_of_contents_that_lists_nothing_goes() -> None:
    builder = SourceBuilder()
    for text, level in (("Protocol bellen", 1), ("Inhoudsopgave", 0), ("1 Doel", 2), (_TEXT, 0)):
        builder.add(Line(text=text, begin=0, size=11, level=level, is_whole=True))
    found = import_source(builder.build())
    assert [plain(one.title) for one in sections(found.protocol)] == ["Doel"]
    assert [change.text for change in found.ledger.changes] == ["Inhoudsopgave"]


@pytest.mark.parametrize(("gap", "is_sure"), [(1.04, True), (0.2, False)])
def test_room_below_a_head_is_counted_in_its_own_lines(gap: float, *, is_sure: bool) -> None:
    """A title of 26 points stands 1.04 of its own lines below it: that is much for one of 11."""
    builder = SourceBuilder()
    for page, (below, size) in enumerate((("Draaiboek", 26.0), (_TEXT, 11.0)), 1):
        head = Line(text="De Linde Brand", begin=0, page=page, size=11, height=547)
        builder.add(replace(head, is_page_start=page > 1))
        room = gap if size > 11 else 2.0
        builder.add(Line(text=below, begin=0, page=page, size=size, height=494, gap=room))
        for row in range(9):
            text = f"{_TEXT} Dat is regel {page}{row}."
            builder.add(Line(text=text, begin=0, page=page, size=11, height=470 - 15 * row))
    found = import_source(builder.build(is_laid_out=True))
    assert [change.text for change in found.ledger.changes] == ["De Linde Brand"] * 2
    assert any(choice.is_doubted for choice in found.choices) is not is_sure
