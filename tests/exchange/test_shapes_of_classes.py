"""A class as a shape of JSON: which fields travel, in which form, and what has no shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import pytest

from protocolkit.exchange.shapes import (
    Choice,
    Count,
    Field,
    Flag,
    Items,
    Named,
    Plan,
    Record,
    Text,
    Variety,
    record_name,
    shapes_of,
)


class _Way(Enum):
    IN = "in"


@dataclass(frozen=True)
class GreenLeaf:
    words: str


@dataclass(frozen=True)
class Branch:
    inside: tuple[GreenLeaf | Branch, ...]
    way: _Way = _Way.IN
    is_old: bool = False
    number: int = 0
    seen: str = field(default="", compare=False)
    place: str = field(default="", compare=False)
    code: str = ""
    other: complex = 0j


_PRINTED = Text(form="a number")
_PLAN = Plan(
    unions={frozenset({GreenLeaf, Branch}): "part"},
    tags={GreenLeaf: "leaf", Branch: "branch"},
    limits={"Branch.code": Text(longest=3)},
    travels_too=frozenset({"Branch.place"}),
    printed={complex: _PRINTED},
)


def test_the_name_of_a_record_is_that_of_its_class() -> None:
    assert [record_name(made) for made in (Branch, GreenLeaf)] == ["branch", "green-leaf"]


def test_each_field_that_counts_travels_in_its_own_shape() -> None:
    found = shapes_of(Branch, _PLAN)
    assert set(found) == {"branch", "green-leaf", "part"}
    branch = found["branch"]
    assert isinstance(branch, Record)
    assert (branch.made, branch.tag) == (Branch, "branch")
    assert branch.fields == (
        Field(name="inside", shape=Items(item=Named("part")), is_required=True),
        Field(name="way", shape=Choice(_Way), is_required=False, default=_Way.IN),
        Field(name="is_old", shape=Flag(), is_required=False, default=False),
        Field(name="number", shape=Count(least=0, most=1_000_000), is_required=False, default=0),
        Field(name="place", shape=Text(), is_required=False, default=""),
        Field(name="code", shape=Text(longest=3), is_required=False, default=""),
        Field(name="other", shape=_PRINTED, is_required=False, default=0j),
    )
    part = found["part"]
    assert isinstance(part, Variety)
    assert set(part.records) == {"branch", "green-leaf"}


def test_what_has_no_shape_or_no_tag_is_refused() -> None:
    plan = Plan(unions=_PLAN.unions, tags={Branch: "branch"}, limits={})
    with pytest.raises(TypeError, match="GreenLeaf"):
        shapes_of(Branch, plan)
    with pytest.raises(TypeError, match="complex"):
        shapes_of(Branch, Plan(unions=_PLAN.unions, tags=_PLAN.tags, limits={}))
