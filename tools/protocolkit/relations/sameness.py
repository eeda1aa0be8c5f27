"""When two texts are the same for the comparison: names, spelling and punctuation do not count.

Neutral are: an organisation's names and a bracketed place for one (``[naam school]``), capitals,
accents, quotes, hyphens, spaces inside compounds (``school gerelateerd``), every punctuation
mark, a marker or dots before the text, and spellings of one word (``social media``, also with
``de`` before it). Any other word counts, and so does every digit: ``10-15`` is not ``1015``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from protocolkit.document.names import PLACEHOLDER, neutral
from protocolkit.document.organisations import BOARD_WORDS
from protocolkit.text.markers import without_marker


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).lower()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_FORM = "|".join(BOARD_WORDS)
_PLACE_FOR_NAME = re.compile(
    rf"\[[^\]\n]{{0,60}}\b(?:naam|school|bestuur|{_FORM})[^\]\n]{{0,60}}\]", re.IGNORECASE
)
# Spellings of one word, as they stand after the rest has been neutralised.
_SPELLINGS = (
    (re.compile(r"\b(?:de )?socia(?:l|le|al) ?-?media"), "sociale media"),
    (re.compile(r"\be-?mail"), "email"),
    (re.compile(r"\bwhats ?-?app"), "whatsapp"),
    (re.compile(r"\bmedezeggenschaps-raad"), "medezeggenschapsraad"),
)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w]+(?=\d)")
_NOT_COUNTED = re.compile(rf"[^\w{PLACEHOLDER}|]+|_")
_BARE_FORM = _without_accents(_FORM)
_REPEATED_NAME = re.compile(rf"(?:{_BARE_FORM})?{PLACEHOLDER}(?:{_BARE_FORM})?")


def neutral_form(text: str, names: tuple[str, ...] = ()) -> str:
    """Return what remains of a text when all that does not count is left out."""
    return _neutral_form(text, names)


@lru_cache(maxsize=16384)
def _neutral_form(text: str, names: tuple[str, ...]) -> str:
    found = _PLACE_FOR_NAME.sub(PLACEHOLDER, neutral(without_marker(text), names))
    found = _without_accents(found.translate({0xAD: None}))
    for pattern, spelling in _SPELLINGS:
        found = pattern.sub(spelling, found)
    return _REPEATED_NAME.sub(PLACEHOLDER, _NOT_COUNTED.sub("", _BETWEEN_DIGITS.sub("|", found)))
