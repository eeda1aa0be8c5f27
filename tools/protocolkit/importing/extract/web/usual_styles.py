"""How browsers set the elements of a page of which no style sheet says so: size, room around."""

from __future__ import annotations

from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.elements import BLOCKS
from protocolkit.importing.extract.web.lengths import points

SIDES = ("top", "right", "bottom", "left")
"""The sides of a box, in the order of a style sheet."""

# WHATWG HTML, "Rendering": the size of letters and the room above and below, in parts of it.
_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "small": 0.83, "sub": 0.83,
          "sup": 0.83, "big": 1.2}  # fmt: skip
_ABOVE = {"h1": 0.67, "h2": 0.83, "h3": 1.0, "h4": 1.33, "h5": 1.67, "h6": 2.33, "hr": 0.5,
          **dict.fromkeys("p ul ol dl menu dir blockquote figure pre".split(), 1.0)}  # fmt: skip
_BESIDE = {"blockquote": 30.0, "figure": 30.0, "body": 6.0}
_IN_LIST = 30.0
_ENDS = {"block-start": "top", "block-end": "bottom", "inline-start": "left",
         "inline-end": "right"}  # fmt: skip
_LOGICAL = {"top": ("block", "block-start"), "bottom": ("block", "block-end"),
            "left": ("inline", "inline-start"), "right": ("inline", "inline-end")}  # fmt: skip
_EDGES = {"thin": 0.75, "medium": 2.25, "thick": 3.75}
_NAMED_SIZES = {"xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5,
                "x-large": 18.0, "xx-large": 24.0, "xxx-large": 36.0}  # fmt: skip
_NO_BOX = frozenset("head script style template title noscript meta link param source area".split())
_BLOCKS = (BLOCKS - {"br"}) | frozenset(
    "h1 h2 h3 h4 h5 h6 li ul ol menu dir dt article aside nav header optgroup".split()
)
_DRAWN = frozenset("img svg canvas video iframe object embed input select textarea button".split())


def display_of(tag: str, said: Declarations) -> str:
    """Return how an element is set: as the style says, or as it is by itself."""
    if tag in _NO_BOX:
        return "none"
    written = said.get("display", "")
    if written and written not in ("initial", "inherit", "unset", "revert"):
        return written
    if tag in ("table", "tr"):
        return "table" if tag == "table" else "table-row"
    if tag in ("tbody", "thead", "tfoot"):
        return "table-row-group"
    if tag in ("td", "th"):
        return "table-cell"
    if tag in _DRAWN:
        return "inline-block"
    is_apart = said.get("float") in ("left", "right")
    return "block" if tag in _BLOCKS or is_apart else "inline"


def size_of(tag: str, said: Declarations, above: float) -> float:
    """Return the size of the letters of an element in points."""
    written = said.get("font-size", "")
    if written in _NAMED_SIZES:
        return _NAMED_SIZES[written]
    if written in ("smaller", "larger"):
        return above * (0.83 if written == "smaller" else 1.2)
    for word in [] if written else words_apart(said.get("font", "")):
        length = points(word.partition("/")[0], above, share_of=above)
        if length is not None and not word.replace(".", "").isdigit():
            return length
    length = points(written, above, share_of=above)
    return above * _SIZES.get(tag, 1.0) if length is None else length


def margins(tag: str, said: Declarations, size: float, wide: float) -> list[float | None]:
    """Return the margins of an element by :data:`SIDES`; None is as much as there is room for."""
    above, beside = _ABOVE.get(tag, 0.0) * size, _BESIDE.get(tag, 0.0)
    above = 6.0 if tag == "body" else above
    usual = (above, beside, above, _IN_LIST if tag == "dd" else beside)
    return _sides("margin", said, size, wide, usual)


def paddings(tag: str, said: Declarations, size: float, wide: float) -> list[float]:
    """Return the room inside an element by :data:`SIDES`."""
    in_list = _IN_LIST if tag in ("ul", "ol", "menu", "dir") else 0.0
    found = _sides("padding", said, size, wide, (0.0, 0.0, 0.0, in_list))
    return [max(length or 0.0, 0.0) for length in found]


def edges(said: Declarations, size: float) -> list[float]:
    """Return how wide the lines around an element are, by :data:`SIDES`."""
    if not any(name.startswith("border") for name in said):
        return [0.0] * len(SIDES)
    found = []
    widths = _spread(said.get("border-width", ""))
    styles = _spread(said.get("border-style", ""))
    for place, side in enumerate(SIDES):
        logical = _LOGICAL[side]
        words = [
            *words_apart(said.get("border", "")),
            *(word for name in logical for word in words_apart(said.get(f"border-{name}", ""))),
            *(widths[place : place + 1] + styles[place : place + 1]),
            *words_apart(said.get(f"border-{side}", "")),
            *(said[name] for name in (f"border-{side}-width", f"border-{side}-style")
              if name in said),
        ]  # fmt: skip
        is_drawn = not {"solid", "double", "dashed", "dotted", "groove", "ridge", "inset",
                        "outset"}.isdisjoint(words)  # fmt: skip
        is_drawn = is_drawn and words[-1] not in ("none", "hidden", "0")
        lengths = [_EDGES.get(word, points(word, size)) for word in words]
        known = [length for length in lengths if length is not None]
        found.append((known[-1] if known else _EDGES["medium"]) if is_drawn else 0.0)
    return found


def _sides(
    name: str, said: Declarations, size: float, wide: float, usual: tuple[float, ...]
) -> list[float | None]:
    if not any(key.startswith(name) for key in said):
        return list(usual)
    written: dict[str, str] = {}
    for key, value in said.items():
        if key == name:
            written |= dict(zip(SIDES, _spread(value), strict=False))
        elif key in (f"{name}-block", f"{name}-inline"):
            words = list(words_apart(value))
            ends = ("top", "bottom") if key.endswith("block") else ("left", "right")
            written |= dict(zip(ends, (words[0], words[-1]), strict=True)) if words else {}
        elif key.startswith(f"{name}-"):
            side = key.removeprefix(f"{name}-")
            written[_ENDS.get(side, side)] = value
    found: list[float | None] = []
    for place, side in enumerate(SIDES):
        length = points(written[side], size, share_of=wide) if side in written else usual[place]
        found.append(None if written.get(side) == "auto" else length or 0.0)
    return found


def _spread(value: str) -> list[str]:
    """Return what one value says of four sides, by :data:`SIDES`; [] when it says nothing."""
    words = list(words_apart(value))[:4]
    if not words:
        return []
    places = (0, 1, 0, 1) if len(words) == 2 else (0, 1, 2, 1) if len(words) == 3 else (0, 1, 2, 3)
    return [words[min(place, len(words) - 1)] for place in places]
