"""Lines of a text that only say where the text itself stands: since when, which version.

They are told and not counted: another day in 'Treedt in werking per 01-08-2015' changes no rule.
Only a line that has nothing else is one; a sentence with a subject is a rule.
"""

from __future__ import annotations

import re

_DAY = r"(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]+)[-/. ]\d{2,4}|\d{4}(?:-\d{2}){0,2}|[a-z]+ \d{4})"
_LINE = re.compile(
    r"^\W*(?:"
    r"(?:treedt|is|in) (?:in )?werking(?: getreden| met ingang van)?\b(?! van).{0,60}"
    r"|(?:dit is )?versie(?:nummer)?\s*:?\s*v?\d[\w.]{0,8}(?:\W+.{0,40})?"
    r"|(?:versie)?datum(?: van)?(?: vaststelling| versie| inwerkingtreding)?\s*:.{0,40}"
    r"|(?:ingangs|wijzigings|evaluatie|vaststellings)datum\s*:.{0,40}"
    r"|status\s*:.{0,40}"
    rf"|(?:laatst )?(?:gewijzigd|bijgewerkt|herzien|vastgesteld)(?: op| d\.d\.)?\s*:?\s*{_DAY}\.?"
    rf"|(?:geldt|geldig|geldend) (?:van|vanaf|per|op|met ingang van)\s+{_DAY}.{{0,30}}"
    r")\W*$",
    re.IGNORECASE,
)


def is_status_line(text: str) -> bool:
    """Tell whether a text says nothing but where the document itself stands.

    >>> is_status_line("Treedt in werking per 01-08-2015")
    True
    >>> is_status_line("Dit protocol treedt in werking na instemming van de MR.")
    False
    """
    return bool(_LINE.match(" ".join(text.split())))
