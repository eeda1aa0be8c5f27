"""How much two texts are alike: the share of their words that they have in common, from 0 to 1.

Words that carry meaning weigh most; the little words and the stops that any two sentences share
weigh least. Order does not count: that is for those who ask.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from zlib import crc32

from protocolkit.text.function_words import FUNCTION_WORDS

_LIGHT, _LIGHTEST = 0.25, 0.1


@dataclass(frozen=True)
class Bag:
    """The words of a text in small letters, and how often each occurs."""

    words: Counter[str]

    @cached_property
    def weight(self) -> float:
        """The weight of all words together."""
        return _weight(self.words)

    @cached_property
    def content(self) -> frozenset[str]:
        """The different words that carry meaning."""
        return frozenset(word for word in self.words if _of(word) == 1)

    @cached_property
    def light(self) -> float:
        """The weight of the words that carry no meaning."""
        return self.weight - sum(self.words[word] for word in self.content)

    def __add__(self, other: Bag) -> Bag:
        """Return the words of both."""
        return Bag(self.words + other.words)

    def __sub__(self, other: Bag) -> Bag:
        """Return the words that the other has not."""
        return Bag(self.words - other.words)


def bag_of(words: Iterable[str]) -> Bag:
    """Return the bag of some words."""
    return Bag(Counter(word.lower() for word in words))


def likeness(one: Bag, other: Bag) -> float:
    """Return the weight of the words that both have, as a share of all: 1 for the same words."""
    whole = one.weight + other.weight
    return 2 * _shared(one.words, other.words) / whole if whole else 1.0


def trace(one: Bag, other: Bag) -> float:
    """Return a number under a millionth that two texts share, whichever comes first.

    It decides between pairs that are equally alike, so that the order of the versions does not.
    """
    texts = sorted(" ".join(sorted(bag.words.elements())) for bag in (one, other))
    return crc32("\0".join(texts).encode("utf-8", "replace")) / 2**52


def coverage(part: Bag, whole: Bag) -> float:
    """Return which share of a part's weight is found in a whole."""
    return _shared(part.words, whole.words) / part.weight if part.weight else 0.0


def alike(
    olds: Sequence[Bag], news: Sequence[Bag], least: float
) -> Iterator[tuple[int, int, float]]:
    """Yield the places of every pair that is at least ``least`` alike, with its likeness.

    The words with meaning alone tell how much two texts can have in common at most, so that only
    few of all pairs have to be looked at.
    """
    holding: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, bag in enumerate(news):
        for word in bag.content:
            holding[word].append((at, bag.words[word]))
    without = [at for at, bag in enumerate(news) if not bag.content]
    for at, bag in enumerate(olds):
        shared: dict[int, int] = defaultdict(int, {} if bag.content else dict.fromkeys(without, 0))
        for word in bag.content:
            count = bag.words[word]
            for other, number in holding[word]:
                shared[other] += min(count, number)
        for other in sorted(shared):
            bags = bag, news[other]
            most = 2 * (shared[other] + min(one.light for one in bags))
            if most < least * (bag.weight + news[other].weight):
                continue
            if (found := likeness(*bags)) >= least:
                yield at, other, found


def _weight(words: Counter[str]) -> float:
    return sum(_of(word) * count for word, count in words.items())


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Return the weight of the words that both have, without making a counter of them."""
    return sum(_of(word) * min(one[word], other[word]) for word in one if word in other)


@lru_cache(maxsize=65_536)
def _of(word: str) -> float:
    if not any(map(str.isalnum, word)):
        return _LIGHTEST
    return _LIGHT if word in FUNCTION_WORDS else 1.0
