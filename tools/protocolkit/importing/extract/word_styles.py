"""What a Word file's styles and numbering say: heading levels, indents, and printed markers."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocolkit.importing.extract.word_package import Element, W
from protocolkit.text.numerals import Numerals, print_count
from protocolkit.text.words import BULLET

_TWIPS = 20.0
_STYLES = {
    "lowerLetter": Numerals.LOWER_ALPHA,
    "upperLetter": Numerals.UPPER_ALPHA,
    "lowerRoman": Numerals.LOWER_ROMAN,
    "upperRoman": Numerals.UPPER_ROMAN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a paragraph gets from its style: -1 and "" where nothing is said."""

    level: int = 0
    number: str = ""
    depth: int = 0
    left: float = -1.0
    size: float = 0.0
    is_bold: bool = False
    name: str = ""


@dataclass(slots=True, kw_only=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    left: float = -1.0
    is_legal: bool = False


class Styles:
    """The paragraph styles of a file."""

    def __init__(self, root: Element | None) -> None:
        found = list(root.iter(f"{W}style")) if root is not None else []
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (
                style.get(f"{W}styleId", "")
                for style in found
                if style.get(f"{W}default") in ("1", "true")
                and style.get(f"{W}type") == "paragraph"
            ),
            "",
        )
        self._looks: dict[str, Look] = {}

    def look(self, style: str) -> Look:
        """Return what a paragraph of a style looks like; an unknown style is the default."""
        wanted = style if style in self._styles else self._default
        if wanted not in self._looks:
            self._looks[wanted] = self._inherited(wanted)
        return self._looks[wanted]

    def look_of_run(self, properties: Element | None) -> Look:
        """Return what a character style adds to a run; nothing when it has none."""
        style = value(properties, "rStyle")
        return self.look(style) if style in self._styles else Look()

    def has(self, style: str) -> bool:
        """Whether the file knows a style of this id."""
        return style in self._styles

    def _inherited(self, style: str) -> Look:
        chain: list[Element] = []
        while style in self._styles and len(chain) < 20:
            chain.append(self._styles[style])
            style = value(chain[-1], "basedOn")
        look = Look()
        for element in reversed(chain):
            look = _over(look, element)
        return look


def _over(look: Look, element: Element) -> Look:
    """Return a look with what one style adds."""
    properties = element.find(f"{W}pPr")
    run = element.find(f"{W}rPr")
    name = value(element, "name").lower()
    level = look.level
    if value(properties, "outlineLvl"):
        level = outline_level(properties)
    elif name.startswith(("heading ", "kop ")) and name.split()[-1].isdigit():
        level = int(name.split()[-1]) + 1
    if name in ("title", "titel"):
        level = 1
    number, depth = numbering(properties)
    size = value(run, "sz")
    bold = run.find(f"{W}b") if run is not None else None
    return Look(
        level=level,
        number=number or look.number,
        depth=depth if number else look.depth,
        left=_either(indent(properties), look.left),
        size=float(size) / 2 if size.isdigit() else look.size,
        is_bold=look.is_bold if bold is None else is_on(bold),
        name=name,
    )


class Numbering:
    """Counts the lists of a file as Word does, and prints their markers."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def marker(self, number: str, depth: int) -> str:
        """Count an item on and return what is printed before it, or ""."""
        abstract = self._lists.get(number)
        level = self._level(number, depth)
        if abstract is None or level is None:
            return ""
        counts = self._counts.setdefault(abstract, [])
        if number not in self._begun:
            self._begun.add(number)
            if self._starts.get(number):
                del counts[min(self._starts[number]) :]
        del counts[depth + 1 :]
        while len(counts) <= depth:
            above = self._level(number, len(counts))
            begin = self._starts.get(number, {}).get(len(counts), above.start if above else 1)
            counts.append(begin - 1 if len(counts) == depth else begin)
        counts[depth] += 1
        return self._printed(number, level, counts)

    def left(self, number: str, depth: int) -> float:
        """Return the indent that a list gives its items, in points; -1 when it gives none."""
        level = self._level(number, depth)
        return level.left if level else -1.0

    def _printed(self, number: str, level: _Level, counts: list[int]) -> str:
        if level.form == "bullet":
            return BULLET
        if level.form == "none":
            return ""
        printed = level.text
        for place, count in enumerate(counts):
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
                depth = _whole(override.get(f"{W}ilvl", "0"))
                start = value(override, "startOverride")
                if start.isdigit():
                    self._starts.setdefault(name, {})[depth] = int(start)
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


def outline_level(properties: Element | None) -> int:
    """Return the level of a heading that a paragraph has by itself: 2 and down, 0 for none."""
    outline = value(properties, "outlineLvl")
    return int(outline) + 2 if outline.isdigit() and int(outline) < 9 else 0


def value(element: Element | None, name: str) -> str:
    """Return the value of a property, or ""."""
    found = element.find(f"{W}{name}") if element is not None else None
    return "" if found is None else str(found.get(f"{W}val", ""))


def is_on(element: Element) -> bool:
    """Tell whether a switch is on: it is when it stands there and does not say otherwise."""
    return element.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def indent(properties: Element | None) -> float:
    """Return the indent of the first line in points, or -1.

    A line that hangs out begins where its marker stands; one that is drawn in begins no item.
    """
    found = properties.find(f"{W}ind") if properties is not None else None
    if found is None:
        return -1.0
    left = found.get(f"{W}left") or found.get(f"{W}start")
    hanging = _whole(found.get(f"{W}hanging", "0"))
    return max(_whole(left) - hanging, 0) / _TWIPS if left is not None else -1.0


def numbering(properties: Element | None) -> tuple[str, int]:
    """Return the list and depth that a paragraph says it is in; ("", 0) when in none."""
    found = properties.find(f"{W}numPr") if properties is not None else None
    if found is None:
        return "", 0
    return value(found, "numId"), _whole(value(found, "ilvl") or "0")


def _levels(element: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in element.findall(f"{W}lvl"):
        start = value(level, "start")
        found[_whole(level.get(f"{W}ilvl", "0"))] = _Level(
            start=int(start) if start.isdigit() else 1,
            form=value(level, "numFmt") or "decimal",
            text=value(level, "lvlText"),
            left=indent(level.find(f"{W}pPr")),
            is_legal=level.find(f"{W}isLgl") is not None,
        )
    return found


def _count(count: int, form: str) -> str:
    if form in _STYLES:
        return print_count(count, _STYLES[form])
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _either(own: float, inherited: float) -> float:
    return own if own >= 0 else inherited


def _whole(text: str) -> int:
    try:
        return int(float(text))
    except ValueError:
        return 0


@dataclass(slots=True)
class Counter:
    """Counts what a person should know of: inserted and deleted pieces, comments, boxes."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, by: int = 1) -> None:
        """Count one more."""
        self.counts[name] = self.counts.get(name, 0) + by
