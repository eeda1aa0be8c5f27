"""Rows of a cover as they were read: printed on one line, on several, or over two pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from protocolkit.document.cover_words import MOST_ROW_LINES
from protocolkit.document.signs import with_names
from protocolkit.text.words import glued

_letters = lru_cache(maxsize=4096)(glued)


def is_printed(said: str, value: str) -> bool:
    """Tell whether a cover says a value; a sign that no font has is printed by its name."""
    letters = _letters(said)
    return letters == _letters(value) or letters == _letters(with_names(value, frozenset(said)))


def take_row(rows: list[str], wanted: str) -> bool:
    """Take a decision out of the rows of a cover; it may have been printed on several lines."""
    start = _letters(wanted)[:2]
    for begin, row in enumerate(rows):
        # plain signs are printed as they are
        if start.isascii() and _letters(row)[:1] not in start[:1]:
            continue
        for end in range(begin + 1, min(begin + MOST_ROW_LINES, len(rows)) + 1):
            if is_printed("".join(rows[begin:end]), wanted) or _is_parted(rows[begin:end], wanted):
                del rows[begin:end]
                return True
    return False


def _is_parted(lines: Sequence[str], wanted: str) -> bool:
    """Tell whether lines are a row over two pages: the rest of its first cell stands behind it."""
    letters = _letters("".join(lines))
    if len(letters) != len(_letters(wanted)) or Counter(letters) != Counter(_letters(wanted)):
        return False
    return any(
        _letters("".join((*lines[:first], *lines[last:], *lines[first:last]))) == _letters(wanted)
        for first, last in combinations(range(1, len(lines)), 2)
    )
