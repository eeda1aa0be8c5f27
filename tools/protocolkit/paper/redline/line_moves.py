"""Which lines moved, and as how many moves: one that was split or merged has one for each part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from protocolkit.changes.change_set import Pair
from protocolkit.changes.levels import other_level
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.units import Unit
from protocolkit.paper.redline.order import LinePlace
from protocolkit.paper.redline.passages import Passage, State, Stretch
from protocolkit.paper.shared.lines import AnyLine, Line

Moves = tuple[tuple[int, Pair], ...]
"""The moves of a line in its order, by their numbers (from 1)."""


def moves_of(
    pairs: Mapping[LinePlace, Sequence[Pair]], lines: Mapping[int, AnyLine]
) -> Mapping[int, Moves]:
    """Return the moves of each line that moved, by its id; ``pairs`` are those of two lines' ids.

    A line in parts has them where all of its parts moved and each holds words of it.
    """
    counts = [Counter(side) for side in zip(*pairs, strict=True)]
    groups: dict[int, list[LinePlace]] = defaultdict(list)
    parted: set[LinePlace] = set()
    for place in pairs:
        wholes = [one for one, count in zip(place, counts, strict=True) if count[one] > 1]
        for whole in wholes or place[:1]:
            groups[whole].append(place)
        parted |= {place} if len(wholes) > 1 else set()
    found: dict[int, Moves] = {}
    number = 0
    for places in groups.values():
        said = [pairs[place] for place in places]
        is_move = parted.isdisjoint(places) and all(
            isinstance(lines[one], Line) for place in places for one in place
        )
        if is_move and all(_moved_as_one(one, has_parts=len(places) > 1) for one in said):
            for place, (pair,) in zip(places, said, strict=True):
                number += 1
                for one in place:
                    found[one] = (*found.get(one, ()), (number, pair))
    return found


def _moved_as_one(pairs: Sequence[Pair], *, has_parts: bool) -> bool:
    if len(pairs) != 1 or not pairs[0].moved:
        return False
    return not has_parts or any(p.kind is PieceKind.EQUAL and p.old for p in pairs[0].pieces)


def moved_passage(line: Line, state: State, moved: Unit | None, moves: Moves) -> Passage:
    """Return a line that moved as it stands in one of its places: what changed in it is told."""
    is_old = state is State.REMOVED
    found = []
    for number, pair in moves:
        for piece in pair.pieces:
            is_equal = piece.kind.has_same_text
            text = piece.old if is_old else piece.new
            if text:
                follows = piece.kind is PieceKind.CONSEQUENTIAL
                same = State.AWAY if is_old else State.HERE
                old, new = (text, ()) if is_old else ((), text)
                told = same if is_equal else state
                found.append(Stretch(told, old, new, follows, move=number))
    number, pair = moves[0]
    return Passage(
        old=line if is_old else None,
        new=None if is_old else line,
        stretches=tuple(found),
        end=State.AWAY if is_old else State.HERE,
        moved=moved,
        move=number,
        has_word_marker=pair.has_word_marker,
        level=other_level(pair),
    )
