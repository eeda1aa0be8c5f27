"""Whether a reader of a printed Word page sees a text: hidden, struck, in its own background.

What decides is resolved as Word does: the defaults of the file, the style of the table with what
it does to rows and columns, of the paragraph, of the letters, and then what is said on the spot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.colours import (
    BLACK,
    DOUBT_FAINT,
    Backdrop,
    Colour,
    hex_colour,
    is_faint,
    is_same_colour,
)
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.package import W14, A, W
from protocolkit.importing.extract.word.properties import is_on, points, value
from protocolkit.importing.extract.word.styles import (
    Properties,
    Styles,
    paragraph_properties,
    run_properties,
)
from protocolkit.importing.extract.word.symbols import fonts_said
from protocolkit.importing.source.doubts import UNTOLD
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import decimal_number

_SMALLEST = 1.0
_USUAL_SIZE = 10.0
_SOLID = 100_000
# How high a frame is at most of which the file does not say it, in points.
_LINES = 144.0
# Text that is moved further than this from its line may stand over or under others, in points.
_MOVED = 72.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a paragraph stands.

    ``run`` and ``paragraph`` are what its table says of text, ``behind`` is what shows behind it;
    ``gone`` is why nothing in that place is text, where that is so.
    """

    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)
    behind: Backdrop = field(default_factory=Backdrop)
    gone: LeftOutReason | None = None
    is_contents: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """Why a text is not seen, or what is in doubt about it; neither for most text."""

    gone: LeftOutReason | None = None
    doubt: Marked | None = None


class Sight:
    """Looks at the paragraphs of one file; ``width`` and ``height`` are of its page, in points."""

    def __init__(self, styles: Styles, colours: Colours, width: float, height: float) -> None:
        self._styles = styles
        self._colours = colours
        self._width = width
        self._height = height

    def of_paragraph(self, properties: Element | None, around: Surroundings) -> ParagraphSight:
        """Return how the text of a paragraph is seen that has these ``w:pPr``."""
        style = value(properties, "pStyle")
        layers = (
            self._styles.default_paragraph,
            around.paragraph,
            self._styles.paragraph(style),
            paragraph_properties(properties),
        )
        said: dict[str, Element] = {}
        for layer in layers:
            said |= layer
        shade = self._colours.of_shading(said.get("shd"))
        behind = Backdrop(shade) if shade is not None else around.behind
        gone = around.gone or self._beyond(layers) or _squeezed(layers)
        return ParagraphSight(
            styles=self._styles,
            colours=self._colours,
            table=around.run,
            paragraph=self._styles.run(style, "paragraph"),
            behind=behind,
            gone=gone,
            height=self._height,
        )

    def is_off(self, left: float, top: float = 0.0) -> bool:
        """Tell whether what begins there, in points from a margin, is on no page."""
        return not (-self._width < left < self._width and -self._height < top < self._height)

    def _beyond(self, layers: tuple[Properties, ...]) -> LeftOutReason | None:
        left = _attribute(layers, "ind", "left", "start")
        first = _attribute(layers, "ind", "firstLine")
        hanging = _attribute(layers, "ind", "hanging")
        across = _attribute(layers, "framePr", "x")
        down = _attribute(layers, "framePr", "y")
        begins = left + first - hanging
        is_off = self.is_off(left) and self.is_off(begins)
        is_off = is_off or self.is_off(across, down) or self._is_framed_off(layers, across, down)
        return LeftOutReason.OFF_PAGE if is_off else None

    def _is_framed_off(self, layers: tuple[Properties, ...], across: float, down: float) -> bool:
        """Tell whether a frame that is placed from the edges of the page ends before them."""
        frame = _first(layers[::-1], "framePr")
        if frame is None:
            return False
        wide, high = _attribute(layers, "framePr", "w"), _attribute(layers, "framePr", "h")
        is_left = frame.get(f"{W}hAnchor") == "page" and wide and across + wide <= 0
        is_above = frame.get(f"{W}vAnchor") == "page" and down + (high or _LINES) <= 0
        return bool(is_left or is_above)


@dataclass(slots=True, kw_only=True)
class ParagraphSight:
    """How the text of one paragraph is seen, run by run."""

    styles: Styles
    colours: Colours
    table: Properties
    paragraph: Properties
    behind: Backdrop
    gone: LeftOutReason | None
    height: float
    _plain: Seen | None = None

    def of_run(self, properties: Element | None, over: Element | None = None) -> Seen:
        """Return whether a run with these ``w:rPr`` is seen; ``over`` is laid over them."""
        if self.gone is not None:
            return Seen(self.gone)
        if properties is None and over is None:
            self._plain = self._plain or self._look({}, self.styles.run("", "character"))
            return self._plain
        own = {**run_properties(properties), **run_properties(over)}
        return self._look(own, self.styles.run(value(properties, "rStyle"), "character"))

    def styled_font(self, properties: Element | None) -> str:
        """Return the font that styles give a run; "" when they name none."""
        letters = self.styles.run(value(properties, "rStyle"), "character")
        layers = (letters, self.paragraph, self.table, self.styles.default_run)
        return fonts_said(_first(layers, "rFonts"))[0]

    def _look(self, own: Properties, letters: Properties) -> Seen:
        styles = (letters, self.paragraph, self.table)
        layers = (own, *styles, self.styles.default_run)
        if self._switched("vanish", own, styles):
            return Seen(LeftOutReason.HIDDEN)
        struck = _first(layers, "dstrike")
        if self._switched("strike", own, styles) or (struck is not None and is_on(struck)):
            return Seen(LeftOutReason.STRUCK)
        if _size(layers) < _SMALLEST:
            return Seen(LeftOutReason.SMALL)
        raised = _raised(layers)
        if raised > self.height:
            return Seen(LeftOutReason.OFF_PAGE)
        seen = self._against_background(layers)
        return Seen(doubt=UNTOLD) if seen == Seen() and raised > _MOVED else seen

    def _switched(self, name: str, own: Properties, styles: tuple[Properties, ...]) -> bool:
        """Tell whether a switch is on that styles turn over (ECMA-376 Part 1, 17.7.3)."""
        if name in own:
            return is_on(own[name])
        turned = sum(is_on(said[name]) for said in styles if name in said) % 2 == 1
        default = self.styles.default_run.get(name)
        return turned or (default is not None and is_on(default))

    def _against_background(self, layers: tuple[Properties, ...]) -> Seen:
        own, default = self._filled(_first(layers, "textFill"))
        if own is not None:
            return own
        colour = default or self.colours.of_text(_first(layers, "color"))
        if colour is None:
            return Seen()
        behind = self.behind
        for shade in (
            self.colours.of_highlight(_first(layers, "highlight")),
            self.colours.of_shading(_first(layers, "shd")),
        ):
            if shade is not None:
                behind = Backdrop(shade)
                break
        if is_same_colour(colour, behind.colour):
            return Seen(LeftOutReason.COLOUR) if behind.is_sure else Seen(doubt=DOUBT_FAINT)
        faint = behind.is_sure and is_faint(colour, behind.colour)
        return Seen(doubt=DOUBT_FAINT) if faint else Seen()

    def _filled(self, fill: Element | None) -> tuple[Seen | None, Colour | None]:
        """Return whether letters are filled with nothing, or the colour they are filled with."""
        if fill is None:
            return None, None
        if fill.find(f"{W14}noFill") is not None:
            return Seen(LeftOutReason.INVISIBLE), None
        solid = fill.find(f"{W14}solidFill")
        colour = solid[0] if solid is not None and len(solid) else None
        if colour is None:
            return None, None
        alpha = colour.find(f"{W14}alpha")
        clear = decimal_number(alpha.get(f"{W14}val"), most=_SOLID) if alpha is not None else 0.0
        if clear >= 0.95 * _SOLID:
            return Seen(LeftOutReason.INVISIBLE), None
        name = colour.get(f"{W14}val")
        return None, hex_colour(name) or self.colours.theme(name or "")


def shape_colour(properties: Element | None, colours: Colours) -> Backdrop | None:
    """Return what a shape lays behind its text by its ``wps:spPr``; None when that is not said."""
    for child in properties if properties is not None else ():
        if child.tag == f"{A}noFill":
            return Backdrop(is_sure=False)
        if child.tag == f"{A}solidFill" and len(child):
            colour = hex_colour(child[0].get("val")) or colours.theme(child[0].get("val", ""))
            return Backdrop(colour or BLACK, is_sure=colour is not None and not len(child[0]))
        if child.tag in (f"{A}gradFill", f"{A}blipFill", f"{A}pattFill", f"{A}grpFill"):
            return Backdrop(is_sure=False)
    return None


def _first(layers: tuple[Properties, ...], name: str) -> Element | None:
    return next((said[name] for said in layers if name in said), None)


def _size(layers: tuple[Properties, ...]) -> float:
    """Return the size at which letters stand, in points, as wide as they are drawn."""
    said = _first(layers, "sz")
    size = points(said.get(f"{W}val"), 0.5) if said is not None else None
    scale = _first(layers, "w")
    share = 1.0
    if scale is not None:
        number = (scale.get(f"{W}val") or "").removesuffix("%")
        share = decimal_number(number, most=600, default=100) / 100
    return (_USUAL_SIZE if size is None else size) * share


def _raised(layers: tuple[Properties, ...]) -> float:
    """Return how far letters stand from their line, up or down, in points."""
    said = _first(layers, "position")
    return abs(points(said.get(f"{W}val"), 0.5) or 0.0) if said is not None else 0.0


def _attribute(layers: tuple[Properties, ...], name: str, *attributes: str) -> float:
    """Return a length that the last of some layers gives, 0 when none does."""
    for layer in reversed(layers):
        for attribute in attributes:
            said = layer[name].get(f"{W}{attribute}") if name in layer else None
            length = points(said)
            if length is not None:
                return length
    return 0.0


def _squeezed(layers: tuple[Properties, ...]) -> LeftOutReason | None:
    """Return the reason when lines are no higher than a hair: Word cuts off what sticks out."""
    rules: Mapping[str, str] = {}
    for layer in layers:
        rules = {**rules, **layer["spacing"].attrib} if "spacing" in layer else rules
    if rules.get(f"{W}lineRule") != "exact":
        return None
    height = points(rules.get(f"{W}line"))
    return LeftOutReason.SMALL if height is not None and 0 < height < _SMALLEST else None
