"""How headings are printed, and which look stands above which: size, capitals, bold, italics."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from protocolkit.importing.structure.line_runs import LineRun


class Weight(IntEnum):
    """How a heading is set apart in the line that it stands on, the least first."""

    PLAIN = 0
    UNDERLINED = 1
    BOLD = 2


@dataclass(frozen=True, slots=True)
class HeadingLook:
    """A way of printing headings; ``size`` in whole points, 0 if unknown."""

    is_capitals: bool
    size: int
    weight: Weight
    is_italic: bool = False

    def outranks(self, other: HeadingLook) -> bool:
        """Tell whether headings of this look stand above those of another."""
        if self.size != other.size:
            return self.size > other.size > 0
        if self.is_capitals is not other.is_capitals:
            return self.is_capitals
        return (self.weight, not self.is_italic) > (other.weight, not other.is_italic)


def look_of(block: LineRun, *, has_italics: bool) -> HeadingLook:
    """Return how a heading is printed; ``has_italics`` says whether italics tell headings apart."""
    first = block.first
    bold = Weight.UNDERLINED if first.is_underlined else Weight.BOLD
    return HeadingLook(
        is_capitals=block.text.isupper(),
        size=round(first.size),
        weight=bold if first.is_bold else Weight.PLAIN,
        is_italic=has_italics and first.is_italic,
    )
