"""Lines of a text that only say where the text itself stands: since when, which version.

They are told and not counted: another day in 'Treedt in werking per 01-08-2015' changes no rule.
The grammar is closed: a line is one when all of its words are those of statuses, versions, dates
and those who decide. With one word more ('…, behalve voor leraren') it says something else, and
counts. So does what stands in a lid: that has a number to be cited by, and is a rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from protocolkit.text.late_patterns import late

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d{2}"
_SCHOOL_YEAR = rf"(?:het )?schooljaar {_YEAR}(?: ?[-/–] ?(?:{_YEAR}|['’]?\d{{2}}))?"
_SEASON = rf"(?:(?:de|het) )?(?:voorjaar|najaar|lente|zomer|herfst|winter)(?: van)? {_YEAR}"
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,? )?"
_WHEN = (
    rf"(?:{_WEEKDAY}\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|\d{{2}})|{_YEAR}-\d{{2}}(?:-\d{{2}})?|\d{{2}}-{_YEAR}"
    rf"|(?:{_WEEKDAY}\d{{1,2}} |begin |medio |eind )?{_MONTH} {_YEAR}|{_SEASON}"
    rf"|{_YEAR}(?: ?[-/–] ?{_YEAR})?)"
)
# A day, a school year and who decides are each one sign where a line is read: written out in every
# place they make a grammar that takes a second to compile.
_SIGN_OF_DAY, _OF_SCHOOL_YEAR, _BODY = "\ue000", "\ue001", "\ue002"
_DAY = f"[{_SIGN_OF_DAY}{_OF_SCHOOL_YEAR}]"
_LATER = r"op een (?:nog )?nader te bepalen (?:datum|tijdstip|moment)"
_DATED = r"d\.?d\.?"
_FROM = (
    rf"(?:(?:(?:van|vanaf|per|op|sinds|{_DATED}|met ingang van)\s*:? )?{_DAY}|{_LATER}"
    rf"|{_DATED}(?: ?[.…_]+)?)"
)
_SINCE = rf"(?:(?:in )?{_DAY}|{_FROM})"
_WHOSE = (
    r"(?:(?:de|het) )?(?:(?:\(?[GPD]\)?)*MR(?:[- ](?:PO|VO|SO|MBO))?|OR|ondernemingsraad"
    r"|(?:gemeenschappelijke )?medezeggenschapsraad|deelraad|ouderraad|leerlingenraad|bureauraad"
    r"|(?:personeels|ouder|leerling(?:en)?)geleding(?: van de G?MR)?"
    r"|college van bestuur|CvB|raad van bestuur|RvB|(?:school|stichtings)?bestuur|bevoegd gezag"
    r"|raad van toezicht|RvT|directie|directeur(?:-bestuurder)?|schoolleiding|MT|managementteam)"
)
_BY_ONE = rf" (?:(?:door|namens|in) )?{_BODY}(?:(?:, | en ){_BODY})*"
_BY = rf"(?:{_BY_ONE})?"
_AGREED = (
    r"(?:instemming|(?:positief )?advies|goedkeuring)(?: (?:verleend|gegeven))?"
    rf":?(?: (?:van|door))? {_BODY}:? {_SINCE}(?:(?:, | en ){_BODY}:? {_SINCE})*"
)
_ASSENT = (
    r"(?:(?:verkregen|verleende|voorafgaande|ingewonnen) )?"
    r"(?:instemming|(?:positief )?advies|goedkeuring)(?: (?:van|door))?"
    rf" {_BODY}(?:,? {_SINCE})?(?:(?:, | en ){_BODY}(?:,? {_SINCE})?)*"
)
_AFTER = (
    rf"(?:,? (?:na {_ASSENT}(?:(?:, | en )(?:na )?{_ASSENT})*"
    rf"|(?:gehoord|na overleg met|na raadpleging van) {_BODY}(?:,? {_SINCE})?"
    rf"(?:(?:, | en ){_BODY}(?:,? {_SINCE})?)*))"
)
# What a text calls itself; only 'this' one may be a compound ('dit AI-protocol'): 'het schoolplan'
# is another text.
_TEXT = (
    r"(?:(?:dit|het) (?:protocol|document|reglement|beleid(?:splan)?|plan)|deze regeling"
    r"|dit [\w-]*(?:protocol|document|reglement|beleid|plan)"
    r"|deze [\w-]*(?:regeling|code|versie|leidraad|richtlijn))"
)
_MADE = r"(?:tot stand gekomen|opgesteld|vastgesteld|goedgekeurd)"
_NUMBER = r"v?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?"
_STATUS = r"(?:definitief|concept|voorstel|ontwerp|vastgesteld|van kracht|vervallen|ingetrokken)"
_DONE = (
    r"(?:(?:voor het )?laatst(?:elijk)? )?"
    r"(?:gewijzigd|bijgewerkt|herzien|vastgesteld|goedgekeurd|geactualiseerd|aangepast|opgesteld"
    r"|geüpdatet?|geupdatet?|gepubliceerd)"
)
_EDITION = (
    r"(?:(?:definitieve|voorlopige|vastgestelde|herziene|laatste|nieuwste|eerste|vorige) versie"
    r"|(?:concept|ontwerp)[ -]?versie|concept|ontwerp)"
)
_DATE = (
    r"(?:versie|ingangs|wijzigings|evaluatie|vaststellings|revisie|publicatie)?datum"
    r"(?: van)?(?: vaststelling| versie| inwerkingtreding)?"
)
_LAST = (
    r"(?:datum(?: van)?(?: de)?(?: laatste)?|laatste) (?:wijziging|herziening|aanpassing|update)"
    r"|(?:datum(?: van)?(?: de)? )?(?:eerst)?volgende (?:evaluatie|herziening)"
)
_ACT = (
    r"datum(?: van)? (?:instemming|advies|bespreking|goedkeuring|vaststelling)"
    rf"(?: (?:van|door|in))? {_BODY}(?:(?:, | en ){_BODY})*"
)
_GIVEN = (
    rf"(?:ingestemd(?: met {_TEXT})?|met {_TEXT} ingestemd|instemming (?:verleend|gegeven)"
    rf"|(?:positief )?(?:geadviseerd|advies (?:gegeven|uitgebracht))(?: over {_TEXT})?"
    rf"|(?:{_TEXT} )?(?:vastgesteld|goedgekeurd))"
)
_BODIES = rf"{_BODY}(?:(?:, | en ){_BODY})*"
# The names of places alone have capitals here: 'te Bergen op Zoom'.
_TOWN = r"(?-i:(?:['’]s-)?[A-Z][\w'’-]*(?: (?:aan|op|bij|den|de|[A-Z][\w'’-]*)){0,4})"
_MEETING = (
    rf"(?:in|tijdens) (?:de|zijn|haar) (?:\w+-?)?vergadering(?: van {_BODY})?"
    rf"(?: van| op)? {_DAY}"
)
_THUS = (
    rf"aldus (?:{_DONE}|besloten|opgemaakt)"
    rf"(?: te {_TOWN}|{_BY_ONE}| {_MEETING}|,? {_SINCE}){{1,4}}"
)
_BESIDE = r"(?:[.,;|]| [–—|-]| en)"
_WHICH = rf"(?:(?:,| [–—-])? \(?(?:{_SINCE}|{_STATUS})\)?){{0,2}}"
_FOR = r"ter (?:instemming|advisering|advies|goedkeuring|vaststelling|besluitvorming|bespreking)"
_LAID = (
    rf"(?:(?:{_FOR} )?(?:voorgelegd|aangeboden|gestuurd|verzonden|ingediend)"
    rf"(?: (?:aan|bij|naar) {_BODIES})?(?: {_FOR})?"
    rf"|in behandeling(?: (?:bij|in) {_BODIES})?|{_FOR}(?: (?:bij|aan|in) {_BODIES})?)"
)
_TILL = r"(?:tot(?: en met)?|t/m)"
_SAID = (
    rf"(?:{_TEXT} )?(?:treedt|is|in) (?:in )?werking(?: getreden)?\s*:? {_SINCE}",
    rf"(?:{_TEXT} )?(?:treedt {_SINCE} in werking|is {_SINCE} in werking getreden)",
    rf"(?:{_TEXT} )?(?:gaat in|is ingegaan) {_SINCE}",
    rf"(?:dit is )?(?:(?:document)?versie(?:nummer)?|revisie)\s*:? ?{_NUMBER}{_WHICH}",
    rf"(?:concept|ontwerp|voorstel)(?: ?versie)?(?: nr\.?)? {_NUMBER}{_WHICH}",
    rf"{_EDITION}(?: {_NUMBER})?(?:,| [–—-]|:)? \(?{_SINCE}\)?",
    rf"(?:(?:dit is )?(?:de )?versie|deze versie is)(?: {_SINCE}|\s*: ?{_SINCE}){_WHICH}",
    rf"{_TEXT} vervangt (?:de|het) (?:vorige |eerdere )?(?:versie|protocol) van {_DAY}",
    rf"(?:{_DATE}|{_LAST}|{_ACT})\s*: ?{_DAY}",
    rf"status\s*: ?(?:{_STATUS}(?: versie)?|{_EDITION}|{_LAID}|{_DONE})(?:,? \(?{_SINCE}\)?)?",
    rf"{_DONE}:?(?:{_BY}(?:[:,]|{_AFTER},?)? {_SINCE}| {_SINCE}{_BY_ONE}){_AFTER}?",
    (
        rf"(?:{_TEXT} (?:is )?)?(?:geldt|geldig|geldend)"
        rf"(?: {_FROM}(?: {_TILL} {_DAY})?| {_TILL}\s*:? {_DAY}| (?:in|voor) {_OF_SCHOOL_YEAR})"
    ),
    rf"looptijd\s*:? {_FROM}(?: {_TILL} {_DAY})?",
    rf"instemming (?:verleend|gegeven) door {_BODIES},? {_SINCE}",
    rf"(?:met )?{_AGREED}(?: {_MADE}(?:{_BY}(?: {_SINCE})?)?)?",
    rf"{_TEXT} is met {_AGREED} {_MADE}",
    rf"{_BODIES} (?:heeft|hebben) (?:{_SINCE} {_GIVEN}|{_GIVEN} {_SINCE})",
    rf"{_DONE}:? {_SINCE} \({_BODIES}\)",
    rf"(?:besproken|behandeld|ingestemd|{_DONE}) {_MEETING}",
    rf"(?:{_TEXT} is )?(?:ingestemd|besproken)(?: door| met| in) {_BODIES}:? {_SINCE}",
    _THUS,
    rf"(?:met|na) {_ASSENT} {_MADE}(?:{_BY} {_SINCE}| {_SINCE}{_BY})",
    (
        rf"{_TEXT} is(?:{_AFTER},?)? (?:{_DONE}{_BY}(?:{_AFTER},?)? {_SINCE}|{_DONE} {_SINCE}{_BY}"
        rf"|{_SINCE}{_BY}{_AFTER}? {_DONE}{_BY}){_AFTER}?"
    ),
)
_ONE = rf"(?:{'|'.join(_SAID)})"
_SIGNS = {
    _OF_SCHOOL_YEAR: late(rf"(?<![\w.]){_SCHOOL_YEAR}(?!\w)", re.IGNORECASE),
    _SIGN_OF_DAY: late(rf"(?<![\w.]){_WHEN}(?!\w)", re.IGNORECASE),
    _BODY: late(rf"(?<![\w-]){_WHOSE}(?![\w-])", re.IGNORECASE),
}
_LINE = late(
    rf"[\[(]?(?:(?:concept|definitief|ontwerp){_BESIDE} )?"
    rf"(?:{_ONE}(?:{_BESIDE} ?|(?=\.?[\])]?\.?$))){{1,8}}[\])]?\.?",
    re.IGNORECASE,
)


_WORD, _ESCAPE = re.compile(r"[^\W\d_]+"), re.compile(r"\\\w")
# The first part of the name that a text gives itself may be any word: 'pestprotocol'.
_OF_NAME = re.compile(
    r"(?:(?<=\bdit )|(?<=\bdeze ))[\w-]+?(?=(?:protocol|document|reglement|beleid|plan|regeling"
    r"|code|leidraad|richtlijn)\b)"
)
# Every line has a number, or one of these.
_SAYS_WHEN = re.compile(r"\d|nader|status|aldus|d\.?d", re.IGNORECASE)
# Behind this word alone the names of towns and meetings may stand, which are any words.
_WITH_NAMES = "aldus"

# A status that stands alone; that a text was repealed or withdrawn is a change.
_ALONE = late(
    r"[\[(]?(?:concept|definitief|ontwerp|definitieve|voorlopige)(?: ?versie)?\.?[\])]?\.?",
    re.IGNORECASE,
)

# Who decided says where a text stands when another line beside it says when.
_WHO = late(rf"{_DONE}(?: door)?: {_BODIES}\.?", re.IGNORECASE)


def is_status_line(text: str, *, may_be_bare: bool = True) -> bool:
    """Tell whether a text says nothing but where the document itself stands.

    ``may_be_bare`` takes 'Concept' alone for one: in a table or a point it is about something else.
    So do several of such lines in one paragraph.

    >>> is_status_line("Treedt in werking per 01-08-2015")
    True
    >>> is_status_line("Dit protocol treedt in werking na instemming van de MR.")
    False
    """
    lines = [line for line in text.split("\n") if line.strip()]
    dated = [one for one in lines if not _WHO.fullmatch(_in_signs(one.strip()))]
    if len(lines) > 1 and dated and all(is_status_line(o, may_be_bare=may_be_bare) for o in dated):
        return True
    said = " ".join(text.split())
    if may_be_bare and _ALONE.fullmatch(said):
        return True
    return has_words_of_status(said) and bool(_LINE.fullmatch(_in_signs(said)))


def status_rows(rows: Sequence[Sequence[str]]) -> Mapping[int, str]:
    """Return what the rows of a table of two columns say that tell its status, by their places.

    A day alone may be that of what the table is about: it is one beside others.

    >>> dict(status_rows([["Versie", "2.0"], ["Datum", "3 mei 2026"], ["Auteur", "Jansen"]]))
    {0: 'Versie: 2.0', 1: 'Datum: 3 mei 2026'}
    """
    if any(len(row) != 2 for row in rows):
        return {}
    said = {at: f"{row[0].strip().rstrip(':')}: {row[1].strip()}" for at, row in enumerate(rows)}
    found = {at: one for at, one in said.items() if is_status_line(one, may_be_bare=False)}
    found |= (
        {at: one for at, one in said.items() if _WHO.fullmatch(_in_signs(one))} if found else {}
    )
    is_day = [one.lower().startswith(("datum:", "geldig tot")) for one in found.values()]
    return {} if all(is_day) else found


def has_words_of_status(text: str) -> bool:
    """Tell whether all words of a text may be those of the grammar; most clauses have another one.

    So the whole grammar is made only where a text may be such a line: that takes long.

    >>> has_words_of_status("Vastgesteld in mei 2020"), has_words_of_status("Het is niet verboden")
    (True, False)
    """
    if not _SAYS_WHEN.search(text) or any(sign in text for sign in _SIGNS):
        return False
    words = _WORD.findall(_OF_NAME.sub("", text.lower()))
    return _WITH_NAMES in words or all("mr" in one or _is_of_pieces(one) for one in words)


def _in_signs(text: str) -> str:
    """Return a line with one sign for each day, school year and body that decides."""
    for sign, written in _SIGNS.items():
        text = written.sub(sign, text)
    return text


def _is_of_pieces(word: str) -> bool:
    """Tell whether a word is put together of runs of letters in the grammar."""
    pieces, ends = _pieces(), {0}
    for begin in range(len(word)):
        if begin in ends:
            ends |= {end for end in range(begin + 1, len(word) + 1) if word[begin:end] in pieces}
    return len(word) in ends


@cache
def _pieces() -> frozenset[str]:
    """Return the runs of letters in the grammar; of each the last letter may be left out."""
    whole = _WORD.findall(
        _ESCAPE.sub(
            " ", f"{_ONE} {_WHEN} {_SCHOOL_YEAR} {_WHOSE} concept definitief ontwerp"
        ).lower()
    )
    return frozenset((*whole, *(one[:-1] for one in whole if len(one) > 1)))
