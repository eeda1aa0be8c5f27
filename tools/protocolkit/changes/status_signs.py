"""Days, bodies, names and what a text calls itself, each as one sign in a line on the status."""

from __future__ import annotations

import re
from collections.abc import Iterable

from protocolkit.document.names import find_names
from protocolkit.document.organisations import (
    BOARD_WORDS,
    SCHOOL_ENDINGS,
    SCHOOL_WORDS,
    without_kind,
)
from protocolkit.text.late_patterns import late
from protocolkit.text.legal_forms import LEGAL_FORM

DAY, SCHOOL_YEAR, BODY, TEXT, NAME = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
NUMBER, OPEN = "\ue005", "\ue006"
"""What a day, a school year, who decides, this text, an organisation, the number of a version and
a place to fill in are in a line."""

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d{2}"
_SCHOOL_YEAR = (
    rf"(?:(?:in|voor) )?(?:het )?schooljaar {_YEAR}(?: ?[-/–] ?(?:{_YEAR}|['’]?\d{{2}}))?"
)
_SEASON = rf"(?:(?:de|het) )?(?:voorjaar|najaar|lente|zomer|herfst|winter)(?: van)? {_YEAR}"
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?"
_DAY = (
    rf"(?:{_WEEKDAY}\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|\d{{2}})|{_YEAR}-\d{{2}}(?:-\d{{2}})?"
    rf"|\d{{2}}-{_YEAR}|(?:{_WEEKDAY}\d{{1,2}} |begin |medio |eind )?{_MONTH} {_YEAR}|{_SEASON}"
    rf"|{_YEAR}(?: ?[-/–] ?{_YEAR})?)"
)
_OPEN = (
    r"(?:op een (?:nog )?nader te bepalen (?:datum|tijdstip|moment)|n\.?t\.?b\.?"
    r"|(?:nog )?(?:nader )?(?:te bepalen|in te vullen)|nog niet(?: (?:bekend|ingevuld))?)"
)
_BLANK = r"(?:[.…_]{2,}|…|x{2,})(?:[-/ ](?:[.…_x]{1,}|\d{4}))*"
_OF_MR = (
    r"(?:\(?[GPDO]\)?)*MR(?:[- ](?:PO|VO|SO|MBO))?(?:-?vergadering)?"
    r"|OR|ondernemingsraad|(?:gemeenschappelijke )?medezeggenschapsraad"
)
_LEADS = (
    r"(?:(?:algemeen|locatie|adjunct-?|cluster|school)[- ]?)?directeur(?:-bestuurder)?|directeuren"
    r"|(?:(?:algemene|centrale) )?directie|schoolleid(?:ing|er)|MT|management(?:team)?|rector"
    r"|bestuurder|directie-?(?:overleg|beraad)|bestuursvergadering"
)
_BODY = (
    rf"(?:(?:de|het) )?(?:{_OF_MR}|deelraad|ouderraad|leerlingenraad|bureauraad"
    rf"|(?:personeels|ouder|leerling(?:en)?)geleding(?: van de (?:{_OF_MR}))?"
    r"|college van bestuur|CvB|raad van bestuur|RvB"
    r"|(?:(?:algemeen|dagelijks) )?(?:school|stichtings)?bestuur|bevoegd gezag"
    rf"|raad van toezicht|RvT|{_LEADS}|(?:school)?team|(?:team|personeels)vergadering"
    r"|(?:(?:beleids|ICT)[- ]?medewerker|ICT-coördinator|functionaris gegevensbescherming|FG)"
    r"|(?:werk|project|regie)groep(?:(?-i: [A-Z][\w-]*)| sociale media)?)"
)
# The names of places and schools alone have capitals here: 'te Bergen op Zoom'.
_CAPITALS = (
    r"(?-i:(?:['’][st]-?)?[A-Z][\w'’/-]*"
    r"(?: (?:aan|op|bij|den|de|van|der|het|[A-Z][\w'’/-]*)){0,5})"
)
TOWN = _CAPITALS
"""A pattern for the name of a place."""
_KIND = "|".join((*BOARD_WORDS, *SCHOOL_WORDS, *SCHOOL_ENDINGS))
_SCHOOL = rf"(?:(?:de|het) )?(?:{_KIND}) {_CAPITALS}"
_OF_SCHOOL = rf"{BODY},? van (?:{NAME}|{_CAPITALS}|(?:deze|de) (?:school|{LEGAL_FORM}))"
_TOWN = rf"te {_CAPITALS}"
# Only 'this' one may be a compound ('dit AI-protocol'): 'het schoolplan' is another text.
_TEXT = (
    r"(?:(?:dit|het)(?: (?:vorige|eerdere|oude))? "
    r"(?:protocol|document|reglement|beleid(?:splan|sstuk)?|plan)"
    r"|deze (?:[\w-]*(?:regeling|code|leidraad|richtlijn)|notitie|handreiking|afspraken)"
    r"|dit [\w-]*(?:protocol|document|reglement|beleid|plan)"
    r"|alle (?:eerdere|vorige) versies)"
)
_DIGITS = r"v?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?"
_NUMBER = (
    r"\d{1,3}e (?:versie|druk)|v\d{1,3}(?:\.\d{1,3}){0,3}"
    r"|(?:(?:document)?versie(?:nummer|beheer)?|(?:concept|ontwerp|voorstel)(?: ?versie)?|revisie)"
    rf"(?: nr\.?)?\s{{0,2}}:? ?{_DIGITS}"
)


def _whole(words: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return late(rf"(?<![\w.-])(?:{words})(?![\w-])", flags)


# In this order: what is open may have a year, a body the name of its school behind it, and a day
# is no number of a version.
_SIGNS = (
    (OPEN, late(_BLANK)),
    (SCHOOL_YEAR, _whole(_SCHOOL_YEAR)),
    (DAY, late(rf"(?<![\w.]){_DAY}(?!\w)", re.IGNORECASE)),
    (NUMBER, _whole(_NUMBER)),
    (OPEN, late(rf"(?<![\w.]){_OPEN}(?!\w)", re.IGNORECASE)),
    (BODY, late(rf"(?<![\w.-]){_BODY}(?!\w|-(?!instemming|advies))", re.IGNORECASE)),
    (BODY, late(_OF_SCHOOL, re.IGNORECASE)),
    (NAME, _whole(_SCHOOL)),
    (NAME, _whole(_TOWN)),
    (TEXT, _whole(_TEXT)),
)


def in_signs(text: str, names: Iterable[str] = ()) -> str:
    r"""Return a line with one sign for each day, body, name and so on.

    ``names`` are those of the organisation and its schools, which may stand without their kind.

    >>> in_signs("Vastgesteld door de directie van obs De Wal op 3 mei 2023", ["obs De Wal"])
    'Vastgesteld door \ue002 op \ue000'
    """
    known = tuple(dict.fromkeys(one for name in names for one in (name, without_kind(name))))
    for begin, end in reversed(find_names(text, known)):
        text = f"{text[:begin]}{NAME}{text[end:]}"
    for sign, written in _SIGNS:
        text = written.sub(sign, text)
    return text
