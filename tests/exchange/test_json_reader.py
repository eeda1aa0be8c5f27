"""A 'type' tells records of a union apart; where there is one record without it, it is unknown."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from protocolkit.exchange.json_reader import JsonReader
from protocolkit.exchange.shapes import Named, Plan, shapes_of
from protocolkit.reading.found_problems import Report


@dataclass(frozen=True)
class Leaf:
    words: str


@dataclass(frozen=True)
class Twig:
    words: str


@dataclass(frozen=True)
class Root:
    parts: tuple[Leaf | Twig, ...] = ()


_SHAPES = shapes_of(
    Root,
    Plan(unions={frozenset({Leaf, Twig}): "part"}, tags={Leaf: "leaf", Twig: "twig"}, limits={}),
)


def _read(value: object, name: str = "root") -> tuple[object, list[str]]:
    report = Report("x.json")
    found = JsonReader(_SHAPES, report).read(Named(name), value, "")
    return found, [problem.code.name for problem in report.problems]


def test_a_record_of_a_union_may_say_its_type_where_no_other_can_stand() -> None:
    assert _read({"words": "a", "type": "leaf"}, "leaf") == (Leaf("a"), [])
    assert _read({"words": "a"}, "leaf") == (Leaf("a"), [])


def test_a_record_of_no_union_has_no_type() -> None:
    assert _read({"type": "root"})[1] == ["json-unknown-key"]


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ({"words": "a"}, "json-missing"),
        ({"words": "a", "type": "root"}, "json-choice"),
        ({"words": "a", "type": ["twig"]}, "json-choice"),
    ],
)
def test_which_record_of_a_union_it_is_must_be_said(part: object, problem: str) -> None:
    assert _read({"parts": [{"words": "a", "type": "twig"}]}) == (Root(parts=(Twig("a"),)), [])
    assert _read({"parts": [part]})[1] == [problem]


@pytest.mark.parametrize(("count", "told"), [(49, 49), (50, 50), (51, 50), (500, 50)])
def test_after_fifty_problems_nothing_more_is_read(count: int, told: int) -> None:
    assert len(_read({"parts": [7] * count})[1]) == told
