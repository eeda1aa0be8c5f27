"""Names of persons in what people say: also single ones, where the words around them tell.

In a remark or minutes a first name alone is a name behind 'aldus' or '@', and in a line that tells
who was there. Elsewhere it might be any word with a capital
(:mod:`protocolkit.text.person_names`).
"""

from __future__ import annotations

import re

from protocolkit.text.first_names import FIRST_NAMES
from protocolkit.text.late_patterns import late
from protocolkit.text.person_names import person_names

_WORD = r"[A-ZÀ-Þ][\w’'-]+"
_NAME = (
    rf"(?:(?:[A-Z]\.\s?){{1,4}})?(?:(?:van|de|der|den|ten|ter)\s+){{0,3}}{_WORD}"
    rf"(?:\s+{_WORD}){{0,2}}"
)
_ALONE = late(
    rf"(?:\b(?:[Aa]ldus|[Ss]chreef|[Vv]olgens)\s+|@\s?)(?P<name>{_NAME})"
    rf"|(?P<said>{_NAME})\s+(?:schreef|schrijft|zegt|zei)\b"
    rf"|(?<![\w.])(?P<single>[A-Z]\.\s?{_WORD})"
)
# What only a person is said to do; who has a first name that is one is that.
_SPOKE = late(
    r"\b(?P<first>[A-ZÀ-Þ][\w’'-]+)\s+(?:vraagt|vroeg|vindt|vond|mist|miste|wil|wilde|meent|meende"
    r"|stelt|stelde|merkt|merkte|geeft|gaf|noemt|noemde|heeft|had)\b"
)
_PRESENT = late(r"^\W*(?:aan|af)wezig(?:en)?\s*:\s*(?P<names>.+)$", re.IGNORECASE | re.MULTILINE)
_NAMES = late(_NAME)
# What stands there of bodies and roles, and no person.
_OTHER = late(
    r"(?:[GD]?MR|OPR|\w*[Rr]aad|\w*geleding|[Bb]estuur|[Ss]chool|[Ww]et\w*|[Aa]rtikel|[Pp]rotocol"
    r"|[Ii]nspectie|[Oo]uders|[Dd]irecteur|[Vv]oorzitter|[Ss]ecretaris|[Ll]id|[Ll]eden"
    r"|De(?!\s+heer\b)|Het|Een|Dit|Wie|Wij|Hij|Zij|Ik|Er|Die|Dat)\b"
)


def spoken_names(text: str) -> tuple[str, ...]:
    """Return the names of persons in what somebody said, each once.

    >>> spoken_names("Dat is te lang, aldus Marieke. @Ahmed, wil jij?")
    ('Marieke', 'Ahmed')
    >>> spoken_names("Volgens de raad is artikel 3 te lang.")
    ()
    """
    alone = (hit["name"] or hit["said"] or hit["single"] for hit in _ALONE.finditer(text))
    found = [*person_names(text), *alone]
    spoke = (hit["first"] for hit in _SPOKE.finditer(text))
    found += [name for name in spoke if name.casefold() in FIRST_NAMES]
    for line in _PRESENT.finditer(text):
        found += _NAMES.findall(line["names"])
    names = dict.fromkeys(name.strip() for name in found if not _OTHER.match(name))
    return tuple(one for one in names if not any(one != more and one in more for more in names))
