"""The head of an e-mail that a text was copied from: who sent it to whom, when, about what.

It says nothing of a protocol, so it is taken out and told; of a text without a title what the mail
is about is that. The same lines below a title are those of a memo, and stay.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.text_forms import names_paper

_FIELD = re.compile(
    r"^>?\s*\*{0,2}(?P<name>van|from|aan|to|k?cc|bcc|verzonden|verstuurd|sent|datum|date|onderwerp"
    r"|betreft|subject|bijlagen?|attachments?|antwoord aan|reply-to|urgentie|prioriteit"
    r"|gevoeligheid)\s*\*{0,2}:",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^>?\s*\*{0,2}(?:onderwerp|betreft|subject)\s*\*{0,2}:\s*\*{0,2}\s*"
    r"(?:(?:re|fw|fwd|antw|betr|doorst)\s*:\s*)*(?=\w)",
    re.IGNORECASE,
)
_RULER = re.compile(
    r"^[-–—_=> ]*(?:oorspronkelijk bericht|doorgestuurd bericht|begin doorgestuurd bericht"
    r"|original message|forwarded message)?:?[-–—_=> ]*$",
    re.IGNORECASE,
)
_SENDER, _OTHERS = {"van", "from"}, {"aan", "to", "onderwerp", "subject", "verzonden", "sent"}
_FEWEST = 3
_RUNS_ON = (";", ",")
# The signs before a line that a mail quotes, and how many lines in a row have them at least.
_QUOTES = re.compile(r"(?:>\s?)+")
_FEWEST_QUOTED = 3


def unquoted(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return lines without the '>' before what a mail quotes, and those signs as lines.

    A line of it alone is a blank one. Where none is, and no head of a mail, it may be a bullet.
    """
    kept: list[Line] = []
    signs: list[Line] = []
    for _, run in itertools.groupby(lines, key=_may_be_quoted):
        held = [*run]
        found = [_QUOTES.match(line.text) for line in held]
        rests = [
            line.text[one.end() :] if one else "" for line, one in zip(held, found, strict=True)
        ]
        if len(held) < _FEWEST_QUOTED or not all(found) or all(map(_is_said, rests)):
            kept += held
            continue
        room = 0.0
        for line, rest in zip(held, rests, strict=True):
            length = len(line.text) - len(rest)
            signs.append(replace(line, text=line.text[:length].rstrip()))
            if rest:
                begin, right = line.begin + length, line.right - length
                gap = max(line.gap, room)
                kept.append(replace(line, text=rest, begin=begin, right=right, gap=gap))
            room = 0.0 if rest else 1.0
    return kept, signs


def _may_be_quoted(line: Line) -> bool:
    return line.text.startswith(">") and not (line.cells or line.is_exact or line.size)


def _is_said(text: str) -> bool:
    return bool(text) and not _FIELD.match(text)


def find_mail_head(lines: Sequence[Line], kept: Sequence[int]) -> list[int]:
    """Return which of the ``kept`` lines are the head of an e-mail, at the very beginning."""
    found: list[int] = []
    names: set[str] = set()
    for number in kept:
        text = lines[number].text
        field = _FIELD.match(text)
        if field is not None:
            names.add(field["name"].lower())
        elif not (found and lines[found[-1]].text.endswith(_RUNS_ON)) and (
            names or not _RULER.match(text)
        ):
            break
        found.append(number)
    is_mail = len(names) >= _FEWEST and names & _SENDER and len(names & _OTHERS) > 1
    return found if is_mail else []


def subject_line(lines: Sequence[Line], head: Sequence[int]) -> Line | None:
    """Return what the mail with that ``head`` is about, as a title; None when it says nothing.

    'Brief' or 'notitie' only says how a text is brought.
    """
    for number in head:
        line = lines[number]
        found = _SUBJECT.match(line.text)
        if found and not names_paper(line.text[found.end() :]):
            begin = line.begin + found.end()
            return replace(line, text=line.text[found.end() :], begin=begin, level=1, is_whole=True)
    return None
