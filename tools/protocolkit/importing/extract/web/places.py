"""Where a style sheet puts an element and how large: off the page, to nothing, over text.

Lengths are in points. What cannot be worked out, and may hide words, is answered as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import PIXEL, is_untold, number, points
from protocolkit.importing.extract.web.masks import is_masked_away
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.text.bounded_numbers import decimal_number

# What begins further away than this stands on no page, or on one that nobody looks for.
_FAR, _FAR_DOWN = -400.0, 5_000.0
# From here to the right little of the width of a page is left.
_FAR_ASIDE = 450.0
_FUNCTION = re.compile(
    r"([a-z0-9]{1,20})\(((?:[^()]|\((?:[^()]|\([^()]{0,100}\)){0,100}\)){0,200})\)"
)
_BARE = re.compile(r"[+-]?0*\.?0*[1-9][0-9.]{0,20}")
_CUTTING = frozenset(("hidden", "clip", "auto", "scroll"))
_OVERFLOWS = ("overflow", "overflow-x", "overflow-y", "overflow-block", "overflow-inline")
_CONTAINING = frozenset(("paint", "content", "strict"))
_NO_ROOM = frozenset(("0fr", "0", "0px"))
# How wide a letter is taken to be, and how high a line, in parts of the size; a page in points.
_WIDE_LETTER, _LINE, _USUAL_WIDTH = 0.6, 1.2, 500.0
_PLACED = frozenset(("absolute", "fixed", "relative", "sticky"))
_SIDES = ("top", "right", "bottom", "left")
_SHIFTS = frozenset(
    "margin-left margin-top padding-left padding-top margin-inline margin-block".split()
)
_LOGICAL = {
    "inset-inline-start": "left",
    "inset-inline-end": "right",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "margin-inline-start": "margin-left",
    "margin-block-start": "margin-top",
}
_DECIDING = (*_SIDES, "font-size", "text-indent", "opacity", "height", "width", "max-height",
             "max-width", "margin-left", "margin-top", "line-height")  # fmt: skip
# Functions of which it is not worked out what they do to the words.
_UNTOLD = frozenset(("matrix", "matrix3d", "rotate3d", "skew", "skewx", "skewy", "perspective"))
# What counts for nothing in a line of text.
_NOT_IN_LINE = frozenset((
    *_OVERFLOWS, "transform", "rotate", "scale", "translate", "width", "height", "max-width",
    "max-height", "min-width", "min-height", "contain", "text-indent", "margin-top", "line-clamp",
    "-webkit-line-clamp", "backface-visibility", "-webkit-backface-visibility",
))  # fmt: skip
_OUT_OF_LINE = frozenset(("absolute", "fixed"))
_SMALLEST = 0.5
_TIGHT, _WIDE, _FLAT, _THICK = -0.4, 200.0, 0.1, 0.12


def in_line(said: Declarations) -> Declarations:
    """Return what counts of a style for an element that is set in a line of text."""
    if said.get("position") in _OUT_OF_LINE or said.get("float") in ("left", "right"):
        return said
    return {name: value for name, value in said.items() if name not in _NOT_IN_LINE}


def gone_by_place(said: Declarations, size: float) -> LeftOutReason | None:
    """Return why a reader does not see an element where it is, None when she may."""
    if _is_shrunk(said, size):
        return LeftOutReason.SMALL
    if any(length < _FAR for length in _moved(said, size)):
        return LeftOutReason.OFF_PAGE
    if is_masked_away(said):
        return LeftOutReason.HIDDEN
    is_on_edge = any(_is_edge(turn) for name, turn in _functions(said) if name in _EDGES)
    return LeftOutReason.HIDDEN if is_on_edge or _is_clipped(said, size) else None


def may_be_gone(said: Declarations, size: float) -> bool:
    """Tell whether a reader may not see an element for what is not worked out here."""
    spaced, apart = (points(said.get(f"{of}-spacing"), size) for of in ("letter", "word"))
    masks = " ".join(value for name, value in said.items() if "mask" in name)
    shown = said.get("filter", "")
    return (
        (spaced is not None and not _TIGHT * size <= spaced <= _WIDE)
        or (apart is not None and not -size <= apart <= _WIDE)
        or number(said.get("font-size-adjust"), 1.0) < _FLAT
        or not {"size", "strict"}.isdisjoint(said.get("contain", "").split())
        or any(is_untold(said.get(name), size) for name in _DECIDING)
        or any(
            _BARE.fullmatch(said.get(name, "")) for name in (*_SIDES, "text-indent", "font-size")
        )
        or "(" in masks
        or said.get("clip-path", "none") not in ("none", "initial", "unset", "inherit")
        or any(word in shown for word in ("blur(", "brightness(", "contrast(", "url(", "invert("))
        or said.get("mix-blend-mode", "normal") != "normal"
        or said.get("zoom") in ("0", "0%")
        or said.get("-webkit-text-security", "none") != "none"
        or "override" in said.get("unicode-bidi", "")
        or "(" in said.get("content", "")
        or said.get("content-visibility") == "hidden"
        or any(said.get(name, "none") != "none" for name in ("offset", "offset-path"))
        or any(name in _UNTOLD for name, _ in _functions(said))
        or len(said.get("rotate", "").split()) > 2
        or _may_show_its_back(said)
        or any(length > _FAR_DOWN for length in _moved(said, size))
        or any(length > _FAR_ASIDE for length in _moved_aside(said, size))
        or any("attr(" in value for name, value in said.items() if name != "content")
        or _is_drowned(said, size)
        or (said.get("line-height") in ("0", "0px") and "hidden" in said.get("overflow", ""))
    )


def _is_drowned(said: Declarations, size: float) -> bool:
    """Tell whether letters may be lost in the lines that are drawn along their edges."""
    words = f"{said.get('-webkit-text-stroke', '')} {said.get('-webkit-text-stroke-width', '')}"
    return any((points(word, size) or 0.0) > _THICK * size for word in words_apart(words))


def _may_show_its_back(said: Declarations) -> bool:
    """Tell whether an element is turned, and its back is not to be seen."""
    backs = (said.get(f"{maker}backface-visibility") for maker in ("", "-webkit-"))
    return "hidden" in backs and any(said.get(one, "none") != "none" for one in _TURNING)


def may_be_cut(said: Declarations, size: float, element: Element) -> bool:
    """Tell whether an element may be too small for its words, and cuts off what sticks out."""
    lines = said.get("line-clamp", said.get("-webkit-line-clamp", "none"))
    if lines != "none":
        return True
    if not is_cutting(said):
        return False
    wide, high = _room(said, size)
    is_turned = said.get("writing-mode", "horizontal-tb") not in ("horizontal-tb", "initial")
    if (is_turned and (wide, high) != (None, None)) or "overflow-clip-margin" in said:
        return True
    if (points(said.get("text-indent"), size) or 0.0) >= (wide or _USUAL_WIDTH):
        return True
    is_one_line = "nowrap" in said.get("white-space", "") or said.get("white-space") == "pre"
    if high is None and not (is_one_line and wide is not None):
        return False
    room = max((wide or _USUAL_WIDTH) / max(size * _WIDE_LETTER, 1.0), 1.0)
    lines_of_room = 1.0 if is_one_line or high is None else max(high // max(size * _LINE, 1.0), 0.0)
    return len("".join(element.itertext()).strip()) > room * lines_of_room


def cuts(said: Declarations, size: float) -> bool:
    """Tell whether an element of a size of its own cuts off what sticks out."""
    return is_cutting(said) and _room(said, size) != (None, None)


def is_moved(said: Declarations, size: float) -> bool:
    """Tell whether an element stands in another place than the text around it."""
    return any(_moved(said, size))


def is_indented_off(said: Declarations, size: float, above: bool) -> bool:
    """Tell whether the first line stands off the page, by what is said here or around."""
    length = length_of(said.get("text-indent"), size)
    return above if length is None else length < _FAR


def is_flat_grid(said: Declarations) -> bool:
    """Tell whether all rows or all columns of a grid have no room of their own."""
    if "grid" not in said.get("display", ""):
        return False
    tracks = (words_apart(said.get(f"grid-template-{side}", "")) for side in ("rows", "columns"))
    return any(words and set(words) <= _NO_ROOM for words in map(list, tracks))


def is_hiding(said: Declarations) -> bool:
    """Tell whether what does not fit in an element is not to be seen."""
    return not {said.get("overflow", ""), said.get("overflow-y", "")}.isdisjoint(("hidden", "clip"))


def is_cutting(said: Declarations) -> bool:
    """Tell whether what sticks out of an element is not to be seen."""
    overflow = " ".join(said.get(name, "") for name in _OVERFLOWS).split()
    contained = said.get("contain", "").split()
    return not (_CUTTING.isdisjoint(overflow) and _CONTAINING.isdisjoint(contained))


def _room(said: Declarations, size: float) -> tuple[float | None, float | None]:
    """Return the width and the height that an element is given, None where it is not."""
    found = []
    for names in (("width", "max-width"), ("height", "max-height")):
        lengths = [_fixed(said.get(name), size) for name in names]
        found.append(min((one for one in lengths if one is not None), default=None))
    return found[0], found[1]


def _fixed(text: str | None, size: float) -> float | None:
    """Return a length that does not depend on what is around, None when it is none."""
    return None if not text or "%" in text else length_of(text, size)


def length_of(text: str | None, size: float) -> float | None:
    """Return a length; a number without a unit is none, but for 0, in any page of today."""
    return None if text and _BARE.fullmatch(text.strip()) else points(text, size)


def moved(said: Declarations, size: float) -> Iterator[float]:
    """Yield how far an element is moved by its place, and by what turns it."""
    if said.get("position") in _PLACED:
        for side, text in sides(said).items():
            for length in _lengths(text, size):
                # what stands far below is printed on a later page
                if side != "bottom":
                    yield length
                if side in ("right", "bottom"):
                    yield -length
        for name in ("inset-inline", "inset-block"):
            yield from _lengths(said.get(name, ""), size)
    yield from _lengths(said.get("translate", ""), size)
    for name, inside in _functions(said):
        if name.startswith("translate"):
            yield from _lengths(inside, size)


def _moved(said: Declarations, size: float) -> Iterator[float]:
    """Yield how far an element is moved, by each way to say so."""
    for name, text in {**_spread(said, "margin-{}", "margin"), **said}.items():
        if _LOGICAL.get(name, name) in _SHIFTS:
            yield from _lengths(text, size)
    yield from moved(said, size)


def _moved_aside(said: Declarations, size: float) -> Iterator[float]:
    """Yield how far an element is moved to the right, by lengths that are no part of its room."""
    texts = [said.get("margin-left", ""), _spread(said, "{}", "margin").get("left", "")]
    if said.get("position") in _PLACED:
        texts.append(sides(said).get("left", ""))
    for moving in (said.get("translate", ""), *_translations(said)):
        texts += list(words_apart(moving))[:1]
    for text in texts:
        if "%" not in text:
            yield from _lengths(text, size)


def _translations(said: Declarations) -> Iterator[str]:
    for name, inside in _functions(said):
        if name in ("translate", "translatex", "translate3d"):
            yield inside.replace(",", " ")


def _lengths(text: str, size: float) -> Iterator[float]:
    for word in words_apart(text):
        length = length_of(word, size)
        if length is not None:
            yield length


def sides(said: Declarations) -> dict[str, str]:
    """Return where the sides of an element are set, as far as that is said."""
    named = {_LOGICAL.get(name, name): text for name, text in said.items()}
    found = {**_spread(said, "{}", "inset"), **named}
    return {side: found[side] for side in _SIDES if found.get(side, "auto") != "auto"}


def _spread(said: Declarations, name: str, short: str) -> dict[str, str]:
    """Return what one property says of four sides."""
    words = list(words_apart(said.get(short, "")))
    if not 0 < len(words) <= len(_SIDES):
        return {}
    places = (0, 1 % len(words), 2 if len(words) > 2 else 0, 3 if len(words) > 3 else 1)
    return {
        name.format(side): words[place % len(words)]
        for side, place in zip(_SIDES, places, strict=True)
    }


def functions(value: str) -> Iterator[tuple[str, str]]:
    """Yield the functions of a value with what stands in them."""
    for found in _FUNCTION.finditer(value):
        yield found[1], found[2]


def _functions(said: Declarations) -> Iterator[tuple[str, str]]:
    """Yield the functions of a transformation with what stands in them."""
    yield from functions(said.get("transform", ""))
    turned = said.get("rotate", "").split()
    if len(turned) == 2 and turned[0] in ("x", "y"):
        yield f"rotate{turned[0]}", turned[1]


_EDGES = frozenset(("rotatex", "rotatey"))
_TURNING = ("transform", "rotate")
_DEGREES = {"deg": 1.0, "rad": 57.29578, "turn": 360.0, "grad": 0.9}
_TURN = re.compile(r"\s*([+-]?[0-9.]{1,40})(deg|rad|turn|grad)\s*")


def _is_edge(turn: str) -> bool:
    """Tell whether a turn leaves only the edge to be seen."""
    found = _TURN.fullmatch(turn)
    if found is None:
        return False
    degrees = decimal_number(found[1], least=-1e6, most=1e6) * _DEGREES[found[2]]
    return abs(degrees % 180 - 90) < 1


def _is_shrunk(said: Declarations, size: float) -> bool:
    texts = [inside for name, inside in _functions(said) if name.startswith("scale")]
    words = words_apart(" ".join([*texts, said.get("scale", "")]))
    return any(abs(number(word, 1.0)) * size < _SMALLEST for word in words)


def _is_clipped(said: Declarations, size: float) -> bool:
    clip = said.get("clip", "").replace(" ", "").replace(",", "").replace("px", "")
    if clip in ("rect(0000)", "rect(1111)", "rect(0auto0auto)"):
        return True
    if said.get("clip-path", "").replace(" ", "") in ("inset(50%)", "inset(100%)", "circle(0)"):
        return True
    if not is_hiding(said) or "overflow-clip-margin" in said:
        return False
    sizes = [
        points(said.get(name), size) for name in ("height", "width", "max-height", "max-width")
    ]
    return any(length is not None and length <= PIXEL for length in sizes)
