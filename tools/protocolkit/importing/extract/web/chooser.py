"""Which elements of a web page the selectors of its style choose, as a printed page can tell.

The answer is yes, no, or that it cannot be told (``None``): a selector may ask what a program knows
only while a person reads. What a reader does with a pointer never happens on paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.selectors import (
    LISTS,
    Compound,
    Selector,
    parted,
    selector,
)
from protocolkit.importing.source import codes
from protocolkit.text.bounded_numbers import whole_number

Answer = bool | None

MOST_STEPS = 2_000_000
"""How often the rules of a page may be held beside its elements."""

_DEEPEST = 3
_COUNTED = re.compile(r"([+-]?\d{0,4})n(?:([+-]\d{1,4}))?|([+-]?\d{1,4})")
# What is so on no sheet of paper.
_NEVER = frozenset("hover focus focus-within focus-visible active target popover-open".split())
# Attributes of HTML whose values mean the same in capitals.
_ANY_CASE = frozenset("type lang dir align valign color face media rel shape size target".split())


@dataclass(frozen=True, slots=True)
class _Place:
    """The place of an element among all that stand beside it, and among those of its name."""

    before: int
    after: int
    before_of_name: int
    after_of_name: int


class Chooser:
    """Tells which elements of one page selectors choose; looks at every family of elements once."""

    def __init__(self, location: Location = NOWHERE, *, is_old: bool = False) -> None:
        self._location = location
        self._is_old = is_old
        self._steps = 0
        self._places: dict[Element, _Place] = {}
        self._families: dict[Element, list[Element]] = {}
        self._first: dict[tuple[Element, Selector], tuple[int, int]] = {}

    def chooses(self, selector: Selector, element: Element | None, depth: int = 0) -> Answer:
        """Tell whether a selector chooses an element.

        Raises :class:`ProtocolkitError` when a page asks this far more often than any needs.
        """
        self.step()
        if element is None:
            return False
        here = self._is_one(element, selector[-1], depth)
        rest = selector[:-1]
        if here is False or not rest:
            return here
        combinator = selector[-1].combinator
        if combinator == "~":
            return _all((here, self._is_after(rest, element, depth)))
        others: Iterable[Element | None] = element.iterancestors()
        if combinator == ">":
            others = (element.getparent(),)
        elif combinator == "+":
            others = (next(element.itersiblings("*", preceding=True), None),)
        return _all((here, _any(self.chooses(rest, other, depth) for other in others)))

    def step(self, count: int = 1) -> None:
        """Count what was looked at; raise :class:`ProtocolkitError` when it is far too much."""
        self._steps += count
        if self._steps > MOST_STEPS:
            limit = str(MOST_STEPS // 1_000_000)
            raise ProtocolkitError(problem(codes.TOO_MUCH_STYLE, self._location, limit=limit))

    def place(self, element: Element) -> _Place:
        """Return where an element stands in its family."""
        parent = element.getparent()
        if parent is None:
            return _Place(0, 0, 0, 0)
        if parent not in self._families:
            self._look_at(parent)
        return self._places[element]

    def _look_at(self, parent: Element) -> None:
        family = list(parent.iterchildren("*"))
        self._families[parent] = family
        totals = Counter(child.tag for child in family)
        seen: Counter[str] = Counter()
        for number, child in enumerate(family):
            same = seen[child.tag]
            seen[child.tag] += 1
            after = totals[child.tag] - same - 1
            self._places[child] = _Place(number, len(family) - number - 1, same, after)

    def _is_after(self, selector: Selector, element: Element, depth: int) -> Answer:
        """Tell whether an element comes after one beside it that a selector chooses."""
        parent = element.getparent()
        if parent is None:
            return False
        place = self.place(element)
        key = parent, selector
        if key not in self._first:
            none = len(self._families[parent])
            answers = [self.chooses(selector, one, depth) for one in self._families[parent]]
            first = next((n for n, answer in enumerate(answers) if answer), none)
            perhaps = next((n for n, answer in enumerate(answers) if answer is None), none)
            self._first[key] = first, perhaps
        first, perhaps = self._first[key]
        if first < place.before:
            return True
        return None if perhaps < place.before else False

    def _is_one(self, element: Element, compound: Compound, depth: int) -> Answer:
        if compound.name not in ("*", element.tag):
            return False
        if not self._is_called(element, compound):
            return False
        if not all(_has(element, *attribute) for attribute in compound.attributes):
            return False
        return _all(self._is_so(element, name, said, depth) for name, said in compound.pseudos)

    def _is_called(self, element: Element, compound: Compound) -> bool:
        """Tell whether an element has these classes, and this id."""
        if not (compound.classes or compound.ids):
            return True
        classes, name = element.get("class") or "", element.get("id")
        if not self._is_old:
            is_named = not compound.ids or compound.ids == {name}
            return is_named and compound.classes <= set(classes.split())
        is_named = all(one.lower() == (name or "").lower() for one in compound.ids)
        known = set(classes.lower().split())
        return is_named and all(one.lower() in known for one in compound.classes)

    def _is_so(self, element: Element, name: str, said: str, depth: int) -> Answer:
        """Answer a pseudo-class."""
        if name in _NEVER:
            return False
        if name in LISTS or name == "not":
            if depth == _DEEPEST:
                return None
            inner = [selector(piece) for piece in parted(said)]
            answer = _any(self.chooses(o, element, depth + 1) if o else None for o in inner)
            return answer if name != "not" or answer is None else not answer
        if name in _COUNTS:
            return _is_counted(1 + _COUNTS[name](self.place(element)), said)
        if name in _PLACES:
            return _PLACES[name](self.place(element))
        return _STATES[name](element) if name in _STATES else None


_COUNTS: dict[str, Callable[[_Place], int]] = {
    "nth-child": lambda place: place.before,
    "nth-last-child": lambda place: place.after,
    "nth-of-type": lambda place: place.before_of_name,
    "nth-last-of-type": lambda place: place.after_of_name,
}
_PLACES: dict[str, Callable[[_Place], bool]] = {
    "first-child": lambda place: not place.before,
    "last-child": lambda place: not place.after,
    "only-child": lambda place: not (place.before or place.after),
    "first-of-type": lambda place: not place.before_of_name,
    "last-of-type": lambda place: not place.after_of_name,
    "only-of-type": lambda place: not (place.before_of_name or place.after_of_name),
}
_STATES: dict[str, Callable[[Element], bool]] = {
    "root": lambda element: element.getparent() is None,
    "empty": lambda element: len(element) == 0 and not element.text,
    "link": lambda element: element.tag == "a" and element.get("href") is not None,
    "any-link": lambda element: element.tag == "a" and element.get("href") is not None,
    "checked": lambda element: "checked" in element.attrib or "selected" in element.attrib,
    "disabled": lambda element: "disabled" in element.attrib,
    "enabled": lambda element: "disabled" not in element.attrib,
}


def _is_counted(place: int, said: str) -> Answer:
    """Tell whether ``odd``, ``3`` or ``2n+1`` counts a place; None for anything else."""
    words = {"odd": "2n+1", "even": "2n"}.get(said.lower(), said.lower().replace(" ", ""))
    found = _COUNTED.fullmatch(words)
    if found is None:
        return None
    if found[3] is not None:
        return place == whole_number(found[3], least=-9999, most=9999)
    sign = {"": "1", "+": "1", "-": "-1"}.get(found[1], found[1])
    step = whole_number(sign, least=-9999, most=9999)
    start = whole_number(found[2] or "0", least=-9999, most=9999)
    rest = place - start
    return rest == 0 if step == 0 else rest % step == 0 and rest // step >= 0


def _has(element: Element, name: str, how: str, value: str, any_case: bool) -> bool:
    there: str | None = element.get(name)
    if there is None:
        return False
    if any_case or name in _ANY_CASE:
        there, value = there.lower(), value.lower()
    if how == "~":
        return value in there.split()
    if how == "^":
        return there.startswith(value)
    if how == "$":
        return there.endswith(value)
    if how == "*":
        return value in there
    return not (value or how) or there == value or (how == "|" and there.startswith(f"{value}-"))


# -- three answers --------------------------------------------------------------------------


def _all(answers: Iterable[Answer]) -> Answer:
    found: Answer = True
    for answer in answers:
        if answer is False:
            return False
        found = found if answer else None
    return found


def _any(answers: Iterable[Answer]) -> Answer:
    found: Answer = False
    for answer in answers:
        if answer:
            return True
        found = None if answer is None else found
    return found
