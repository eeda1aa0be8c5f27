"""Where the weights of alignment/scoring.py come from: logistic regression on pairs with truth.

    .venv/bin/python benchmarks/fit_weights.py --laws FOLDER

Learns from the labels of this repository and from laws altered by machine (a folder with laws in
Markdown; see altered_laws.py). Prints the weights to copy, and what they give for pairs that they
were not learnt from: each pair of organisations by weights that saw none of its pairs.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from altered_laws import law_pair
from labelled_set import make_pair, read_labels
from protocolkit.alignment.profiles import Profile, make_profile, make_spaces
from protocolkit.alignment.propose import LEAST_SCORE
from protocolkit.alignment.scoring import likenesses, set_likenesses
from protocolkit.alignment.units import make_units
from protocolkit.collection import read_collection
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.wording.thesaurus_file import general_thesaurus
from scores import PARTS, count

ROOT = Path(__file__).parents[1]
_SUBJECT = "sociale-media"


@dataclass(slots=True, kw_only=True)
class _Set:
    """Units of which truth is known: 1 linked, 0 not, -1 either will do."""

    profile: Profile
    left: np.ndarray
    right: np.ndarray
    truth: np.ndarray
    found: dict[str, np.ndarray]

    def rows(self, names: Sequence[str]) -> np.ndarray:
        """Return a row per pair and a column per likeness."""
        return np.stack([self.found[name][self.left, self.right] for name in names], axis=1)

    def add_set(self, chances: np.ndarray) -> None:
        """Add what the whole set says, from the first chance of each pair."""
        size = len(self.profile.units)
        first = np.zeros((size, size), dtype=np.float32)
        first[self.left, self.right] = chances
        first = np.maximum(first, first.T)
        self.found |= set_likenesses(first, first, self.profile, self.profile)


def main() -> None:
    """Print weights and figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--laws", type=Path, required=True)
    laws = sorted(parser.parse_args().laws.glob("*__v1_*.txt"))
    seeds = _labelled()
    others = [_law(path) for path in laws]
    names = tuple(seeds.found)
    first = _fit([seeds, *others], names)
    seeds.add_set(_held_out(seeds, others, names))
    for other in others:
        other.add_set(first.predict_proba(other.rows(names))[:, 1])
    all_names = tuple(seeds.found)
    second = _fit([seeds, *others], all_names)
    _print_weights("FIRST", first, names)
    _print_weights("SET", second, all_names)
    _print_quality(seeds, _held_out(seeds, others, all_names))


def _labelled() -> _Set:
    made = _make(read_collection(ROOT).protocols)
    clauses = [unit.place for unit in made.profile.units]
    labels = read_labels(ROOT / "benchmarks" / "labels", _SUBJECT, clauses)

    def truth(left: Place, right: Place) -> int:
        pair = make_pair(left, right)
        return 1 if pair in labels.sure else -1 if pair in labels.possible else 0

    return _with_truth(made, truth)


def _law(path: Path) -> _Set:
    pair = law_pair(path, seed=1)
    return _with_truth(_make(pair.protocols), lambda a, b: int(a.anchor == b.anchor))


def _make(protocols: Sequence[Protocol]) -> _Set:
    units = make_units(protocols, general_thesaurus())
    profile = make_profile(units, make_spaces(units))
    left, right = np.triu_indices(len(units), 1)
    names = np.array(profile.organisations)
    apart = names[left] != names[right]
    return _Set(
        profile=profile,
        left=left[apart],
        right=right[apart],
        truth=np.zeros(int(apart.sum()), dtype=int),
        found=likenesses(profile, profile),
    )


def _with_truth(made: _Set, truth: Callable[[Place, Place], int]) -> _Set:
    names = [unit.place for unit in made.profile.units]
    pairs = zip(made.left, made.right, strict=True)
    made.truth = np.array([truth(names[left], names[right]) for left, right in pairs])
    return made


def _fit(
    sets: Sequence[_Set], names: Sequence[str], masks: Mapping[int, np.ndarray] | None = None
) -> LogisticRegression:
    rows, truths = [], []
    for number, one in enumerate(sets):
        known = one.truth >= 0
        if masks and number in masks:
            known &= masks[number]
        rows.append(one.rows(names)[known])
        truths.append(one.truth[known])
    model = LogisticRegression(C=1, max_iter=3000)
    return model.fit(np.concatenate(rows), np.concatenate(truths))


def _held_out(seeds: _Set, others: Sequence[_Set], names: Sequence[str]) -> np.ndarray:
    """Return each pair's chance by weights that saw no pair of those two organisations."""
    organisations = np.array(seeds.profile.organisations)
    ends = organisations[seeds.left], organisations[seeds.right]
    chances = np.zeros(len(seeds.truth))
    for one, other in combinations(sorted(set(organisations)), 2):
        tested = ((ends[0] == one) & (ends[1] == other)) | ((ends[0] == other) & (ends[1] == one))
        model = _fit([seeds, *others], names, {0: ~tested})
        chances[tested] = model.predict_proba(seeds.rows(names)[tested])[:, 1]
    return chances


def _print_weights(name: str, model: LogisticRegression, names: Sequence[str]) -> None:
    print(f"{name}_WEIGHTS = {{")
    for likeness, weight in zip(names, model.coef_[0], strict=True):
        print(f'    "{likeness}": {weight:.2f},')
    print(f"}}\n{name}_START = {model.intercept_[0]:.2f}\n")


def _print_quality(seeds: _Set, chances: np.ndarray) -> None:
    names = [unit.place for unit in seeds.profile.units]
    labels = read_labels(ROOT / "benchmarks" / "labels", _SUBJECT, names)
    linked = {
        make_pair(names[left], names[right])
        for left, right, chance in zip(seeds.left, seeds.right, chances, strict=True)
        if chance >= LEAST_SCORE
    }
    print("pairs by weights that saw no pair of the same two organisations:")
    for part, belongs in PARTS.items():
        found = count(linked, labels, belongs)
        print(
            f"  {part:12} precision {found.precision:.3f}  recall {found.recall:.3f}"
            f"  AER {found.error_rate:.3f}"
        )


if __name__ == "__main__":
    main()
