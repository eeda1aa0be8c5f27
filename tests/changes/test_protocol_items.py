"""A protocol taken apart: each item with its units, in the order of reading."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import Item, ItemKind, UnitKind
from protocolkit.document.model import Clause, Paragraph, Point, PointList, Protocol
from protocolkit.document.richtext import Text, plain
from protocolkit.reading.reader import read_protocol_text

_TEXT = """---
protocol:
  organisation: {name: De Brug}
---

# Protocol hek

{#los}
Vooraf.

{#h}
## 1 Regels

{#a}
1. Een zin.[^1]

   Nog een.

   - punt een
   - punt twee

     met meer

{#t}
| A | B |
|---|---|
| c | d |

[^1]: De noot.
"""


def _items(text: str = _TEXT) -> list[Item]:
    return list(items_of(read_protocol_text(text).protocol))


def test_items_stand_in_the_order_of_reading_under_their_heading() -> None:
    found = [(item.kind, item.anchor, item.level, item.above, item.note) for item in _items()]
    assert [(kind, anchor) for kind, anchor, *_ in found[:5]] == [
        (ItemKind.TITLE, ""),
        (ItemKind.CLAUSE, "los"),
        (ItemKind.HEADING, "h"),
        (ItemKind.CLAUSE, "a"),
        (ItemKind.CLAUSE, "t"),
    ]
    assert [above for *_, above, _ in found[:5]] == ["", "", "", "h", "h"]
    assert found[2][2] == 2
    assert (found[5][0], found[5][4]) == (ItemKind.NOTE, "1")
    supplied = _TEXT.replace("protocol:\n", "protocol:\n  title_supplied: true\n")
    assert _items(supplied)[0].anchor == "los"


def test_units_are_paragraphs_points_and_cells_each_with_its_place() -> None:
    clause = _items()[3]
    assert [(unit.kind, plain(unit.text)[:9], unit.marker) for unit in clause.units] == [
        (UnitKind.PARAGRAPH, plain(clause.units[0].text)[:9], "1."),
        (UnitKind.PARAGRAPH, "Nog een.", ""),
        (UnitKind.POINT, "punt een", "•"),
        (UnitKind.POINT, "punt twee", "•"),
        (UnitKind.PARAGRAPH, "met meer", ""),
    ]
    assert [unit.depth for unit in clause.units] == [0, 0, 1, 1, 1]
    table = _items()[4]
    cells = [(unit.row, unit.column, plain(unit.text)) for unit in table.units]
    assert cells == [(0, 0, "A"), (0, 1, "B"), (1, 0, "c"), (1, 1, "d")]
    assert {unit.kind for unit in table.units} == {UnitKind.CELL}
    assert all(unit.depth == 0 for unit in table.units)


def test_units_are_counted_through_the_whole_protocol() -> None:
    found = _items()
    orders = [unit.order for item in found for unit in item.units]
    assert orders == list(range(len(orders)))
    assert [item.order for item in found] == [item.units[0].order for item in found]
    assert (found[3].marker, found[5].marker) == ("1.", "")


def _of(*blocks: Paragraph | PointList) -> Item:
    read = read_protocol_text(_TEXT).protocol
    clause = Clause(anchor="x", marker="7.", blocks=blocks)
    made: Protocol = replace(read, title=(), parts=(clause,), notes=())
    [item] = items_of(made)
    return item


def test_a_marker_before_no_words_stands_by_itself() -> None:
    point = Point(marker="a.", blocks=(Paragraph((Text("punt"),)),))
    item = _of(PointList((point,)))
    assert [(unit.marker, plain(unit.text)) for unit in item.units] == [("7.", ""), ("a.", "punt")]
    assert [unit.is_empty_lead for unit in item.units] == [True, False]
    deep = Point(marker="b.", blocks=(PointList((point,)),))
    markers = [(unit.marker, plain(unit.text)) for unit in _of(PointList((deep,))).units]
    assert markers == [("7.", ""), ("b.", ""), ("a.", "punt")]
    assert [unit.marker for unit in _of().units] == ["7."]


def test_a_unit_knows_the_point_around_it() -> None:
    inner = Point(marker="a.", anchor="p", blocks=(Paragraph((Text("punt"),)),))
    item = _of(Paragraph((Text("vooraf"),)), PointList((inner,)))
    assert [unit.point for unit in item.units] == ["", "p"]
    assert item.text == "vooraf\npunt"
    assert item.words == ("vooraf", "punt")
