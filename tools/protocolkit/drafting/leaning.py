"""Whether a clause leans on the words before it in its own document: 'Toch', 'hiermee'.

Taken out of there it says less than it seems. Knows words only, and may call what is sound a
leaning clause; so it decides between equals and asks for a second look, never more.
"""

from __future__ import annotations

import re

from protocolkit.sentences import sentence_spans

_OPENING = re.compile(
    r"(?:\.\.\.|…|(?:Toch|Bovendien|Daarnaast|Daarom|Daar(?:bij|door|mee|toe|voor)|Hier(?:bij|door|mee|toe|voor"
    r"|in|van|op)|Echter|Wel|Ook|Dan|Zij|Hij|Dit (?:geldt|betekent|houdt|kan|mag|moet|wordt|zal)"
    r"|Deze (?:kan|mag|moet|wordt|worden|zal|zullen))\b)"
)
_POINTER = re.compile(
    r"\b(?:hiermee|hierboven|bovenstaande?|boven(?:genoemde?|vermelde?)|voornoemde?|vorenstaande?"
    r"|voorgaande|eerdergenoemde?)\b",
    re.IGNORECASE,
)


def leaning_words(text: str) -> str:
    """Return the words in the first sentence of a clause that point back, or ``""``."""
    spans = sentence_spans(text)
    sentence = text[slice(*spans[0])] if spans else ""
    found = _OPENING.match(sentence) or _POINTER.search(sentence)
    return found[0] if found else ""
