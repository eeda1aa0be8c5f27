"""The margins of a page of an organisation's own Word file, as far as ours can follow them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protocolkit.base.messages import Message, mark, message
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.package import W
from protocolkit.paper.house.letterhead import PAGE_HEIGHT, PAGE_WIDTH

Tell = Callable[[Message], None]

LABEL_MARGIN = 44.0
"""The least margin beside the text, in millimetres: the labels of clauses stand in it."""
_LEFT = mark("the left margin: it is {least} cm, for the labels of the clauses")
_MM_PER_TWIP = 25.4 / 1440
_LEAST, _MOST = 10.0, 70.0
_WIDEST_SIDE = 50.0
_SAME = 1.0
_EDGE = 12.5
_OFF_EDGE = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Millimetres; 0 where a file says nothing of use. ``left`` is that of its own lines."""

    top: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    left: float = 25.0
    above_head: float = _EDGE
    below_foot: float = _EDGE


NO_MARGINS = Margins()


def read_margins(section: Element | None, tell: Tell) -> Margins:
    """Return the margins that a section's properties (``w:sectPr``) give."""
    found = section.find(f"{W}pgMar") if section is not None else None
    if section is None or found is None:
        return NO_MARGINS
    _check_size(section.find(f"{W}pgSz"), tell)
    sides = {name: _millimetres(found, name) for name in ("top", "bottom", "right", "left")}
    if not 0 < sides["left"] + sides["right"] < PAGE_WIDTH - _WIDEST_SIDE:
        tell(message(mark("margins that leave no room for the text")))
        return NO_MARGINS
    if sides["left"] < LABEL_MARGIN - _SAME:
        least = f"{LABEL_MARGIN / 10:.1f}".replace(".", ",")
        tell(message(_LEFT, least=least))
    return Margins(
        top=_bounded(sides["top"], _MOST),
        bottom=_bounded(sides["bottom"], _MOST),
        right=_bounded(sides["right"], _WIDEST_SIDE),
        left=max(sides["left"], _OFF_EDGE),
        above_head=_edge(found, "header"),
        below_foot=_edge(found, "footer"),
    )


def _check_size(size: Element | None, tell: Tell) -> None:
    wanted = {"w": PAGE_WIDTH, "h": PAGE_HEIGHT}
    if size is not None and any(
        abs(_millimetres(size, name) - side) > _OFF_EDGE for name, side in wanted.items()
    ):
        tell(message(mark("the size of the page: it is A4, upright")))


def _bounded(margin: float, most: float) -> float:
    return min(max(margin, _LEAST), most)


def _edge(found: Element, name: str) -> float:
    value = _millimetres(found, name)
    return min(max(value, _OFF_EDGE), _MOST) if value else _EDGE


def _millimetres(found: Element, name: str) -> float:
    """Return a measure; a negative margin, which a letterhead cannot push down, is one too."""
    return round(abs(twips(found.get(f"{W}{name}"))) * _MM_PER_TWIP, 1)


def twips(text: str | None) -> int:
    """Return a whole number of an attribute, 0 when it is none or beyond any page."""
    try:
        value = int(float(text or "0"))
    except (ValueError, OverflowError):
        return 0
    return value if abs(value) < 100_000 else 0
