"""What a redline prints, as values: passages, tables, notes, and what happened to each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_set import ChangeSet
from protocolkit.changes.units import ItemKind, Unit
from protocolkit.document.model import Flush, Footnote
from protocolkit.document.richtext import RichText
from protocolkit.paper.shared.lines import Line, TableLine

AFTER = mark("{place}, after {before}")
"""How a place is told in which more than what moved stands."""


class State(Enum):
    """What happened to words, a line, a row or a cell.

    What moved is away in one place and here in another; tables, rows and cells never say so, they
    are removed and added.
    """

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    AWAY = "away"
    HERE = "here"

    @property
    def goes(self) -> bool:
        """Whether it is not in this place of the new version."""
        return self in (State.REMOVED, State.AWAY)

    @property
    def comes(self) -> bool:
        """Whether it was not in this place of the old version."""
        return self in (State.ADDED, State.HERE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words with one state; ``old`` and ``new`` are spelled alike when it is kept.

    ``follows`` tells that it changed only because something else did, such as a number.
    ``is_spelling`` tells that the other version has the same words, with other spaces or signs that
    look the same: a file that is turned down has to have them back, a reader need not be told.
    ``place`` is the label of the clause where the same words stand in the other version: a passage
    that passed to it, or came from it. ``move`` is the number of the move that it is part of; a
    paragraph that was split or merged has one for each part.
    """

    state: State
    old: RichText = ()
    new: RichText = ()
    follows: bool = False
    is_spelling: bool = False
    place: str = ""
    move: int = 0

    @property
    def shown(self) -> RichText:
        """What is printed: the new words, the old ones where they went."""
        return self.old if self.state.goes else self.new


Stretches = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph of a redline.

    ``begins_old`` and ``begins_new`` tell whether the line of that version begins here, with its
    marker: one that was split begins in the first of its passages. ``end`` is the state of the
    paragraph's end: added where an old paragraph was split, removed where two became one. ``moved``
    is the unit in which the same text stands in the other version, ``moved_after`` what stands
    before it there where it is cited alike in both, ``move`` the number of that move (from 1),
    which both places have; in parts that of the first. ``has_word_marker`` is that of the pair:
    its marker changed as words do. ``level`` says what became of its level, where it kept its words
    and falls under something else.
    """

    old: Line | None
    new: Line | None
    stretches: Stretches
    begins_old: bool = True
    begins_new: bool = True
    end: State = State.KEPT
    moved: Unit | None = None
    moved_after: str = ""
    move: int = 0
    has_word_marker: bool = False
    level: Marked | None = None

    @property
    def state(self) -> State:
        """Whether the paragraph as a whole is kept, old or new; what moved is away or here."""
        if self.move:
            return State.HERE if self.new else State.AWAY
        return state_of(self.old, self.new)

    @property
    def line(self) -> Line:
        """The line that says what kind of paragraph it is: the new one if there is one."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table of a redline; ``column`` is its place among all columns, from 0."""

    state: State
    stretches: Stretches
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of a redline."""

    state: State
    cells: tuple[Cell, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePassage:
    """One table of a redline; ``columns`` are the states of its columns.

    ``flush`` says of each to which side it was set, and is now.

    ``moved_rows`` are the rows of one that moved as they stand in one of its places: only what
    changed in them is told. Word, which moves no rows, has ``rows``.
    """

    old: TableLine | None
    new: TableLine | None
    rows: tuple[Row, ...]
    columns: tuple[State, ...]
    flush: tuple[tuple[Flush, Flush], ...]
    moved_rows: tuple[Row, ...] = ()
    moved: Unit | None = None
    moved_after: str = ""

    @property
    def state(self) -> State:
        """Whether the table as a whole is kept, old or new."""
        return state_of(self.old, self.new)

    @property
    def line(self) -> TableLine:
        """The table's line: the new one if there is one."""
        found = self.new or self.old
        assert found is not None
        return found


AnyPassage = Passage | TablePassage


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePassages:
    """A note of a redline: the note of either version, and its passages."""

    old: Footnote | None
    new: Footnote | None
    passages: tuple[AnyPassage, ...]

    @property
    def state(self) -> State:
        """Whether the note as a whole is kept, old or new."""
        return state_of(self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redline:
    """A redline: its passages and its notes, each beside what came in its place."""

    changes: ChangeSet
    passages: tuple[AnyPassage, ...]
    notes: tuple[NotePassages, ...]


def moved_place(passage: AnyPassage, translate: Translate) -> str:
    """Return in words where what moved stands in the other version; ``""`` for anything else."""
    if passage.moved is None:
        return ""
    place = place_of(passage.moved)
    if not passage.moved_after:
        return place
    return translate(AFTER).format(place=place, before=passage.moved_after)


def passed_to(passage: AnyPassage) -> Iterator[tuple[State, str]]:
    """Yield what happened to each stretch of words that passed, and the label of the other place.

    Those in cells of tables are told in the summary alone.
    """
    for stretch in passage.stretches if isinstance(passage, Passage) else ():
        if stretch.place:
            yield stretch.state, stretch.place


def place_of(unit: Unit) -> str:
    """Return how the place of a unit is called in a sentence."""
    is_numbered = unit.item is ItemKind.HEADING and unit.marker
    return f"{unit.marker} {unit.label}" if is_numbered else unit.label


def state_of(old: object, new: object) -> State:
    """Return whether something is kept, old or new, by what either version has of it."""
    if old is not None and new is not None:
        return State.KEPT
    return State.REMOVED if new is None else State.ADDED
