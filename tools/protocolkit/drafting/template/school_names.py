"""Where a text names a school that no facts name: 'basisschool De Ark', 'het Griftland College'.

Such a name is guessed by its capitals. A word with a capital that follows a name is not part of
it ('obs De Ark WhatsApp'), so what is known of names goes before the guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from protocolkit.document.organisations import SCHOOL_ENDINGS, SCHOOL_WORDS
from protocolkit.text.late_patterns import late
from protocolkit.text.markers import word_pattern
from protocolkit.text.sentences import Span

_SPACE = r"[^\S\n]+"
_NAMED = rf"[A-Z][\w'’-]*(?:{_SPACE}[A-Z][\w'’-]*)*"
_BEFORE = (
    rf"(?:{word_pattern(SCHOOL_WORDS, capitals=True)}){_SPACE}(?:(?:[Dd]e|[Hh]et|['’]t){_SPACE})?"
)
_ENDINGS = rf"{_SPACE}(?:{'|'.join(word.capitalize() for word in SCHOOL_ENDINGS)})\b"
# What a sentence begins with has a capital and is no name: 'Op Griftland College'.
_OPENING = (
    r"(?!(?:Op|Bij|In|Van|Voor|Aan|Met|Door|Namens|Binnen|Als|Ook|Dat|Dit|En|Of|Wij|De|Het|Ons"
    r"|Onze)\b)"
)
_SCHOOL_NAME = late(rf"\b{_BEFORE}{_NAMED}|\b{_OPENING}{_NAMED}{_ENDINGS}")
_ONLY_BEFORE = late(_BEFORE)
_ONLY_ENDING = late(rf"(?:{_SPACE}{_NAMED})?{_ENDINGS}")


def guessed_names(text: str) -> frozenset[str]:
    """Return the names of schools that a whole text seems to have, by their capitals alone.

    >>> sorted(guessed_names("Op obs De Ark. Bij obs De Ark WhatsApp."))
    ['obs De Ark', 'obs De Ark WhatsApp']
    """
    return frozenset(match[0] for match in _SCHOOL_NAME.finditer(text))


def school_names(text: str, known: Sequence[Span], guesses: frozenset[str]) -> Iterator[Span]:
    """Yield where a school seems to be named, with no word that follows its name.

    ``known`` is where known names stand: of a name that is known only the word for a school goes
    before it and 'College' after it. ``guesses`` are the names that the whole document seems to
    have: of two that begin alike the shorter one is the name.
    """
    for match in _SCHOOL_NAME.finditer(text):
        begin, end = match.span()
        inside = [span for span in known if begin <= span[0] and span[0] < end]
        if inside:
            first, last = inside[0]
            if first > begin and not _ONLY_BEFORE.fullmatch(text, begin, first):
                continue
            goes_on = last < end and _ONLY_ENDING.fullmatch(text, last, end)
            yield begin, end if goes_on else last
        else:
            shorter = (len(name) for name in guesses if match[0].startswith(f"{name} "))
            yield begin, begin + min(shorter, default=end - begin)
