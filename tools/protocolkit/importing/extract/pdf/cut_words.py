"""Words that the edge of a cell cut, because they are wider than the cell: without a hyphen.

A program that prints the space at which it ends a line prints none where it cuts a word. Such a
line is one word that fills its cell, so that not one letter more goes in.
"""

from __future__ import annotations

import re

from protocolkit.base.messages import mark
from protocolkit.importing.extract.pdf.lines import PageText
from protocolkit.importing.extract.pdf.places import Box

DOUBT_CUT = mark("the edge of a cell cut a word here: it was made whole")

# What shows that a page prints the space at the end of a line, and how often it does so.
_SPACE_AT_END, _FEWEST = re.compile(r"\w \r?\n[a-zà-ÿ]"), 3
# A line that is one word, and the small letter that the next begins with; no shorter one is cut.
_CUT = re.compile(r"(?<![^\r\n])(?P<word>[^\W\d_]{8,})\r?\n(?=(?P<letter>[a-zà-ÿ]))")
_TOUCHING = 1.0


def without_cuts(words: str, cell: Box, page: PageText) -> str:
    """Return the words of a cell with those whole that its edge cut."""
    if not _CUT.search(words) or len(_SPACE_AT_END.findall(page.text)) < _FEWEST:
        return words
    return _CUT.sub(lambda cut: cut["word"] if _fills(cut["word"], cell, page) else cut[0], words)


def _fills(word: str, cell: Box, page: PageText) -> bool:
    """Tell whether the letter below a word in a cell has no room behind it."""
    for found in re.finditer(rf"(?<!\w){word}\s+(?=\w)", page.text):
        first, last, below = (
            page.upright(Box(*page.raw.get_charbox(place)))
            for place in (found.start(), found.start() + len(word) - 1, found.end())
        )
        if cell.holds(*first.middle) and cell.holds(*below.middle):
            edge = cell.right - max(first.left - cell.left, 0.0)
            return last.right + (below.right - below.left) > edge - _TOUCHING
    return False
