"""Whether one clause leaves something to everybody's own choice, and the other rules it.

'Hoe hoog een schutting is, bepaal je zelf' and 'Een schutting is ten hoogste een meter hoog': the
first one makes no rule where the second one makes one. And whether one is for some people only and
the other for others too: 'Deze regels gelden alleen voor leden'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from protocolkit.base.remembered import remembered
from protocolkit.norms.norm import Modality
from protocolkit.norms.parties import parties_named
from protocolkit.relations.apart import are_apart, groups_named
from protocolkit.relations.people import VISITING, people_terms
from protocolkit.relations.polarity import Opposition, norm_of
from protocolkit.relations.quantities import quantities
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Sentence, take_apart, terms_of
from protocolkit.text.function_words import EXCLUDING, either
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span

_RULES = r"(?:eisen|regels|normen|voorschriften|voorwaarden|beperkingen|afspraken)"
_YOU = r"(?:je|jij|jullie|u|hij|zij|ieder\w*|een ieder|leerlingen|ouders|leden|kinderen)"
_FREE = late(
    rf"\b(?:stel(?:t|len)?|leg(?:t|gen)?|ken(?:t|nen)?|mak?en|maakt|gelden|zijn|hebben|heeft)\b"
    rf"[^.;:]*\bgeen {_RULES}\b|"
    rf"\b(?:bepaalt?|bepalen|beslist?|beslissen|kiest?|kiezen|weet|weten)\b (?:{_YOU} )?zelf\b"
    rf"(?! of)|"
    rf"\b{_YOU} (?:mag|mogen|kan|kunnen) (?:dat |zelf )+(?:weten|kiezen|bepalen|beslissen)\b|"
    r"\blaten we\b[^.;:]*\b(?:over|vrij)\b|\baan (?:ieders|je|uw|jullie|hun) eigen "
    r"(?:inzicht|keuze|smaak|oordeel)\b|\b(?:eigen|vrije) keuze\b|\bis vrij\b(?= in\b)",
    re.IGNORECASE,
)
_RULING = (Modality.PROHIBITION, Modality.OBLIGATION, Modality.DIVIDED)
# What says that it is free or ruled, and how a rule asks how.
_SAYING = (
    "eisen regels normen voorschriften voorwaarden beperkingen afspraken bepalen beslissen kiezen "
    f"{VISITING} "
    "weten zelf keuze vrij inzicht smaak stellen verplicht manier wijze meter jaar"
)
_LEAST_SHARED = 2
_TEXT_ITSELF = r"(?:regels|afspraken|reglement|regeling|protocol|beleid|bepalingen|lijstje|brief)"
_HOLDS = late(
    rf"\b{_TEXT_ITSELF}\b[^.;]*\b(?:geldt|gelden|van toepassing|bedoeld|bestemd)\b|"
    rf"\b(?:geldt|gelden) (?:deze|dit|de|het|ons|onze)\b[^.;]*\b{_TEXT_ITSELF}\b",
    re.IGNORECASE,
)
_ONLY = late(rf"\b(?:{either(EXCLUDING)})(?: van toepassing)? (?:voor|op)\b", re.IGNORECASE)
_NOT = late(r"\b(?:niet|geen)\b", re.IGNORECASE)


def free_and_ruled(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses on one question leaves free what the other one rules."""
    for free, ruled, is_left in ((left, right, True), (right, left, False)):
        for one, other in _left_free(free, ruled):
            yield _opposition(one, other, is_left=is_left)


def held_for_others(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses is for some people only, and the other for others as well."""
    for some, more, is_left in ((left, right, True), (right, left, False)):
        for (span, said), (other, whom) in product(
            _held(some.text, some.names), _held(more.text, more.names)
        ):
            if not _ONLY.search(said):
                continue
            is_plain = not (_NOT.search(whom) or _NOT.search(said) or _ONLY.search(whom))
            if is_plain and _people(said) and _people(whom) - _people(said):
                yield _opposition((span,), (other,), is_left=is_left)


def _opposition(one: tuple[Span, ...], other: tuple[Span, ...], *, is_left: bool) -> Opposition:
    return Opposition(left=one if is_left else other, right=other if is_left else one)


def _left_free(free: Side, ruled: Side) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    for said, at, words in _freed(free.text, free.names):
        for other in take_apart(ruled.text, ruled.names):
            asked = ruled.text[slice(*other.span)]
            shared = _about(said) & _about(asked)
            if len(shared) < _LEAST_SHARED or are_apart(said, asked):
                continue
            if _rules_something(ruled, other, asked):
                yield ((at + words[0], at + words[1]),), (other.span,)


@lru_cache(maxsize=4096)
def _freed(text: str, names: tuple[str, ...]) -> tuple[tuple[str, int, Span], ...]:
    """Return each sentence that leaves something free, where it stands, and its words for that."""
    sentences = ((one.span, text[slice(*one.span)]) for one in take_apart(text, names))
    found = ((said, span[0], _FREE.search(said)) for span, said in sentences)
    return tuple((said, at, match.span()) for said, at, match in found if match)


def _rules_something(side: Side, sentence: Sentence, said: str) -> bool:
    norm = norm_of(side.norms, sentence)
    asks = norm is not None and norm.modality in _RULING
    return (asks or bool(quantities(said))) and not _FREE.search(said)


@remembered
def _about(text: str) -> frozenset[str]:
    return terms_of(text) - people_terms() - terms_of(_SAYING)


@lru_cache(maxsize=4096)
def _held(text: str, names: tuple[str, ...]) -> tuple[tuple[Span, str], ...]:
    """Return each sentence that says for whom the text is, and where it stands."""
    every = ((one.span, text[slice(*one.span)]) for one in take_apart(text, names))
    return tuple((span, said) for span, said in every if _HOLDS.search(said))


def _people(said: str) -> frozenset[str]:
    return frozenset(party.value for party in parties_named(said)) | groups_named(said)
