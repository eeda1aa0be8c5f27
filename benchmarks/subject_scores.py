"""How good what an aligner found is on one labelled subject, looked at from several sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from bootstrap import DRAWS, SEED, Interval, interval
from labelled_set import LabelledSet, Pair
from labelled_subjects import Question, Subject
from protocolkit.document.place import Place
from scores import count, is_any

FIRST = 3
"""A reviewer is shown this many counterparts first."""

LEAST_CHANCE = 0.1
"""Calibration looks at pairs from this chance on: thousands of pairs that nobody would link are
right at nearly 0, and would hide the rest."""

_BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an aligner made of a subject: its links, and the chance of every pair (0 to 1)."""

    links: frozenset[Pair]
    chances: Mapping[Pair, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Pairs of about one chance: how many, their mean chance, and the share that is linked."""

    pairs: int
    chance: float
    linked: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectScores:
    """The figures of one subject; shares from 0 to 1, an error is better the lower it is.

    ``f1`` leaves possible pairs out altogether; ``by_clause`` is its mean over the clauses that
    have a sure link; ``by_question`` the recall of the sure links, averaged over the questions;
    ``first_three`` how often a right clause is among the first three of a board that has one.
    """

    error_rate: float
    precision: float
    recall: float
    f1: float
    by_clause: float
    by_question: float
    first_three: float
    calibration_error: float


def score_subject(subject: Subject, found: Found) -> SubjectScores:
    """Score what was found."""
    labels = subject.labels
    counts = count(found.links, labels, is_any)
    return SubjectScores(
        error_rate=counts.error_rate,
        precision=counts.precision,
        recall=counts.recall,
        f1=_f1(_plain(found.links, labels), labels.sure),
        by_clause=_by_clause(found.links, labels),
        by_question=_by_question(found.links, subject),
        first_three=first_share(found.chances, labels),
        calibration_error=calibration_error(reliability(found.chances, labels)),
    )


def first_share(chances: Mapping[Pair, float], labels: LabelledSet) -> float:
    """Return how often a sure counterpart is among the first three that a board has.

    Counted per clause and per other board with a sure link; of equal chances the first anchor.
    """
    ranked: dict[tuple[Place, str], list[tuple[float, Place]]] = defaultdict(list)
    for (left, right), chance in chances.items():
        ranked[left, right.organisation].append((-chance, right))
        ranked[right, left.organisation].append((-chance, left))
    wanted: dict[tuple[Place, str], set[Place]] = defaultdict(set)
    for left, right in labels.sure:
        wanted[left, right.organisation].add(right)
        wanted[right, left.organisation].add(left)
    right_ones = (
        any(place in places for _, place in sorted(ranked[key])[:FIRST])
        for key, places in wanted.items()
    )
    return sum(right_ones) / max(1, len(wanted))


def reliability(chances: Mapping[Pair, float], labels: LabelledSet) -> tuple[Bin, ...]:
    """Return pairs by their chance in bins of 0.1, possible pairs and tiny chances left out."""
    unsure = labels.possible - labels.sure
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for pair, chance in chances.items():
        if pair not in unsure and chance >= LEAST_CHANCE:
            bins[min(_BINS - 1, int(chance * _BINS))].append((chance, pair in labels.sure))
    made = []
    for _, inside in sorted(bins.items()):
        values = np.array(inside, dtype=float)
        made.append(
            Bin(
                pairs=len(inside),
                chance=float(values[:, 0].mean()),
                linked=float(values[:, 1].mean()),
            )
        )
    return tuple(made)


def calibration_error(bins: Collection[Bin]) -> float:
    """Return the expected calibration error: how far chance and share differ, per pair."""
    total = sum(one.pairs for one in bins)
    return sum(one.pairs * abs(one.chance - one.linked) for one in bins) / max(1, total)


def gain_by_question(subject: Subject, mine: Found, other: Found) -> tuple[float, Interval]:
    """Return how much lower the error rate is than another's, and the middle 95 % of draws.

    What is drawn again are questions (of the first annotator; where there are none, clauses). A
    pair counts as often as the questions that both its clauses answer, else as those of either.
    """
    sample = _Draws(subject)
    drawn = sample.error_rates(other.links) - sample.error_rates(mine.links)
    whole = (count(one.links, subject.labels, is_any).error_rate for one in (other, mine))
    theirs, ours = whole
    return theirs - ours, interval(drawn)


class _Draws:
    """Questions drawn again and again, with what each pair then weighs."""

    def __init__(self, subject: Subject) -> None:
        self._labels = subject.labels
        asked = [q.sure for q in subject.questions[0]] if subject.questions else []
        asked = asked or [(place,) for place in subject.places]
        generator = np.random.default_rng(SEED)
        size = len(asked)
        self._times = generator.multinomial(size, np.full(size, 1 / size), DRAWS).astype(float)
        self._of: dict[Place, set[int]] = defaultdict(set)
        for number, places in enumerate(asked):
            for place in places:
                self._of[place].add(number)

    def error_rates(self, links: Collection[Pair]) -> np.ndarray:
        """Return the error rate in each draw."""
        sure, possible = self._labels.sure, self._labels.possible
        pairs = sorted({*links, *sure})
        met = frozenset(links)
        weights = np.stack([self._weight(pair) for pair in pairs], axis=1)
        table = np.array(
            [
                ((p in met) + (p in sure), (p in met) * ((p in sure) + (p in possible)))
                for p in pairs
            ],
            dtype=float,
        )
        whole, right = (weights @ table).T
        return np.asarray(1 - right / np.maximum(whole, 1e-9))

    def _weight(self, pair: Pair) -> np.ndarray:
        one, other = (self._of[place] for place in pair)
        questions = sorted(one & other or one | other)
        return np.asarray(self._times[:, questions].mean(axis=1))


def _plain(links: Collection[Pair], labels: LabelledSet) -> frozenset[Pair]:
    return frozenset(links) - (labels.possible - labels.sure)


def _f1(found: Collection[Pair], sure: Collection[Pair]) -> float:
    right = len(set(found) & set(sure))
    return 2 * right / max(1, len(found) + len(sure))


def _by_clause(links: Collection[Pair], labels: LabelledSet) -> float:
    own = _ends(_plain(links, labels))
    wanted = _ends(labels.sure)
    figures = [_f1(own.get(clause, frozenset()), pairs) for clause, pairs in wanted.items()]
    return float(np.mean(figures)) if figures else 1.0


def _ends(pairs: Collection[Pair]) -> dict[Place, set[Pair]]:
    found: dict[Place, set[Pair]] = defaultdict(set)
    for pair in pairs:
        for clause in pair:
            found[clause].add(pair)
    return found


def _by_question(links: Collection[Pair], subject: Subject) -> float:
    figures = list(_question_recalls(links, subject))
    return float(np.mean(figures)) if figures else float("nan")


def _question_recalls(links: Collection[Pair], subject: Subject) -> Iterator[float]:
    met = frozenset(links)
    for questions in subject.questions:
        for question in questions:
            wanted = _wanted(question, subject.labels)
            if wanted:
                yield len(wanted & met) / len(wanted)


def _wanted(question: Question, labels: LabelledSet) -> frozenset[Pair]:
    inside = frozenset(question.sure)
    return frozenset(pair for pair in labels.sure if inside.issuperset(pair))
