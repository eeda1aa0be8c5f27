"""Words that carry meaning and stand in one of two texts only, the other has no form of them.

What the relations and the small words say nothing of: another role, another dossier, 'mondeling of'
before 'schriftelijk'. It says that somebody has to look, not that the rule is another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from protocolkit.text.function_words import FUNCTION_WORDS
from protocolkit.text.words import tokens
from protocolkit.was_wordt.rule_words import is_rule_word, light_words
from protocolkit.was_wordt.strong_verbs import strong_verb
from protocolkit.wording.everyday import VAGUE
from protocolkit.wording.terms import content, terms
from protocolkit.wording.thesaurus_file import general_thesaurus

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_BETWEEN = re.compile(r"['’\-/]")
_PARTICLES = "aan|achter|af|bij|binnen|door|in|mee|na|om|op|over|terug|toe|uit|vast|voor|weg"
_PREFIX = re.compile(rf"^(?:(?P<particle>{_PARTICLES})ge(?=.{{3}})|ge(?=.{{3}}))")
_ENDING = re.compile(r"(?:ingen|ing|ende|end|den|ten|de|te|en|es|[etdsn])$")
_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_VOICED = str.maketrans("fs", "vz")
_APART = re.compile(rf"(?:{_PARTICLES})(?:ge)?(?=.{{4}})")
_LEAST = 2
_TAIL = 5


def one_sided_words(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of each text of which the other has no form and no synonym.

    >>> one_sided_words("De tuinman bewaart de sleutel.", "De sleutel wordt door Jo bewaard.")
    (('tuinman',), ())
    """
    olds, news = dict(_roots(old)), dict(_roots(new))
    return _lacking(olds, news, new), _lacking(news, olds, old)


def _roots(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word, in lower case, with what its forms have in common."""
    for token in tokens(text):
        for word in _BETWEEN.split(token.lower()):
            if _LETTERS.fullmatch(word):
                yield word, _root(word)


def _is_light(word: str) -> bool:
    verb = strong_verb(word)
    forms = {word, verb.whole} if verb else {word}
    return not forms.isdisjoint(FUNCTION_WORDS | VAGUE | light_words()) or is_rule_word(word)


def _lacking(ours: dict[str, str], words: dict[str, str], text: str) -> tuple[str, ...]:
    # of 'neemt ... op' the verb alone says nothing, and yet is one of 'opgenomen'
    verbs = {root for word, root in words.items() if strong_verb(word)}
    theirs = {word: root for word, root in words.items() if not _is_light(word)}
    roots = {root for other in theirs for root in (theirs[other], _apart(other))}
    said = {term for word in theirs for term in _terms(word)} | {*_terms(text)}
    flat = re.sub(r"[\W_]+", "", text.lower())

    def is_there(word: str, root: str) -> bool:
        if root in roots or _apart(word) in verbs.union(theirs.values()) or word in flat:
            return True
        is_other = any(_are_kinds_of_one(word, other) for other in theirs)
        return not is_other and not said.isdisjoint(_terms(word))

    return tuple(
        word for word, root in ours.items() if not (_is_light(word) or is_there(word, root))
    )


def _apart(word: str) -> str:
    """Return what a verb is without the word that may stand apart: 'levert in' of 'inleveren'."""
    if verb := strong_verb(word):
        return verb.rest
    found = _APART.match(word)
    return _root(word[found.end() :]) if found else _root(word)


def _are_kinds_of_one(one: str, other: str) -> bool:
    """Tell whether words are two things of one name, whatever a thesaurus says of both.

    >>> _are_kinds_of_one("leerlingdossier", "personeelsdossier")
    True
    """
    ends = zip(reversed(one), reversed(other), strict=False)
    tail = sum(1 for _ in takewhile(lambda signs: signs[0] == signs[1], ends))
    return tail >= _TAIL and min(len(one), len(other)) - tail >= _LEAST


def _terms(text: str) -> tuple[str, ...]:
    return content(terms(text, general_thesaurus()))


def _root(word: str) -> str:
    """Return what forms of one word share: 'bewaart' and 'bewaard' the consonants."""
    if verb := strong_verb(word):
        return verb.whole
    bare = _PREFIX.sub(lambda found: found["particle"] or "", word)
    for _ in range(2):
        shorter = _ENDING.sub("", bare)
        bare = shorter if len(shorter) > _LEAST else bare
    bare = bare.replace("ij", "i").translate(_VOICED)
    consonants = re.sub(r"(.)\1", r"\1", bare[:1] + _VOWELS.sub("", bare[1:]))
    return consonants if len(consonants) > _LEAST else bare
