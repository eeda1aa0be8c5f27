"""Whether changes are so small that a council is only told of them (kleine verbetering).

Only what can be known again is small: another telephone number, e-mail or web address, somebody
else's name, a function in the place of a name, and spaces or capitals. A comma is not: it may turn
a rule round ('Ouders, niet de school, betalen'). Whatever the relations call a difference in what
is asked of whom is none, and neither is anything else: another verb may be another rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_list import place_of
from protocolkit.changes.change_set import Change, ChangeKind, ChangeSet
from protocolkit.changes.spelling import MARK, spelled
from protocolkit.document.names import names_of
from protocolkit.norms.recognise import recognise
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Side
from protocolkit.text.contact_details import contact_details
from protocolkit.was_wordt.wording import CHANGES_TOO

_OTHER_PLACE = mark("it moved, or has another number")
_ONE_SIDED = mark("it came or went as a whole")
_OTHER_WORDS = mark("other words than a telephone number, an address or a name changed")

_PARTICLE = r"(?:(?:van|der|den|de|ter|ten|het|’t|'t)\s+){0,3}"
_SURNAME = rf"{_PARTICLE}[A-Z][\w’'-]+(?:[ -](?:{_PARTICLE})?[A-Z][\w’'-]+){{0,3}}"
_PERSON = re.compile(
    r"(?:\b(?:[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]e heer|[Dd]hr\.|[Mm]eneer|[Jj]uf|[Mm]eester)\s+"
    rf"(?:[A-Z]\.\s?){{0,4}}{_SURNAME})"
    rf"|(?:(?<![\w.])(?:[A-Z]\.\s?){{1,4}}{_SURNAME})"
)
_FUNCTION = re.compile(
    r"\b(?:de |onze |het )?(?:(?:interne?|externe?|algemeen|bovenschoolse?)\s)?"
    r"(?:\w*(?:vertrouwenspersoon|contactpersoon|co[oö]rdinator|begeleider|functionaris|directeur"
    r"|directie|mentor|teamleider|schoolleider|conci[eë]rge|administratie|secretaris|voorzitter"
    r"|decaan|rector|verzuimmedewerker|leerkracht|leraar|groepsleerkracht))\b",
    re.IGNORECASE,
)
# Signs that no text has: the reader turns control characters into spaces.
_NAME, _CONTACT = "\x11", "\x12"


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLarge:
    """A change that is more than a small one: where, and why in half a sentence."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody whom a text names, as person or by function, and where."""

    begin: int
    end: int
    words: str
    is_person: bool


def too_large(found: ChangeSet, translate: Translate) -> tuple[TooLarge, ...]:
    """Return each change that is not a small one; none when a council need only be told of all."""
    return tuple(
        TooLarge(place=place_of(change, translate) or "–", why=translate(why))
        for change in found.changes
        if (why := _why(change, found)) is not None
    )


def _why(change: Change, found: ChangeSet) -> Marked | None:
    if not change.old or not change.new:
        return _ONE_SIDED
    if change.kind is not ChangeKind.CHANGED or change.moved or change.old != change.new:
        return _OTHER_PLACE
    for pair in change.pairs:
        if not pair.old or not pair.new:
            return _ONE_SIDED
        if pair.old.marker != pair.new.marker or pair.goes_on:
            return _OTHER_PLACE
        old, new = spelled(pair.old.text), spelled(pair.new.text)
        if why := _why_of_texts(old, new, found):
            return why
    return None


def _why_of_texts(old: str, new: str, found: ChangeSet) -> Marked | None:
    """Return why one text is more than a correction of the other."""
    before, after = _masked(old), _masked(new)
    if not _are_names_small(before.named, after.named) or before.contacts != after.contacts:
        return _OTHER_WORDS
    sides = [
        Side(text=text, norms=recognise(text, names=names), names=names)
        for version, text in ((found.old, before.shown), (found.new, after.shown))
        for names in (names_of(version.protocol),)
    ]
    judgement = compare(*sides)
    if not judgement.relation.is_same_rule and judgement.reasons:
        return CHANGES_TOO[judgement.reasons[0].kind]
    return None if _bare(before.text) == _bare(after.text) else _OTHER_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Masked:
    """A text in which signs stand for contact details and names; ``shown`` can be read."""

    text: str
    shown: str
    named: tuple[_Named, ...]
    contacts: tuple[str, ...]


def _masked(text: str) -> _Masked:
    details = sorted(contact_details(text))
    for begin, end, _ in reversed(details):
        text = f"{text[:begin]}{_CONTACT}{text[end:]}"
    named = tuple(_named(text))
    bare, shown = text, text
    for one in reversed(named):
        bare = f"{bare[: one.begin]}{_NAME}{bare[one.end :]}"
        shown = f"{shown[: one.begin]}de contactpersoon{shown[one.end :]}"
    return _Masked(
        text=bare,
        shown=shown.replace(_CONTACT, "…").replace(MARK, ""),
        named=named,
        contacts=tuple(kind.value for _, _, kind in details),
    )


def _named(text: str) -> Iterator[_Named]:
    """Yield whom a text names, in order; a name inside a function counts once."""
    found = [
        _Named(*hit.span(), hit[0], is_person=is_person)
        for pattern, is_person in ((_PERSON, True), (_FUNCTION, False))
        for hit in pattern.finditer(text)
    ]
    end = 0
    for one in sorted(found, key=lambda one: (one.begin, not one.is_person)):
        if one.begin >= end:
            end = one.end
            yield one


def _are_names_small(olds: tuple[_Named, ...], news: tuple[_Named, ...]) -> bool:
    """Tell whether only names changed: into another name, or into a function."""
    return len(olds) == len(news) and all(
        old.is_person or replace(old, begin=0, end=0) == replace(new, begin=0, end=0)
        for old, new in zip(olds, news, strict=True)
    )


def _bare(text: str) -> str:
    """Return a text without what says nothing: spaces and capitals; its marks stay."""
    signs = ((_NAME, " naamhier "), (_CONTACT, " adreshier "), (MARK, " noothier "))
    for sign, word in signs:
        text = text.replace(sign, word)
    return " ".join(text.split()).casefold()
