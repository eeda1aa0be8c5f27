"""How wide the columns of a table are, the same in PDF and Word: by what stands in them.

A column is at least as wide as its longest word, so that no word is broken letter by letter. Where
the words of all columns together are too wide for the page, the table is set smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from protocolkit.document.richtext import RichText, plain

TEXT_WIDTH = 8165
"""How wide the text is on our own pages, in twips."""

WIDER_SIDEWAYS = 4932
"""How much wider it is on a page that lies on its side, between the same margins."""

_MANY_COLUMNS = 5
# A column's share of the width grows with its longest text, between these numbers of characters.
_NARROWEST, _WIDEST = 8, 60
# Into so many parts a width is shared out.
_STEPS = 80
# A web address may break anywhere, so a word asks for no more than this, in sizes of its letters.
_LONGEST_WORD = 13.0
# Twips: the size of letters, a letter on the wide side, and the margins of a cell; set smaller too.
_SIZE, _LETTER, _PADDING = 190, 102, 216
_SMALL_SIZE, _SMALL_LETTER, _SMALL_PADDING = 160, 82, 160
# How wide letters of our typeface are, in parts of their size: measured in its files, rounded up.
_WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl", 0.29),
        ("frt.,;:'’!|()I", 0.37),
        ('-/„”"', 0.4),
        ("cskvxyzJ1", 0.5),
        ("mwMW@%", 0.87),
    )
    for letter in letters
}
_CAPITAL, _OTHER, _IDEOGRAPH = 0.69, 0.57, 1.0
_FIRST_IDEOGRAPH = "\u2e80"
# A row of no more lines stands whole on a page.
_MOST_LINES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table: how wide each is, in twips, and whether the table is set smaller."""

    widths: tuple[int, ...]
    is_small: bool = False

    def breaks(self, row: Sequence[RichText]) -> bool:
        """Tell whether a row is so high that it may go on on the next page."""
        letter = _SMALL_LETTER if self.is_small else _LETTER
        cells = zip(row, self.widths, strict=False)
        return any(len(plain(cell)) * letter > _MOST_LINES * width for cell, width in cells)


def turns_page(rows: Sequence[Sequence[RichText]]) -> bool:
    """Tell whether a table asks for a page on its side: many columns, too wide for an upright one.

    Only one that is a clause by itself can have that page.
    """
    found = column_widths(rows, TEXT_WIDTH)
    return found.is_small and len(found.widths) >= _MANY_COLUMNS


def column_widths(rows: Iterable[Sequence[RichText]], total: int) -> Columns:
    """Share out a width over the columns: first their longest words, then where lines are many."""
    texts = [[plain(cell) for cell in column] for column in zip_longest(*rows, fillvalue=())]
    longest = [_longest_word(column) for column in texts]
    size, letter, padding = _SIZE, _LETTER, _PADDING
    is_small = sum(padding + size * ems for ems in longest) > total
    if is_small:
        size, letter, padding = _SMALL_SIZE, _SMALL_LETTER, _SMALL_PADDING
    least = [round(padding + size * ems) for ems in longest]
    if sum(least) > total:
        widths = [total * width // sum(least) for width in least]
    else:
        most = [max(map(len, column), default=0) for column in texts]
        widths = _levelled(least, most, total, letter, padding)
    return Columns(widths=tuple(widths), is_small=is_small)


def _levelled(
    least: list[int], most: Sequence[int], total: int, letter: int, padding: int
) -> list[int]:
    """Return widths that leave no column much higher than the others, which make up a row's height.

    ``most`` are the signs of each column's longest cell. When none has more than one line, what is
    left is shared out by how much each holds.
    """
    widths, step = list(least), max(total // _STEPS, 1)
    while total - sum(widths) >= step:
        lines = [
            -(-signs * letter // max(width - padding, letter))
            for signs, width in zip(most, widths, strict=True)
        ]
        if max(lines, default=0) <= 1:
            break
        widths[lines.index(max(lines))] += step
    rest = total - sum(widths)
    needs = [min(max(_NARROWEST, signs), _WIDEST) for signs in most]
    return [width + rest * need // sum(needs) for width, need in zip(widths, needs, strict=True)]


def _longest_word(texts: Iterable[str]) -> float:
    """Return how wide the widest word is, in sizes of its letters."""
    words = {word for text in texts for word in text.split()}
    return min(max(map(_width, words), default=0.0), _LONGEST_WORD)


def _width(word: str) -> float:
    return sum(_WIDTHS.get(letter) or _other_width(letter) for letter in word)


def _other_width(letter: str) -> float:
    if letter >= _FIRST_IDEOGRAPH:
        return _IDEOGRAPH
    return _CAPITAL if letter.isupper() or letter.isdigit() else _OTHER
