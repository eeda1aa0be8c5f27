"""Places on a page, in points from its lower left corner: boxes, and how they are moved about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page, in points from its lower left corner.

    A tuple, as a page has thousands of them: it is made four times as fast as another value.
    """

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, across and up."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def holds(self, across: float, up: float) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= across <= self.right and self.bottom <= up <= self.top

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles share more than an edge."""
        left, bottom, right, top = self
        its_left, its_bottom, its_right, its_top = other
        is_across = left < its_right and its_left < right and left < right and its_left < its_right
        return is_across and max(bottom, its_bottom) < min(top, its_top)


@dataclass(frozen=True, slots=True)
class Matrix:
    """How a PDF moves, turns and scales what it draws (ISO 32000-1, 8.3.3)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, across: float, up: float) -> tuple[float, float]:
        """Return where a point comes to lie."""
        return (
            self.a * across + self.c * up + self.e,
            self.b * across + self.d * up + self.f,
        )

    def box(self, box: Box) -> Box:
        """Return the rectangle around a rectangle that was moved."""
        corners = [self.point(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        return around(corners)

    def within(self, outer: Matrix) -> Matrix:
        """Return what this and then ``outer`` do."""
        left, low = outer.point(self.e, self.f)
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            left,
            low,
        )


def around(points: list[tuple[float, float]]) -> Box:
    """Return the smallest rectangle around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(up), max(across), max(up))
