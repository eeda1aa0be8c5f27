"""The legend of a redline: how each kind of change looks and sounds."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.brackets import with_brackets
from protocolkit.paper.redline.change_words import (
    AWAY,
    BEFORE,
    BEGIN_END,
    HERE,
    JOINED,
    LEVELS,
    NOW,
    SPLIT,
)
from protocolkit.paper.redline.passages import State

_FOLLOWS = (
    (
        State.REMOVED,
        BEFORE,
        mark(
            "As it was: a number that changed only because something else did, or a line on the "
            "status. Not counted."
        ),
    ),
    (State.ADDED, NOW, mark("As it is now: such a number or line. Not counted.")),
)
_OTHER_LEVEL = mark("The same words, under something else now.")
_REMARKS = (
    (SPLIT, State.ADDED, mark("The words go on; only the end of the paragraph is new.")),
    (JOINED, State.REMOVED, mark("The words go on; only the end of a paragraph is gone.")),
    *((words, State.ADDED, _OTHER_LEVEL) for words in LEVELS.values()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendLine:
    """One kind of change: its state, the words around it, an example, and what it means."""

    state: str
    begin: str
    example: str
    end: str
    meaning: str


def legend_of(
    translate: Translate, said: Container[str], *, has_moved: bool, brackets: int = 1
) -> tuple[LegendLine, ...]:
    """Return the lines of a legend; what is rare has one where it stands on the paper.

    ``said`` are the words with which changes begin there, ``brackets`` is how many these have.
    """
    words = translate("words")
    added, removed = (tuple(map(translate, BEGIN_END[s])) for s in (State.ADDED, State.REMOVED))
    lines: list[_Line] = [
        (State.ADDED, added, translate("New: underlined.")),
        (State.REMOVED, removed, translate("No longer there: struck through.")),
    ]
    rare: list[_Line] = [
        (state, tuple(map(translate, marks)), translate(meaning))
        for state, marks, meaning in _FOLLOWS
    ]
    rare += [
        (state, (translate(remark), ""), translate(meaning)) for remark, state, meaning in _REMARKS
    ]
    if has_moved:
        lines += _moves(translate)
    lines += [line for line in rare if with_brackets(line[1][0], brackets) in said]
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


def begins_in(value: object) -> Iterator[str]:
    """Yield the words with which the changes in blocks begin."""
    if isinstance(value, dict):
        yield str(value.get("begin", "")).strip()
        yield from begins_in([*value.values()])
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from begins_in(inner)


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
