"""Which topics and clauses the options of a directive leave."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

import seeds
from protocolkit.document.place import Place
from protocolkit.site.directives import finding
from protocolkit.site.directives.declared import Asked
from protocolkit.site.directives.finding import FoundTopic, clauses_of, has_clauses

_ROW = next(row for row in seeds.matrix().rows if any(len(c.clauses) > 1 for c in row.cells))
_CELL = next(cell for cell in _ROW.cells if len(cell.clauses) > 1)
_FOUND = FoundTopic(comparison=cast("Any", SimpleNamespace()), row=_ROW, cells=(_CELL,))


def _asked(**options: object) -> Asked:
    return Asked(app=cast("Any", None), page="p", argument="pesten", options=options)


@pytest.fixture(autouse=True)
def _first_is_must(monkeypatch: pytest.MonkeyPatch) -> None:
    def code(_comparison: object, topic: str, place: Place) -> str:
        assert topic == _ROW.topic.id
        return "moet" if place == _CELL.clauses[0].place else "mag"

    monkeypatch.setattr(finding, "rule_code", code)


def test_a_list_by_the_kind_of_rule_has_no_clause_with_another_rule() -> None:
    first, *others = _CELL.clauses
    assert clauses_of(_asked(), _FOUND, _CELL) == _CELL.clauses
    assert clauses_of(_asked(rule="moet"), _FOUND, _CELL) == (first,)
    assert clauses_of(_asked(rule="mag"), _FOUND, _CELL) == tuple(others)


def test_a_topic_without_a_clause_stays_where_nothing_is_narrowed() -> None:
    empty = replace(_FOUND, cells=())
    assert has_clauses(_asked(), empty)
    assert not has_clauses(_asked(organisation=("a",)), empty)
    assert not has_clauses(_asked(rule="mag-niet"), _FOUND)
    assert has_clauses(_asked(rule="mag"), _FOUND)
