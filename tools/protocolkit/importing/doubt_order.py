"""What each doubt of an import may do to a protocol: the order in which a person should look.

The order is written down once, here, with how unsure each makes a text: a rule that is turned comes
before a list that is split, and a number that jumps comes last. What kind of text a clause is does
no harm that cannot be seen, so kinds are told apart, in a list of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from protocolkit.importing.extract.pdf.column_lines import DOUBT_SIDE_BY_SIDE
from protocolkit.importing.extract.pdf.cut_words import DOUBT_CUT
from protocolkit.importing.extract.pdf.rows import DOUBT_PARTED
from protocolkit.importing.extract.shared.colours import DOUBT_FAINT
from protocolkit.importing.extract.word.gathered import DOUBT_FORMULA
from protocolkit.importing.own_files.matching import DOUBT_ADDED as DOUBT_NEW
from protocolkit.importing.own_files.matching import DOUBT_CHANGED
from protocolkit.importing.report_doubts import (
    DOUBT_IN_HEAD,
    DOUBT_JOINED,
    DOUBT_LEFT_OUT,
    DOUBT_NOTE,
)
from protocolkit.importing.source.doubts import (
    ADDED,
    BROKEN_REFERENCE,
    COVERED,
    ELSEWHERE,
    EMBEDDED,
    EMPTY_PLACE,
    FAINT,
    FIELD,
    FOLDED,
    FRAMED,
    MADE_BY_STYLE,
    MERGED,
    NO_END,
    NO_TEXT,
    OPEN_FIELD,
    OTHER_CODE,
    OUTSIDE,
    OVERPRINTED,
    PICTURED,
    RAISED,
    REORDERED,
    SCANNED,
    STRUCK,
    TABBED,
    TICKED,
    UNCOUNTED,
    UNREADABLE,
    UNSTYLED,
    UNTICKED,
    UNTOLD,
)
from protocolkit.importing.structure.assemble import DOUBT_KIND
from protocolkit.importing.structure.heading_or_text import DOUBT_HEADING
from protocolkit.importing.structure.noise import DOUBT_CONTENTS, DOUBT_HEAD
from protocolkit.importing.structure.open_items import DOUBT_AGAIN, DOUBT_DEEP, DOUBT_TWO_LISTS
from protocolkit.importing.structure.subtitles import DOUBT_SUBTITLE
from protocolkit.importing.structure.swallowed_items import DOUBT_SWALLOWED
from protocolkit.importing.structure.table_cells import DOUBT_CELL
from protocolkit.importing.structure.table_edges import DOUBT_EDGE
from protocolkit.importing.structure.titles import DOUBT_NO_TITLE, DOUBT_TITLE, DOUBT_TITLE_LINE
from protocolkit.importing.structure.tree import DOUBT_BELONGS, DOUBT_JUMP, DOUBT_OWN, DOUBT_TABLE
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


@dataclass(frozen=True, slots=True)
class Weight:
    """How bad a doubt may be: what may have happened, and how much less sure a text is for it.

    ``unsure`` is in points of 100.
    """

    harm: Harm
    unsure: int


_OTHER = Weight(Harm.NUMBER, 10)
"""The weight of a doubt in words that nobody foresaw."""

WEIGHTS: Mapping[str, Weight] = {
    STRUCK: Weight(Harm.TURNED, 60),
    REORDERED: Weight(Harm.TURNED, 40),
    UNREADABLE: Weight(Harm.WORDS, 40),
    UNTOLD: Weight(Harm.WORDS, 40),
    OUTSIDE: Weight(Harm.WORDS, 40),
    FRAMED: Weight(Harm.WORDS, 40),
    FIELD: Weight(Harm.WORDS, 40),
    TICKED: Weight(Harm.WORDS, 40),
    UNTICKED: Weight(Harm.WORDS, 40),
    EMPTY_PLACE: Weight(Harm.WORDS, 10),
    OPEN_FIELD: Weight(Harm.WORDS, 20),
    OVERPRINTED: Weight(Harm.WORDS, 40),
    MADE_BY_STYLE: Weight(Harm.WORDS, 40),
    UNCOUNTED: Weight(Harm.NUMBER, 40),
    UNSTYLED: Weight(Harm.WORDS, 20),
    COVERED: Weight(Harm.WORDS, 30),
    EMBEDDED: Weight(Harm.WORDS, 30),
    FAINT: Weight(Harm.WORDS, 30),
    DOUBT_FAINT: Weight(Harm.WORDS, 30),
    SCANNED: Weight(Harm.WORDS, 30),
    BROKEN_REFERENCE: Weight(Harm.WORDS, 30),
    ADDED: Weight(Harm.WORDS, 20),
    OTHER_CODE: Weight(Harm.WORDS, 20),
    RAISED: Weight(Harm.WORDS, 20),
    NO_END: Weight(Harm.WORDS, 30),
    PICTURED: Weight(Harm.WORDS, 10),
    NO_TEXT: Weight(Harm.WORDS, 30),
    ELSEWHERE: Weight(Harm.LIST, 20),
    DOUBT_TWO_LISTS: Weight(Harm.LIST, 30),
    DOUBT_AGAIN: Weight(Harm.LIST, 20),
    DOUBT_SWALLOWED: Weight(Harm.LIST, 35),
    DOUBT_DEEP: Weight(Harm.LIST, 30),
    DOUBT_SIDE_BY_SIDE: Weight(Harm.TABLE, 30),
    DOUBT_TABLE: Weight(Harm.TABLE, 30),
    DOUBT_CELL: Weight(Harm.TABLE, 25),
    MERGED: Weight(Harm.TABLE, 30),
    TABBED: Weight(Harm.TABLE, 30),
    DOUBT_EDGE: Weight(Harm.TABLE, 30),
    DOUBT_PARTED: Weight(Harm.TABLE, 30),
    DOUBT_CUT: Weight(Harm.TABLE, 20),
    DOUBT_CONTENTS: Weight(Harm.TABLE, 30),
    DOUBT_HEADING: Weight(Harm.HEADING, 25),
    DOUBT_SUBTITLE: Weight(Harm.HEADING, 15),
    DOUBT_BELONGS: Weight(Harm.HEADING, 20),
    DOUBT_TITLE: Weight(Harm.TITLE, 20),
    DOUBT_TITLE_LINE: Weight(Harm.TITLE, 20),
    DOUBT_IN_HEAD: Weight(Harm.TITLE, 25),
    DOUBT_NO_TITLE: Weight(Harm.TITLE, 20),
    DOUBT_HEAD: Weight(Harm.TITLE, 20),
    DOUBT_OWN: Weight(Harm.NUMBER, 15),
    DOUBT_JUMP: Weight(Harm.NUMBER, 10),
    FOLDED: Weight(Harm.NUMBER, 10),
    DOUBT_FORMULA: Weight(Harm.NUMBER, 10),
    DOUBT_CHANGED: Weight(Harm.NUMBER, 10),
    DOUBT_NEW: Weight(Harm.NUMBER, 10),
    # These change no rule, or what was left out says itself how bad that is.
    DOUBT_LEFT_OUT: Weight(Harm.NONE, 40),
    DOUBT_NOTE: Weight(Harm.NONE, 15),
    DOUBT_KIND: Weight(Harm.NONE, 10),
    DOUBT_JOINED: Weight(Harm.NONE, 5),
}
"""Every doubt that there is."""

_LOWEST, _SURE = 10, 100
# A person made these words count for nothing: perhaps in the middle of a rule.
_TURNING = (LeftOutReason.STRUCK, LeftOutReason.HIDDEN, LeftOutReason.COLOUR, LeftOutReason.SMALL)


def harm_of(doubts: Iterable[str], left_out: Iterable[LeftOut] = ()) -> Harm:
    """Return the worst that the doubts about a text, and what was left out of it, may mean."""
    told = [WEIGHTS.get(doubt, _OTHER).harm for doubt in doubts]
    told += [Harm.TURNED if one.reason in _TURNING else Harm.WORDS for one in left_out]
    return min(told, default=Harm.NONE)


def confidence_of(doubts: Iterable[str]) -> int:
    """Return how sure a text is of which this is in doubt, from 10 to 100."""
    return max(_SURE - sum(WEIGHTS.get(doubt, _OTHER).unsure for doubt in doubts), _LOWEST)
