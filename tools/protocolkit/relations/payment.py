"""Whether two clauses on one matter let it be paid by others, or the one lets nobody pay.

'De kosten van een kapotte ruit komen voor rekening van de school' and 'Een kapotte ruit betaalt de
leerling'. Knows who pays in the forms in which rules of schools say so; an amount that differs is
told elsewhere. In doubt nothing is said: of two that pay together none is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from protocolkit.norms.norm import Party
from protocolkit.norms.parties import parties_named
from protocolkit.relations.people import people_terms
from protocolkit.relations.polarity import Opposition
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Sentence, take_apart, terms_of
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span

_FREE = late(
    r"\b(?:gratis|kosteloos|kosteloze|kost(?:en)? (?:\w+ )?niets|zonder kosten|geen kosten|"
    r"(?:hoeft|hoeven) (?:\w+ ){0,3}niet te betalen|niets te betalen)\b",
    re.IGNORECASE,
)
_PAID = late(
    r"\b(?:betaalt?|betalen|vergoedt?|vergoeden|bekostigt|bekostigen|(?:voor|op) (?:eigen )?"
    r"(?:rekening|kosten)|ten laste|tegen betaling|koopt?|kopen)\b",
    re.IGNORECASE,
)
_NOT = late(r"\b(?:niet|geen|nooit|niets)\b", re.IGNORECASE)
_TOGETHER = late(
    r"\b(?:samen|allebei|beide|deels|gedeeltelijk|helft|(?:de|het) \w+ en (?:de |het |hun )?\w+ "
    r"(?:betalen|vergoeden|bekostigen))\b",
    re.IGNORECASE,
)
# Words behind 'voor rekening van', and who is the subject of a verb that pays.
_PAYER = (
    late(r"\b(?:rekening|kosten|laste) van (?:(?:de|het|zijn|haar|hun) )?([\w/]+)", re.IGNORECASE),
    late(
        r"\b(?:betaalt?|betalen|vergoedt?|vergoeden|bekostigt|bekostigen|koopt?|kopen)"
        r" (?:(?:de|het|zijn|haar|hun|een) )?([\w/]+)",
        re.IGNORECASE,
    ),
    late(
        r"([\w/]+) (?:zelf )?(?:betaalt?|betalen|vergoedt?|vergoeden|bekostigt|bekostigen|koopt?|"
        r"kopen)\b",
        re.IGNORECASE,
    ),
)
_SPOKEN_TO = late(r"\b(?:je|jij|u|zelf|wie)\b", re.IGNORECASE)
_WE = late(r"\b(?:wij|we)\b", re.IGNORECASE)
_PAYING = (
    "betalen kosten vergoeden bekostigen rekening kopen gratis kosteloos euro bedrag nieuw zelf "
    "laste school"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stance:
    """Who pays, nobody in ``is_free``; for what; and the words."""

    is_free: bool
    is_school: bool
    about: frozenset[str]
    words: tuple[Span, ...]


def pay_opposed(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses lets somebody pay who does not pay by the other."""
    if not (_is_about_money(left.text) and _is_about_money(right.text)):
        return
    ours, theirs = list(_stances(left)), list(_stances(right))
    for one, other in product(ours, theirs):
        if not one.about & other.about:
            continue
        if (one.is_free or one.is_school) != (other.is_free or other.is_school):
            yield Opposition(left=one.words, right=other.words)


def _is_about_money(text: str) -> bool:
    return bool(_FREE.search(text) or _PAID.search(text))


def _stances(side: Side) -> Iterator[_Stance]:
    for sentence in take_apart(side.text, side.names):
        found = _stance(sentence, side.text)
        if found is not None:
            yield found


def _stance(sentence: Sentence, text: str) -> _Stance | None:
    said = text[slice(*sentence.span)]
    begin = sentence.span[0]
    about = terms_of(said) - people_terms() - terms_of(_PAYING)
    free = _FREE.search(said)
    paid = _PAID.search(said)
    if free:
        words = ((begin + free.start(), begin + free.end()),)
        return _Stance(is_free=True, is_school=False, about=about, words=words)
    if paid is None or _NOT.search(said) or _TOGETHER.search(said):
        return None
    payers = _payers(said)
    if len(payers) != 1:
        return None
    words = ((begin + paid.start(), begin + paid.end()),)
    return _Stance(is_free=False, is_school=payers == {True}, about=about, words=words)


def _payers(said: str) -> set[bool]:
    """Return whether those who pay are the school; both where both do."""
    found: set[bool] = set()
    for pattern in _PAYER:
        for match in pattern.finditer(said):
            word = match[1].lower()
            parties = parties_named(word)
            if parties:
                found.add(Party.SCHOOL in parties)
            elif _WE.fullmatch(word):
                found.add(True)
            elif _SPOKEN_TO.fullmatch(word):
                found.add(False)
    if not found and re.match(r"\W*wie\b", said, re.IGNORECASE):
        found.add(False)
    return found
