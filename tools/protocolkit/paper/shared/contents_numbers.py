"""How much room the numbers of a table of contents have, the same in PDF and Word.

The words of all lines of one depth begin behind the widest number, 'Artikel 12' as well as '3'.
Behind a number that is wider than any room, only a space comes before the words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.paper.shared.contents import DEEPEST_LINE, ContentsLine
from protocolkit.text.letter_widths import words_width
from protocolkit.text.typeface import Face

# Twips: a room for short numbers, and the widest of all, for 'Paragraaf 12.4'.
_LEAST, _MOST = 567, 1800
# Behind a number, in sizes of its letters.
_AFTER = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRooms:
    """The rooms of numbers by depth, in twips, 0 where no line has one; ``letter`` is their size.

    Letters may be so much wider than ours as ``spread`` says.
    """

    letter: float
    spread: float
    rooms: tuple[int, ...]

    def room(self, depth: int) -> int:
        """Return how far the words of numbered lines of a depth are moved in."""
        return self.rooms[depth - 1]

    def holds(self, line: ContentsLine) -> bool:
        """Tell whether the number of a line stands in the room of its depth."""
        return _width(line, self.letter, self.spread) <= self.room(line.depth)


def number_rooms(lines: Iterable[ContentsLine], letter: float, spread: float) -> NumberRooms:
    """Measure the numbers of a table of contents whose letters are so large, in twips."""
    rooms = [0] * DEEPEST_LINE
    for line in filter(lambda line: line.marker, lines):
        width = _width(line, letter, spread)
        wanted = width if width <= _MOST else 0
        rooms[line.depth - 1] = max(rooms[line.depth - 1], wanted, _LEAST)
    return NumberRooms(letter=letter, spread=spread, rooms=tuple(rooms))


def _width(line: ContentsLine, letter: float, spread: float) -> int:
    face = Face.BOLD if line.depth == 1 else Face.REGULAR
    return round(letter * (words_width(line.marker, face, spread) + _AFTER))
