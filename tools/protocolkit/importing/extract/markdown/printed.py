"""What a page shows of a Markdown file, with a sign wherever something stood that is no text.

The signs are for private use, each another one, so that the places are found again in whatever
order the text is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked
from protocolkit.importing.source.lines import Doubt, Source
from protocolkit.reading.words_left_out import LeftOut

_FIRST, _FIRST_DOUBT, _LAST = 0x100000, 0x108000, 0x10FFFD
ANY_SIGN = f"[{chr(_FIRST)}-{chr(_LAST)}]"
"""The pattern of a sign."""
SIGNS = re.compile(ANY_SIGN)
MOST_SIGNS = (_LAST - _FIRST_DOUBT) // 2
"""How many places of each kind can be shown."""


def left_here(number: int) -> str:
    """Return the sign where something was left out, counted from 0."""
    return chr(_FIRST + number)


def doubt_begins(number: int) -> str:
    """Return the sign where a doubt begins, counted from 0."""
    return chr(_FIRST_DOUBT + 2 * number)


def doubt_ends(number: int) -> str:
    """Return the sign where a doubt ends, counted from 0."""
    return chr(_FIRST_DOUBT + 2 * number + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedMarkdown:
    """What a page shows of a Markdown file, as Markdown.

    ``marked`` is the same text with a sign wherever something was left out and around each doubt;
    ``left_out`` and ``doubts`` are those in their order, ``placeless`` what has no place in it.
    """

    marked: str
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Marked, ...] = ()
    placeless: tuple[LeftOut, ...] = ()

    @property
    def text(self) -> str:
        """The text without signs."""
        return SIGNS.sub("", self.marked)

    def placed(self, source: Source, marked: str) -> Source:
        """Return a source with all this in its place; ``marked`` is its text with the signs.

        Where the signs changed how the text is read, the places are not known.
        """
        places: dict[int, int] = {}
        if SIGNS.sub("", marked) == source.text:
            found = enumerate(SIGNS.finditer(marked))
            places = {ord(sign[0]): sign.start() - before for before, sign in found}
        left_out = tuple(
            replace(one, at=places.get(_FIRST + number, -1))
            for number, one in enumerate(self.left_out)
        )
        first_line = len(source.text.partition("\n")[0])
        doubts = tuple(
            Doubt(
                begin=places.get(_FIRST_DOUBT + 2 * number, 0),
                end=places.get(_FIRST_DOUBT + 2 * number + 1, first_line),
                text=doubt,
            )
            for number, doubt in enumerate(self.doubts)
        )
        return replace(
            source,
            left_out=(*source.left_out, *left_out, *self.placeless),
            doubts=(*source.doubts, *doubts),
        )
