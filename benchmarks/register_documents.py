"""Documents of no board in the ways that schools write: articles, bullets, memo, steps, letter.

The five registers differ in what misleads a reader of sources: articles with members and terms,
short lines that look like headings, tables of amounts, steps with a word before the number, and
a letter without a title. What a document must become follows from its nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from style_documents import Document, Node

_SCHOOLS = "De Regenboog|Het Anker|De Wegwijzer|Sint-Jozef|De Bongerd|Op de Hoogte|'t Palet"
_SUBJECTS = """
lesuitval|schoolreizen|medicijnen op school|ouderbijdrage|huiswerk|verlof buiten de vakanties
zindelijkheid|luizen|vrijwilligers|kledingafspraken|toetsen en inhalen|spelen op het plein
"""
_ACTORS = """
de leerkracht|de directeur|de intern begeleider|de ouder|de leerling|de conciërge|het bestuur
de administratie|de teamleider|de klassenassistent|de oudervereniging
"""
_FORMAL = """
legt het verzoek binnen {n} werkdagen schriftelijk aan {b} voor
bewaart de stukken tot {n} jaar na het einde van het schooljaar
kan in bijzondere gevallen van het eerste lid afwijken, gehoord {b}
stelt {b} in de gelegenheid zijn zienswijze naar voren te brengen
besluit uiterlijk {n} weken na ontvangst van de aanvraag, bedoeld in artikel {n}
draagt er zorg voor dat {b} over het besluit wordt geïnformeerd
is bevoegd de toegang tot het terrein te ontzeggen voor ten hoogste {n} dagen
"""
_FRIENDLY = """
We lopen rustig door de gang en houden de deur open voor {b}.
Ben je te laat? Meld je dan even bij {b}.
Om {n}.30 uur gaat de bel en beginnen we met de les.
Eten en drinken nemen we mee in een bakje met naam erop.
Is er iets gebeurd, dan praten we het samen uit.
Je jas hangt aan de kapstok, je tas staat eronder.
We helpen elkaar en lachen niemand uit.
Voor vragen kun je altijd terecht bij {b}.
Spullen van een ander gebruik je alleen als dat mag.
"""
_SERIOUS = """
Het overleg tussen {a} en {b} vindt {n} keer per jaar plaats.
Uit de evaluatie van het vorige schooljaar blijkt dat de afspraken niet bij iedereen bekend waren.
In {n} van de 12 groepen is hier ervaring mee opgedaan.
De kosten worden betaald uit de post overige lasten (zie de tabel hieronder).
Na de zomervakantie kijkt {a} of bijstelling nodig is.
Daarom stellen wij voor om met ingang van 1 augustus anders te gaan werken.
"""
_DEEDS = """
bel de ouders en vraag wat er aan de hand is|noteer datum en tijd in het leerlingdossier
informeer {b} op dezelfde dag|maak een afspraak voor een gesprek op school
vul het formulier in en laat het tekenen|vraag advies aan de schoolarts of jeugdverpleegkundige
leg vast wat is afgesproken en wie wat doet|kijk na {n} weken samen of het beter gaat
"""
_LETTER = """
Met deze brief informeren wij u over een wijziging in de afspraken over {s}.
Vanaf 1 januari gelden op onze school nieuwe afspraken, die wij hieronder kort uitleggen.
De medezeggenschapsraad heeft hierover meegedacht en is het met ons eens.
Heeft u vragen, dan kunt u contact opnemen met {b}.
Wij hopen dat u de afspraken thuis met uw kind bespreekt.
Op de ouderavond van 14 maart is er gelegenheid om hierover in gesprek te gaan.
"""
_CHAPTERS = """
Algemene bepalingen|Aanvraag en behandeling|Beoordeling|Rechten en plichten|Bezwaar
Toezicht en naleving|Bijzondere situaties|Slotbepalingen
"""
_ARTICLES = """
Begripsbepalingen|Reikwijdte|Indienen van een aanvraag|Termijnen|Beslissing|Kennisgeving
Voorwaarden|Intrekking|Hardheidsclausule|Citeertitel|Inwerkingtreding|Bewaren van gegevens
"""
_TERMS = """
aanvraag: het verzoek van een ouder aan de school|dossier: de stukken over één leerling
ouder: de wettelijk vertegenwoordiger|schooldag: een dag waarop lessen worden gegeven
terrein: het gebouw en het plein daaromheen|verlof: toestemming om niet te komen
"""
_CALM = """
Op het plein|In de klas|In de gang|Pauze en overblijven|Spullen van thuis|Op de fiets
Te laat komen|Ziek melden|Als het niet goed gaat|Wat ouders doen|Gym|Verjaardagen
"""
_MEMO = """
Aanleiding|Huidige situatie|Voorstel|Kosten|Planning|Gevolgen voor het personeel|Risico's
Communicatie|Gevraagd besluit|Vervolg
"""
_STEPS = """
Signaleren|In gesprek met de ouders|Een plan maken|Hulp inschakelen|Opschalen
Melden bij de inspectie|Nazorg en evaluatie|Afsluiten
"""
_ITEMS = """
Begeleiding|Materiaal|Vervoer|Drukwerk|Scholing|Onderhoud|Verzekering|Onvoorzien|Toezicht
"""
_ROLES = "Leerkracht|Directeur|Intern begeleider|Ouders|Schoolarts|Administratie"
_STREETS = "Dorpsstraat 12|Lindelaan 3|Kerkweg 148|Molenpad 7a"
_TOWNS = "3812 AB Amersfoort|7411 KD Deventer|5038 XM Tilburg|8911 CV Leeuwarden"


def make_register(register: str, seed: int) -> Document:
    """Return the document of a register that a seed stands for; the same one each time."""
    return REGISTERS[register](_Writer(Random(f"register {register} {seed}")))


class _Writer:
    """Draws words for one document."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.school = self.one(_SCHOOLS)
        self.subject = self.one(_SUBJECTS)

    def one(self, words: str) -> str:
        return self.filled(self.random.choice(_split(words)))

    def some(self, words: str, count: int) -> list[str]:
        """Return different pieces, in an order of their own."""
        return [self.filled(text) for text in self.random.sample(_split(words), count)]

    def filled(self, text: str) -> str:
        """Return a piece of text with its gaps filled."""
        actors = self.random.sample(_split(_ACTORS), 2) if "{" in text else ("", "")
        return text.format(
            n=self.random.randint(2, 9), a=actors[0], b=actors[1], s=getattr(self, "subject", "")
        )

    def count(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def maybe(self, chance: float = 0.5) -> bool:
        return self.random.random() < chance

    def formal(self) -> str:
        actor = self.random.choice(_split(_ACTORS))
        return f"{actor[0].upper()}{actor[1:]} {self.one(_FORMAL)}."

    def text(self, words: str, most: int = 3) -> str:
        return " ".join(self.some(words, self.count(1, most)))


def _split(words: str) -> list[str]:
    return words.strip("\n").replace("\n", "|").split("|")


def _heading(text: str, marker: str = "", depth: int = 1) -> Node:
    return Node(kind="heading", text=text, marker=marker, depth=depth)


def _item(text: str, marker: str, depth: int = 0) -> Node:
    return Node(kind="item", text=text, marker=marker, depth=depth)


def _paragraph(text: str, depth: int = 0) -> Node:
    return Node(kind="paragraph", text=text, depth=depth)


# -- registers ------------------------------------------------------------------------------


def _articles(write: _Writer) -> Document:
    titles = write.some(_ARTICLES, 12)
    article, nodes = 0, [_paragraph(f"Vastgesteld door het bestuur van {write.school}.")]
    for number, chapter in enumerate(write.some(_CHAPTERS, write.count(3, 4)), 1):
        nodes.append(_heading(chapter, f"Hoofdstuk {number}"))
        for _ in range(3):
            article += 1
            nodes.append(_heading(titles.pop(), f"Artikel {article}", 2))
            nodes += _members(write)
    return Document(
        style="articles", title=f"Reglement {write.subject} {write.school}", nodes=tuple(nodes)
    )


def _members(write: _Writer) -> Iterator[Node]:
    if write.maybe(0.2):
        yield _paragraph(write.formal())
        return
    if write.maybe(0.2):
        yield _paragraph("In dit reglement wordt verstaan onder:")
        for letter, term in zip("abcd", write.some(_TERMS, write.count(3, 4)), strict=False):
            yield _item(f"{term};", f"{letter}.")
        return
    count = write.count(2, 4)
    listed = write.count(1, count) if write.maybe(0.4) else 0
    for number in range(1, count + 1):
        if number != listed:
            yield _item(write.formal(), f"{number}.")
            continue
        actor = write.random.choice(_split(_ACTORS))
        yield _item(f"De aanvraag bevat, onverminderd het bepaalde voor {actor}:", f"{number}.")
        for letter, deed in zip("abc", write.some(_TERMS, 3), strict=True):
            yield _item(
                f"de {deed.partition(':')[0]}{'.' if letter == 'c' else ';'}", f"{letter}.", 1
            )


def _bullets(write: _Writer) -> Document:
    nodes = [_paragraph(f"Op {write.school} spreken we dit met elkaar af. Zo weet iedereen het.")]
    for chapter in write.some(_CALM, write.count(7, 11)):
        nodes.append(_heading(chapter))
        if write.maybe(0.3):
            nodes.append(_paragraph(write.text(_FRIENDLY, 2)))
        for text in write.some(_FRIENDLY, write.count(2, 5)):
            nodes.append(_item(text, "•"))
            if write.maybe(0.15):
                nodes += [_item(deed, "•", 1) for deed in write.some(_DEEDS, 2)]
    return Document(style="bullets", title=f"Zo doen wij dat op {write.school}", nodes=tuple(nodes))


def _memo(write: _Writer) -> Document:
    nodes = [
        _paragraph(f"Aan: team {write.school}"),
        _paragraph("Van: de directie"),
        _paragraph(f"Datum: {write.count(1, 28)} mei 202{write.count(0, 4)}"),
    ]
    is_counted = write.maybe()
    for number, chapter in enumerate(write.some(_MEMO, write.count(6, 9)), 1):
        nodes.append(_heading(chapter, f"{number}." if is_counted else ""))
        nodes.append(_paragraph(write.text(_SERIOUS)))
        if chapter in ("Kosten", "Planning", "Voorstel", "Risico's"):
            nodes.append(_amounts(write))
        if write.maybe(0.4):
            nodes.append(_paragraph("Voor het team betekent dit:"))
            nodes += [_item(f"{deed};", "-") for deed in write.some(_DEEDS, 3)]
        if write.maybe(0.4):
            nodes.append(_paragraph(write.text(_SERIOUS)))
    return Document(style="memo", title=f"Memo {write.subject}", nodes=tuple(nodes))


def _amounts(write: _Writer) -> Node:
    rows = tuple(
        (
            name,
            write.one(_ROLES),
            f"{write.count(1, 40)}",
            f"{write.count(1, 9)}{write.count(10, 99)}0",
        )
        for name in write.some(_ITEMS, write.count(3, 7))
    )
    return Node(kind="table", rows=(("Onderdeel", "Wie", "Aantal", "Bedrag"), *rows))


def _steps(write: _Writer) -> Document:
    sign = write.random.choice((":", " –", "."))
    nodes = [_paragraph(write.text(_SERIOUS, 2))]
    for number, step in enumerate(write.some(_STEPS, write.count(5, 8)), 1):
        nodes.append(_heading(step, f"Stap {number}{sign}"))
        nodes.append(_paragraph(f"Wie: {write.one(_ROLES).lower()}"))
        if write.maybe():
            texts = [
                f"{deed[0].upper()}{deed[1:]}." for deed in write.some(_DEEDS, write.count(2, 5))
            ]
            nodes += [_item(text, f"{place}.") for place, text in enumerate(texts, 1)]
        else:
            nodes += [_item(f"{deed};", "•") for deed in write.some(_DEEDS, write.count(2, 5))]
        if write.maybe(0.3):
            nodes.append(_paragraph(write.text(_SERIOUS, 1)))
    contacts = tuple(
        (role, f"0{write.count(10, 99)}-{write.count(1000000, 9999999)}")
        for role in write.some(_ROLES, 4)
    )
    nodes += [
        _heading("Belangrijke telefoonnummers"),
        Node(kind="table", rows=(("Wie", "Telefoon"), *contacts)),
    ]
    return Document(style="steps", title=f"Stappenplan {write.subject}", nodes=tuple(nodes))


def _letter(write: _Writer) -> Document:
    """Return a letter: it has no title, what it is about stands in a line of its own."""
    nodes = [
        _paragraph(f"Basisschool {write.school}"),
        _paragraph(write.one(_STREETS)),
        _paragraph(write.one(_TOWNS)),
        _paragraph(f"Deventer, {write.count(1, 28)} maart 202{write.count(0, 4)}"),
        _paragraph(f"Betreft: {write.subject}"),
        _paragraph("Beste ouders en verzorgers,"),
        _paragraph(write.text(_LETTER)),
    ]
    for _ in range(write.count(1, 3)):
        nodes.append(_paragraph(write.text(_LETTER)))
        nodes.append(_paragraph("Dit spreken wij met u af:"))
        nodes += [_item(text, "•") for text in write.some(_FRIENDLY, write.count(2, 4))]
    nodes += [
        _paragraph(write.text(_LETTER)),
        _paragraph("Met vriendelijke groet,"),
        _paragraph("namens het team"),
    ]
    return Document(style="letter", title="", nodes=tuple(nodes))


REGISTERS: dict[str, Callable[[_Writer], Document]] = {
    "formal articles": _articles,
    "friendly bullets": _bullets,
    "memo with tables": _memo,
    "step plan": _steps,
    "letter": _letter,
}
