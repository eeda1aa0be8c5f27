"""What a Word redline says in its margin of text that moved, and how it is known again there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolkit.base.messages import Translate, languages, mark, translator
from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.tree import rows_of
from protocolkit.paper.redline.order import befores
from protocolkit.paper.redline.passages import (
    AFTER,
    AnyPassage,
    State,
    TablePassage,
    moved_place,
    passed_to,
    place_of,
)

_NOW_AT = mark("Moved: this text now stands at {place}.")
_STOOD_AT = mark("Moved: this text stood at {place} before.")
_PART_NOW_AT = mark("Moved: a part of this text now stands at {place}.")
_PART_STOOD_AT = mark("Moved: a part of this text stood at {place} before.")
_ALL = (_NOW_AT, _STOOD_AT, _PART_NOW_AT, _PART_STOOD_AT)
# A place in a text that nobody has any more is known by its form: '5.2', 'B:2'.
_ONE_WORD = r"\S+"


class MoveNotes:
    """What is said of a passage that moved: once for all that moved together."""

    def __init__(self, translate: Translate) -> None:
        self._translate = translate
        self._ends: dict[State, int] = {}

    def of(self, passage: AnyPassage) -> str:
        """Return what is said of a passage or of a part of it, ``""`` for most."""
        moved, state = passage.moved, passage.state
        if moved is None:
            self._ends.pop(state, None)
            return " ".join(dict.fromkeys(self._parts(passage)))
        goes_on = self._ends.get(state) == moved.order
        self._ends[state] = moved.order + _units_in(passage)
        if goes_on:
            return ""
        words = _NOW_AT if state.goes else _STOOD_AT
        return self._translate(words).format(place=moved_place(passage, self._translate))

    def _parts(self, passage: AnyPassage) -> Iterator[str]:
        for state, place in passed_to(passage):
            words = _PART_NOW_AT if state.goes else _PART_STOOD_AT
            yield self._translate(words).format(place=place)


def _units_in(passage: AnyPassage) -> int:
    if isinstance(passage, TablePassage):
        return sum(map(len, rows_of(passage.line.table)))
    return 1


def known_notes(texts: Iterable[str], protocols: Iterable[Protocol]) -> frozenset[str]:
    """Return those of some texts that are such notes on these protocols, in any language of ours.

    A note to which somebody added words is none.
    """
    begins = tuple(text.split("{place}")[0] for text in _translated())
    asked = [text for text in texts if text.startswith(begins)]
    if not asked:
        return frozenset()
    sign = _form(protocols)
    return frozenset(text for text in asked if sign.fullmatch(text.strip()))


def _form(protocols: Iterable[Protocol]) -> re.Pattern[str]:
    """Return the form of notes that name places in these protocols."""
    units = [[unit for item in items_of(one) for unit in item.units] for one in protocols]
    places = {place_of(unit) for held in units for unit in held}
    anchors = {unit.anchor for held in units for unit in held}
    before = {
        place
        for held in units
        for known in (anchors, ())
        for place in befores(held, known).values()
    }
    place = _any_of(places)
    afters = (
        f"(?:{place}{re.escape(middle)}{_any_of(before)})"
        for one in languages()
        for middle in [translator(one)(AFTER).removeprefix("{place}").removesuffix("{before}")]
    )
    where = f"(?:{'|'.join([place, *afters])})"
    notes = (where.join(map(re.escape, text.split("{place}"))) for text in _translated())
    sentence = f"(?:{'|'.join(notes)})"
    return re.compile(f"{sentence}(?: {sentence})*")


def _any_of(places: Iterable[str]) -> str:
    known = map(re.escape, sorted(filter(None, places), key=len, reverse=True))
    return f"(?:{'|'.join([*known, _ONE_WORD])})"


def _translated() -> tuple[str, ...]:
    return tuple(translator(language)(text) for language in languages() for text in _ALL)
