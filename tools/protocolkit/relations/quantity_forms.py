"""How ages, terms, amounts and numbers are written: the patterns that find them in a text."""

from __future__ import annotations

import re
from enum import Enum

from protocolkit.text.late_patterns import late
from protocolkit.text.months import MONTH

_ONES = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien".split()
_ONES += "vijftien zestien zeventien achttien negentien".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
WORDS = {word: value for value, word in enumerate(_ONES)} | {"één": 1, "honderd": 100}
for _ten, _name in enumerate(_TENS, start=2):
    WORDS[_name] = 10 * _ten
    for _one in range(1, 10):
        _link = "ën" if _ONES[_one].endswith("e") else "en"
        WORDS[f"{_ONES[_one]}{_link}{_name}"] = 10 * _ten + _one
# 'een half uur', 'anderhalve week'
HALVES = {"een half": 0.5, "half": 0.5, "anderhalf": 1.5, "anderhalve": 1.5}


def _any_of(words: list[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


# By their parts: these stand in thirty patterns, and a list of all of them takes long to compile.
_AND = _any_of([one + ("ën" if one.endswith("e") else "en") for one in _ONES[1:10]])
_WORD_NUMBER = f"(?:{_AND}?{_any_of(_TENS)}|{_any_of([*_ONES, *HALVES, 'één', 'honderd'])})"
_N = rf"(?P<n>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?|{_WORD_NUMBER}(?![^\W_]))"
_M = _N.replace("?P<n>", "?P<m>")
_START = r"(?<![\w.,/–-])"

_LEAST = (
    r"minimaal|minstens|ten\s?minste|tenminste|op zijn minst|(?:niet|nooit|nimmer) minder dan|vanaf"
)
_MOST = (
    r"maximaal|hoogstens|ten hoogste|hooguit|(?:niet|nooit|nimmer) (?:meer|langer|later|ouder) dan|"
    r"uiterlijk(?: binnen)?|"
    r"binnen|tot en met|t/m|tot maximaal|tot"
)
_ABOVE = r"meer dan|langer dan|ouder dan|boven(?: de)?|groter dan"
_BELOW = r"minder dan|korter dan|jonger dan|onder(?: de)?|beneden(?: de)?|kleiner dan"
_BOUND = rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<above>{_ABOVE})|(?P<below>{_BELOW}))"
_AGE_OF = r"(?:\s+de leeftijd van)?"
PEOPLE = late(
    r"\b(?:leerling|kind|jonger|scholier|pupil|student|minderjarig|persoon|personen|leeftijd|"
    r"wie|jongens|meisjes|bezoeker|vrijwilliger|hulpouder|helper|stagiair|begeleid|deelnemer|iemand)"
    r"\w*\W+(?:\w+\W+){0,5}$",
    re.IGNORECASE,
)
PERSON_AFTER = late(
    r"\W+(?:\w+\W+){0,4}(?:leerling|kind|jonger|scholier|student|ouders?\b)", re.IGNORECASE
)
TIME_AFTER = late(
    r"^\s*(?:na\b|nadat|lang\b|later|geleden|bewaard|voor(?:dat|afgaand))", re.IGNORECASE
)


class Shape(Enum):
    """How words around a number bound what it measures; the value is a group of a pattern."""

    LEAST = "least"
    MOST = "most"
    ABOVE = "above"
    BELOW = "below"
    POINT = "point"
    BETWEEN = "between"


BOUNDS = (Shape.LEAST, Shape.MOST, Shape.ABOVE, Shape.BELOW)


def _pattern(text: str) -> re.Pattern[str]:
    return late(text.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)


AGES = (
    (_pattern(rf"{_START}(?:van |tussen (?:de )?){_N}(?: jaar)? (?P<to>tot en met|t/m|tot|"
        rf"en) (?:de )?{_M} jaar"), Shape.BETWEEN),
    (_pattern(rf"{_START}(?:van )?{_N} jaar(?: of| en)? (?:ouder|en hoger|of meer)\b"),
        Shape.LEAST),
    (_pattern(rf"{_START}(?:van )?{_N} jaar(?: of| en) jonger\b"), Shape.MOST),
    (_pattern(rf"{_START}{_N}-?plus(?:ser|sers)?\b|"
        rf"{_START}{_N.replace('?P<n>', '?P<m>')}\+"), Shape.LEAST),
    (_pattern(rf"\b(?:jonger dan|nog geen){_AGE_OF} {_N}(?: jaar(?: oud)?)?"), Shape.BELOW),
    (_pattern(rf"\b(?:onder|beneden)(?: de)?(?: leeftijd van)? {_N}(?: jaar)?(?!\w)"),
        Shape.BELOW),
    (_pattern(rf"\bouder(?:s)? (?:zijn |is )?dan{_AGE_OF} {_N}(?: jaar)?"), Shape.ABOVE),
    (_pattern(rf"\bjonger (?:zijn |is )?dan{_AGE_OF} {_N}(?: jaar)?"), Shape.BELOW),
    (_pattern(rf"\bboven de(?: leeftijd van)? {_N}(?: jaar)?(?!\w)"), Shape.ABOVE),
    (_pattern(rf"\bleeftijd van {_N} jaar (?:nog )?niet (?:heeft|hebben)? ?bereikt"), Shape.BELOW),
    (_pattern(rf"\bleeftijd van {_N} jaar (?:heeft |hebben )?bereikt"), Shape.LEAST),
    (_pattern(rf"\b(?:vanaf|{_LEAST}){_AGE_OF} {_N} jaar(?: oud)?"), Shape.LEAST),
    (_pattern(rf"\b(?:tot en met|t/m|maximaal|hoogstens|ten hoogste){_AGE_OF} {_N} jaar(?: "
        rf"oud)?"), Shape.MOST),
    (_pattern(rf"\btot{_AGE_OF} {_N} jaar"), Shape.BELOW),
    (_pattern(rf"\b(?:leeftijd(?:sgrens)?(?: \w+)? van|van) {_N} jaar(?: oud)?"), Shape.POINT),
    (_pattern(rf"{_START}{_N}-?jarigen?\b"), Shape.POINT),
    (_pattern(rf"{_START}{_N} jaar oud\b"), Shape.POINT),
)  # fmt: skip
FULL_AGE = late(r"\b(?P<minor>minderjarigen?)\b|\bmeerderjarigen?\b", re.IGNORECASE)
# These say no more than a number of years: an age only where the words before speak of people.
NEEDS_PEOPLE = frozenset(
    "tot van maximaal minimaal minstens ten hoogstens t/m nog tenminste".split()
)

UNITS = {
    "minuut": ("uur", 1 / 60), "minuten": ("uur", 1 / 60), "kwartier": ("uur", 1 / 4),
    "uur": ("uur", 1), "uren": ("uur", 1),
    "etmaal": ("uur", 24), "etmalen": ("uur", 24), "dag": ("uur", 24), "dagen": ("uur", 24),
    "week": ("uur", 168), "weken": ("uur", 168),
    "maand": ("maand", 1), "maanden": ("maand", 1), "jaar": ("maand", 12), "jaren": ("maand", 12),
}  # fmt: skip
_UNIT = (
    r"(?P<unit>(?:school|werk|les|kalender)?(?:minuten|minuut|kwartier|uren|uur|etmalen|"
    r"etmaal|dagen|dag|weken|week|maanden|maand|jaren|jaar))"
)
TERM = _pattern(rf"(?:\b{_BOUND} )?(?:(?<=\s)|{_START}){_N} {_UNIT}\b(?! per\b)")
# After these words 'een week' is how long it takes.
LASTS = late(r"(?:\b(?:duur|periode|termijn) van|\bgedurende)\s+$", re.IGNORECASE)
WITHIN_UNIT = _pattern(r"\b(?P<most>uiterlijk(?: binnen)?|binnen) de(?:zelfde)? " + _UNIT + r"\b")
AT_ONCE = late(
    r"\b(?:onmiddellijk|onverwijld|terstond|ogenblikkelijk|meteen|per omgaande"
    r"|direct(?= (?:contact|gemeld|melden|na|de|het|een|aan|bij|op|naar|met)\b|[.,;]|$))\b",
    re.IGNORECASE,
)

AMOUNT = _pattern(
    rf"(?:\b{_BOUND} )?(?:€ ?(?P<n>\d{{1,3}}(?:\.\d{{3}})*(?:,\d+)?)|{_START}{_M}(?:,-)? "
    rf"(?:euro|eur)\b)"
)
PERIODS = {"uur": 24 * 365.0, "dag": 365.0, "week": 52.0, "maand": 12.0, "jaar": 1.0}
_PERIOD = r"(?P<period>uur|dag|week|maand|jaar)"
ADVERBS = {
    "dagelijks": 365.0, "wekelijks": 52.0, "maandelijks": 12.0, "halfjaarlijks": 2.0,
    "jaarlijks": 1.0, "tweejaarlijks": 0.5, "driejaarlijks": 1 / 3, "vierjaarlijks": 0.25,
}  # fmt: skip
ONCE = late(r"\beenmalige?\b|\b[eé][eé]nmaal\b(?!\s+(?:per|in)\b)", re.IGNORECASE)
_GLUED = rf"(?P<glued>{_WORD_NUMBER})"
TIMES = _pattern(
    rf"(?:\b{_BOUND} )?{_START}(?:{_N} (?:keer|maal)|{_GLUED}maal) "
    rf"(?:per|in de|in het|elk|elke|ieder|iedere) (?:school|kalender|les)?{_PERIOD}\b"
)
EVERY_N = _pattern(
    rf"\b(?:eens per|om de|iedere|elke) {_N} (?P<period>dagen|weken|maanden|jaar|jaren)\b"
)
EVERY = _pattern(rf"\b(?:ieder|iedere|elk|elke|per|eens per) (?:school|kalender|les)?{_PERIOD}\b")
ADVERB = late(rf"\b(?P<word>{'|'.join(ADVERBS)})e?\b", re.IGNORECASE)

NUMBER = _pattern(
    rf"(?:\b{_BOUND} )?{_START}(?:{_N}|{_GLUED}maal\b)(?P<percent> ?%| procent)?(?![\w/–-]|[.,:]\d)"
)
NAMES_SOMETHING = late(
    r"(?:artikel(?:en)?|art\.?|lid|leden|hoofdstuk|paragraaf|§|bijlage|pagina|blz\.?|nr\.?|"
    r"nummer|noot|versie|punt|"
    r"telefoon(?:nummer)?|tel\.?|klas|groep|leerjaar|stap|fase|niveau|kamer|lokaal|"
    rf"{MONTH}|"
    r"schooljaar|(?-i:[A-Z])[:.])[\s:.]*$",
    re.IGNORECASE,
)
NAMED_BY = late(
    rf"^\s*(?:{MONTH}|"
    r"(?:[–/-]|\s)*\d{3,}|e\b|de\b|ste\b|[.)]\s)",
    re.IGNORECASE,
)
# 'groep 6 tot en met groep 8', 'vanaf klas 3', 'de groepen 5, 6 en 7': which years a rule is for.
_YEARS_WORD = r"(?:groep(?:en)?|klas(?:sen)?|leerjaar|leerjaren)"
_GRADE = rf"(?:1[0-2]|[1-9]|één|{'|'.join(_ONES[2:9])})(?!\w|\.\d|%)"
_JOINED = r"(?:, ?|/| en | of | tot en met | t/m | ?[-–] ?| tot )"
GRADES = _pattern(
    r"(?:\b(?:(?P<least>vanaf)|(?P<most>tot en met|t/m)|(?P<below>onder|tot)|(?P<above>boven)) )?"
    rf"(?<![\w-])(?:de )?(?P<word>{_YEARS_WORD}) "
    rf"(?P<grades>{_GRADE}(?:{_JOINED}(?:{_YEARS_WORD} )?{_GRADE})*)(?P<up> en (?:hoger|verder))?"
)
GRADE = _pattern(_GRADE)
ORDINALS = {w: n for n, w in enumerate("eerste tweede derde vierde vijfde zesde".split(), start=1)}
ORDINAL = late(
    rf"\b(?P<word>{'|'.join(ORDINALS)})\s+(?:keer|maal|overtreding|waarschuwing|incident|"
    rf"melding|constatering)\b",
    re.IGNORECASE,
)
CLOCK = late(r"(?<![\d.,])(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?:\s*uur)?(?![\d.,]*\d)")
# 'half negen', 'kwart over acht'; an hour before school opens is one of the afternoon.
SPOKEN_CLOCK = late(
    r"\b(?P<part>half|kwart over|kwart voor) (?P<h>" + "|".join(_ONES[1:13]) + r")\b",
    re.IGNORECASE,
)
PARTS_OF_HOUR = {"half": -0.5, "kwart over": 0.25, "kwart voor": -0.25}
SCHOOL_OPENS = 7
