from __future__ import annotations

import pytest

pytest.importorskip("sklearn", reason="scikit-learn comes with the extra 'benchmarks'")
pytest.importorskip("rapidfuzz", reason="rapidfuzz comes with the extra 'benchmarks'")

from baselines import Baseline, make_baselines, mutual_best, tune
from labelled_set import LabelledSet, Link
from protocolkit.relations.relation import Relation
from scores import count, is_any

TEXTS = {
    "a/1": "De leerling mag geen foto's maken in de klas.",
    "a/2": "Ouders melden zich bij de receptie van de school.",
    "b/1": "De leerling mag geen foto's maken in de klas!",
    "b/2": "Vergaderingen zijn op dinsdag.",
    "c/1": "Ouders melden zich bij de receptie van de school.",
}


def _labels() -> LabelledSet:
    pairs = (("a/1", "b/1"), ("a/2", "c/1"))
    return LabelledSet(
        links=tuple(Link(pair=pair, is_sure=True, relation=Relation.IDENTICAL) for pair in pairs)
    )


def test_only_the_best_of_both_sides_stays() -> None:
    scores = {("a/1", "b/1"): 0.9, ("a/1", "b/2"): 0.8, ("a/2", "b/2"): 0.7, ("a/1", "c/1"): 0.1}
    assert set(mutual_best(scores)) == {("a/1", "b/1"), ("a/1", "c/1")}


def test_every_baseline_finds_what_is_the_same() -> None:
    for baseline in make_baselines(TEXTS):
        assert max(baseline.scores.values()) <= 1 + 1e-9
        assert not {pair for pair in baseline.scores if pair[0][0] == pair[1][0]}
        tuned = tune(baseline, _labels())
        assert count(tuned.links, _labels(), is_any).error_rate == 0, baseline.name


def test_the_threshold_is_chosen_without_the_organisation_that_is_scored() -> None:
    scores = {("a/1", "b/1"): 0.3, ("a/2", "c/1"): 0.9, ("a/1", "c/1"): 0.5, ("b/2", "c/1"): 0.5}
    tuned = tune(Baseline(name="x", scores=scores), _labels())
    # Without b the best threshold is above 0.5, so the link between a and b is lost when b is
    # scored; without c it is 0.3, so two wrong links come in when c is scored.
    assert tuned.held_out.error_rate > count(tuned.links, _labels(), is_any).error_rate
