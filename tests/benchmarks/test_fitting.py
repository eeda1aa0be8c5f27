from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
import pytest

from fitting import fit_weights, logistic, taught
from labelled_set import make_pair
from labelled_subjects import read_subject
from protocolkit.alignment.compared_clauses import Unit
from protocolkit.alignment.scoring import KINDS, stages
from protocolkit.base.resources import package_text
from small_sets import of_boards, of_few_clauses


def test_the_logistic_regression_finds_what_made_the_truth() -> None:
    generator = np.random.default_rng(1)
    rows = generator.normal(size=(4000, 2))
    chances = 1 / (1 + np.exp(-(1.5 * rows[:, 0] - 1)))
    truth = generator.random(4000) < chances
    start, weights = logistic(rows, truth, np.ones(4000))
    assert start == pytest.approx(-1, abs=0.15)
    assert weights == pytest.approx([1.5, 0], abs=0.15)
    twice = logistic(np.concatenate([rows, rows]), np.concatenate([truth, truth]), np.ones(8000))
    assert twice[1] == pytest.approx(weights, abs=0.02)


def test_no_weight_counts_against_what_its_likeness_means() -> None:
    against = {"other_audience", "staff_against_pupils"}
    for models in range(len(KINDS)):
        both = stages(models)
        for weights in (both.first, both.second, both.between_two):
            for name, weight in weights.weights.items():
                assert weight <= 0 if name in against else weight >= 0, name
    kinds = json.loads(package_text("protocolkit.alignment", "weights.json"))
    assert set(kinds) == set(KINDS)


def test_small_sets_hold_what_they_say() -> None:
    kleding = read_subject("kleding")
    for boards in (2, 3):
        sets = list(of_boards(kleding, boards, 4, seed=5))
        names = [frozenset(unit.place.organisation for unit in units) for units in sets]
        assert {len(found) for found in names} == {boards}
        assert len(set(names)) == 4
    shares = set()
    for units in of_few_clauses(kleding, 12, seed=5):
        one, other = ([u.place for u in units if u.place.organisation == b] for b in _boards(units))
        assert 3 <= len(one) <= 8
        assert 3 <= len(other) <= 8
        met = {make_pair(left, right) for left in one for right in other}
        shares.add(len(met & kleding.labels.sure) > 0)
        assert all(unit.before < number for number, unit in enumerate(units))
    assert shares == {True, False}
    again = list(of_few_clauses(kleding, 12, seed=5))
    assert again == list(of_few_clauses(kleding, 12, seed=5))


def _boards(units: Sequence[Unit]) -> list[str]:
    return sorted({unit.place.organisation for unit in units})


def test_weights_are_fitted_on_pairs_between_boards_alone() -> None:
    kleding = taught(read_subject("kleding"))
    names = np.array(kleding.profile.organisations)
    assert not kleding.times[names[:, None] == names[None, :]].any()
    weights = fit_weights([kleding])
    chances = weights.chances(kleding.found)
    linked, apart = chances[kleding.truth == 1], chances[kleding.truth == 0]
    assert linked.mean() > 5 * apart.mean()
