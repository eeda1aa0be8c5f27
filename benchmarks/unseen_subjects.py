"""How good the alignment is on a subject that it has not seen, per subject held out.

    .venv/bin/python benchmarks/unseen_subjects.py
    .venv/bin/python benchmarks/unseen_subjects.py --format markdown --details

Of each labelled subject: the error rate and other figures by weights that were fitted without it
and without the other subject of the same hands, beside TF-IDF with a threshold that was
chosen on the subjects of other hands, with the gain and its interval on the same draws. And of
small sets out of each: three boards, two, or a few clauses of two.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from itertools import combinations

import numpy as np

from baselines import Baseline, word_tfidf
from fit_weights import all_models, read_vectors
from fitting import Taught, fit_stages, taught_with_small, without
from labelled_set import LabelledSet, Pair, make_pair
from labelled_subjects import SEEDS, Subject, read_subjects
from protocolkit.alignment.clause_vectors import Vectors
from protocolkit.alignment.propose import LEAST_SCORE
from protocolkit.alignment.scoring import Stages, score
from protocolkit.alignment.topics import group
from protocolkit.document.outline import addressable, clause_text
from protocolkit.document.place import Place
from scores import Counts, count, is_any
from small_sets import SMALL
from subject_scores import Found, gain_by_question, reliability, score_subject
from tables import Form, Table, number, render, span

SEED_HANDS = "seeds"
_BASELINE = "word TF-IDF, threshold"
_THRESHOLDS = np.round(np.arange(0.05, 0.6, 0.01), 2)
_HEAD = (
    "subject",
    "AER",
    "precision",
    "recall",
    "F1, sure only",
    "F1 by clause",
    "recall by question",
    "in first 3",
    "calibration",
)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    parser.add_argument("--details", action="store_true", help="the tables of reliability too")
    asked = parser.parse_args()
    subjects = read_subjects()
    theirs = transferred(subjects)
    tables = []
    for name, sets in _kinds(subjects).items():
        weights = unseen_weights(sets)
        ours = {one.name: align(one, weights[one.hands]) for one in sets if one.is_whole}
        tables.append(small_sets(name, subjects, sets, weights))
        tables += [figures(name, subjects, ours), gains(name, subjects, ours, theirs)]
        if asked.details:
            tables.append(calibration(name, subjects, ours))
    tables.append(figures(f"{_BASELINE} transferred", subjects, theirs))
    print(render(tables, Form(asked.format)))


def _kinds(subjects: Sequence[Subject]) -> dict[str, list[Taught]]:
    models = all_models()
    names = ("with both sentence models", "with the one on numpy alone", "without any")
    return {
        name: _taught(subjects, [read_vectors(one, models[:number]) for one in subjects])
        for name, number in zip(names, (2, 1, 0), strict=True)
    }


def _taught(subjects: Sequence[Subject], vectors: Sequence[Vectors | None]) -> list[Taught]:
    pairs = zip(subjects, vectors, strict=True)
    return [one for subject, own in pairs for one in taught_with_small(subject, own)]


def unseen_weights(sets: Sequence[Taught]) -> dict[str, Stages]:
    """Return by hands the weights that saw nothing of theirs; for the seeds, of everything."""
    return {
        hands: fit_stages(sets if hands == SEED_HANDS else without(sets, {hands}))
        for hands in dict.fromkeys(one.hands for one in sets)
    }


def align(one: Taught, weights: Stages) -> Found:
    """Return what the aligner finds, its topics as links."""
    profile = one.profile
    scored = score(profile, profile, weights=weights)
    groups = group(scored.scores, profile.organisations, LEAST_SCORE, scored.sentences)
    places = [unit.place for unit in profile.units]
    return Found(
        links=frozenset(_pairs([places[at] for at in members] for members in groups)),
        chances={
            make_pair(places[one], places[other]): float(scored.chances[one, other])
            for one, other in zip(*np.triu_indices(len(places), 1), strict=True)
            if places[one].organisation != places[other].organisation
        },
    )


def transferred(subjects: Sequence[Subject]) -> dict[str, Found]:
    """Return the links of TF-IDF, its threshold the best one on the subjects of other hands."""
    baselines = {subject.name: _tfidf(subject) for subject in subjects}
    rates = {
        subject.name: np.array(
            [
                count(baselines[subject.name].links(least), subject.labels, is_any).error_rate
                for least in _THRESHOLDS
            ]
        )
        for subject in subjects
    }
    found = {}
    for subject in subjects:
        others = [rates[one.name] for one in subjects if one.hands != subject.hands]
        least = float(_THRESHOLDS[int(np.mean(others, axis=0).argmin())])
        own = baselines[subject.name]
        found[subject.name] = Found(links=own.links(least), chances=own.scores)
    return found


def figures(name: str, subjects: Sequence[Subject], found: Mapping[str, Found]) -> Table:
    """Return the figures of one system, with their mean over the invented subjects."""
    scores = {one.name: score_subject(one, found[one.name]) for one in subjects}
    rows = [(subject, *map(number, astuple(own))) for subject, own in scores.items()]
    invented = [astuple(scores[one.name]) for one in subjects if one.questions]
    rows.append(("mean, invented", *map(number, np.mean(invented, axis=0))))
    return Table(title=name, head=_HEAD, rows=tuple(rows))


def small_sets(
    name: str, subjects: Sequence[Subject], sets: Sequence[Taught], weights: Mapping[str, Stages]
) -> Table:
    """Return the error rate in small sets out of each subject, the pairs of one kind together."""
    rows = []
    for subject in subjects:
        own = [one for one in sets if one.name == subject.name and not one.is_whole]
        row = [subject.name]
        for kind in SMALL:
            counts = [_counts(one, subject, weights[one.hands]) for one in own if one.size is kind]
            row.append(number(sum(counts[1:], counts[0]).error_rate))
        rows.append(tuple(row))
    shown = [[float(cell) for cell in row[1:]] for row in rows if row[0] != SEEDS]
    rows.append(("mean, invented", *map(number, np.mean(shown, axis=0))))
    return Table(
        title=f"{name}: AER of small sets",
        head=("subject", *(kind.value for kind in SMALL)),
        rows=tuple(rows),
    )


def _counts(one: Taught, subject: Subject, weights: Stages) -> Counts:
    """Return how well a small set is aligned, of the links that can be in it."""
    places = {unit.place for unit in one.profile.units}
    inside = tuple(link for link in subject.labels.links if places.issuperset(link.pair))
    return count(align(one, weights).links, LabelledSet(links=inside), is_any)


def gains(
    name: str, subjects: Sequence[Subject], ours: Mapping[str, Found], theirs: Mapping[str, Found]
) -> Table:
    """Return how much lower our error rate is than TF-IDF's, on the same draws of questions."""
    rows = []
    for subject in subjects:
        mean, sure = gain_by_question(subject, ours[subject.name], theirs[subject.name])
        rows.append((subject.name, number(mean), span(sure.low, sure.high)))
    return Table(
        title=f"{name}: gain over {_BASELINE}, its threshold chosen on other subjects",
        head=("subject", "AER lower by", "95 %"),
        rows=tuple(rows),
        remark="Paired: both on the same draws of questions.",
    )


def calibration(name: str, subjects: Sequence[Subject], ours: Mapping[str, Found]) -> Table:
    """Return per subject how many pairs of each chance people linked."""
    rows = tuple(
        (subject.name, str(one.pairs), number(one.chance), number(one.linked))
        for subject in subjects
        for one in reliability(ours[subject.name].chances, subject.labels)
    )
    head = ("subject", "pairs", "mean chance", "share linked")
    return Table(
        title=f"{name}: reliability",
        head=head,
        rows=rows,
        remark="Pairs from a chance of 0.1, possible links left out.",
    )


def _tfidf(subject: Subject) -> Baseline:
    texts = {
        Place(protocol.slug, item.anchor): clause_text(item)
        for protocol in subject.protocols
        for item in addressable(protocol)
    }
    return word_tfidf(texts)


def _pairs(groups: Iterable[Sequence[Place]]) -> Iterator[Pair]:
    for places in groups:
        for one, other in combinations(places, 2):
            if one.organisation != other.organisation:
                yield make_pair(one, other)


if __name__ == "__main__":
    main()
