"""Sentences in which nothing can be the verb, as in 'De mentor nog dezelfde dag de ouders'.

Of Dutch words only some are known here as verbs (``norms/verbs.py``). So every other word that
could be one counts as one too, and a sentence is told only when nothing is left: fewer are told
than there are, and hardly ever one that is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import passages, sentences
from protocolkit.document.model import Protocol
from protocolkit.norms.verbs import (
    AUXILIARIES,
    MODALS,
    is_present,
    is_split_finite,
    is_stem,
)
from protocolkit.text.function_words import (
    ARTICLES,
    FUNCTION_WORDS,
    JOINING,
    PERSONAL,
    POINTING,
    POSSESSIVES,
    PREPOSITIONS,
    QUANTIFYING,
    RARER_PREPOSITIONS,
)

VERB_MISSING = warning(
    "verb-missing",
    "A sentence has no verb",
    "in '{words}' nothing says what is done.",
    "Read the sentence again. If the document has it like this, accept it with a reason.",
)
# Shorter ones are headings, answers and items of a list.
_LEAST_WORDS = 7
_WORD = re.compile(r"[^\W\d_]+")
# After these stands a noun, or what belongs to one; 'het' and 'dat' at the start may do something.
_BEFORE_NOUN = (
    ARTICLES
    | POSSESSIVES
    | PREPOSITIONS
    | RARER_PREPOSITIONS
    | POINTING
    | QUANTIFYING
    | frozenset("geen per eigen".split())
)
_SUBJECTS = PERSONAL | {"men"}
_GRAMMAR = FUNCTION_WORDS | PERSONAL
# End in a 't' and are no verb.
_NO_VERBS = frozenset("met niet uit tot want vast altijd eerst net direct recht".split())
# So a sentence begins, and not what is said shortly: 'Geen telefoons.', 'Naam van de ouder.'
_STARTS = (ARTICLES | POINTING | POSSESSIVES | PREPOSITIONS | QUANTIFYING | _SUBJECTS) | frozenset(
    "dan daarom daarna daarnaast ondertussen vervolgens leerlingen ouders medewerkers".split()
)


def check_verbs(protocol: Protocol) -> Iterator[Problem]:
    """Yield the sentences of a protocol in which no word can be the verb."""
    for passage in passages(protocol):
        if passage.number:
            continue  # an item, a cell: there it may be a name
        for sentence in sentences(passage.text):
            if _has_no_verb(sentence):
                yield passage.report(VERB_MISSING, words=sentence)


def _has_no_verb(sentence: str) -> bool:
    """Tell whether a whole sentence, with its capital and full stop, lacks a verb."""
    is_whole = sentence[:1].isupper() and re.search(r"\w\w\.$", sentence) and "\n" not in sentence
    if not is_whole or any(sign in sentence for sign in ":;()|"):
        return False
    words = _WORD.findall(sentence)
    first = words[0].lower()
    if len(words) < _LEAST_WORDS or first not in _STARTS:
        return False
    return not any(_may_be_verb(words, place) for place in range(len(words)))


def _may_be_verb(words: Sequence[str], place: int) -> bool:
    """Tell whether a word is a verb, or may be one that is not known."""
    word = words[place].lower()
    if word in AUXILIARIES | MODALS or is_present(word) or is_split_finite(word) or is_stem(word):
        return True
    if not place or not words[place].islower() or word in _GRAMMAR:
        return False
    before = words[place - 1].lower()
    is_after_start = place == 1 and before in POINTING | {"het"}
    if word.endswith("t") and word not in _NO_VERBS:
        return is_after_start or before not in _BEFORE_NOUN
    if word.endswith("en") and before not in _BEFORE_NOUN | JOINING and not before.endswith("e"):
        return True
    return _stands_at_subject(words, place)


def _stands_at_subject(words: Sequence[str], place: int) -> bool:
    """Tell whether a word is beside 'wij' or 'u', and ends as a verb could: 'Wij plannen'."""
    beside = {words[place - 1].lower(), *(word.lower() for word in words[place + 1 : place + 2])}
    word = words[place]
    ends_so = word.endswith("en") or not word.endswith(("s", "e", "ig", "lijk"))
    return bool(beside & _SUBJECTS) and ends_so
