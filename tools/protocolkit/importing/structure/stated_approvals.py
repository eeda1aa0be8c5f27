"""Who agreed to a text and when, as far as a sentence of it says so.

A body decided only where the sentence ties it to a word of decision: 'vastgesteld door het
bestuur', 'met instemming van de MR', 'de MR heeft ingestemd'. Who was heard, asked for an opinion
or talked with has decided nothing, and what a rule asks for has not happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.text.function_words import COMMON_MODALS, CONDITIONAL, either
from protocolkit.text.months import MONTH, MONTHS

DATE = (
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<nday>\d{1,2})[-/](?P<nmonth>\d{1,2})[-/](?P<nyear>(?:19|20)\d\d))"
)
_DATED = re.compile(DATE)
_BARE_DATE = re.sub(r"\(\?P<\w+>", "(?:", DATE)
_MR = r"\(?[PGD]?\)?\(?G?\)?MR(?:-[A-Z]{2,3})?|(?:[Gg]emeenschappelijke )?[Mm]edezeggenschapsraad"
_SECTION = r"(?:[Oo]uder|[Pp]ersoneels|[Ll]eerling(?:en)?)geleding"
_COUNCIL = (
    rf"{_SECTION}(?: (?:van )?(?:de )?(?:{_MR}))?|(?:{_MR})(?: \({_SECTION}\)|[ -]{_SECTION})?"
    r"|[Dd]eelraad|[Ll]eerlingenraad|Bureauraad"
)
_BODY = re.compile(
    rf"(?<![\w-])(?:(?P<council>{_COUNCIL})|College van Bestuur|CvB|[Cc]ollege van [Bb]estuur"
    r"|[Rr]aad van [Tt]oezicht|[Dd]irect(?:ie|eur(?:-bestuurder)?)|[Rr]ector(?:-bestuurder)?"
    r"|[Bb]estuurder|[Ss]choolleiding|(?:[Ss]chool|[Ss]tichtings)bestuur"
    r"|[Bb]evoegd gezag|[Bb]estuur)(?![\w-])"
)
_ADOPTING = r"vastgesteld|vaststelling|besloten|goedgekeurd|goedkeuring"
_CONSENTING = r"(?:in|toe)gestemd|\w*instemm?\w*|akkoord"
_ADVISING = r"advies|geadviseerd"
_VOTING = r"stem(?:t|de|den|men)"
_DECIDING = re.compile(rf"\b(?:{_ADOPTING}|{_CONSENTING}|{_ADVISING}|{_VOTING})\b", re.IGNORECASE)
_TALKING = (
    r"besproken|bespreking|gesproken|\w*overleg(?:d|gen)?|gehoord|horen|raadpleging|geraadpleegd"
    r"|samenspraak|samenwerking|afgestemd|afstemming|voorstel|verzoek|initiatief|namens|gedeeld"
    r"|inspraak|voorbereid|opgesteld|geschreven|gemaakt|ontwikkeld|geëvalueerd|toegestuurd|kennis"
    r"|kennisgenomen|gelezen|betrokken|inbreng|gegeven aan|toegelicht"
)
_GOVERNING = re.compile(
    rf"\b(?:(?P<talk>{_TALKING})|{_ADOPTING}|{_CONSENTING}|{_ADVISING})\b", re.IGNORECASE
)
_BETWEEN_WORD_AND_BODY = re.compile(
    r"(?:\s|[:(–-]|\b(?:is|was|werd|zijn|verleend|verkregen|onthouden|gevraagd|gestuurd|voorgelegd"
    r"|op|d\.d\.|dd|datum|de|het|onze|door|van|aan|schriftelijk|vergadering|in)(?![\w])"
    rf"|(?<=d\.d)\.|{_BARE_DATE})*",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:\b(?P<word>[\w.]+)\s+)?(?:(?:de|het|onze|haar|zijn)\s+)?$", re.IGNORECASE)
_UNTYING = frozenset(("met", "in", "bij", "namens", "tussen", "voor", "over", "uit", "tegen"))
_VERB_BEFORE = frozenset(("heeft", "hebben", "verleende", "gaf"))
_VERB_AFTER = re.compile(r"\s+(?:heeft|hebben|is|verleende|gaf|ging)\b", re.IGNORECASE)
_VOTES = re.compile(rf"\s+{_VOTING}\b[^.;]{{0,60}}?\bin\b", re.IGNORECASE)
# A body as a label before what it decided: 'MR: akkoord', 'GMR instemming'.
_LABELS = re.compile(
    rf"[\s:|]{{1,3}}(?:positief |negatief )?(?P<word>{_ADOPTING}|{_CONSENTING}|{_ADVISING})\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|;|\ben\b|\balsmede\b)?(?:\s*\ben\b)?\s*(?:(?:de|het)\s+)?")
_TO_DATE = re.compile(r"[^.;]{0,50}?(?:d\.d\.\s{0,9})?")
_FROM_DATE = re.compile(r"[^.;]{0,30}?\b(?:door|van|met)\b[^.;]{0,25}?")
_NEAR_DATE = re.compile(r"\s+(?:door|van)\s+(?:(?:de|het)\s+)?")
# What stands before the day where a line is only a label: 'Vastgesteld: 12-3-2024 CvB'.
_LABEL_HEAD = re.compile(
    rf"(?:{_ADOPTING}|{_CONSENTING})[\s:|]*(?:(?:op|dd|d\.d\.)\s)?", re.IGNORECASE
)
_BEHIND_DAY = re.compile(r"\s?[ ,(|–-]\s?(?:(?:de|het)\s)?")
# A day from which or up to which something holds is not the day of a decision.
_OF_TERM = re.compile(
    r"\b(?:vanaf|tot|ingaande|ingang|geldig|geldt|vóór|voor|na|uiterlijk)(?: (?:van|op|per))?\s$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"\b(?:na|gehoord)\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\bter (?:instemming|advisering|advies|vaststelling|goedkeuring)\b|voorgelegd|gevraagd"
    r"|\b(?:wordt|worden|zal|zullen)\b[^.;]{0,60}\b(?:vastgesteld|ingestemd|besloten)|\bnog niet\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"onthoud|geen instemming|stemt? niet in|stemde niet in|niet ingestemd|niet akkoord",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:niet|geen)\b", re.IGNORECASE)
_ADVICE = {
    Decision.NEGATIVE: re.compile(r"negatief|niet positief", re.IGNORECASE),
    Decision.RECOMMENDATIONS: re.compile(r"aanbeveling", re.IGNORECASE),
    Decision.POSITIVE: re.compile(r"positief", re.IGNORECASE),
}
_RULE = re.compile(
    rf"\b(?:{either(CONDITIONAL | COMMON_MODALS)}|behoe(?:ft|ven)|vereist\w*|nodig|vraagt|vragen"
    r"|zonder|alleen|slechts|pas|eerst|wijzig\w*|gewijzigd|aanpass\w*|elke?|iedere?|jaarlijks"
    r"|recht|onthoudt|bevoegdheid)\b",
    re.IGNORECASE,
)
_LONGEST = 1500  # signs; what is longer is no sentence, and takes too long to look through
_SENTENCE_END = re.compile(r"(?<=[.;!?]) (?=[A-Z(])")
_STATED_UNDATED = re.compile(r"\binstemming van (?:de |het )?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A body that a sentence names, with the words that tie it to a decision ("" when none do)."""

    found: re.Match[str]
    deciding: str = ""
    date: re.Match[str] | None = None

    @property
    def begin(self) -> int:
        """Where its words begin, with those of its day."""
        return min(self.found.start(), self.date.start() if self.date else self.found.start())

    @property
    def end(self) -> int:
        """Where its words end, with those of its day."""
        return max(self.found.end(), self.date.end() if self.date else self.found.end())


def stated_approvals(text: str) -> Iterator[Approval]:
    """Yield what each body decided by the words of a paragraph, in their order."""
    if not _DECIDING.search(text):
        return
    for sentence in _SENTENCE_END.split(text):
        if len(sentence) <= _LONGEST:
            yield from _of_sentence(sentence)


def iso_date(groups: dict[str, str | None]) -> str:
    """Return the day that a match of DATE found, as YYYY-MM-DD; "" where it found none."""
    if groups["year"] and groups["month"]:
        number = MONTHS.index(groups["month"].lower()) + 1
        return f"{groups['year']}-{number:02d}-{int(groups['day'] or 0):02d}"
    if groups["nyear"]:
        numbers = (groups["nmonth"], groups["nday"])
        return "-".join([groups["nyear"], *(f"{int(n or 0):02d}" for n in numbers)])
    return ""


def _of_sentence(sentence: str) -> Iterator[Approval]:
    position = 0
    for one in _named(sentence):
        is_dated = bool(one.date and one.deciding)
        if not is_dated and not _is_stated_undated(one, sentence):
            continue
        decision = _decision(_right(one.deciding), sentence[position:])
        if decision is not None:
            yield _approval(one, decision, sentence)
            position = one.end if is_dated else position


def _named(sentence: str) -> tuple[_Named, ...]:
    """Return the bodies of a sentence; two that are joined by 'en' share what ties them."""
    bodies = list(_BODY.finditer(sentence))
    named: list[_Named] = []
    for place, found in enumerate(bodies):
        end = bodies[place + 1].start() if place + 1 < len(bodies) else len(sentence)
        begin = named[-1].end if named else 0
        deciding = _deciding(sentence, found)
        if named and not deciding and _JOINED.fullmatch(sentence[begin : found.start()]):
            deciding = named[-1].deciding
        date = _date(sentence, deciding, (begin, *found.span(), end))
        named.append(_Named(found=found, deciding=deciding, date=date))
    for place in reversed(range(len(named) - 1)):
        one, other = named[place], named[place + 1]
        between = sentence[one.end : other.found.start()]
        if one.date is None and one.deciding == other.deciding and _JOINED.fullmatch(between):
            named[place] = _Named(found=one.found, deciding=one.deciding, date=other.date)
    return tuple(named)


def _date(sentence: str, deciding: str, places: tuple[int, int, int, int]) -> re.Match[str] | None:
    """Return the day of a body's own decision, near and between its neighbours.

    ``places`` are where the words before it may begin, where the body itself begins and ends, and
    where the words after it end. The day of another word of decision is not its day.
    """
    begin, body, body_end, end = places
    found = _DATED.finditer(sentence, begin, end)
    dates = [day for day in found if not _OF_TERM.search(sentence[: day.start()])]
    before = next((d for d in reversed(dates) if d.end() <= body), None)
    after = next((d for d in dates if d.start() >= body_end), None)
    lead = sentence[before.end() : body] if before else ""
    if before and _NEAR_DATE.fullmatch(lead) and _is_own_day(sentence[:body], before, deciding):
        return before
    between = sentence[body_end : after.start()] if after else ""
    # behind a comma, below another body, the day is of the whole sentence
    is_shared = begin > 0 and between.lstrip().startswith(",")
    if (
        after
        and not is_shared
        and not _RULE.search(between)
        and _TO_DATE.fullmatch(between)
        and _says_only(between, deciding)
    ):
        return after
    if before and _BEHIND_DAY.fullmatch(lead) and _LABEL_HEAD.fullmatch(sentence[: before.start()]):
        return before
    is_tied = before and _FROM_DATE.fullmatch(lead) and not _AFTERWARDS.search(lead)
    return before if is_tied and before and _is_own_day(sentence, before, deciding) else None


def _is_own_day(sentence: str, date: re.Match[str], deciding: str) -> bool:
    """Tell whether no other word of decision stands right before a day: 'vastgesteld op ...'."""
    last = next(reversed(list(_GOVERNING.finditer(sentence, 0, date.start()))), None)
    if last is None or last[0] == deciding:
        return True
    return not _BETWEEN_WORD_AND_BODY.fullmatch(sentence[last.end() : date.start()])


def _says_only(between: str, deciding: str) -> bool:
    """Tell whether the words up to a day speak of no other decision than a body's own."""
    return all(found[0] == deciding or found["talk"] for found in _GOVERNING.finditer(between))


def _deciding(sentence: str, body: re.Match[str]) -> str:
    """Return the word of decision that a body is tied to, "" when none is."""
    head, tail = sentence[: body.start()], sentence[body.end() :]
    last = next(reversed(list(_GOVERNING.finditer(head))), None)
    if votes := _VOTES.match(tail):
        return votes[0].strip()
    if not head.strip() and (label := _LABELS.match(tail)) and not _RULE.search(sentence):
        return label["word"]
    found = _LEAD.search(head)
    lead = (found["word"] or "").lower() if found else ""
    if last and not last["talk"] and _BETWEEN_WORD_AND_BODY.fullmatch(head[last.end() :]):
        return "" if lead == "in" and body["council"] else last[0]
    is_subject = lead in _VERB_BEFORE or (
        lead not in _UNTYING and _VERB_AFTER.match(tail) and lead not in ("van", "aan", "door")
    )
    if lead == "door" or is_subject:
        following = _first_verb(tail)
        if following or body["council"]:
            return following
    if body["council"] or lead in _UNTYING or (last and last["talk"]):
        return ""
    return last[0] if last else ""


def _first_verb(tail: str) -> str:
    """Return the first word of decision in what follows; "" when first comes what was talked of."""
    for found in _GOVERNING.finditer(tail):
        if not found["talk"]:
            return found[0]
        if found[0].lower().startswith(("besproken", "gesproken", "kennis", "gelezen")):
            return ""
    return ""


def _is_stated_undated(one: _Named, sentence: str) -> bool:
    """Tell whether a sentence says that a body consented, without its day, and is no rule."""
    lead = sentence[: one.found.start()]
    return bool(_STATED_UNDATED.search(lead)) and not _RULE.search(sentence)


def _approval(one: _Named, decision: Decision, sentence: str) -> Approval:
    groups = one.date.groupdict() if one.date else None
    return Approval(
        body=one.found[0],
        right=_right(one.deciding),
        decision=decision,
        date=iso_date(groups) if groups else "",
        words=_words(sentence, one.begin, one.end),
    )


def _right(deciding: str) -> Right:
    if re.fullmatch(_ADOPTING, deciding, re.IGNORECASE):
        return Right.ADOPTION
    is_advice = re.fullmatch(_ADVISING, deciding, re.IGNORECASE)
    return Right.ADVICE if is_advice else Right.CONSENT


def _decision(right: Right, said: str) -> Decision | None:
    """Return what was decided as far as the words say it; that a body was asked is no decision.

    ``said`` are the words from the decision before to the end of the sentence. None when they deny
    something and it cannot be told what.
    """
    if _ASKED.search(said):
        return Decision.ASKED
    if right is Right.ADVICE:
        return next((d for d, words in _ADVICE.items() if words.search(said)), Decision.ASKED)
    if right is Right.CONSENT and _WITHHELD.search(said):
        return Decision.WITHHELD
    if _DENIED.search(said):
        return None
    return Decision.GRANTED if right is Right.CONSENT else Decision.ADOPTED


def _words(text: str, begin: int, end: int) -> str:
    """Return the words of a decision, from where it is spoken of."""
    lead = re.search(
        r"(?:(?:met )?instemming(?: is verleend)?(?: van| door)?(?: de| het)?|vastgesteld"
        r"(?: door)?(?: de| het)?|(?:(?:positief|negatief) )?advies(?: van)?(?: de| het)?|de|het)"
        r"\s*:?\s*$",
        text[:begin],
        re.IGNORECASE,
    )
    return text[lead.start() if lead else begin : end].strip()
