"""Whether a number before a text is its own, or a word of it: an amount, a date, another's article.

'2. De school belt' that became '3. De school belt' only counts on. '12.000 euro is de grens' begins
with an amount, however much it looks like a marker. Who is unsure takes it for a word, so that no
reader is told that no word changed where an amount did.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from protocolkit.changes.units import Item, ItemKind, Unit, UnitKind
from protocolkit.text.heading_numbers import OwnNumber, counting_words_in, own_number
from protocolkit.text.marker_ends import without_end
from protocolkit.text.markers import AMOUNT, Start, find_starts, word_of
from protocolkit.text.months import MONTHS
from protocolkit.text.words import tokens

MEASURES = frozenset(
    "uur uren u min minuut minuten seconde seconden dag dagen werkdag werkdagen schooldag "
    "schooldagen kalenderdag kalenderdagen lesdag lesdagen week weken schoolweek schoolweken "
    "lesweek lesweken maand maanden jaar jaren schooljaar schooljaren kwartier keer maal euro "
    "euro's eur cent % procent promille punt punten graden mm cm m km meter kilometer gram kg kilo "
    "liter ml mg honderd duizend miljoen miljard".split()
) | {"€", "°", *MONTHS}  # fmt: skip
"""What is measured: a number before it is an amount, whatever stands around it."""
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
# '12.000' and '01.09', which no list counts to.
_FIGURES = re.compile(rf"{AMOUNT}|(?:\d+\.)*0\d+(?:\.\d+)*")
# What follows the number of an article of another text.
_ELSEWHERE = re.compile(
    r",? ?(?:(?:van|uit|in|bij) (?:de|het|deze|die)\b|(?:lid|onder) |[A-Z]\w?[A-Z]"
    r"|(?:[A-Z][a-z]*)?[Ww]et\b)"
)
_WARMTH = re.compile(r"\d+[°º] ?[CF]\b")
_INITIAL = re.compile(r"[A-Z]\.")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]?[A-Z]")
_NUMBERED_LIST = re.compile(r"\(?[0-9a-z]+(?:\.\)|[.):])")


class OwnNumbers:
    """The numbers that items of one version have of their own, by the items around them."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items

    def is_in_series(self, item: Item) -> bool:
        """Tell whether the item before or after this one counts with it, or its heading does."""
        return self.has(item.anchor)

    def has(self, anchor: str) -> bool:
        """Tell the same of what an anchor names."""
        return anchor in self._counting

    @cached_property
    def _counting(self) -> set[str]:
        """The anchors of what counts; most edits change no number, and ask for none of them."""
        series: dict[tuple[str, ...], list[tuple[str, Start]]] = defaultdict(list)
        starts: dict[str, tuple[Start, ...]] = {}
        counting: set[str] = set()
        for item in self._items:
            own = _own_starts(item)
            starts.setdefault(item.anchor, own)
            for start in own:
                series[_series(item, start)].append((item.anchor, start))
                if _is_under(start, starts.get(item.above, ())):
                    counting.add(item.anchor)
        for run in series.values():
            for (before, one), (after, other) in pairwise(run):
                if other.follows(one):
                    counting |= {before, after}
        return counting


def is_own_unit(unit: Unit) -> bool:
    """Tell whether a number that a unit begins with is that of its heading or lid."""
    if unit.item is ItemKind.HEADING:
        return True
    return unit.item is ItemKind.CLAUSE and unit.kind is UnitKind.PARAGRAPH and unit.path == (0,)


def number_in_words(unit: Unit) -> OwnNumber | None:
    """Return the number of its own that a heading or lid has in its words; None for none.

    An amount is none, nor is an article of another text: '1° C', 'Art. 5 AVG'.
    """
    if unit.marker or not is_own_unit(unit):
        return None
    text = unit.spelled
    number = own_number(text, is_heading=unit.item is ItemKind.HEADING)
    if number is None or number.word:
        return number
    rest = text[number.end :]
    is_cited = number.start and number.start.word and _ELSEWHERE.match(rest)
    is_measured = _WARMTH.match(text) or next(iter(tokens(rest)), "") in MEASURES
    return None if is_cited or is_measured else number


def _own_starts(item: Item) -> tuple[Start, ...]:
    if item.marker:
        return find_starts(item.marker)
    number = number_in_words(item.units[0])
    return (number.start,) if number and number.start else ()


def _is_under(start: Start, above: Iterable[Start]) -> bool:
    return len(start.count) > 1 and any(found.count == start.count[:-1] for found in above)


def _series(item: Item, start: Start) -> tuple[str, ...]:
    """Return what counts together: all articles; headings of a level; clauses under a heading."""
    if start.style.is_worded:
        return "word", start.key
    home = str(item.level) if item.kind is ItemKind.HEADING else item.above
    return item.kind.value, home, start.key


def is_measured(item: Item) -> bool:
    """Tell whether a marker is a number of what follows it: an amount, a date, a law's article."""
    marker = without_end(item.marker)
    if _DATE.fullmatch(marker) or _FIGURES.fullmatch(marker):
        return True
    if _NUMBERED_LIST.fullmatch(item.marker):
        return False
    if word_of(marker) and _ELSEWHERE.match(item.units[0].spelled):
        return True
    return any(char.isdigit() for char in marker) and _next_word(item) in MEASURES


def may_be_word(item: Item) -> bool:
    """Tell whether a marker reads as part of its sentence, unless items around it count too."""
    marker, word = item.marker, _next_word(item)
    if not any(char.isalnum() for char in marker) or not word:
        return False
    if _INITIAL.fullmatch(marker):
        return True
    if _NUMBERED_LIST.fullmatch(marker):
        return word in MEASURES
    return word[:1].islower() or bool(_ABBREVIATION.match(word))


def _next_word(item: Item) -> str:
    return next(iter(tokens(item.units[0].spelled)), "")


def is_change_of_words(
    old: Item, new: Item, old_numbers: OwnNumbers, new_numbers: OwnNumbers
) -> bool:
    """Tell whether another marker changed what the text says.

    It did where either is an amount, or reads as a word and counts with no item around it in
    either version.
    """
    if old.marker == new.marker:
        return False
    if any(is_measured(item) for item in (old, new)):
        return True
    if old_numbers.is_in_series(old) or new_numbers.is_in_series(new):
        return False
    return any(may_be_word(item) for item in (old, new))


class Citations:
    """What numbers each item, point and heading of one version is cited by."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._said: dict[str, str] = {}
        above = {item.anchor: item for item in items if item.level}
        for item in items:
            said = [item.label, item.marker]
            over = item
            while over.above in above:
                over = above[over.above]
                said.append(over.marker)
            self._said[item.anchor] = " ".join(said)
            for unit in item.units:
                if unit.point and unit.point not in self._said:
                    self._said[unit.point] = f"{self._said[item.anchor]} {unit.marker}"

    def of(self, anchor: str) -> str:
        """Return all that a reference to a place may say of it."""
        return self._said.get(anchor, "")


_NUMBER = re.compile(r"\d+|(?<![^\W_])[a-z](?![^\W_])")


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers, letters that stand alone and what they count, of what cites or is cited.

    >>> sorted(numbers_in("Artikel 3, onder b"))
    ['3', 'artikel', 'b']
    """
    return frozenset(_NUMBER.findall(text.lower())) | counting_words_in(text)
