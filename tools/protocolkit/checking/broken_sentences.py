"""Sentences that cannot be whole, by their grammar alone: no subject has to be known for it.

A last word after which more must come, a word twice, an article before no noun, a clause that ends
without a verb, a bracket that stays open. Only what is surely wrong is told; what a person would
have to understand first (a verb left out of a main clause) is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import Passage, passages, sentences
from protocolkit.checking.sentences import WORD_MISSING
from protocolkit.document.model import Protocol
from protocolkit.norms.verbs import infinitive_of, is_participle, is_verb
from protocolkit.text.function_words import (
    ADDING,
    ASKING,
    AUXILIARIES,
    BOUND,
    CAUSAL,
    COMMON_MODALS,
    CONDITIONAL,
    COORDINATING,
    FUNCTION_WORDS,
    PERSONAL,
    POINTING,
    POSSESSIVES,
    PREPOSITIONS,
    RARER_CONDITIONAL,
    RELATIVE,
    RESTRICTING,
    SUPPOSING,
    TEMPORAL,
    either,
)
from protocolkit.text.late_patterns import late

SENTENCE_CUT = warning(
    "sentence-cut",
    "A sentence ends in a word after which more must come",
    "a sentence cannot end so: '{words}'.",
    "Look whether text is missing. If the document has it like this, accept it with a reason.",
)
WORD_DOUBLED = warning(
    "word-doubled",
    "The same word stands twice in a row",
    "'{words}': this word stands twice.",
    "Remove one. If the document has it like this, accept it with a reason.",
)
BRACKET_OPEN = warning(
    "bracket-open",
    "A bracket is opened or closed, and the other one is not there",
    "in '{words}' one of two brackets is missing.",
    "Look whether text is missing, and put the other bracket. If the document has it like this, "
    "accept it with a reason.",
)

# No sentence ends in these: what they join, own or point at comes after them. 'het', 'een' and most
# prepositions can stand last ('Doe het.', 'Kies er een.', 'Zet het aan.').
_NEVER_LAST = (
    frozenset("de des den".split())
    | (BOUND - {"om", "zonder"})
    | (COORDINATING - {"maar"})
    | (CAUSAL | CONDITIONAL | RARER_CONDITIONAL | TEMPORAL - {"sinds", "toen"})
    | (ADDING - {"ook"})
    | frozenset(
        "met tot hoewel ofschoon tijdens gedurende krachtens namens inzake betreffende ingevolge "
        "omtrent mijn hun onze elke iedere".split()
    )
)
# 'met' and 'tot' are 'mee' and 'toe' where a verb is split, but 'tot en met' and 'vraag wanneer'.
_MAY_STAND_LAST = frozenset({"wanneer", "dan", "dus", "zolang", "zodra"})
_LAST = late(r"(?P<before>[^\W\d]+)[ ,]+(?P<last>[^\W\d_]+)[.?!]$")
_LEAST_WORDS = 4
_PLACE_WORD = late(r"\b(?:er|daar|waar|hier)(?:\b|[^\W\d]+)", re.IGNORECASE)
_PARTICLES = frozenset("aan bij binnen door in na om op over uit voor".split())

# Of these two the same may meet: 'als je je meldt', 'vul dat in in de app', 'heel heel vroeg'.
_MAY_MEET = (
    PREPOSITIONS
    | POINTING
    | (PERSONAL - {"wij", "we"})
    | frozenset("het haar hem hen zijn is als dan wat wie af mee toe heel erg niet".split())
) - frozenset("van met tot tijdens volgens zonder via te ten ter".split())
_TWICE = late(r"(?<![\w-])(?P<word>[^\W\d_]{2,}) (?P=word)(?![\w-])", re.IGNORECASE)
# Before the verb of a main clause these bring a clause with one of its own: 'wat mag mag'.
_SUBORDINATE = late(
    rf"\b(?:{either(RELATIVE | ASKING | SUPPOSING | CAUSAL | TEMPORAL | RARER_CONDITIONAL)}"
    r"|of|waar\w*)\b",
    re.IGNORECASE,
)

_NO_NOUN = (
    COMMON_MODALS
    | CAUSAL
    | frozenset("en want wordt worden heeft hebben wij hij ik jij dan erbij".split())
) - {"doordat"}
_NO_NOUN_AFTER = late(rf"\b(?:de|van de|met een|voor een) (?:{either(_NO_NOUN)})(?=[ ,.])")
_BEFORE_NO_VERB = late(
    r"\b(?:te|met|tot|volgens|tijdens|zonder|wegens) (?:dient|kan|mag|moet|zal|is|wordt|heeft)\b"
)
_JOINED_TO_NOTHING = late(
    rf"\b(?:{either(CAUSAL | {'tenzij', 'want'})}) "
    rf"(?:{either((COORDINATING - {'maar', 'dus'}) | CAUSAL)})\b"
)

_ARTICLE = late(r"\b(?:[Dd]e|[Mm]et|[Tt]ijdens|[Vv]olgens) (?P<word>[a-z]+)\b")
_ALSO_NOUNS = frozenset("wacht rust toets tekst dienst start".split())

# 'dan' opens what follows: a verb comes first. After a comparative it compares: 'vaker dan wij'.
_SUBJECT = either(frozenset("we wij ik hij men de het een".split()) | (POSSESSIVES - {"zijn"}))
_THEN = late(rf"(?P<before>^[^.;:]*?)(?P<words>\b[Dd]an (?:{_SUBJECT}) [^\W\d_]+)")
_COMPARED = late(
    r"\b(?:[^\W\d_]+er|[^\W\d_]+ere|meer|minder|anders?|andere|niets|niemand|nergens|ook|ofwel)\b"
)
_SUPPOSED = late(
    rf"^(?:{either((CONDITIONAL - RESTRICTING) | {'zodra', 'nadat', 'voordat', 'zolang'})}) ",
    re.IGNORECASE,
)
_VERB_FIRST = AUXILIARIES | COMMON_MODALS | frozenset("heeft hebben wil willen komt gaat".split())
# At the start of a sentence these are followed by its verb.
_INVERTING = late(
    r"^(?P<words>(?:Daarom|Daardoor|Hierdoor|Bovendien|Vervolgens|Daarnaast|Tevens|Ondertussen) "
    r"(?:we|wij|ik|hij|men) [^\W\d_]+)"
)

_OPENS, _CLOSES = "([{", ")]}"
# A marker of a list, a clock face of signs, a smiley: none of these opened anything.
_NO_BRACKET = late(r"(?:^|(?<=\s))(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)|[:;=]-?[()\[\]{}]")


def check_broken_sentences(protocol: Protocol) -> Iterator[Problem]:
    """Yield what cannot be whole in the sentences of a protocol."""
    for passage in passages(protocol):
        yield from _check_brackets(passage)
        for sentence in sentences(passage.text):
            yield from _check_end(passage, sentence)
            yield from _check_twice(passage, sentence)
            for words in _fallen_out(sentence):
                yield passage.report(WORD_MISSING, words=words)


def _check_end(passage: Passage, sentence: str) -> Iterator[Problem]:
    """Yield a problem when a sentence has its full stop behind a word that cannot be its last."""
    found = _LAST.search(sentence.rstrip("\"'’”») "))
    if found is None or len(sentence.split()) < _LEAST_WORDS:
        return
    if _cannot_be_last(found["last"], found["before"].lower(), sentence):
        words = sentence.split()[-4:]
        yield passage.report(SENTENCE_CUT, words=" ".join(["…", *words]))


def _cannot_be_last(last: str, before: str, sentence: str) -> bool:
    """Tell whether a sentence cannot end in a word, with the word before it.

    'van' and 'een' may where 'er', 'daar' or 'waar' has what they belong to; 'het', 'die' and
    'dat' may behind the verb that they belong to.
    """
    if last in {"van", "een"}:
        return _PLACE_WORD.search(sentence) is None
    if last == "het":
        return before in PREPOSITIONS - _PARTICLES
    if last in {"die", "dat"}:
        is_object = is_verb(before) or before in PERSONAL | PREPOSITIONS | {"niet", "ook", "wel"}
        return not is_object and not before.endswith("st")
    return last in _NEVER_LAST and last not in _MAY_STAND_LAST


def _check_twice(passage: Passage, sentence: str) -> Iterator[Problem]:
    for found in _TWICE.finditer(sentence):
        word, before = found["word"].lower(), sentence[: found.start()]
        if word in _MAY_MEET or (is_verb(word) and _SUBORDINATE.search(before)):
            continue
        yield passage.report(WORD_DOUBLED, words=found[0])


def _fallen_out(sentence: str) -> Iterator[str]:
    """Yield the words between which one must have fallen out."""
    for pattern in (_NO_NOUN_AFTER, _BEFORE_NO_VERB, _JOINED_TO_NOTHING, _INVERTING):
        for found in pattern.finditer(sentence):
            yield found[0].strip()
    yield from _verb_for_noun(sentence)
    yield from _after_then(sentence)
    yield from _supposed_without_verb(sentence)


def _verb_for_noun(sentence: str) -> Iterator[str]:
    """Yield 'De gaat': behind 'de' stands what it names, never a verb for one."""
    for found in _ARTICLE.finditer(sentence):
        word = found["word"]
        is_for_one = word.endswith("t") and infinitive_of(word) != word
        if is_for_one and not is_participle(word) and word not in _ALSO_NOUNS:
            yield found[0]


def _after_then(sentence: str) -> Iterator[str]:
    """Yield 'dan we eerst': what follows 'dan' begins with its verb."""
    found = _THEN.search(sentence)
    if found is None or _COMPARED.search(found["before"]):
        return
    words = found["before"].split()
    if not words or words[0].lower() in _VERB_FIRST or _SUPPOSED.search(sentence):
        yield found["words"]


def _supposed_without_verb(sentence: str) -> Iterator[str]:
    """Yield 'Als een leerling te veel,': a clause that supposes something has a verb of its own."""
    if not _SUPPOSED.search(sentence) or "," not in sentence:
        return
    clause = sentence.split(",", maxsplit=1)[0]
    words = re.findall(r"[^\W\d_]+", clause)[1:]
    if len(words) > 2 and not any(map(_may_be_verb, words)):
        yield clause + ","


def _may_be_verb(word: str) -> bool:
    """Tell whether a word can be a verb: known as one, or ending as one does."""
    if word in FUNCTION_WORDS:
        return word in AUXILIARIES
    return is_verb(word.lower()) or word.endswith(("t", "en", "de", "te", "n"))


def _check_brackets(passage: Passage) -> Iterator[Problem]:
    """Yield a bracket whose other one is nowhere in its piece of text."""
    marked = _NO_BRACKET.sub(lambda found: " " * len(found[0]), passage.text)
    places = [_unpaired(text) for text in (passage.text, marked)]
    if None not in places:
        yield passage.report(BRACKET_OPEN, words=_around(passage.text, places[-1] or 0))


def _unpaired(text: str) -> int | None:
    """Return where the first bracket stands that has no other one, or None."""
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in _OPENS:
            opened.append(place)
        elif sign in _CLOSES and (not opened or text[opened.pop()] != _OPENS[_CLOSES.index(sign)]):
            return place
    return opened[0] if opened else None


def _around(text: str, place: int) -> str:
    """Return some words on both sides of a place in a text."""
    before, after = text[:place].split()[-2:], text[place:].split()[:3]
    glue = "" if text[place] in _CLOSES or not before or text[place - 1 : place].strip() else " "
    return " ".join(before) + glue + " ".join(after)
