"""Which of very many texts are most alike: all laid on each other at once.

A thousand clauses that say nearly the same make a million pairs. Of each text only the few that it
is most like are told, so that what is done with them stays within bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.changes.likeness import Bag, alike

_FEW = 40_000
"""How many pairs are looked at one by one."""
_MOST = 24
"""How many of the other side are told of one text where there are more pairs."""

_Found = tuple[int, int, float]


def most_alike(olds: Sequence[Bag], news: Sequence[Bag], least: float) -> Iterator[_Found]:
    """Yield the places of pairs that are at least ``least`` alike, with their likeness.

    Of few texts each pair; of many those that are among the best for either of the two.
    """
    if len(olds) * len(news) <= _FEW:
        yield from alike(olds, news, least)
        return
    found = set(_best_of_each(olds, news, least))
    found |= {(one, other, worth) for other, one, worth in _best_of_each(news, olds, least)}
    yield from sorted(found)


def _best_of_each(ones: Sequence[Bag], others: Sequence[Bag], least: float) -> Iterator[_Found]:
    """Yield what each text is most like; of equals what stands at about the same place.

    One product of matrices tells what all share: the second time that a text has a word counts as
    another word. Weights are whole numbers, so that it is exact.
    """
    import numpy as np  # noqa: PLC0415 - takes longer to load than most comparisons

    places: dict[tuple[str, int], int] = {}
    for bag in others:
        for word in _counted(bag):
            places.setdefault(word, len(places))
    weighs = np.zeros((len(places), len(others)), dtype=np.float32)
    for at, bag in enumerate(others):
        for word in _counted(bag):
            weighs[places[word], at] = bag.weight_of(word[0])
    whole = np.array([bag.weight for bag in others], dtype=np.float64)
    here = np.arange(len(others)) * len(ones)
    for at, bag in enumerate(ones):
        own = [places[word] for word in _counted(bag) if word in places]
        shared = weighs[own].sum(axis=0, dtype=np.float64)
        worth = 2 * shared / np.maximum(whole + bag.weight, 1)
        fitting = np.flatnonzero(worth >= least)
        far = np.abs(here[fitting] - at * len(others))
        for other in fitting[np.lexsort((far, -worth[fitting]))][:_MOST].tolist():
            yield at, other, float(worth[other])


def _counted(bag: Bag) -> Iterator[tuple[str, int]]:
    return ((word, nth) for word, count in bag.words.items() for nth in range(count))
