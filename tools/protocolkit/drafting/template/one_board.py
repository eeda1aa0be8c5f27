"""What is true of one board in a text: how many schools it has, which and where, who does what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolkit.document.organisations import BOARD_WORDS
from protocolkit.drafting.template.values import Placeholder, PlaceholderKind
from protocolkit.text.late_patterns import late
from protocolkit.text.person_names import person_spans
from protocolkit.text.sentences import Span

Blank = tuple[int, int, Placeholder]
"""Where a placeholder begins and ends in a text, and the placeholder."""

SCHOOLS_KEY = "namen-van-scholen"
"""The key under which several schools in a row are filled in."""

PERSON_KEY = "contactlijst"
"""The key under which it is filled in who somebody is: a function, or where the names are kept."""

PLACE_KEY = "plaats"
"""The key under which the place of a board or school is filled in."""

LOCATION_KEY = "locatie"
"""The key under which the name of a location is filled in."""

SITES_KEY = "locaties"
"""The key under which all locations of a board or school are filled in."""

SCHOOLS_NAME = "namen van de scholen"
_SCHOOL_NAME = "naam van de school"
_PLACE_NAME = "plaats"
_LOCATION_NAME = "naam van de locatie"
_SITES_NAME = "namen van de locaties"
_PERSON_NAME = "naam: zie contactlijst"
_REACHED_NAME = "naam, telefoon en e-mail: zie contactlijst"

# How many schools there are is true of one board: 'de beide scholen', 'onze drie basisscholen'.
_COUNTED_SCHOOLS = late(
    r"\b(?:(?:de|onze|alle)\s+)?(?:beide|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+)"
    r"\s+(?:basis)?scholen\b",
    re.IGNORECASE,
)
# 'gevestigd te Zutphen', 'in de gemeente Emmen': the place of one board.
_TOWN = r"[A-Z][\w'’-]+(?:\s(?:(?:op|aan|in|bij)(?:\s(?:de|den|het))?\s)?[A-Z][\w'’-]+)*"
_COUNTRY = r"(?!(?:Nederland|Europa|Vlaanderen|België|Duitsland)\b)"
# 'Venray, Horst en Deurne': elsewhere there are more or fewer, so a row of towns is one place.
_NEXT_TOWN = rf"(?!(?:De|Het|(?i:{'|'.join(BOARD_WORDS)}))\b){_TOWN}"
_TOWNS = rf"{_TOWN}(?:(?:,\s{_NEXT_TOWN}){{0,4}}\sen\s{_NEXT_TOWN})?"
_PLACE = late(
    r"(?i:(?<=\bgevestigd te )|(?<=\bgevestigd in )|(?<=\bschool te )|(?<=\bscholen te )"
    rf"|(?<=\bgemeente )|(?<=\bgemeenten )|(?<=kantoor in )|(?<=bureau in )){_COUNTRY}{_TOWNS}"
)
# 'de scholen van de stichting in Almelo', 'onze scholen in Zwolle'
_OF_BOARD = rf"(?:\s+van\s+(?:de\s+|het\s+|onze\s+)?(?:{'|'.join(BOARD_WORDS)}|bestuur))?"
_SCHOOLS_IN = late(rf"\b[Ss]cholen{_OF_BOARD}\s+in\s+{_COUNTRY}(?P<town>{_TOWNS})")
# 'obs De Ark in Deventer', 'obs De Ark (Deventer)': what follows a name is its place too.
_AFTER_NAME = late(
    rf"\s+(?:te|in)\s+{_COUNTRY}(?P<town>{_TOWNS})"
    rf"|\s*\((?:te |in )?{_COUNTRY}(?P<beside>(?=[A-Z]['a-zà-ÿ]){_TOWNS})\)"
)
_LOCATION = late(r"\b(?:[Ll]ocatie|[Vv]estiging|[Dd]ependance)\s+(?P<name>[A-Z][\w'’-]*)")
# a row of schools, as in 'onze scholen in Almelo: Het Kompas en De Ster'
_ONE = r"(?:(?:[Dd]e|[Hh]et|['’]t)\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*"
_BETWEEN = r"\s+(?:en/of|en|of)\s+"
_LISTED = late(
    rf"\b[Ss]cholen(?:{_OF_BOARD}|\s+van\s+{_ONE})(?:\s+(?:te|in)\s+{_TOWN})?\s*[:(]\s*"
    rf"(?P<schools>{_ONE}(?:,\s*{_ONE})*{_BETWEEN}{_ONE})"
)
# 'de beide locaties, Noord en Zuid': how many places there are and what they are called.
_COUNT = r"(?:beide|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d{1,2})"
_SITES = r"\w*(?:locaties|vestigingen|gebouwen)|dependances"
_NAMED = rf"\s*[,:(]?\s*{_ONE}(?:,\s*{_ONE})*{_BETWEEN}{_ONE}\)?"
_COUNTED_SITES = late(
    rf"\b(?i:(?:(?:de|onze|alle)\s+)?{_COUNT}\s+(?:{_SITES}))\b(?:{_NAMED})?"
    rf"|\b(?i:(?:(?:de|onze|alle)\s+)?(?:{_COUNT}\s+)?(?:{_SITES}|afdelingen|besturen)){_NAMED}"
)
_PARTED = late(rf",\s*|{_BETWEEN}")
# A person by name: who has a task changes, the text of a protocol should not. So does a number.
_NUMBER = r"(?:\+|0)\d[\d\s()–-]{6,16}\d"
_REACH = (
    r"(?:(?:tel(?:efoon)?(?:nummer)?|mobiel|nummer|e-?mail(?:adres)?)\b\.?\s*:?\s*)?"
    rf"(?:{_NUMBER}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_REACHED = late(
    rf"\s*\(\s*{_REACH}(?:\s*(?:,|;|/|of|en)\s*{_REACH})*\s*\)"
    rf"|\s*(?:,|:|–|-|via|op)\s*{_REACH}(?:\s*(?:,|;|/|of|en)\s*{_REACH})*",
    re.IGNORECASE,
)


def schools_of_one(text: str) -> Iterator[Blank]:
    """Yield how many schools a board has, its locations, and schools in a row after 'scholen'."""
    for match in _COUNTED_SCHOOLS.finditer(text):
        yield _blank(text, match.span(), SCHOOLS_KEY, PlaceholderKind.SCHOOL, SCHOOLS_NAME)
    for match in _COUNTED_SITES.finditer(text):
        yield _blank(text, match.span(), SITES_KEY, PlaceholderKind.ADDRESS, _SITES_NAME)
    for match in _LOCATION.finditer(text):
        yield _blank(
            text, match.span("name"), LOCATION_KEY, PlaceholderKind.ADDRESS, _LOCATION_NAME
        )
    for match in _LISTED.finditer(text):
        school = PlaceholderKind.SCHOOL
        for span in _parts(text, match.span("schools")):
            yield _blank(text, span, school.value, school, _SCHOOL_NAME)


def places_of_one(text: str, ends: Iterable[int]) -> Iterator[Blank]:
    """Yield the places of one board: where a text says so, and after its names (``ends``)."""
    counted = (match.end() for match in _COUNTED_SCHOOLS.finditer(text))
    after = (_AFTER_NAME.match(text, end) for end in (*ends, *counted))
    spans = [
        *(match.span() for match in _PLACE.finditer(text)),
        *(match.span("town") for match in _SCHOOLS_IN.finditer(text)),
        *(match.span(match.lastgroup or 0) for match in after if match),
    ]
    for span in dict.fromkeys(spans):
        yield _blank(text, span, PLACE_KEY, PlaceholderKind.ADDRESS, _PLACE_NAME)


def persons_of_one(text: str) -> Iterator[Blank]:
    """Yield the persons by name, each with the number and address at which they are reached."""
    for begin, end in person_spans(text):
        if text.startswith("@", end):
            continue  # of an address, which is filled in whole
        reached = _REACHED.match(text, end)
        span = begin, reached.end() if reached else end
        name = _REACHED_NAME if reached else _PERSON_NAME
        yield _blank(text, span, PERSON_KEY, PlaceholderKind.ADDRESS, name)


def _parts(text: str, span: Span) -> Iterator[Span]:
    begin, end = span
    for between in _PARTED.finditer(text, begin, end):
        yield begin, between.start()
        begin = between.end()
    yield begin, end


def _blank(text: str, span: Span, key: str, kind: PlaceholderKind, printed: str) -> Blank:
    words = text[slice(*span)]
    return *span, Placeholder(key=key, kind=kind, printed=f"[{printed}]", words=words)
