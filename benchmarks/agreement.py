"""How far two annotators agree on links."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from labelled_set import LabelledSet, read_links
from protocolkit.document.place import Place
from scores import Counts, count, is_any


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The first's sure links scored on the second's labels, the reverse, and Cohen's kappa.

    Kappa is over all pairs of clauses of two organisations, with sure, possible and none as the
    labels; since nearly all pairs are none for both, it is kinder than it looks.
    """

    first: Counts
    second: Counts
    kappa: float


def agreement(folder: Path, subject: str, clauses: Collection[Place]) -> Agreement:
    """Compare the two tables in ``annotators/``."""
    known = frozenset(clauses)
    one, two = (
        LabelledSet(links=read_links(folder / f"{subject}-{number}.tsv", known))
        for number in (1, 2)
    )
    return compare_links(one, two, known)


def compare_links(one: LabelledSet, two: LabelledSet, known: frozenset[Place]) -> Agreement:
    """Compare what two annotators linked of the clauses that exist."""
    return Agreement(
        first=count(one.sure, two, is_any),
        second=count(two.sure, one, is_any),
        kappa=_kappa(one, two, _pairs_between(known)),
    )


def _kappa(one: LabelledSet, two: LabelledSet, pairs: int) -> float:
    sure = (len(one.sure), len(two.sure))
    maybe = (len(one.possible) - sure[0], len(two.possible) - sure[1])
    both_sure = len(one.sure & two.sure)
    both_maybe = len((one.possible - one.sure) & (two.possible - two.sure))
    neither = pairs - len(one.possible | two.possible)
    observed = (both_sure + both_maybe + neither) / pairs
    none = tuple(pairs - s - m for s, m in zip(sure, maybe, strict=True))
    chance = sum(a * b for a, b in (sure, maybe, none)) / pairs**2
    return (observed - chance) / (1 - chance)


def _pairs_between(clauses: frozenset[Place]) -> int:
    sizes: dict[str, int] = {}
    for clause in clauses:
        sizes[clause.organisation] = sizes.get(clause.organisation, 0) + 1
    total = sum(sizes.values())
    return (total**2 - sum(size**2 for size in sizes.values())) // 2
