"""How well links agree with labels: precision over possible, recall over sure, error rate.

After Och and Ney (2003): with A what was found, S the sure and P all possible links (S included),
precision is ``|A∩P|/|A|``, recall ``|A∩S|/|S|``, and the alignment error rate (AER)
``1 - (|A∩S| + |A∩P|) / (|A| + |S|)``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from labelled_set import LabelledSet, Pair

ONE_TEMPLATE = frozenset({"oponoa", "lucas-onderwijs", "cvo-baarn-soest"})
"""The three whose protocols plainly come from one template; the others stand far from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many links were found, are sure, and how many of the found are sure or possible.

    Fractions are allowed: a bootstrap sample is a weighted sum.
    """

    found: float
    sure: float
    found_sure: float
    found_possible: float

    @property
    def precision(self) -> float:
        """The share of the found links that are possible; 1 when nothing was found."""
        return self.found_possible / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the sure links that were found; 1 when there are none."""
        return self.found_sure / self.sure if self.sure else 1.0

    @property
    def error_rate(self) -> float:
        """The alignment error rate; 0 when nothing was to be found and nothing was."""
        whole = self.found + self.sure
        return 1 - (self.found_sure + self.found_possible) / whole if whole else 0.0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of two sets of links together."""
        return Counts(
            found=self.found + other.found,
            sure=self.sure + other.sure,
            found_sure=self.found_sure + other.found_sure,
            found_possible=self.found_possible + other.found_possible,
        )


def count(
    found: Collection[Pair], labels: LabelledSet, is_counted: Callable[[Pair], bool]
) -> Counts:
    """Count the found and the labelled links among the pairs that are counted."""
    counted = {pair for pair in found if is_counted(pair)}
    sure = {pair for pair in labels.sure if is_counted(pair)}
    return Counts(
        found=len(counted),
        sure=len(sure),
        found_sure=len(counted & sure),
        found_possible=len(counted & labels.possible),
    )


def is_any(pair: Pair) -> bool:
    """Tell that every pair counts."""
    return bool(pair)


def is_from_one_template(pair: Pair) -> bool:
    """Tell whether both clauses are of boards that began with one template."""
    return all(clause.organisation in ONE_TEMPLATE for clause in pair)


def is_remote(pair: Pair) -> bool:
    """Tell whether one of the clauses is of a board that did not use the template."""
    return not is_from_one_template(pair)


PARTS: dict[str, Callable[[Pair], bool]] = {
    "whole set": is_any,
    "one template": is_from_one_template,
    "remote": is_remote,
}
"""The parts of the set that are reported apart."""
