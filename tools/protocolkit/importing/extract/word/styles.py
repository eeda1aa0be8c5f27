"""What a Word file's styles say: heading levels, lists, indents, and how text is printed.

A style has what the style it is based on has, and more; a circle of styles ends where it closes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W14, W
from protocolkit.importing.extract.word.properties import (
    font_size,
    indent,
    is_on,
    numbering,
    outline_level,
    value,
)
from protocolkit.text.bounded_numbers import whole_number

Properties = Mapping[str, Element]
"""Properties of text by their names: what decides whether a reader sees it."""

_Value = TypeVar("_Value")
_RUN = frozenset(
    (
        "vanish strike dstrike sz szCs cs rtl color shd highlight w rFonts position spacing "
        "fitText emboss imprint shadow"
    ).split()
)
_PARAGRAPH = frozenset("shd ind spacing framePr tabs".split())
_FILLED = {f"{W14}textFill": "textFill", f"{W14}textOutline": "textOutline"}
_DEEPEST_HEADING = 9


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


class Styles:
    """The styles of a file."""

    def __init__(self, root: Element | None) -> None:
        found = list(root.iter(f"{W}style")) if root is not None else []
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._kinds = {
            name: style.get(f"{W}type", "paragraph") for name, style in self._styles.items()
        }
        self._defaults = {
            style.get(f"{W}type", ""): style.get(f"{W}styleId", "")
            for style in reversed(found)
            if style.get(f"{W}default") in ("1", "true")
        }
        defaults = root.find(f"{W}docDefaults") if root is not None else None
        self.default_run = run_properties(_inside(defaults, "rPrDefault", "rPr"))
        self.default_paragraph = paragraph_properties(_inside(defaults, "pPrDefault", "pPr"))
        self._looks: dict[str, Look] = {}
        self._runs: dict[str, Properties] = {}
        self._paragraphs: dict[str, Properties] = {}

    def look(self, style: str) -> Look:
        """Return what a paragraph of a style looks like; an unknown style is the default."""
        return self._inherited(self._known(style, "paragraph"), self._looks, Look(), _over)

    def look_of_run(self, properties: Element | None) -> Look:
        """Return what a character style adds to a run; nothing when it has none."""
        style = value(properties, "rStyle")
        is_known = self._kinds.get(style) == "character"
        return self._inherited(style, self._looks, Look(), _over) if is_known else Look()

    def has(self, style: str) -> bool:
        """Whether the file knows a style of this id."""
        return style in self._styles

    def run(self, style: str, kind: str) -> Properties:
        """Return how a style of a kind (``paragraph``, ``character``, ``table``) prints text."""
        return self._inherited(self._known(style, kind), self._runs, {}, _over_run)

    def paragraph(self, style: str, kind: str = "paragraph") -> Properties:
        """Return how a style of a kind sets paragraphs."""
        return self._inherited(self._known(style, kind), self._paragraphs, {}, _over_paragraph)

    def switched(self, name: str, own: Properties, styles: Iterable[Properties]) -> bool:
        """Tell whether a switch is on that styles turn over (ECMA-376 Part 1, 17.7.3).

        ``own`` is what is said on the spot, ``styles`` what each style says of letters.
        """
        if name in own:
            return is_on(own[name])
        turned = sum(is_on(said[name]) for said in styles if name in said) % 2 == 1
        default = self.default_run.get(name)
        return turned or (default is not None and is_on(default))

    def is_struck(self, own: Properties, styles: Sequence[Properties]) -> bool:
        """Tell whether letters have one line or two through them.

        The nearest of ``styles`` stands first.
        """
        layers = (own, *styles, self.default_run)
        double = next((said["dstrike"] for said in layers if "dstrike" in said), None)
        is_double = double is not None and is_on(double)
        return is_double or self.switched("strike", own, styles)

    def chain(self, style: str, kind: str) -> list[Element]:
        """Return a style with all that it is based on, the deepest first."""
        chain: list[Element] = []
        seen: set[str] = set()
        style = self._known(style, kind)
        while style in self._styles and style not in seen:
            seen.add(style)
            chain.append(self._styles[style])
            style = value(chain[-1], "basedOn")
        return chain[::-1]

    def _known(self, style: str, kind: str) -> str:
        """Return a style when it is of a kind: what names one of another kind has the usual one."""
        return style if self._kinds.get(style) == kind else self._defaults.get(kind, "")

    def _inherited(
        self,
        style: str,
        known: dict[str, _Value],
        nothing: _Value,
        over: Callable[[_Value, Element], _Value],
    ) -> _Value:
        """Return what a style comes to; each style of a long line is worked out once."""
        waiting: dict[str, Element] = {}
        while style in self._styles and style not in known and style not in waiting:
            waiting[style] = self._styles[style]
            style = value(waiting[style], "basedOn")
        found = nothing if style in waiting else known.get(style, nothing)
        for name, element in reversed(waiting.items()):
            found = known[name] = over(found, element)
        return found


def run_properties(properties: Element | None) -> Properties:
    """Return what a ``w:rPr`` says of how its text is seen."""
    return {
        name: child
        for child in (properties if properties is not None else ())
        if (name := _named(child)) in _RUN or name in _FILLED.values()
    }


def paragraph_properties(properties: Element | None) -> Properties:
    """Return what a ``w:pPr`` says of how its lines are seen."""
    return {
        name: child
        for child in (properties if properties is not None else ())
        if (name := _named(child)) in _PARAGRAPH
    }


def _named(element: Element) -> str:
    if element.tag in _FILLED:
        return _FILLED[element.tag]
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.removeprefix(W) if tag.startswith(W) else ""


def _inside(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = element.find(f"{W}{name}") if element is not None else None
    return element


def _over_run(found: Properties, style: Element) -> Properties:
    return {**found, **run_properties(style.find(f"{W}rPr"))}


def _over_paragraph(found: Properties, style: Element) -> Properties:
    return {**found, **paragraph_properties(style.find(f"{W}pPr"))}


def _over(look: Look, element: Element) -> Look:
    """Return a look with what one style adds."""
    properties = element.find(f"{W}pPr")
    run = element.find(f"{W}rPr")
    name = value(element, "name").lower()
    level = look.level
    if value(properties, "outlineLvl"):
        level = outline_level(properties)
    elif name.startswith(("heading ", "kop ")):
        counted = whole_number(name.split()[-1], most=_DEEPEST_HEADING)
        level = counted + 1 if counted else level
    if name in ("title", "titel"):
        level = 1
    number, depth = numbering(properties)
    left = indent(properties)
    bold = run.find(f"{W}b") if run is not None else None
    return Look(
        level=level,
        number=number or look.number,
        depth=depth if depth >= 0 else look.depth,
        left=left if left >= 0 else look.left,
        size=font_size(run) or look.size,
        is_bold=look.is_bold if bold is None else is_on(bold),
        name=name,
    )
