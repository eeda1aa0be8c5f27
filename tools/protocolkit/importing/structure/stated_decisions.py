"""Facts that a document says of itself: who agreed, when, of which year it is.

Each fact comes with the words that say it; what is not said stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.document.approvals import Approval, Decision, Right, is_adoption
from protocolkit.document.facts import Evidence, Status
from protocolkit.document.organisations import BOARD_WORDS, SCHOOL_ENDINGS, SCHOOL_WORDS, SECTORS
from protocolkit.text.months import MONTH, MONTHS

_DATE = (
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<nday>\d{1,2})[-/](?P<nmonth>\d{1,2})[-/](?P<nyear>(?:19|20)\d\d))"
)
_BODY = (
    r"(?P<body>\(?[PGD]?\)?\(?G?\)?MR(?:-[A-Z]{2,3})?|gemeenschappelijke medezeggenschapsraad"
    r"|medezeggenschapsraad|oudergeleding|personeelsgeleding|leerlingenraad|Bureauraad"
    r"|College van Bestuur|CvB|[Cc]ollege van [Bb]estuur|[Rr]aad van [Tt]oezicht|[Dd]irectie"
    r"|[Bb]estuurder|[Ss]choolbestuur|[Bb]evoegd gezag|[Bb]estuur)"
)
_DECIDED = re.compile(
    rf"{_BODY}(?P<between>[^.;]{{0,50}}?(?:d\.d\.\s{{0,9}})?){_DATE}"
    rf"|{_DATE.replace('?P<', '?P<b')}(?P<before>[^.;]{{0,30}}?\b(?:door|van|met)\b[^.;]{{0,25}}?)"
    rf"{_BODY.replace('?P<', '?P<b')}",
)
_DECIDING = re.compile(
    r"instem|vastgesteld|vaststelling|advies|akkoord|besloten|goedgekeurd", re.IGNORECASE
)
_ASKED = re.compile(
    r"\bter (?:instemming|advisering|advies|vaststelling|goedkeuring)\b|voorgelegd|gevraagd"
    r"|\b(?:wordt|worden|zal|zullen)\b[^.;]{0,60}\b(?:vastgesteld|ingestemd|besloten)|\bnog niet\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"onthoud|geen instemming|stemt? niet in|stemde niet in|niet ingestemd|niet akkoord",
    re.IGNORECASE,
)
_ADVICE = {
    Decision.NEGATIVE: re.compile(r"negatief|niet positief", re.IGNORECASE),
    Decision.RECOMMENDATIONS: re.compile(r"aanbeveling", re.IGNORECASE),
    Decision.POSITIVE: re.compile(r"positief", re.IGNORECASE),
}
_SENTENCE_END = re.compile(r"[.;] (?=[A-Z])")
_UNDATED = re.compile(rf"instemming van (?:de |het )?{_BODY}")
_LAST_DATE = re.compile(
    rf"^(?:[A-Z][\w’' -]{{1,30}},\s*)?(?P<words>(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{MONTH})\s+"
    r"(?P<year>(?:19|20)\d\d))\.?$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"^(?:datum|opgesteld(?: op)?|versie(?:datum)?)\s*:?\s*(?P<words>{_DATE})", re.IGNORECASE
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
    approvals = tuple(approval for text in texts for approval in _approvals(text))
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


def _approvals(text: str) -> Iterator[Approval]:
    if not _DECIDING.search(text):
        return
    position, found_any = 0, False
    for found in _DECIDED.finditer(text):
        groups = found.groupdict()
        body = groups["body"] or groups["bbody"]
        before = text[position : found.start()] + found[0]
        right = _right(before, body)
        if right is None:
            position = found.end()
            continue
        found_any = True
        words = _words(text, found.start(), found.end())
        yield _approval(body, right, _iso(groups), words, _until_end(before, text[found.end() :]))
        position = found.end()
    undated = None if found_any else _UNDATED.search(text)
    if undated is not None:
        yield _approval(undated["body"], Right.CONSENT, "", undated[0], text)


def _until_end(before: str, after: str) -> str:
    """Return the words of one decision: from its last sentence's begin to where that ends."""
    return f"{_SENTENCE_END.split(before)[-1]}{_SENTENCE_END.split(after)[0]}"


def _right(words: str, body: str) -> Right | None:
    if re.search(r"vastgesteld|vaststelling|besloten|goedgekeurd", words, re.IGNORECASE):
        is_council = "MR" in body or "raad" in body.lower().split("raad van")[0]
        return (
            Right.CONSENT
            if is_council and re.search("instem", words, re.IGNORECASE)
            else Right.ADOPTION
        )
    if re.search(r"advies", words, re.IGNORECASE):
        return Right.ADVICE
    if re.search(r"instem|akkoord", words, re.IGNORECASE) or "MR" in body:
        return Right.CONSENT
    return None


def _decision(right: Right, said: str) -> Decision:
    """Return what was decided as far as the words say it; that a body was asked is no decision."""
    if _ASKED.search(said):
        return Decision.ASKED
    if right is Right.ADVICE:
        return next((d for d, words in _ADVICE.items() if words.search(said)), Decision.ASKED)
    if right is Right.CONSENT:
        return Decision.WITHHELD if _WITHHELD.search(said) else Decision.GRANTED
    return Decision.ADOPTED


def _approval(body: str, right: Right, date: str, words: str, said: str) -> Approval:
    """Return who decided what; ``said`` are all words around it, ``words`` those that prove it."""
    decision = _decision(right, said)
    return Approval(body=body, right=right, decision=decision, date=date, words=words)


def _words(text: str, begin: int, end: int) -> str:
    """Return the words of a decision, from where it is spoken of."""
    head = text[:begin]
    lead = re.search(
        r"(?:(?:met )?instemming(?: is verleend)?(?: van| door)?(?: de| het)?|vastgesteld"
        r"(?: door)?(?: de| het)?|advies van(?: de| het)?|de|het)\s*:?\s*$",
        head,
        re.IGNORECASE,
    )
    return text[lead.start() if lead else begin : end].strip()


def _iso(groups: dict[str, str | None]) -> str:
    for prefix in ("", "b"):
        year, month = groups[f"{prefix}year"], groups[f"{prefix}month"]
        if year and month:
            number = MONTHS.index(month.lower()) + 1
            return f"{year}-{number:02d}-{int(groups[f'{prefix}day'] or 0):02d}"
        year = groups[f"{prefix}nyear"]
        if year:
            numbers = (groups[f"{prefix}nmonth"], groups[f"{prefix}nday"])
            return "-".join([year, *(f"{int(n or 0):02d}" for n in numbers)])
    return ""


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
            groups = {**found.groupdict(), **dict.fromkeys(("byear", "bmonth", "bnyear"))}
            return _iso(groups), found["words"]
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
