"""Text that was pasted, or typed with no line ends but those of paragraphs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from protocolkit.importing.source.lines import Line
from protocolkit.text.markers import find_starts
from protocolkit.text.sentences import begins_small

# No text is broken at a width beyond this; one that is pasted has so few blank lines.
_WIDEST, _FEW_BLANK = 100, 0.2
# A line that a sentence goes on after is longer.
_LONG = 40
# How many of those say that no sentence was broken anywhere.
_ENOUGH_LONG = 6
_ENDS = ".;:!?)"
# Of so many lines of that length so large a part ends as sentences do, where none is broken.
_FEWEST_LONG, _NEARLY_ALL = 4, 0.8


def unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Mark every line as a paragraph where the file breaks no lines at all."""
    lengths = sorted(len(line.text) for line in lines)
    is_long = bool(lengths) and lengths[-max(1, len(lengths) // 20)] > 180
    is_wide = bool(lengths) and (lengths[-1] > _WIDEST or _end_as_sentences(lines))
    if is_long or (is_wide and _has_paragraphs_only(lines)):
        return tuple(replace(line, is_whole=True) for line in lines)
    return tuple(lines)


def _has_paragraphs_only(lines: Sequence[Line]) -> bool:
    """Tell whether no sentence goes on over two lines, in a text with hardly any blank ones.

    Or in one of which so many lines are long that a sentence would have gone on.
    """
    if _has_blanks(lines) and sum(len(line.text) > _LONG for line in lines) < _ENOUGH_LONG:
        return False
    return not any(
        begins_small(after.text)
        and len(before.text) > _LONG
        and before.text[-1] not in _ENDS
        and not (before.cells or after.cells or find_starts(after.text))
        for before, after in itertools.pairwise(lines)
    )


def _has_blanks(lines: Sequence[Line]) -> bool:
    return sum(line.gap > 0 for line in lines) > _FEW_BLANK * len(lines)


def _end_as_sentences(lines: Sequence[Line]) -> bool:
    """Tell whether nearly every line on which a sentence could have been broken ends one.

    Blank lines stand between parts of such a text.
    """
    if not _has_blanks(lines):
        return False
    long = [line.text for line in lines if len(line.text) > _LONG and not line.cells]
    ends = sum(text[-1] in _ENDS for text in long)
    return len(long) >= _FEWEST_LONG and ends >= _NEARLY_ALL * len(long)
