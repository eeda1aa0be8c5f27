"""Where on paper something stands: upright boxes in points, and how a style turns and moves them.

Lengths go from left to right and down the page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.importing.extract.web.css_text import words_apart
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import number, points
from protocolkit.importing.extract.web.places import functions
from protocolkit.text.bounded_numbers import decimal_number

_TURN = re.compile(r"\s*([+-]?[0-9.]{1,40})(deg|rad|turn|grad)?\s*")
_RADIANS = {"deg": math.pi / 180, "rad": 1.0, "turn": 2 * math.pi, "grad": math.pi / 200}
_ORIGINS = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_ON_A_LINE = ("left", "right")


@dataclass(frozen=True, slots=True)
class Box:
    """An upright box, its sides in points; ``right`` below ``left`` is no box at all."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is, below nought when it is none."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is, below nought when it is none."""
        return self.bottom - self.top

    def moved(self, right: float, down: float) -> Box:
        """Return the box further to the right and down."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def grown(self, by: float) -> Box:
        """Return the box that reaches further by this on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def shared(self, other: Box) -> Box:
        """Return what two boxes have in common."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Move:
    """A map of the page: a point (x, y) comes to (ax + cy + e, bx + dy + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def of(self, box: Box) -> Box:
        """Return the upright box around a box that is moved."""
        corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        wide = [self.a * x + self.c * y + self.e for x, y in corners]
        high = [self.b * x + self.d * y + self.f for x, y in corners]
        return Box(min(wide), min(high), max(wide), max(high))

    def after(self, first: Move) -> Move:
        """Return the map that does another one first and then this."""
        return Move(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            self.a * first.e + self.c * first.f + self.e,
            self.b * first.e + self.d * first.f + self.f,
        )


STILL = Move()


def turned(said: Declarations, size: float, box: Box) -> Move:
    """Return how the style moves, turns and enlarges an element that stands in a box."""
    steps = [*_own_steps(said), *functions(said.get("transform", ""))]
    if not steps:
        return STILL
    found = STILL
    for name, inside in steps:
        found = found.after(_step(name, list(words_apart(inside)), size, box))
    x, y = _origin(said.get("transform-origin", ""), size, box)
    return Move(e=x, f=y).after(found).after(Move(e=-x, f=-y))


def _own_steps(said: Declarations) -> Iterable[tuple[str, str]]:
    """Yield what properties of their own say, in the order in which a browser does it."""
    for name in ("translate", "rotate", "scale"):
        if said.get(name, "none") != "none":
            yield name, said[name]


def _step(name: str, words: list[str], size: float, box: Box) -> Move:
    if name in ("translate", "translatex", "translatey", "translate3d"):
        x = "0" if name == "translatey" else _at(words, 0)
        y = _at(words, 0) if name == "translatey" else "0" if name == "translatex" else ""
        wide = points(x, size, share_of=box.width) or 0.0
        return Move(e=wide, f=points(y or _at(words, 1), size, share_of=box.height) or 0.0)
    if name in ("scale", "scalex", "scaley", "scale3d"):
        first = number(_at(words, 0), 1.0)
        second = number(_at(words, 1), first)
        return Move(a=1.0 if name == "scaley" else first, d=1.0 if name == "scalex" else
                    first if name == "scaley" else second)  # fmt: skip
    found = _TURN.fullmatch(_at(words, -1)) if name in ("rotate", "rotatez") else None
    if found is not None:
        turn = decimal_number(found[1], least=-1e6, most=1e6) * _RADIANS[found[2] or "deg"]
        cosine, sine = math.cos(turn), math.sin(turn)
        return Move(cosine, sine, -sine, cosine)
    if name == "matrix" and len(words) == 6:
        a, b, c, d, e, f = (decimal_number(word, least=-1e9, most=1e9) for word in words)
        return Move(a, b, c, d, e * 0.75, f * 0.75)
    return STILL


def _at(words: list[str], place: int) -> str:
    return words[place] if -len(words) <= place < len(words) else ""


def _origin(text: str, size: float, box: Box) -> tuple[float, float]:
    words = list(words_apart(text))[:2]
    if words and (words[0] in ("top", "bottom") or words[-1] in _ON_A_LINE):
        words.reverse()
    words = words if len(words) == 2 else [*words, "center", "center"][:2]
    found = []
    for word, begin, long in zip(words, (box.left, box.top), (box.width, box.height), strict=True):
        length = points(word, size, share_of=long)
        share = _ORIGINS.get(word, 0.5) * long
        found.append(begin + (share if length is None else length))
    return found[0], found[1]
