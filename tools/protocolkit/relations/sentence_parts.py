"""A text taken apart for the comparison: sentences, their conditions, the words that deny.

A condition is a part of a sentence that says when the rest holds (``mits``, ``indien``, ``na
toestemming``) or does not hold (``tenzij``, ``behalve``, ``zonder toestemming``). What is left is
the main part. Knows forms of Dutch words, no meaning: whether two parts are about the same is
asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from protocolkit.document.names import PLACEHOLDER, masked
from protocolkit.norms.verbs import infinitive_of
from protocolkit.text.function_words import (
    AUXILIARIES,
    COMMON_MODALS,
    CONDITIONAL,
    EXCEPTING,
    EXCLUDING,
    RARER_CONDITIONAL,
    RETURNING,
    either,
)
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span, sentence_spans
from protocolkit.wording.terms import content, stem
from protocolkit.wording.thesaurus_file import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as it is compared, and where it stands."""

    value: str
    span: Span
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When the main part holds; it excepts when the main part does not hold then."""

    excepts: bool
    opening: Span
    span: Span
    words: tuple[Word, ...]
    terms: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: all its words, those outside its conditions, its conditions."""

    span: Span
    words: tuple[Word, ...]
    main: tuple[Word, ...]
    conditions: tuple[Condition, ...]
    terms: frozenset[str]
    main_terms: frozenset[str]


_WORD = late(r"[^\W_]+(?:['’.@-][^\W_]+)*|€")
_HIDDEN = late("zz+")
_DENYING = late(
    r"niet|geen|geenszins|nooit|nimmer|niemand|niets|nergens|noch|verboden|verbod|verbieden|"
    r"verbiedt|"
    r"ongeoorloofde?|ontoelaatbare?|onaanvaardbare?|onacceptabele?|ongewenste?|ongepaste?|"
    r"onbevoegde?|"
    r"onwenselijke?|onjuiste?|onvoldoende|weigert|weigeren|afgeraden|ontmoedigt|ontmoedigen|"
    r"ontmoedigd",
    re.IGNORECASE,
)
# 'Niet' in these says how much or also, and denies nothing.
_NOT_DENYING = late(
    rf"\bniet\s+(?:{either(EXCLUDING)})\b(?=.*\bmaar\b)|\bal\s+dan\s+niet\b|"
    r"\bof\s+niet\b|"
    r"\b(?:niet|nooit|nimmer)\s+(?:meer|langer|later|ouder|minder|eerder)\s+dan\b|"
    r"\bniet\s+in\s+de\s+laatste\s+plaats\b|"
    r"\bwel\s+of\s+(?:niet|geen)\b",
    re.IGNORECASE | re.DOTALL,
)
_ACT = (
    r"toestemming|instemming|goedkeuring|overleg|medeweten|akkoord|medewerking|begeleiding|"
    r"toezicht|machtiging|"
    r"bekendmaking|aankondiging|waarschuwing|verzoek|afspraak"
)
_EXCEPTING = (
    rf"{either(EXCEPTING)}|met\s+uitzondering\s+van|"
    r"uitzondering\s+(?:is|hierop|geldt)"
)
# 'Als' may compare; it has rules of its own below.
_REQUIRING = (
    rf"{either((CONDITIONAL | RARER_CONDITIONAL) - {'als', 'tenzij'})}|nadat|voor\s+zover|"
    r"voor\s+zolang|op\s+voorwaarde\s+dat|onder\s+de\s+voorwaarde\s+dat|in\s+geval\s+van|"
    r"in\s+het\s+geval\s+dat|met\s+inachtneming\s+van|ten\s+behoeve\s+van"
)
_AFTER_ONLY = "|".join(f"(?<={word} )" for word in sorted(EXCLUDING))
_AFTER_AS = either(RETURNING | frozenset("daar de er geen haar het hun iemand niemand".split()))
_OPENING = late(
    rf"\b(?:(?P<excepting>{_EXCEPTING})|(?P<requiring>{_REQUIRING}))\b"
    rf"|(?:(?<=[,;(.?!] )|(?<= of )|(?<= en )|(?<= ook )|{_AFTER_ONLY}|^)"
    r"(?P<when>als)\b"
    r"|(?<!zowel )(?<!net )(?<!zo )(?<!even )(?<!goed )(?<!zich )(?<!optreden )(?<!geldt "
    r")(?<!dient )"
    rf"(?P<late>als)(?=\s+(?:{_AFTER_AS})\s)"
    rf"|\b(?P<act>zonder|met|na|behoudens|pas\s+na)\s+(?:[\w-]+\s+){{0,4}}?(?:{_ACT})\b",
    re.IGNORECASE,
)  # fmt: skip
_OF_WHOM = late(
    r"\s+(?:van|door)\s+(?:(?:de|het|een|hun|zijn|haar|diens|beide)\s+)?[\w/-]+"
    r"(?:\s+(?:of|en)\s+(?:de\s+|het\s+)?[\w/-]+)?",
    re.IGNORECASE,
)
# Where a condition that opens a sentence ends when no comma says so.
_MAIN_VERB = late(
    rf"\s(?:dan\s|(?:{either(COMMON_MODALS)})\s(?!dat\b))",
    re.IGNORECASE,
)
# 'Het is', at a distance from its 'toegestaan': what stands between them is a condition.
_ANY_VERB = late(
    rf"\s(?:{either(AUXILIARIES | COMMON_MODALS)}|heeft|hebben)\s",
    re.IGNORECASE,
)
_PREPOSITIONAL = late(
    r"met\s+(?:inacht|uitz)|ten\s+beh|in\s+geval|behoudens|behalve", re.IGNORECASE
)
_COPULA = late(rf"\b(?:{either(AUXILIARIES)})\b", re.IGNORECASE)
_PREDICATE = late(
    r"\s(?<!is )(?<!wordt )(?:niet\s+)?(?:toegestaan|verboden|geoorloofd|verplicht|toegelaten)\b",
    re.IGNORECASE,
)
_ASKING = late(r"\b(?:toegestaan|verboden|niet|geen|is|zijn|mag|mogen)\b", re.IGNORECASE)
_END = late(r"[;:]|\)|$")


@lru_cache(maxsize=16384)
def take_apart(text: str, names: tuple[str, ...] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a text, names of its organisation made neutral."""
    hidden = masked(text, names, _hide)
    denied = _not_denying(hidden)
    return tuple(
        _sentence(hidden, span, denied)
        for span in sentence_spans(hidden)
        if _WORD.search(hidden, *span)
    )


@lru_cache(maxsize=16_384)
def terms_of(text: str) -> frozenset[str]:
    """Return what a text is about: its terms without function words and words that deny.

    A verb is one term in every form: 'dragen' and 'wordt gedragen' are about one act.
    """
    named = _WORD.sub(lambda word: infinitive_of(word[0].lower()), text)
    return frozenset(
        term for term in canonical(named) if term not in _DEONTIC and not _HIDDEN.fullmatch(term)
    )


_DEONTIC = frozenset(
    stem(word)
    for word in (
        *COMMON_MODALS,
        *CONDITIONAL,
        *(
            "toegestaan verboden verbod verbieden verplicht verplichten niet niemand geen nooit "
            "moedigt aanmoedigen geoorloofd aangemoedigd ongeoorloofd toegelaten behalve zonder "
            "vooraf wel geven gegeven verwacht verwachten gewenst ongewenst bevoegd spant verzoekt "
            "hiervoor daarvoor hoef hoeft hoeven"
        ).split(),
    )
) | {PLACEHOLDER}


def says_something(word: Word) -> bool:
    """Tell whether a word is about a matter: none that joins, binds or denies."""
    return not word.denies and word.value not in _DEONTIC and bool(content((word.value,)))


def _hide(name: str) -> str:
    """Return a mark for a name, filled up to its length, so that every place keeps its number."""
    return "Z" + "z" * (len(name) - 1)


def _not_denying(text: str) -> frozenset[int]:
    return frozenset(
        at for match in _NOT_DENYING.finditer(text) for at in range(match.start(), match.end())
    )


def _sentence(text: str, span: Span, denied: frozenset[int]) -> Sentence:
    words = _words(text, span, denied)
    conditions = tuple(_conditions(text, span, words))
    outside = tuple(
        word for word in words if not any(c.span[0] <= word.span[0] < c.span[1] for c in conditions)
    )
    main = " ".join(text[slice(*word.span)] for word in outside)
    return Sentence(
        span=span,
        words=words,
        main=outside,
        conditions=conditions,
        terms=terms_of(text[slice(*span)]),
        main_terms=terms_of(main),
    )


def _words(text: str, span: Span, denied: frozenset[int]) -> tuple[Word, ...]:
    return tuple(
        Word(
            value=_value(match[0]),
            span=match.span(),
            denies=bool(_DENYING.fullmatch(match[0])) and match.start() not in denied,
        )
        for match in _WORD.finditer(text, *span)
    )


_SAME_WORD = {"social": "sociale", "enkel": "alleen", "uitsluitend": "alleen", "slechts": "alleen"}


def _value(word: str) -> str:
    if word.startswith("Z") and set(word[1:]) <= {"z"}:
        return PLACEHOLDER
    lower = word.lower().replace("’", "'")
    return stem(_SAME_WORD.get(lower, lower))


def _conditions(text: str, span: Span, words: tuple[Word, ...]) -> Iterator[Condition]:
    openings = list(_OPENING.finditer(text, *span))
    at = span[0]
    for number, opening in enumerate(openings):
        if opening.start() < at:
            continue
        limit = openings[number + 1].start() if number + 1 < len(openings) else span[1]
        end = _end_of_condition(text, span, opening, limit)
        inside = tuple(w for w in words if opening.end() <= w.span[0] < end)
        if opening["act"]:
            inside = tuple(w for w in words if opening.start() < w.span[0] < end)
        if not inside:
            continue
        content = text[inside[0].span[0] : end]
        excepting = opening["excepting"] or (opening["act"] or "").lower().startswith(
            ("zonder", "behoudens")
        )
        first = re.match(r"\w+(?:\s+dat)?", opening[0])
        until = opening.start() + len(first[0]) if opening["act"] and first else opening.end()
        yield Condition(
            excepts=bool(excepting),
            opening=(opening.start(), until),
            span=(opening.start(), end),
            words=inside,
            terms=terms_of(content),
        )
        at = end


def _end_of_condition(text: str, span: Span, opening: re.Match[str], limit: int) -> int:
    if opening["act"]:
        whom = _OF_WHOM.match(text, opening.end(), span[1])
        return whom.end() if whom else opening.end()
    before = text[span[0] : opening.start()]
    stop = _END.search(text, opening.end(), span[1])
    end = stop.start() if stop else span[1]
    if not before.strip(" ,.…„“‘'") or not re.search(r"\w+\W+\w+\W+\w+", before):
        without_verb = _PREPOSITIONAL.match(opening[0])
        verb = (_ANY_VERB if without_verb else _MAIN_VERB).search(text, opening.end(), end)
        comma = text.find(",", opening.end(), end)
        ends = [at for at in (verb.start() if verb else -1, comma) if at > 0]
        return min(ends, default=min(end, limit))
    if _PREPOSITIONAL.match(opening[0]) and opening[0].lower() != "behalve":
        comma = text.find(",", opening.end(), end)
        end = comma if comma > 0 else end
    predicate = _PREDICATE.search(text, opening.end(), end)
    if predicate and _COPULA.search(before) and not _PREDICATE.search(before):
        end = predicate.start()
    if _ASKING.search(before):
        return min(end, limit)
    comma = text.find(",", opening.end(), end)
    return min(comma if comma > 0 else end, limit)
