"""A block of bare addresses in mid-text: the targets of links that an extractor wrote out.

Which address belongs to which words is worked out from their likeness, in order; each is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from urllib.parse import unquote

from protocolkit.importing.source.lines import Line, Mark, MarkKind, Source
from protocolkit.importing.source.links import is_safe_target
from protocolkit.importing.structure.line_ends import is_address
from protocolkit.reading.ledger import Destination, SourceChange, SourceChangeKind
from protocolkit.text.markers import find_starts

TARGETS = "doeladres van een koppeling; bij welke woorden het hoort, is een gok"
LOST = "doeladres van een koppeling; de woorden erbij zijn niet gevonden"

_LINK_HEADING = re.compile(
    r"\blinks?\b|bronnen|websites?|meer (?:informatie|weten)|adressen", re.IGNORECASE
)
_WORD = re.compile(r"[\w+’'-]+")
_ENOUGH = 0.6
_REACH = 6000
_HEADING_REACH = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The lines that are left, the links, and the entries in the ledger."""

    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    changes: tuple[SourceChange, ...]


def take_addresses(source: Source, lines: Sequence[Line]) -> Linked:
    """Take blocks of link targets out of the lines and give each to the words it belongs to."""
    gone: set[int] = set()
    marks: list[Mark] = []
    changes: list[SourceChange] = []
    for begin, end in _runs(lines):
        found = _matched(source.text, lines, begin, end)
        if sum(span is not None for span in found) < _ENOUGH * len(found):
            continue
        gone.update(range(begin, end))
        for line, span in zip(lines[begin:end], found, strict=True):
            changes.append(_entry(line, is_found=span is not None))
            if span is not None:
                marks.append(Mark(begin=span[0], end=span[1], kind=MarkKind.LINK, target=line.text))
    left = [
        replace(line, is_page_start=True) if number - 1 in gone else line
        for number, line in enumerate(lines)
        if number not in gone
    ]
    return Linked(lines=tuple(left), marks=tuple(marks), changes=tuple(changes))


def _entry(line: Line, *, is_found: bool) -> SourceChange:
    return SourceChange(
        kind=SourceChangeKind.MOVED if is_found else SourceChangeKind.REMOVED,
        begin=line.begin,
        end=line.end,
        to=Destination.LINKS if is_found else Destination.NOTES,
        text=line.text,
        reason=TARGETS if is_found else LOST,
    )


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the runs of addresses that interrupt a text and are no list of links."""
    runs, number = [], 0
    while number < len(lines):
        end = number
        while end < len(lines) and is_address(lines[end].text) and is_safe_target(lines[end].text):
            end += 1
        if end - number >= 2 and end < len(lines) and _interrupts(lines, number, end):
            runs.append((number, end))
        number = max(end, number + 1)
    return runs


def _interrupts(lines: Sequence[Line], begin: int, end: int) -> bool:
    near = lines[max(0, begin - _HEADING_REACH) : begin]
    if any(_LINK_HEADING.search(line.text) and len(line.text) < 60 for line in near[-4:]):
        return False
    after = lines[end]
    return after.is_page_start or after.text[:1].islower() or bool(find_starts(after.text))


def _matched(
    text: str, lines: Sequence[Line], begin: int, end: int
) -> list[tuple[int, int] | None]:
    """Return, for each address, the words that it most likely belongs to, in rising order."""
    stop = lines[begin].begin
    start = max(0, stop - _REACH)
    words = [
        (m.start() + start, m.end() + start, m[0].lower()) for m in _WORD.finditer(text[start:stop])
    ]
    keys = [_key(line.text) for line in lines[begin:end]]
    width = len(words) + 1
    best = [[0.0] * width for _ in range(len(keys) + 1)]
    for row, key in enumerate(keys, start=1):
        for column, (_, _, word) in enumerate(words, start=1):
            skip = max(best[row - 1][column], best[row][column - 1])
            best[row][column] = max(skip, best[row - 1][column - 1] + _likeness(key, word))
    found: list[tuple[int, int] | None] = [None] * len(keys)
    row, column = len(keys), len(words)
    while row and column:
        if best[row][column] == best[row][column - 1]:
            column -= 1
        elif best[row][column] == best[row - 1][column]:
            row -= 1
        else:
            found[row - 1] = _widened(words, column - 1, keys[row - 1], text)
            row, column = row - 1, column - 1
    return found


def _widened(
    words: Sequence[tuple[int, int, str]], place: int, key: str, text: str
) -> tuple[int, int]:
    """Take the words beside a match along that are in the address as well."""
    first = last = place
    while (
        first
        and _likeness(key, words[first - 1][2])
        and text[words[first - 1][1] : words[first][0]].isspace()
    ):
        first -= 1
    while (
        last + 1 < len(words)
        and _likeness(key, words[last + 1][2])
        and text[words[last][1] : words[last + 1][0]].isspace()
    ):
        last += 1
    return words[first][0], words[last][1]


def _key(address: str) -> str:
    pieces = [piece for piece in re.split(r"[?#]", address)[0].split("/") if piece]
    return unquote(pieces[-1] if pieces else address).lower().replace("_", " ")


def _likeness(key: str, word: str) -> float:
    """Return how much of a word stands in an address, from 0 to 1."""
    size = SequenceMatcher(None, key, word, autojunk=False).find_longest_match().size
    if size < 3 or size < 0.55 * len(word) or (size < 4 and len(word) > 4):
        return 0.0
    return size / len(word) * min(1.0, size / 5)
