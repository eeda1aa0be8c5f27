"""What may or must be done with a thing that the clauses of a topic share, as a question.

A verb belongs to a noun where the text says so in plain order: ``petten dragen``, ``het dragen van
petten``, ``petten worden gedragen``, ``zij draagt geen pet``. Who somebody is that a noun names is
asked as what he does: ``Wat doet de conciërge?``
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolkit.alignment.topic_nouns import Noun
from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.norms import verbs
from protocolkit.norms.norm import Modality, Norm, Party
from protocolkit.norms.recognise import recognise
from protocolkit.norms.sentence_words import PREPOSITIONS
from protocolkit.text.late_patterns import late
from protocolkit.wording.terms import stem

# What is done with a thing, and needs no more words than the thing.
_DEEDS = frozenset(
    "dragen gebruiken meenemen meebrengen inleveren afgeven innemen bewaren wissen vernietigen "
    "verwijderen delen maken plaatsen publiceren verspreiden bekijken inzien terugkijken opnemen "
    "lezen invullen ondertekenen aanvragen afdoen afzetten opbergen betalen lenen uitlenen kopen "
    "verkopen installeren downloaden doorzoeken melden verstrekken doorgeven opvragen intrekken "
    "ophangen filmen fotograferen eten drinken bezoeken openen afsluiten aanraken registreren "
    "controleren beveiligen vergoeden herstellen verbeteren weigeren".split()
)
_PARTICIPLES = {
    "opgenomen": "opnemen",
    "ingenomen": "innemen",
    "meegenomen": "meenemen",
    "meegebracht": "meebrengen",
    "afgegeven": "afgeven",
    "doorgegeven": "doorgeven",
    "ingezien": "inzien",
    "bekeken": "bekijken",
    "afgedaan": "afdoen",
    "opgeborgen": "opbergen",
    "aangevraagd": "aanvragen",
    "ingetrokken": "intrekken",
    "opgehangen": "ophangen",
}
_WORDS = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_BETWEEN = 3
_ASKS = frozenset(
    {Modality.PROHIBITION, Modality.PERMISSION, Modality.DIVIDED, Modality.OBLIGATION}
)
_MAY = {
    Party.PUPILS: mark("May pupils {deed}?"),
    Party.PARENTS: mark("May parents {deed}?"),
    Party.STAFF: mark("May staff {deed}?"),
    Party.SCHOOL: mark("May the school {deed}?"),
    Party.EVERYONE: mark("May you {deed}?"),
}
_MUST = {
    Party.PUPILS: mark("Must pupils {deed}?"),
    Party.PARENTS: mark("Must parents {deed}?"),
    Party.STAFF: mark("Must staff {deed}?"),
    Party.SCHOOL: mark("Must the school {deed}?"),
    Party.EVERYONE: mark("Must you {deed}?"),
}
_DOES = mark("What does {who} do?")
_DO = mark("What do {who} do?")
_OF_SOMEBODY = (
    r"managers?|bewakers?|bewaarders?|beheerders?|rector(?:en)?|directeur(?:en)?|leiders?|"
    r"(?<!brand)meesters?|bestuurders?|toezichthouders?|functionaris(?:sen)?|adviseurs?|"
    r"leveranciers?|verpleegkundigen?|coördinator(?:en)?|hoofden|commissie|partners?|consulent"
)
_SOMEBODY = late(rf"(?:de|een) \w*(?:{_OF_SOMEBODY})\Z|\w*(?:{_OF_SOMEBODY})\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is done with a noun, of which ``key`` is the stem, by a norm."""

    key: str
    verb: str
    norm: Norm


def deeds_of(texts: Sequence[str], nouns: Sequence[Noun], translate: Translate) -> Iterator[str]:
    """Yield whether what texts speak of may or must be done."""
    told = [deed for text in texts for deed in _told(text)]
    for noun in nouns:
        if noun.is_matter or is_somebody(noun):
            continue
        deeds = Counter(deed.verb for deed in told if deed.key == noun.key)
        for verb, _ in deeds.most_common(1):
            own = [deed.norm for deed in told if (deed.key, deed.verb) == (noun.key, verb)]
            yield translate(_question(own)).format(deed=f"{noun.phrase} {verb}")


def is_somebody(noun: Noun) -> bool:
    """Whether a noun names somebody of the school, or whom it works with."""
    return not noun.is_matter and bool(_SOMEBODY.match(noun.phrase))


def people_of(nouns: Sequence[Noun], translate: Translate) -> Iterator[str]:
    """Yield what somebody does whom the texts share."""
    for noun in nouns:
        if is_somebody(noun):
            is_one = noun.phrase.startswith(("de ", "een ")) and not noun.phrase.endswith("en")
            yield translate(_DOES if is_one else _DO).format(who=noun.phrase)


def _question(norms: Sequence[Norm]) -> Marked:
    """Return what most of some norms ask of whom."""
    duties = sum(norm.modality is Modality.OBLIGATION for norm in norms)
    parties = Counter(norm.parties[0] for norm in norms if len(norm.parties) == 1)
    party, count = parties.most_common(1)[0] if parties else (None, 0)
    known = _MUST if 2 * duties > len(norms) else _MAY
    return known[party if party and 2 * count > len(norms) else Party.EVERYONE]


def _told(text: str) -> Iterator[_Deed]:
    """Yield what the sentences of a text that ask something say is done with which nouns."""
    for norm in recognise(text).norms:
        if norm.modality not in _ASKS:
            continue
        words = [match[0].lower() for match in _WORDS.finditer(text[slice(*norm.sentence)])]
        for at, word in enumerate(words):
            if verb := _deed(word):
                is_done = word != verb and verbs.is_participle(word)
                objects = _objects(words, at, is_done=is_done)
                yield from (_Deed(stem(noun), verb, norm) for noun in objects)


def _deed(word: str) -> str:
    verb = _PARTICIPLES.get(word) or verbs.infinitive_of(word)
    return verb if verb in _DEEDS else ""


def _objects(words: Sequence[str], at: int, *, is_done: bool) -> Iterator[str]:
    """Yield the words beside a verb that may name what it is done with."""
    before, after = words[:at], words[at + 1 :]
    if is_done:
        place = max((n for n, word in enumerate(before) if word in verbs.BECOME), default=0)
        if at - place <= _BETWEEN + 1:
            yield from _last_noun(before[:place])
        return
    yield from _last_noun(before[:-1] if before[-1:] == ["te"] else before)
    if after[:1] == ["van"] and before and before[-1] == "het":
        yield from _first_noun(after[1:])
    elif words[at] not in _DEEDS and after and after[0] in ("geen", "een"):
        yield from _first_noun(after)


def _last_noun(words: Sequence[str]) -> Iterator[str]:
    """Yield the last word, unless a preposition leads to it: ``aan de politie``."""
    if words and PREPOSITIONS.isdisjoint(words[-_BETWEEN - 1 :]):
        yield words[-1]


def _first_noun(words: Sequence[str]) -> Iterator[str]:
    """Yield the first words of a phrase, up to a sign: its noun is among them."""
    for word in words[:_BETWEEN]:
        if not word[0].isalpha():
            return
        yield word
