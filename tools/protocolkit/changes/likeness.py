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

# Whole numbers, so that a sum is the same in whatever order it is made.
_HEAVY, _LIGHT, _LIGHTEST = 20, 5, 2


@dataclass(frozen=True)
class Bag:
    """The words of a text in small letters, and how often each occurs."""

    words: Counter[str]

    @cached_property
    def weight(self) -> int:
        """The weight of all words together."""
        return sum(_of(word) * count for word, count in self.words.items())

    @staticmethod
    def weight_of(word: str) -> int:
        """Return the weight of a word."""
        return _of(word)

    @cached_property
    def content(self) -> frozenset[str]:
        """The different words that carry meaning."""
        return frozenset(word for word in self.words if _of(word) == _HEAVY)

    @cached_property
    def small(self) -> Counter[str]:
        """The words that carry no meaning."""
        return Counter({w: count for w, count in self.words.items() if w not in self.content})

    @cached_property
    def light(self) -> int:
        """The weight of the words that carry no meaning."""
        return self.weight - _HEAVY * sum(self.words[word] for word in self.content)

    @cached_property
    def trace(self) -> bytes:
        """A trace of the words themselves, whatever their order."""
        said = " ".join(sorted(self.words.elements()))
        return crc32(said.encode("utf-8", "replace")).to_bytes(4, "big")

    def __add__(self, other: Bag) -> Bag:
        """Return the words of both."""
        return Bag(self.words + other.words)

    def __sub__(self, other: Bag) -> Bag:
        """Return the words that the other has not."""
        return Bag(self.words - other.words)


def bag_of(words: Iterable[str]) -> Bag:
    """Return the bag of some words."""
    return Bag(Counter(map(str.lower, words)))


def likeness(one: Bag, other: Bag) -> float:
    """Return the weight of the words that both have, as a share of all: 1 for the same words."""
    whole = one.weight + other.weight
    return 2 * _shared(one.words, other.words) / whole if whole else 1.0


def trace(one: Bag, other: Bag) -> float:
    """Return a number under a millionth that two texts share, whichever comes first.

    It decides between pairs that are equally alike, so that the order of the versions does not.
    """
    return crc32(b"".join(sorted((one.trace, other.trace)))) / 2**52


def coverage(part: Bag, whole: Bag) -> float:
    """Return which share of a part's weight is found in a whole."""
    return _shared(part.words, whole.words) / part.weight if part.weight else 0.0


def alike(
    olds: Sequence[Bag], news: Sequence[Bag], least: float
) -> Iterator[tuple[int, int, float]]:
    """Yield the places of every pair that is at least ``least`` alike, with its likeness.

    The words with meaning alone tell how much two texts can have in common at most, so that only
    few of all pairs have to be looked at further.
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
            one = news[other]
            heavy, whole = _HEAVY * shared[other], bag.weight + one.weight
            if 2 * (heavy + min(bag.light, one.light)) < least * whole:
                continue
            found = 2 * (heavy + _shared(bag.small, one.small)) / whole if whole else 1.0
            if found >= least:
                yield at, other, found


def _shared(one: Counter[str], other: Counter[str]) -> int:
    """Return the weight of the words that both have, without making a counter of them."""
    return sum(_of(word) * min(one[word], other[word]) for word in one.keys() & other.keys())


@lru_cache(maxsize=65_536)
def _of(word: str) -> int:
    if not any(map(str.isalnum, word)):
        return _LIGHTEST
    return _LIGHT if word in FUNCTION_WORDS else _HEAVY
