"""Facts that a document says of itself: of which year, version and sector it is, whose it is.

Each fact comes with the words that say it; what is not said stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.document.approvals import Approval, is_adoption
from protocolkit.document.facts import Evidence, Status
from protocolkit.document.organisations import BOARD_WORDS, SCHOOL_ENDINGS, SCHOOL_WORDS, SECTORS
from protocolkit.importing.structure.stated_approvals import DATE, iso_date, stated_approvals
from protocolkit.text.months import MONTH, MONTHS

_LAST_DATE = re.compile(
    rf"^(?:[A-Z][\w’' -]{{1,30}},\s*)?(?P<words>(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{MONTH})\s+"
    r"(?P<year>(?:19|20)\d\d))\.?$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"^(?:datum|opgesteld(?: op)?|versie(?:datum)?)\s*:?\s*(?P<words>{DATE})", re.IGNORECASE
)
_VERSION = re.compile(r"^versie\s*:?\s*(?P<version>\d+(?:\.\d+)*)\b", re.IGNORECASE)
_LONGEST_NAME, _SIGNS = 7, (".", ":", ";", "?", "!", ",")
_SCHOOL_YEAR = re.compile(
    r"^(?!.*[.;!?] [A-Z]).{0,60}?(?P<words>\b[Ss]chooljaar\s+(?P<year>(?:19|20)\d\d)"
    r"\s?[-–/]\s?(?:19|20)?\d\d)\)?\.?$"
)
_NAME_BEGINS = "|".join(
    (*BOARD_WORDS, *(word.capitalize() for word in (*BOARD_WORDS, "scholengemeenschap")))
)
_NAME = re.compile(
    rf"\b(?P<name>(?:{_NAME_BEGINS})"
    r"(?:(?:[ ](?:voor|van|de|den|der|het|en|op|in|te|aan|bij|tot)\b){0,3}[ ][A-Z][\w’'/&.-]*)+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFacts:
    """The facts that a text gives of itself."""

    approvals: tuple[Approval, ...] = ()
    dated: str = ""
    version: str = ""
    sector: str = ""
    status: Status = Status.UNKNOWN
    evidence: tuple[Evidence, ...] = ()
    supplied: tuple[str, ...] = ()


def find_facts(paragraphs: Iterable[str]) -> StatedFacts:
    """Read approvals, dates, version and sector off the paragraphs of a document."""
    texts = [" ".join(text.split()) for text in paragraphs]
    approvals = tuple(approval for text in texts for approval in stated_approvals(text))
    evidence: list[Evidence] = []
    status = Status.UNKNOWN
    adopted = next((a for a in approvals if is_adoption(a)), None)
    if adopted is not None:
        status = Status.ADOPTED
        evidence.append(Evidence(fact="status", words=adopted.words))
    dated, words = _dated(texts)
    if dated:
        evidence.append(Evidence(fact="dated", words=words))
    sector, words = _sector(texts)
    if sector:
        evidence.append(Evidence(fact="organisation.sector", words=words))
    numeric = (f"approvals.{n}" for n, a in enumerate(approvals) if not _says_month(a))
    version = next((found["version"] for text in texts if (found := _VERSION.match(text))), "")
    return StatedFacts(
        approvals=approvals,
        dated=dated,
        version=version,
        sector=sector,
        status=status,
        evidence=tuple(evidence),
        supplied=tuple(numeric),
    )


def guess_organisation(text: str) -> str:
    """Return the name of a board that a text uses most, or "" when it names none."""
    counts: dict[str, int] = {}
    for found in _NAME.finditer(text):
        name = found["name"].rstrip(".,;:’'")
        name = name[0].upper() + name[1:]
        counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: (counts[name], -len(name)), default="")


def is_school_name(text: str) -> bool:
    """Tell whether a line is the name of a school by itself, as it stands on a cover."""
    words = text.lower().split()
    if not 1 < len(words) <= _LONGEST_NAME or text.endswith(_SIGNS):
        return False
    return words[0].rstrip(".") in SCHOOL_WORDS or words[-1].endswith(SCHOOL_ENDINGS)


def _says_month(approval: Approval) -> bool:
    return not approval.date or any(month in approval.words.lower() for month in MONTHS)


def _dated(texts: list[str]) -> tuple[str, str]:
    """Return the date that stands alone at the end or beside 'datum', with its words."""
    for text in [*reversed(texts[-6:]), *texts[:12]]:
        if found := _LAST_DATE.match(text):
            month = MONTHS.index(found["month"].lower()) + 1
            day = f"-{int(found['day']):02d}" if found["day"] else ""
            return f"{found['year']}-{month:02d}{day}", found["words"]
        if (found := _LABELLED.match(text)) and found["month"]:
            return iso_date(found.groupdict()), found["words"]
    for text in [*texts[:12], *reversed(texts[-6:])]:
        if found := _SCHOOL_YEAR.match(text):
            return found["year"], found["words"]
    return "", ""


def _sector(texts: list[str]) -> tuple[str, str]:
    """Return the one sector that a text names, with the word."""
    found = {}
    for sector in SECTORS:
        words = "|".join((sector.education, *sector.others))
        match = next((m for text in texts if (m := re.search(words, text, re.IGNORECASE))), None)
        if match:
            found[sector.code] = match[0]
    return next(iter(found.items())) if len(found) == 1 else ("", "")
