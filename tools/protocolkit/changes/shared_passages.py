"""How much of two texts is the same passage, word for word and in its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from protocolkit.text.differences import exact_differences

# With fewer words in a row two texts share a turn of phrase, no passage.
_LEAST = 3
# How much of a text must stand in another one, for it to stand there.
_NEARLY_ALL = 0.8


def stays_in(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether nearly all of the shorter of two texts stands in the other, in whole passages.

    So it is where more text came to something, or went from it, than it kept.
    """
    shortest = min(len(old), len(new))
    return shortest >= _LEAST and has_passages(shortest, old, new)


def has_passages(number: int, whole: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether two texts share passages of nearly so many words together.

    They have no more words in passages than in all, which is counted much sooner.
    """
    in_all = (Counter(whole) & Counter(part)).total()
    return is_nearly(in_all, number) and is_nearly(_shared(whole, part), number)


def bring_their_own(parts: Sequence[Sequence[str]], whole: Sequence[str]) -> bool:
    """Tell whether a whole has of each part, but the longest, all words in a row.

    They are words that no other part brings: each word of the whole is used once.
    """
    texts, text = [_said(part) for part in parts], _said(whole)
    together, left = Counter(chain.from_iterable(texts)), Counter(text)
    longest = max(range(len(texts)), key=lambda at: len(texts[at]))
    return all(
        len(part) >= _LEAST
        and stands_in_a_row(part, text)
        and Counter(part) <= left - (together - Counter(part))
        for at, part in enumerate(texts)
        if at != longest
    )


def stands_in_a_row(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether a whole has all words of a part in a row, whatever the signs between them."""
    return f" {' '.join(_said(part))} " in f" {' '.join(_said(whole))} "


def _said(words: Sequence[str]) -> list[str]:
    """Return the words without signs, in small letters."""
    return [word.lower() for word in words if any(map(str.isalnum, word))]


def is_nearly(found: float, whole: float) -> bool:
    """Tell whether something is nearly all of a whole."""
    return found >= _NEARLY_ALL * whole


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    runs = exact_differences(one, other)
    return sum(len(run.old) for run in runs if run.old == run.new and len(run.old) >= _LEAST)
