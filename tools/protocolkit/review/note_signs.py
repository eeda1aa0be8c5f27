"""The words of a text with a sign for each note's mark, so that words stand on a side of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from protocolkit.document.richtext import HardBreak, NoteMark, RichText, Text, plain, walk

NOTE_SIGN = "\ufffc"
"""What stands for the mark of a note: it counts as a word of its own."""


def signed(rich: RichText) -> str:
    """Return the words of rich text, with a sign for the mark of each note."""
    held = (one for one in walk(rich) if isinstance(one, Text | NoteMark | HardBreak))
    return plain(tuple(Text(NOTE_SIGN) if isinstance(one, NoteMark) else one for one in held))


def with_signs(words: str, places: Sequence[int]) -> str:
    """Return words with a sign at each of some places, which are in their order."""
    ends = [0, *places, len(words)]
    return NOTE_SIGN.join(words[begin:end] for begin, end in pairwise(ends))


def are_signs_of(said: str, rich: RichText, words: str) -> bool:
    """Tell whether a line is these words with a sign for each mark that rich text has."""
    is_other = NOTE_SIGN in words or said.count(NOTE_SIGN) != signed(rich).count(NOTE_SIGN)
    return not is_other and said.replace(NOTE_SIGN, "").split() == words.split()
