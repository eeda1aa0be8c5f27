"""Marks of notes that are glued to the word before them: which numbers at a word's end are one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.importing.source.lines import Line, MarkKind, Source
from protocolkit.text.markers import find_starts

SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


# A mark is glued to a word, or to the sign after it.
_GLUED = re.compile(
    r"(?P<word>(?<![^\W\d_])[^\W\d_][^\W_'’/&-]{0,80}?(?<=[^\W\d_])|[^\W\d_][)”’\"'.,;:?!]+|\d[)”’\"'][.,;:?!]*"
    r"|\d[.,;:?!]*(?=\[)|(?:19|20)\d\d[.,;:?!])"
    r"(?P<mark>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,3}\]|\*{1,3}|†{1,2})(?![\w*†])"
)
_ADDRESS_SIGNS = ("://", "www.", "@")


@dataclass(frozen=True, slots=True)
class Glued:
    """A mark of a note, where it begins, and where the word ends that it is glued to."""

    begin: int
    word_end: int
    end: int
    label: str


class Calls:
    """The marks of notes by their label, in the order of the text."""

    def __init__(self, marks: Sequence[Glued]) -> None:
        self._by_label: dict[str, list[Glued]] = {}
        for mark in marks:
            self._by_label.setdefault(mark.label, []).append(mark)

    def has(self, label: str) -> bool:
        """Tell whether a mark calls this note."""
        return label in self._by_label

    def first(self, label: str, after: int = -1) -> Glued | None:
        """Return the first mark of a note after a place in the text."""
        marks = self._by_label.get(label, [])
        place = bisect_right(marks, after, key=lambda mark: mark.begin)
        return marks[place] if place < len(marks) else None


def glued_marks(source: Source, lines: Sequence[Line]) -> list[Glued]:
    """Return the marks that the source knows, and numbers after a word that may be one."""
    sure: list[Glued] = []
    for mark in sorted(source.marks, key=lambda mark: mark.begin):
        if mark.kind is MarkKind.NOTE:
            begin = max(_word_begin(source.text, mark.begin), sure[-1].end if sure else 0)
            sure.append(Glued(begin, mark.begin, mark.end, mark.target))
    if sure:
        return sure
    found = []
    for line in lines:
        addresses = _addresses(line.text)
        # the 1 of 'A.1' counts a clause and calls no note
        starts = find_starts(f"{line.text} x") if line.text[:1].isalpha() else ()
        marker = max((len(start.marker) for start in starts), default=0)
        for match in _GLUED.finditer(line.text, marker):
            near = bisect_right(addresses, (match.start(), len(line.text))) - 1
            if near >= 0 and match.start() < addresses[near][1]:
                continue
            label = match["mark"].strip("[]").translate(SUPERSCRIPT)
            begin = line.begin + match.start()
            end = line.begin + match.end()
            found.append(Glued(begin, line.begin + match.end("word"), end, label))
    return found


def _addresses(text: str) -> list[tuple[int, int]]:
    """Return where web and mail addresses stand in a text."""
    if not any(sign in text for sign in _ADDRESS_SIGNS):
        return []
    words = re.finditer(r"\S+", text)
    return [found.span() for found in words if any(sign in found[0] for sign in _ADDRESS_SIGNS)]


def _word_begin(text: str, end: int) -> int:
    """Return where the word or sign before a mark begins."""
    match = re.search(r"(?:\w+|\S)\s*$", text[max(0, end - 80) : end])
    return end if match is None else end - len(match[0])
