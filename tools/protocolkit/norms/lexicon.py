"""The words that decide what a sentence asks, each with its reason.

A row is a pattern over the main clause (what is subordinate is blanked out, letters are small);
its groups are the deciding words. Rows are tried in order and the first that fits decides, so what
is more particular stands above what is more general.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from protocolkit.norms.norm import Modality, Nuance


class Scope(Enum):
    """Which ``niet`` or ``geen`` turns a word round."""

    CLAUSE = auto()  # any of the main clause: mag … geen
    BEFORE = auto()  # only one straight before it: niet verboden
    CONTENT = auto()  # of the main clause or of the clause that hangs on it: verwachten dat … niet
    NONE = auto()  # none: draagt zorg dat … niet


@dataclass(frozen=True, slots=True)
class Head:
    """A deciding word: what it asks, what it asks when negated, and why."""

    reason: str
    pattern: re.Pattern[str]
    modality: Modality
    negated: Modality
    scope: Scope
    nuance: Nuance | None


FORBID, DUTY, LEAVE, URGE, FACT = (
    Modality.PROHIBITION,
    Modality.OBLIGATION,
    Modality.PERMISSION,
    Modality.ENCOURAGEMENT,
    Modality.INFORMATION,
)


def _head(
    reason: str,
    asks: tuple[Modality, Modality],
    scope: Scope,
    *patterns: str,
    nuance: Nuance | None = None,
) -> Head:
    return Head(reason, re.compile("|".join(patterns)), *asks, scope, nuance)


# Within one part of a sentence; a blank of two or more is where a subordinate clause stood.
_X = r"\b[^;:]*\b"
_CONTENT = r"(?= *(?:,? {2,}|,? *(?:om|dat|te)\b))"

# What explains a word or the text itself asks nothing, whatever verbs it holds.
STATEMENT = re.compile(
    "|".join(
        (
            r"\b(?:verstaan|verstaat)\b(?! met)|\bbedoel(?:d|t|en)\b(?! in\b)",  # a definition
            r"\b(?:verzamelnaam|verzamelterm|verzamelbegrip|definitie)\b",
            rf"\btree?d(?:t|en){_X}werking\b",  # entry into force
            rf"\bwordt{_X}aangehaald\b",
            rf"\bma(?:akt|ken){_X}schuldig\b",  # what a breach counts as
            rf"\b(?:kan|kunnen){_X}(?:leiden|gevolgen|consequenties)\b",
            rf"\bworde?n?t?{_X}(?:gezien|beschouwd|aangemerkt|opgevat|genoemd|geschaard)\b",
            rf"\bniet{_X}(?:aansprakelijk|verantwoordelijk)\b",  # liability shut out
            rf"\bkan{_X}aansprakelijk\b",
            r"\b(?:goed|belangrijk|belang)(?: is)?(?: om)? te (?:weten|beseffen|bedenken)\b",
            r"^\W*zie\b(?! (?:er ?op )?toe)",  # a reference
            r"\?\W*$",  # a question
            r"\bmag (?:duidelijk|bekend|ervan|er vanuit)\b",
        )
    )
)
# A text has a purpose; only people have duties: 'Het protocol dient om te beschermen'.
DOCUMENT = re.compile(
    r"^\W*(?:(?:het|dit|de|deze|onze|ons) )(?:[\w-]+ )?"
    r"\w*(?:protocol|document|regeling|richtlijn|richtlijnen|beleid|afspraken|gedragscode|code|"
    r"reglement|statuut|wet|doel|bedoeling van)\b"
)

HEADS = (
    _head(
        "a prohibition that does not apply gives leave",
        (LEAVE, LEAVE),
        Scope.NONE,
        rf"\b(verbod){_X}(niet van toepassing|geldt{_X}niet)\b",
    ),
    _head(
        "says that it is forbidden",
        (FORBID, LEAVE),
        Scope.BEFORE,
        r"\b(verboden|uit den boze|taboe|verbiedt|verbieden)\b(?! (?:toegang|voor onbevoegden))",
        r"\b(?:is|zijn|wordt|worden)\b[^;:]*"
        r"\b(ongeoorloofd|ontoelaatbaar|onaanvaardbaar|onacceptabel|ongewenst|ongepast)"
        r"(?=\W*$| {2,}|[.,]| (?:om|te|voor|dat|in|op|is|en|tijdens)\b)",
    ),
    _head(
        "to keep from something is not to do it",
        (FORBID, FORBID),
        Scope.NONE,
        r"\b(onthoudt?|onthouden)\b(?= (?:zich|u|je|ons)\b)",
        r"\b(?:zich|je|u|ons)\b[^;:]*\bvan\b[^;:]*\b(onthouden)\b",
        r"\b(vermijdt?|vermijden|vermeden|mijden|achterwege|nalaten|nagelaten)\b",
        rf"\b(ziet|zien){_X}(af) van\b",
        r"\b(niet mogelijk)\b",
    ),
    _head(
        "leave is required, or has to be asked",
        (DUTY, LEAVE),
        Scope.CLAUSE,
        rf"\b(toestemming|instemming|goedkeuring){_X}(vereist|nodig|noodzakelijk|verplicht)\b",
        rf"\b(vereist|nodig){_X}(toestemming|instemming|goedkeuring)\b",
        rf"\b(vraagt|vragen|vraag){_X}(toestemming|instemming|goedkeuring)\b",
        rf"\b(toestemming|instemming|goedkeuring){_X}(gevraagd|verkregen|verzocht)\b",
        rf"\b(behoeft|behoeven){_X}(toestemming|instemming|goedkeuring)\b",
    ),
    _head(
        "to be aware is asked",
        (DUTY, DUTY),
        Scope.NONE,
        r"\b(zijn|is|dient|dienen|moet|moeten|wees|worden|wordt|ben|bent|maakt|maken)\b[^;:]*"
        r"\b(bewust) (?:te zijn|van|zijn|dat|gemaakt|te maken|  )",
        r"\bzich\b[^;:]*\b(bewust)\b(?! (?:met|om|mee)\b)",
        r"\b(realise(?:ert|ren|er)) (?:zich|je)\b",
        r"\b(beseft|beseffen|besef)\b",
        r"\b(weten|weet)\b(?=(?: zelf| dus| ook)?,? {2,})",
        nuance=Nuance.AWARENESS,
    ),
    _head(
        "an effort is asked, not an outcome",
        (DUTY, DUTY),
        Scope.NONE,
        rf"\b(spant|spannen|span){_X}(in)\b",
        r"\b(streeft|streven(?! naar\b[^;:]*\bis\b)|trachten|tracht|probeert|proberen)\b",
        rf"\b(doet|doen|doe){_X}(best)\b",
        r"\b(naar vermogen|inspannen|inspanning)\b",
        rf"\b(zet|zetten)\b (zich){_X}(in)\b",
        nuance=Nuance.EFFORT,
    ),
    _head(
        "advised or preferred, not required",
        (URGE, URGE),
        Scope.NONE,
        r"\b(bij voorkeur|liefst|aan te raden|aan te bevelen|aanbeveling|de voorkeur|"
        r"raadzaam|aangeraden|geadviseerd|aangemoedigd|gestimuleerd|afgeraden|ontraden|wenselijk|"
        r"verstandig|toegejuicht|aangespoord)\b(?! (?:gebruik|om(?:gaan)? met))",
        r"\b(aanbevolen)\b(?! \w+en\b)",
        r"\bword(?:t|en)\b[^;:]*\b(uitgenodigd|uitgedaagd)\b",
        rf"\b(moedigt|moedigen|spoort|sporen|raadt|raden|beveelt|bevelen){_X}(aan)\b",
        rf"\b(raadt|raden){_X}(af)\b",
        rf"\b(nodigt|nodigen){_X}(uit)\b",
        rf"\b(juicht|juichen){_X}(toe)\b",
        r"\b(stimule(?:ert|ren)|advise(?:ert|ren)|bevorde(?:rt|ren))\b"
        r"(?! (?:[\w’'-]+ ){0,4}over\b)(?<!over )",
        r"\b(?:horen|zien|ontvangen|hebben|vinden) (?:we|wij|het|dat)\b[^;:]*\b(graag|fijn)\b",
        r"\bhet (fijnst|prettigst|liefst|mooist)e?\b",
        rf"\b(zou|zouden){_X}(moeten)\b",
        r"\b(?:is|vinden|vindt)\b[^;:]*\b(goed|belangrijk|van belang|essentieel|gewenst)"
        + _CONTENT,
        r"^\W*(goed|belangrijk|van belang|essentieel) is\b" + _CONTENT,
    ),
    _head(
        "says what is allowed or borne",
        (LEAVE, FORBID),
        Scope.CLAUSE,
        r"\b(toegestaan|geoorloofd|toegelaten|toelaatbaar|geaccepteerd|getolereerd|gepermitteerd|"
        r"acceptabel|aanvaardbaar|geduld|gedoogd)\b",
        r"\b(accepteert|accepteren|tolereert|tolereren|dulden|duldt|gedogen)\b"
        r"(?=[^;:]*\b(?:geen|niet)\b)(?! (?:een|het|de)\b)",
        rf"\b(staat|staan){_X}(toe)\b",
        r"\b(?:is|zijn)\b[^;:]*\b(een optie|een mogelijkheid|welkom)\b",
    ),
    _head(
        "what is meant to happen",
        (DUTY, FORBID),
        Scope.CLAUSE,
        r"\b(de bedoeling)\b" + _CONTENT,
        r"\bniet (gewenst|gepast|passend|bedoeling)\b",
    ),
    _head(
        "free not to",
        (FACT, LEAVE),
        Scope.CLAUSE,
        r"\b(hoeft|hoeven|hoef)\b",
        rf"\b(behoeft|behoeven){_X}te\b",
    ),
    _head("may", (LEAVE, FORBID), Scope.CLAUSE, r"\b(mag|mogen)\b(?![^;:]*\bverwacht\b)"),
    _head(
        "has the power",
        (LEAVE, FORBID),
        Scope.CLAUSE,
        r"\b(bevoegd)(?! gezag)\b",
        rf"\b(behoudt|behouden){_X}(recht)\b",
        r"\b(?:heeft|hebben)\b[^;:]*\b(bevoegdheid)\b",
        nuance=Nuance.POWER,
    ),
    _head(
        "has the right",
        (LEAVE, FACT),
        Scope.CLAUSE,
        r"\b(?:heeft|hebben|hebt|heb)\b[^;:]*?\b(recht(?:en)?|vrijheid|gelegenheid)\b",
        r"\b(gerechtigd)\b",
        rf"\b(?:is|zijn|staat|staan){_X}(vrij)\b(?! (?:van|toegankelijk)\b)",
    ),
    _head(
        "must",
        (DUTY, FORBID),
        Scope.CLAUSE,
        r"\b(moet|moeten|dient|dienen|behoort|behoren|hoort)\b(?! (?:tot|als|bij)\b)",
        r"\b(horen)\b(?=[^;:]* te\b)",
        r"\b(?:heeft|hebben)\b zich\b[^;:]*\b(te houden)\b",
    ),
    _head(
        "says that it is a duty",
        (DUTY, LEAVE),
        Scope.BEFORE,
        r"(?<!dan )(?<!indien )(?<!waar )(?<!strikt )(?<!als )"
        r"\b(verplicht(?:en)?|genoodzaakt|vereist|noodzakelijk|geboden)\b(?! worden)",
        r"\b(?:is|zijn)\b[^;:]*(?<!rekening )(?<!toezicht )\b(gehouden)\b",
        r"\b(?:heeft|hebben)\b[^;:]*\b(\w*plicht)\b",
        r"\b(verplichting)\b[^;:]*\b(?:opgelegd|rust)\b",
        r"\b(?:rust|rusten)\b[^;:]*\b(\w*plicht|verplichting)\b",
        r"\b(?:hebben|heb) (?:we|wij)\b[^;:]*\b(nodig)\b",
    ),
    _head(
        "is expected, asked or agreed",
        (DUTY, FORBID),
        Scope.CONTENT,
        r"\b(geacht)\b",
        r"\b(verwacht|verwachten|verlangd|verlangt|verlangen|eist|eisen|geëist)\b",
        r"\bword(?:t|en)\b[^;:]*\b(verzocht|gevraagd)\b",
        r"\b(verzoekt|verzoeken)\b",
        r"\b(vraagt|vragen)\b(?=[^;:]*,? {2,})(?! (?:zich|stel))",
        rf"\b(spreken|spreekt){_X}(af)\b",
        r"\b(afgesproken|afspraak is)\b",
    ),
    _head("shall", (DUTY, FORBID), Scope.CLAUSE, r"\b(zal|zullen)\b"),
    _head(
        "sees to it",
        (DUTY, DUTY),
        Scope.NONE,
        rf"\b(draagt|dragen|draag){_X}(zorg|verantwoordelijkheid|verantwoording)\b",
        r"\b(zorgt|zorgen|zorg)\b(?= (?:er|ook|voor|dat|steeds|altijd|zelf| )|,? {2,})",
        rf"\b(ziet|zien|zie){_X}(toe)\b",
        rf"\b(houdt|houden){_X}(toezicht)\b",
    ),
    _head(
        "is responsible",
        (DUTY, FACT),
        Scope.CLAUSE,
        r"\b(verantwoordelijk(?:heid)?|aanspreekbaar)\b(?= (?:voor|op|bij|van)\b)",
    ),
    _head(
        "measures follow",
        (DUTY, FACT),
        Scope.CLAUSE,
        rf"\bword(?:t|en){_X}(\w*maatregelen|sancties?){_X}(genomen|getroffen|opgelegd)\b",
        rf"\b(\w*maatregelen|sancties?){_X}word(?:t|en){_X}(genomen|getroffen|opgelegd)\b",
    ),
)

CAN = re.compile(r"\b(kan|kunnen|kunt|kun)\b")
# What a body decides; with 'kan' it is a power, not a guess.
DECISIONS = re.compile(
    r"\b(?:aangifte|maatregel\w*|sancties?|straf\w*|schors\w*|geschorst|verwijder\w*|ontslag\w*|"
    r"ontslaan|besluiten|beslissen|innemen|ingenomen|beslag|gecontroleerd|controleren|geweigerd|"
    r"weigeren|ontzegd|ontzeggen|afgeweken|afwijken|uitzondering\w*|aangesproken|opgelegd|opleggen|"
    r"ingesteld|instellen|regels|voorschriften|bepaald|bepalen|aangewezen|aanwijzen|gehoord|"
    r"geblokkeerd|blokkeren|ingetrokken|intrekken|vervolgd|berisp\w*|gevorderd|schadevergoeding|"
    r"verhaald|aangepast|gewijzigd|verleend|verlengd|toegestaan|verplicht|opgeschort|overgegaan|"
    r"ondernomen|ondernemen|opgedragen|verbonden|toegekend|uitgesloten|"
    r"geregeld|toegepast|vastgesteld)\b"
)
# What cannot be had or promised is a fact: 'kan niet worden gegarandeerd'.
UNSURE = re.compile(
    r"\b(?:gegarandeerd|garanderen|uitgesloten|uitsluiten|voorkomen|verwacht|gewaarborgd|gehaald)\b"
)

# What is only possible, or done in thought: 'kan worden gezien als'.
GUESSED = re.compile(
    r"\b(?:gezien|beschouwd|opgevat|gezegd|gesteld|ervaren|gevoeld|veroorzaakt|getroffen|bereikt|"
    r"gevonden|gelezen|gedacht|geacht|onderscheiden|ingedeeld|samengevat)\b"
)
# A law that binds people, not the aim of a text.
OBLIGES = re.compile(
    r"\bverplicht(?:en)? (?:ons|je|jou|u|hen|ieder\w*|de school|scholen|\w*bestu\w+|ouders|"
    r"leerlingen|medewerkers|werkgevers?)\b"
)

NEGATION = re.compile(
    r"\b(niet|geen|nooit|niemand|nergens|niets|evenmin|nimmer|noch|geenszins)\b(?!-\w)"
    r"(?! (?:(?:alleen|enkel|slechts)\b[^;:]*\bmaar|zozeer|of nauwelijks))"
    r"(?<!al dan niet)(?<!wel of niet)(?<!of niet)(?<!zo niet)(?<!\been niet)(?<!\bde niet)"
    r"(?!(?<=niet) (?:bevoegde|openbare|toegestane|gewenste)\b)"
)
# 'niet … dan na', 'niet anders dan': not, except so; that is leave under a condition.
DOUBLE = re.compile(
    r"\b(?:niet|geen|nooit)\b[^;:]*?\b(dan)(?= (?:na|met|door|indien|wanneer|als|op|via)\b)|"
    r"\b(niet anders)\b"
)
ONLY = re.compile(r"\b(alleen|uitsluitend|slechts|enkel|pas)\b")
# 'alleen na toestemming', 'slechts vast voor zover' (the subordinate clause is blank).
ONLY_IF = re.compile(
    r"\b(alleen|uitsluitend|slechts|enkel|pas)\b"
    r"(?: \w+)?(?:,? {3,}| na\b| met\b[^,;:]*(?:stemming|keuring|akkoord))"
)
# How something usually is, not how it has to be.
USUAL = re.compile(
    r"\b(?:vaak|vaker|steeds (?:meer|vaker)|soms|meestal|doorgaans|tegenwoordig|veelal|dikwijls|"
    r"zelden|inmiddels|vanzelf|overal|nauwelijks|wellicht|misschien|zo'n|sommige|veel (?:ouders|"
    r"leerlingen|scholen|kinderen|jongeren))\b"
)
# Qualities that a rule asks of people: 'is terughoudend', 'zijn aanwezig'.
CONDUCT = re.compile(
    r"\b(terughoudend|alert|respectvol|zorgvuldig|voorzichtig|aanwezig|op tijd|beleefd|eerlijk|"
    r"integer|discreet|herkenbaar|bereikbaar|vriendelijk|oplettend|kritisch|attent|behulpzaam|"
    r"professioneel|loyaal|transparant|open|helder|stil|rustig)\b"
)
# Things that have a place by rule: 'telefoons zijn thuis of in de kluis'.
THINGS = re.compile(
    r"\b(?:\w*telefoons?|mobiel(?:tje)?s?|tas(?:sen)?|jas(?:sen)?|pet(?:ten)?|toestel(?:len)?|"
    r"apparaten|apparaat|apparatuur|smartwatch(?:es)?|tablets?|laptops?|deur(?:en)?|kleding|fietsen)\b"
)
PLACED = re.compile(
    r"\b(?:is|zijn|blijft|blijven|ligt|liggen|hangt|hangen|gaat|gaan|staat|staan|zit|zitten)\b[^;:]*"
    r"\b(in|op|thuis|uit|weg|buiten|aan|achter|opgeborgen|zichtbaar|uitgeschakeld)\b"
)
PROCEDURES = re.compile(
    r"\b(?:gebeurt|gebeuren|verloopt|verlopen|geschiedt|geschieden|loopt|vindt|vinden)\b[^;:]*"
    r"\b(?:via|door|bij|schriftelijk|binnen|per|in overleg|conform|volgens|uitsluitend|alleen)\b|"
    r"\bvind(?:t|en)\b[^;:]*\bplaats\b[^;:]*\b(?:op|na|in|met|uiterlijk|tijdens|voor)\b|"
    r"\bvolg(?:t|en) (?:er )?(?:een|de|het|altijd)\b"
)
# What a person may be forbidden to have or be: contact, friends, a phone at hand.
HELD = re.compile(
    r"\b(?:contact\w*|telefoons?|mobiel\w*|bij zich|bij je|relaties?|vrienden|"
    r"bevriend|gesprekken|toegang)\b"
)
# Verb and object that tell what is the case.
FACTS = re.compile(
    r"\b(?:maakt?|maken) (?:zich [^;:]*zorgen|deel uit|onderdeel)|\bte maken\b|\bten laste\b|"
    r"\b(?:loopt|lopen) (?:het )?(?:risico|gevaar)|\b(?:speelt|spelen|nemen|neemt)\b[^;:]*\brol\b|"
    r"\bkom(?:t|en)\b[^;:]*\bvoor\b|\bin aanraking\b|\bvalt\b|\bvallen\b"
)
