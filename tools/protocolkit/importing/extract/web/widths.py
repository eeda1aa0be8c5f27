"""How wide and how high an element is set: by its style, its attributes, or what stands in it."""

from __future__ import annotations

from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.lengths import points
from protocolkit.text.bounded_numbers import whole_number

LETTER = 0.45
"""How wide a letter is taken to be, in parts of the size."""

_PICTURES = frozenset("img svg canvas video iframe object embed".split())
# A picture of which nothing says how large it is.
_USUAL_PICTURE = {"width": 150.0, "height": 100.0}
_MOST_COLUMNS, _MOST_LETTERS, _LEAST_LETTERS = 200, 60, 3
_BY_ATTRIBUTE = _PICTURES | {"table", "td", "th", "hr"}


class Widths:
    """Knows how many letters stand in each element of a page."""

    def __init__(self, root: Element) -> None:
        self._letters: dict[Element, int] = {}
        self._count(root)

    def _count(self, element: Element) -> int:
        count = len((element.text or "").strip())
        for child in element:
            if isinstance(child.tag, str):
                count += self._count(child)
            count += len((child.tail or "").strip())
        self._letters[element] = count
        return count

    def widen(self, table: Element, rows: list[Element]) -> None:
        """Note that a table asks for the room of its columns, not of all its words."""
        self._letters[table] = int(sum(self.letters(rows)))

    def columns(self, rows: list[Element]) -> list[float]:
        """Return which part of a table each of its columns takes: by the words in them."""
        found = self.letters(rows)
        return [one / sum(found) for one in found] or [1.0]

    def letters(self, rows: list[Element]) -> list[float]:
        """Return about how many letters each column of a table asks for on a line."""
        found: list[float] = []
        for row in rows:
            column = 0
            for cell in row.iterchildren("td", "th"):
                span = whole_number(cell.get("colspan"), least=1, most=_MOST_COLUMNS, default=1)
                letters = min(self._letters.get(cell, 0) / span, _MOST_LETTERS) + _LEAST_LETTERS
                for _ in range(span if column < _MOST_COLUMNS else 0):
                    found += [0.0] if column >= len(found) else []
                    found[column] = max(found[column], letters)
                    column += 1
        return found

    def of(
        self,
        element: Element,
        said: Declarations,
        size: float,
        room: float,
        edges: float,
        beside: float,
        *,
        is_tight: bool,
    ) -> float:
        """Return how wide an element is with its edges, in points.

        ``room`` is what it is set in, ``edges`` what is around its words, ``beside`` what is left
        free beside it; ``is_tight`` says that it is no wider than its words ask.
        """
        left = max(room - beside, 0.0)
        width = _said(element, said, "width", size, room)
        if width is None:
            letters = self._letters.get(element, 0) * size * LETTER + edges
            width = min(letters, left) if is_tight else left
        elif said.get("box-sizing") != "border-box":
            width += edges
        most = points(said.get("max-width"), size, share_of=room)
        least = points(said.get("min-width"), size, share_of=room)
        width = width if most is None else min(width, most + edges)
        return width if least is None else max(width, least)


def high_of(
    element: Element, said: Declarations, size: float, natural: float, edges: float, room: float
) -> float:
    """Return how high the inside of an element is; ``natural`` is what stands in it.

    ``room`` is what a percentage is of, 0 when that is not known.
    """
    inside = edges if said.get("box-sizing") == "border-box" else 0.0
    high = _said(element, said, "height", size, room)
    found = natural if high is None else max(high - inside, 0.0)
    for name in ("max-height", "min-height"):
        length = points(said.get(name), size, share_of=room)
        if length is not None and (room or "%" not in said[name]):
            found = (min if name == "max-height" else max)(found, max(length - inside, 0.0))
    return found


def _said(
    element: Element, said: Declarations, name: str, size: float, room: float
) -> float | None:
    written = said.get(name) or ""
    if not written and element.tag in _BY_ATTRIBUTE:
        written = element.get(name) or ""
    if "%" in written and not room:
        return None
    length = points(written, size, share_of=room)
    if length is None and element.tag in _PICTURES:
        return _USUAL_PICTURE[name]
    return None if length is None else max(length, 0.0)
