"""Ages, terms, amounts, frequencies and numbers in a text, as ranges that can be compared.

``jonger dan 16`` and ``ouder dan 16`` are ranges without 16 itself; ``16 jaar en ouder`` and
``vanaf 16 jaar`` hold it. Numbers that name something (an article, a year, a date, a telephone
number) measure nothing and are left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from protocolkit.relations.relation import ReasonKind
from protocolkit.text.sentences import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From ``low`` to ``high``; an open end does not hold its own number."""

    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What is measured, in which unit, between which bounds, and where the text says so."""

    kind: ReasonKind
    unit: str
    range: Range
    span: Span


def are_disjoint(one: Range, other: Range) -> bool:
    """Tell whether nothing falls in both ranges."""
    first, second = sorted((one, other), key=lambda r: (r.low, r.low_open, r.high))
    if first.high != second.low:
        return first.high < second.low
    return first.high_open or second.low_open


def gap(one: Range, other: Range) -> str:
    """Return the one number that two adjoining ranges both leave out, or nothing."""
    first, second = sorted((one, other), key=lambda r: (r.low, r.low_open, r.high))
    if first.high == second.low and first.high_open and second.low_open:
        return f"{first.high:g}"
    return ""


_ONES = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien".split()
_ONES += "vijftien zestien zeventien achttien negentien".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_WORDS = {word: value for value, word in enumerate(_ONES)} | {"één": 1, "honderd": 100}
for _ten, _name in enumerate(_TENS, start=2):
    _WORDS[_name] = 10 * _ten
    for _one in range(1, 10):
        _link = "ën" if _ONES[_one].endswith("e") else "en"
        _WORDS[f"{_ONES[_one]}{_link}{_name}"] = 10 * _ten + _one

_WORD_NUMBER = "|".join(sorted(_WORDS, key=len, reverse=True))
_N = rf"(?P<n>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?|(?:{_WORD_NUMBER})(?![^\W_]))"
_M = _N.replace("?P<n>", "?P<m>")
_START = r"(?<![\w.,/–-])"

_LEAST = r"minimaal|minstens|ten\s?minste|tenminste|op zijn minst|niet minder dan|vanaf"
_MOST = (
    r"maximaal|hoogstens|ten hoogste|hooguit|niet (?:meer|langer|later|ouder) dan|"
    r"uiterlijk(?: binnen)?|"
    r"binnen|tot en met|t/m|tot maximaal|tot"
)
_ABOVE = r"meer dan|langer dan|ouder dan|boven(?: de)?|groter dan"
_BELOW = r"minder dan|korter dan|jonger dan|onder(?: de)?|beneden(?: de)?|kleiner dan"
_BOUND = rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<above>{_ABOVE})|(?P<below>{_BELOW}))"
_AGE_OF = r"(?:\s+de leeftijd van)?"
_PEOPLE = re.compile(
    r"\b(?:leerling|kind|jonger|scholier|pupil|student|minderjarig|persoon|personen|leeftijd|"
    r"wie|jongens|meisjes)"
    r"\w*\W+(?:\w+\W+){0,5}$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(
    r"\W+(?:\w+\W+){0,4}(?:leerling|kind|jonger|scholier|student|ouders?\b)", re.IGNORECASE
)
_TIME_AFTER = re.compile(
    r"^\s*(?:na\b|nadat|lang\b|later|geleden|bewaard|voor(?:dat|afgaand))", re.IGNORECASE
)


class _Shape(Enum):
    """How words around a number bound what it measures; the value is a group of a pattern."""

    LEAST = "least"
    MOST = "most"
    ABOVE = "above"
    BELOW = "below"
    POINT = "point"
    BETWEEN = "between"


_BOUNDS = (_Shape.LEAST, _Shape.MOST, _Shape.ABOVE, _Shape.BELOW)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace(" ", r"\s+"), re.IGNORECASE)


_AGES = (
    (_pattern(rf"{_START}(?:van |tussen (?:de )?){_N}(?: jaar)? (?P<to>tot en met|t/m|tot|"
        rf"en) (?:de )?{_M} jaar"), _Shape.BETWEEN),
    (_pattern(rf"{_START}(?:van )?{_N} jaar(?: of| en)? (?:ouder|en hoger|of meer)\b"),
        _Shape.LEAST),
    (_pattern(rf"{_START}(?:van )?{_N} jaar(?: of| en) jonger\b"), _Shape.MOST),
    (_pattern(rf"{_START}{_N}-?plus(?:ser|sers)?\b|"
        rf"{_START}{_N.replace('?P<n>', '?P<m>')}\+"), _Shape.LEAST),
    (_pattern(rf"\b(?:jonger dan|nog geen){_AGE_OF} {_N}(?: jaar(?: oud)?)?"), _Shape.BELOW),
    (_pattern(rf"\b(?:onder|beneden)(?: de)?(?: leeftijd van)? {_N}(?: jaar)?(?!\w)"),
        _Shape.BELOW),
    (_pattern(rf"\bouder(?:s)? (?:zijn |is )?dan{_AGE_OF} {_N}(?: jaar)?"), _Shape.ABOVE),
    (_pattern(rf"\bjonger (?:zijn |is )?dan{_AGE_OF} {_N}(?: jaar)?"), _Shape.BELOW),
    (_pattern(rf"\bboven de(?: leeftijd van)? {_N}(?: jaar)?(?!\w)"), _Shape.ABOVE),
    (_pattern(rf"\bleeftijd van {_N} jaar (?:nog )?niet (?:heeft|hebben)? ?bereikt"), _Shape.BELOW),
    (_pattern(rf"\bleeftijd van {_N} jaar (?:heeft |hebben )?bereikt"), _Shape.LEAST),
    (_pattern(rf"\b(?:vanaf|{_LEAST}){_AGE_OF} {_N} jaar(?: oud)?"), _Shape.LEAST),
    (_pattern(rf"\b(?:tot en met|t/m|maximaal|hoogstens|ten hoogste){_AGE_OF} {_N} jaar(?: "
        rf"oud)?"), _Shape.MOST),
    (_pattern(rf"\btot{_AGE_OF} {_N} jaar"), _Shape.BELOW),
    (_pattern(rf"\b(?:leeftijd(?:sgrens)?(?: \w+)? van|van) {_N} jaar(?: oud)?"), _Shape.POINT),
    (_pattern(rf"{_START}{_N}-?jarigen?\b"), _Shape.POINT),
    (_pattern(rf"{_START}{_N} jaar oud\b"), _Shape.POINT),
)  # fmt: skip
_FULL_AGE = re.compile(r"\b(?P<minor>minderjarigen?)\b|\bmeerderjarigen?\b", re.IGNORECASE)
# These say no more than a number of years: an age only where the words before speak of people.
_NEEDS_PEOPLE = frozenset(
    "tot van maximaal minimaal minstens ten hoogstens t/m nog tenminste".split()
)

_UNITS = {
    "minuut": ("uur", 1 / 60), "minuten": ("uur", 1 / 60), "kwartier": ("uur", 1 / 4),
    "uur": ("uur", 1), "uren": ("uur", 1),
    "etmaal": ("uur", 24), "etmalen": ("uur", 24), "dag": ("uur", 24), "dagen": ("uur", 24),
    "week": ("uur", 168), "weken": ("uur", 168),
    "maand": ("maand", 1), "maanden": ("maand", 1), "jaar": ("maand", 12), "jaren": ("maand", 12),
}  # fmt: skip
_UNIT = (
    r"(?P<unit>(?:school|werk|les|kalender)?(?:minuten|minuut|kwartier|uren|uur|etmalen|"
    r"etmaal|dagen|dag|weken|week|maanden|maand|jaren|jaar))"
)
_TERM = _pattern(rf"(?:\b{_BOUND} )?(?:(?<=\s)|{_START}){_N} {_UNIT}\b(?! per\b)")
_WITHIN_UNIT = _pattern(r"\b(?P<most>uiterlijk(?: binnen)?|binnen) de(?:zelfde)? " + _UNIT + r"\b")
_AT_ONCE = re.compile(
    r"\b(?:onmiddellijk|onverwijld|direct(?= (?:contact|gemeld|melden|na))|meteen)\b", re.IGNORECASE
)

_AMOUNT = _pattern(
    rf"(?:\b{_BOUND} )?(?:€ ?(?P<n>\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)|{_START}{_M}(?:,-)? "
    rf"(?:euro|eur)\b)"
)
_PERIODS = {"uur": 24 * 365.0, "dag": 365.0, "week": 52.0, "maand": 12.0, "jaar": 1.0}
_PERIOD = r"(?P<period>uur|dag|week|maand|jaar)"
_ADVERBS = {
    "dagelijks": 365.0, "wekelijks": 52.0, "maandelijks": 12.0, "halfjaarlijks": 2.0,
    "jaarlijks": 1.0, "tweejaarlijks": 0.5, "driejaarlijks": 1 / 3, "vierjaarlijks": 0.25,
}  # fmt: skip
_ONCE = re.compile(r"\beenmalige?\b", re.IGNORECASE)
_TIMES = _pattern(
    rf"(?:\b{_BOUND} )?{_START}{_N} (?:keer|maal) (?:per|in de|in het|elk|elke|ieder|iedere) "
    rf"(?:school|kalender|les)?{_PERIOD}\b"
)
_EVERY_N = _pattern(
    rf"\b(?:eens per|om de|iedere|elke) {_N} (?P<period>dagen|weken|maanden|jaar|jaren)\b"
)
_EVERY = _pattern(rf"\b(?:ieder|iedere|elk|elke|per|eens per) (?:school|kalender|les)?{_PERIOD}\b")
_ADVERB = re.compile(rf"\b(?P<word>{'|'.join(_ADVERBS)})e?\b", re.IGNORECASE)

_NUMBER = _pattern(rf"(?:\b{_BOUND} )?{_START}{_N}(?P<percent> ?%| procent)?(?![\w/–-]|[.,:]\d)")
_NAMES_SOMETHING = re.compile(
    r"(?:artikel(?:en)?|art\.?|lid|leden|hoofdstuk|paragraaf|§|bijlage|pagina|blz\.?|nr\.?|"
    r"nummer|noot|versie|punt|"
    r"telefoon(?:nummer)?|tel\.?|klas|groep|leerjaar|stap|fase|niveau|kamer|lokaal|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"schooljaar|(?-i:[A-Z])[:.])[\s:.]*$",
    re.IGNORECASE,
)
_NAMED_BY = re.compile(
    r"^\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|"
    r"december|"
    r"(?:[–/-]|\s)*\d{3,}|e\b|de\b|ste\b|[.)]\s)",
    re.IGNORECASE,
)
_ORDINALS = {w: n for n, w in enumerate("eerste tweede derde vierde vijfde zesde".split(), start=1)}
_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(_ORDINALS)})\s+(?:keer|maal|overtreding|waarschuwing|incident|"
    rf"melding|constatering)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\d.,])(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?:\s*uur)?(?![\d.,]*\d)")


@lru_cache(maxsize=16384)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return what a text measures, in reading order; each character counts in one of them only."""
    taken: list[Span] = []
    found: list[Quantity] = []
    for quantity in _candidates(text):
        begin, end = quantity.span
        if all(end <= start or stop <= begin for start, stop in taken):
            taken.append(quantity.span)
            found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _candidates(text: str) -> Iterator[Quantity]:
    """Give the most particular ones first: of two that overlap, the first one counts."""
    yield from _clock_times(text)
    yield from _frequencies(text)
    yield from _amounts(text)
    yield from _ages(text)
    yield from _terms(text)
    yield from _numbers(text)


def _clock_times(text: str) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        at = int(match["h"]) + int(match["m"]) / 60
        yield _quantity(ReasonKind.TERM, "tijdstip", _point(at), match.span())


def _frequencies(text: str) -> Iterator[Quantity]:
    for match in _ONCE.finditer(text):
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", _point(0), match.span())
    for match in _TIMES.finditer(text):
        rate = _value(match["n"]) * _PERIODS[match["period"].lower()]
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", _bounded(match, rate), match.span())
    for match in _EVERY_N.finditer(text):
        period = match["period"].lower()
        per_year = {"dagen": 365.0, "weken": 52.0, "maanden": 12.0}.get(period, 1.0)
        every = _point(per_year / max(_value(match["n"]), 1))
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", every, match.span())
    for match in _EVERY.finditer(text):
        every = _point(_PERIODS[match["period"].lower()])
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", every, match.span())
    for match in _ADVERB.finditer(text):
        every = _point(_ADVERBS[match["word"].lower()])
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", every, match.span())


def _amounts(text: str) -> Iterator[Quantity]:
    for match in _AMOUNT.finditer(text):
        amount = _value(match["n"] or match["m"])
        yield _quantity(ReasonKind.AMOUNT, "euro", _bounded(match, amount), match.span())


def _ages(text: str) -> Iterator[Quantity]:
    for pattern, shape in _AGES:
        for match in pattern.finditer(text):
            if shape is _Shape.BETWEEN or _is_age(text, match):
                yield _quantity(ReasonKind.AGE, "jaar", _age_range(match, shape), match.span())
    for match in _FULL_AGE.finditer(text):
        made = Range(high=18, high_open=True) if match["minor"] else Range(low=18)
        yield _quantity(ReasonKind.AGE, "jaar", made, match.span())


def _is_age(text: str, match: re.Match[str]) -> bool:
    words = match[0].lower().split()
    if words[0] not in _NEEDS_PEOPLE or "leeftijd" in words or words[-1] in ("ouder", "jonger"):
        return not _TIME_AFTER.match(text[match.end() :]) or "dan" in words
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() :]
    if _TIME_AFTER.match(after):
        return False
    opens = not before.strip() or before.rstrip()[-1] in ".;:"
    return bool(_PEOPLE.search(before) or (opens and _PERSON_AFTER.match(after)))


def _age_range(match: re.Match[str], shape: _Shape) -> Range:
    number = _value(match["n"] or match["m"])
    if shape is _Shape.BETWEEN:
        # 'van 12 tot 16 jaar' leaves 16 out; 'tot en met' and 'tussen … en …' hold it
        return Range(low=number, high=_value(match["m"]), high_open=match["to"].lower() == "tot")
    return _range(shape, number)


def _terms(text: str) -> Iterator[Quantity]:
    for match in _TERM.finditer(text):
        if match["n"].lower() in ("een", "één") and _shape_of(match) is _Shape.POINT:
            continue
        unit, factor = _unit(match["unit"])
        length = _bounded(match, _value(match["n"]) * factor)
        yield _quantity(ReasonKind.TERM, unit, length, match.span())
    for match in _WITHIN_UNIT.finditer(text):
        unit, factor = _unit(match["unit"])
        yield _quantity(ReasonKind.TERM, unit, Range(high=factor), match.span())
    for match in _AT_ONCE.finditer(text):
        yield _quantity(ReasonKind.TERM, "uur", Range(high=0), match.span())


def _unit(word: str) -> tuple[str, float]:
    """Return the measure of a unit; a school day is no day, so it is a measure of its own."""
    lower = word.lower()
    for prefix in ("school", "werk", "les"):
        if lower.startswith(prefix):
            plain, _ = _UNITS[lower.removeprefix(prefix)]
            return f"{prefix}{plain}{_UNITS[lower.removeprefix(prefix)][1]:g}", 1
    return _UNITS[lower.removeprefix("kalender")]


def _numbers(text: str) -> Iterator[Quantity]:
    for match in _ORDINAL.finditer(text):
        order = _point(_ORDINALS[match["word"].lower()])
        yield _quantity(ReasonKind.NUMBER, "volgorde", order, match.span())
    for match in _NUMBER.finditer(text):
        at = match.start("n")
        if match["n"].lower() in ("een", "één", "nul") or re.fullmatch(
            r"(?:19|20)\d\d|0\d+|\d{5,}", match["n"]
        ):
            continue
        if match["n"].lower() == "acht" and re.search(r"\bin\s+$", text[:at][-4:], re.IGNORECASE):
            continue  # 'neemt de regels in acht'
        if _NAMES_SOMETHING.search(text[:at][-24:]) or _NAMED_BY.match(text[match.end() :]):
            continue
        unit = "procent" if match["percent"] else "aantal"
        yield _quantity(ReasonKind.NUMBER, unit, _bounded(match, _value(match["n"])), match.span())


def _bounded(match: re.Match[str], value: float) -> Range:
    return _range(_shape_of(match), value)


def _shape_of(match: re.Match[str]) -> _Shape:
    return next((shape for shape in _BOUNDS if match[shape.value]), _Shape.POINT)


def _range(shape: _Shape, value: float) -> Range:
    made = {
        _Shape.LEAST: Range(low=value),
        _Shape.MOST: Range(high=value),
        _Shape.ABOVE: Range(low=value, low_open=True),
        _Shape.BELOW: Range(high=value, high_open=True),
    }
    return made.get(shape, _point(value))


def _point(value: float) -> Range:
    return Range(low=value, high=value)


def _value(text: str) -> float:
    word = text.lower()
    if word in _WORDS:
        return float(_WORDS[word])
    return float(word.replace(".", "").replace(",", "."))


def _quantity(kind: ReasonKind, unit: str, measured: Range, span: Span) -> Quantity:
    return Quantity(kind=kind, unit=unit, range=measured, span=span)
