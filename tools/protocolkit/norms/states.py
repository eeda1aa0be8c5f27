"""What a rule asks by saying what is the case: bounds, what always is so, what stays, what is open.

Only a rule asks so, and only when no word of duty and no act decides. Rows are tried in order; the
groups of a pattern are the deciding words, and what is denied is forbidden unless the row says
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocolkit.norms import lexicon, verbs
from protocolkit.norms.head import WITHIN
from protocolkit.norms.norm import Modality
from protocolkit.norms.sentence_words import Word
from protocolkit.norms.verdict import Strength, Verdict, joined_spans
from protocolkit.text.function_words import EXCLUDING, either
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span


@dataclass(frozen=True, slots=True)
class _State:
    """A state that a rule asks for or leaves open; ``denied`` is None when its denial tells."""

    reason: str
    pattern: re.Pattern[str]
    asked: Modality
    denied: Modality | None


_FORBID, _DUTY, _LEAVE = Modality.PROHIBITION, Modality.OBLIGATION, Modality.PERMISSION
_ARE = r"(?:is|zijn|heeft|hebben|hebt|heb|staat|staan|ligt|liggen|hangt|hangen|zit|zitten)"
_EACH = r"(?:elk|elke|ieder|iedere)"
# What somebody writes for a case, unlike the text that holds the rules.
_PAPER = (
    r"\w*(?:aanvraag|aanvragen|verzoek|verzoeken|klacht|klachten|melding|meldingen|brief|brieven|"
    r"besluit|besluiten|verslag|verslagen|formulier|formulieren|register|logboek|dossier|plan|"
    r"uitnodiging|overeenkomst|contract|rapport|rapporten|factuur|rooster|lijst|boekje|agenda|"
    r"briefje|kaart|bordje|notulen|advies|uitspraak)"
)
_BOUND = (
    r"ten minste|tenminste|minstens|minimaal|ten hoogste|hoogstens|maximaal|uiterlijk|"
    r"niet (?:meer|minder|langer|later|eerder|vaker|hoger) dan"
)
_PEOPLE = (
    r"(?:leerling(?:en)?|kind(?:eren)?|leraren|leerkrachten|medewerkers|ouders|iedereen|je|jij|"
    r"jullie|we|wij|u)"
)
_THERE = r"is|zijn|staan|lopen|gaat|gaan"
_GOES = r"gaat|gaan|komt|komen|ligt|liggen|berust|berusten"
# What stands where it is, and the text itself: 'De tuin ligt achter de school'.
_FIXED = (
    r"\W*(?:(?:in|op|bij|voor|over|naast|achter) )?(?:(?:de|het|onze|ons|deze|dit|een) )?"
    r"(?:\w*(?:school|gebouw|locatie|terrein|plein|tuin|ingang|kantine|aula|kantoor|bestuur|zaal|"
    r"afspraken|regels|protocol|reglement|informatie|gegevens|nadruk|aandacht|verantwoordelijkheid|"
    rf"keuze|gevaar|risico)\b|(?:het|er|dit|dat|wij|we|je|u|ouders|leerlingen) (?:{_GOES}|hangt)\b)"
)
# Whose something is tells who answers for it: 'De leiding over de kas ligt bij de beheerder'.
_OF_WHOM = (
    r"[^;:]*\b(?:\w*(?:heid|ing|zorg|toezicht|beheer|taak|recht|regie|macht))\b[^;:]*"
    r"\b(?:ligt|liggen|berust|berusten) bij\b"
)
_A_PLACE = r"(?:(?:de|het|een|je|hun|zijn|haar|uw|beide|alle|elke|elk) )(?:[\w-]+ ){0,2}[\w-]+\b"
_A_PLACE += r"(?<!\bvoor)(?<!\bmee)(?<!\bbij)(?<!\bop)(?<!\bin)(?<!\buit)(?<!\bover)"
_TIME = r"(?:uur|minuten|kwartier|tijdens|pauzes?|bel|vóór|tussen)"
_STATES = (
    _State(
        "the least or the most",
        late(rf"^(?![^;:]*\b(?:duurt|duren|bedraagt|bedragen)\b)[^;:]*\b({_BOUND})\b"),
        _DUTY,
        _FORBID,
    ),
    _State(
        "always so",
        late(
            rf"\b{_ARE}\b[^;:]*(?<!niet )\b(altijd|steeds|te allen tijde|permanent)\b"
            r"(?! (?:\w+er|vaker|een risico)\b)"
        ),
        _DUTY,
        None,
    ),
    _State(
        "who may come in, or look in",
        late(
            rf"^(?!\W*(?:{either(EXCLUDING)})\b)[^;:]*"
            rf"\b(?:heeft|hebben|hebt|krijgt|krijgen){WITHIN}(toegang)\b"
        ),
        _LEAVE,
        _FORBID,
    ),
    _State(
        "what can be done",
        late(
            r"\b(?:is|zijn) (?:het |ook |altijd |alleen |slechts |uitsluitend |wel )*(mogelijk)\b"
            r"(?! dat\b)(?=\W*$| {2,}|[,.]| (?:om|voor|met|bij|na|in|op|tijdens|via|tot|zonder)\b)|"
            r"^(?!.*\bzo \w+ mogelijk)[^;:]*\b(?:is|zijn)\b[^;:]*(?<!zoveel)(?<!veel)(?<! zo)"
            r"(?<!indien)(?<!waar) (mogelijk)\W*$"
        ),
        _LEAVE,
        _FORBID,
    ),
    _State(
        "whose choice it is, and what is enough",
        late(
            rf"\b(?:keuze|keus){WITHIN}(?:is|blijft)\b (?:\w+ )?(aan) \w|\b(volstaat|volstaan)\b|"
            r"\b\w+(?:ing|name|heid)\b[^;:]*\b(staat|staan) open\b"
        ),
        _LEAVE,
        None,
    ),
    _State(
        "how a meeting, a paper or a decision is",
        late(
            r"\b(?:vergadering\w*|zitting\w*|bijeenkomst\w*|notulen|verslag\w*)\b[^;:]*"
            r"\b(?:is|zijn)\b[^;:]*\b(openbaar|besloten)\b|"
            r"\b(?:is|zijn)\b (?:\w+ ){0,2}(vertrouwelijk|geheim|schriftelijk|bindend|bepalend|"
            r"leidend|doorslaggevend|onherroepelijk)\b(?=\W*$| {2,}|[.,]| (?:voor|en|bij)\b)"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "where things are by rule",
        late(
            r"^(?!\W*(?:de|het|onze|ons|deze|dit) \w*(?:school|schoolgebouw|gebouw|locatie|terrein|"
            r"schoolplein|plein|tuin|ingang|hoofdingang|kantine|aula|bestuur|kantoor)\b)[^;:]*"
            r"\b(bevindt|bevinden) zich\b|"
            rf"\b(?:ligt|liggen|staat|staan|hangt|hangen)\b{WITHIN}(klaar|gereed|bij de hand)\b"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "what a paper holds",
        late(
            rf"^\W*(?:de|het|een|{_EACH}) {_PAPER}\b{WITHIN}(bevat|bevatten|omvat|behelst)\b|"
            rf"^\W*(?:in|op) (?:de|het|een|{_EACH}) {_PAPER}\b (staat|staan|komt te staan|"
            r"komen te staan)\b"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "a standard, or what one must have",
        late(
            r"\b(voldoet|voldoen) (?:\w+ )?aan\b|\b(staat|staan) in verhouding tot\b|"
            r"\b(?:school|bestuur|vereniging|directeur|locatie) (beschikt) over\b|"
            r"\b(?:scholen|besturen|verenigingen|directeuren|locaties) (beschikken) over\b|"
            r"\b(?:heeft|hebben|hebt|heb)\b (?:\w+ ){0,3}"
            r"(\w*(?:verklaring|diploma|certificaat|vergunning|rijbewijs|legitimatie))\b"
        ),
        _DUTY,
        None,
    ),
    _State(
        "how many there are for each",
        late(
            rf"\ber ({_THERE}) (?:altijd |steeds )?(?:per|(?:bij|voor) {_EACH})\b|"
            rf"^\W*(?:per|(?:bij|voor) {_EACH}) (?:\w+ ){{1,3}}({_THERE}) er\b|"
            r"\ber (gaat|gaan|komt|komen) (?:altijd|steeds|minstens|ten minste) \w+"
        ),
        _DUTY,
        None,
    ),
    _State(
        "when things go or take place",
        late(
            r"\b(gaat|gaan)\b (?:(?:altijd|steeds) )?na (?:[\w-]+ ){1,3}?"
            r"(?:jaar|maanden?|weken|week|dagen|uur)\b|"
            r"^\W*(?:na|voor|voorafgaand|uiterlijk|binnen|jaarlijks|elk|elke|ieder|iedere)\b[^;:]*"
            r"\b(vindt|vinden)\b[^;:]*\b(plaats)\b"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "who bears the costs",
        late(r"\b(komt|komen|is|zijn|blijft|blijven)\b[^;:]*\b(voor (?:eigen )?rekening)\b"),
        _DUTY,
        None,
    ),
    _State(
        "what is done by then",
        late(
            r"\b(heeft|hebben|is|zijn)\b[^;:]*\b(?:binnen|uiterlijk|vóór)\b[^;:]*"
            r"\b((?:na|op|af|in|uit|toe|terug)?ge\w+(?:t|d|en))\W*$"
        ),
        _DUTY,
        None,
    ),
    _State(
        "where people are at a time",
        late(
            rf"^(?=[^;:]*\b{_PEOPLE}\b)(?=[^;:]*\b{_TIME}\b)"
            r"[^;:]*\b(is|zijn|ben|bent|blijft|blijven)\b[^;:]*\b"
            r"((?:op|in|bij) (?:(?:de|het|hun|je|een|zijn|haar) )?(?:eigen )?\w+|binnen|buiten)\W*$"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "how it is at a time or a place",
        late(r"\b(is|blijft) (?:het|iedereen) (?:\w+ ){0,2}(stil|rustig|schoon|netjes)\W*$"),
        _DUTY,
        None,
    ),
    _State(
        "what is spoken of",
        late(r"\b(komt|komen)\b[^;:]*\b(aan bod|aan de orde|ter sprake)\W*$"),
        _DUTY,
        None,
    ),
    _State(
        "where things go and lie by rule",
        late(
            rf"^(?!{_FIXED})(?!{_OF_WHOM})[^;:]*\b({_GOES}|hangt|hangen)\b "
            rf"(?:(?:altijd|steeds|daarna|dan) )*(?:in|op|onder|achter|bij|naar) {_A_PLACE}\W*$"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "what stands on or under each",
        late(
            rf"^\W*(?:op|onder|bij|aan|in) {_EACH} \w+ (staat|staan|hangt|hangen|zit|zitten|ligt) "
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "what goes on only so",
        late(
            r"\b(gaat|gaan) (?:alleen|uitsluitend|slechts|pas|altijd|direct|meteen)\b[^;:]*"
            r"\b(aan|open|dicht|in|door)\b(?=\W*$| {2,})"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "what stays among some",
        late(r"\b(blijft|blijven) (?:dan |altijd )?(tussen|onder|bij) (?:de |het )?[\w ]{3,}\W*$"),
        _DUTY,
        None,
    ),
    _State(
        "who decides",
        late(r"\b(?:beslissing|besluit)\b[^;:]* (neemt|nemen)\b"),
        _DUTY,
        None,
    ),
    _State(
        "what is put away, or not to be seen",
        late(
            r"\b(?:is|zijn|staat|staan|zit|zitten)\b[^;:]*\b(opgeborgen|opgeruimd|uitgeschakeld|"
            r"afgesloten|op slot|vergrendeld|uit|dicht)\W*$|"
            r"\b(?:is|zijn)\b[^;:]*\bniet (te zien|te horen|zichtbaar|hoorbaar)\b"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "where things belong",
        late(
            r"\b(hoort|horen|blijft|blijven) (?:altijd |steeds |gewoon )?"
            r"(?:in|op|aan|onder|achter) "
            r"(?:de|het|een|je|uw|hun) (?:eigen )?\w+\W*$"
        ),
        _DUTY,
        _FORBID,
    ),
    _State(
        "what is left as it is",
        late(r"\b(blijft|blijven)\b (?:\w+ )?(open|dicht|zichtbaar|thuis|leeg|schoon|aan|uit)\W*$"),
        _DUTY,
        _FORBID,
    ),
)
# What does not come or go along is not allowed: no 'het gaat niet om', 'gaat niet door'.
_KEPT_OUT = late(
    r"\b(gaat|gaan|komt|komen) (?:dus |dan |er |ook )?"
    r"(?=niet (?:mee|naar|de|het|binnen|langs|uit)\b(?! (?:orde|hand)\b))"
)


def stated(blanked: str, unit: Sequence[Word], no: Sequence[Span]) -> Verdict | None:
    """Return what is asked by what a rule says is the case, or None when it only tells."""
    if lexicon.DOCUMENT.match(blanked) or lexicon.USUAL.search(blanked):
        return None
    out = _KEPT_OUT.search(blanked)
    if out and no:
        return _verdict(_FORBID, [out.span(1), *no])
    for state in _STATES:
        found = state.pattern.search(blanked)
        asked = state.denied if no else state.asked
        if found and asked is not None:
            spans = [found.span(k) for k in range(1, found.re.groups + 1) if found[k]]
            return _verdict(asked, [*spans, *no])
    return _left(unit, no)


def _left(unit: Sequence[Word], no: Sequence[Span]) -> Verdict | None:
    """Judge what stays as it is done: ``Honden blijven aangelijnd``."""
    words = [word for word in unit if word.text[0].isalnum()]
    stays = next((word for word in words if word.text in ("blijft", "blijven")), None)
    last = words[-1] if words else None
    if stays is None or last is None or not _is_done(last.text):
        return None
    return _verdict(_FORBID if no else _DUTY, [stays.span, last.span, *no])


def _is_done(word: str) -> bool:
    return verbs.is_participle(word) and word not in verbs.STATES


def _verdict(asked: Modality, spans: Sequence[Span]) -> Verdict:
    return Verdict(asked, Strength.PASSIVE, joined_spans(spans))
