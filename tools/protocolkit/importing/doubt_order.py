"""What each doubt of an import may do to a protocol: the order in which a person should look.

The order is written down once, here: a rule that is turned comes before a list that is split, and
a number that jumps comes last. What kind of text a clause is does no harm that cannot be seen, so
kinds are told apart, in a list of their own.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from protocolkit.importing.extract.shared.colours import DOUBT_FAINT
from protocolkit.importing.source.doubts import (
    ADDED,
    BROKEN_REFERENCE,
    COVERED,
    EMBEDDED,
    FAINT,
    FRAMED,
    MADE_BY_STYLE,
    OUTSIDE,
    SCANNED,
    STRUCK,
    UNREADABLE,
    UNTOLD,
)
from protocolkit.importing.structure.assemble import DOUBT_KIND
from protocolkit.importing.structure.noise import DOUBT_CONTENTS, DOUBT_HEAD
from protocolkit.importing.structure.roles import DOUBT_HEADING, DOUBT_TITLE
from protocolkit.importing.structure.tree import (
    DOUBT_AGAIN,
    DOUBT_BELONGS,
    DOUBT_JUMP,
    DOUBT_OWN,
    DOUBT_TABLE,
    DOUBT_TWO_LISTS,
)
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason


class Harm(IntEnum):
    """What may have happened to the text, the worst first."""

    TURNED = 1
    WORDS = 2
    LIST = 3
    TABLE = 4
    HEADING = 5
    TITLE = 6
    NUMBER = 7
    NONE = 8


_HARMS: dict[str, Harm] = {
    STRUCK: Harm.TURNED,
    COVERED: Harm.WORDS,
    EMBEDDED: Harm.WORDS,
    FRAMED: Harm.WORDS,
    MADE_BY_STYLE: Harm.WORDS,
    OUTSIDE: Harm.WORDS,
    UNREADABLE: Harm.WORDS,
    UNTOLD: Harm.WORDS,
    FAINT: Harm.WORDS,
    SCANNED: Harm.WORDS,
    ADDED: Harm.WORDS,
    BROKEN_REFERENCE: Harm.WORDS,
    DOUBT_FAINT: Harm.WORDS,
    DOUBT_TWO_LISTS: Harm.LIST,
    DOUBT_AGAIN: Harm.LIST,
    DOUBT_TABLE: Harm.TABLE,
    DOUBT_CONTENTS: Harm.TABLE,
    DOUBT_HEADING: Harm.HEADING,
    DOUBT_BELONGS: Harm.HEADING,
    DOUBT_TITLE: Harm.TITLE,
    DOUBT_HEAD: Harm.TITLE,
    DOUBT_JUMP: Harm.NUMBER,
    DOUBT_OWN: Harm.NUMBER,
    DOUBT_KIND: Harm.NONE,
}
# A person made these words count for nothing: perhaps in the middle of a rule.
_TURNING = (LeftOutReason.STRUCK, LeftOutReason.HIDDEN, LeftOutReason.COLOUR, LeftOutReason.SMALL)


def harm_of(doubts: Iterable[str], left_out: Iterable[LeftOut] = ()) -> Harm:
    """Return the worst that the doubts about a text, and what was left out of it, may mean."""
    told = [_HARMS.get(doubt, Harm.NUMBER) for doubt in doubts]
    told += [Harm.TURNED if one.reason in _TURNING else Harm.WORDS for one in left_out]
    return min(told, default=Harm.NONE)
