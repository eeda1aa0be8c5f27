"""Documents of no board in the ways that boards number, made from words of our own.

A document is a flat run of nodes, as a person would type it; what it must become follows from the
nodes by construction. The sentences mean little, but hold what misleads a reader of sources:
dates, references, numbers, abbreviations, addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from protocolkit.text.words import tokens

Key = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]

_WHO = """
De leerling|De mentor|Iedere medewerker|De directeur|De ouder of verzorger|Het schoolbestuur
De conciërge|Een stagiair|De groepsleerkracht|De intern begeleider|De MR|De vertrouwenspersoon
Wie een kluisje huurt|De teamleider van de onderbouw|Een vrijwilliger|De preventiemedewerker
"""
_DOES = """
meldt dit dezelfde dag bij de administratie|bewaart de formulieren in een afgesloten kast
bespreekt dit met de collega's van het team|maakt een verslag en deelt dat met de ouders
zorgt dat het lokaal netjes wordt achtergelaten|houdt zich aan de afspraken van artikel 5
neemt binnen 2 weken contact op met de betrokkenen|legt de gemaakte afspraken schriftelijk vast
mag hiervan alleen afwijken met toestemming|vraagt vooraf toestemming aan de directie
is verantwoordelijk voor het toezicht in de pauze|werkt mee aan een jaarlijkse controle
kan bezwaar maken bij de commissie (zie bijlage 2)|krijgt een kopie van het ingevulde formulier
"""
_TAIL = """
|, tenzij de veiligheid van anderen in het geding is|, ook als het buiten schooltijd gebeurt
|, zoals is afgesproken op 1 augustus 2021|, bijvoorbeeld in verband met een verhuizing
|, met inachtneming van het reglement van 14 maart 2019 en de daarbij horende toelichting
|, waarbij de leeftijd van 16 jaar als grens geldt|, in ieder geval tot het einde van het schooljaar
| en maakt daarvan een aantekening in het leerlingvolgsysteem dat de school gebruikt
|, voor zover dat redelijkerwijs van een onderwijsinstelling verwacht mag worden
"""
_HEADINGS = """
Inleiding|Doel en uitgangspunten|Gebruik van het gebouw|Toezicht in de pauze|Kluisjes en sleutels
Afspraken met ouders|Melden van schade|Verantwoordelijkheden|Bewaartermijnen|Klachten
Excursies en schoolreizen|Vervoer door ouders|Rooster en lesuitval|Verzekering|Evaluatie
Rol van de medezeggenschapsraad|Hulpmiddelen in de klas|Huisdieren op school|Fietsen en scooters
Gevonden voorwerpen|Eten en drinken|Rookvrij schoolterrein|Sportdagen|De bibliotheek
"""
_QUESTIONS = """
Voor wie gelden deze afspraken?|Wat doet de school bij schade?|Mag mijn kind eerder naar huis?
Wie houdt er toezicht?|Hoe lang worden gegevens bewaard?|Waar kan ik een klacht indienen?
Wat gebeurt er met gevonden voorwerpen?|Moet ik een formulier invullen?
"""
_SHORT = """
een kopie van het rooster|de naam van de contactpersoon|het adres van de ouders|een recente pasfoto
de afgesproken begin- en eindtijd|het nummer van het kluisje|een schriftelijke verklaring
de handtekening van beide ouders|het soort activiteit|de kosten van de excursie
de plaats waar de sleutel ligt|een overzicht van alle deelnemers
"""
_TERMS = """
Bevoegd gezag|Leerling|Ouders|Medewerker|Schoolterrein|Bijzondere gegevens|Derde|Kluisje|Toezicht
"""
_NAMES = "De Linde|Het Kompas|De Vuurtoren|Westerhout|De Akkers|Zonnewijzer|De Brug|Noorderlicht"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One paragraph as typed: ``depth`` is a heading's level from 1, or how deep an item lies.

    A paragraph of depth 1 belongs to the item above it, of depth 0 to none; ``note`` is the text
    of a note that is called at its end.
    """

    kind: str
    text: str = ""
    marker: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document in one way of numbering."""

    style: str
    title: str
    nodes: tuple[Node, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The texts of its notes in the order of their marks."""
        return tuple(node.note for node in self.nodes if node.note)


@dataclass(slots=True)
class _Open:
    marker: str
    sections: tuple[tuple[str, ...], ...]
    words: list[str] = field(default_factory=list)


def gold_keys(document: Document) -> list[Key]:
    """Return what identifies each clause that a document must become, in order."""
    found: list[_Open] = []
    sections: list[tuple[int, tuple[str, ...]]] = []
    for node in document.nodes:
        if node.kind == "heading":
            sections = [section for section in sections if section[0] < node.depth]
            sections.append((node.depth, tokens(f"{node.marker} {node.text}")))
            continue
        cells = [cell for row in node.rows for cell in row]
        if node.depth == 0:
            marker = "•" if node.marker in ("-", "o", "–") else node.marker
            found.append(_Open(marker, tuple(words for _, words in sections), [node.text, *cells]))
        else:
            marker = "" if node.marker in ("-", "o", "–") else node.marker
            found[-1].words += [marker, node.text, *cells]
    return [(one.marker, tokens(" ".join(one.words)), one.sections) for one in found]


def make_document(style: str, seed: int) -> Document:
    """Return the document of a style that a seed stands for; the same one each time."""
    maker = _Maker(Random(f"{style} {seed}"))
    nodes = tuple(STYLES[style](maker))
    return Document(style=style, title=maker.title(), nodes=nodes)


class _Maker:
    """Draws words; each kind of node has one way to make it."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._headings = _choices(_HEADINGS)
        random.shuffle(self._headings)

    def title(self) -> str:
        kind = self.random.choice(
            ["Protocol schoolgebouw", "Huishoudelijk reglement", "Beleidsplan"]
        )
        return f"{kind} {self.random.choice(_choices(_NAMES))}"

    def sentence(self) -> str:
        who, does, tail = (self.random.choice(_choices(x)) for x in (_WHO, _DOES, _TAIL))
        return f"{who} {does}{tail}."

    def text(self, most: int = 3) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(1, most)))

    def heading(self, marker: str = "", depth: int = 1) -> Node:
        if not self._headings:
            self._headings = _choices(_HEADINGS)
        return Node(kind="heading", text=self._headings.pop(), marker=marker, depth=depth)

    def item(self, marker: str, depth: int = 0, text: str = "") -> Node:
        return Node(kind="item", text=text or self.text(2), marker=marker, depth=depth)

    def paragraph(self, depth: int = 0, text: str = "") -> Node:
        return Node(kind="paragraph", text=text or self.text(), depth=depth)

    def lead(self) -> str:
        who = self.random.choice(_choices(_WHO)).lower()
        return self.random.choice(
            [f"Op het formulier vult {who} het volgende in:", "Daarbij gaat het in elk geval om:"]
        )

    def points(self, markers: list[str], depth: int = 1) -> Iterator[Node]:
        """Short points, with the signs of a list that is one sentence, or whole sentences."""
        texts = self.random.sample(_choices(_SHORT), len(markers))
        is_sentences = self.random.random() < 0.4
        for number, (marker, text) in enumerate(zip(markers, texts, strict=True)):
            end = "." if number + 1 == len(markers) else ";"
            words = self.sentence() if is_sentences else text + end
            yield self.item(marker, depth, words)

    def count(self, low: int = 3, high: int = 6) -> range:
        return range(1, self.random.randint(low, high) + 1)

    def table(self, head: tuple[str, ...], rows: int) -> Node:
        cells = [
            tuple(self.random.choice(_choices(_SHORT)).capitalize() for _ in head)
            for _ in range(rows)
        ]
        return Node(kind="table", rows=(head, *cells))

    def note(self, node: Node) -> Node:
        return Node(
            kind=node.kind,
            text=node.text,
            marker=node.marker,
            depth=node.depth,
            note=self.sentence(),
        )


def _choices(words: str) -> list[str]:
    return words.strip("\n").replace("\n", "|").split("|")


def _letters(count: int) -> list[str]:
    return [chr(ord("a") + number) for number in range(count)]


# -- styles ---------------------------------------------------------------------------------


def _chapters_point(make: _Maker) -> Iterator[Node]:
    for chapter in make.count(4, 6):
        yield make.heading(f"{chapter}.")
        yield make.paragraph()
        if make.random.random() < 0.6:
            yield make.paragraph(text=make.lead())
            yield from make.points(["•"] * 4, 0)
        yield make.paragraph()


def _chapters_plain(make: _Maker) -> Iterator[Node]:
    for chapter in make.count(3, 5):
        yield make.heading(f"{chapter}")
        if chapter % 2:
            yield make.paragraph()
        for part in make.count(2, 3):
            yield make.heading(f"{chapter}.{part}", 2)
            yield make.paragraph()
            yield make.paragraph()


def _restart(make: _Maker) -> Iterator[Node]:
    for _ in make.count(4, 6):
        yield make.heading()
        for number in make.count():
            if number == 2:
                yield make.item(f"{number}.", text=make.lead())
                yield from make.points([f"{letter}." for letter in _letters(3)])
            else:
                yield make.item(f"{number}.")


def _letter_chapters(make: _Maker) -> Iterator[Node]:
    for letter in "ABCDE":
        yield make.heading(f"{letter}.")
        for number in make.count():
            yield make.item(f"{number}.")


def _zero(make: _Maker) -> Iterator[Node]:
    for chapter in range(5):
        yield make.heading(f"{chapter}.")
        yield make.paragraph()
        for part in make.count(2, 4):
            yield make.item(f"{chapter}.{part}")


def _roman(make: _Maker) -> Iterator[Node]:
    article = 0
    for chapter in ("I", "II", "III", "IV"):
        yield make.heading(f"{chapter}.")
        for _ in make.count(2, 3):
            article += 1
            yield make.heading(f"Artikel {article}", 2)
            for part in make.count(2, 4):
                yield make.item(f"{article}.{part}")


def _bullets(make: _Maker) -> Iterator[Node]:
    for _ in make.count(4, 6):
        yield make.heading()
        yield make.paragraph(text=make.lead())
        for number in make.count(3, 5):
            yield make.item("•", text=make.lead() if number == 2 else "")
            if number == 2:
                yield from make.points(["o"] * 3)


def _running(make: _Maker) -> Iterator[Node]:
    yield make.paragraph()
    for number in range(1, make.random.randint(14, 22)):
        yield make.item(f"{number}.")


def _paragraph_signs(make: _Maker) -> Iterator[Node]:
    for chapter in make.count(4, 6):
        yield make.heading(f"§ {chapter}")
        yield make.paragraph()
        for number in make.count(2, 4):
            yield make.item(f"{number}.")


def _articles(make: _Maker) -> Iterator[Node]:
    article = 0
    for chapter in make.count(3, 4):
        yield make.heading(f"Hoofdstuk {chapter}")
        for _ in make.count(2, 4):
            article += 1
            marker = f"Artikel {article}" if article != 5 else "Artikel 4a"
            yield make.heading(marker, 2)
            if article == 3:
                yield make.paragraph(text="Vervallen.")
                continue
            for number in make.count(2, 4):
                is_list = number == 2
                yield make.item(f"{number}.", text=make.lead() if is_list else "")
                for letter in _letters(3) if is_list else ():
                    yield make.item(f"{letter}.", 1, make.lead() if letter == "b" else "")
                    if letter == "b":
                        yield from make.points(["1°.", "2°."], 2)


def _bare_articles(make: _Maker) -> Iterator[Node]:
    yield make.paragraph()
    for article in make.count(8, 12):
        yield make.heading(f"Artikel {article}")
        if article == 1:
            yield make.paragraph(text="In dit reglement wordt verstaan onder:")
            for letter, term in zip(_letters(6), _choices(_TERMS), strict=False):
                yield make.item(
                    f"{letter}.", text=f"{term}: {make.random.choice(_choices(_SHORT))};"
                )
            continue
        yield make.paragraph()


def _decimals(make: _Maker) -> Iterator[Node]:
    for chapter in make.count(3, 4):
        yield make.heading(f"{chapter}")
        for part in make.count(2, 3):
            yield make.heading(f"{chapter}.{part}", 2)
            for number in make.count(2, 4):
                yield make.item(f"{chapter}.{part}.{number}")


def _brackets(make: _Maker) -> Iterator[Node]:
    for _ in make.count(4, 5):
        yield make.heading()
        yield make.paragraph()
        for number in make.count(3, 4):
            yield make.item(f"{number})", text=make.lead() if number == 2 else "")
            if number == 2:
                yield from make.points([f"{letter})" for letter in _letters(3)])


def _round(make: _Maker) -> Iterator[Node]:
    for _ in make.count(4, 5):
        yield make.heading()
        for number in make.count(3, 5):
            yield make.item(f"({number})")


def _questions(make: _Maker) -> Iterator[Node]:
    for question in make.random.sample(_choices(_QUESTIONS), 7):
        yield Node(kind="heading", text=question, depth=1)
        for _ in make.count(1, 2):
            yield make.paragraph()


def _steps(make: _Maker) -> Iterator[Node]:
    yield make.heading()
    yield make.paragraph()
    for number in make.count(4, 6):
        yield make.heading(f"Stap {number}:", 1)
        yield make.paragraph()
        yield from make.points(["-"] * 3, 0)


def _tables(make: _Maker) -> Iterator[Node]:
    for number in make.count(3, 4):
        yield make.heading(f"{number}.")
        yield make.paragraph()
        yield make.table(("Wat", "Wie", "Termijn"), make.random.randint(3, 14))
        yield make.paragraph()


def _definitions(make: _Maker) -> Iterator[Node]:
    yield make.heading()
    yield make.paragraph()
    yield Node(kind="heading", text="Begrippen", depth=1)
    for term in _choices(_TERMS):
        text = make.random.choice(_choices(_SHORT))
        yield make.paragraph(text=f"{term}: {text} en alles wat daar in de praktijk bij hoort.")
    yield make.heading()
    yield make.paragraph()


def _long_items(make: _Maker) -> Iterator[Node]:
    for chapter in make.count(3, 4):
        yield make.heading(f"{chapter}.")
        for number in make.count(3, 4):
            yield make.item(f"{chapter}.{number}")
            if number < 3:
                yield make.paragraph(1)
                yield from make.points(["•"] * 3)


def _appendices(make: _Maker) -> Iterator[Node]:
    yield from _restart(make)
    for number in (1, 2):
        yield Node(kind="heading", text=f"Bijlage {number}: Formulier voor ouders", depth=1)
        yield make.paragraph(text="Ondergetekende verklaart het volgende.")
        for name in ("Naam van het kind", "Geboortedatum", "Groep"):
            yield make.paragraph(text=f"{name}: …………")
        yield make.paragraph()


def _dashes(make: _Maker) -> Iterator[Node]:
    for number in make.count(4, 6):
        yield make.heading(f"{number}.")
        yield make.paragraph(text=make.lead())
        yield from make.points(["-"] * 5, 0)
        yield make.paragraph()


def _noted(make: _Maker) -> Iterator[Node]:
    for chapter in make.count(4, 5):
        yield make.heading(f"{chapter}.")
        yield make.note(make.paragraph())
        for number in make.count(2, 4):
            node = make.item(f"{number}.")
            yield make.note(node) if number == 2 else node


STYLES: dict[str, Callable[[_Maker], Iterator[Node]]] = {
    "1. chapters, bullets": _chapters_point,
    "1 chapters, 1.1": _chapters_plain,
    "numbers restart, a.": _restart,
    "A. chapters, 1.": _letter_chapters,
    "chapter 0, 0.1": _zero,
    "I. chapters, Artikel, 1.1": _roman,
    "headings, bullets, o": _bullets,
    "numbers only": _running,
    "§, 1.": _paragraph_signs,
    "Artikel, 1., a., 1°, 4a": _articles,
    "Artikel, text, a. terms": _bare_articles,
    "1, 1.1, 1.1.1": _decimals,
    "headings, 1), a)": _brackets,
    "headings, (1)": _round,
    "questions": _questions,
    "Stap 1:, dashes": _steps,
    "tables": _tables,
    "term: explanation": _definitions,
    "1.1 of many paragraphs": _long_items,
    "appendices, forms": _appendices,
    "1. chapters, dashes": _dashes,
    "notes": _noted,
}
