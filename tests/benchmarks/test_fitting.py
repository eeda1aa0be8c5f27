from __future__ import annotations

import json

import numpy as np
import pytest

from fitting import fit_weights, logistic, taught
from labelled_subjects import read_subject
from protocolkit.alignment.scoring import stages
from protocolkit.base.resources import package_text


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
    for has_meaning in (True, False):
        both = stages(has_meaning=has_meaning)
        for weights in (both.first, both.second):
            for name, weight in weights.weights.items():
                assert weight <= 0 if name in against else weight >= 0, name
    kinds = json.loads(package_text("protocolkit.alignment", "weights.json"))
    assert set(kinds) == {"meaning", "plain"}


def test_weights_are_fitted_on_pairs_between_boards_alone() -> None:
    kleding = taught(read_subject("kleding"))
    names = np.array(kleding.profile.organisations)
    assert not kleding.times[names[:, None] == names[None, :]].any()
    weights = fit_weights([kleding])
    chances = weights.chances(kleding.found)
    linked, apart = chances[kleding.truth == 1], chances[kleding.truth == 0]
    assert linked.mean() > 5 * apart.mean()
