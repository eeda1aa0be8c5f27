"""The legend of a redline: how each kind of change looks and sounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.brackets import with_brackets
from protocolkit.paper.redline.change_words import (
    AWAY,
    BEGIN_END,
    FOLLOWS,
    HERE,
    JOINED,
    SPLIT,
)
from protocolkit.paper.redline.passages import State

_REMARKS = {
    SPLIT: (State.ADDED, mark("The words go on; only the end of the paragraph is new.")),
    JOINED: (State.REMOVED, mark("The words go on; only the end of a paragraph is gone.")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendLine:
    """One kind of change: its state, the words around it, an example, and what it means."""

    state: str
    begin: str
    example: str
    end: str
    meaning: str


def legend_of(
    translate: Translate, *, has_moved: bool, brackets: int = 1, remarks: Iterable[Marked] = ()
) -> tuple[LegendLine, ...]:
    """Return the lines of a legend; moves have one where anything moved.

    ``brackets`` is how many the words at a change have on this paper; ``remarks`` are those on a
    paragraph's end that stand on it.
    """
    words = translate("words")
    added, removed = (tuple(map(translate, BEGIN_END[s])) for s in (State.ADDED, State.REMOVED))
    lines: list[_Line] = [
        (State.ADDED, added, translate("New: underlined.")),
        (State.REMOVED, removed, translate("No longer there: struck through.")),
        (
            State.REMOVED,
            tuple(map(translate, FOLLOWS)),
            translate(
                "A number that changed only because something else did; the new one follows."
            ),
        ),
    ]
    lines += [*_moves(translate)] if has_moved else []
    lines += [*_ends(translate, remarks)]
    return tuple(
        LegendLine(
            state=state.value,
            begin=with_brackets(marks[0], brackets),
            example=words if marks[1] else "",
            end=with_brackets(marks[1], brackets),
            meaning=meaning,
        )
        for state, marks, meaning in lines
    )


_Line = tuple[State, tuple[str, ...], str]


def _moves(translate: Translate) -> Iterator[_Line]:
    place = translate("place")
    for state, marks in ((State.AWAY, AWAY), (State.HERE, HERE)):
        begin, end = (translate(one).format(place=place) for one in marks)
        meaning = (
            translate("This text stood here and stands elsewhere now.")
            if state.goes
            else translate("This text stood elsewhere before.")
        )
        yield state, (begin, end), meaning


def _ends(translate: Translate, remarks: Iterable[Marked]) -> Iterator[_Line]:
    for remark in remarks:
        state, meaning = _REMARKS[remark]
        yield state, (translate(remark), ""), translate(meaning)
