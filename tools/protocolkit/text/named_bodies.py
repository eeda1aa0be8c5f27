"""Persons in the name of a council or a board, and in the name of a file.

Schools are called after people: ‘MR P.C. Hooft’ and ‘GMR Willem van Oranje’ name nobody who could
be written to. So behind the words for a board or a school only a form of address tells of a person.
Behind those for a council a first name and a surname do as well, unless that is the name of a
school of this organisation or of somebody famous. What stands behind a comma, a bracket or ‘namens’
is judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolkit.text.late_patterns import late
from protocolkit.text.legal_forms import LEGAL_FORM
from protocolkit.text.name_forms import ADDRESS, INITIALS, PARTICLE, UPPER
from protocolkit.text.person_names import called_names, is_person, person_names, with_capitals

_ADDRESSED = late(rf"\b{ADDRESS}\b\.?\s+(?:[A-Za-z]\.\s?){{0,5}}[\w’'-]+(?:\s+[\w’'-]+){{0,3}}")
_BREAK = late(
    r"[,;:()\[\]/]|\s[-–—]\s|\b(?:namens|tav|p/a|c/o|ter attentie van|vertegenwoordigd door"
    r"|onder leiding van|door|via)\b|\b(?:t\.\s?a\.\s?v|p\.\s?a)\.(?!\w)",
    re.IGNORECASE,
)
_COUNCIL = late(
    r"\b(?:[po]?g?mr\b(?!\.)|(?:[\w-]*medezeggenschaps|deel|thema|ouder|leerlingen)-?raad\b"
    r"|[\w-]*geleding\b|groeps-?\s?m\.?r\b)",
    re.IGNORECASE,
)
# 'St. Jan', 'Ds. Jan van der Meulen': who bears such a name is no member.
_HONOURED = late(r"\b(St|Ds|Dr|Drs|Mgr|Prof|Mr)\.\s+")
_INSTITUTION = late(
    r"\b(?:[po]?g?mr\b(?!\.)|[\w-]*raad|[\w-]*school|[\w-]*scholen|[\w-]*bestuur"
    rf"|{LEGAL_FORM}|college|directie|cvb|rvt|gezag|obs|cbs|rkbs|pcbs|ods|bs|ikc|kc|kindcentrum|sbo|so"
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
_INITIALS = late(rf"{INITIALS}{PARTICLE}?[{UPPER}][\w’'-]+")
_CALLED = late(rf"\s+(?:{INITIALS}|{PARTICLE}|[{UPPER}][\w’'-]*\s*)+")


def persons_in_body(name: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names of persons in the name of a council or a board.

    ``known`` are names of the organisation itself and its schools, which are no persons.

    >>> persons_in_body("GMR De Brug, mevrouw J. Jansen"), persons_in_body("MR P.C. Hooft")
    (('mevrouw J. Jansen',), ())
    >>> [persons_in_body("MR Jan de Vries", schools) for schools in ((), ["obs Jan de Vries"])]
    [('Jan de Vries',), ()]
    """
    text = _DOTTED.sub(_undotted, " ".join(name.split()))
    for own in sorted(filter(str.strip, known), key=len, reverse=True):
        text = re.sub(re.escape(" ".join(own.split())), "obs", text, flags=re.IGNORECASE)
    named = dict.fromkeys(_in_body(text))
    return tuple(one for one in named if not any(_is_part(one, own) for own in known))


def _is_part(words: str, own: str) -> bool:
    """Tell whether words are a part of a name of the organisation: of a school without its kind."""
    is_called = not _ADDRESSED.search(words)
    return is_called and f" {words.casefold()} " in f" {' '.join(own.split()).casefold()} "


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
        elif _COUNCIL.search(words):
            bare = _HONOURED.sub(r"\1 ", _COUNCIL.sub(" ", words))
            yield from called_names(with_capitals(bare))
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
    return person_names(re.sub(kinds, " ", with_capitals(words), flags=re.IGNORECASE))


def _undotted(found: re.Match[str]) -> str:
    """Return a short form without its points, and initials as they are."""
    letters = re.sub(r"[.\s]", "", found[0])
    return f"{letters} " if letters.casefold() in _SHORT else found[0]
