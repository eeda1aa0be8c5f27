"""Two versions as one flow: what a redline prints, in order, whatever file it becomes.

Made from a change set: which unit answers which is decided there. Here the lines that a paper has
for the old version are laid among those for the new one: a line is kept, old or new, and one that
moved is old in one place and new in another. The old lines in order are the old version, the new
ones the new version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from protocolkit.changes.change_set import ChangeSet, Pair
from protocolkit.changes.pieces import Piece, PieceKind
from protocolkit.changes.spelling import cut, spelled
from protocolkit.changes.units import ItemKind, Unit
from protocolkit.document.model import Footnote, Protocol
from protocolkit.document.outline import called_notes
from protocolkit.document.richtext import RichText
from protocolkit.document.tree import rows_of
from protocolkit.paper.lines import AnyLine, Line, LineKind, TableLine, note_lines, protocol_lines
from protocolkit.paper.redline.order import Place, in_order, merged, one_to_one


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
    """A run of words with one state; ``old`` and ``new`` are equal in words when it is kept.

    ``follows`` tells that it changed only because something else did, such as a number.
    """

    state: State
    old: RichText = ()
    new: RichText = ()
    follows: bool = False

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
    is the unit in which the same text stands in the other version, ``move`` the number of that move
    (from 1), which both places have.
    """

    old: Line | None
    new: Line | None
    stretches: Stretches
    begins_old: bool = True
    begins_new: bool = True
    end: State = State.KEPT
    moved: Unit | None = None
    move: int = 0

    @property
    def state(self) -> State:
        """Whether the paragraph as a whole is kept, old or new; what moved is away or here."""
        if self.move:
            return State.HERE if self.new else State.AWAY
        return _state(self.old, self.new)

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
    """One table of a redline; ``columns`` are the states of its columns."""

    old: TableLine | None
    new: TableLine | None
    rows: tuple[Row, ...]
    columns: tuple[State, ...]
    moved: Unit | None = None

    @property
    def state(self) -> State:
        """Whether the table as a whole is kept, old or new."""
        return _state(self.old, self.new)

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
        return _state(self.old, self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A redline: its passages and its notes, those of the new version first."""

    changes: ChangeSet
    passages: tuple[AnyPassage, ...]
    notes: tuple[NotePassages, ...]


def flow_of(changes: ChangeSet) -> Flow:
    """Return two versions as one flow."""
    old, new = _Side(changes.old.protocol), _Side(changes.new.protocol)
    old.place(unit for pair in changes.pairs if (unit := pair.old))
    new.place(unit for pair in changes.pairs if (unit := pair.new))
    links = _Links(changes.pairs, old, new)
    notes = _note_pairs(changes, old.notes, new.notes)
    return Flow(
        changes=changes,
        passages=tuple(links.passages(old.body, new.body)),
        notes=tuple(_note_passages(notes, links, old, new)),
    )


def place_of(unit: Unit) -> str:
    """Return how the place of a unit is called in a sentence."""
    is_numbered = unit.item is ItemKind.HEADING and unit.marker
    return f"{unit.marker} {unit.label}" if is_numbered else unit.label


def whole_passages(lines: Iterable[AnyLine], state: State) -> tuple[AnyPassage, ...]:
    """Return lines as passages that are all old or all new."""
    return tuple(_alone(line, state) for line in lines)


def _state(old: object, new: object) -> State:
    if old is not None and new is not None:
        return State.KEPT
    return State.REMOVED if new is None else State.ADDED


class _Side:
    """The lines of one version, and which unit of the change set each is."""

    def __init__(self, protocol: Protocol) -> None:
        self.body = tuple(protocol_lines(protocol))
        self.notes = {note.anchor: note for note in called_notes(protocol)}
        self.note_lines = {name: tuple(note_lines(note)) for name, note in self.notes.items()}
        self.lines: dict[int, AnyLine] = {}
        self._is_title_supplied = protocol.facts.title_supplied

    def place(self, units: Iterable[Unit]) -> None:
        """Give each unit its line; a line that is no unit, a supplied title, has none."""
        waiting = sorted({unit.order: unit for unit in units}.values(), key=lambda u: u.order)
        at = 0
        for line in (*self.body, *(line for lines in self.note_lines.values() for line in lines)):
            if isinstance(line, TableLine):
                number = sum(map(len, rows_of(line.table)))
            else:
                number = int(not (line.kind is LineKind.TITLE and self._is_title_supplied))
            for unit in waiting[at : at + number]:
                self.lines[unit.order] = line
            at += number


class _Links:
    """Which lines of two versions answer each other."""

    def __init__(self, pairs: Iterable[Pair], old: _Side, new: _Side) -> None:
        self._pairs: dict[Place, list[Pair]] = {}
        self._moved: dict[int, Unit] = {}
        self._moves: dict[int, tuple[int, tuple[Piece, ...]]] = {}
        for pair in pairs:
            if pair.old and pair.new:
                one, other = old.lines[pair.old.order], new.lines[pair.new.order]
                self._pairs.setdefault((id(one), id(other)), []).append(pair)
                if pair.moved:
                    self._moved.setdefault(id(one), pair.new)
                    self._moved.setdefault(id(other), pair.old)
        self._olds = Counter(old for old, _ in self._pairs)
        self._news = Counter(new for _, new in self._pairs)
        for place, found in self._pairs.items():
            is_alone = self._olds[place[0]] == self._news[place[1]] == len(found) == 1
            if is_alone and found[0].moved:
                move = len(self._moves) // 2 + 1, found[0].pieces
                self._moves.update(dict.fromkeys(place, move))

    def passages(
        self, old: Sequence[AnyLine], new: Sequence[AnyLine], *, may_move: bool = False
    ) -> Iterator[AnyPassage]:
        """Yield the lines of both versions in one order: what went before what came.

        ``may_move`` lets lines answer each other whose pairs moved, where the whole text did.
        """
        kept = self._kept(old, new, may_move=may_move)
        at_old = at_new = 0
        for at, place in enumerate((*kept, (len(old), len(new)))):
            yield from self._alone(old[at_old : place[0]], State.REMOVED)
            yield from self._alone(new[at_new : place[1]], State.ADDED)
            if at < len(kept):
                yield self._both(at, kept, old, new)
                at_old, at_new = place[0] + 1, place[1] + 1

    def _kept(
        self, old: Sequence[AnyLine], new: Sequence[AnyLine], *, may_move: bool
    ) -> list[Place]:
        """Return which places answer each other; a line in parts does with all or none."""
        olds = {id(line): at for at, line in enumerate(old)}
        news = {id(line): at for at, line in enumerate(new)}
        lines = _titles(old, new)
        tables: list[Place] = []
        for (one, other), pairs in self._pairs.items():
            if one not in olds or other not in news:
                continue
            place = olds[one], news[other]
            kinds = {type(old[place[0]]), type(new[place[1]])}
            if len(kinds) == 1 and (may_move or not all(pair.moved for pair in pairs)):
                more = [place] * len(pairs)
                (lines if kinds == {Line} else tables).extend(more)
        kept = in_order([*lines, *one_to_one(tables)])
        at_old, at_new = Counter(one for one, _ in kept), Counter(other for _, other in kept)
        return [
            (one, other)
            for one, other in kept
            if isinstance(old[one], TableLine)
            or (
                at_old[one] >= self._olds[id(old[one])]
                and at_new[other] >= self._news[id(new[other])]
            )
        ]

    def _alone(self, lines: Iterable[AnyLine], state: State) -> Iterator[AnyPassage]:
        for line in lines:
            moved = self._moved.get(id(line))
            if isinstance(line, Line) and id(line) in self._moves:
                yield _moved(line, state, moved, *self._moves[id(line)])
            else:
                yield _alone(line, state, moved)

    def _both(
        self, at: int, kept: list[Place], old: Sequence[AnyLine], new: Sequence[AnyLine]
    ) -> AnyPassage:
        one, other = old[kept[at][0]], new[kept[at][1]]
        pairs = self._pairs.get((id(one), id(other)), [])
        if isinstance(one, TableLine) and isinstance(other, TableLine):
            return _table(one, other, pairs)
        assert isinstance(one, Line)
        assert isinstance(other, Line)
        before, after = kept[at - 1 : at] or [(-1, -1)], kept[at + 1 : at + 2] or [(-1, -1)]
        end = State.KEPT
        if after[0][0] == kept[at][0]:
            end = State.ADDED
        elif after[0][1] == kept[at][1]:
            end = State.REMOVED
        return Passage(
            old=one,
            new=other,
            stretches=_of_pieces(pairs[0].pieces) if pairs else _whole(one.text, other.text),
            begins_old=before[0][0] != kept[at][0],
            begins_new=before[0][1] != kept[at][1],
            end=end,
        )


def _titles(old: Sequence[AnyLine], new: Sequence[AnyLine]) -> list[Place]:
    """Return that two titles answer each other, also those that are no text of the board."""
    firsts = [lines[0] for lines in (old, new) if lines]
    is_title = [isinstance(one, Line) and one.kind is LineKind.TITLE for one in firsts]
    return [(0, 0)] if is_title == [True, True] else []


def _alone(line: AnyLine, state: State, moved: Unit | None = None) -> AnyPassage:
    is_old = state is State.REMOVED
    if isinstance(line, TableLine):
        return _table(line, None, moved=moved) if is_old else _table(None, line, moved=moved)
    return Passage(
        old=line if is_old else None,
        new=None if is_old else line,
        stretches=_whole(line.text, ()) if is_old else _whole((), line.text),
        end=state,
        moved=moved,
    )


def _moved(
    line: Line, state: State, moved: Unit | None, move: int, pieces: Iterable[Piece]
) -> Passage:
    """Return a line that moved as it stands in one of its places: what changed in it is told."""
    is_old = state is State.REMOVED
    found = []
    for piece in pieces:
        is_equal = piece.kind is PieceKind.EQUAL
        text = piece.old if is_old else piece.new
        if text:
            follows = piece.kind is PieceKind.CONSEQUENTIAL
            same = State.AWAY if is_old else State.HERE
            old, new = (text, ()) if is_old else ((), text)
            found.append(Stretch(same if is_equal else state, old, new, follows))
    return Passage(
        old=line if is_old else None,
        new=None if is_old else line,
        stretches=tuple(found),
        end=State.AWAY if is_old else State.HERE,
        moved=moved,
        move=move,
    )


def _of_pieces(pieces: Iterable[Piece]) -> Stretches:
    found: list[Stretch] = []
    for piece in pieces:
        if piece.kind is PieceKind.EQUAL:
            found += _equal(piece)
            continue
        follows = piece.kind is PieceKind.CONSEQUENTIAL
        if piece.old:
            found.append(Stretch(State.REMOVED, old=piece.old, follows=follows))
        if piece.new:
            found.append(Stretch(State.ADDED, new=piece.new, follows=follows))
    return tuple(found)


def _equal(piece: Piece) -> Iterator[Stretch]:
    """Yield what is equal in words; a space at an end that only one version has is told apart."""
    ends = [(len(text) - len(text.lstrip()), len(text.rstrip())) for text in _spelled(piece)]
    (old_begin, old_end), (new_begin, new_end) = ends
    if old_end <= old_begin or new_end <= new_begin:
        yield from _whole(piece.old, piece.new)
        return
    old, new = piece.old, piece.new
    if bool(old_begin) != bool(new_begin):
        yield from _whole(cut(old, 0, old_begin), cut(new, 0, new_begin))
        old, new = cut(old, old_begin, len(spelled(old))), cut(new, new_begin, len(spelled(new)))
        old_end, new_end = old_end - old_begin, new_end - new_begin
    is_unlike = bool(spelled(old)[old_end:]) != bool(spelled(new)[new_end:])
    tail = cut(old, old_end, len(spelled(old))), cut(new, new_end, len(spelled(new)))
    if is_unlike:
        old, new = cut(old, 0, old_end), cut(new, 0, new_end)
    yield Stretch(State.KEPT, old, new)
    if is_unlike:
        yield from _whole(*tail)


def _spelled(piece: Piece) -> tuple[str, str]:
    return spelled(piece.old), spelled(piece.new)


def _whole(old: RichText, new: RichText) -> Stretches:
    if old == new:
        return (Stretch(State.KEPT, old, new),) if old else ()
    removed = (Stretch(State.REMOVED, old=old),) if old else ()
    return (*removed, Stretch(State.ADDED, new=new)) if new else removed


_Cells = Sequence[RichText] | None
_CellPieces = dict[tuple[Place, Place], tuple[Piece, ...]]


def _table(
    old: TableLine | None,
    new: TableLine | None,
    pairs: Sequence[Pair] = (),
    moved: Unit | None = None,
) -> TablePassage:
    """Return a table by row and cell; a row or column that has no answer is old or new."""
    olds = rows_of(old.table) if old else ()
    news = rows_of(new.table) if new else ()
    found: _CellPieces = {
        ((one.row, other.row), (one.column, other.column)): pair.pieces
        for pair in pairs
        if (one := pair.old) and (other := pair.new)
    }
    columns = merged(
        one_to_one(columns for _, columns in found),
        max(map(len, olds), default=0),
        max(map(len, news), default=0),
    )
    # a header is the first row, whatever became of its words
    heads = [(0, 0)] * len(found) if olds and news and bool(olds[0]) == bool(news[0]) else []
    rows = []
    for left, right in merged(one_to_one([*heads, *(r for r, _ in found)]), len(olds), len(news)):
        before = olds[left] if left is not None else None
        after = news[right] if right is not None else None
        if before or after:
            cells = tuple(_cells(before or None, after or None, (left, right), columns, found))
            rows.append(Row(_state(before or None, after or None), cells, 0 in (left, right)))
    states = tuple(_state(one, other) for one, other in columns)
    return TablePassage(old=old, new=new, rows=tuple(rows), columns=states, moved=moved)


def _cells(
    before: _Cells,
    after: _Cells,
    row: tuple[int | None, int | None],
    columns: Sequence[tuple[int | None, int | None]],
    pieces: _CellPieces,
) -> Iterator[Cell]:
    for column, (left, right) in enumerate(columns):
        was = before[left] if before is not None and left is not None else None
        now = after[right] if after is not None and right is not None else None
        if was is None and now is None:
            continue
        place = (row[0] or 0, row[1] or 0), (left or 0, right or 0)
        is_both = was is not None and now is not None
        known = pieces.get(place) if is_both else None
        stretches = _whole(was or (), now or ()) if known is None else _of_pieces(known)
        yield Cell(_state(was, now), stretches, column)


_NotePair = tuple[Footnote | None, Footnote | None]


def _note_pairs(
    changes: ChangeSet, olds: dict[str, Footnote], news: dict[str, Footnote]
) -> list[_NotePair]:
    """Return the notes of both versions, those of the new one first; each note once."""
    answers: dict[str, str] = {}
    for pair in changes.pairs:
        one, other = pair.old, pair.new
        if one and other and one.item is other.item is ItemKind.NOTE:
            is_free = one.anchor not in answers.values() and other.anchor not in answers
            if is_free and one.anchor in olds and other.anchor in news:
                answers[other.anchor] = one.anchor
    found: list[_NotePair] = [(olds.get(answers.get(name, "")), news[name]) for name in news]
    gone = [note for name, note in olds.items() if name not in answers.values()]
    return [*found, *((note, None) for note in gone)]


def _note_passages(
    notes: Iterable[_NotePair], links: _Links, old: _Side, new: _Side
) -> Iterator[NotePassages]:
    for one, other in notes:
        before = old.note_lines[one.anchor] if one else ()
        after = new.note_lines[other.anchor] if other else ()
        passages = tuple(links.passages(before, after, may_move=True))
        yield NotePassages(old=one, new=other, passages=passages)
