"""What a web page is laid out from, and what comes of it: elements, rooms, what is painted."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.boxes import Box
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.surroundings import Around, Order
from protocolkit.importing.extract.web.usual_styles import display_of


@dataclass(slots=True)
class Painted:
    """Words or a fill on the page; ``group`` is nought for what stands where the flow sets it.

    ``share`` is how much of its colour a fill has: 0 to 1; ``cut`` is what elements around it
    leave to be seen, None for all of it.
    """

    element: Element
    box: Box
    order: Order
    group: int
    is_words: bool = False
    share: float = 1.0
    is_fixed: bool = False
    cut: Box | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """An element, or a piece that the style makes in one, with what is said of it."""

    element: Element
    said: Declarations
    around: Around
    is_made: bool = False
    is_item: bool = False
    left: float = 0.0
    top: float = 0.0

    @property
    def tag(self) -> str:
        """The name of the element; a piece has none."""
        return "" if self.is_made else str(self.element.tag)

    @property
    def display(self) -> str:
        """How it is set."""
        return display_of(self.tag, self.said)


@dataclass(slots=True)
class Room:
    """A block while it is filled: ``across`` is how much of its last line is taken.

    ``align`` is which part of what is free goes before a line, ``held`` what stands on it.
    """

    left: float
    width: float
    top: float
    across: float = 0.0
    high: float = 0.0
    below: float = 0.0
    align: float = 0.0
    held: list[Painted] = field(default_factory=list)

    def begin_line(self) -> None:
        """Leave what is free below the block above, when this is the first on its line."""
        if self.below and not (self.across > 0.0 or self.high > 0.0):
            self.top, self.below = self.top + self.below, 0.0

    def end_line(self) -> None:
        """Begin a new line below what stands on this one, which goes to its side."""
        free = (self.width - self.across) * self.align
        for one in self.held if free > 0 else ():
            one.box = one.box.moved(free, 0.0)
        self.held.clear()
        self.top += self.high
        self.across = self.high = 0.0
