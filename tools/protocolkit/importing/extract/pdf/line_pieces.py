"""Pieces of printed lines put together: words beside each other, raised marks, words in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from protocolkit.base.messages import Marked
from protocolkit.importing.extract.pdf.columns import Gutter
from protocolkit.importing.source.lines import Mark, MarkKind

LABEL = re.compile(r"^(?:\d{1,3}|\*{1,3})(?![\w.,])")
# A number or stars that stand right before a word.
GLUED_LABEL = re.compile(r"^(?:\d{1,3}|\*{1,3})(?=[^\W\d_])")
SMALLER = 0.86
# By how much, in points, the print of a note is smaller than that of the text.
_OTHER_SIZE = 0.4
# Room between two letters, in their size, that is no space.
NO_SPACE = 0.12
# The most room between two words of a line, in their size; columns stand further apart.
_WORD_SPACE = 0.4
# The part of the lower one's height that two pieces on one line have in common.
ON_ONE_LINE = 0.6


@dataclass(slots=True)
class RawLine:
    """One printed line: its words, its place, and marks counted from its beginning."""

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    size: float = 0.0
    is_bold: bool = False
    is_underlined: bool = False
    is_italic: bool = False
    marks: list[Mark] = field(default_factory=list)
    cells: tuple[tuple[int, int], ...] = ()
    table: int = 0
    doubts: set[Marked] = field(default_factory=set)
    is_late: bool = False
    is_raised: bool = False


def put_together(lines: Iterable[RawLine], gutters: Sequence[Gutter]) -> list[RawLine]:
    """Put what stands side by side, such as a note's mark and its words, on one line."""
    merged: list[RawLine] = []
    for line in lines:
        before = merged[-1] if merged else None
        overlap = min(line.top, before.top) - max(line.bottom, before.bottom) if before else 0
        low = min(line.top - line.bottom, before.top - before.bottom) if before else 1
        if before is None or overlap < ON_ONE_LINE * low or line.left < before.right - 1:
            merged.append(line)
            continue
        if are_apart(before.right, line.left, gutters, max(line.size, before.size)):
            merged.append(line)
            continue
        space = "" if _is_glued(before, line) else " "
        shift = len(before.text + space)
        marks = [*_raised_label(before, line), *line.marks]
        before.marks += [
            replace(found, begin=found.begin + shift, end=found.end + shift) for found in marks
        ]
        before.doubts |= line.doubts
        is_label = len(before.text) <= 3
        before.text = f"{before.text}{space}{line.text}"
        before.right = line.right
        if is_label:
            before.size, before.bottom = line.size, line.bottom
            before.top, before.is_bold, before.is_italic = line.top, line.is_bold, line.is_italic
    return merged


def _is_glued(before: RawLine, line: RawLine) -> bool:
    """Tell whether no space stands between two pieces of a line.

    Some programs place every letter, or the letters after a raised mark, by itself.
    """
    if re.match(r"[.,;:!?)]", line.text):
        return True
    is_label = bool(LABEL.fullmatch(before.text))
    return not is_label and line.left - before.right < NO_SPACE * max(line.size, before.size)


def _raised_label(before: RawLine, line: RawLine) -> list[Mark]:
    """Return the mark of a note that a piece begins with, where it is raised beside another."""
    label = LABEL.match(line.text)
    if label is None or LABEL.fullmatch(before.text):
        return []
    is_small = len(label[0]) == len(line.text) and line.size < SMALLER * before.size
    if not (line.is_raised or is_small):
        return []
    return [Mark(begin=0, end=label.end(), kind=MarkKind.NOTE, target=label[0])]


def in_place(lines: Sequence[RawLine]) -> list[RawLine]:
    """Put lines that were added to a page later where they stand: beside or below the others."""
    found = [line for line in lines if not line.is_late]
    for line in (line for line in lines if line.is_late):
        middle = (line.bottom + line.top) / 2
        beside = [
            n
            for n, other in enumerate(found)
            if other.bottom <= middle <= other.top and other.right <= line.left + 1
        ]
        above = [n for n, other in enumerate(found) if other.bottom >= middle]
        place = beside[-1] if beside else above[-1] if above else -1
        found.insert(place + 1, line)
    return found


def with_labels_apart(lines: list[RawLine]) -> list[RawLine]:
    """Set the label of a note apart from its first word, below the raised mark that calls it.

    Some programs print it as large as the note, without a space: '1Zie de gids.'.
    """
    called: dict[str, float] = {}
    for line in lines:
        label = GLUED_LABEL.match(line.text)
        if label and 0 < line.size < called.get(label[0], 0.0) - _OTHER_SIZE:
            line.text = f"{label[0]} {line.text[label.end() :]}"
            line.marks = [replace(m, begin=m.begin + 1, end=m.end + 1) for m in line.marks]
        called.update({found.target: line.size for found in line.marks})
    return lines


def without_gaps(line: RawLine) -> RawLine:
    """Take the space away that a raised mark leaves before a sign."""
    for number, found in enumerate(line.marks):
        if re.match(r" [.,;:!?)]", line.text[found.end :]):
            line.text = line.text[: found.end] + line.text[found.end + 1 :]
            line.marks[number + 1 :] = [
                replace(later, begin=later.begin - 1, end=later.end - 1)
                for later in line.marks[number + 1 :]
            ]
    return line


def are_apart(right: float, left: float, gutters: Sequence[Gutter], size: float = 0.0) -> bool:
    """Tell whether a gutter lies between the end of one piece and the beginning of another.

    Between words of a title over all columns, of that ``size``, only a space lies there.
    """
    if left - right < _WORD_SPACE * size:
        return False
    return any(right <= gutter.left + 1 and left >= gutter.right - 1 for gutter in gutters)


def room_above(line: RawLine, before: RawLine | None) -> float:
    """Return the room between a line and the one before it, in lines."""
    drop = (before.bottom - line.bottom) / (line.size or 10.0) if before else 0.0
    return round(max(drop - 1.0, 0.0), 2)
