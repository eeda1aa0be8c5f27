from __future__ import annotations

import pytest

from labelled_set import LabelledSet, Link, Pair, make_pair
from labelled_subjects import Question, Subject
from protocolkit.document.place import Place
from subject_scores import (
    Found,
    calibration_error,
    first_share,
    gain_by_question,
    reliability,
    score_subject,
)


def _pair(left: str, right: str) -> Pair:
    return make_pair(Place.parse(left), Place.parse(right))


SURE = (_pair("a#1", "b#1"), _pair("a#2", "b#2"), _pair("a#2", "c#2"), _pair("b#2", "c#2"))
MAYBE = _pair("a#1", "b#3")
WRONG = _pair("a#1", "c#2")


def _places(text: str) -> tuple[Place, ...]:
    return tuple(map(Place.parse, text.split()))


SUBJECT = Subject(
    name="x",
    hands="a",
    protocols=(),
    labels=LabelledSet(
        links=tuple(
            Link(pair=pair, is_sure=pair != MAYBE, relation=None) for pair in (*SURE, MAYBE)
        )
    ),
    questions=(
        (
            Question(text="Een?", sure=_places("a#1 b#1"), possible=_places("b#3")),
            Question(text="Twee?", sure=_places("a#2 b#2 c#2"), possible=()),
        ),
    ),
)


def _found(*links: Pair) -> Found:
    return Found(links=frozenset(links), chances=dict.fromkeys(links, 0.9))


def test_the_figures_of_a_worked_example() -> None:
    scores = score_subject(SUBJECT, _found(SURE[0], SURE[1], MAYBE, WRONG))
    assert scores.error_rate == pytest.approx(1 - (2 + 3) / (4 + 4))
    assert (scores.precision, scores.recall) == (3 / 4, 2 / 4)
    # The possible pair is left out: 3 found, 4 sure, 2 right.
    assert scores.f1 == pytest.approx(2 * 2 / (3 + 4))
    # One question wholly found, the other for a third: not 2 of 4.
    assert scores.by_question == pytest.approx((1 + 1 / 3) / 2)
    # a#1: 1 right of 2 found and 1 sure; b#1 all; a#2: 1, 1 right of 2; b#2 the same; c#2 none.
    assert scores.by_clause == pytest.approx((2 / 3 + 1 + 2 / 3 + 2 / 3 + 0) / 5)


def test_the_fourth_counterpart_is_not_among_the_first_three() -> None:
    chances = {SURE[0]: 0.2, _pair("a#1", "b#7"): 0.9, _pair("a#1", "b#8"): 0.8}
    labels = LabelledSet(links=(Link(pair=SURE[0], is_sure=True, relation=None),))
    assert first_share(chances, labels) == 1
    more = chances | {_pair("a#1", "b#9"): 0.7}
    # It comes fourth for a#1, and is the first and only one for b#1.
    assert first_share(more, labels) == 0.5


def test_chances_that_come_true_have_no_calibration_error() -> None:
    chances = dict.fromkeys((*SURE[:2], WRONG, MAYBE, _pair("a#3", "b#9")), 0.5)
    bins = reliability(chances, SUBJECT.labels)
    assert [(one.pairs, one.linked) for one in bins] == [(4, 0.5)]
    assert calibration_error(bins) == 0
    sure_of_it = reliability(dict.fromkeys(chances, 0.9), SUBJECT.labels)
    assert calibration_error(sure_of_it) == pytest.approx(0.4)
    assert not reliability(dict.fromkeys(chances, 0.05), SUBJECT.labels)


def test_the_gain_is_that_of_the_whole_and_its_interval_holds_it() -> None:
    mine, other = _found(*SURE), _found(SURE[0], WRONG)
    mean, sure = gain_by_question(SUBJECT, mine, other)
    assert mean == pytest.approx(1 - (1 + 1) / (2 + 4))
    assert sure.low <= mean <= sure.high
    assert gain_by_question(SUBJECT, mine, mine)[0] == 0
