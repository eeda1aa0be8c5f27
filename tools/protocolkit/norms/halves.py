"""Rules with two halves: for one group or case so, for another otherwise.

'In de bovenbouw mag het, in de onderbouw niet' is no ban and no leave. The second half seldom has
a verb: whom or when it is about and ``niet`` or ``wel``, or those and what else is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from protocolkit.norms import verbs
from protocolkit.norms.negation import negations
from protocolkit.norms.norm import Modality
from protocolkit.norms.parties import parties_named
from protocolkit.norms.sentence_words import DETERMINERS, PREPOSITIONS
from protocolkit.norms.verdict import Verdict
from protocolkit.text.function_words import (
    CONDITIONAL,
    EXCEPTING,
    EXCLUDING,
    OPPOSING,
    POINTING,
    RARER_CONDITIONAL,
    either,
)
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span

_MOST_WORDS = 9
_FINITE = verbs.MODALS | (verbs.AUXILIARIES - verbs.BECOME) | {"wordt"}
_STARTS = late(
    rf"[,;:–—]\s+(?:(?:en|terwijl|{either(OPPOSING)})\s+)?|\s(?:en|terwijl|{either(OPPOSING)})\s+",
    re.IGNORECASE,
)
# 'leerlingen niet': whom or when, and what is said of it, to the end of the half.
_OF_WHOM = late(
    r"(?P<whom>[^,;:.()–—]{3,80}?)\s+(?:(?:juist|daarentegen|beslist|nadrukkelijk|uitdrukkelijk|"
    r"zeker|absoluut|echter|weer|dus)\s+)?(?P<say>niet toegestaan|niet verplicht|toegestaan|"
    r"verboden|verplicht|niet|wel|nooit)"
    rf"(?=\W*$|\s*[,;.(–—]| (?:{either(CONDITIONAL | EXCEPTING)})\b)",
    re.IGNORECASE,
)
# 'niet in de klas', 'wel appen', 'geen filmpjes'.
_OF_WHAT = late(r"(?P<say>niet|wel|geen|nooit) (?P<what>[^,;:.()–—]{3,})", re.IGNORECASE)
_NO_CASE = frozenset("dat die dit zo dan dus ook nog liever maar er hier".split())
_UNDER_CONDITION = CONDITIONAL | frozenset("anders behalve met na onder pas voor zonder".split())
_NO_HALF = (
    _UNDER_CONDITION
    | EXCLUDING
    | frozenset(
        "te meer langer vaker eerder later zomaar per degelijk eens altijd ook of en dat".split()
    )
)
_LIMITING = EXCLUDING | CONDITIONAL | RARER_CONDITIONAL | {"pas", "toestemming"}
_GROUP = late(
    r"\b(?:ander|overig|jonger|ouder|jongst|oudst)en?\b|\b(?:jongere|oudere|andere|overige|rest|"
    r"kleuters?|brugklassers?|bezoekers?|derden|gasten|daarbuiten|daarna|elders|thuis)\b|"
    r"\b\w*(?:boven|midden|onder)bouw\w*|\b(?:groep(?:en)?|klas(?:sen)?|leerjaar|jaar)\b",
    re.IGNORECASE,
)
_TIME_OR_PLACE = late(
    r"\b(?:les(?:sen|uren|tijd)?|(?:\w+)?pauzes?|schooltijd(?:en)?|werktijd|plein|kantine|lokaal|"
    r"lokalen|gang(?:en)?|gebouw|terrein|schoolplein|schoolreis|kamp|toets(?:en)?|examens?)\b",
    re.IGNORECASE,
)
_SAME_THING = late(rf"\b(?:{either(POINTING)}|het|hem|hij|ze)\b", re.IGNORECASE)
# 'Andere leerlingen mogen dat niet.', 'Docenten wel.': of the sentence before it.
_TURN = late(
    r"^\W*(?:(?:en|maar) )?(?P<whom>[^,;:.()–—]{3,80}?)(?: (?:mag|mogen)(?: (?:dat|dit|het))?)?"
    r" (?P<say>niet|wel)\W*$",
    re.IGNORECASE,
)
_PLAIN = frozenset({Modality.PROHIBITION, Modality.PERMISSION})


class Turn(Enum):
    """What a second half does to the first one."""

    DIVIDES = auto()
    LIMITS = auto()  # 'zonder toestemming niet': it is leave under a condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """A second half: where it stands, whether it says no, and what it does to the first one.

    ``is_told`` is for one with a verb of its own, which says itself what it asks; ``is_of_what``
    for one about what else may be done, not about whom.
    """

    span: Span
    says_no: bool
    turn: Turn = Turn.DIVIDES
    asks: Modality | None = None
    is_told: bool = False
    is_of_what: bool = False


def second_halves(text: str) -> Iterator[Half]:
    """Yield what may be the second half of a rule, where each place in a sentence allows one."""
    for start in _STARTS.finditer(text):
        begin = start.end()
        of_whom = _OF_WHOM.match(text, begin)
        if of_whom and (turn := _turn_of(of_whom["whom"])):
            yield _half(of_whom, turn)
            continue
        of_what = _OF_WHAT.match(text, begin)
        if of_what and _is_what(of_what, start[0]) and not _is_limited(text[:begin]):
            yield replace(_half(of_what, Turn.DIVIDES), is_of_what=True)
            continue
        rest = text[begin:].partition(";")[0].partition(".")[0]
        if _may_be_told(text[: start.start()], rest):
            yield Half(span=(begin, begin + len(rest)), says_no=False, is_told=True)


def is_turned(first: Verdict, before: str, half: Half) -> bool:
    """Whether a half says otherwise than the first one, which ``before`` is the text of."""
    denies = bool(negations(before.lower()))
    if half.asks is not None:
        return {first.modality, half.asks} == _PLAIN or (
            half.asks is Modality.OBLIGATION and first.modality is Modality.PERMISSION
        )
    if half.says_no:
        # 'moet in de kluis, niet in de tas' is one rule
        is_leave = first.modality is Modality.PERMISSION
        return not denies and (is_leave or not half.is_of_what)
    return denies or first.modality is Modality.PROHIBITION


def turns_round(before: str, sentence: str, asked: Modality) -> bool:
    """Whether a sentence is the other half of the one before it: ``Leerlingen mogen dat niet``."""
    match = _TURN.match(sentence)
    if match is None or asked not in _PLAIN or _turn_of(match["whom"]) is not Turn.DIVIDES:
        return False
    says_no = match["say"].lower() == "niet"
    return says_no is (asked is Modality.PERMISSION) and not _is_said(match["whom"], before)


def _is_said(whom: str, before: str) -> bool:
    return f" {whom.lower()} " in f" {before.lower()} "


def _half(match: re.Match[str], turn: Turn) -> Half:
    say = match["say"].lower()
    asks = {
        "toegestaan": Modality.PERMISSION,
        "verboden": Modality.PROHIBITION,
        "niet toegestaan": Modality.PROHIBITION,
        "verplicht": Modality.OBLIGATION,
    }.get(say)
    return Half(span=match.span(), says_no=say != "wel", turn=turn, asks=asks)


def _turn_of(whom: str) -> Turn | None:
    """Return what a half about somebody or some case does, or None when it is about neither."""
    words = whom.lower().split()
    if len(words) > _MOST_WORDS or words[0] in _NO_CASE or _FINITE.intersection(words):
        return None
    if "ook" in words:
        return None
    is_about_people = parties_named(whom) or _GROUP.search(whom)
    if words[0] in ("anders", "met", "zonder") and not is_about_people:
        return Turn.LIMITS
    if words[:1] == ["zonder"] or {"toestemming", "instemming", "goedkeuring"}.intersection(words):
        return Turn.LIMITS
    is_case = words[0] in PREPOSITIONS and len(words) > 1
    return Turn.DIVIDES if is_case or is_about_people else None


def _is_what(match: re.Match[str], start: str) -> bool:
    words = match["what"].lower().split()
    if match["say"].lower() == "wel" and start.split()[-1:] == ["en"]:
        return False  # 'en wel' is 'namely'
    return words[0] not in _NO_HALF and not _FINITE.intersection(words)


def _is_limited(before: str) -> bool:
    words = frozenset(re.findall(r"\w+", before.lower()))
    return not words.isdisjoint(_LIMITING)


def _may_be_told(before: str, rest: str) -> bool:
    """Whether a part with a verb of its own is about the same as what stands before it."""
    words = rest.lower().split()
    if len(words) > 2 * _MOST_WORDS or not _FINITE.intersection(words):
        return False
    ours, theirs = _cases(before), _cases(rest)
    if not ours or not theirs or theirs <= ours:
        return bool(_SAME_THING.search(rest)) and bool(theirs - ours or _has_place(rest))
    return ours.isdisjoint(theirs)


def _has_place(rest: str) -> bool:
    first = rest.lower().split()[0]
    return first in PREPOSITIONS or first in DETERMINERS or bool(parties_named(rest))


def _cases(text: str) -> frozenset[str]:
    """Return the people, years, times and places that a text names."""
    named = {party.value for party in parties_named(text)}
    found = {m[0].lower() for p in (_GROUP, _TIME_OR_PLACE) for m in p.finditer(text)}
    return frozenset(named | found)
