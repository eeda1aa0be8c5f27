"""Signs that no page shows, and that yet spell words: they are no text, and are named.

Unicode has a second alphabet without any form (the tags, U+E0000 to U+E007F), and selectors that
choose the form of the sign before them, of which a row can spell anything. Whoever copies a text
takes them along, and a program reads them. Signs that turn the order of letters around, strike
them or tell a terminal what to do are text, but what a reader sees cannot be told: that is a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from protocolkit.importing.source.doubts import REORDERED, STRUCK, UNTOLD
from protocolkit.importing.source.lines import Doubt, Source
from protocolkit.importing.source.taken_out import Taken, without_spans
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

# A flag is a black one with the letters of its land as tags, and an end: that is one visible sign.
_UNSEEN = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f)"
    "|[\U000e0000-\U000e007f]+|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"
)
_TURNED = re.compile("[\u202d\u202e][^\u202c\n]*")
# Letters with a stroke through each, as programs make struck words where they know no other way.
_STROKES = "\u0335-\u0338\u20d2\u20e5"
_STRUCK = re.compile(f"(?:\\w[{_STROKES}]+(?: (?=\\w[{_STROKES}]))?){{2,}}")
# What a terminal does with the letters that follow: struck, hidden, in a colour.
_TERMINAL = re.compile("\x1b[^\n]*")
_ODD = ((_TURNED, REORDERED), (_STRUCK, STRUCK), (_TERMINAL, UNTOLD))
_TAGS, _SELECTORS, _MORE_SELECTORS = 0xE0000, 0xFE00, 0xE0100


def unseen_signs(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where signs stand that nobody sees, and the words that they spell."""
    for found in _UNSEEN.finditer(text):
        if found["flag"] is None:
            yield found.start(), found.end(), _spelled(found[0])


def without_unseen_signs(source: Source) -> Source:
    """Return a source of which every sign has a form; what was left out is named."""
    spans = list(unseen_signs(source.text))
    odd = tuple(
        Doubt(begin=found.start(), end=found.end(), text=doubt)
        for pattern, doubt in _ODD
        for found in pattern.finditer(source.text)
    )
    if odd:
        source = replace(source, doubts=(*source.doubts, *odd))
    return without_spans(source, [_named(*span) for span in spans]) if spans else source


def _named(begin: int, end: int, words: str) -> Taken:
    return Taken(
        begin=begin,
        end=end,
        named=LeftOut(text=words, reason=LeftOutReason.HIDDEN, is_in_sentence=True),
    )


def _spelled(signs: str) -> str:
    """Return what signs without a form stand for: letters, or bytes of a text."""
    if ord(signs[0]) in range(_TAGS, _MORE_SELECTORS):
        letters = "".join(chr(ord(sign) - _TAGS) for sign in signs)
    else:
        letters = bytes(map(_chosen, signs)).decode("utf-8", "replace")
    words = "".join(sign for sign in letters if sign.isprintable())
    return words or " ".join(f"U+{ord(sign):04X}" for sign in signs)


def _chosen(selector: str) -> int:
    """Return the number of a selector, from 0 to 255."""
    code = ord(selector)
    return code - _SELECTORS if code < _MORE_SELECTORS else code - _MORE_SELECTORS + 16
