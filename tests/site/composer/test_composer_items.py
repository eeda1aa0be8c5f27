"""What stands under a heading of the composer: topics in order, and a person's own clauses."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from protocolkit.document.model import Paragraph
from protocolkit.document.richtext import Text
from protocolkit.drafting.new.answers import NONE
from protocolkit.drafting.template.values import OwnClause
from protocolkit.site.composer.data import OF_TEMPLATE, _groups, _items, started
from protocolkit.site.composer.values import LooseItem, TopicItem
from small_boards import board, line_up, one_topic, topic_line

_MAY = "Leerlingen mogen hun telefoon gebruiken."
_MUST_NOT = "Leerlingen mogen hun telefoon niet gebruiken."
_POOL: Any = SimpleNamespace(of_page=tuple)


def _own(anchor: str, after: str, theme: str = "t") -> OwnClause:
    return OwnClause(
        anchor=anchor, theme=theme, after=after, blocks=(Paragraph((Text("Eigen."),)),)
    )


def _rows(*names: str) -> list[Any]:
    boards = tuple(board(slug, _MAY) for slug in ("aa", "bb"))
    matrix, _ = line_up(boards, "".join(topic_line(n, {"aa": ["a-1"]}) for n in names))
    return [row.topic for row in matrix.rows]


def _agreed() -> Any:
    return one_topic(*(board(slug, _MAY) for slug in ("aa", "bb", "cc")))


def _split() -> Any:
    texts = (_MAY, _MUST_NOT, _MAY, _MUST_NOT)
    return one_topic(*(board(f"b{n}", text) for n, text in enumerate(texts)))


def test_own_clauses_follow_their_topic_and_others_come_last() -> None:
    extra = (_own("los", ""), _own("na-een", "een"), _own("na-weg", "weg"), _own("na-twee", "twee"))
    topics = {"een": _agreed(), "weg-niet": _agreed()}
    found = list(_items(_rows("een", "twee"), topics, extra, _POOL, str))
    assert [item.id if isinstance(item, TopicItem) else item.stem for item in found] == [
        "een",
        "na-een",
        "twee",
        "los",
        "na-weg",
        "na-twee",
    ]
    own = [item for item in found if isinstance(item, LooseItem)]
    assert {item.when for item in own} == {OF_TEMPLATE}


def test_a_topic_that_the_template_lacks_has_no_options() -> None:
    with_it, without = list(_items(_rows("een", "twee"), {"een": _agreed()}, (), _POOL, str))
    assert isinstance(with_it, TopicItem)
    assert isinstance(without, TopicItem)
    assert len(with_it.options) == 1
    assert with_it.start[""] == with_it.options[0].id
    assert (without.options, without.start, without.contrary) == ((), {}, ())


def test_where_boards_disagree_nothing_is_chosen_and_what_contradicts_is_told() -> None:
    [item] = list(_items(_rows("een"), {"een": _split()}, (), _POOL, str))
    assert isinstance(item, TopicItem)
    assert item.start[""] == ""
    assert len(item.options) == 2
    assert item.contrary


def test_what_a_draft_begins_with() -> None:
    agreed = _agreed()
    assert started(agreed) == agreed.choices[0].id
    assert started(_split()) == ""
    # What fewer than half of the boards have is taken along by who wants it.
    assert started(replace(agreed, is_optional=True)) == NONE


def test_topics_and_own_clauses_stand_under_their_theme() -> None:
    boards = tuple(board(slug, _MAY) for slug in ("aa", "bb"))
    lines = topic_line("een", {"aa": ["a-1"]}) + topic_line("twee", {"aa": ["a-1"]}, "theme: u")
    matrix, _ = line_up(boards, lines)
    themes = [SimpleNamespace(id="t", title="Thema"), SimpleNamespace(id="u", title="Ander")]
    template: Any = SimpleNamespace(
        topics=(replace(_agreed(), id="een"),),
        themes=(SimpleNamespace(id="u", extra=(_own("eigen", "", "u"),)),),
        appendices=(),
    )
    topics = [row.topic for row in matrix.rows]
    found = list(_groups(topics, template, themes, _POOL, str))  # type: ignore[arg-type]
    names = [
        [item.id if isinstance(item, TopicItem) else item.stem for item in group.items]
        for group in found
    ]
    assert names == [["een"], ["twee", "eigen"]]
    assert [group.title for group in found] == ["Thema", "Ander"]
