"""Whether what looks like a number at the start of a line counts something there.

A sentence may go on with ``3 weken`` or ``12 januari``; the lists that are open tell them apart.
"""

from __future__ import annotations

import re

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.open_lists import OpenLists
from protocolkit.text.function_words import AUXILIARIES, COMMON_MODALS, either
from protocolkit.text.markers import Start
from protocolkit.text.months import MONTH

# A larger number is a year or an amount, unless it is the next one; one of several parts is a date
# or a time.
_LARGEST_COUNT, _LARGEST_PART = 99, 60
# How many items of a list may be missing: letters are words sooner than numbers are.
_LETTERS_MISSED, _NUMBERS_MISSED = 2, 12
_DATE_LIKE = re.compile(
    rf"^(?:uur|euro|procent|jaar|jarigen?|{MONTH}|%|x|keer|dagen|weken|minuten)\b"
)

# What 'Artikel 5' begins with then is a sentence: on another text ('van de wet'), on that part of
# this one ('Hoofdstuk 2 is voor leraren', 'Artikel 3 en 4 gelden').
_SAYS_OF_IT = re.compile(
    r"(?:van|uit) (?:de|het|een|onze|dezelfde|voornoemde)\b|(?:en|of|tot en met|t/m) \d"
    rf"|(?:{either(AUXILIARIES | COMMON_MODALS)}|geldt|gelden|gaat|gaan|staat|staan|bevat|bevatten"
    r"|beschrijft|beschrijven|regelt|regelen|vervalt|blijft|vormt|geeft|noemt)\b"
)


def is_likely(start: Start, line: Line, lists: OpenLists, *, ends: bool, is_lone: bool) -> bool:
    """Tell whether a line begins with a number of one of the open ``lists``, or of a new one.

    ``ends`` says that the line above may be the last of its block, ``is_lone`` that this text has
    its numbers on lines of their own.
    """
    rest = line.text[len(start.marker) :].strip()
    if start.is_bullet:
        return ends or lists.has(start.key) or not re.match(r"[-–—*o]$", start.marker)
    follows = lists.follows(start)
    if start.style.is_worded and _SAYS_OF_IT.match(rest):
        return False
    if start.style.is_worded:
        is_next = follows or start.marker[:1].isupper() or start.last == 1
        return (ends and is_next) or (follows and rest[:1].isupper())
    if start.style.is_given:
        return ends and (start.last == 1 or follows)
    if _DATE_LIKE.match(rest) or (max(start.count) > _LARGEST_COUNT and not follows):
        return False
    if start.style.is_bare:
        is_next = follows or start.last in (0, 1) or lists.repeats(start)
        is_apart = ends or (follows and line.is_page_start)
        return is_apart and is_next and (rest[:1].isupper() or (is_lone and not rest))
    return _is_counted(start, rest, lists, ends=ends, follows=follows)


def _is_counted(start: Start, rest: str, lists: OpenLists, *, ends: bool, follows: bool) -> bool:
    """Tell the same of a number with a sign after it, of several parts, or of a letter."""
    is_first = start.last in (0, 1)
    if start.style.has_parts:
        is_near = lists.is_near(start.count[0]) and max(start.count) < _LARGEST_PART
        return follows or (ends and is_near)
    if start.style.is_letters:
        return follows or (ends and (is_first or lists.jumps(start, _LETTERS_MISSED)))
    is_next = is_first or follows or lists.jumps(start, _NUMBERS_MISSED)
    is_next = is_next or rest[:1].isupper() or (not rest and bool(start.suffix))
    return (ends or follows) and is_next
