"""Names of persons in a text, as far as their form tells: a title, initials, a personal address.

Who is called by a first name and a surname alone is known by a first name that is one
(:mod:`protocolkit.text.first_names`) or by what that person is ('contactpersoon: ...'). Elsewhere
any two words with a capital might be a body or a place, and are a person only where nothing else is
expected (:func:`is_person`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.text.first_names import FAMOUS, FIRST_NAMES
from protocolkit.text.late_patterns import late
from protocolkit.text.legal_forms import LEGAL_FORM
from protocolkit.text.name_forms import NAME, PARTICLE, PARTICLES, SURNAME, TITLED
from protocolkit.text.other_capitals import BODIES, TEXTS
from protocolkit.text.sentences import Span

_TITLED = late(rf"\b{TITLED}")
_SEVERAL = late(rf"(?<![\w.])(?P<initials>(?:[A-Z]\.\s?){{2,5}})\s?{SURNAME}")
_SINGLE = late(rf"(?<![\w.])[A-Z]\.\s?{PARTICLE}{NAME}")
_AFTER_WORDS = late(rf"(?:\b(?P<before>\w+)|[:,(])\s[A-HJ-UWYZ]\.\s{NAME}(?!\s*[:.]\s*$)")
_LONE_INITIAL = late(rf"(?<![\w.])[A-Z]\.\s?{SURNAME}")
_MONTHS = "jan|feb|mrt|maart|apr|april|mei|jun|juni|jul|juli|aug|sep|sept|okt|nov|dec"
# Which words are first names is looked up: as a pattern they take a tenth of a second to compile.
_UNCAPPED = late(
    rf"\b(?P<first>[^\W\d_]+)(?=(?P<between>\s+{PARTICLE}?)"
    rf"(?!(?:{_MONTHS})\b)(?P<last>[^\W\d_][\w’'-]+))",
    re.IGNORECASE,
)
# Letters that are one to a pattern that takes no notice of capitals, and two to str.lower().
_SAME_LETTERS = str.maketrans("İıſ", "iis")
_ADDRESS = late(r"(?<![\w.-])(?P<first>[A-Za-z]+)[._](?P<last>[A-Za-z]{2,}[\w.-]*)@[\w-]+\.")
# 'N.V.' and 'B.V.' stand before the name of a firm, 'P.O. Raad' before that of a body.
_NO_PERSON = frozenset("BV NV CV VOF PO VO MR GMR US EU".split())
# 'artikel A. Begrippen' names a part of a text, and 'I.' is a number as often as a name.
_PARTS = frozenset(
    "artikel art bijlage deel hoofdstuk lid onderdeel paragraaf par punt sub tabel figuur".split()
)
# 'Dr. Nelle Academie', 'Prof. Lorentzlaan'.
_PLACES = late(
    r"(?:academie|school|college|lyceum|straat|laan|weg|plein|kade|singel|park)\b", re.IGNORECASE
)
_ROLES = late(
    r"(?:info|admin|administratie|aanmeld|bestuur|contact|directie|secretariaat|school|raad|privacy|ict"
    r"|helpdesk|mr|gmr|fg|team|vertrouwen|inspect|klacht|zorg|leerling|ouder|personeel|noreply|no)",
    re.IGNORECASE,
)
_BARE = late(rf"(?!(?:De|Het|Een|Sint|St|In|Op|Van|Onze)\s){NAME}\s+{SURNAME}")
# 'de Anne Frank', 'basisschool Jan Ligthart' and 'Stichting Willem van Oranje' are schools.
_FULL = late(
    rf"(?:(?<![\w’'-])(?P<before>[\w’'-]+)[ \t]+)?"
    rf"(?P<name>(?P<first>{NAME})(?:[ \t]+{NAME})?[ \t]+{SURNAME})"
    rf"(?=(?P<after>[ \t-]+[\w’']+)?)"
)
_OF_A_PLACE = frozenset("van de het in op aan uit voor bij".split())
_OF_A_BODY = frozenset("de het een onze ons den sint st dr ds drs mgr prof het".split())
_WHO = (
    r"(?:\w*contactpersoon|\w*vertrouwenspersoon|\w*coördinator|mentor|intern begeleider|directeur"
    r"|rector|conciërge|voorzitter|secretaris|aanspreekpunt|verantwoordelijke|opsteller)"
)
_ROLE = late(rf"\b{_WHO}(?:\s+is|\s*[:(])", re.IGNORECASE)
_BY_ROLE = late(
    rf"\b(?i:{_WHO})(?:\s+is|\s*[:(])\s+?(?P<name>(?!(?:De|Het|Een|Sint|St|In|Op|Van|Onze)\s){NAME}"
    rf"[ \t]+{SURNAME})|\b(?i:{_WHO})\s*\((?P<inside>{NAME}[ \t]+{SURNAME})\)"
)
_BODIES = late(
    rf"(?:{LEGAL_FORM}|school|scholen|college|bestuur|directie|raad|lyceum|gymnasium|mavo|havo"
    r"|vwo|obs|cbs|rkbs|ikc|onderwijs|directeur|rector|adviseur|medewerker|coördinator|functionaris"
    r"|manager|hoofd|afdeling|dienst|team|werkgroep|commissie|bureau|microsoft|office|user|word"
    r"|libreoffice|writer|adobe|acrobat|google|docs|gebruiker|protocol|groep|gemeente|ministerie)",
    re.IGNORECASE,
)


NAME_REMOVED = "[naam verwijderd]"
"""What stands in the place of a name of a person that went."""


def person_names(text: str) -> tuple[str, ...]:
    """Return the names of persons in a text, each once, as they stand there.

    >>> person_names("Vragen? Mail mevrouw J. de Vries (jdv@school.nl) of de directeur.")
    ('mevrouw J. de Vries',)
    """
    found = (text[begin:end].strip() for begin, end in person_spans(text))
    return tuple(dict.fromkeys(found))


def person_spans(text: str) -> Iterator[Span]:
    """Yield where the names of persons stand in a text, in order; two that overlap are one."""
    begin, end = 0, 0
    for start, stop in sorted(_spans(text)):
        if start >= end:
            if end:
                yield begin, end
            begin = start
        end = max(end, stop)
    if end:
        yield begin, end


def called_names(text: str) -> tuple[str, ...]:
    """Return the names of who is called by a first name, or one initial, and a surname.

    >>> called_names("Jan de Vries, J. Bos"), called_names("Prins Bernhard, P.C. Hooft")
    (('Jan de Vries', 'J. Bos'), ())
    """
    spans = [*_full_names(text), *(found.span() for found in _LONE_INITIAL.finditer(text))]
    return tuple(dict.fromkeys(text[begin:end].strip() for begin, end in sorted(spans)))


def with_capitals(text: str) -> str:
    """Return a text in which a first name and the surname behind it begin with a capital.

    >>> with_capitals("brief van jan de vries")
    'brief van Jan de Vries'
    """
    made, done = [], 0
    for found in _UNCAPPED.finditer(text):
        first, last = found["first"], found["last"]
        if found.start() >= done and first.translate(_SAME_LETTERS).lower() in FIRST_NAMES:
            made.append(text[done : found.start()])
            made.append(f"{first[0].upper()}{first[1:]}{found['between']}")
            made.append(f"{last[0].upper()}{last[1:]}")
            done = found.end("last")
    return "".join([*made, text[done:]])


def is_person(text: str) -> bool:
    """Tell whether a short text, such as who is responsible, is the name of a person."""
    words = " ".join(text.split())
    return bool(person_names(words)) or bool(_BARE.fullmatch(words) and not _BODIES.search(words))


def _spans(text: str) -> Iterator[Span]:
    for found in _TITLED.finditer(text):
        if not (_PLACES.search(found[0]) or _is_of_a_body(found[0])):
            yield found.span()
    for found in _SEVERAL.finditer(text):
        initials = re.sub(r"[.\s]", "", found["initials"])
        if initials not in _NO_PERSON and not _BODIES.search(found[0]):
            yield found.span()
    for found in _SINGLE.finditer(text):
        yield found.span()
    for found in _AFTER_WORDS.finditer(text):
        before = found["before"] or ""
        if before.lower() not in _PARTS and not _BODIES.search(found[0][len(before) :]):
            yield found.start() + len(before or " "), found.end()
    yield from _full_names(text)
    for found in _ADDRESS.finditer(text):
        if not _ROLES.match(found["first"]) and not _ROLES.match(found["last"]):
            yield found.start(), text.find("@", found.start())


def _is_of_a_body(titled: str) -> bool:
    """Tell whether behind a title stands where somebody works: 'de juf van Groep 5'.

    Nobody works 'van der Groep' or 'ten Kate': these particles stand in surnames alone.
    """
    *before, last = titled.casefold().split()
    particles = PARTICLES.intersection(before[1:])
    return last in BODIES | TEXTS and bool(particles) and particles <= _OF_A_PLACE


def _full_names(text: str) -> Iterator[Span]:
    """Yield where a first name and a surname stand, and who is named behind a role."""
    for found in _FULL.finditer(text):
        if _is_full_name(found):
            has_two = (found["before"] or "").casefold() in FIRST_NAMES
            yield found.start("before" if has_two else "name"), found.end("name")
    # What finds a name behind a role takes long to compile, and most texts have none.
    for found in _BY_ROLE.finditer(text) if _ROLE.search(text) else ():
        which = "name" if found["name"] else "inside"
        if not (_BODIES.search(found[which]) or _PLACES.search(found[which])):
            yield found.span(which)


def _is_full_name(found: re.Match[str]) -> bool:
    """Tell whether a first name and a surname are those of a person, and not of a school."""
    first, before = found["first"].split("-")[0].casefold(), (found["before"] or "").casefold()
    is_known = {first, before} & FIRST_NAMES
    around = " ".join(filter(None, (before, found["name"], found["after"])))
    is_other = before in _OF_A_BODY or _BODIES.search(around) or _PLACES.search(around)
    is_famous = found["name"].casefold().startswith(FAMOUS)
    return bool(is_known) and not is_other and not is_famous
