"""Whether changes are so small that a council is only told of them (kleine verbetering).

Only what can be known again is small: another telephone number, e-mail or web address, somebody
else's name, a function in the place of a name, and spaces or capitals. A comma is not: it may turn
a rule round ('Ouders, niet de school, betalen'). Whatever the relations call a difference in what
is asked of whom is none, and neither is anything else: another verb may be another rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_list import place_of
from protocolkit.changes.change_set import Change, ChangeKind, ChangeSet
from protocolkit.changes.spelling import MARK, spelled
from protocolkit.decisions.exchanged_names import NAME, exchanged, named_otherwise
from protocolkit.document.names import names_of
from protocolkit.norms.recognise import recognise
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Reason, ReasonKind, Side
from protocolkit.text.contact_details import ContactKind, contact_details
from protocolkit.text.function_words import (
    AUXILIARIES,
    CAUSAL,
    CONDITIONAL,
    JOINING,
    PREPOSITIONS,
    either,
)
from protocolkit.text.sentences import sentence_spans
from protocolkit.was_wordt.wording import CHANGES_TOO

_OTHER_PLACE = mark("it moved, or has another number")
_ONE_SIDED = mark("it came or went as a whole")
_OTHER_WORDS = mark("other words than a telephone number, an address or a name changed")
_AGE_OR_TERM = mark("the age or the term changes")
_OTHER_PERSON = mark(
    "the name '{old}' becomes '{new}'; it cannot be seen here that this is only somebody to turn "
    "to, and not who does or decides something"
)
_SOMEBODY_ELSE = mark(
    "'{old}' becomes '{new}'; whom a text names is small only where the name of a person stood"
)

# A sign that no text has: the reader turns control characters into spaces.
_CONTACT = "\x12"
_CALLS = frozenset("bellen bereikbaar bereiken appen draaien".split())
# What may follow a telephone number; after anything else it may be an amount.
_AFTER_PHONE = re.compile(
    rf"\s*(?:$|[.,;:()/|–!?]|{MARK}|{_CONTACT}"
    rf"|(?:{either(PREPOSITIONS | JOINING | CONDITIONAL | CAUSAL | AUXILIARIES | _CALLS)})\b)",
    re.IGNORECASE,
)
# Digits in the groups of a telephone number are one, whatever follows but what is counted.
_GROUPED = re.compile(r"\+|\d[^\d,.]+\d")
_COUNTED = re.compile(
    r"\s*(?:€|%|euro?\b|cent\b|procent|dag|week|weken|maand|jaar|jaren|uur|uren|minu|keer|maal)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\bja(?:ar|ren)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"€|\beuro|\beur\b|boete|straf|bedrag|kost|beta[al]+|bijdrage|prijs|aantal", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLarge:
    """A change that is more than a small one: where, and why in half a sentence."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class _Why:
    """Why a change is not small: in words, with who becomes whom where that is it."""

    words: Marked
    old: str = ""
    new: str = ""

    def said(self, translate: Translate) -> str:
        return translate(self.words).format(old=self.old, new=self.new)


def too_large(found: ChangeSet, translate: Translate) -> tuple[TooLarge, ...]:
    """Return each change that is not a small one; none when a council need only be told of all."""
    return tuple(
        TooLarge(place=place_of(change, translate) or "–", why=why.said(translate))
        for change in found.changes
        if (why := _why(change, found)) is not None
    )


def _why(change: Change, found: ChangeSet) -> _Why | None:
    if not change.old or not change.new:
        return _Why(_ONE_SIDED)
    if change.kind is not ChangeKind.CHANGED or change.moved or change.old != change.new:
        return _Why(_OTHER_PLACE)
    for pair in change.pairs:
        if not pair.old or not pair.new:
            return _Why(_ONE_SIDED)
        if pair.old.marker != pair.new.marker or pair.goes_on:
            return _Why(_OTHER_PLACE)
        old, new = spelled(pair.old.text), spelled(pair.new.text)
        if why := _why_of_texts(old, new, found):
            return why
    return None


def _why_of_texts(old: str, new: str, found: ChangeSet) -> _Why | None:
    """Return why one text is more than a correction of the other."""
    before, after = _masked(old), _masked(new)
    if before.contacts != after.contacts:
        return _Why(_OTHER_WORDS)
    if before.text == after.text:
        return None
    texts = exchanged(before.text, after.text)
    if texts is None:
        return _why_of_names(before.text, after.text)
    sides = [
        Side(text=text, norms=recognise(text, names=names), names=names)
        for version, masked in zip((found.old, found.new), texts, strict=True)
        for text in (_shown(masked),)
        for names in (names_of(version.protocol),)
    ]
    judgement = compare(*sides)
    if not judgement.relation.is_same_rule and judgement.reasons:
        return _Why(_why_of_rule(judgement.reasons[0], sides[0].text))
    return None if _bare(texts[0]) == _bare(texts[1]) else _Why(_OTHER_WORDS)


def _why_of_names(old: str, new: str) -> _Why:
    """Return who becomes whom, where that is all; else that other words change."""
    found = named_otherwise(old, new)
    if found is None:
        return _Why(_OTHER_WORDS)
    one, other = found
    words = _OTHER_PERSON if one.is_person else _SOMEBODY_ELSE
    return _Why(words, one.words, other.words)


def _why_of_rule(reason: Reason, old: str) -> Marked:
    """Return what changes in what is asked; of years it is not known whether they are an age."""
    is_of_years = any(_YEARS.search(old[begin:end]) for begin, end in reason.left)
    is_term = reason.kind is ReasonKind.TERM
    return _AGE_OR_TERM if is_term and is_of_years else CHANGES_TOO[reason.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Masked:
    """A text in which signs stand for contact details, and their kinds."""

    text: str
    contacts: tuple[str, ...]


def _masked(text: str) -> _Masked:
    found = [one for one in sorted(contact_details(text)) if _is_contact(text, *one)]
    for begin, end, _ in reversed(found):
        text = f"{text[:begin]}{_CONTACT}{text[end:]}"
    return _Masked(text=text, contacts=tuple(kind.value for _, _, kind in found))


def _is_contact(text: str, begin: int, end: int, kind: ContactKind) -> bool:
    """Tell whether digits are a telephone number and surely no amount."""
    if kind is not ContactKind.PHONE:
        return True
    if _COUNTED.match(text, end) or text[:begin].rstrip().endswith("€"):
        return False
    if _GROUPED.search(text[begin:end]):
        return True
    spans = [span for span in sentence_spans(text) if span[0] < end and begin < span[1]]
    sentence = " ".join(text[slice(*span)] for span in spans)
    return bool(_AFTER_PHONE.match(text, end)) and not _MONEY.search(sentence)


def _shown(text: str) -> str:
    """Return a text that can be read for what it asks, with one function for each name."""
    return text.replace(NAME, "de contactpersoon").replace(_CONTACT, "…").replace(MARK, "")


def _bare(text: str) -> str:
    """Return a text without what says nothing: spaces and capitals; its marks stay."""
    for sign, word in ((_CONTACT, " adreshier "), (MARK, " noothier ")):
        text = text.replace(sign, word)
    return " ".join(text.split()).casefold()
