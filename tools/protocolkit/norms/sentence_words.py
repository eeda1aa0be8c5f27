"""The words of a sentence with their places, and which of them are finite verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.norms import verbs
from protocolkit.text import function_words
from protocolkit.text.sentences import Span

_TOKEN = re.compile(r"[^\W_]+(?:['’./&@-][^\W_]+)*|[^\w\s]")
PREPOSITIONS = function_words.PREPOSITIONS | function_words.RARER_PREPOSITIONS
DETERMINERS = (
    function_words.ARTICLES
    | function_words.POINTING
    | function_words.POSSESSIVES
    | function_words.QUANTIFYING
    | frozenset("beide dergelijke enig enkele geen hen je jouw mijn uw zo'n zulke".split())
)
AFTER_SUBORDINATE = (
    (function_words.PERSONAL - {"ik", "jij"})
    | function_words.ADVERBS
    | frozenset(
        "altijd dan de deze direct dit een eerst geen haar het hun in men niet nooit zo".split()
    )
)
_NOMINALS = frozenset("het een de dit dat alle van bij tot voor door aan om te".split())
_BEFORE_POSSESSIVE = function_words.JOINING | frozenset("als dat indien niet ook zich".split())
_NOUNS = frozenset("besluit bezit start".split())  # of the forms that are verbs as well


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign in lower case; ``begin`` and ``end`` count characters of the sentence."""

    text: str
    begin: int
    end: int

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return self.begin, self.end


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and signs of a text, in lower case, each with its place."""
    return tuple(Word(m[0].lower(), m.start(), m.end()) for m in _TOKEN.finditer(text))


def is_finite(words: Sequence[Word], i: int) -> bool:
    """Whether a word is a finite verb as it stands there: no infinitive after ``te`` or ``het``."""
    word = words[i].text
    before = words[i - 1].text if i else ""
    if not verbs.is_present(word):
        after = words[i + 1].text if i + 1 < len(words) else ""
        return word in verbs.STEMS and bool(i) and (before == "ik" or after in ("je", "jij"))
    if before == "te" or (word in _NOUNS and before in DETERMINERS):
        return False
    if word == "zijn":
        return not _is_possessive(words, i)
    return word not in verbs.PLURALS or before not in _NOMINALS or word in verbs.MODALS


def _is_possessive(words: Sequence[Word], i: int) -> bool:
    before = words[i - 1].text if i else ""
    if before in PREPOSITIONS | _BEFORE_POSSESSIVE:
        after = words[i + 1].text if i + 1 < len(words) else ""
        return after not in AFTER_SUBORDINATE and after not in PREPOSITIONS and before != "niet"
    return before in verbs.THIRDS or before in ("mag", "moet", "kan", "dient", "heeft", "wordt")
