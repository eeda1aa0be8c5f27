"""Blanks that nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import Passage, headings, passages
from protocolkit.document.model import Protocol
from protocolkit.document.organisations import BOARD_WORDS

PLACEHOLDER = warning(
    "placeholder",
    "Something has not been filled in",
    "'{words}' has not been filled in.",
    "Fill it in. If the document has it like this, accept it with a reason.",
)

# What stands between brackets of any kind when a model text leaves it to the school.
_BLANK_NOUN = (
    r"(?:naam|namen|datum|plaats|plaatsnaam|adres|telefoon\w*|e-?mail\w*|website|link|school"
    r"|schoolnaam|naam school|bestuur|organisatie|functie|contactpersoon|bedrag|aantal"
    r"|jaar|jaartal|nummer|titel|logo|invullen|kies|keuze|hier|verwijzing|soort onderwijs"
    rf"|{'|'.join(BOARD_WORDS)})"
)
_BLANKS = (
    # [naam school], <datum>, {functie}; not a note's [1] or an editor's […]
    re.compile(
        rf"(?i)[\[<{{]\s*(?:{_BLANK_NOUN}\b[^\]>}}]{{0,60}}|[^\]>}}]{{0,60}}invullen)[\]>}}]"
        rf"|«{_BLANK_NOUN} \w[^»]{{0,60}}»"
    ),
    re.compile(r"\((?:naam|datum|plaats|adres)\s+(?:school|invullen|bestuur)[^)]{0,40}\)"),
    # XX, xxx-xxx; not the roman number of a chapter or king
    re.compile(
        r"(?<![\w.])(?<!hoofdstuk )(?<!titel )(?<!deel )(?<!bijlage )(?<!afdeling )(?<!artikel )"
        r"(?<!paragraaf )(?:X{2,}|x{3,})(?:[-/. ](?:X{2,}|x{2,}))*(?!\w)(?!\.\w)"
    ),
    # dots and lines to write on
    re.compile(r"\.{4,}|_{3,}|…{2,}|(?:\. ){3,}\."),
    # a lone ellipsis where a name or date is due: 'te …', 'd.d. ...', 'Naam: …'
    re.compile(
        r"(?i)\b(?:te|d\.d\.|datum|naam|tel\.|telefoon|nummer|nr\.|versie|plaats|op|artikel)"
        r"\s*:?\s(?:…|\.{3})(?=\s*(?:$|[,;.)\n]|\b(?:en|te|door|van|om|tot)\b))"
    ),
    re.compile(r"\b(?:TODO|TBD|N\.?T\.?B\.?|n\.t\.b\.|nog in te vullen|nader in te vullen)(?!\w)"),
)


def check_placeholders(protocol: Protocol) -> Iterator[Problem]:
    """Yield every blank that was left open, in text and headings."""
    for passage in (*headings(protocol), *passages(protocol)):
        yield from _check(passage)


def _check(passage: Passage) -> Iterator[Problem]:
    taken: list[tuple[int, int]] = []
    for pattern in _BLANKS:
        for found in pattern.finditer(passage.text):
            start, end = found.span()
            if not any(start < other_end and begin < end for begin, other_end in taken):
                taken.append((start, end))
                yield passage.report(PLACEHOLDER, words=found[0])
