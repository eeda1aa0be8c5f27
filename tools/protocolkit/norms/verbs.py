"""Dutch verbs of school rules: their forms in the present, and how a word looks like a verb.

A table of infinitives, not a dictionary: it holds what people in and around a school do, and what
things are. Forms follow from spelling rules; the irregular ones stand below. Knows words only,
nothing of sentences.
"""

from __future__ import annotations

import re
from functools import cache

from protocolkit.text import function_words

MODALS = function_words.COMMON_MODALS | frozenset(
    "hoeft hoeven behoort behoren hoort horen wil willen mocht mochten moest moesten kon konden "
    "zou zouden kunt zult wilt".split()
)
BE = frozenset("is zijn ben bent was waren".split())
BECOME = frozenset("wordt worden word werd werden".split())
HAVE = frozenset("heeft hebben heb hebt had hadden".split())
AUXILIARIES = BE | BECOME | HAVE

# What someone does who follows a rule, or breaks it.
_ACTIONS = """
aanvaarden accepteren adviseren antwoorden attenderen begeleiden beginnen behandelen beheren
beantwoorden beledigen bellen beperken bepalen beschermen beschrijven beslissen besluiten bespreken
bestuderen bevestigen bevorderen bewaken bewaren bezoeken bieden blokkeren blijven bouwen brengen
communiceren contacteren controleren corrigeren delen discrimineren documenteren doen doorlopen
downloaden dragen eisen eten evalueren filmen formuleren fotograferen gaan gebruiken geven grijpen
groeten handelen handhaven hanteren helpen herhalen herinneren hinderen houden identificeren
informeren installeren instrueren intimideren kiezen kijken komen koppelen krijgen kwetsen laten
leggen leren letten leveren lezen lopen luisteren maken manipuleren melden mengen mijden
nemen noemen noteren observeren onderhouden onderscheiden ondernemen ondersteunen ondertekenen
onderzoeken onthouden ontnemen ontslaan ontvangen oordelen openen opereren organiseren overhandigen
overleggen overnemen overtreden overtuigen pakken parkeren pesten plaatsen plagen praten
publiceren raadplegen raken rapporteren reageren registreren regelen rekenen respecteren richten
rijden roddelen roepen roken rennen schakelen schelden schenden schorsen schrijven signaleren slaan
sluiten spijbelen spreken spuiten starten stellen stemmen steunen stoppen storen straffen sturen
surfen toetsen trainen treden treffen tonen twitteren uiten veranderen
verbeteren verbieden verbreken verdelen verlenen verlaten vermelden vermijden vernietigen
verrichten verschaffen verspreiden verstoren verstrekken vertellen vertonen
vertrouwen vertegenwoordigen verwerken verwerven verwijderen verwijzen verzamelen verzenden
verzoeken verzorgen volgen voeren voorkomen voorzien vragen waarborgen waarschuwen wachten waken
weigeren wenden werken wijzen wijzigen wisselen zenden zetten zoeken zorgen zwijgen schaden
posten taggen appen mailen chatten bloggen liken surveilleren coördineren archiveren anonimiseren
faciliteren initiëren implementeren inventariseren motiveren monitoren beoordelen bevragen
bekijken belonen bedreigen benaderen benoemen benutten bereiken beveiligen bevriezen bewaken
borgen drinken duwen gooien hacken kopen kopiëren lenen negeren ruimen schoppen stelen
steken trekken trappen vernielen verkopen versturen vechten vloeken weren hangen wassen zingen
gedragen onderschrijven ondervragen overdragen overschrijden verbinden verklaren
verlengen vervangen verdedigen vieren wegen beschadigen
integreren instellen aanspreken noteren inlichten markeren bevelen juichen
adresseren checken printen lachen groeien schreeuwen spugen knippen plakken bewegen tikken
beïnvloeden aarzelen vergaderen rouleren zwemmen fietsen ruilen bidden vasten beschouwen laden
beëindigen bemiddelen benadelen betrekken bewerken bezitten ondermijnen misbruiken
schonen telefoneren vinken vergrendelen ontgrendelen prikken loggen tekenen betalen vergoeden
verrekenen compenseren declareren repareren herstellen wissen versleutelen synchroniseren vernieuwen
activeren deactiveren uploaden verzwijgen halen bergen dekken bedekken kleden strijken trommelen
verifiëren legitimeren escaleren agenderen excuseren turven vullen lozen monteren maskeren vervagen
vorderen inventariseren peilen toewijzen wekken scannen typen noemen oefenen koken bakken planten
plukken snoeien zaaien oogsten poetsen dweilen stofzuigen vegen timmeren zagen verven bestellen
reserveren boeken annuleren afzeggen opgeven inschrijven borgen taxeren keuren ijken testen meten
blussen wandelen reizen vertrekken verzekeren inspecteren onderwijzen examineren surveilleren
becijferen
zeggen kloppen tellen dwingen verplichten verkrijgen onderwerpen begroeten delegeren mandateren
autoriseren exporteren importeren classificeren sanctioneren rectificeren consulteren presenteren
fouilleren retourneren deponeren sorteren selecteren deblokkeren verhuizen verwittigen verwelkomen
verlichten verhogen verlagen verkleinen vergelijken verplaatsen verschuiven vertalen vertragen
vervoeren vervolgen bedienen bedanken beheersen behalen benadrukken bereiden berekenen berispen
bestraffen bezorgen bezichtigen ontbinden ontheffen ontmoeten ontruimen ontwijken ontzeggen
onderbreken onderbouwen onderscheppen overhoren overplaatsen overschrijven overwegen herzien
hernieuwen herschrijven hervatten herplaatsen hergebruiken misleiden weerhouden doorzoeken voltooien
springen klimmen schuiven zoenen knuffelen drogen verschonen douchen smeren spoelen schrobben duiken
glijden dansen treiteren vernederen kleineren mishandelen bedriegen liegen chanteren dealen gokken
slopen breken krassen bekladden plassen ontsmetten desinfecteren reinigen verplegen koelen
reanimeren alarmeren evacueren screenen solliciteren factureren sparen doneren schenken trakteren
huren verhuren stallen remmen waarmerken rubriceren versoepelen verscherpen
""".split()

# What is, happens or is thought; no one is told to do anything.
_STATES = """
achten bedoelen bedragen begrijpen behelzen beogen berusten beschikken bestaan bestempelen
betekenen betreffen bevatten bezitten denken ervaren functioneren gebeuren gelden geloven geschieden
hechten heersen heten kennen leiden lijken liggen ontbreken ontstaan omvatten ontwikkelen passen
prefereren raken richten schijnen slagen snappen spelen staan stammen steken strekken
suggereren vallen vergroten verlopen vermoeden verschillen verstaan verschijnen
verwachten vinden vormen vrezen weten wensen wonen zien zitten blijken bemerken merken
onderkennen erkennen waarderen dreigen lukken ontsporen voldoen kosten duren mislukken
verliezen verkeren bevinden vergen ontlenen resulteren ondervinden horen beseffen hopen
streven trachten proberen volstaan
""".split()

# What things do as well as people: with an unknown subject it tells what is the case.
_OF_THINGS = """
hangen blijven bieden komen gaan beginnen helpen starten lopen stoppen raken treffen groeien bewegen
tonen openen sluiten veranderen verbinden storen treden dragen maken geven krijgen hinderen
beschermen wegen wijzen bereiken benadelen beperken bevestigen vragen bedekken dekken laten doen
houden beschrijven bepalen leren kwetsen tellen schaden slaan brengen nemen dringen delen vervangen
""".split()

# Base verbs of separable ones (nodigt … uit), and verbs of the rules on modality.
_OTHERS = """
behoeven behouden dringen moedigen nodigen raden realiseren schaffen spannen sporen stimuleren tonen
voeren stellen leveren wijken
""".split()

# Where a short syllable keeps its vowel or a long one doubles it against the rules below.
_STEMS = {
    "delen": "deel",
    "benadelen": "benadeel",
    "verdelen": "verdeel",
    "spelen": "speel",
    "stelen": "steel",
    "lenen": "leen",
    "verlenen": "verleen",
    "leveren": "lever",
    "herinneren": "herinner",
    "hinderen": "hinder",
    "veranderen": "verander",
    "verbeteren": "verbeter",
    "weigeren": "weiger",
    "luisteren": "luister",
    "verwijderen": "verwijder",
    "bevorderen": "bevorder",
    "twitteren": "twitter",
    "monitoren": "monitor",
    "komen": "kom",
    "voorkomen": "voorkom",
    "initiëren": "initieer",
    "kopiëren": "kopieer",
    "liken": "like",
    "gooien": "gooi",
    "groeien": "groei",
    "treiteren": "treiter",
    "vernederen": "verneder",
    "versoepelen": "versoepel",
    "oordelen": "oordeel",
    "beoordelen": "beoordeel",
    "evalueren": "evalueer",
    "instrueren": "instrueer",
}
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
_OPEN = re.compile(r"(?:^|[^aeiouëï])([aeou])([bcdfghjklmnpqrstvxz])$")
_UNSTRESSED = ("elen", "enen", "igen")


def _forms(infinitive: str) -> tuple[str, str]:
    """Return stem and third person singular by the rules of spelling."""
    if infinitive.endswith(("aan", "oen", "ien")) and infinitive not in _STEMS:
        stem = infinitive[:-1]
        return stem.removesuffix("a") if stem.endswith("aa") else stem, f"{stem}t"
    stem = _STEMS.get(infinitive) or _stem(infinitive)
    return stem, stem if stem.endswith("t") else f"{stem}t"


def _stem(infinitive: str) -> str:
    stem = infinitive.removesuffix("en")
    if _DOUBLED.search(stem):
        return stem[:-1]
    if not infinitive.endswith(_UNSTRESSED) and (opened := _OPEN.search(stem)):
        stem = stem[:-1] + opened[1] + opened[2]
    if stem.endswith("v"):
        return f"{stem[:-1]}f"
    return f"{stem[:-1]}s" if stem.endswith("z") else stem


_ALL = {verb: _forms(verb) for verb in (*_ACTIONS, *_STATES, *_OTHERS)}
PLURALS = frozenset(_ALL)
STEMS = frozenset(stem for stem, _ in _ALL.values()) | {"wees", "zorg", "let"}
# 'uit', 'acht', 'post' and 'was' are other words far more often.
THIRDS = frozenset(third for _, third in _ALL.values()) - {"uit", "acht", "post", "was", "pest"}
# Stems that are nouns as well: 'regel en plan', 'film'.
NOUNS = frozenset(
    "antwoord app bak begin bel besluit bewijs bezoek blog boek bouw chat deel dek doel eis "
    "film gebruik groei groet handel hang hoor keur kijk klap knip kook koop leen leer les "
    "let loop maat mail meld onderzoek oordeel overleg pas pest plaats plak plan plant post "
    "praat prik print raad regel reis roep ruil scan schop stap start stem steun stop straf "
    "strijd test tik toets train trap trek type veeg verblijf verf verhaal verkeer verslag "
    "vertrek verzoek vier vlag voer vraag wandel weeg week wens werk wijk zaag zorg".split()
)
# Verbs, with or without a part before them, of what befalls somebody who can.
NOTICED = (
    "zien", "lezen", "vinden", "horen", "krijgen", "raken", "merken", "rekenen", "komen", "lopen",
    "worden", "zijn", "hebben", "kijken", "leren", "leiden", "voorkomen", "schaden", "kwetsen",
    "storen", "maken", "geven", "helpen", "veranderen", "gaan", "blijven", "brengen",
)  # fmt: skip
STATES = frozenset(form for verb in _STATES for form in (verb, *_forms(verb)))
OF_THINGS = frozenset(form for verb in _OF_THINGS for form in (verb, *_forms(verb)))
FINITES = MODALS | AUXILIARIES | PLURALS | THIRDS
_THIRD = re.compile(r"[a-zëï]{3,}(?:eert|[a-z]igt)$")  # verbs outside the table, never nouns

_LOAN_STEM = re.compile(r"[a-zëï]{2,}(?:[cdglnrst]|iv|ol|ic)eer(?<!keer)")

PREFIXES = (
    "aan achter af bij binnen buiten deel door fout goed in kennis klaar langs los mede mee na om "
    "onder op open over plaats rond samen schoon stand tegemoet tegen terecht terug thuis toe "
    "tussen uit vast vol voor voorbij vooruit waar weer weg zoek"
).split()
_PREFIX = re.compile("(?:" + "|".join(sorted(PREFIXES, key=len, reverse=True)) + ")(?=..)")
_PARTICIPLE = re.compile(
    r"(?:(?:" + "|".join(PREFIXES) + r")?ge\w+(?:t|d|en|aan)|"
    r"(?:be|ver|her|ont|er|over|onder|mis|door|voor)\w{3,}(?:t|d|en|aan)|"
    r"(?:aan|voor|op|in|uit|mee|toe|af|waar)(?:be|ver|er)?\w{3,}(?:t|d|en|aan))$"
)
_NO_PARTICIPLES = frozenset(
    "gebied gelegenheid geheim geld geluid gemak gemeen geest geen gebaat gedrag begin begrip "
    "beleid bestand bewind beeld beelden bericht berichten verband verbod verhaal verkeer verlies "
    "verschil verstand vertrek verzoek herkomst ontslag overleg overlast onderwijs ondanks "
    "onderdeel onderling voordeel geheel geduld gesprekken gevolgen gegevens gevallen gebouwen "
    "gedragingen gevoelens onderwerpen voorwaarden verantwoordelijkheid bestuurslid gebeurt "
    "inhoud afstand opdracht aandacht aanvang aantal opdrachten uitzonderingen verplichtingen "
    "bepalingen handelingen voorschriften bedreigingen beledigingen".split()
)


@cache
def is_stem(word: str) -> bool:
    """Whether a word can be an order by itself: in the table, or a loan word (``exporteer``)."""
    return word in STEMS or bool(_LOAN_STEM.fullmatch(word))


@cache
def is_participle(word: str) -> bool:
    """Whether a word looks like a past participle: ``geplaatst``, ``ingenomen``, ``verspreid``."""
    if word in _NO_PARTICIPLES or word.endswith(("heid", "heden", "ingen", "kracht", "krachten")):
        return False
    if word in PLURALS:
        return word.startswith(_UNPREFIXED) and word.endswith(("den", "gen", "ten", "ken", "ven"))
    return bool(_PARTICIPLE.match(word)) and (word not in THIRDS or word.startswith(_UNPREFIXED))


# Verbs that take no 'ge-': 'gebruikt' and 'verwerkt' are both third person and participle.
_UNPREFIXED = ("ge", "be", "ver", "her", "ont", "over", "onder")


@cache
def is_infinitive(word: str) -> bool:
    """Whether a word is an infinitive of the table, with or without a separable part."""
    return word in PLURALS or _without_prefix(word) in PLURALS | {"zijn", "hebben", "worden"}


@cache
def is_present(word: str) -> bool:
    """Whether a word can be a finite verb of the present: in the table, or plainly one."""
    return word in FINITES or bool(_THIRD.match(word) and not is_participle(word))


@cache
def is_split_finite(word: str) -> bool:
    """Whether a word is a separable verb written as one, as at the end of a subordinate clause."""
    return word not in FINITES and _without_prefix(word) in THIRDS | PLURALS


@cache
def is_verb(word: str) -> bool:
    """Whether a word can belong to the verbs of a sentence in any form."""
    return is_present(word) or is_infinitive(word) or is_split_finite(word) or is_participle(word)


def _without_prefix(word: str) -> str:
    found = _PREFIX.match(word)
    return word[found.end() :] if found else ""


# Participles that have another vowel than their verb, of verbs that schools write.
_DECIDING = frozenset("verboden toegelaten toegestaan opgedragen bevolen verplicht".split())
_INSEPARABLE = ("be", "her", "ont", "ver")
_STRONG = {
    "gegeten": "eten",
    "genomen": "nemen",
    "gesproken": "spreken",
    "geschreven": "schrijven",
    "gedronken": "drinken",
    "gezonden": "zenden",
    "gebracht": "brengen",
    "gekozen": "kiezen",
    "gesloten": "sluiten",
    "getrokken": "trekken",
    "gebroken": "breken",
    "gestolen": "stelen",
    "gekocht": "kopen",
    "gezocht": "zoeken",
    "gereden": "rijden",
    "gekeken": "kijken",
    "gezongen": "zingen",
    "gezwommen": "zwemmen",
}
_REGULAR = {f"ge{stem}{end}": verb for verb, (stem, _) in _ALL.items() for end in "dt"}
_LIKE_ITS_VERB = {f"ge{verb}": verb for verb in _ALL}
_THIRD_OF = {third: verb for verb, (_, third) in _ALL.items() if third in THIRDS}
_INFINITIVES = {**_LIKE_ITS_VERB, **_REGULAR, **_THIRD_OF, **_STRONG}


def infinitive_of(word: str) -> str:
    """Return the verb of a third person or a participle (``meldt``, ``gedragen``), else itself.

    Also of a verb with a part before it: ``uitgeleend`` is of 'uitlenen'. Words by which a rule
    is what it is (``verboden``) stay as they are.
    """
    if word in _DECIDING:
        return word
    return _INFINITIVES.get(word) or _of_parts(word) or word


@cache
def _of_parts(word: str) -> str:
    found = _PREFIX.match(word)
    rest = word[found.end() :] if found else ""
    if found and rest.startswith("ge") and rest in _INFINITIVES:
        return found[0] + _INFINITIVES[rest]
    part = next((part for part in _INSEPARABLE if word.startswith(part)), "")
    verb = _INFINITIVES.get(f"ge{word.removeprefix(part)}") if part else None
    return part + verb if verb else ""
