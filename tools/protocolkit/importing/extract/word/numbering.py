"""The lists of a Word file: counted as Word counts them, with the markers that it prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import indent, level_number, value
from protocolkit.text.bounded_numbers import whole_number
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


@dataclass(slots=True, kw_only=True)
class _Level:
    """One level of a list; it begins anew after its levels above ``restart``, -1 for all above."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    left: float = -1.0
    restart: int = -1
    style: str = ""
    is_legal: bool = False
    properties: Element | None = None


class Numbering:
    """Counts the lists of a file as Word does, and prints their markers."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
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

    def _first(self, number: str, depth: int) -> int:
        level = self._level(number, depth)
        return self._starts.get(number, {}).get(depth, level.start if level else 1)

    def _begins_anew(self, number: str, depth: int, above: int) -> bool:
        """Tell whether a level begins to count again after an item of a level above it."""
        level = self._level(number, depth)
        return level is None or level.restart < 0 or above < level.restart

    def _printed(self, number: str, level: _Level, counts: dict[int, int]) -> str:
        if level.form == "bullet":
            return BULLET
        if level.form == "none":
            return ""
        printed = level.text
        for place, count in counts.items():
            form = self._level(number, place)
            kind = "decimal" if level.is_legal or form is None else form.form
            printed = printed.replace(f"%{place + 1}", _count(count, kind))
        return " ".join(printed.split())

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
            form=value(level, "numFmt") or "decimal",
            text=value(level, "lvlText")[:_LONGEST_TEXT],
            left=indent(level.find(f"{W}pPr")),
            restart=whole_number(value(level, "lvlRestart"), most=_DEEPEST, default=-1),
            style=value(level, "pStyle"),
            is_legal=level.find(f"{W}isLgl") is not None,
            properties=level.find(f"{W}rPr"),
        )
        for level in element.findall(f"{W}lvl")
    }


def _count(count: int, form: str) -> str:
    if form in _NUMERALS:
        return print_count(count, _NUMERALS[form])
    if form in ("ordinal", "cardinalText", "ordinalText"):
        return _in_words(count, form)
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _in_words(count: int, form: str) -> str:
    """Return a count as Word prints it in Dutch: ``1e``, ``Een``, ``Eerste``."""
    if form == "ordinal" or not 0 < count <= len(_CARDINALS):
        return f"{count}e" if form.startswith("ordinal") else str(count)
    return (_CARDINALS if form == "cardinalText" else _ORDINALS)[count - 1].capitalize()
