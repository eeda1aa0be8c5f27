from __future__ import annotations

import json

import pytest

from aligned import read_aligned
from bootstrap import draw_clauses, gain, interval, score_draws
from grading import NOT_FOUND, grade
from labelled_set import LabelledSet, Link, Pair
from protocolkit.document.place import Place
from protocolkit.norms.norm import Modality
from protocolkit.relations.relation import Relation
from scores import count, is_any, is_from_one_template, is_remote
from tables import Form, Table, render


def _pair(left: str, right: str) -> Pair:
    return Place.parse(left), Place.parse(right)


SURE = tuple(_pair(f"a#{number}", f"b#{number}") for number in range(1, 5))
POSSIBLE = (_pair("a#1", "b#2"), _pair("a#1", "b#3"))
CLAUSES = tuple(Place(slug, str(number)) for slug in "ab" for number in range(1, 9))


def _labels() -> LabelledSet:
    sure = [Link(pair=pair, is_sure=True, relation=Relation.EDITORIAL) for pair in SURE]
    more = [Link(pair=pair, is_sure=False, relation=None) for pair in POSSIBLE]
    return LabelledSet(links=(*sure, *more))


def test_the_rates_of_a_worked_example() -> None:
    found: set[Pair] = {SURE[0], SURE[1], POSSIBLE[0], _pair("a#4", "b#1"), _pair("a#4", "b#2")}
    counts = count(found, _labels(), is_any)
    assert counts.precision == 3 / 5
    assert counts.recall == 2 / 4
    assert counts.error_rate == pytest.approx(1 - (2 + 3) / (5 + 4))


def test_possible_links_cost_nothing_and_win_nothing() -> None:
    perfect = count(set(SURE), _labels(), is_any)
    generous = count({*SURE, *POSSIBLE}, _labels(), is_any)
    assert (perfect.error_rate, generous.error_rate) == (0, 0)
    assert count(set(), _labels(), is_any).error_rate == 1


def test_a_pair_is_from_one_template_or_remote() -> None:
    pairs = [_pair("lucas-onderwijs#x", "oponoa#x"), _pair("oponoa#x", "verkruisen#x")]
    assert [is_from_one_template(pair) for pair in pairs] == [True, False]
    assert [is_remote(pair) for pair in pairs] == [False, True]


def test_the_bootstrap_repeats_and_holds_the_figure() -> None:
    labels, found = _labels(), {SURE[0], SURE[1], _pair("a#4", "b#1")}
    one = score_draws(draw_clauses(CLAUSES), found, labels, is_any)
    two = score_draws(draw_clauses(reversed(CLAUSES)), found, labels, is_any)
    assert (one.error_rate == two.error_rate).all()
    sure = interval(one.error_rate)
    assert sure.low < count(found, labels, is_any).error_rate < sure.high


def test_the_gain_over_itself_is_nothing_and_over_worse_is_positive() -> None:
    labels, sample = _labels(), draw_clauses(CLAUSES)
    good, bad = (
        score_draws(sample, found, labels, is_any)
        for found in (set(SURE), {SURE[0], _pair("a#4", "b#1"), _pair("a#3", "b#1")})
    )
    assert gain(good, good).mean == 0
    assert gain(good, bad).mean > 0.5
    assert gain(good, bad).share > 0.9
    assert gain(bad, good).share == 0


def test_grades_of_a_worked_example() -> None:
    labels = dict(zip("vwxyz", [Relation.EDITORIAL] * 3 + [Relation.CONTRARY] * 2, strict=True))
    answers = {
        "v": Relation.EDITORIAL,
        "w": Relation.EDITORIAL,
        "x": Relation.CONTRARY,
        "y": Relation.CONTRARY,
    }
    grades = grade(labels, answers)
    assert grades.accuracy == 3 / 5
    assert (grades.precision("contrary"), grades.recall("contrary")) == (1 / 2, 1 / 2)
    assert grades.macro_f1 == pytest.approx((0.8 + 0.5) / 2)
    assert grades.share(NOT_FOUND) == 1 / 5
    assert grades.labels == ("contrary", "editorial")


def test_what_align_prints_is_read() -> None:
    topic = {
        "id": "x",
        "cells": {
            "b": {"presence": "present", "clauses": [{"anchor": "1", "norm": "gebod"}]},
            "a": {"presence": "present", "clauses": [{"anchor": "1"}, {"anchor": "2"}]},
            "c": {"presence": "not_found", "clauses": []},
        },
        "relations": [
            {
                "left": {"organisation": "b", "anchor": "1"},
                "right": {"organisation": "a", "anchor": "2"},
                "relation": "contrary",
            }
        ],
    }
    aligned = read_aligned(json.dumps({"topics": [topic]}))
    assert aligned.links() == {_pair("a#1", "b#1"), _pair("a#2", "b#1")}
    assert aligned.relations == {_pair("a#2", "b#1"): Relation.CONTRARY}
    assert aligned.norms[Place("b", "1")].modality is Modality.OBLIGATION
    assert aligned.clauses == {Place("a", "1"), Place("a", "2"), Place("b", "1")}


def test_a_table_is_the_same_in_both_forms() -> None:
    table = Table(title="T", head=("a", "b"), rows=(("1", "22"),), remark="why")
    markdown = render([table], Form.MARKDOWN)
    assert "| 1 | 22 |" in markdown
    assert render([table], Form.TEXT).split() == ["T", "(why)", "a", "b", "1", "22"]
