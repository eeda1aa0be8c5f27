"""Words with a meaning in a rule: nobody's name, and some are never taken out of a text."""

from __future__ import annotations

from protocolkit.norms import verbs
from protocolkit.norms.parties import PRONOUNS, party_of
from protocolkit.norms.sentence_words import DETERMINERS
from protocolkit.text import function_words

_MEANS = (
    function_words.FUNCTION_WORDS
    | function_words.QUANTIFYING
    | function_words.RARER_PREPOSITIONS
    | function_words.ADDING
    | function_words.COORDINATING
    | function_words.CONDITIONAL
    | function_words.RARER_CONDITIONAL
    | function_words.EXCEPTING
    | function_words.EXCLUDING
    | function_words.CAUSAL
    | function_words.TEMPORAL
    | function_words.WHEREBY
    | function_words.RARER_WHEREBY
    | function_words.ASKING
    | PRONOUNS
    | DETERMINERS
    | verbs.FINITES
    | frozenset(
        "niet niets nooit nergens geen niemand iemand iedereen altijd soms vaak meestal nimmer "
        "dagelijks wekelijks vandaag morgen steeds direct verboden verplicht toegestaan wel".split()
    )
)
# By these a rule is what it is. 'Wil' is a first name as well.
_DECIDING = (
    (verbs.MODALS - {"wil"})
    | function_words.EXCLUDING
    | function_words.EXCEPTING
    | function_words.CONDITIONAL
    | frozenset(
        "niet niets nooit nergens geen niemand iedereen altijd nimmer evenmin verboden verplicht "
        "toegestaan geoorloofd".split()
    )
)


def says_something(word: str) -> bool:
    """Tell whether a word has a meaning in a rule, so that it is nobody's name."""
    word = word.casefold()
    return word in _MEANS or party_of(word) is not None


def decides(word: str) -> bool:
    """Tell whether a rule is what it is by this word: ``niet``, ``mag``, ``alleen``, a verb.

    With a capital ``Staat`` may be somebody's name, so a verb is one in small letters.
    """
    return word.casefold() in _DECIDING or word in verbs.FINITES
