"""Texts as weighted vectors: how rare a word is decides how much it says."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

Features = Mapping[Any, int]
"""What a text is made of (terms, pieces of words) and how often each occurs."""


@dataclass(frozen=True, slots=True)
class Space:
    """The features that a set of texts knows: each one's column and its weight (rarity)."""

    columns: Mapping[Hashable, int]
    weights: np.ndarray

    def vectors(self, texts: Sequence[Features], *, is_damped: bool = True) -> csr_matrix:
        """Return one row of length 1 per text; features that the space does not know count not.

        ``is_damped``: a second occurrence counts for less than the first.
        """
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for row, text in enumerate(texts):
            for feature, count in text.items():
                column = self.columns.get(feature)
                if column is not None:
                    rows.append(row)
                    columns.append(column)
                    values.append(1 + np.log(count) if is_damped else count)
        shape = (len(texts), len(self.columns))
        counted = csr_matrix((np.array(values, dtype=np.float32), (rows, columns)), shape=shape)
        return _unit_length(counted.multiply(self.weights[None, :]).tocsr())


def make_space(texts: Iterable[Features]) -> Space:
    """Make a space of texts; equal texts count once, so that no template outvotes the rest."""
    distinct = {frozenset(text.items()) for text in texts}
    counts: dict[Hashable, int] = {}
    for text in distinct:
        for feature, _ in text:
            counts[feature] = counts.get(feature, 0) + 1
    ordered = sorted(counts, key=repr)
    frequency = np.array([counts[feature] for feature in ordered], dtype=np.float32)
    weights = np.log((1 + len(distinct)) / (1 + frequency)) + 1
    return Space({feature: column for column, feature in enumerate(ordered)}, weights)


def _unit_length(found: csr_matrix) -> csr_matrix:
    lengths = np.sqrt(np.asarray(found.multiply(found).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    scale = csr_matrix((1 / lengths, (range(len(lengths)), range(len(lengths)))))
    return (scale @ found).tocsr()
