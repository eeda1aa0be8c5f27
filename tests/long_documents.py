"""Protocols of boards with many schools, councils, notes and headings, drawn from a seed.

As text in our own format. What trips a reader of pages stands together: covers of several pages,
names and headings that begin as a label of the cover, notes that begin with a number, numbers of
headings that are those of notes, long addresses, tables and points with notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_WORDS = (
    "de school leerlingen ouders/verzorgers leraar groepsleider afspraken toezicht zwembad fiets "
    "telefoon altijd schriftelijk vooraf meldt bewaart vernietigt gegevens e-mail groep 3 4 12 "
    "kind medicijnen gehoorproblemen schoolleiding badmeester 112 heen- en terugweg app-groepen "
    "foto's niet-openbare vertrouwenspersoon medezeggenschapsraad wel geen binnen twee weken"
).split()
_NAMES = (
    "obs De Waterlelie",
    "Basisschool Sint-Jozef",
    "IKC 't Kofschip",
    "Szkoła Łączność",
    "Vrije School Widar",
    "De Status Quo",
    "Openbare Daltonschool De Versie",
    "Montessorischool Inhoud",
)
_LONG = (
    "Interconfessionele Basisschool voor Daltononderwijs De Regenboog aan de Burgemeester van der "
    "Meulenlaan te 's-Gravenhage-Zuidwest"
)
_HEADINGS = (
    "Onderdeel {} van de ouderhulp",
    "Toezicht",
    "Afspraken {} over wat ouders en leerlingen onderweg en in het water altijd vooraf regelen",
    "Wie doet wat in groep {}",
    "Inhoud",
    "Status",
)
_TITLES = (
    "Protocol ouderhulp",
    "Protocol zwemmen en vervoer van leerlingen naar het zwembad en terug op vrije dagen",
)
_URL = (
    " Zie https://www.voorbeeld.nl/scholen/{}/afspraken-over-telefoons?versie=2&taal=nl voor meer."
)
_STATUSES = ("concept", "vastgesteld", "voorgelegd", "in werking", "voorgenomen besluit")
# What decides how long a document is.
_SCHOOLS, _COUNCILS, _NOTES = (0, 1, 5, 20, 40, 80), (0, 0, 3, 60), (0, 3, 8, 30, 60)
_SECTIONS, _CLAUSES, _SHORT_SECTIONS = (1, 4, 12, 30, 60), (1, 3, 8), 12


def long_text(seed: int) -> str:
    """Return the text of a protocol; the same seed gives the same text."""
    return _Drawn(Random(seed)).text()


class _Drawn:
    """Draws one protocol."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._notes = self._clauses = 0
        self._most = random.choice(_NOTES)
        self._often = 0.0
        self._title = random.choice(_TITLES)
        self._long_names = random.choice((0.0, 0.0, 0.1, 0.5))

    def text(self) -> str:
        schools = [self._school(number) for number in range(self._random.choice(_SCHOOLS))]
        lines = ["---", "protocol:", *self._facts(schools), *self._approvals(schools), "---", ""]
        return "\n".join((*lines, *self._body()))

    def _maybe(self, chance: float) -> bool:
        return self._random.random() < chance

    def _sentence(self, low: int = 4, high: int = 22) -> str:
        count = self._random.randint(low, high)
        text = " ".join(self._random.choice(_WORDS) for _ in range(count))
        return f"{text[0].upper()}{text[1:]}."

    def _school(self, number: int) -> str:
        name = _LONG if self._maybe(self._long_names) else self._random.choice(_NAMES)
        return f"{name} {number}"

    def _day(self) -> str:
        month, day = self._random.randint(1, 12), self._random.randint(1, 28)
        return f"20{self._random.randint(18, 27)}-{month:02d}-{day:02d}"

    def _facts(self, schools: list[str]) -> Iterator[str]:
        board = self._random.choice(("Stichting De Linde", _LONG, "Stichting Sloot"))
        yield "  format: 1"
        yield f'  title: "{self._title}"'
        yield f'  organisation: {{name: "{board}", kind: bestuur, sector: po}}'
        yield f"  status: {self._random.choice(_STATUSES)}"
        if schools:
            yield "  applies_to: [" + ", ".join(f'"{name}"' for name in schools) + "]"
        values = {
            "based_on": f"het modelprotocol van {_LONG}",
            "owner": "de beleidsmedewerker onderwijs, kwaliteit en veiligheid van het bureau",
            "contact": "het secretariaat",
            "replaces": f"Het protocol van {_LONG} uit 2019, en wat in de schoolgidsen stond",
            "dated": self._day(),
            "valid_from": self._day(),
            "review_date": self._day(),
            "version": "1.2",
        }
        for fact, value in values.items():
            if self._maybe(0.4):
                yield f'  {fact}: "{value}"'

    def _approvals(self, schools: list[str]) -> Iterator[str]:
        count = self._random.choice(_COUNCILS)
        if count:
            yield "  approvals:"
        for number in range(count):
            of = schools[number] if number < len(schools) else ""
            right, said = self._random.choice((("instemming", "verleend"), ("advies", "positief")))
            yield f'    - body: "MR {of or self._school(number)}"'
            yield f"      right: {right}"
            if of:
                yield f'      schools: ["{of}"]'
            if self._maybe(0.5):
                yield f"      decision: {said}"
                yield f"      date: {self._day()}"

    def _body(self) -> Iterator[str]:
        sections = self._random.choice(_SECTIONS)
        each = self._random.choice(_CLAUSES) if sections <= _SHORT_SECTIONS else 2
        self._often = min(0.9, self._most / (sections * each))
        is_numbered = self._maybe(0.75)
        yield from (f"# {self._title}", "")
        for number in range(1, sections + 1):
            name = self._random.choice(_HEADINGS).format(number)
            yield from (f"{{#hs-{number}}}", f"## {f'{number} ' * is_numbered}{name}", "")
            style = self._random.choice(("1.", "1.", "-", ""))
            for clause in range(1, each + 1):
                markers = {"1.": f"{clause}. ", "-": "- ", "": ""}
                yield from self._clause(markers[style])
        for number in range(1, self._notes + 1):
            # one of two pages, or one that begins as a note or a heading does
            size = self._random.choice((1, 1, 2, 2, 2, 40)) if number % 7 == 0 else 1
            start = self._random.choice(("", "", f"{self._random.randint(1, 60)} ", "Noot 4: "))
            yield f"[^{number}]: {start}" + " ".join(self._sentence() for _ in range(size))
            yield ""

    def _mark(self) -> str:
        if self._notes >= self._most or not self._maybe(self._often):
            return ""
        self._notes += 1
        return f"[^{self._notes}]"

    def _clause(self, marker: str) -> Iterator[str]:
        self._clauses += 1
        yield f"{{#a-{self._clauses}}}"
        address = _URL.format(self._clauses) if self._maybe(0.06) else ""
        strong = f"**{self._sentence(2, 4)}** " if self._maybe(0.05) else ""
        yield f"{marker}{strong}{self._sentence()}{self._mark()}{address}"
        if marker:
            yield from (f"{' ' * len(marker)}{line}" for line in self._inside())
        yield ""

    def _inside(self) -> Iterator[str]:
        """Yield points or a table, or nothing."""
        chance = self._random.random()
        if chance < 0.15:
            yield ""
            for letter in "abcde"[: self._random.randint(2, 5)]:
                yield f"{letter}. {self._sentence(2, 9)}{self._mark()}"
        elif chance < 0.22:
            width = self._random.choice((2, 3, 6))
            yield ""
            yield "|" + "".join(f" Kolom {number} |" for number in range(width))
            yield "|" + "---|" * width
            for _ in range(self._random.randint(1, 5)):
                cells = (f" {self._sentence(1, 4)} |" for _ in range(width - 1))
                yield f"| {self._sentence(1, 4)}{self._mark()} |" + "".join(cells)
