"""Persons in the name of a council or a board, and in the name of a file.

Schools are called after people: ‘MR P.C. Hooft’ and ‘GMR Willem van Oranje’ name nobody who could
be written to. So behind the words for a council, a board or a school only a form of address tells
of a person; what stands behind a comma, a bracket or ‘namens’ is judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolkit.text.late_patterns import late
from protocolkit.text.person_names import is_person, person_names

_ADDRESSED = late(
    r"\b(?:[Dd]e\s+heer|[Mm]evrouw|[Mm]evr|[Mm]w|[Dd]hr|[Mm]eneer)\b\.?\s+(?:[A-Za-z]\.\s?){0,5}"
    r"[\w’'-]+(?:\s+[\w’'-]+){0,3}"
)
_BREAK = late(
    r"[,;:()\[\]/]|\s[-–—]\s|\b(?:namens|t\.a\.v\.|p/a|vertegenwoordigd door|door)\b", re.IGNORECASE
)
_INSTITUTION = late(
    r"\b(?:[po]?g?mr\b(?!\.)|[\w-]*raad|[\w-]*school|[\w-]*scholen|[\w-]*bestuur|stichting|vereniging"
    r"|coöperatie|college|directie|cvb|rvt|gezag|obs|cbs|rkbs|pcbs|ods|bs|ikc|kc|kindcentrum|sbo|so"
    r"|vso|pro|vmbo|mavo|havo|vwo|lyceum|gymnasium|academie|locatie|vestiging|platform|kring|cluster"
    r"|scholengroep|[\w-]*geleding|commissie|team)\b",
    re.IGNORECASE,
)
# 'O.B.S. De Ark', 'C.v.B.', 'R.K. Kerk': these are no initials.
_DOTTED = late(r"\b(?:[A-Za-z]\.\s?){2,5}(?=\s|$|-|,)")
_SHORT = frozenset(
    "obs cbs rkbs pcbs kbs bs ods ikc kc sbo so vso pro po vo opo pcpo rk pc cvb rvt mr gmr".split()
)
_ROLE = late(
    r"\b(?:voorzitter|secretaris|directeur|bestuurder|rector|lid|manager|adviseur|ouder|leraar)\b",
    re.IGNORECASE,
)
_INITIALS = late(r"(?:[A-Z]\.\s?){1,5}(?:(?:van|de|der|den|ten|ter|te|’t|'t)\s+){0,3}[A-Z][\w’'-]+")
_CALLED = late(r"\s+(?:(?:[A-Z]\.\s?)+|(?:van|de|der|den|ten|ter|te|’t|'t|[A-Z][\w’'-]*)\s*)+")


def persons_in_body(name: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of persons in the name of a council or a board.

    ``known`` are names of the organisation itself and its schools, which are no persons.

    >>> persons_in_body("GMR De Brug, mevrouw J. Jansen"), persons_in_body("MR P.C. Hooft")
    (('mevrouw J. Jansen',), ())
    """
    text = _DOTTED.sub(_undotted, " ".join(name.split()))
    for own in sorted(filter(None, known), key=len, reverse=True):
        text = text.replace(own, "obs")
    return tuple(dict.fromkeys(_in_body(text)))


def is_lone_person(name: str) -> bool:
    """Tell whether a name may be a person's by its form alone: no word says what body it is."""
    return not persons_in_body(name) and not _INSTITUTION.search(name) and is_person(name)


def _in_body(text: str) -> Iterator[str]:
    for part in _BREAK.split(text):
        words = part.strip()
        if found := _ADDRESSED.search(words):
            yield found[0]
        elif "@" in words:
            yield from person_names(words)
        elif not _INSTITUTION.search(words):
            bare = _ROLE.sub("", words).strip(" -")
            yield from person_names(bare) or (_INITIALS.findall(bare)[:1])


def persons_in_file(name: str) -> tuple[str, ...]:
    """Return the names of persons in the name of a file, without its end.

    >>> persons_in_file("brief van mevrouw J. Jansen"), persons_in_file("notulen-MR-Jan-Ligthart")
    (('mevrouw J. Jansen',), ())
    """
    words = _DOTTED.sub(_undotted, " ".join(re.sub(r"[_-]+", " ", name).split()))
    if found := _ADDRESSED.search(words):
        return (found[0],)
    kinds = rf"{_INSTITUTION.pattern}(?-i:{_CALLED.pattern})"
    return person_names(re.sub(kinds, " ", words, flags=re.IGNORECASE))


def _undotted(found: re.Match[str]) -> str:
    """Return a short form without its points, and initials as they are."""
    letters = re.sub(r"[.\s]", "", found[0])
    return f"{letters} " if letters.casefold() in _SHORT else found[0]
