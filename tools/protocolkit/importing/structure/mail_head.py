"""The head of an e-mail that a text was copied from: who sent it to whom, when, about what.

It says nothing of a protocol, so it is taken out and told; of a text without a title what the mail
is about is that. The same lines below a title are those of a memo, and stay.
"""

from __future__ import annotations

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
