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

from protocolkit.base.remembered import remembered
from protocolkit.relations import quantity_forms as forms
from protocolkit.relations.quantity_forms import Shape
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


CLOCK = "tijdstip"
"""The unit of a time of the day."""

_GROUP, _CLASS = "groep", "klas"
SCHOOL_YEARS = frozenset((_GROUP, _CLASS))
"""The units of years of a school: 'groep 7 en 8', 'vanaf klas 3'."""


@remembered
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
    yield from _grades(text)
    yield from _ages(text)
    yield from _terms(text)
    yield from _numbers(text)


def _clock_times(text: str) -> Iterator[Quantity]:
    for match in forms.CLOCK.finditer(text):
        at = int(match["h"]) + int(match["m"]) / 60
        yield _quantity(ReasonKind.TERM, CLOCK, _point(at), match.span())

    for match in forms.SPOKEN_CLOCK.finditer(text):
        said = forms.WORDS[match["h"].lower()] + forms.PARTS_OF_HOUR[match["part"].lower()]
        in_school = said if said >= forms.SCHOOL_OPENS else said + 12
        yield _quantity(ReasonKind.TERM, CLOCK, _point(in_school), match.span())


def _frequencies(text: str) -> Iterator[Quantity]:
    for match in forms.ONCE.finditer(text):
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", _point(0), match.span())
    for match in forms.TIMES.finditer(text):
        rate = _value(match["n"] or match["glued"]) * forms.PERIODS[match["period"].lower()]
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", _bounded(match, rate), match.span())
    for match in forms.EVERY_N.finditer(text):
        period = match["period"].lower()
        per_year = {"dagen": 365.0, "weken": 52.0, "maanden": 12.0}.get(period, 1.0)
        every = _point(per_year / max(_value(match["n"]), 1))
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", every, match.span())
    for match in forms.EVERY.finditer(text):
        every = _point(forms.PERIODS[match["period"].lower()])
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", every, match.span())
    for match in forms.ADVERB.finditer(text):
        every = _point(forms.ADVERBS[match["word"].lower()])
        yield _quantity(ReasonKind.FREQUENCY, "per jaar", every, match.span())


def _amounts(text: str) -> Iterator[Quantity]:
    for match in forms.AMOUNT.finditer(text):
        amount = _value(match["n"] or match["m"])
        yield _quantity(ReasonKind.AMOUNT, "euro", _bounded(match, amount), match.span())


def _grades(text: str) -> Iterator[Quantity]:
    for match in forms.GRADES.finditer(text):
        years = [_value(found[0]) for found in forms.GRADE.finditer(match["grades"])]
        made = Range(low=years[0], high=max(years))
        if match["up"] or (match["least"] and len(years) == 1):
            made = Range(low=made.low)
        elif not match["least"] and _shape_of(match) is not Shape.POINT:
            made = _range(_shape_of(match), made.high)
        unit = _GROUP if match["word"].lower().startswith(_GROUP) else _CLASS
        yield _quantity(ReasonKind.NUMBER, unit, made, match.span())


def _ages(text: str) -> Iterator[Quantity]:
    for pattern, shape in forms.AGES:
        for match in pattern.finditer(text):
            if shape is Shape.BETWEEN or _is_age(text, match):
                yield _quantity(ReasonKind.AGE, "jaar", _age_range(match, shape), match.span())
    for match in forms.FULL_AGE.finditer(text):
        made = Range(high=18, high_open=True) if match["minor"] else Range(low=18)
        yield _quantity(ReasonKind.AGE, "jaar", made, match.span())


def _is_age(text: str, match: re.Match[str]) -> bool:
    words = match[0].lower().split()
    if (
        words[0] not in forms.NEEDS_PEOPLE
        or "leeftijd" in words
        or words[-1] in ("ouder", "jonger")
    ):
        return not forms.TIME_AFTER.match(text[match.end() :]) or "dan" in words
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() :]
    if forms.TIME_AFTER.match(after):
        return False
    opens = not before.strip() or before.rstrip()[-1] in ".;:"
    return bool(forms.PEOPLE.search(before) or (opens and forms.PERSON_AFTER.match(after)))


def _age_range(match: re.Match[str], shape: Shape) -> Range:
    number = _value(match["n"] or match["m"])
    if shape is Shape.BETWEEN:
        # 'van 12 tot 16 jaar' leaves 16 out; 'tot en met' and 'tussen … en …' hold it
        return Range(low=number, high=_value(match["m"]), high_open=match["to"].lower() == "tot")
    return _range(shape, number)


def _terms(text: str) -> Iterator[Quantity]:
    for match in forms.TERM.finditer(text):
        is_any = match["n"].lower() == "een" and match["unit"].lower() != "etmaal"
        is_any = is_any and not forms.LASTS.search(text[: match.start()][-24:])
        if is_any and _shape_of(match) is Shape.POINT:
            continue  # 'een dag' may be any day; 'één dag', 'een etmaal', 'duur van een dag' count
        unit, factor = _unit(match["unit"])
        length = _bounded(match, _value(match["n"]) * factor)
        yield _quantity(ReasonKind.TERM, unit, length, match.span())
    for match in forms.WITHIN_UNIT.finditer(text):
        unit, factor = _unit(match["unit"])
        yield _quantity(ReasonKind.TERM, unit, Range(high=factor), match.span())
    for match in forms.AT_ONCE.finditer(text):
        yield _quantity(ReasonKind.TERM, "uur", Range(high=0), match.span())


def bare_terms(text: str) -> Iterator[tuple[str, float, str]]:
    """Yield each time that a text names, 'een dag' too: its unit, how much of it, its words.

    Without words that bound it nobody knows whether 'een dag' is a term; who compares two texts
    of which only a few words differ sees that one became another.
    """
    for match in forms.TERM.finditer(text):
        unit, size = _unit(match["unit"])
        yield unit, _value(match["n"]) * size, " ".join(match[0].split())


def _unit(word: str) -> tuple[str, float]:
    """Return the measure of a unit; a school day is not any day, so it is a measure of its own."""
    lower = word.lower()
    for prefix in ("school", "werk", "les"):
        if lower.startswith(prefix):
            plain, _ = forms.UNITS[lower.removeprefix(prefix)]
            return f"{prefix}{plain}{forms.UNITS[lower.removeprefix(prefix)][1]:g}", 1
    return forms.UNITS[lower.removeprefix("kalender")]


def _numbers(text: str) -> Iterator[Quantity]:
    for match in forms.ORDINAL.finditer(text):
        order = _point(forms.ORDINALS[match["word"].lower()])
        yield _quantity(ReasonKind.NUMBER, "volgorde", order, match.span())
    for match in forms.NUMBER.finditer(text):
        said = match["n"] or match["glued"]
        at = match.start("n" if match["n"] else "glued")
        if said.lower() in ("een", "één", "nul") or re.fullmatch(
            r"(?:19|20)\d\d|0\d+|\d{5,}", said
        ):
            continue
        if said.lower() == "acht" and re.search(r"\bin\s+$", text[:at][-4:], re.IGNORECASE):
            continue  # 'neemt de regels in acht'
        if forms.NAMES_SOMETHING.search(text[:at][-24:]) or forms.NAMED_BY.match(
            text[match.end() :]
        ):
            continue
        unit = "procent" if match["percent"] else "aantal"
        yield _quantity(ReasonKind.NUMBER, unit, _bounded(match, _value(said)), match.span())


def _bounded(match: re.Match[str], value: float) -> Range:
    return _range(_shape_of(match), value)


def _shape_of(match: re.Match[str]) -> Shape:
    return next((shape for shape in forms.BOUNDS if match[shape.value]), Shape.POINT)


def _range(shape: Shape, value: float) -> Range:
    made = {
        Shape.LEAST: Range(low=value),
        Shape.MOST: Range(high=value),
        Shape.ABOVE: Range(low=value, low_open=True),
        Shape.BELOW: Range(high=value, high_open=True),
    }
    return made.get(shape, _point(value))


def _point(value: float) -> Range:
    return Range(low=value, high=value)


def _value(text: str) -> float:
    word = " ".join(text.lower().split())
    if word in forms.WORDS:
        return float(forms.WORDS[word])
    if word in forms.HALVES:
        return forms.HALVES[word]
    return float(word.replace(".", "").replace(",", "."))


def _quantity(kind: ReasonKind, unit: str, measured: Range, span: Span) -> Quantity:
    return Quantity(kind=kind, unit=unit, range=measured, span=span)
