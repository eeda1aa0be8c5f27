"""What an element of a web page hands on to what stands in it: letters, lines, order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import number, points
from protocolkit.importing.extract.web.usual_styles import display_of, size_of

BOTTOM, BEHIND, BLOCK, FLOAT, LINES, PLACED, ABOVE, AROUND = (
    -2.0,
    -1.0,
    0.0,
    1.0,
    2.0,
    3.0,
    4.0,
    5.0,
)
"""The steps in which what stands together is painted (CSS 2.1, appendix E)."""

LINE = 1.2
"""How high a line is by itself, in parts of the size of its letters."""

Order = tuple[tuple[float, float, float], ...]
"""When something is painted, the larger the later: step, layer and place, from the page inwards."""

_ALIGNED = {"right": 1.0, "end": 1.0, "center": 0.5}
_APART = ("transform", "rotate", "scale", "translate", "filter", "isolation")


@dataclass(slots=True)
class Counts:
    """Hands out places in the order of the page, and names for what leaves its flow."""

    order: int = 0
    groups: int = 0

    def place(self) -> float:
        """Return the next place in the order of the page."""
        self.order += 1
        return float(self.order)

    def group(self) -> int:
        """Return a name for something that leaves the flow."""
        self.groups += 1
        return self.groups


@dataclass(frozen=True, slots=True)
class Around:
    """What holds around an element; ``size``, ``line`` and ``raised`` are in points.

    ``align`` is which part of what is free goes before a line, ``tab`` how many letters a tab is.
    ``group`` is nought in the flow of the page, else the name of what left it; ``context`` is the
    order of the layer that everything inside is painted in, ``order`` that of the element itself.
    """

    size: float = 12.0
    line: float = 12.0 * LINE
    is_one_line: bool = False
    keeps_lines: bool = False
    is_unseen: bool = False
    indent: str = ""
    raised: float = 0.0
    align: float = 0.0
    tab: float = 8.0
    group: int = 0
    context: Order = ()
    order: Order = ()
    custom: Declarations = field(default_factory=dict)


def surrounded(
    tag: str, said: Declarations, above: Around, counts: Counts, *, is_item: bool = False
) -> Around:
    """Return what holds in an element; ``is_item`` says that it is one of a row or a grid."""
    zoom = max(number(said.get("zoom"), 1.0), 0.0) or 1.0
    size = size_of(tag, said, above.size) * zoom
    space = said.get("white-space", said.get("text-wrap", ""))
    seen = said.get("visibility", "inherit")
    line = _line(said, size, above)
    space = space or {"pre": "pre", "nobr": "nowrap"}.get(tag, "")
    align = said.get("text-align", "center" if tag in ("center", "th", "caption") else "")
    around = replace(
        above,
        size=size,
        line=line,
        is_one_line=space in ("nowrap", "pre") if space else above.is_one_line,
        align=_ALIGNED.get(align.removeprefix("-webkit-"), 0.0) if align else above.align,
        tab=number(said.get("tab-size", said.get("-moz-tab-size")), above.tab),
        keeps_lines=space.startswith("pre") if space else above.keeps_lines,
        is_unseen=above.is_unseen if seen == "inherit" else seen != "visible",
        indent=said.get("text-indent", above.indent),
        raised=above.raised + (points(said.get("vertical-align"), size, share_of=line) or 0.0),
    )
    is_whole = is_item or display_of(tag, said).startswith("inline-")
    return _in_order(said, around, counts, is_item=is_item, is_whole=is_whole)


def _line(said: Declarations, size: float, above: Around) -> float:
    written = said.get("line-height", "")
    if written.replace(".", "").isdigit():
        return number(written, LINE) * size
    length = points(written, size, share_of=size)
    if length is not None:
        return max(length, 0.0)
    return size * LINE if written == "normal" or not above.size else above.line * size / above.size


def _in_order(
    said: Declarations, around: Around, counts: Counts, *, is_item: bool, is_whole: bool
) -> Around:
    """Return the same with the place in the order of painting that a style gives.

    ``is_whole`` says that it is painted at once, with its background, where it stands.
    """
    layer = said.get("z-index", "auto")
    is_placed = said.get("position", "static") not in ("static", "initial", "unset")
    is_apart = number(said.get("opacity"), 1.0) < 1.0 or any(
        said.get(name, "none") not in ("none", "auto") for name in _APART
    )
    is_placed = is_placed or (is_item and layer != "auto")
    if not (is_placed or is_apart):
        if is_whole:
            return replace(around, order=(*around.order, (LINES, 0.0, counts.place())))
        if said.get("float") in ("left", "right"):
            return replace(around, order=(*around.order, (FLOAT, 0.0, counts.place())))
        return around
    height = number(layer, 0.0) if is_placed and layer != "auto" else 0.0
    step = PLACED if not height else ABOVE if height > 0 else BEHIND
    order = (*around.context, (step, height, counts.place()))
    is_context = is_apart or layer != "auto" or said.get("position") == "fixed"
    group = counts.group() if step == BEHIND else around.group
    context = order if is_context else around.context
    return replace(around, order=order, context=context, group=group)
