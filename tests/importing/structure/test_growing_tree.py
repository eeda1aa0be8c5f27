"""Points that are still growing become lists, or words of a list that can be counted."""

from __future__ import annotations

from protocolkit.document.model import Block, Paragraph, PointList
from protocolkit.document.richtext import Text, plain
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.growing_tree import Item
from protocolkit.importing.structure.line_runs import LineRun


def _item(marker: str, *parts: str | Item) -> Item:
    made = [part if isinstance(part, Item) else Paragraph((Text(part),)) for part in parts]
    return Item(block=LineRun(lines=[Line(text="x", begin=0)]), marker=marker, parts=list(made))


def _shown(blocks: tuple[Block, ...]) -> list[object]:
    """Return each paragraph as its words, each list as its points with their blocks."""
    return [
        [(point.marker, *_shown(point.blocks)) for point in block.points]
        if isinstance(block, PointList)
        else plain(block.content)
        for block in blocks
        if isinstance(block, PointList | Paragraph)
    ]


def test_points_that_follow_each_other_are_one_list() -> None:
    item = _item(
        "1.", "Vooraf", _item("a.", "een"), _item("b.", "twee"), "Slot", _item("a.", "los")
    )
    assert _shown(item.blocks()) == [
        "Vooraf",
        [("a.", "een"), ("b.", "twee")],
        "Slot",
        [("a.", "los")],
    ]
    assert _item("1.").blocks() == ()


def test_a_marker_that_no_list_can_count_becomes_words() -> None:
    item = _item("1.", _item("a.", "een", "verder"), _item("#?", "twee"), _item("•", "drie"))
    assert _shown(item.blocks()) == [
        [("•", "a. een", "verder"), ("•", "#? twee"), ("•", "drie")],
    ]


def test_of_a_point_without_words_the_marker_is_all_there_is() -> None:
    inner = _item("a.", "diep")
    item = _item("1.", _item("#?"), _item("b!", inner))
    assert _shown(item.blocks()) == [[("•", "#?"), ("•", "b!", [("a.", "diep")])]]
