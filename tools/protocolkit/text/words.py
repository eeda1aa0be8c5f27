"""The word sequence: what 'not one word lost' means, in one definition.

Used by the reader, the ledger, every output's test and the fingerprint. This module knows
text and nothing else: no documents, no files. The definition is printed in
``docs/develop/words.md``.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
"""Dropped before anything else: soft hyphen, zero-width characters, byte-order mark."""

# What NFC leaves of combining accents counts with its letter.
_LETTER = r"(?:[^\W_][\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*)"
_JOINER = r"['’\-/@._+&]"
_SHORT = 1_000
_TOKEN = re.compile(rf"{_LETTER}+(?:{_JOINER}{_LETTER}+)*|\S")

# The bullet is a marker that carries no word, wherever it stands.
BULLET = "•"


def tokens(text: str) -> tuple[str, ...]:
    """Split text into its word sequence.

    A token is a run of letters and digits, with ``' ’ - / @ . _ + &`` kept where they stand
    between two of these; every other visible character is a token of its own. Case is kept.
    The text is brought to NFC first; soft hyphens and zero-width characters count for nothing.

    >>> tokens("foto's van ouders/verzorgers (0900 – 1113111).")
    ("foto's", 'van', 'ouders/verzorgers', '(', '0900', '–', '1113111', ')', '.')
    """
    return _short_tokens(text) if len(text) <= _SHORT else _tokens(text)


def _tokens(text: str) -> tuple[str, ...]:
    clean = _clean(text)
    found = _TOKEN.findall(clean)
    if clean.isascii() and clean.isprintable():
        return tuple(found)
    # no sign of these is a letter, so each is a token of its own
    wordless = {sign for sign in set(clean) if _is_wordless(sign)}
    return tuple([token for token in found if token not in wordless] if wordless else found)


# The same lines, titles and clauses come back again and again, wherever words are held together.
_short_tokens = lru_cache(maxsize=8_192)(_tokens)


def word_spans(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the tokens of text, each with where it begins and ends in it.

    >>> word_spans("zo\u00adals 5")
    (('zoals', 0, 6), ('5', 7, 8))
    """
    clean = _clean(text)
    places = range(len(text) + 1) if clean == text else _places(text)
    return tuple(
        (found[0], places[found.start()], places[found.end()])
        for found in _TOKEN.finditer(clean)
        if not _is_wordless(found[0][0])
    )


def _clean(text: str) -> str:
    """Return a text in NFC, without signs that nobody sees."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(INVISIBLE))


@lru_cache(maxsize=4_096)
def _is_wordless(sign: str) -> bool:
    """Tell whether a sign that is no letter is no token either."""
    return sign == BULLET or unicodedata.category(sign)[0] == "C"


def _places(text: str) -> list[int]:
    """Return where each character of the clean text begins in the text, and where the last ends."""
    places: list[int] = []
    cluster, begin = "", 0
    for at, sign in enumerate(text):
        if ord(sign) in INVISIBLE:
            continue
        apart = _composed(cluster) + _composed(sign)
        if unicodedata.combining(sign) or _composed(cluster + sign) != apart:
            cluster += sign
            continue
        places += [begin] * len(_composed(cluster))
        cluster, begin = sign, at
    places += [begin] * len(_composed(cluster))
    return [*places, len(text)]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def fingerprint(sequence: Iterable[str]) -> str:
    """Return the SHA-256 of a word sequence, its tokens joined by one space, as 64 hex digits."""
    return hashlib.sha256(" ".join(sequence).encode("utf-8")).hexdigest()


def has_capital(text: str) -> bool:
    """Tell whether a capital stands in a text: it may be a name then."""
    return any(map(str.isupper, text))


def holds_in_a_row(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether words stand among others, one after another; no words stand anywhere."""
    if not wanted:
        return True
    length = len(wanted)
    starts = (number for number, word in enumerate(words) if word == wanted[0])
    return any(words[start : start + length] == wanted for start in starts)


def glued(text: str) -> str:
    """Return text without any space, hyphen or soft hyphen.

    For comparing with a PDF's text layer, where extractors join and split words at line ends.
    """
    clean = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    return re.sub(r"[\s\-\u2010\u2011\ufffe\u0002" + BULLET + "]", "", clean)
