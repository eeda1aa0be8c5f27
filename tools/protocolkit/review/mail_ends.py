"""How a mail begins and ends: whom it greets, how it takes leave, and who wrote it.

These remark nothing. A line that goes on with other words is none of them.
"""

from __future__ import annotations

import re

_MOST_LINES, _MOST_WORDS = 5, 7
# Whom a mail greets, or who took leave: names, and what people in a school are called.
_NAME = r"(?-i:[A-ZÀ-Þ][\w'’.-]*)"
_BETWEEN = r"(?:van|de|den|der|het|ten|ter|'t|en|&)"
_WHO = (
    r"(?:allemaal|allen|alle|iedereen|mensen|collega['’]?s?|leden|heer|heren|dames?|mevrouw|meneer"
    r"|mijnheer|ouders|commissie|bestuur|\w*raad|raadsleden|team|directie|directeur|voorzitter"
    rf"|secretaris|daar|lezers?|{_BETWEEN}|{_NAME})"
)
_GREETS = re.compile(
    r"(?:beste|geachte|hallo|hoi|dag|goeden?\s?(?:morgen|middag|avond|dag|mensen|collega\S*))\b"
    r"[^.?!:;]*,|(?:dag|hoi|hallo|l\.?s\.?)[.!,]?"
    r"|(?:hallo|hoi|hey|hé|hi|ha|dag|goeden?\s?(?:morgen|middag|avond|dag)|(?:beste|geachte)(?=\s))"
    rf"(?:\s+{_WHO}){{0,6}}[.!,]?",
    re.IGNORECASE,
)
_LEAVE = (
    r"(?:(?:met\s+)?(?:(?:hele\s+)?(?:vriendelijke|hartelijke|warme|lieve)\s+)?groet(?:en|jes)?"
    r"|m\.?v\.?g\.?|(?:vr\.?\s?)?gr\.?(?=\s+[A-ZÀ-Þ]|\s*,?\s*$)|hoogachtend)"
)
_BY_WHOM = (
    rf"(?:,?\s+(?:(?:van|namens|{_BETWEEN})\s+){{0,3}}{_NAME}(?:\s+(?:{_NAME}|{_BETWEEN})){{0,6}}"
)
_BY_WHOM += r"|\s+(?:van\s+)?\w+)[,.]?"
_LEAVES = re.compile(rf"{_LEAVE}(?:[,!.]|$|{_BY_WHOM}$)", re.IGNORECASE)
_LEAVE_LINE = re.compile(rf"{_LEAVE}(?:[,!.]?|{_BY_WHOM})\s*", re.IGNORECASE)
_POSTSCRIPT = re.compile(r"^\s*p\.?\s?s\.?[:.,]?\s", re.IGNORECASE)
_ENDED = re.compile(r"[.!?)…]\s*$")


def is_greeting(text: str) -> bool:
    r"""Tell whether a paragraph greets or takes leave, with a name at most: it remarks nothing.

    >>> is_greeting("Met vriendelijke groet,\nAnna"), is_greeting("Beste allen, dit is te streng.")
    (True, False)
    """
    return _is_short(text) and (is_greeting_line(" ".join(text.split())) or takes_leave(text))


def is_greeting_line(line: str) -> bool:
    """Tell whether a line greets, and no more.

    >>> is_greeting_line("Hallo allemaal"), is_greeting_line("Dag en nacht bereikbaar?")
    (True, False)
    """
    said = line.strip()
    return len(said.split()) <= _MOST_WORDS and bool(_GREETS.fullmatch(said))


def takes_leave(text: str) -> bool:
    """Tell whether a paragraph ends a mail."""
    return _is_short(text) and bool(_LEAVES.match(text.strip().split("\n")[0].strip()))


def leaves_in_line(line: str, before: str) -> bool:
    """Tell whether a line right below words takes leave, and is not the end of their sentence.

    >>> leaves_in_line("Groetjes Sanne", "Mag dat ook?"), leaves_in_line("groet.", "en een")
    (True, False)
    """
    said = line.strip()
    is_begin = not said[:1].islower() or bool(_ENDED.search(before))
    return is_begin and len(said.split()) <= _MOST_WORDS and bool(_LEAVE_LINE.fullmatch(said))


def is_postscript(line: str) -> bool:
    """Tell whether a line begins what somebody wrote behind the end of a mail."""
    return bool(_POSTSCRIPT.match(line))


def is_signature(text: str) -> bool:
    """Tell whether a paragraph after the end of a mail says who wrote it, and no sentence."""
    is_sentence = re.search(r"[?!]|\.\s*$", text) or is_postscript(text)
    return _is_short(text) and not is_sentence


def _is_short(text: str) -> bool:
    lines = text.strip().split("\n")
    return len(lines) <= _MOST_LINES and all(len(line.split()) <= _MOST_WORDS for line in lines)
