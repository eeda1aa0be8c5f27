"""Which lines stay together on a page, the same in PDF and Word.

Only a low paragraph does: a high one that went to the next page whole would leave a hole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.document.richtext import RichText, plain
from protocolkit.paper.shared.columns import TEXT_WIDTH
from protocolkit.text.letter_widths import line_count

_MOST_LINES = 6
# A line of our own pages, in sizes of its letters.
_LINE = TEXT_WIDTH / 210
LONGEST_WHOLE = 40
"""A word with hyphens of so many signs stands on one line: `longest-whole` of the templates."""
# Word breaks every word behind a hyphen; one of more signs is kept on one page.
_LONGEST_IN_WORD = 26
# Behind these a line may break in the midst of a word.
_BREAKS = re.compile(r"[/?&=\u2013\u2014\u200b](?=.)", re.DOTALL)
_SPACES = re.compile(r"(\s+)")


def is_low(text: RichText) -> bool:
    """Tell whether a paragraph has so few lines that it may be kept on one page."""
    return line_count(plain(text), _LINE) <= _MOST_LINES


def introduces(text: RichText) -> bool:
    """Tell whether a paragraph announces what follows, and stays on its page."""
    return plain(text).rstrip().endswith(":") and is_low(text)


def keeps_lines(text: RichText) -> bool:
    """Tell whether all lines of a paragraph stay on one page, for a word that takes two lines."""
    long = [word for word in plain(text).split() if len(word) > _LONGEST_IN_WORD]
    return any(_BREAKS.search(word) or _is_joined(word) for word in long) and is_low(text)


def words_apart(text: str) -> Iterator[tuple[str, bool]]:
    """Yield text in pieces: each word in which a line may break, and what is between those.

    With each piece, whether it is such a word.
    """
    between = ""
    for piece in _SPACES.split(text):
        if may_break(piece):
            if between:
                yield between, False
            yield piece, True
            between = ""
        else:
            between += piece
    if between:
        yield between, False


def may_break(word: str) -> bool:
    """Tell whether a line may break in the midst of a word."""
    return bool(_BREAKS.search(word)) or (len(word) > LONGEST_WHOLE and _is_joined(word))


def _is_joined(word: str) -> bool:
    return "-" in word[1:-1]
