"""Two versions laid together: what a redline prints, in order, whatever file it becomes.

Made from a change set: which unit answers which is decided there. Here the lines that a paper has
for the old version are laid among those for the new one: a line is kept, old or new, and one that
moved is old in one place and new in another. The old lines in order are the old version, the new
ones the new version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from protocolkit.changes.change_set import ChangeSet, Pair
from protocolkit.changes.levels import other_level
from protocolkit.changes.passed_passages import passed_words
from protocolkit.changes.units import ItemKind, Unit
from protocolkit.document.model import Footnote, Protocol
from protocolkit.document.outline import called_notes
from protocolkit.document.tree import rows_of
from protocolkit.paper.redline.line_moves import moved_passage, moves_of
from protocolkit.paper.redline.marked_words import of_pieces, whole
from protocolkit.paper.redline.order import LinePlace, befores, in_order, one_to_one
from protocolkit.paper.redline.passages import (
    AnyPassage,
    NotePassages,
    Passage,
    Redline,
    State,
    Stretches,
    TablePassage,
    place_of,
)
from protocolkit.paper.redline.table_passage import moved_rows, table_passage
from protocolkit.paper.shared.lines import (
    AnyLine,
    Line,
    LineKind,
    TableLine,
    note_lines,
    protocol_lines,
)


def make_redline(changes: ChangeSet, *, has_moves: bool = True) -> Redline:
    """Return two versions laid together; without moves, what moved went here and came there."""
    old, new = _Side(changes.old.protocol), _Side(changes.new.protocol)
    old.place(unit for pair in changes.pairs if (unit := pair.old))
    new.place(unit for pair in changes.pairs if (unit := pair.new))
    links = _Links(changes, old, new, has_moves=has_moves)
    notes = _note_pairs(changes, old.notes, new.notes)
    return Redline(
        changes=changes,
        passages=tuple(links.passages(old.body, new.body)),
        notes=tuple(_note_passages(notes, links, old, new)),
    )


def whole_passages(lines: Iterable[AnyLine], state: State) -> tuple[AnyPassage, ...]:
    """Return lines as passages that are all old or all new."""
    return tuple(_alone(line, state) for line in lines)


class _Side:
    """The lines of one version, and which unit of the change set each is."""

    def __init__(self, protocol: Protocol) -> None:
        self.body = tuple(protocol_lines(protocol))
        self.notes = {note.anchor: note for note in called_notes(protocol)}
        self.note_lines = {name: tuple(note_lines(note)) for name, note in self.notes.items()}
        self.lines: dict[int, AnyLine] = {}

    def place(self, units: Iterable[Unit]) -> None:
        """Give each unit its line."""
        waiting = sorted({unit.order: unit for unit in units}.values(), key=lambda u: u.order)
        at = 0
        for line in (*self.body, *(line for lines in self.note_lines.values() for line in lines)):
            number = sum(map(len, rows_of(line.table))) if isinstance(line, TableLine) else 1
            for unit in waiting[at : at + number]:
                self.lines[unit.order] = line
            at += number


class _Links:
    """Which lines of two versions answer each other."""

    def __init__(self, changes: ChangeSet, old: _Side, new: _Side, *, has_moves: bool) -> None:
        pairs = changes.pairs
        self._passed = passed_words(changes.changes)
        self._single: dict[int, Stretches] = {}
        self._pairs: dict[LinePlace, list[Pair]] = {}
        self._lines: dict[int, AnyLine] = {}
        self._moved: dict[int, tuple[Unit, str]] = {}
        stays = [pair for pair in pairs if pair.old and pair.new and not pair.moved]
        before = (
            befores((p.old for p in pairs if p.old), {p.old.anchor for p in stays if p.old}),
            befores((p.new for p in pairs if p.new), {p.new.anchor for p in stays if p.new}),
        )
        for pair in pairs:
            self._place_alone(pair, old, new)
            if pair.old and pair.new:
                one, other = old.lines[pair.old.order], new.lines[pair.new.order]
                self._pairs.setdefault((id(one), id(other)), []).append(pair)
                self._lines.update({id(one): one, id(other): other})
                if pair.moved:
                    is_alike = place_of(pair.old) == place_of(pair.new)
                    was, now = (
                        found.get(unit.order, "") if is_alike else ""
                        for found, unit in zip(before, (pair.old, pair.new), strict=True)
                    )
                    self._moved.setdefault(id(one), (pair.new, now))
                    self._moved.setdefault(id(other), (pair.old, was))
        self._olds = Counter(old for old, _ in self._pairs)
        self._news = Counter(new for _, new in self._pairs)
        self._moves = moves_of(self._pairs, self._lines) if has_moves and self._pairs else {}

    def _place_alone(self, pair: Pair, old: _Side, new: _Side) -> None:
        """Keep what passed of a paragraph that only one version has."""
        if (pair.old is None) != (pair.new is None):
            unit, side = (pair.old, old) if pair.old else (pair.new, new)
            stretches = of_pieces(pair.pieces, self._passed)
            if unit and any(stretch.place for stretch in stretches):
                self._single[id(side.lines[unit.order])] = stretches

    def passages(
        self, old: Sequence[AnyLine], new: Sequence[AnyLine], *, may_move: bool = False
    ) -> Iterator[AnyPassage]:
        """Yield the lines of both versions in one order: first what went.

        ``may_move`` lets lines whose pairs moved answer each other, for a text that moved as a
        whole.
        """
        kept = self._kept(old, new, may_move=may_move)
        at_old = at_new = 0
        for at, place in enumerate((*kept, (len(old), len(new)))):
            gone, come = old[at_old : place[0]], new[at_new : place[1]]
            sides = [(gone, State.REMOVED), (come, State.ADDED)]
            if any(isinstance(line, TableLine) for line in come):
                # what went cannot run on into a table that comes after it
                sides.reverse()
            for lines, state in sides:
                yield from self._alone(lines, state)
            if at < len(kept):
                yield self._both(at, kept, old, new)
                at_old, at_new = place[0] + 1, place[1] + 1

    def _kept(
        self, old: Sequence[AnyLine], new: Sequence[AnyLine], *, may_move: bool
    ) -> list[LinePlace]:
        """Return which places answer each other; a line in parts with all of them or none."""
        olds = {id(line): at for at, line in enumerate(old)}
        news = {id(line): at for at, line in enumerate(new)}
        lines = _titles(old, new)
        tables: list[LinePlace] = []
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
            moved, after = self._moved.get(id(line), (None, ""))
            if isinstance(line, Line) and id(line) in self._moves:
                made: AnyPassage = moved_passage(line, state, moved, self._moves[id(line)])
            else:
                made = _alone(line, state, moved)
                if isinstance(made, TablePassage) and (table := self._moved_table(line)):
                    made = replace(made, moved_rows=moved_rows(table, state))
            if isinstance(made, Passage) and id(line) in self._single:
                made = replace(made, stretches=self._single[id(line)])
            yield replace(made, moved_after=after)

    def _moved_table(self, line: AnyLine) -> TablePassage | None:
        """Return a table that moved, laid on the one that answers it alone."""
        for (one, other), pairs in self._pairs.items():
            if id(line) in (one, other) and self._olds[one] == self._news[other] == 1:
                tables = self._lines[one], self._lines[other]
                if isinstance(tables[0], TableLine) and isinstance(tables[1], TableLine):
                    return table_passage(tables[0], tables[1], pairs)
        return None

    def _both(
        self, at: int, kept: list[LinePlace], old: Sequence[AnyLine], new: Sequence[AnyLine]
    ) -> AnyPassage:
        one, other = old[kept[at][0]], new[kept[at][1]]
        pairs = self._pairs.get((id(one), id(other)), [])
        if isinstance(one, TableLine) and isinstance(other, TableLine):
            return table_passage(one, other, pairs)
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
            stretches=of_pieces(pairs[0].pieces, self._passed)
            if pairs
            else whole(one.text, other.text),
            begins_old=before[0][0] != kept[at][0],
            begins_new=before[0][1] != kept[at][1],
            end=end,
            has_word_marker=any(pair.has_word_marker for pair in pairs),
            level=next(filter(None, map(other_level, pairs)), None),
        )


def _titles(old: Sequence[AnyLine], new: Sequence[AnyLine]) -> list[LinePlace]:
    """Let two titles answer each other, even those that are no text of the board."""
    firsts = [lines[0] for lines in (old, new) if lines]
    is_title = [isinstance(one, Line) and one.kind is LineKind.TITLE for one in firsts]
    return [(0, 0)] if is_title == [True, True] else []


def _alone(line: AnyLine, state: State, moved: Unit | None = None) -> AnyPassage:
    is_old = state is State.REMOVED
    if isinstance(line, TableLine):
        return (
            table_passage(line, None, moved=moved)
            if is_old
            else table_passage(None, line, moved=moved)
        )
    return Passage(
        old=line if is_old else None,
        new=None if is_old else line,
        stretches=whole(line.text, ()) if is_old else whole((), line.text),
        end=state,
        moved=moved,
    )


_NotePair = tuple[Footnote | None, Footnote | None]


def _note_pairs(
    changes: ChangeSet, olds: dict[str, Footnote], news: dict[str, Footnote]
) -> list[_NotePair]:
    """Return the notes of both versions in the order of their calls; each note once.

    One that went stands behind the one that it followed, before what came in its place.
    """
    answers: dict[str, str] = {}
    for pair in changes.pairs:
        one, other = pair.old, pair.new
        if one and other and one.item is other.item is ItemKind.NOTE:
            is_free = one.anchor not in answers.values() and other.anchor not in answers
            if is_free and one.anchor in olds and other.anchor in news:
                answers[other.anchor] = one.anchor
    found: list[_NotePair] = [(olds.get(answers.get(name, "")), news[name]) for name in news]
    at = 0
    for name, note in olds.items():
        if name in answers.values():
            at = next(place for place, (one, _) in enumerate(found) if one is note)
        else:
            found.insert(at, (note, None))
        at += 1
    return found


def _note_passages(
    notes: Iterable[_NotePair], links: _Links, old: _Side, new: _Side
) -> Iterator[NotePassages]:
    for one, other in notes:
        before = old.note_lines[one.anchor] if one else ()
        after = new.note_lines[other.anchor] if other else ()
        passages = tuple(links.passages(before, after, may_move=True))
        yield NotePassages(old=one, new=other, passages=passages)
