"""Footnotes that stand in mid-page, and their marks that are glued to words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.importing.source.lines import Line, Mark, MarkKind, Source
from protocolkit.importing.structure.glued_marks import Calls, Glued, glued_marks
from protocolkit.importing.structure.note_labels import LABEL, begins_list, counts_on, label_of
from protocolkit.reading.ledger import Destination, SourceChange, SourceChangeKind
from protocolkit.text.bounded_numbers import whole_number
from protocolkit.text.markers import find_starts

_HIGHEST = 100_000

AT_FOOT = "voetnoot onderaan een bladzijde"

_NOTES_HEAD = re.compile(r"^(?:eind|voet)?noten:?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:!?)”’\"]$")
_SENTENCE_GAP = 1.5
# A line's end, with a space before it or a page's sign after it.
_TIGHT = 3
# A line that reaches less far than this part of the widest is the last of its note.
_SHORT = 0.6
# By how much, in points, one size of print differs from another.
_OTHER_SIZE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: the label that the model calls it by, its lines, its words after the label."""

    label: str
    lines: tuple[Line, ...]
    is_sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """The lines of the body, the notes, the places of their marks, and the ledger of both."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]
    changes: tuple[SourceChange, ...]

    @property
    def unglued(self) -> tuple[tuple[int, int], ...]:
        """The spans of words that a mark was taken off, and of the marks before the notes."""
        found = (change for change in self.changes if change.kind is SourceChangeKind.UNGLUED)
        return tuple((change.begin, change.end) for change in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A note that was taken out, its mark, its lines, and where the notes around it begin."""

    note: Note
    mark: Glued
    begin: int
    end: int
    run: int


def take_notes(source: Source, lines: Sequence[Line]) -> Noted:
    """Take the footnotes out of a source's lines, each with the mark that calls it.

    A line that looks like a note but that no mark calls stays where it is. So does a row of a
    table, and any line of a file that itself says which of its lines are notes.
    """
    calls = Calls(glued_marks(source, lines))
    taken: list[_Taken] = []
    used: dict[str, int] = {}
    position, place = 0, -1
    while position < len(lines):
        found = _note_at(lines, position, calls, place, taken)
        if found is None:
            position += 1
            continue
        mark, label, end = found
        used[label] = used.get(label, 0) + 1
        name = label if used[label] == 1 else f"{label}-{used[label]}"
        note = Note(label=name, lines=tuple(lines[position:end]), is_sure=_is_foot(lines, end))
        run = _run(taken, position)
        taken.append(_Taken(note=note, mark=mark, begin=position, end=end, run=run))
        place, position = mark.begin, end
    return _noted(source, lines, taken)


def _noted(source: Source, lines: Sequence[Line], taken: Sequence[_Taken]) -> Noted:
    gone = {number for found in taken for number in range(found.begin, found.end)}
    changes: list[SourceChange] = []
    marks: list[Mark] = []
    notes: list[Note] = []
    for note, mark in ((found.note, found.mark) for found in taken):
        changes += _moved(source.text, note)
        marks.append(Mark(begin=mark.word_end, end=mark.end, kind=MarkKind.NOTE, target=note.label))
        notes.append(_without_label(note))
    changes += _called(source.text, [(found.note.label, found.mark) for found in taken])
    left: list[Line] = []
    crossed = False
    for number, line in enumerate(lines):
        if number in gone:
            crossed = True
        else:
            left.append(replace(line, is_page_start=True, gap=0.0) if crossed else line)
            crossed = False
    return Noted(lines=tuple(left), notes=tuple(notes), marks=tuple(marks), changes=tuple(changes))


def _called(text: str, calls: Iterable[tuple[str, Glued]]) -> Iterator[SourceChange]:
    """Yield the entries of the words that notes are called after.

    Marks that stand against each other share the word before them: 'wet[3][4]'.
    """
    runs: list[list[tuple[str, Glued]]] = []
    for label, mark in sorted(calls, key=lambda call: call[1].word_end):
        if runs and mark.word_end == runs[-1][-1][1].end:
            runs[-1].append((label, mark))
        else:
            runs.append([(label, mark)])
    for run in runs:
        begin, end = run[0][1].begin, run[-1][1].end
        yield SourceChange(
            kind=SourceChangeKind.UNGLUED,
            begin=begin,
            end=end,
            text=text[begin:end],
            word=text[begin : run[0][1].word_end],
            mark=" ".join(label for label, _ in run),
        )


def _moved(text: str, note: Note) -> Iterator[SourceChange]:
    """Yield the entry of a note that moves to the end, and that of the label before it."""
    first, last = note.lines[0], note.lines[-1]
    printed = _printed_label(first).strip()
    yield SourceChange(
        kind=SourceChangeKind.MOVED,
        begin=first.begin,
        end=last.end,
        to=Destination.NOTES,
        text=text[first.begin : last.end],
        reason=AT_FOOT,
    )
    if printed:
        yield SourceChange(
            kind=SourceChangeKind.UNGLUED,
            begin=first.begin,
            end=first.begin + len(printed),
            text=printed,
            mark=note.label,
        )


def _printed_label(line: Line) -> str:
    """Return the label that a note begins with and the space after it, "" when it has none."""
    given = f"[{line.note}] "
    if line.note and line.text.rstrip() == given.rstrip():
        # a note of which the text was taken out
        return line.text
    if line.note and line.text.startswith(given) and line.text[len(given) :].strip():
        return given
    found = LABEL.match(line.text)
    return found[0] if found else ""


def _without_label(note: Note) -> Note:
    first = note.lines[0]
    length = len(_printed_label(first))
    cut = replace(first, text=first.text[length:], begin=first.begin + length)
    return replace(note, lines=(cut, *note.lines[1:]))


def _note_at(
    lines: Sequence[Line],
    position: int,
    calls: Calls,
    place: int,
    taken: Sequence[_Taken],
) -> tuple[Glued, str, int] | None:
    """Return the mark, label and end of the note that begins at a line, if one does."""
    line = lines[position]
    match = LABEL.match(line.text)
    label = line.note or (label_of(match) if match else "")
    if not label or (not line.note and not _may_begin(lines, position, taken)):
        return None
    call = calls.first(label) if line.note else calls.first(label, after=place)
    if call is None or not (line.note or call.word_end < line.begin):
        return None
    if not line.note and not _follows(label, taken, call):
        return None
    if not line.note and begins_list(lines, position, label, calls):
        return None
    end = _note_end(lines, position, label, calls)
    if _is_among_notes(lines, _run(taken, position)):
        return call, label, end
    if not line.note and match and match["end"] and not _reaches_foot(lines, position, end, calls):
        return None
    known = {n for note in taken for n in range(note.begin, note.end)}
    earlier = [n for n in range(max(0, position - 60), position) if n not in known]
    if not line.note and match and not match["box"] and counts_on(lines, earlier, line, match):
        return None
    is_title = end == position + 1 and not _SENTENCE_END.search(line.text) and len(line.text) < 60
    if is_title and not line.note and not _is_foot(lines, end) and not _has_next(lines, end):
        return None
    return call, label, end


def _run(taken: Sequence[_Taken], position: int) -> int:
    """Return the line at which the notes begin that stand unbroken before one."""
    return taken[-1].run if taken and taken[-1].end == position else position


def _is_among_notes(lines: Sequence[Line], run: int) -> bool:
    """Tell whether notes stand under a heading 'Noten'."""
    return run > 0 and bool(_NOTES_HEAD.match(lines[run - 1].text))


def _may_begin(lines: Sequence[Line], position: int, taken: Sequence[_Taken]) -> bool:
    if position == 0 or _is_text(lines[position]):
        return False
    line, before = lines[position], lines[position - 1]
    follows_note = bool(taken) and taken[-1].end == position
    follows_note = follows_note or bool(_NOTES_HEAD.match(before.text))
    smaller = 0 < line.size < before.size - _OTHER_SIZE
    return follows_note or smaller or line.gap > 0 or line.begin - before.end <= _TIGHT


def _is_text(line: Line) -> bool:
    """Tell whether a line is no note for certain: '1 tot en met 4' may be a cell, or our clause."""
    return bool(line.cells) or (line.is_exact and not line.note)


def _follows(label: str, taken: Sequence[_Taken], mark: Glued) -> bool:
    """Tell whether a label comes next: the first, one more than the last, or again the first.

    One may be missing, so that a note whose mark was lost does not take the others with it.
    """
    number = whole_number(label, most=_HIGHEST, default=-1)
    if number < 0:
        return True
    labels = (found.note.label for found in reversed(taken))
    named = (text.split("-")[0] for text in labels if text[0].isdigit())
    before = whole_number(next(named, "0"), most=_HIGHEST)
    restarts = number == 1 and bool(taken) and mark.begin > taken[-1].note.lines[-1].begin
    return number - before in (1, 2) or restarts


def _note_end(lines: Sequence[Line], position: int, label: str, calls: Calls) -> int:
    """Return the line after a note: a new page, another note, a marker, or text again."""
    if lines[position].note:
        same = (n for n in range(position, len(lines)) if lines[n].note != lines[position].note)
        return next(same, len(lines))
    inside = [lines[position]]
    for number in range(position + 1, len(lines)):
        line, before = lines[number], inside[-1]
        if line.is_page_start or line.note or _is_text(line) or _begins_other(line, label, calls):
            return number
        if before.size and abs(line.size - before.size) > _OTHER_SIZE:
            return number
        usual = inside[1].gap if len(inside) > 1 else min(line.gap, _SENTENCE_GAP)
        ended = bool(_SENTENCE_END.search(before.text))
        if ended and (
            line.gap > usual or (before.right < _SHORT * _widest(inside, lines, position))
        ):
            return number
        if line.gap > max(usual, _SENTENCE_GAP):
            return number
        inside.append(line)
    return len(lines)


def _begins_other(line: Line, label: str, calls: Calls) -> bool:
    match = LABEL.match(line.text)
    other = label_of(match) if match else ""
    if other and other != label and calls.has(other):
        return True
    starts = find_starts(line.text)
    return any(not start.style.is_word_like for start in starts)


def _widest(inside: Sequence[Line], lines: Sequence[Line], position: int) -> float:
    near = lines[max(0, position - 30) : position]
    return max((line.right for line in (*near, *inside)), default=0.0)


def _is_foot(lines: Sequence[Line], end: int) -> bool:
    return end >= len(lines) or lines[end].is_page_start or bool(lines[end].note)


def _reaches_foot(lines: Sequence[Line], position: int, end: int, calls: Calls) -> bool:
    """Tell whether a note ends at the foot of its page, or other notes do in the same small print.

    In print as large as the text, items of a list may follow.
    """
    size = lines[position].size
    is_small = position > 0 and 0 < size < lines[position - 1].size - _OTHER_SIZE
    while is_small and not _is_foot(lines, end) and abs(lines[end].size - size) < _OTHER_SIZE:
        match = LABEL.match(lines[end].text)
        if match is None or not calls.has(label_of(match)):
            return False
        end = _note_end(lines, end, label_of(match), calls)
    return _is_foot(lines, end)


def _has_next(lines: Sequence[Line], end: int) -> bool:
    return end < len(lines) and bool(LABEL.match(lines[end].text))
