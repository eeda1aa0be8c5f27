from __future__ import annotations

import math
import sys
from types import ModuleType

import pytest

from baselines import Baseline, make_baselines, mutual_best, own_baselines, tune, word_tfidf
from labelled_set import LabelledSet, Link
from protocolkit.document.place import Place
from protocolkit.relations.relation import Relation
from scores import count, is_any

TEXTS = {
    Place("a", "1"): "De leerling mag geen foto's maken in de klas.",
    Place("a", "2"): "Ouders melden zich bij de receptie van de school.",
    Place("b", "1"): "De leerling mag geen foto's maken in de klas!",
    Place("b", "2"): "Vergaderingen zijn op dinsdag.",
    Place("c", "1"): "Ouders melden zich bij de receptie van de school.",
}


def _labels() -> LabelledSet:
    pairs = ((Place("a", "1"), Place("b", "1")), (Place("a", "2"), Place("c", "1")))
    return LabelledSet(
        links=tuple(Link(pair=pair, is_sure=True, relation=Relation.IDENTICAL) for pair in pairs)
    )


def test_only_the_best_of_both_sides_stays() -> None:
    scores = {
        (Place("a", "1"), Place("b", "1")): 0.9,
        (Place("a", "1"), Place("b", "2")): 0.8,
        (Place("a", "2"), Place("b", "2")): 0.7,
        (Place("a", "1"), Place("c", "1")): 0.1,
    }
    assert set(mutual_best(scores)) == {
        (Place("a", "1"), Place("b", "1")),
        (Place("a", "1"), Place("c", "1")),
    }


def test_words_that_are_rare_weigh_more() -> None:
    """By hand: of three texts two have 'a', one 'b' and one 'c'."""
    texts = {Place("a", "1"): "a a b", Place("b", "1"): "A c", Place("b", "2"): "!"}
    scores = word_tfidf(texts).scores
    rare, usual, often = math.log(4 / 2) + 1, math.log(4 / 3) + 1, 1 + math.log(2)
    left, right = math.hypot(often * usual, rare), math.hypot(usual, rare)
    expected = often * usual * usual / (left * right)
    assert scores[Place("a", "1"), Place("b", "1")] == pytest.approx(expected)
    assert scores[Place("a", "1"), Place("b", "2")] == 0


def test_a_measure_of_others_becomes_two_baselines(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of rapidfuzz's, of the extra 'benchmarks', one that can be worked out by hand."""

    def token_set_ratio(one: str, other: str) -> float:
        return 100 * len({*one.split()} & {*other.split()}) / len({*one.split()} | {*other.split()})

    monkeypatch.setitem(sys.modules, "rapidfuzz", ModuleType("rapidfuzz"))
    measure = ModuleType("rapidfuzz.fuzz")
    monkeypatch.setattr(measure, "token_set_ratio", token_set_ratio, raising=False)
    monkeypatch.setitem(sys.modules, "rapidfuzz.fuzz", measure)
    *own, threshold, mutual = make_baselines(TEXTS)
    assert [baseline.name for baseline in own] == [one.name for one in own_baselines(TEXTS)]
    assert (threshold.name, mutual.name) == (
        "rapidfuzz token_set, threshold",
        "rapidfuzz token_set, mutual best",
    )
    # Of eight words on either side only 'klas.' and 'klas!' differ.
    assert threshold.scores[Place("a", "1"), Place("b", "1")] == pytest.approx(7 / 9)
    assert set(mutual.scores) < set(threshold.scores)


def test_every_baseline_finds_what_is_the_same() -> None:
    for baseline in own_baselines(TEXTS):
        assert max(baseline.scores.values()) <= 1 + 1e-9
        assert not {
            pair for pair in baseline.scores if pair[0].organisation == pair[1].organisation
        }
        tuned = tune(baseline, _labels())
        assert count(tuned.links, _labels(), is_any).error_rate == 0, baseline.name


def test_the_threshold_is_chosen_without_the_organisation_that_is_scored() -> None:
    scores = {
        (Place("a", "1"), Place("b", "1")): 0.3,
        (Place("a", "2"), Place("c", "1")): 0.9,
        (Place("a", "1"), Place("c", "1")): 0.5,
        (Place("b", "2"), Place("c", "1")): 0.5,
    }
    tuned = tune(Baseline(name="x", scores=scores), _labels())
    # Without b the best threshold is above 0.5, so the link between a and b is lost when b is
    # scored; without c it is 0.3, so two wrong links come in when c is scored.
    assert tuned.held_out.error_rate > count(tuned.links, _labels(), is_any).error_rate
