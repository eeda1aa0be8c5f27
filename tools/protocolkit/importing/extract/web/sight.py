"""Whether a reader of a printed web page sees an element: hidden, struck, off the page, small."""

from __future__ import annotations

from collections.abc import Collection
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
from protocolkit.importing.extract.web.colours import Found
from protocolkit.importing.extract.web.css import StyleSheets, with_custom
from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.elements import BLOCKS, LINES
from protocolkit.importing.extract.web.lengths import number, points
from protocolkit.importing.extract.web.paint import (
    coloured,
    is_drawn_around,
    opacity_of,
    what_is_behind,
)
from protocolkit.importing.extract.web.places import (
    cuts,
    gone_by_place,
    in_line,
    is_flat_grid,
    is_hiding,
    is_indented_off,
    is_moved,
    may_be_cut,
    may_be_gone,
)
from protocolkit.importing.extract.web.struck import is_lined, is_struck
from protocolkit.importing.source.doubts import ELSEWHERE, FOLDED, MADE_BY_STYLE, STRUCK, UNTOLD
from protocolkit.reading.words_left_out import LeftOutReason

_USUAL = 12.0
_SMALLEST = 1.0
# Letters of a page whose own size is smaller may come out as small by other units.
_TINY = 4.0
_CLEAR = 0.03
# What is too large among these belongs to the window and not to the page.
_WINDOW = ("html", "body")
_LISTS = {"ol": "decimal", "ul": "disc", "menu": "disc", "dir": "disc"}
_PLACES = frozenset(("inside", "outside"))
_UNORDERED = frozenset(("0", "initial", "unset", "inherit", "revert"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How an element is printed. ``gone`` is why nobody sees what stands in it.

    ``is_hidden`` is a hiding that an element inside may undo; ``is_unsure`` says that nobody may
    see it, by a rule of which it cannot be told whether it counts on paper, or what it does;
    ``is_folded`` that a reader must open what it stands in;
    ``custom`` are the values that the style sheets keep under names of their own, ``defined`` all
    such names of the page; ``fill`` is what
    letters are filled with instead of ``colour``, as written, ``share`` how much of that shows, and
    ``is_drawn_around`` whether they have a shadow or an edge; ``size`` is in points before it is
    enlarged by ``zoom``; ``opacity`` goes from 0 to 1; ``is_indented_off`` says that the first line
    stands off the page, ``is_cutting`` that what sticks out is not printed, ``is_flat_grid`` that
    it has no room for what it holds; ``place`` is what is in doubt for where it stands,
    ``display`` how the element itself is set, ``marker`` what
    the items of a list get.
    """

    gone: LeftOutReason | None = None
    is_hidden: bool = False
    is_unsure: bool = False
    is_folded: bool = False
    colour: Colour | None = BLACK
    fill: str = ""
    behind: Backdrop = field(default_factory=Backdrop)
    size: float = _USUAL
    zoom: float = 1.0
    opacity: float = 1.0
    share: float = 1.0
    is_drawn_around: bool = False
    is_indented_off: bool = False
    is_cutting: bool = False
    is_flat_grid: bool = False
    display: str = ""
    marker: str = ""
    place: Marked | None = None
    custom: Declarations = field(default_factory=dict)
    defined: Collection[str] = ()

    @property
    def reason(self) -> LeftOutReason | None:
        """Why the text that stands right here is not seen."""
        if self.gone is not None or self.is_hidden:
            return self.gone or LeftOutReason.HIDDEN
        if self.size * self.zoom < _SMALLEST:
            return LeftOutReason.SMALL
        if self.is_indented_off:
            return LeftOutReason.OFF_PAGE
        if self.opacity <= _CLEAR:
            return LeftOutReason.INVISIBLE
        return None if self.is_drawn_around else self._unseen_by_colour

    @property
    def _unseen_by_colour(self) -> LeftOutReason | None:
        if self.share <= _CLEAR:
            return LeftOutReason.INVISIBLE
        if self.colour is None or not self.behind.is_sure:
            return None
        return LeftOutReason.COLOUR if is_same_colour(*self._colours(self.colour)) else None

    def _colours(self, colour: Colour) -> tuple[Colour, Colour]:
        """Return the colour in which letters come out, and the one behind them."""
        behind = self.behind.colour
        return mixed(behind, colour, self.share * self.opacity), behind

    @property
    def doubt(self) -> Marked | None:
        """What is in doubt about the text that stands right here."""
        if self.is_folded:
            return FOLDED
        if self.is_unsure:
            return UNTOLD
        if self.place is not None:
            return self.place
        if self._unseen_by_colour is not None:
            return DOUBT_FAINT
        if self.colour is None:
            return None
        colours = self._colours(self.colour)
        is_unseen = is_faint(*colours) if self.behind.is_sure else is_same_colour(*colours)
        return DOUBT_FAINT if is_unseen else None


def shown(element: Element, above: Shown, sheets: StyleSheets) -> Shown:
    """Return how an element is printed inside one that is printed so."""
    sure, perhaps = sheets.of(element)
    found = _shown(element, above, sure)
    others = [{**perhaps, **moment} for moment in sheets.moments(perhaps)]
    if found.gone is LeftOutReason.STRUCK and above.gone is None and _is_parted(element, sheets):
        found = replace(found, gone=None, is_unsure=True)
    if found.reason is not None:
        # what moves may be seen at last
        seen = (_shown(element, above, other) for other in others)
        return next((replace(s, is_unsure=True) for s in seen if s.reason is None), found)
    if perhaps is not sure:
        others.append(perhaps)
    if part := sheets.of_a_part(element):
        others.append({**perhaps, **part})
        if any(name.startswith("margin") and "-" in value for name, value in part.items()):
            return replace(found, is_unsure=True)
    is_unsure = any(_shown(element, above, other).reason is not None for other in others)
    return replace(found, is_unsure=True) if is_unsure else found


def _shown(element: Element, above: Shown, said: Declarations) -> Shown:
    own = {name: value for name, value in said.items() if name.startswith("--")}
    custom = {**above.custom, **own} if own else above.custom
    said, is_told = with_custom(said, custom, above.defined)
    if _is_inline(element, said) and not any(name in above.display for name in ("flex", "grid")):
        said = in_line(said)
    size = _size(said, above.size)
    opacity = above.opacity * opacity_of(said)
    fill, found = _letters(element, said, above)
    behind, is_told_behind = what_is_behind(element, said, above.behind, found.colour)
    is_told = is_told and found.is_told and is_told_behind
    gone = above.gone or _gone(element, said, size)
    is_boxed = said.get("display") != "contents"
    if gone is None and is_boxed and is_struck(str(element.tag), said, behind):
        gone = LeftOutReason.STRUCK
    is_tiny = element.tag == "html" and size < _TINY
    return replace(
        above,
        gone=gone,
        is_hidden=_is_hidden(said.get("visibility", ""), above),
        is_unsure=not is_told or is_tiny or _may_be_unseen(element, above, said, size),
        colour=found.colour,
        fill=fill,
        behind=behind,
        size=size,
        zoom=_zoom(said, above.zoom),
        opacity=opacity,
        share=found.share,
        is_drawn_around=is_drawn_around(said, above.is_drawn_around),
        is_indented_off=is_indented_off(said, size, above.is_indented_off),
        is_cutting=above.is_cutting or (element.tag not in _WINDOW and cuts(said, size)),
        is_flat_grid=is_flat_grid(said),
        display=said.get("display", ""),
        marker=_marker(element, said, above.marker),
        custom=custom,
    )


def _letters(element: Element, said: Declarations, above: Shown) -> tuple[str, Found]:
    """Return with what letters are filled, and the colour that they get by that."""
    fill = said.get("-webkit-text-fill-color", "inherit")
    fill = above.fill if fill in ("inherit", "unset", "revert") else fill
    around = Found(above.colour, above.share)
    own = "" if fill in ("currentcolor", "initial") else fill
    return fill, coloured(element, said, around, own)


def _zoom(said: Declarations, above: float) -> float:
    zoom = number(said.get("zoom"), 1.0)
    return above * zoom if zoom > 0 else above


def _may_be_unseen(element: Element, above: Shown, said: Declarations, size: float) -> bool:
    """Tell whether a reader may not see an element where it is, by what is said of it or around."""
    return (
        above.is_unsure
        # a screen shows nothing of what a closed grid holds, and paper does
        or (above.is_flat_grid and (is_hiding(said) or "min-height" in said))
        or may_be_gone(said, size)
        or (above.is_cutting and is_moved(said, size))
        or (element.tag not in _WINDOW and may_be_cut(said, size, element))
    )


def _is_parted(element: Element, sheets: StyleSheets) -> bool:
    """Tell whether a line through the words of an element leaves out some of them.

    It does not go through what stands in a box of its own, or out of its place.
    """
    return any(
        said.get("display", "").startswith("inline-")
        or said.get("float") in ("left", "right")
        or said.get("position") in ("absolute", "fixed")
        for inside in element.iterdescendants()
        if isinstance(inside.tag, str) and (said := sheets.of(inside)[0])
    )


def _is_hidden(visibility: str, above: Shown) -> bool:
    if visibility in ("", "inherit", "unset", "revert", "revert-layer"):
        return above.is_hidden
    return visibility in ("hidden", "collapse")


def _marker(element: Element, said: Declarations, above: str) -> str:
    """Return what the items of a list get: a list forgets what is said of the lists around it."""
    written = said.get("list-style-type", "")
    if not written and "list-style" in said:
        words = [word for word in words_apart(said["list-style"]) if word not in _PLACES]
        written = next((word for word in words if not word.startswith("url(")), "")
        written = written or ("" if words else "disc")
    if written in ("inherit", "unset"):
        return above
    if written in ("initial", "revert", "revert-layer"):
        return "disc" if written == "initial" else _LISTS.get(element.tag, above)
    return written or _LISTS.get(element.tag, above)


def about(element: Element, seen: Shown, sheets: StyleSheets) -> Marked | None:
    """Return what is in doubt about an element besides its own looks, when it is seen."""
    if seen.reason is not None:
        return None
    said, _ = sheets.of(element)
    if is_lined(said, seen.size):
        return STRUCK
    if any(map(str.isalnum, said.get("hyphenate-character", "auto").removeprefix("auto"))):
        return MADE_BY_STYLE
    is_below = "bottom" in said.get("caption-side", "") and element.tag in ("table", "caption")
    is_turned = is_below or "reverse" in said.get("flex-direction", "") + said.get("flex-flow", "")
    is_turned = is_turned or _is_grouped_elsewhere(element, said.get("display", ""))
    return ELSEWHERE if is_turned or said.get("order", "0").strip("-") not in _UNORDERED else None


def _is_grouped_elsewhere(element: Element, display: str) -> bool:
    """Tell whether an element is set above or below those that stand before or after it."""
    is_below = display == "table-footer-group" and element.getnext() is not None
    return is_below or (display == "table-header-group" and element.getprevious() is not None)


def _gone(element: Element, said: Declarations, size: float) -> LeftOutReason | None:
    is_found = (element.get("hidden") or "").strip().lower() == "until-found"
    is_closed = element.get("hidden") is not None and not is_found
    is_closed = is_closed or element.get("popover") is not None
    if said.get("display", "none" if is_closed else "") == "none":
        return LeftOutReason.HIDDEN
    is_skipped = is_found or said.get("content-visibility") == "hidden"
    if is_skipped and not _is_inline(element, said):
        return LeftOutReason.HIDDEN
    return gone_by_place(said, size)


def _is_inline(element: Element, said: Declarations) -> bool:
    """Tell whether an element is set in a line of text."""
    display = said.get("display", "")
    return display == "inline" or (not display and element.tag not in BLOCKS | LINES)


def _size(said: Declarations, above: float) -> float:
    written = said.get("font-size", "")
    if not written and "font" in said:
        words = (word.partition("/")[0] for word in words_apart(said["font"]))
        written = next((word for word in words if _is_size(word)), "")
    if written == "initial":
        return _USUAL
    length = points(written, above, share_of=above)
    return above if length is None else length


def _is_size(word: str) -> bool:
    """Tell whether a word of ``font`` is a size: a number alone is how thick letters are."""
    length = points(word, 1.0)
    return length is not None and (not length or not word.replace(".", "").isdigit())
