"""Clauses that come into a draft and go from it, each at its place; what is behind them counts on.

Knows places alone: which clause comes where is asked by the clauses that it stands behind or
before. Headings and clauses that somebody put elsewhere, or added, stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.document.model import Clause, Section
from protocolkit.document.tree import (
    clauses_of,
    map_parts,
    sections_of,
    walk_clauses,
    walk_sections,
)

Parts = tuple[Clause | Section, ...]

# What no anchor can be, before that of a clause that goes: it still is a place to stand behind.
_GONE = "gone "
_COUNTED = re.compile(r"((?:\d+\.)*)(\d+)([.)]?)")


def gone_place(anchor: str) -> str:
    """Return as which place a clause is known that goes."""
    return f"{_GONE}{anchor}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where a clause is to come: under a heading, behind or before others, the nearest first.

    ``chapters`` are the anchors of the headings of the whole text, in order.
    """

    heading: Section
    behind: Sequence[str]
    before: Sequence[str]
    chapters: Sequence[str]


class Placing:
    """The parts of a draft while clauses come and go."""

    def __init__(self, parts: Parts, leaving: Iterable[str]) -> None:
        gone = frozenset(leaving)
        self._fresh: set[str] = set()

        def marked(clause: Clause) -> Clause:
            is_gone = clause.anchor in gone
            return replace(clause, anchor=gone_place(clause.anchor)) if is_gone else clause

        self._parts = map_parts(parts, marked)

    def put(self, clause: Clause, seat: Seat) -> None:
        """Put a clause at its place, under a heading of its own where that is not there."""
        self._fresh.add(clause.anchor)
        place = self._neighbour(seat)
        if place is not None:
            anchor, is_behind = place
            self._parts = _beside(self._parts, anchor, clause, is_behind=is_behind)
            return
        own = seat.heading.anchor
        if own not in self._headings():
            self._parts = self._with_heading(seat)
        self._parts = map_parts(
            self._parts,
            lambda found: found,
            lambda found: _ended(found, clause) if found.anchor == own else found,
        )

    def settled(self) -> Parts:
        """Return the parts without what went, counted on."""
        return _settled(self._parts, self._fresh)

    def _headings(self) -> dict[str, Section]:
        return {section.anchor: section for section, _ in walk_sections(self._parts)}

    def _neighbour(self, seat: Seat) -> tuple[str, bool] | None:
        """Return beside what a clause stands, and whether it is behind that."""
        home = self._headings().get(seat.heading.anchor)
        around = self._parts if home is None else home.parts
        known = {clause.anchor for clause, _ in walk_clauses(around)}
        behind = ((anchor, True) for anchor in seat.behind if anchor in known)
        before = ((anchor, False) for anchor in seat.before if anchor in known)
        return next(behind, next(before, None))

    def _with_heading(self, seat: Seat) -> Parts:
        """Return the parts with an empty heading where the text has it."""
        heading = replace(seat.heading, parts=())
        self._fresh.add(heading.anchor)
        own = [part.anchor for part in self._parts]
        at = seat.chapters.index(heading.anchor)
        earlier = [own.index(a) + 1 for a in reversed(seat.chapters[:at]) if a in own]
        later = [own.index(a) for a in seat.chapters[at:] if a in own]
        place = next(iter((*earlier, *later)), len(own))
        return (*self._parts[:place], heading, *self._parts[place:])


def reordered(parts: Parts, before: Sequence[str], after: Sequence[str]) -> Parts:
    """Return parts with their chapters in another order, where that is still the order of before.

    ``before`` and ``after`` are the anchors of chapters. Numbers stay where they were.
    """
    by_anchor = {part.anchor: part for part in parts}
    known = frozenset(before) & frozenset(after) & by_anchor.keys()
    if [a for a in by_anchor if a in known] != [a for a in before if a in known]:
        return parts
    places = [n for n, part in enumerate(parts) if part.anchor in known]
    made = list(parts)
    for place, anchor in zip(places, (a for a in after if a in known), strict=True):
        made[place] = _numbered(by_anchor[anchor], parts[place].marker)
    return tuple(made)


def _beside(parts: Parts, anchor: str, clause: Clause, *, is_behind: bool) -> Parts:
    def made() -> Iterator[Clause | Section]:
        for part in parts:
            if isinstance(part, Section):
                inner = _beside(part.parts, anchor, clause, is_behind=is_behind)
                yield replace(part, parts=inner)
            elif part.anchor == anchor:
                yield from (part, clause) if is_behind else (clause, part)
            else:
                yield part

    return tuple(made())


def _ended(section: Section, clause: Clause) -> Section:
    """Return a section with a clause at its end: before the sections inside it."""
    own = clauses_of(section.parts)
    return replace(section, parts=(*own, clause, *sections_of(section.parts)))


def _settled(parts: Parts, fresh: set[str]) -> Parts:
    made = (_inside(part, fresh) if isinstance(part, Section) else part for part in parts)
    return tuple(_counted(tuple(made), fresh))


def _inside(section: Section, fresh: set[str]) -> Section:
    """Return a section settled; one from which everything went is to go as well."""
    parts = _settled(section.parts, fresh)
    is_gone = bool(section.parts) and not parts
    return replace(
        section, parts=parts, anchor=gone_place(section.anchor) if is_gone else section.anchor
    )


def _counted(parts: Parts, fresh: set[str]) -> Iterator[Clause | Section]:
    """Yield what stays, its numbers counted on: clauses and headings each for themselves."""
    for own in (clauses_of(parts), sections_of(parts)):
        numbers = dict(_numbers(own, fresh))
        yield from (_numbered(part, numbers[part.anchor]) for part in own if part.anchor in numbers)


def _numbers(parts: Sequence[Clause | Section], fresh: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the marker of each part that stays, by its anchor; what is new has their form."""
    old = [_COUNTED.fullmatch(part.marker) for part in parts if part.anchor not in fresh]
    form = next((found for found in old if found), None)
    last = step = 0
    for part in parts:
        found = _COUNTED.fullmatch(part.marker)
        if part.anchor.startswith(_GONE):
            step -= found is not None
        elif found is None:
            yield part.anchor, part.marker
        elif part.anchor in fresh and old and form is None and isinstance(part, Section):
            # headings without numbers
            yield part.anchor, ""
        else:
            is_fresh = part.anchor in fresh
            step += is_fresh
            last = last + 1 if is_fresh else int(found[2]) + step
            form = form if is_fresh and form else found
            yield part.anchor, f"{form[1]}{last}{form[3]}"


def _numbered(part: Clause | Section, marker: str) -> Clause | Section:
    """Return a part with its number; what is under a heading and has that before its own, too."""
    if isinstance(part, Clause) or part.marker in ("", marker):
        return replace(part, marker=marker)
    before, after = f"{part.marker.rstrip('.')}.", f"{marker.rstrip('.')}."

    def led(found: str) -> str:
        is_led = found.startswith(before) and found[len(before) :][:1].isdigit()
        return f"{after}{found[len(before) :]}" if is_led else found

    parts = map_parts(
        part.parts,
        lambda clause: replace(clause, marker=led(clause.marker)),
        lambda section: replace(section, marker=led(section.marker)),
    )
    return replace(part, marker=marker, parts=parts)
