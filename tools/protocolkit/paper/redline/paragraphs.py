"""Where the ends of a redline's paragraphs are tracked, so that none is left over.

A paragraph of which everything went runs on into the next one. The last one before a table or
at the end of the text has no next one: there Word, as a person at its keyboard, tracks the end of
the paragraph before, and the last one gets the setting of that. So it is before a table that stays
and before one that comes or goes with the paragraph, and where a note comes or goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from protocolkit.paper.docx.elements import Element, Setting
from protocolkit.paper.redline.passages import State, TablePassage


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A paragraph of the file.

    ``now`` and ``before`` say how it is set when all is accepted and when all is rejected; ``end``
    is the state of its end. ``write`` makes its content, once, when all before it is made;
    ``mark`` puts on it what else stands there: bookmarks and comments. ``calls_note`` tells that
    all of it comes or goes, and a note with it.
    """

    end: State
    now: Setting
    before: Setting
    write: Callable[[], list[Element]] = list
    mark: Callable[[Element], None] = lambda _made: None
    calls_note: bool = False
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSlot:
    """A table of the file, which no paragraph runs on into."""

    passage: TablePassage


AnySlot = Slot | TableSlot


def settle_ends(slots: Iterable[AnySlot]) -> Iterator[AnySlot]:
    """Yield slots, their ends tracked where something follows that they can run on into."""
    run: list[AnySlot] = []
    for slot in slots:
        if isinstance(slot, TableSlot) and slot.passage.state is State.KEPT:
            yield from _settled(run)
            yield slot
            run = []
        else:
            run.append(slot)
    yield from _settled(run)


def _settled(run: list[AnySlot]) -> Iterator[AnySlot]:
    """Settle the paragraphs between two tables that stay, or before the end."""
    run = _around_notes(_before_tables(run))
    last = max((at for at, slot in enumerate(run) if _end(slot) is State.KEPT), default=-1)
    head, tail = run[: last + 1], run[last + 1 :]
    before = head[-1] if head else None
    final = tail[-1] if tail else None
    goes = {_end(slot).goes for slot in tail}
    if len(goes) == 1 and isinstance(before, Slot) and isinstance(final, Slot):
        yield from [*head[:-1], *_shifted(before, tail[:-1], final)]
        return
    # what comes and what goes: no paragraph runs on into a table, whatever happens to that
    rest: list[Slot] = []
    yield from head
    for slot in tail:
        if isinstance(slot, TableSlot):
            yield from _replaced(rest)
            yield slot
            rest = []
        else:
            rest.append(slot)
    yield from _replaced(rest)


def _around_notes(run: list[AnySlot]) -> list[AnySlot]:
    """Track a paragraph with which a note comes or goes from the end before it.

    From its own end, LibreOffice keeps an empty one; of several in a row it does so in any case.
    """
    made: list[AnySlot] = []
    for state, found in groupby(run, key=_whole_state):
        slots = list(found)
        noted = [at for at, slot in enumerate(slots) if isinstance(slot, Slot) and slot.calls_note]
        before, final = made[-1] if made else None, slots[noted[-1]] if noted else None
        is_apart = isinstance(before, Slot) and before.end is State.KEPT
        if state is not None and is_apart and isinstance(before, Slot) and isinstance(final, Slot):
            made[-1:] = _shifted(before, slots[: noted[-1]], final)
            slots = slots[noted[-1] + 1 :]
        made += slots
    return made


def _whole_state(slot: AnySlot) -> bool | None:
    """Tell whether a paragraph as a whole goes, or comes; None for anything else."""
    if not isinstance(slot, Slot) or slot.end is State.KEPT or not slot.is_whole:
        return None
    return slot.end.goes


def _before_tables(run: list[AnySlot]) -> list[AnySlot]:
    """Track the paragraphs before a table, which come or go with it, from the end before them."""
    made: list[AnySlot] = []
    for slot in run:
        if isinstance(slot, TableSlot):
            begin = len(made)
            while begin and _goes_with(made[begin - 1], slot.passage.state):
                begin -= 1
            if 0 < begin < len(made):
                made[begin - 1 :] = _stopped(made[begin - 1], made[begin:])
        made.append(slot)
    return made


def _stopped(before: AnySlot, tracked: list[AnySlot]) -> Iterable[AnySlot]:
    """Let tracked paragraphs end before a table, by the end of what stands before them."""
    final = tracked[-1]
    if not isinstance(before, Slot) or not isinstance(final, Slot):
        return [before, *tracked]
    if before.end is State.KEPT:
        return _shifted(before, tracked[:-1], final)
    return _replaced([before, *(slot for slot in tracked if isinstance(slot, Slot))])


def _goes_with(slot: AnySlot, state: State) -> bool:
    is_tracked = isinstance(slot, Slot) and slot.end is not State.KEPT
    return is_tracked and _end(slot).goes == state.goes


def _end(slot: AnySlot) -> State:
    return slot.end if isinstance(slot, Slot) else slot.passage.state


def _shifted(before: Slot, between: list[AnySlot], final: Slot) -> Iterator[AnySlot]:
    """Track the end of the paragraph before instead of that of the last one."""
    if final.end.comes:
        before, final = replace(before, end=State.ADDED), replace(final, before=before.before)
    else:
        before, final = replace(before, end=State.REMOVED), replace(final, now=before.now)
    yield from [before, *between, replace(final, end=State.KEPT)]


def _replaced(tail: list[Slot]) -> list[Slot]:
    """Make one paragraph of the last that went and the last that came, where both are there."""
    if len({slot.end.goes for slot in tail}) < 2:
        return tail
    gone = next(slot for slot in reversed(tail) if slot.end.goes)
    come = next(slot for slot in reversed(tail) if slot.end.comes)

    def mark(made: Element) -> None:
        gone.mark(made)
        come.mark(made)

    both = Slot(
        end=State.KEPT,
        now=come.now,
        before=gone.before,
        write=lambda: [*gone.write(), *come.write()],
        mark=mark,
    )
    return [*(slot for slot in tail if slot is not gone and slot is not come), both]
