"""Letters that a PDF gives in the order in which they are drawn, not in that of reading.

Vowels of Hebrew and of the scripts of India stand around their letter: of a PDF their letters come
back turned, or more than once. What they say cannot be held beside a record, only which they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

# Hebrew, Arabic and their neighbours; from Devanagari up to Tibetan; Burmese; Khmer.
_SCRIPTS = "\u0590-\u0fff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc"
_DRAWN = re.compile(f"[{_SCRIPTS}]+")
_WORDS = re.compile(f"[{_SCRIPTS}]+(?: [{_SCRIPTS}]+)*")
# More than this part of a text is not taken from what no page shows in its order.
_MOST = 0.1


def drawn_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of texts that a PDF may give in another order, each once."""
    found = (words for text in texts for words in _WORDS.findall(text))
    return tuple(dict.fromkeys(found))


def without_drawn(text: str) -> str:
    """Return text without the letters that may come in another order."""
    return _DRAWN.sub("", text)


def has_their_letters(read: str, printed: str) -> bool:
    """Tell whether a text that was read has the letters of few words that were printed.

    None is lacking or new; one may come more often, and in another place.
    """
    here, there = _letters(read), _letters(printed)
    is_whole = here.keys() == there.keys() and all(here[one] >= there[one] for one in there)
    return is_whole and 0 < there.total() <= _MOST * len(printed)


def _letters(text: str) -> Counter[str]:
    return Counter("".join(_DRAWN.findall(unicodedata.normalize("NFD", text))))
