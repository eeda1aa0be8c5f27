"""Texts as weighted vectors: how rare a word is decides how much it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

Features = Mapping[Any, int]
"""What a text is made of (terms, pieces of words) and how often each occurs."""


@dataclass(frozen=True, slots=True)
class Space:
    """The features that a set of texts knows: each one's column and its weight (rarity).

    ``unknown`` is the weight of a feature that no text of the set has.
    """

    columns: Mapping[Any, int]
    weights: np.ndarray
    unknown: float

    def vectors(self, texts: Sequence[Features]) -> csr_matrix:
        """Return one row of length 1 per text; a second occurrence counts for less.

        What the space does not know has no column, but makes the rest of its text count less.
        """
        starts: list[int] = [0]
        found: list[int] = []
        counts: list[int] = []
        for text in texts:
            found += [self.columns.get(feature, -1) for feature in text]
            counts += text.values()
            starts.append(len(found))
        columns = np.array(found, dtype=np.int32)
        known = columns >= 0
        weights = np.where(known, self.weights[columns] if len(self.columns) else 0, self.unknown)
        values = weights * (1 + np.log(np.array(counts, dtype=np.float64)))
        rows = np.repeat(np.arange(len(texts)), np.diff(starts))
        lengths = np.sqrt(np.bincount(rows, weights=values**2, minlength=len(texts)))
        scaled = (values / np.maximum(lengths, 1e-9)[rows])[known].astype(np.float32)
        shape = (len(texts), len(self.columns))
        return csr_matrix((scaled, (rows[known], columns[known])), shape=shape)


def make_space(texts: Iterable[Features]) -> Space:
    """Make a space of texts; equal texts count once, so that no template outvotes the rest."""
    distinct = {frozenset(text.items()) for text in texts}
    counts: dict[Any, int] = {}
    for text in distinct:
        for feature, _ in text:
            counts[feature] = counts.get(feature, 0) + 1
    ordered = sorted(counts)
    frequency = np.array([counts[feature] for feature in ordered], dtype=np.float32)
    weights = np.log((1 + len(distinct)) / (1 + frequency)) + 1
    columns = {feature: column for column, feature in enumerate(ordered)}
    return Space(columns, weights, float(np.log(1 + len(distinct)) + 1))
