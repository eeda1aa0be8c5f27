"""A paragraph into which several clauses were joined: which of its words are of which clause.

Knows words alone: a clause has the longest run of words that it shares with the paragraph, and what
stands between two words of one clause is of that clause too. Words of none are of nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from protocolkit.text.words import tokens

Words = tuple[str, ...]

# A clause has at least this share of its words, and this many, in a paragraph that it was joined
# into.
_SHARE, _FEWEST = 0.6, 4


def joined_owners(texts: Mapping[str, Sequence[Words]], paragraph: Words) -> tuple[str, ...]:
    """Return for each word of a paragraph whose clause it is, "" for nobody's.

    ``texts`` are the paragraphs of each clause that may be in it. Empty when fewer than two are.
    """
    own = _longest(texts, paragraph)
    held = {
        anchor
        for anchor, units in texts.items()
        if own.count(anchor) >= max(_FEWEST, _SHARE * min(map(len, units)))
    }
    if len(held) < 2:
        return ()
    return _filled([anchor if anchor in held else "" for anchor in own])


def owner_of(owners: Sequence[str], before: str, marked: str) -> str:
    """Return the clause of the first marked word that is somebody's, else of the word before.

    ``before`` is what stands before the marked words in the paragraph; "" when nobody knows.
    """
    at = len(tokens(before))
    own = owners[at : at + len(tokens(marked))]
    first = next((anchor for anchor in own if anchor), "")
    return first or (owners[at - 1] if 0 < at <= len(owners) and not own else "")


def _longest(texts: Mapping[str, Sequence[Words]], paragraph: Words) -> list[str]:
    """Return the clause with the longest run of words at each word; of two as long, none."""
    best = [(0, "")] * len(paragraph)
    for anchor, units in texts.items():
        for words in units:
            matched = SequenceMatcher(None, words, paragraph, autojunk=False)
            for run in matched.get_matching_blocks():
                for at in range(run.b, run.b + run.size):
                    length, before = best[at]
                    if run.size > length:
                        best[at] = run.size, anchor
                    elif run.size == length and before != anchor:
                        best[at] = length, ""
    return [anchor for _, anchor in best]


def _filled(own: list[str]) -> tuple[str, ...]:
    """Return owners in which what stands between two words of one clause is of it as well."""
    known = [at for at, anchor in enumerate(own) if anchor]
    for before, after in pairwise(known):
        if own[before] == own[after]:
            own[before:after] = [own[before]] * (after - before)
    return tuple(own)
