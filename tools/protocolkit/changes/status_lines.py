"""Lines of a text that only say where the text itself stands: since when, which version.

They are told and not counted: another day in 'Treedt in werking per 01-08-2015' changes no rule.
The grammar is closed: a line is one when all of its words are those of statuses, versions, dates
and those who decide. With one word more ('…, behalve voor leraren') it says something else, and
counts.
"""

from __future__ import annotations

import re

from protocolkit.text.late_patterns import late

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d{2}"
_DAY = (
    rf"(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|\d{{2}})|{_YEAR}-\d{{2}}(?:-\d{{2}})?|\d{{2}}-{_YEAR}"
    rf"|(?:\d{{1,2}} )?{_MONTH} {_YEAR}|(?:(?:het )?schooljaar )?{_YEAR}(?: ?[-/–] ?{_YEAR})?)"
)
_LATER = r"op een (?:nog )?nader te bepalen (?:datum|tijdstip|moment)"
_SINCE = rf"(?:(?:(?:van|vanaf|per|op|sinds|d\.d\.|met ingang van)\s*:? )?{_DAY}|{_LATER})"
_BODY = (
    r"(?:(?:de|het) )?(?:GMR|MR|(?:gemeenschappelijke )?medezeggenschapsraad|deelraad|ouderraad"
    r"|college van bestuur|CvB|(?:school|stichtings)?bestuur|bevoegd gezag|raad van toezicht|RvT"
    r"|directie|directeur|schoolleiding|MT|managementteam)"
)
_BY = rf"(?: (?:door|namens|in) {_BODY}(?:(?:, | en ){_BODY})*)?"
_NUMBER = r"v?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?"
_STATUS = r"(?:definitief|concept|voorstel|ontwerp|vastgesteld|van kracht|vervallen|ingetrokken)"
_DONE = (
    r"(?:laatst(?:elijk)? )?"
    r"(?:gewijzigd|bijgewerkt|herzien|vastgesteld|goedgekeurd|geactualiseerd)"
)
_DATE = (
    r"(?:versie|ingangs|wijzigings|evaluatie|vaststellings)?datum"
    r"(?: van)?(?: vaststelling| versie| inwerkingtreding)?"
)
_SAID = (
    rf"(?:treedt|is|in) (?:in )?werking(?: getreden)?\s*:? {_SINCE}",
    rf"(?:dit is )?versie(?:nummer)?\s*:? ?{_NUMBER}(?:,? \(?(?:{_SINCE}|{_STATUS})\)?)?",
    rf"{_DATE}\s*: ?{_DAY}",
    rf"status\s*: ?(?:{_STATUS}(?: versie)?|{_DONE})(?:,? \(?{_SINCE}\)?)?",
    rf"{_DONE}:?(?:{_BY} {_SINCE}| {_SINCE}{_BY})",
    rf"(?:geldt|geldig|geldend) {_SINCE}(?: tot(?: en met)? {_DAY})?",
)
_ONE = rf"(?:{'|'.join(_SAID)})"
_LINE = late(rf"[\[(]?{_ONE}(?:[.,;|] ?{_ONE})*\.?[\])]?\.?", re.IGNORECASE)


def is_status_line(text: str) -> bool:
    """Tell whether a text says nothing but where the document itself stands.

    >>> is_status_line("Treedt in werking per 01-08-2015")
    True
    >>> is_status_line("Dit protocol treedt in werking na instemming van de MR.")
    False
    """
    return bool(_LINE.fullmatch(" ".join(text.split())))
