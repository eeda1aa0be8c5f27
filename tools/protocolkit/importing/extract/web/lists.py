"""What a browser prints before the items of a list: which numbers, which signs, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.attached import NOTHING
from protocolkit.importing.extract.web.css import said_words
from protocolkit.importing.extract.web.css_values import Declarations
from protocolkit.importing.extract.web.numerals import NUMERALS
from protocolkit.importing.extract.web.sight import Shown
from protocolkit.importing.source.doubts import UNCOUNTED
from protocolkit.text.bounded_numbers import is_out_of_bounds, whole_number
from protocolkit.text.lists import print_marker
from protocolkit.text.numerals import Numerals
from protocolkit.text.words import BULLET

_HIGHEST = 999_999
_NAMED = {
    "decimal": Numerals.DECIMAL,
    "lower-alpha": Numerals.LOWER_ALPHA,
    "lower-latin": Numerals.LOWER_ALPHA,
    "upper-alpha": Numerals.UPPER_ALPHA,
    "upper-latin": Numerals.UPPER_ALPHA,
    "lower-roman": Numerals.LOWER_ROMAN,
    "upper-roman": Numerals.UPPER_ROMAN,
}
_COUNTED = re.compile(r"\blist-item\s+([+-]?[0-9]{1,6})\b")
_TYPES = frozenset(("list-style", "list-style-type"))
_SIGNS = frozenset("disc circle square disclosure-open disclosure-closed".split())


@dataclass(frozen=True, slots=True)
class ItemMarker:
    """What is printed before an item; ``made`` are words there that only the style knows.

    ``doubt`` is that its number is one that no list has.
    """

    text: str = ""
    made: str = ""
    doubt: Marked | None = None


class ListMarkers:
    """Counts the items of one list, of which style sheets say this."""

    def __init__(self, element: Element, said: Declarations) -> None:
        self._element = element
        self._is_told = not _TYPES.isdisjoint(said)
        is_down = element.tag == "ol" and element.get("reversed") is not None
        first = sum(child.tag == "li" for child in element) if is_down else 1
        self._step = -1 if is_down else 1
        self._count = whole_number(
            element.get("start"), least=-_HIGHEST, most=_HIGHEST, default=first
        )
        self._is_lost = is_out_of_bounds(element.get("start"), least=-_HIGHEST, most=_HIGHEST)

    def next(self, item: Element, sight: Shown, said: Declarations) -> ItemMarker:
        """Count an item that is printed so, and return what stands before it.

        ``said`` is what style sheets say of it: they may count on in another way.
        """
        if sight.display not in ("", "list-item", "inherit", "unset"):
            return ItemMarker()
        value = item.get("value")
        count = whole_number(value, least=-_HIGHEST, most=_HIGHEST, default=self._count)
        if set_to := _COUNTED.search(said.get("counter-set", "")):
            count = int(set_to[1])
        elif added := _COUNTED.search(said.get("counter-increment", "")):
            count += int(added[1]) - self._step
        self._count = count + self._step
        if value is not None:
            self._is_lost = is_out_of_bounds(value, least=-_HIGHEST, most=_HIGHEST)
        is_told = self._is_told or not _TYPES.isdisjoint(said)
        marker = _marker(sight.marker if is_told else self._type(item, sight), count)
        is_counted = marker.text not in ("", BULLET)
        return ItemMarker(BULLET, doubt=UNCOUNTED) if self._is_lost and is_counted else marker

    def _type(self, item: Element, sight: Shown) -> str:
        usual = "decimal" if self._element.tag == "ol" else "disc"
        for named in (item.get("type"), self._element.get("type")):
            if named:
                numerals = NUMERALS.get(named)
                return next((n for n, one in _NAMED.items() if one is numerals), named.lower())
        return sight.marker or usual


def own_marker(element: Element, sight: Shown) -> str:
    """Return the words before an element that is no item of a list, and is printed as one."""
    if sight.display != "list-item" or element.tag in ("li", "summary"):
        return ""
    marker = _marker(sight.marker or "disc", 1)
    return marker.made or (marker.text if marker.text != BULLET else "")


def _marker(kind: str, count: int) -> ItemMarker:
    if kind.startswith('"'):
        words = said_words(kind, NOTHING)
        is_word = any(sign.isalnum() for sign in words)
        return ItemMarker(made=words) if is_word else ItemMarker(BULLET if words.strip() else "")
    if kind == "none":
        return ItemMarker()
    if kind in _SIGNS:
        return ItemMarker(BULLET)
    if kind == "decimal-leading-zero":
        return ItemMarker(f"{'-' * (count < 0)}{abs(count):02d}.")
    if kind in _NAMED:
        return ItemMarker(print_marker(count, _NAMED[kind], "."))
    # numbers in another script, or as the style sheet itself describes them
    return ItemMarker(made=f"{count} ({kind})")
