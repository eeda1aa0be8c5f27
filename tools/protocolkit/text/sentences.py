"""Where the sentences of a text are: at a stop before a capital, and at line breaks.

Knows Dutch abbreviations, ordinals and initials; keeps every character's place, so that what is
found in a sentence can be pointed at in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Span = tuple[int, int]
"""A piece of a text: where it begins and where it ends, counted in characters from 0."""

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(
    r"[.?!…][\"'’”)»]*(?=\s+[\"'‘“„«(]*[A-ZÀ-Þ0-9])|"
    r"\?(?=\s+[-–•]\s+[A-ZÀ-Þ0-9])"  # answers in a list after a question, run on in one line
)
_ABBREVIATION = re.compile(
    r"[\s(](?:[A-Za-z]|[a-z](?:\.[a-z])+|art|artt|nr|nrs|blz|bijv|bv|ca|cq|d\.d|dhr|drs|dr|enz|"
    r"etc|evt|hfst|incl|ing|ir|jl|lid|max|mevr|mr|mw|nl|par|pag|prof|resp|sub|tel|vgl|vs|zgn|"
    r"Stb|Stcrt|Trb)\.$"
)


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a piece has a character in common with one of some others.

    >>> overlaps((0, 3), [(2, 5)]), overlaps((0, 3), [(3, 5)])
    (True, False)
    """
    return any(span[0] < end and begin < span[1] for begin, end in others)


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return where each sentence stands, without the spaces around it; empty ones are left out."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        begin = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            before = text[begin : stop.start()]
            if stop[0][0] == "." and (
                before.strip().isdigit() or _ABBREVIATION.search(f" {before}.")
            ):
                continue
            found.append((begin, stop.end()))
            begin = stop.end()
        found.append((begin, line.end()))
    return tuple(_trimmed(text, span) for span in found if text[slice(*span)].strip())


def _trimmed(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    begin = span[0] + len(piece) - len(piece.lstrip())
    return begin, span[1] - (len(piece) - len(piece.rstrip()))


_OPENS = '([„“"«'
_NEVER_GOES_ON = re.compile(r"\((?:[a-z]{1,2}|[ivxlc]+)\)|v\d")


def begins_small(text: str) -> bool:
    """Tell whether a line begins with a small letter, as what goes on with a sentence does.

    It may stand behind a bracket or a quotation mark; '(a)' counts a list, 'v2' versions.

    >>> begins_small("(zie de brief)"), begins_small("(a) de brief"), begins_small("De brief")
    (True, False, False)
    """
    return text.lstrip(_OPENS)[:1].islower() and not _NEVER_GOES_ON.match(text)
