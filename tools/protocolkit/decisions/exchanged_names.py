"""Whether somebody's name may be exchanged without a rule becoming another one: when unsure, not.

Only who is called by a title or several initials counts, and only where nothing is decided and the
name is no subject: a capital after a dot may begin a sentence, and who decides is a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.norms.rule_words import says_something
from protocolkit.text.function_words import EXCEPTING, EXCLUDING
from protocolkit.text.late_patterns import late
from protocolkit.text.name_forms import INITIALS, PARTICLES, SURNAME, TITLE, UPPER
from protocolkit.text.person_names import NAME_REMOVED, person_names
from protocolkit.text.sentences import sentence_spans

NAME = "Naamhier"
"""What stands for an exchanged name, as one word that no sentence ends in the middle of."""

_PERSON = late(
    rf"(?P<gone>(?:\b{TITLE}\s+)?{re.escape(NAME_REMOVED)})"
    rf"|\b(?P<title>{TITLE})\s+(?:{INITIALS})?(?P<titled>{SURNAME})"
    rf"|(?<![\w.])(?:[{UPPER}]\.\s?){{2,5}}(?P<other>{SURNAME})"
)
_FUNCTION = late(
    r"\b(?:de |onze |het )?(?:(?:interne?|externe?|algemeen|bovenschoolse?)\s)?"
    r"(?:\w*(?:vertrouwenspersoon|contactpersoon|co[oö]rdinator|begeleider|functionaris|directeur"
    r"|directie|mentor|teamleider|schoolleider|conci[eë]rge|administratie|secretaris|voorzitter"
    r"|decaan|rector|verzuimmedewerker|leerkracht|leraar|groepsleerkracht))\b",
    re.IGNORECASE,
)
# After these a name is somebody to turn to.
_TURNED_TO = late(
    rf"(?:\b(?:bij|met|naar|via)\s+"
    rf"|\b(?:bel|mail|app|vraag|bellen|mailen|appen|vragen|raadplegen|benaderen)\s+"
    r"(?:(?:dan|eerst|even|gerust)\s+){0,2})"
    rf"{NAME}\b(?!\s+(?:en|of)\s)",
    re.IGNORECASE,
)
# Questions go to somebody too; whatever else one asks somebody for may be a rule.
_ASKING = (
    r"(?:kunt|kun|kan|kunnen|mag|mogen|u|je|jij|men|ouders|leerlingen|altijd|ook|graag|hierover"
    r"|daarover|stel|stelt|stellen|richt|richten|over(?:\s(?!vragen\b)\w+){1,4})"
)
_QUESTIONS = late(
    rf"(?:^\W*(?:uw |alle |andere )?vragen(?:\s{_ASKING}){{0,6}}"
    rf"|\b(?:stel|stelt|stellen|richt|richten)(?:\s(?:u|je|uw|hun|alle|andere|ouders)){{0,3}}"
    rf"\svragen(?:\s(?:hierover|daarover))?"
    rf"|\bvragen\s(?:stellen|richten))\saan\s{NAME}(?=\s*(?:$|[.,;:()|/–\x12]))",
    re.IGNORECASE,
)
# Or who it is, or a line with an address; whoever acts is followed by a verb.
_AFTER = r"(?=\s*(?:$|[.,;()|/:–\x12]))"
# Something is said or sent to somebody to turn to.
_TOLD = late(
    rf"\bstuur\s(?:(?:dan|gerust|even)\s)?(?:een|uw|je)\s(?:bericht(?:je)?|e-?mail|mail(?:tje)?"
    rf"|brief(?:je)?|vraag|vragen)\saan\s{NAME}{_AFTER}"
    rf"|\b(?:uw|je|een)\svraag(?:\s{_ASKING}){{0,6}}(?:\sstellen)?\saan\s{NAME}{_AFTER}"
    rf"|\bwend\w*\s(?:(?:u|je|jij|zich|dan|gerust)\s){{0,3}}tot\s{NAME}{_AFTER}"
    rf"|\bspreek\s(?:(?:dan|gerust|even)\s)?{NAME}(?=\saan(?:$|[.;]))"
    rf"|\b(?:u|je)\sbereikt\s{NAME}(?=\s(?:op|via)\s\x12)",
    re.IGNORECASE,
)
# Who it is comes first, with what makes that somebody to turn to.
_FIRST = late(
    rf"^\W*{NAME}(?=\sis\s(?:uw|je|ons|onze|het|de|hun)\s(?:contactpersoon|aanspreekpunt"
    r"|vertrouwenspersoon)\s*(?:$|[.;(\x12])"
    r"|\sis\s(?:(?:telefonisch|altijd|ook)\s)?(?:bereikbaar|te bereiken)\s(?:op|via|onder)\s\x12"
    r"|\shelpt\s(?:u|je)\s(?:graag|verder|graag\sverder)\s*(?:$|[.;]))",
    re.IGNORECASE,
)
# What 'it' is, the words before say: nothing, or that there are questions.
_HAS_QUESTIONS = (
    r"(?:(?:(?:heeft|hebt|heb|hebben|zijn)\s(?:er|u|je|jij|ouders|leerlingen)\s"
    r"(?:(?:nog|hier|daar|toch|een|andere|hierover|daarover)\s){0,3})?"
    r"(?:vraag|vragen|twijfels?)(?:\s(?:hierover|daarover))?"
    r"|meer weten|weet\s(?:u|je)\shet\sniet(?:\szeker)?|twijfelt\su|twijfel\sje"
    r"|(?:is\s(?:iets|dit|het)\s)?(?:niet\sduidelijk|onduidelijk))"
)
_SOFTLY = r"(?:(?:dan|gerust|even|altijd|ook)\s){0,3}"
_ASKED_IT = late(
    rf"^\W*(?:{_HAS_QUESTIONS}\?\s+)?"
    rf"(?:(?:bel|mail|app|kijk|schrijf)\s(?:(?:dan|gerust|even|naar|met|op|via)\s){{0,3}}\x12"
    r",?\s(?:of|en)\s)?"
    rf"(?:vraagt?\shet\s{_SOFTLY}(?:aan\s)?{NAME}{_AFTER}"
    rf"|(?:u|je)\s(?:kunt|kan|kun)\shet\s{_SOFTLY}"
    rf"(?:vragen\saan\s{NAME}{_AFTER}|aan\s{NAME}(?=\svragen\s*(?:$|[.;(\x12])))"
    rf"|stel\s(?:die|deze|hem|ze)\s{_SOFTLY}aan\s{NAME}{_AFTER})",
    re.IGNORECASE,
)
# Or a line that only says who it is.
_ROLE = late(
    rf"^\W*(?:\w*(?:contactpersoon|vertrouwenspersoon|aanspreekpunt|aanspreekpersoon))"
    rf"(?:\s(?:van|voor)\s(?:de|het|onze)\s\w+)?\s*:\s*{NAME}{_AFTER}",
    re.IGNORECASE,
)
_IS = late(rf"\bis\s+{NAME}{_AFTER}")
_LISTED = late(rf"(?:^|[:(,/|–]\s*){NAME}{_AFTER}(?=[^\x12]*\x12)")
_BUT = "|".join(sorted(EXCEPTING | EXCLUDING))
_DECIDES = late(
    rf"{_BUT}"
    r"|beslis|beslui|besloten|bepaal|bepalen|oordeel|straf|sanctie|maatregel|schors|verwijder|betaal"
    r"|betalen|boete|kosten|toestemming|toestaan|goedkeur|instem|akkoord|mandaat|bevoegd|verantwoord"
    r"|\bmag\b|\bmogen\b|doorzoek|innemen|inneem|weiger|gezag|keuze|\bligt\b|\bberust|ontsla"
    r"|\bbezwaar|\bberoep\b|\bte laat\b|\bwie\b[^.?!]*,\s*meldt?\b"
    r"|\bvra(?:agt?|gen)\b[^.?!]*\baan\s(?:bij|via)\b|\baanvra\w*\s(?:bij|via)\b"
    r"|\bha(?:al|alt|len)\b[^.?!]*\bop\s(?:bij|via)\b|\bophalen\b"
    r"|machtig|verle[en]+|ontheff|vrijstel|\bniet\b|\bgeen\b|nooit|\bwoord\b|baas\b|\b(?:in)?lever",
    re.IGNORECASE,
)


# Whoever was named may be meant by these: 'Zij heeft het laatste woord'.
_MEANT_AGAIN = late(
    rf"{NAME}\b.*\b(?:zij|ze|hij|hem|haar|die|deze|diens)\b", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a text names, as person or by function, and where."""

    begin: int
    end: int
    words: str
    is_person: bool


def named(text: str) -> tuple[Named, ...]:
    """Return whom a text names, in order; a name inside a function counts once."""
    persons = (hit for hit in _PERSON.finditer(text) if _is_name(hit))
    found = [Named(*hit.span(), hit[0], is_person=True) for hit in persons]
    found += [Named(*hit.span(), hit[0], is_person=False) for hit in _FUNCTION.finditer(text)]
    return tuple(_apart(found))


def exchanged(old: str, new: str) -> tuple[str, str] | None:
    """Return two texts with :data:`NAME` for each name that became another; None when unsure."""
    pairs = _others(old, new)
    if pairs is None or not all(one.is_person for one, _ in pairs):
        return None
    old, new = _without(old, new, pairs)
    return (old, new) if _may_change(old) and _may_change(new) else None


def named_otherwise(old: str, new: str) -> tuple[Named, Named] | None:
    """Return who becomes somebody else first, where texts differ in whom they name alone."""
    pairs = _others(old, new)
    if not pairs:
        return None
    left, right = (" ".join(text.split()).casefold() for text in _without(old, new, pairs))
    return pairs[0] if left == right else None


def _others(old: str, new: str) -> list[tuple[Named, Named]] | None:
    """Return whom one text names and the other does not, in pairs; None when unsure."""
    before, after = named(old), named(new)
    if len(before) != len(after) or NAME in old + new:
        return None
    return [pair for pair in zip(before, after, strict=True) if _bare(pair[0]) != _bare(pair[1])]


def _without(old: str, new: str, pairs: list[tuple[Named, Named]]) -> tuple[str, str]:
    """Return two texts with :data:`NAME` for each of whom they name."""
    for one, other in reversed(pairs):
        old = f"{old[: one.begin]}{NAME}{old[one.end :]}"
        new = f"{new[: other.begin]}{NAME}{new[other.end :]}"
    return old, new


def _apart(found: list[Named]) -> Iterator[Named]:
    end = 0
    for one in sorted(found, key=lambda one: (one.begin, not one.is_person)):
        if one.begin >= end:
            end = one.end
            yield one


def _is_name(hit: re.Match[str]) -> bool:
    if hit["gone"]:
        return True  # somebody's name stood there, and was removed on request
    words = re.split(r"[\s-]+", hit["titled"] or hit["other"])
    if any(says_something(word) for word in words if word.casefold() not in PARTICLES):
        return False
    return bool(hit["title"] or person_names(hit[0]))


def _bare(one: Named) -> str:
    return " ".join(one.words.split()).casefold()


def _may_change(text: str) -> bool:
    """Tell whether each name that is exchanged is of somebody to turn to, not of who decides.

    What follows in other sentences may be about the same person: 'Zij beslist'.
    """
    if _MEANT_AGAIN.search(text):
        return False
    asked = {hit.end() for hit in _ASKED_IT.finditer(text)}
    for begin, end in sentence_spans(text):
        sentence = text[begin:end]
        count = len(re.findall(rf"\b{NAME}\b", sentence))
        if not count:
            continue
        forms = (_TURNED_TO, _QUESTIONS, _TOLD, _FIRST, _ROLE, _IS, _LISTED)
        safe = {begin + hit.end() for form in forms for hit in form.finditer(sentence)}
        safe |= {one for one in asked if begin < one <= end}
        if len(safe) != count or _DECIDES.search(text, begin):
            return False
    return True
