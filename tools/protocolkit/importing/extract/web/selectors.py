"""Selectors of style sheets: whether they choose an element, as far as a printed page can tell.

The answer is yes, no, or that it cannot be told (``None``): a selector may ask what a program knows
only while a person reads. What a reader does with a pointer never happens on paper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.extract.web.css_text import unquoted
from protocolkit.importing.source import codes
from protocolkit.text.bounded_numbers import whole_number

Answer = bool | None

MOST_STEPS = 2_000_000
"""How often the rules of a page may be held beside its elements."""

_LONGEST = 24
_DEEPEST = 3
_INSIDE = r"(?:[^()]|\([^()]{0,200}\)){0,200}"
_PIECE = r"(?:[.#](?:[\w-]|\\.)+|\[[^\]]{1,400}\]|::?[\w-]+(?:\(" + _INSIDE + r"\))?)"
_COMPOUND = re.compile(rf"(\*|[a-zA-Z][\w-]*)?((?:{_PIECE})*)")
_SIMPLE = re.compile(_PIECE)
_WORD = re.compile(rf"[>+~]|(?:[^\s>+~\[(]|\[[^\]]{{0,400}}\]|\({_INSIDE}\))+")
_ATTRIBUTE = re.compile(
    r"""\[\s*([\w-]+)\s*(?:([~|^$*]?)=\s*["']?([^"'\]]*?)["']?\s*([iIsS]?))?\]"""
)
_SPACE = re.compile(r"^(?:\*|[\w-]{1,40})?\|(?!=)")
_PSEUDO = re.compile(rf"(::?)([\w-]+)(?:\(({_INSIDE})\))?")
_COUNTED = re.compile(r"([+-]?\d{0,4})n(?:([+-]\d{1,4}))?|([+-]?\d{1,4})")
# What is so on no sheet of paper.
_NEVER = frozenset("hover focus focus-within focus-visible active target popover-open".split())
# Pieces that a browser makes itself: such a rule says nothing of the element.
_MADE = frozenset("before after marker first-line first-letter".split())
_BESIDE = re.compile(r"::?(before|after|marker|first-line|first-letter)\s*$", re.IGNORECASE)
PARTS_OF_TEXT = frozenset(("first-line", "first-letter"))
"""Pieces that a browser makes of the text itself."""

# Attributes of HTML whose values mean the same in capitals.
_ANY_CASE = frozenset("type lang dir align valign color face media rel shape size target".split())
_LISTS = frozenset("is where matches any -webkit-any -moz-any".split())


@dataclass(frozen=True, slots=True)
class Compound:
    """What is asked of one element, and how it must stand to the one before (``combinator``)."""

    name: str
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: tuple[tuple[str, str, str, bool], ...]
    pseudos: tuple[tuple[str, str], ...]
    combinator: str

    @property
    def key(self) -> str:
        """What an element must be called, to find rules for it soon."""
        if self.ids:
            return f"#{min(self.ids)}"
        return f".{min(self.classes)}" if self.classes else self.name


Selector = tuple[Compound, ...]


def selectors(text: str) -> Iterator[Selector]:
    """Yield the selectors of a list; one that cannot be read, or is of no element, is left out."""
    for piece in parted(text):
        found = _selector(piece)
        if found:
            yield found


def is_readable(text: str) -> bool:
    """Tell whether every selector of a list can be read: a browser takes none of them otherwise."""
    return all(_selector(piece) or _BESIDE.search(piece) for piece in parted(text))


def made_selectors(text: str) -> Iterator[tuple[Selector, str]]:
    """Yield the selectors of a list for a piece that a browser makes of an element, with which."""
    for piece in parted(text):
        made = _BESIDE.search(piece)
        if made is None:
            continue
        bare = piece[: made.start()]
        found = _selector(bare if bare and bare[-1] not in " >+~" else f"{bare}*")
        if found:
            yield found, made[1].lower()


def weight(selector: Selector) -> tuple[int, int, int]:
    """Return how strong a selector is (W3C Selectors 4, 17)."""
    ids = classes = names = 0
    for one in selector:
        ids += len(one.ids)
        classes += len(one.classes) + len(one.attributes)
        names += one.name != "*"
        for name, said in one.pseudos:
            inner = _inner_weight(name, said)
            ids, classes, names = ids + inner[0], classes + inner[1], names + inner[2]
    return ids, classes, names


def _inner_weight(name: str, said: str) -> tuple[int, int, int]:
    """Return how much a pseudo-class adds: those that hold selectors, the strongest of these."""
    if name == "where":
        return 0, 0, 0
    if name not in _LISTS and name not in ("not", "has"):
        return 0, 1, 0
    found = (_selector(piece) for piece in parted(said))
    return max((weight(one) for one in found if one), default=(0, 0, 0))


def parted(text: str) -> Iterator[str]:
    """Yield the pieces between the commas that are outside brackets."""
    open_brackets, begin = 0, 0
    for place, sign in enumerate(text):
        if sign in "([":
            open_brackets += 1
        elif sign in ")]":
            open_brackets -= 1
        elif sign == "," and open_brackets <= 0:
            yield text[begin:place]
            begin = place + 1
    yield text[begin:]


@lru_cache(maxsize=1_000)
def _selector(text: str) -> Selector:
    made: list[Compound] = []
    combinator = ""
    position = 0
    stripped = text.strip()
    for found in _WORD.finditer(stripped):
        if stripped[position : found.start()].strip():
            return ()
        position = found.end()
        if found[0] in (">", "+", "~"):
            combinator = found[0]
            continue
        compound = _compound(found[0], combinator or " ")
        if compound is None or len(made) == _LONGEST:
            return ()
        made.append(compound)
        combinator = ""
    return () if stripped[position:].strip() or combinator else tuple(made)


def _compound(word: str, combinator: str) -> Compound | None:
    found = _COMPOUND.fullmatch(_SPACE.sub("", word))
    if found is None:
        return None
    simple = _SIMPLE.findall(found[2] or "")
    attributes = [_ATTRIBUTE.fullmatch(one) for one in simple if one[0] == "["]
    pseudos = [_PSEUDO.fullmatch(one) for one in simple if one[0] == ":"]
    if None in attributes or any(p and (p[1] == "::" or p[2] in _MADE) for p in pseudos):
        return None
    return Compound(
        name=(found[1] or "*").lower(),
        classes=frozenset(_unescaped(one) for one in simple if one[0] == "."),
        ids=frozenset(_unescaped(one) for one in simple if one[0] == "#"),
        attributes=tuple(
            (a[1].lower(), a[2] or "", unquoted(a[3] or ""), (a[4] or "").lower() == "i")
            for a in attributes
            if a
        ),
        pseudos=tuple((p[2].lower(), (p[3] or "").strip()) for p in pseudos if p),
        combinator=combinator,
    )


def _unescaped(piece: str) -> str:
    return re.sub(r"\\(.)", r"\1", piece[1:])


# -- one element ----------------------------------------------------------------------------


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
        if name in _LISTS or name == "not":
            if depth == _DEEPEST:
                return None
            inner = [_selector(piece) for piece in parted(said)]
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
