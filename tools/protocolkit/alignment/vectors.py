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
        starts, columns, values, lengths = [0], [], [], []
        for text in texts:
            length = 0.0
            for feature, count in text.items():
                column = self.columns.get(feature)
                often = 1.0 if count == 1 else 1 + float(np.log(count))
                weight = self.unknown if column is None else float(self.weights[column])
                length += (often * weight) ** 2
                if column is not None:
                    columns.append(column)
                    values.append(often * weight)
            starts.append(len(columns))
            lengths.append(length)
        scale = 1 / np.sqrt(np.maximum(lengths, 1e-9)) if lengths else np.zeros(0)
        scaled = np.array(values) * np.repeat(scale, np.diff(starts))
        shape = (len(texts), len(self.columns))
        return csr_matrix((scaled.astype(np.float32), columns, starts), shape=shape)


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
