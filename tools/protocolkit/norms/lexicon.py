"""Words that show what a sentence does: it tells, denies, guesses, limits, speaks of conduct.

The words that decide by themselves what is asked are in :mod:`~protocolkit.norms.heads`.
"""

from __future__ import annotations

from protocolkit.norms.head import WITHIN
from protocolkit.text.function_words import EXCLUDING, SUPPOSING, either
from protocolkit.text.late_patterns import late

# What explains a word or the text itself asks nothing, whatever verbs it holds.
STATEMENT = late(
    "|".join(
        (
            r"\b(?:verstaan|verstaat)\b(?! met)|\bbedoel(?:d|t|en)\b(?! in\b)",  # a definition
            r"\b(?:verzamelnaam|verzamelterm|verzamelbegrip|definitie)\b",
            rf"\btree?d(?:t|en){WITHIN}werking\b",  # entry into force
            rf"\bwordt{WITHIN}aangehaald\b",
            rf"\bma(?:akt|ken){WITHIN}schuldig\b",  # what a breach counts as
            rf"\b(?:kan|kunnen){WITHIN}(?:leiden|gevolgen|consequenties)\b",
            rf"\bworde?n?t?{WITHIN}(?:gezien|beschouwd|aangemerkt|opgevat|genoemd|geschaard|gelijkgesteld)\b",
            rf"\bniet{WITHIN}(?:aansprakelijk|verantwoordelijk)\b",  # liability shut out
            rf"\bkan{WITHIN}aansprakelijk\b",
            r"\b(?:goed|belangrijk|belang)(?: is)?(?: om)? te (?:weten|beseffen|bedenken)\b",
            r"^\W*zie\b(?! (?:er ?op )?toe)",  # a reference
            r"\ber ?van op aan\b|\bmag (?:duidelijk|bekend|ervan|er vanuit)\b",
        )
    )
)
# A text has a purpose; only people have duties: 'Het protocol dient om te beschermen'.
DOCUMENT = late(
    r"^\W*(?:(?:het|dit|de|deze|onze|ons) )(?:[\w-]+ )?"
    r"\w*(?:protocol|document|regeling|richtlijn|richtlijnen|beleid|afspraken|gedragscode|code|"
    r"reglement|statuut|wet|doel|bedoeling van)\b"
)


CAN = late(r"\b(kan|kunnen|kunt|kun)\b")
# What is asked for before: 'wil iemand eerder weg, dan kan dat'.
CAN_DO_SO = late(
    r"\b(?:dat|dit) kan(?=\W*(?:$| {2,}|[,.]))|"
    r"\b(?:dan )?kan (?:dat|dit)\b(?! (?:\w+ )*(?:leiden|zijn|worden|duren))"
)
# What a body decides; with 'kan' it is a power, not a guess.
DECISIONS = late(
    r"\b(?:aangifte|maatregel\w*|sancties?|straf\w*|schors\w*|geschorst|verwijder\w*|ontslag\w*|"
    r"ontslaan|besluiten|beslissen|innemen|ingenomen|beslag|gecontroleerd|controleren|geweigerd|"
    r"weigeren|ontzegd|ontzeggen|afgeweken|afwijken|uitzondering\w*|aangesproken|opgelegd|opleggen|"
    r"verlengen|oprekken|onderbouwen|naar huis|"
    r"ingesteld|instellen|regels|voorschriften|bepaald|bepalen|aangewezen|aanwijzen|gehoord|"
    r"geblokkeerd|blokkeren|ingetrokken|intrekken|vervolgd|berisp\w*|gevorderd|schadevergoeding|"
    r"verhaald|aangepast|gewijzigd|verleend|verlengd|toegestaan|verplicht|opgeschort|overgegaan|"
    r"ondernomen|ondernemen|opgedragen|verbonden|toegekend|uitgesloten|"
    r"geregeld|toegepast|vastgesteld)\b"
)
# What cannot be had or promised is a fact: 'kan niet worden gegarandeerd'.
UNSURE = late(
    r"\b(?:gegarandeerd|garanderen|uitgesloten|uitsluiten|voorkomen|verwacht|gewaarborgd|gehaald)\b"
)

# What cannot be is refused when it is something to be done: 'kan niet mee'.
REFUSED = late(
    r" worden|\bniet (?:mee|binnen|meedoen|deelnemen|mogelijk)\b|"
    r"\b(?:kan|kunnen) (?:echt |gewoon |dus |hier |daar |bij ons |op school )*niet\W*$"
)
# What is only possible, or done in thought: 'kan worden gezien als'.
GUESSED = late(
    r"\b(?:gezien|beschouwd|opgevat|gezegd|gesteld|ervaren|gevoeld|veroorzaakt|getroffen|bereikt|"
    r"gevonden|gelezen|gedacht|geacht|onderscheiden|ingedeeld|samengevat)\b"
)
PUT = late(r"\b(?:onder|ter|in|buiten|op) \w+ (?:worden )?gesteld\b")
# A law that binds people, not the aim of a text.
OBLIGES = late(
    r"\bverplicht(?:en)? (?:ons|je|jou|u|hen|ieder\w*|de school|scholen|\w*bestu\w+|ouders|"
    r"leerlingen|medewerkers|werkgevers?)\b"
)

NEGATION = late(
    r"\b(niet|geen|nooit|niemand|nergens|niets|evenmin|nimmer|noch|geenszins)\b(?!-\w)"
    r"(?! (?:(?:alleen|enkel|slechts)\b[^;:]*\bmaar|zozeer|of nauwelijks))"
    r"(?<!al dan niet)(?<!wel of niet)(?<!of niet)(?<!zo niet)(?<!\been niet)(?<!\bde niet)"
    r"(?!(?<=niet) (?:bevoegde|openbare|toegestane|gewenste)\b)"
)
# 'niet … dan na', 'niet anders dan': not, except so; that is leave under a condition.
DOUBLE = late(
    rf"\b(?:niet|geen|nooit)\b[^;:]*?\b(dan)"
    rf"(?= (?:na|nadat|met|door|op|via|{either(SUPPOSING)})\b| {{3,}})|"
    r"\b(niet anders)\b"
)
ONLY = late(rf"\b({either(EXCLUDING)}|pas)\b")
# 'alleen na toestemming', 'slechts vast voor zover' (the subordinate clause is blank).
ONLY_IF = late(
    rf"\b({either(EXCLUDING)}|pas)\b"
    r"(?: \w+)?(?:,? {3,}| na\b| met\b[^,;:]*(?:stemming|keuring|akkoord))"
)
# What is granted to somebody: 'wordt alleen verleend indien'; else it is how something is done.
GRANTED = late(
    r"\b(?:\w*stemming|goedkeuring|akkoord|verleend|verleent|verlenen|toegekend|toegestaan|"
    r"toegelaten|gegund|vergund|gehonoreerd|gegeven|vrijgegeven|uitgeleend|gebruikt|gebruiken)\b"
)
# How something usually is, not how it has to be.
USUAL = late(
    r"\b(?:vaak|vaker|steeds (?:meer|vaker)|soms|meestal|doorgaans|tegenwoordig|veelal|dikwijls|"
    r"zelden|inmiddels|vanzelf|overal|nauwelijks|wellicht|misschien|zo'n|sommige|veel (?:ouders|"
    r"leerlingen|scholen|kinderen|jongeren)|op (?:veel|allerlei|verschillende) manieren)\b"
)
# What nobody is told that it can be done: 'Pesten kan ook via de telefoon'.
MISDEEDS = late(
    r"\b\w*(?:pesten|plagen|schelden|vechten|kwetsen|discrimineren|stelen|vernielen|liegen|bedreigen|"
    r"mishandelen|treiteren|roddelen|intimideren|spieken|spijbelen|chanteren|dealen)\b"
)
# Qualities that a rule asks of people: 'is terughoudend', 'zijn aanwezig'.
CONDUCT = late(
    r"\b(terughoudend|alert|respectvol|zorgvuldig|voorzichtig|aanwezig|op tijd|beleefd|eerlijk|"
    r"integer|discreet|herkenbaar|bereikbaar|vriendelijk|oplettend|kritisch|attent|behulpzaam|"
    r"professioneel|loyaal|transparant|open|helder|stil|rustig)\b"
)
# Things that have a place by rule: 'telefoons zijn thuis of in de kluis'.
_THINGS = (
    r"\w*telefoons?|mobiel(?:tje)?s?|tas(?:sen)?|jas(?:sen)?|pet(?:ten)?|toestel(?:len)?|"
    r"apparaten|apparaat|apparatuur|smartwatch(?:es)?|tablets?|laptops?|\w*deur(?:en)?|kleding|fietsen"
)
THINGS = late(rf"\b(?:{_THINGS})\b")
PLACED = late(
    r"\b(?:is|zijn|blijft|blijven|ligt|liggen|hangt|hangen|gaat|gaan|staat|staan|zit|zitten)\b[^;:]*"
    r"\b(in|op|thuis|uit|weg|buiten|aan|achter|opgeborgen|zichtbaar|uitgeschakeld)\b"
)
# The same with the verb before the thing: 'in de klas hangt de jas aan de kapstok'.
THING_PLACED = late(
    r"\b(?:is|zijn|blijft|blijven|ligt|liggen|hangt|hangen|staat|staan|zit|zitten) "
    r"(?:(?:de|het|je|alle|hun|uw|ieders) )?(?:\w*telefoons?|mobieltjes?|tas(?:sen)?|jas(?:sen)?|"
    r"pet(?:ten)?|apparaten|apparaat|tablets?|laptops?|fietsen|schoenen)\b"
    r" [^;:]*\b(?:in|op|aan|uit|thuis)\b"
)
PROCEDURES = late(
    r"\b(?:gebeurt|gebeuren|verloopt|verlopen|geschiedt|geschieden|loopt|vindt|vinden)\b[^;:]*"
    r"\b(?:via|door|bij|schriftelijk|binnen|per|in overleg|conform|volgens|uitsluitend|alleen)\b|"
    r"\bvind(?:t|en)\b[^;:]*\bplaats\b[^;:]*\b(?:op|na|in|met|uiterlijk|tijdens|voor)\b|"
    r"\bvind(?:t|en)\b[^;:]*\b(?:geen|niet|nooit)\b[^;:]*\bplaats\b|"
    r"\b(?:gebeurt|gebeuren|geschiedt|geschieden)\b[^;:]*\b(?:op|uiterlijk|slechts|pas|met)\b|"
    r"\b(?:geschiedt|geschieden)\b (?:niet|achter|onder|aan|zonder|tegen|in|na|voor)\b|"
    r"\bvolg(?:t|en) (?:er )?(?:een|de|het|altijd)\b|\bga(?:at|an)\b[^;:]*\bvia\b"
)
# With their other part these tell what somebody does: 'past de lijst aan'.
SPLIT_ACTS = late(
    r"\b(?:past?|passen)\b[^;:]*\b(?:aan|toe)\b|\b(?:hoort?|horen)\b[^;:]*\b(?:aan|van ons)\b|"
    r"\b(?:staat?|staan)\b[^;:]*\b(?:stil bij|bij)\b|\b(?:leidt?|leiden)\b[^;:]*\b(?:op|in)(?=\W)|"
    r"\b(?:ziet?|zien)\b[^;:]*\b(?:na|in)(?=\W*$|[.,])|\b(?:telt?|tellen)\b[^;:]*\b(?:na|op)(?=\W*$|[.,])|"
    r"\b(?:leidt|leiden)\b(?![^;:]*\b(?:tot|naar)\b)|"
    r"\b(?:vult?|vullen)\b[^;:]*\b(?:aan|in)\b|\b(?:denkt?|denken)\b[^;:]*\b(?:na|mee)\b"
)
# What a person may be forbidden to have or be: contact, friends, a phone at hand.
HELD = late(
    r"\b(?:contact\w*|telefoons?|mobiel\w*|bij zich|bij je|relaties?|vrienden|"
    r"bevriend|gesprekken|toegang|alleen met)\b|\b(?:om|op|aan|in|mee)\W*$"
)
# Verb and object that tell what is the case.
FACTS = late(
    r"\b(?:maakt?|maken) (?:zich [^;:]*zorgen|deel uit|onderdeel)|\bte maken\b|\bten laste\b|"
    r"\b(?:loopt|lopen) (?:het )?(?:risico|gevaar)|\b(?:speelt|spelen|nemen|neemt)\b[^;:]*\brol\b|"
    r"\b(?:leert|leren) (?:er )?(?:veel|van)\b|\b(?:leert|leren)\b[^;:]*\b(?:van|met) elkaar\b|"
    r"\bkom(?:t|en)\b[^;:]*\bvoor\b|\bin aanraking\b|\bvalt\b|\bvallen\b"
)
# What is open to somebody: a way to object, to see what is kept, or to come in.
REMEDY = late(
    r"\b(?:bezwaar|beroep|inzage|klacht|herziening|de weg)\b[^;:]*\b(open|mogelijk)\b|"
    r"\b(?:kan|kunt|kun|kunnen)\b[^;:]*\b(bezwaar|beroep|inzage|klacht)\b|"
    r"\b(?:heeft|hebben|krijgt|krijgen)\b[^;:]*\b((?:altijd|vrij) toegang)\b|"
    r"\b(?:is|zijn)\b[^;:]*\b(welkom)\b|\b(?:ligt|liggen)\b[^;:]*\b(ter inzage)\b"
)
# Things that are not to be somewhere: 'in het toilet hangen geen camera's'.
HUNG = late(
    r"\b(?:hangt|hangen|staat|staan|ligt|liggen|komt|komen) "
    r"(?=(?:(?:er|bij|ons|daar|hier) ){0,3}(?:geen|nooit)\b)|"
    r"\bkom(?:t|en) (?=(?:er )?niet (?:verder|mee|binnen|op|in)\b"
    r"(?! (?:op|in) (?:aanmerking|aanraking|gang|het geding)\b))|"
    r"\b(?:past|passen|hoort|horen) (?=niet (?:in|op|bij|binnen)\b)|"
    r"\b(?:is|zijn) er (?=niet bij\b)|"
    r"\b(?:is|zijn)\b(?=[^;:]*\btoegankelijk\b)|"
    r"\bkom(?:t|en)\b(?=[^;:]*\b(?:bij ons|bij de \w+|op school|hier)\b[^;:]*\bniet voor\b)"
)
# Things that are put away, without a verb: 'Jassen aan de kapstok'.
PUT_AWAY = late(
    rf"^\W*(?:(?:de|het|alle|je|uw|eigen|natte) )*(?:{_THINGS}) "
    r"(?:in|op|aan|onder|uit|thuis|weg|achter)\b|"
    r"^[\w’' -]{2,40} (?:in|aan|op|onder) (?:de|het|je|een|uw|hun) (?:eigen )?\w*(?:tas|kast|kluis|"
    r"kluisje|locker|kapstok|haak|rek|bak|lade|tafel|bank|stoel|prullenbak)\W*$"
)
# What is put on, off or away, and who may come, without a verb: 'Petten af in de klas.'
WITHOUT_VERB = late(
    r"^\W*(?:(?:de|het|alle|je|uw) )?\w{3,} (?:aan|af|uit|op|mee|weg|dicht)"
    r"(?=\W*$|,| (?:in|bij|tijdens|op|voor) )"
)
WELCOME = late(r"^\W*(?:\w+ ){1,3}(welkom)(?=\W*$|,| {2,}| (?:in|op|bij|tijdens|met)\b)")
# What machines do is no duty: 'De sensoren leggen de warmte vast'.
MACHINES = late(
    r"^\W*(?:(?:de|het|onze|ons|deze|dit|alle|elke) )?\w*"
    r"(?:camera’s|camera's|camera|sensor|sensoren|systeem|systemen|software|programma|programma's|"
    r"programma’s|server|servers|website|app|apps|apparaat|apparaten|installatie)\b(?![-’'])"
    rf"(?![^;:]*\b(?:niet|geen|nooit|nimmer|{either(EXCLUDING)})\b)"
)
# What is never so is forbidden, of things that act: 'hulp vervangt nooit de leraar'.
NEVER = late(r"\b(nooit|nimmer|in geen geval|op geen enkel moment|geenszins)\b")
# Things that are kept, sent or taken off by rule: 'blijft bewaard', 'gaat naar de directeur'.
KEPT = late(
    r"\bblij(?:ft|ven)\b[^;:]*\b(bewaard|onder berusting|gehandhaafd|van kracht)\b|"
    r"\b(?:melding|klacht|verzoek|aanvraag|bericht|brief|kopie|afschrift|dossier|formulier|"
    r"bezwaarschrift|gegevens|stukken|beelden)\w*\b[^;:]*\b(gaan?t?)\b[^;:]*\bnaar\b|"
    r"\bblij(?:ft|ven)\b[^;:]*\b(?:jaar|maand|maanden|week|weken|dagen|uur)\b[^;:]*"
    r"\b(in|op|bij|onder)\b|\bblij(?:ft|ven)\b (altijd|steeds) (?:in|op|bij|binnen|achter)\b|"
    r"\b(\w+maal|\w+ keer|ieder jaar|elk jaar|jaarlijks)\b[^;:]*\b(?:is|zijn) er\b|"
    r"\b(gaan?t?)\b[^;:]*\b(?:af|uit)(?=\W*$|[.,;] {2,})|"
    r"\b((?:sta|hang|zit|ga)a?n?t?|zitten|liggen|ligt)\b[^;:]*\b(?:in|op|aan|achter) "
    r"(?:(?:de|het|een|je|hun|zijn|haar|eigen|afgesloten) )+\w*"
    r"(?:kast|mand|haak|kapstok|kluis|kluisje|locker|rek|bak|lade|doos|krat|berging|stalling|etui|"
    r"container|prullenbak|brievenbus)\b|"
    r"\b(?:gaat|gaan)\b[^;:]*\b(vergezeld)\b|\bword(?:t|en)\b[^;:]*\b(met redenen omkleed)\b|"
    r"\b(?:is|zijn)\b[^;:]*\b(leeg|schoon|opgeruimd|netjes)\b|"
    r"\b(?:brengt|brengen|stelt|stellen|houdt|houden)\b[^;:]*"
    r"\b(in rekening|op de hoogte|in kennis|ter beschikking|onder zich)\b|"
    r"\b(?:heb|hebt|heeft|hebben)\b[^;:]*\b(?:schoen\w*|laarzen|\w*kleding|\w*kleren|\w*jas(?:sen)?|"
    r"shirts?|\w*bril(?:len)?|\w*schoenen|handschoenen|helm(?:en)?|pas(?:je|jes|sen)?)\b[^;:]*"
    r"\b(aan|op|om|bij (?:je|zich|u))\b|"
    r"\b(?:heeft|hebben) (?:met|voor|eerst|altijd|steeds)\b[^;:]*"
    r"\b(\w*gesprek(?:ken)?|intake|overleg|kennismaking)\b"
)
# What 'u kunt' offers: a way to somebody, or something to be done there.
OFFERED = late(
    r"\b(?:kenbaar maken|voorleggen|indienen|inleveren|aanvragen|opvragen|inzien|melden|aanmelden|"
    r"afmelden|inschrijven|terecht|aankloppen|wenden|contact opnemen|bezwaar maken|overleggen|"
    r"laten weten|bespreken|reageren|meedoen|meedenken|lenen|gebruiken|navragen|doorgeven|"
    r"intrekken|weigeren)\b|"
    r"\bnaar de \w+"
)
# Who can bear something: no ban when 'not everybody can'.
ABLE = late(r"\b(?:er|daar|hier)?tegen\b|\boverweg\b")
