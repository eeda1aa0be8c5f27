"""Whether a reader of a printed Word page sees a text: hidden, struck, in its own background.

What decides is resolved as Word does: the defaults of the file, the style of the table with what
it does to rows and columns, of the paragraph, of the letters, and then what is said on the spot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.colours import (
    BLACK,
    DOUBT_FAINT,
    Backdrop,
    Colour,
    is_faint,
    is_same_colour,
    mixed,
)
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.fills import filled
from protocolkit.importing.extract.word.package import W
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
_CLEAR = 0.05
# A line lower than this, or letters nearer to each other, in parts of the size, cannot be read.
_LOW_LINE, _TIGHT = 0.5, 0.4
# A frame that is smaller than this, in points, has no room for a word.
_FRAME = 8.0
_EDGED = ("emboss", "imprint", "shadow")
_COMPLEX = ("cs", "rtl")
# The most that a frame is high, in points, where the file does not say how high.
_LINES = 144.0
# Text that is moved further than this from its line may stand over or under others, in points.
_MOVED = 72.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a paragraph stands.

    ``run`` and ``paragraph`` are what its table says of text, ``behind`` is what shows behind it;
    ``gone`` is why nothing in that place is text, where that is so; ``is_unsure`` says that there
    may be no room for it. ``elsewhere`` are content controls that show what stands elsewhere.
    """

    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)
    behind: Backdrop = field(default_factory=Backdrop)
    gone: LeftOutReason | None = None
    is_unsure: bool = False
    is_contents: bool = False
    elsewhere: frozenset[Element] = frozenset()

    def within(self, element: Element) -> Surroundings:
        """Return the surroundings inside a content control, a row or a cell."""
        around = (element, *element.iterancestors()) if self.elsewhere else ()
        is_elsewhere = any(one in self.elsewhere for one in around)
        return replace(self, is_unsure=True) if is_elsewhere else self


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

    def of_paragraph(
        self,
        properties: Element | None,
        around: Surroundings,
        listed: Element | None = None,
    ) -> ParagraphSight:
        """Return how the text of a paragraph is seen that has these ``w:pPr``.

        ``listed`` are those that its list gives its items.
        """
        style = value(properties, "pStyle")
        layers = (
            self._styles.default_paragraph,
            around.paragraph,
            self._styles.paragraph(style),
            paragraph_properties(listed),
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
            is_unsure=around.is_unsure or self._is_unsure(layers),
            line=_line_height(layers),
            height=self._height,
        )

    def _is_unsure(self, layers: tuple[Properties, ...]) -> bool:
        """Tell whether a part of a paragraph may be on no page, or in a frame without room."""
        begins = _begin(layers)
        tabs = _first(layers[::-1], "tabs")
        places = [points(tab.get(f"{W}pos")) or 0.0 for tab in (tabs if tabs is not None else ())]
        return _is_tight_frame(layers) or any(self.is_off(place) for place in (begins, *places))

    def is_off(self, left: float, top: float = 0.0) -> bool:
        """Tell whether what begins there, in points from a margin, is on no page."""
        return not (-self._width < left < self._width and -self._height < top < self._height)

    def _beyond(self, layers: tuple[Properties, ...]) -> LeftOutReason | None:
        left = _attribute(layers, "ind", "left", "start")
        across = _attribute(layers, "framePr", "x")
        down = _attribute(layers, "framePr", "y")
        is_off = self.is_off(left) and self.is_off(_begin(layers))
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
    is_unsure: bool
    line: float | None
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
        if self.styles.switched("vanish", own, styles):
            return Seen(LeftOutReason.HIDDEN)
        if self.styles.is_struck(own, styles):
            return Seen(LeftOutReason.STRUCK)
        if _size(layers) < _SMALLEST:
            return Seen(LeftOutReason.SMALL)
        raised = _raised(layers)
        if raised > self.height:
            return Seen(LeftOutReason.OFF_PAGE)
        seen = self._against_background(layers)
        if seen.gone is not None and any(
            name in said and is_on(said[name]) for said in layers for name in _EDGED
        ):
            return Seen(doubt=DOUBT_FAINT)
        is_unsure = self.is_unsure or raised > _MOVED or self._is_squeezed(layers)
        return Seen(doubt=UNTOLD) if seen == Seen() and is_unsure else seen

    def _is_squeezed(self, layers: tuple[Properties, ...]) -> bool:
        """Tell whether letters may stand over each other, or be cut off."""
        size = _size(layers)
        spacing, fit = _first(layers, "spacing"), _first(layers, "fitText")
        apart = points(spacing.get(f"{W}val")) if spacing is not None else None
        room = points(fit.get(f"{W}val")) if fit is not None else None
        is_low = self.line is not None and self.line < _LOW_LINE * size
        complex_size = _first(layers, "szCs")
        is_complex = any(name in said and is_on(said[name]) for said in layers for name in _COMPLEX)
        high = points(complex_size.get(f"{W}val"), 0.5) if complex_size is not None else None
        return (
            is_low
            or (apart is not None and apart < -_TIGHT * size)
            or (room is not None and room < size)
            or (is_complex and high is not None and high < _SMALLEST)
        )

    def _against_background(self, layers: tuple[Properties, ...]) -> Seen:
        fill = filled(_first(layers, "textFill"), self.colours)
        is_outlined = _first(layers, "textOutline") is not None
        if fill.share <= _CLEAR:
            return Seen(doubt=DOUBT_FAINT) if is_outlined else Seen(LeftOutReason.INVISIBLE)
        colour = fill.colour or self.colours.of_text(_first(layers, "color"))
        highlight = self.colours.of_highlight(_first(layers, "highlight"))
        if colour is None:
            # Word turns what has no colour of its own on a dark shade white, and not on a highlight
            is_dark = highlight is not None and is_same_colour(BLACK, highlight)
            return Seen(doubt=DOUBT_FAINT) if is_dark else Seen()
        behind = self.behind
        for shade in (highlight, self.colours.of_shading(_first(layers, "shd"))):
            if shade is not None:
                behind = Backdrop(shade)
                break
        return _seen(mixed(behind.colour, colour, fill.share), behind)


def _seen(colour: Colour, behind: Backdrop) -> Seen:
    """Return whether text in a colour is seen on what is behind it."""
    if is_same_colour(colour, behind.colour):
        return Seen(LeftOutReason.COLOUR) if behind.is_sure else Seen(doubt=DOUBT_FAINT)
    if behind.bare is not None and is_same_colour(colour, behind.bare):
        return Seen(doubt=DOUBT_FAINT)
    faint = behind.is_sure and is_faint(colour, behind.colour)
    return Seen(doubt=DOUBT_FAINT) if faint else Seen()


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


def _begin(layers: tuple[Properties, ...]) -> float:
    """Return where the first line begins, in points from the margin."""
    left = _attribute(layers, "ind", "left", "start")
    first = _attribute(layers, "ind", "firstLine")
    return left + first - _attribute(layers, "ind", "hanging")


def _is_tight_frame(layers: tuple[Properties, ...]) -> bool:
    """Tell whether a paragraph stands in a frame that has no room for a word."""
    frame = _first(layers[::-1], "framePr")
    if frame is None or frame.get(f"{W}hRule") != "exact":
        return False
    wide, high = _attribute(layers, "framePr", "w"), _attribute(layers, "framePr", "h")
    return high < _FRAME or 0 < wide < _FRAME


def _line_height(layers: tuple[Properties, ...]) -> float | None:
    """Return how high each line is, in points, None when that is not fixed."""
    rules: Mapping[str, str] = {}
    for layer in layers:
        rules = {**rules, **layer["spacing"].attrib} if "spacing" in layer else rules
    return points(rules.get(f"{W}line")) if rules.get(f"{W}lineRule") == "exact" else None


def _squeezed(layers: tuple[Properties, ...]) -> LeftOutReason | None:
    """Return the reason when lines are no higher than a hair: Word cuts off what sticks out."""
    height = _line_height(layers)
    return LeftOutReason.SMALL if height is not None and 0 < height < _SMALLEST else None
