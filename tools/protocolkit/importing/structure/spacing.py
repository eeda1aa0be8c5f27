"""The room around lines: which gap is usual between them, and how far they reach to the right."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Sequence

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.line_ends import is_address, is_of_term, is_terminal
from protocolkit.text.markers import find_starts
from protocolkit.text.sentences import begins_small

# What is added to the usual gap, for rounding and for lines that are not set quite evenly.
_GAP_MARGIN = 0.25
# What is usual in print where no sentence says so.
_PRINTED_GAP = 0.5
# A line that a sentence goes on after reaches so far to the margin at least.
_REACHES = 0.6
# A gap is usual when it is at least this part of those inside sentences.
_USUAL_PART = 12
# A text was broken at a width in letters when so many lines say so, and but one in fifty does not.
_ENOUGH_WRAPPED, _ONE_IN = 12, 50
# Fewer broken lines than these say nothing of others; this many sentences, of this many letters,
# on one line each do.
_ENOUGH_BROKEN, _ENOUGH_ENDED, _LONG = 4, 6, 40
# A line that ends in a sentence is whole where this many do so to each line that is broken.
_ENDED_TO_BROKEN = 4
# Two broken lines tell of those that are clearly shorter.
_FEW_BROKEN, _SURE_PART = 2, 0.85
# How far lines reach: the margin that all but the longest few keep to, on any page nearly as far.
_KEPT_BY, _LEAST_OF_OVERALL = 0.92, 0.8
# How much of the margin a word may fill before it goes to the next line; places in a text are
# counted in letters, which is less exact than those in a PDF.
_FILLED, _FILLED_IN_TEXT = 0.985, 0.93
# An address needs room for this many letters at the end of a line; the rest may be broken off.
_ADDRESS_LETTERS = 12


class Spacing:
    """How the lines of a document are set.

    ``usual_gap`` is the largest room above a line, in blank lines, that is usual in a sentence.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.usual_gap = _usual_gap(lines)
        self._margins = _margins(lines)
        self._width = _exact_width(lines)
        self._needed = _least_needed(lines)
        self._is_by_line = _is_by_line(lines)

    def is_short(self, before: Line, line: Line) -> bool:
        """Tell whether the next line's first word would have fitted on the line before."""
        if (before.is_spaced or self._is_by_line) and is_terminal(before.text):
            return True
        margin = self._margins.get(before.page, 0) or max(self._margins.values(), default=0)
        margin = before.limit or margin
        letters = max(len(before.text), 1)
        unit = (before.right - before.indent) / letters
        first = line.text.split(" ", 1)[0]
        word = (_ADDRESS_LETTERS if is_address(first) else len(first)) + 1
        if self._width:
            return before.right + word <= self._width
        if not line.size and before.right + word < self._needed:
            return True
        filled = _FILLED if line.size else _FILLED_IN_TEXT
        return before.right + word * unit <= filled * margin


def _usual_gap(lines: Sequence[Line]) -> float:
    """Return the largest gap that is usual inside a sentence; rows of tables are no sentences."""
    margins: dict[int, float] = {}
    for line in lines:
        margins[line.page] = max(margins.get(line.page, 0.0), line.right)
    inside = [
        round(line.gap, 1)
        for before, line in itertools.pairwise(lines)
        if begins_small(line.text)
        and before.right >= _REACHES * (before.limit or margins[before.page])
        and not (is_terminal(before.text) or line.is_page_start or find_starts(line.text))
        and not (before.cells or line.cells or is_of_term(line.text))
    ]
    if not inside:
        is_printed = any(line.height and not line.is_whole for line in lines)
        return _PRINTED_GAP if is_printed else 0.0
    counts = Counter(inside)
    enough = max(1, len(inside) // _USUAL_PART)
    usual = [gap for gap, count in counts.items() if count >= enough]
    return max(usual, default=0.0) + _GAP_MARGIN


def _least_needed(lines: Sequence[Line]) -> float:
    """Return how many letters a broken line of a text would have needed at least for one word more.

    A line that needs fewer was not broken: it ends. Lines of headings, in larger letters, are left
    out. 0 when it is not known, endless when none of many sentences was broken.
    """
    pairs = [
        (before, line)
        for before, line in itertools.pairwise(lines)
        if not (before.size or before.cells or line.cells or line.gap)
    ]
    needed = [
        before.right + 1 + len(line.text.split(" ", 1)[0])
        for before, line in pairs
        if begins_small(line.text)
        and not (is_terminal(before.text) or find_starts(line.text))
        and before.text[-1] not in "-/"
    ]
    if not needed:
        ended = sum(before.right > _LONG and is_terminal(before.text) for before, _ in pairs)
        return math.inf if ended >= _ENOUGH_ENDED else 0.0
    usual = [one for one in needed if one >= _REACHES * max(needed)]
    if len(usual) < _FEW_BROKEN:
        return 0.0
    return min(usual) * (1.0 if len(usual) >= _ENOUGH_BROKEN else _SURE_PART)


def _is_by_line(lines: Sequence[Line]) -> bool:
    """Tell whether nearly every sentence of a text without sizes ends the line that it begins on.

    A line that ends in a full stop then ends its paragraph, however long it is.
    """
    pairs = [
        (before, line)
        for before, line in itertools.pairwise(lines[1:])
        if not (before.size or before.cells or line.cells or find_starts(line.text))
    ]
    broken = sum(
        len(a.text) > _LONG and not is_terminal(a.text) and begins_small(b.text) for a, b in pairs
    )
    ended = sum(
        len(a.text) > _LONG and is_terminal(a.text) and b.text[:1].isupper() for a, b in pairs
    )
    if not broken:
        items = [a for a, b in itertools.pairwise(lines) if not a.size and find_starts(b.text)]
        ended += sum(len(one.text) > _LONG and is_terminal(one.text) for one in items)
    return ended >= max(_ENOUGH_ENDED, _ENDED_TO_BROKEN * broken)


def _exact_width(lines: Sequence[Line]) -> float:
    """Return the width in letters at which a text was broken; 0 when it was not by letters.

    It was when no line that runs on had room for the first word of the next.
    """
    wrapped = [
        (before.right, before.right + 1 + len(line.text.split(" ", 1)[0]))
        for before, line in itertools.pairwise(lines)
        if begins_small(line.text)
        and not (before.size or before.cells or line.gap)
        and before.text[-1] not in "-/"
        and not find_starts(line.text)
    ]
    if len(wrapped) < _ENOUGH_WRAPPED:
        return 0.0
    width = max(right for right, _ in wrapped)
    fitting = sum(1 for _, needed in wrapped if needed <= width)
    return width if fitting <= len(wrapped) / _ONE_IN else 0.0


def _margins(lines: Sequence[Line]) -> dict[int, float]:
    """Return how far lines reach to the right, by page, and for all (page 0)."""

    def reach(rights: list[float]) -> float:
        ordered = sorted(rights)
        return ordered[int(_KEPT_BY * (len(ordered) - 1))] if ordered else 0.0

    overall = reach([line.right for line in lines if not line.cells])
    by_page: dict[int, list[float]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line.right)
    found = {
        page: max(reach(rights), _LEAST_OF_OVERALL * overall) for page, rights in by_page.items()
    }
    return {0: overall, **found}
