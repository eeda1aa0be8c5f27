"""Names of persons in what people say: also single ones, where the words around them tell.

In a remark or minutes a first name alone is a name behind 'aldus' or '@', and in a line that tells
who was there. Elsewhere it might be any word with a capital
(:mod:`protocolkit.text.person_names`), but for those of who wrote the file or was there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from protocolkit.text.first_names import FIRST_NAMES
from protocolkit.text.late_patterns import late
from protocolkit.text.name_forms import INITIALS, PARTICLE
from protocolkit.text.person_names import person_names
from protocolkit.text.unlisted_names import DOES, is_other_name, unlisted_names

_WORD = r"[A-ZÀ-Þ][\w’'-]+"
_NAME = rf"(?:{INITIALS})?{PARTICLE}?{_WORD}(?:\s+{PARTICLE}?{_WORD}){{0,2}}"
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
_BETWEEN, _ASIDE = late(r"[,;/&]|\ben\b"), late(r"\([^()]*\)")
# What stands there of bodies and roles, and no person.
_OTHER = late(
    r"(?:[GD]?MR|OPR|\w*[Rr]aad|\w*geleding|[Bb]estuur|[Ss]chool|[Ww]et\w*|[Aa]rtikel|[Pp]rotocol"
    r"|[Ii]nspectie|[Oo]uders|[Dd]irecteur|[Vv]oorzitter|[Ss]ecretaris|[Ll]id|[Ll]eden"
    r"|De(?!\s+heer\b)|Het|Een|Dit|Wie|Wij|Hij|Zij|Ik|Er|Die|Dat)\b"
)


def spoken_names(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of persons in what somebody said, each once.

    ``known`` are persons of whom the file itself tells, such as who was there: they are known by
    a part of their names too.

    >>> spoken_names("Dat is te lang, aldus Marieke. @Ahmed, wil jij?")
    ('Marieke', 'Ahmed')
    >>> spoken_names("Volgens de raad is artikel 3 te lang.")
    ()
    """
    alone = (hit["name"] or hit["said"] or hit["single"] for hit in _ALONE.finditer(text))
    found = [*person_names(text), *(one for one in alone if not _is_other(one))]
    spoke = (hit["first"] for hit in _SPOKE.finditer(text))
    found += [name for name in spoke if name.casefold() in FIRST_NAMES]
    found += unlisted_names(text)
    found += present(text)
    found = [name for name in found if not _OTHER.match(name)]
    found += [hit[0] for name in known for hit in _forms(name).finditer(text)]
    names = dict.fromkeys(map(str.strip, found))
    return tuple(one for one in names if not any(one != more and one in more for more in names))


def present(text: str) -> tuple[str, ...]:
    """Return who was there or not, as a line of minutes tells it.

    >>> present("Aanwezig: Karel Smit (voorzitter), Joke de Wit en mevrouw Bos")
    ('Karel Smit', 'Joke de Wit', 'mevrouw Bos')
    """
    lines = (line["names"] for line in _PRESENT.finditer(text))
    parts = (part.strip(" .\t") for line in lines for part in _BETWEEN.split(_ASIDE.sub("", line)))
    return tuple(part for part in parts if _NAMES.search(part) and not _OTHER.match(part))


def _forms(name: str) -> re.Pattern[str]:
    """Return a pattern for a name, for its first name, and for the surname behind that.

    A single word at the begin of a sentence may be any word: it counts where it is a first name, or
    where what somebody does stands behind it.
    """
    words = name.split()
    forms = {name}
    if len(words) > 1:
        forms |= {words[0], " ".join(words[1:])}
    alone = [one for one in forms if " " not in one and one[:1].isupper()]
    sure = [one for one in forms if " " in one or one.casefold() in FIRST_NAMES]
    kinds = [*map(_spaced, sorted(sure, key=len, reverse=True))]
    kinds += [rf"(?<=[^\W\d_] |, |,\n){_spaced(one)}" for one in alone]
    kinds += [rf"{_spaced(one)}(?=\s+{DOES}\b|\s*:)" for one in alone]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(kinds)})(?![\w-])")


def _spaced(words: str) -> str:
    """Return a pattern for words; the first one may have a capital, as 'De Wit' at a begin."""
    first, *rest = words.split()
    begin = rf"[{first[0].lower()}{first[0].upper()}]" if rest else re.escape(first[0])
    return r"\s+".join((begin + re.escape(first[1:]), *map(re.escape, rest)))


def _is_other(name: str) -> bool:
    return " " in name and is_other_name(name)
