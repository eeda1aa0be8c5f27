"""The places that a text leaves open: blanks that nobody filled in yet, and how they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.document.model import Protocol
from protocolkit.document.organisations import BOARD_WORDS
from protocolkit.document.outline import addressable, labels, sections
from protocolkit.document.richtext import plain
from protocolkit.document.tree import block_texts
from protocolkit.text.late_patterns import late
from protocolkit.text.person_names import NAME_REMOVED

PLACEHOLDER_CODE = "placeholder"
"""By which name a person accepts that a blank stays."""

# What stands between brackets of any kind when a model text leaves it to the school.
_BLANK_NOUN = (
    r"(?:naam|namen|datum|plaats|plaatsnaam|adres|telefoon\w*|e-?mail\w*|website|link|school"
    r"|schoolnaam|naam school|bestuur|organisatie|functie|contactpersoon|bedrag|aantal"
    r"|jaar|jaartal|nummer|titel|logo|invullen|kies|keuze|hier|verwijzing|soort onderwijs"
    rf"|{'|'.join(BOARD_WORDS)})"
)
# A name that was taken out on request is no place to fill in.
_NO_BLANK = rf"(?!{re.escape(NAME_REMOVED)})"
OPEN_PATTERNS = (
    # [naam school], <datum>, {functie}; not a note's [1] or an editor's […]
    late(
        rf"{_NO_BLANK}[\[<{{]\s*(?:{_BLANK_NOUN}\b[^\]>}}]{{0,60}}|[^\]>}}]{{0,60}}invullen)[\]>}}]"
        rf"|«{_BLANK_NOUN} \w[^»]{{0,60}}»",
        re.IGNORECASE,
    ),
    late(r"\((?:naam|datum|plaats|adres)\s+(?:school|invullen|bestuur)[^)]{0,40}\)"),
    # XX, xxx-xxx; not the roman number of a chapter or king
    late(
        r"(?<![\w.])(?<!hoofdstuk )(?<!titel )(?<!deel )(?<!bijlage )(?<!afdeling )(?<!artikel )"
        r"(?<!paragraaf )(?:X{2,}|x{3,})(?:[-/. ](?:X{2,}|x{2,}))*(?!\w)(?!\.\w)"
    ),
    # dots and lines to write on
    late(r"\.{4,}|_{3,}|…{2,}|(?:\. ){3,}\."),
    # a lone ellipsis where a name or date is due: 'te …', 'd.d. ...', 'Naam: …'
    late(
        r"\b(?:te|d\.d\.|datum|naam|tel\.|telefoon|nummer|nr\.|versie|plaats|op|artikel)"
        r"\s*:?\s(?:…|\.{3})(?=\s*(?:$|[,;.)\n]|\b(?:en|te|door|van|om|tot)\b))",
        re.IGNORECASE,
    ),
    late(r"\b(?:TODO|TBD|N\.?T\.?B\.?|n\.t\.b\.|nog in te vullen|nader in te vullen)(?!\w)"),
)
"""What stands where a text leaves something open; of two that overlap the first one counts."""
BRACKETED = late(
    rf"{_NO_BLANK}\[\s*(?:{_BLANK_NOUN}\b[^\]]{{0,60}}|[^\]]{{0,60}}invullen)\]", re.IGNORECASE
)
"""A blank between square brackets, as a draft has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """One blank: its words, and how the clause, note or heading around it is cited."""

    label: str
    words: str


def blank_spans(text: str) -> list[tuple[int, int]]:
    """Return where in a text each blank begins and ends; none overlap, and they are in no order."""
    taken: list[tuple[int, int]] = []
    for pattern in OPEN_PATTERNS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if not any(start < other_end and begin < end for begin, other_end in taken):
                taken.append((start, end))
    return taken


def split_at_blanks(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text in order, each with whether it is a blank.

    >>> list(split_at_blanks("Meld het bij [naam school]."))
    [('Meld het bij ', False), ('[naam school]', True), ('.', False)]
    """
    position = 0
    for begin, end in sorted(blank_spans(text)):
        if begin > position:
            yield text[position:begin], False
        yield text[begin:end], True
        position = end
    if position < len(text):
        yield text[position:], False


def open_places(protocol: Protocol) -> tuple[OpenPlace, ...]:
    """Return every blank in headings, clauses and notes; one that was accepted is not open."""
    accepted = {a.anchor for a in protocol.facts.accepted if a.code == PLACEHOLDER_CODE}
    named = labels(protocol)
    texts = [
        *((section.anchor, plain(section.title)) for section in sections(protocol)),
        *(
            (item.anchor, plain(rich))
            for item in addressable(protocol)
            for rich in block_texts(item.blocks)
        ),
    ]
    return tuple(
        OpenPlace(label=named.get(anchor) or text, words=text[begin:end])
        for anchor, text in texts
        if anchor not in accepted
        for begin, end in sorted(blank_spans(text))
    )
