"""Simple aligners to be better than: each scores all pairs, a threshold makes links of them.

Every score is computed on the plain text of the same clauses, and each is used in two ways: every
pair at or above the threshold, or only pairs that are each other's best match among the clauses of
the two organisations. rapidfuzz comes from the extra ``benchmarks``.

TF-IDF is the usual one: 1 + ln of the count, times ln((1 + texts) / (1 + texts with it)) + 1, in
vectors of length 1 (as in Manning, Raghavan and Schütze, Introduction to Information Retrieval, 6.2
to 6.4). It was compared with that of scikit-learn 1.9: every score was the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from labelled_set import LabelledSet, Pair, make_pair
from protocolkit.document.place import Place
from protocolkit.text.words import tokens
from scores import Counts, count, is_any

Scores = dict[Pair, float]
_Ready = TypeVar("_Ready")

_PIECES = (3, 4, 5)
_THRESHOLDS = np.round(np.arange(0.02, 1.0, 0.01), 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """One way of making links: scores of pairs that may be linked, at any threshold."""

    name: str
    scores: Scores

    def links(self, threshold: float) -> frozenset[Pair]:
        """Return the pairs that score at least the threshold."""
        return frozenset(pair for pair, score in self.scores.items() if score >= threshold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuned:
    """A baseline at its best threshold on the very labels that it is scored on.

    ``held_out`` is the count when the threshold is chosen without the organisation that is scored,
    summed over the organisations.
    """

    baseline: Baseline
    threshold: float
    links: frozenset[Pair]
    held_out: Counts


def make_baselines(texts: Mapping[Place, str]) -> tuple[Baseline, ...]:
    """Return every baseline for the clauses of a set, given as plain text."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - of an extra

    def token_set(one: str, other: str) -> float:
        return float(token_set_ratio(one, other) / 100)

    fuzzy = {"rapidfuzz token_set": _each(texts, token_set, str.lower)}
    return (*own_baselines(texts), *_both_ways(fuzzy))


def own_baselines(texts: Mapping[Place, str]) -> tuple[Baseline, ...]:
    """Return the baselines that need nothing but what the package needs."""
    names = sorted(texts)
    content = [texts[name] for name in names]
    words = _word_cosines(content)
    characters = _cosines([_pieces(text) for text in content])
    kinds = {
        "word TF-IDF": _pairs(names, words),
        "character TF-IDF": _pairs(names, characters),
        "word + character TF-IDF": _pairs(names, (words + characters) / 2),
        "difflib, on words": _each(texts, _difflib, lambda text: tokens(text.lower())),
    }
    return tuple(_both_ways(kinds))


def _both_ways(kinds: Mapping[str, Scores]) -> Iterable[Baseline]:
    for kind, scores in kinds.items():
        yield Baseline(name=f"{kind}, threshold", scores=scores)
        yield Baseline(name=f"{kind}, mutual best", scores=mutual_best(scores))


def word_tfidf(texts: Mapping[Place, str]) -> Baseline:
    """Return the plainest baseline alone: likeness by words, at a threshold."""
    names = sorted(texts)
    scores = _pairs(names, _word_cosines([texts[name] for name in names]))
    return Baseline(name="word TF-IDF, threshold", scores=scores)


def tune(baseline: Baseline, labels: LabelledSet) -> Tuned:
    """Choose the threshold with the lowest error rate; of equals the highest threshold."""
    best = _best_threshold(baseline, labels, is_any)
    total = Counts(found=0, sure=0, found_sure=0, found_possible=0)
    names = sorted({clause.organisation for pair in labels.possible for clause in pair})
    for name in names:
        without = _best_threshold(baseline, labels, _is_not_of(name))
        total += count(baseline.links(without), labels, _is_of(name))
    return Tuned(baseline=baseline, threshold=best, links=baseline.links(best), held_out=total)


def mutual_best(scores: Scores) -> Scores:
    """Return only the pairs of which neither clause has a better match in the other's protocol."""
    best: dict[tuple[Place, str], float] = {}
    for pair, score in scores.items():
        for clause, other in (pair, pair[::-1]):
            key = (clause, other.organisation)
            best[key] = max(best.get(key, 0.0), score)
    return {
        (left, right): score
        for (left, right), score in scores.items()
        if score >= best[left, right.organisation] and score >= best[right, left.organisation]
    }


def _best_threshold(
    baseline: Baseline, labels: LabelledSet, is_counted: Callable[[Pair], bool]
) -> float:
    rates = {
        float(threshold): count(baseline.links(threshold), labels, is_counted).error_rate
        for threshold in _THRESHOLDS
    }
    return min(rates, key=lambda threshold: (rates[threshold], -threshold))


def _is_of(name: str) -> Callable[[Pair], bool]:
    return lambda pair: name in (pair[0].organisation, pair[1].organisation)


def _is_not_of(name: str) -> Callable[[Pair], bool]:
    return lambda pair: name not in (pair[0].organisation, pair[1].organisation)


def _word_cosines(content: Sequence[str]) -> NDArray[np.float64]:
    return _cosines([re.findall(r"\w+", text.lower()) for text in content])


def _pieces(text: str) -> list[str]:
    """Return the runs of a few characters inside the words of a text, each with a space around."""
    found = []
    for word in text.lower().split():
        padded = f" {word} "
        for length in _PIECES:
            found += [padded[at : at + length] for at in range(max(len(padded) - length, 0) + 1)]
            if length >= len(padded):
                break
    return found


def _cosines(texts: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Return how alike texts are by TF-IDF of their terms; 0 for one without terms."""
    counts = [Counter(terms) for terms in texts]
    columns = {term: at for at, term in enumerate(dict.fromkeys(t for c in counts for t in c))}
    rows = [row for row, found in enumerate(counts) for _ in found]
    places = [columns[term] for found in counts for term in found]
    often = np.array([number for found in counts for number in found.values()], dtype=np.float64)
    in_texts = np.bincount(places, minlength=len(columns))
    rarity = np.log((1 + len(texts)) / (1 + in_texts)) + 1
    weights = (1 + np.log(often)) * rarity[places]
    lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(texts)))
    shape = (len(texts), len(columns))
    vectors = csr_matrix((weights / lengths[rows], (rows, places)), shape=shape)
    return np.asarray((vectors @ vectors.T).todense(), dtype=np.float64)


def _pairs(names: list[Place], matrix: NDArray[np.float64]) -> Scores:
    return {
        make_pair(names[i], names[j]): float(matrix[i, j])
        for i, j in combinations(range(len(names)), 2)
        if names[i].organisation != names[j].organisation
    }


def _each(
    texts: Mapping[Place, str],
    score: Callable[[_Ready, _Ready], float],
    prepare: Callable[[str], _Ready],
) -> Scores:
    ready = {name: prepare(text) for name, text in texts.items()}
    return {
        make_pair(one, other): score(ready[one], ready[other])
        for one, other in combinations(sorted(texts), 2)
        if one.organisation != other.organisation
    }


def _difflib(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
