"""The lists of a Word file: counted as Word counts them, with the markers that it prints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import indent, level_number, value
from protocolkit.importing.extract.word.symbols import fonts_of, is_sign_font, printed_sign
from protocolkit.importing.source.doubts import UNCOUNTED, UNTOLD
from protocolkit.text.bounded_numbers import is_out_of_bounds, whole_number
from protocolkit.text.markers import find_starts, is_box
from protocolkit.text.numerals import Numerals, print_count
from protocolkit.text.words import BULLET


def _word_form(numerals: Numerals) -> str:
    """Return how Word names these numerals (``w:numFmt``)."""
    match numerals:
        case Numerals.DECIMAL:
            return "decimal"
        case Numerals.LOWER_ALPHA:
            return "lowerLetter"
        case Numerals.UPPER_ALPHA:
            return "upperLetter"
        case Numerals.LOWER_ROMAN:
            return "lowerRoman"
        case Numerals.UPPER_ROMAN:
            return "upperRoman"
        case Numerals.DEGREE | Numerals.DEGREE_POINT | Numerals.LETTER:
            # Word has a sign beside the count, or none, as text
            return str(numerals.value)
    assert_never(numerals)


_NUMERALS = {_word_form(numerals): numerals for numerals in Numerals}
# What Word itself takes for the number that a list begins with.
_HIGHEST = 32_767
_LONGEST_TEXT = 255
_DEEPEST = _NO_LEVEL = 9
_CARDINALS = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig"
).split()
_ORDINALS = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde"
    " dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
).split()


_CHICAGO = "*†‡§"
_MOST_DIGITS = 6
_SPELLED: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "chicago": lambda count: _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1),
    "none": lambda _: "",
    "bullet": lambda _: "",
}
_KNOWN = frozenset((*_NUMERALS, *_SPELLED, "ordinal", "cardinalText", "ordinalText", "custom"))


@dataclass(slots=True, kw_only=True)
class _Level:
    """One level of a list; it begins anew after its levels above ``restart``, -1 for all above.

    ``is_lost`` says that the file has it begin at a number that no list has.
    """

    start: int = 1
    is_lost: bool = False
    form: str = "decimal"
    pattern: str = ""
    text: str = ""
    left: float = -1.0
    restart: int = -1
    style: str = ""
    is_legal: bool = False
    properties: Element | None = None
    paragraph: Element | None = None


class Numbering:
    """Counts the lists of a file as Word does, and prints their markers."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._lost: set[tuple[str, int]] = set()
        self._own: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def marker(self, number: str, depth: int) -> str:
        """Count an item on and return what is printed before it, or ""."""
        abstract = self._lists.get(number)
        level = self._level(number, depth)
        if abstract is None or level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        begun = min(self._starts.get(number, {_NO_LEVEL: 1}))
        if number in self._begun:
            begun = _NO_LEVEL
        self._begun.add(number)
        for deeper in list(counts):
            if deeper >= begun or (deeper > depth and self._begins_anew(number, deeper, depth)):
                del counts[deeper]
        for above in range(depth):
            counts.setdefault(above, self._first(number, above))
        counts[depth] = counts.get(depth, self._first(number, depth) - 1) + 1
        return self._printed(number, level, counts)

    def depth_of(self, number: str, style: str) -> int:
        """Return the depth that a list ties a paragraph style to; -1 when it names none."""
        levels = self._abstract.get(self._lists.get(number, ""), {})
        return next(
            (depth for depth, level in levels.items() if style and level.style == style), -1
        )

    def left(self, number: str, depth: int) -> float:
        """Return the indent that a list gives its items, in points; -1 when it gives none."""
        level = self._level(number, depth)
        return level.left if level else -1.0

    def properties(self, number: str, depth: int) -> Element | None:
        """Return how a list has its markers printed (``w:rPr``)."""
        level = self._level(number, depth)
        return level.properties if level else None

    def paragraph(self, number: str, depth: int) -> Element | None:
        """Return how a list sets its items (``w:pPr``)."""
        level = self._level(number, depth)
        return level.paragraph if level else None

    def _first(self, number: str, depth: int) -> int:
        level = self._level(number, depth)
        return self._starts.get(number, {}).get(depth, level.start if level else 1)

    def _begins_anew(self, number: str, depth: int, above: int) -> bool:
        """Tell whether a level begins to count again after an item of a level above it."""
        level = self._level(number, depth)
        return level is None or level.restart < 0 or above < level.restart

    def _printed(self, number: str, level: _Level, counts: dict[int, int]) -> str:
        if level.form == "bullet" and not _says_words(level):
            sign = printed_sign(level.text, fonts_of(level.properties)) or level.text.strip()
            return sign if is_box(sign) else BULLET
        if self._is_lost(number, level):
            return BULLET
        printed = level.text
        for place, count in counts.items():
            form = self._level(number, place)
            kind = "decimal" if level.is_legal or form is None else form.form
            counted = _count(count, kind, form.pattern if form is not None else "")
            printed = printed.replace(f"%{place + 1}", counted)
        return " ".join(printed.split())

    def doubt(self, number: str, depth: int) -> Marked | None:
        """Return what is in doubt about what is printed before an item, if anything."""
        level = self._level(number, depth)
        if level is not None and self._is_lost(number, level):
            # no number, for the file begins at one that no list has
            return UNCOUNTED
        return UNTOLD if self.is_untold(number, depth) else None

    def _is_lost(self, number: str, level: _Level) -> bool:
        return any(
            f"%{place + 1}" in level.text and self._has_lost(number, place)
            for place in range(_DEEPEST)
        )

    def _has_lost(self, number: str, place: int) -> bool:
        if place in self._starts.get(number, {}):
            return False
        level = self._level(number, place)
        return (number, place) in self._lost or (level is not None and level.is_lost)

    def is_untold(self, number: str, depth: int) -> bool:
        """Tell whether a list counts in a way that is not known here."""
        level = self._level(number, depth)
        return level is not None and level.form not in _KNOWN and "%" in level.text

    def _level(self, number: str, depth: int) -> _Level | None:
        own = self._own.get(number, {}).get(depth)
        return own or self._abstract.get(self._lists.get(number, ""), {}).get(depth)

    def _read(self, root: Element) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = _levels(abstract)
        self._link(root)
        for number in root.iter(f"{W}num"):
            name = number.get(f"{W}numId", "")
            self._lists[name] = value(number, "abstractNumId")
            for override in number.findall(f"{W}lvlOverride"):
                depth = level_number(override.get(f"{W}ilvl"))
                start = whole_number(value(override, "startOverride"), most=_HIGHEST, default=-1)
                if is_out_of_bounds(value(override, "startOverride"), most=_HIGHEST):
                    self._lost.add((name, depth))
                if start >= 0:
                    self._starts.setdefault(name, {})[depth] = start
                self._own.setdefault(name, {}).update(_levels(override))

    def _link(self, root: Element) -> None:
        """Give lists that only name a list style the levels of the list that defines it."""
        defined = {
            value(abstract, "styleLink"): abstract.get(f"{W}abstractNumId", "")
            for abstract in root.iter(f"{W}abstractNum")
        }
        for abstract in root.iter(f"{W}abstractNum"):
            home = defined.get(value(abstract, "numStyleLink"))
            if home and value(abstract, "numStyleLink"):
                self._abstract[abstract.get(f"{W}abstractNumId", "")] = self._abstract[home]


def _levels(element: Element) -> dict[int, _Level]:
    return {
        level_number(level.get(f"{W}ilvl")): _Level(
            start=whole_number(value(level, "start"), most=_HIGHEST, default=1),
            is_lost=is_out_of_bounds(value(level, "start"), most=_HIGHEST),
            form=_format(level)[0],
            pattern=_format(level)[1],
            text=value(level, "lvlText")[:_LONGEST_TEXT],
            left=indent(level.find(f"{W}pPr")),
            restart=whole_number(value(level, "lvlRestart"), most=_DEEPEST, default=-1),
            style=value(level, "pStyle"),
            is_legal=level.find(f"{W}isLgl") is not None,
            properties=level.find(f"{W}rPr"),
            paragraph=level.find(f"{W}pPr"),
        )
        for level in element.findall(f"{W}lvl")
    }


def is_worded(marker: str) -> bool:
    """Tell whether what a list prints before an item is words, and no way to count."""
    starts = find_starts(f"{marker} x")
    # 'Deel A' is a part of a heading's words
    is_part = any(
        s.word and not s.word.is_number and s.marker.rstrip(".:)")[-1:].isalpha() for s in starts
    )
    return any(sign.isalnum() for sign in marker) and (is_part or not starts)


def names_a_part(marker: str) -> bool:
    """Tell whether what a list prints is a word with a number, such as 'Artikel 1'."""
    return any(start.word for start in find_starts(f"{marker} x"))


def _format(level: Element) -> tuple[str, str]:
    """Return how a level counts, and the pattern of a way of its own (``001, 002, ...``).

    That stands in one of two versions of the same, the first of which Word takes.
    """
    found = next(level.iter(f"{W}numFmt"), None)
    if found is None:
        return "decimal", ""
    return found.get(f"{W}val") or "decimal", found.get(f"{W}format", "")


def _says_words(level: _Level) -> bool:
    """Tell whether a bullet is words: no sign, no letter of a font of signs, no small circle."""
    letters = [sign for sign in level.text if sign.isalnum()]
    is_circle = level.text.strip() in ("o", "O")
    fonts = fonts_of(level.properties)
    return bool(letters) and not is_circle and not any(map(is_sign_font, fonts))


def _count(count: int, form: str, pattern: str = "") -> str:
    if form in _NUMERALS:
        return print_count(count, _NUMERALS[form])
    if form in ("ordinal", "cardinalText", "ordinalText"):
        return _in_words(count, form)
    if form in _SPELLED:
        return _SPELLED[form](count)
    return f"{count:0{_width(pattern)}d}" if form == "custom" else str(count)


def _width(pattern: str) -> int:
    """Return how many digits a way to count of one's own has at least."""
    first = pattern.partition(",")[0].strip()
    return min(len(first), _MOST_DIGITS) if first.isascii() and first.isdigit() else 1


def _in_words(count: int, form: str) -> str:
    """Return a count as Word prints it in Dutch: ``1e``, ``Een``, ``Eerste``."""
    if form == "ordinal" or not 0 < count <= len(_CARDINALS):
        return f"{count}e" if form.startswith("ordinal") else str(count)
    return (_CARDINALS if form == "cardinalText" else _ORDINALS)[count - 1].capitalize()
