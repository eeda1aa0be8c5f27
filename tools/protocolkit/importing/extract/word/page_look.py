"""The pages of a Word file: their size, whether they have room for text, and their colour."""

from __future__ import annotations

from protocolkit.importing.extract.shared.colours import WHITE, Backdrop
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.word.colours import Colours
from protocolkit.importing.extract.word.covers import lies_behind
from protocolkit.importing.extract.word.package import W
from protocolkit.importing.extract.word.properties import (
    is_on,
    points,
)

# The paper that Word itself takes where a file names none: A4, in points.
_WIDTH, _HEIGHT = 595.0, 842.0
# Less than this between the margins of a page has no room for text, in points.
_NO_ROOM = 30.0


def page_size(body: Element) -> tuple[float, float]:
    """Return the width and height of the largest page in points."""
    sizes = list(body.iter(f"{W}pgSz"))
    width = max((points(size.get(f"{W}w")) or 0.0 for size in sizes), default=0.0)
    height = max((points(size.get(f"{W}h")) or 0.0 for size in sizes), default=0.0)
    return width or _WIDTH, height or _HEIGHT


def has_no_room(body: Element) -> bool:
    """Tell whether the margins of a page, or its size, leave no room for text."""
    for section in body.iter(f"{W}sectPr"):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        for side, ends in (("w", ("left", "right")), ("h", ("top", "bottom"))):
            whole = points(size.get(f"{W}{side}")) if size is not None else None
            taken = [points(margins.get(f"{W}{end}")) or 0.0 for end in ends if margins is not None]
            whole = (_WIDTH if side == "w" else _HEIGHT) if whole is None else whole
            if whole - sum(map(abs, taken)) < _NO_ROOM:
                return True
    return False


def page_colour(root: Element, settings: Element | None, colours: Colours) -> Backdrop:
    """Return the colour of the page, which a printer may leave out.

    It is not sure where a picture lies on the page, or a filled drawing behind its text.
    """
    is_plain = not any(map(lies_behind, root.iter(f"{W}drawing", f"{W}pict")))
    background = root.find(f"{W}background")
    shown = settings.find(f"{W}displayBackgroundShape") if settings is not None else None
    if background is None or shown is None or not is_on(shown):
        return Backdrop(WHITE, is_sure=is_plain)
    colour = colours.of_page(background)
    is_sure = is_plain and not len(background)
    return Backdrop(colour or WHITE, is_sure=is_sure, bare=WHITE)
