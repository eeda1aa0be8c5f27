"""One protocol of every kind that paper must carry: for pictures, and to count pages.

Nothing in them is of a real board but the five protocols of this repository.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from protocolkit.collection import read_collection
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.facts import Facts, Organisation, Source, Status
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text

ROOT = Path(__file__).parents[1]

_RULES = (
    "Een leerling gebruikt de telefoon in de les alleen als de leraar dat vooraf heeft gezegd.",
    (
        "De mentor bespreekt een overtreding binnen vijf schooldagen met de leerling en de "
        "ouders. Zij leggen samen vast wat zij afspreken."
    ),
    "Wie filmt, vraagt eerst toestemming aan iedereen die in beeld komt:",
    (
        "Berichten in groepsapps en app-groepen van de klas vallen ook onder dit protocol, zoals "
        "op https://www.voorbeeldschool.example/ouders/afspraken-over-telefoons-en-sociale-media."
    ),
)


def kinds() -> Mapping[str, Protocol]:
    """Return the protocols by the name of their kind."""
    return {**{found.slug: found for found in _own()}, **dict(_made())}


def _own() -> tuple[Protocol, ...]:
    return read_collection(ROOT).protocols


def _made() -> Iterator[tuple[str, Protocol]]:
    yield "concept", _text(_rules(18, blanks=4), Status.CONCEPT, ())
    asked = (
        Approval(body="MR", right=Right.CONSENT, section="ouders"),
        Approval(body="MR", right=Right.ADVICE, section="personeel"),
        Approval(body="College van bestuur", right=Right.ADOPTION),
    )
    yield "voorgelegd", _text(_rules(30, blanks=2), Status.SUBMITTED, asked)
    decided = (
        Approval(body="MR", right=Right.CONSENT, decision=Decision.GRANTED, date="2026-05-12"),
        Approval(
            body="College van bestuur",
            right=Right.ADOPTION,
            decision=Decision.ADOPTED,
            date="2026-05-20",
        ),
    )
    yield "vastgesteld", _text(_rules(30), Status.ADOPTED, decided)
    yield "driehonderd-bepalingen", _text(_rules(300), Status.IN_FORCE, decided)
    yield "veertig-noten", _text(_rules(45, notes=40), Status.ADOPTED, decided)
    yield "zestig-besluiten", _text(_rules(6), Status.SUBMITTED, tuple(_sixty()))
    yield "tabellen", _text(_tables(), Status.CONCEPT, ())
    yield "twaalf-raden", _text(_rules(12), Status.ADOPTED, tuple(_twelve()))
    yield "lange-koppen", _text(_asking(), Status.CONCEPT, ())
    yield "een-bepaling", _text("{#een}\n1. Telefoons blijven thuis.\n", Status.CONCEPT, ())
    yield "namen", _names()


def _text(body: str, status: Status, approvals: tuple[Approval, ...]) -> Protocol:
    read = read_protocol_text(f"---\nprotocol:\n  organisation: {{name: A}}\n---\n\n# T\n\n{body}")
    facts = Facts(
        organisation=Organisation(
            name="Basisschool De Regenboog", sector="po", parent="Stichting Vlinderbos"
        ),
        status=status,
        version="0.3",
        dated="2026-03-04",
        owner="de directeur",
        based_on="Protocol telefoons van Stichting Vlinderbos",
        review_date="2028-03",
        approvals=approvals,
    )
    title = read_protocol_text("# Protocol telefoons en sociale media\n").protocol.title
    return replace(read.protocol, facts=facts, title=title)


def _rules(count: int, *, notes: int = 0, blanks: int = 0) -> str:
    lines = []
    for number in range(1, count + 1):
        chapter, item = divmod(number - 1, 15)
        if item == 0:
            lines += [f"{{#hs-{chapter + 1}}}", f"## {chapter + 1} Afspraken op school", ""]
        if item % 5 == 0:
            name = f"{chapter + 1}.{item // 5 + 1}"
            words = "Voor leerlingen" if item else "Voor iedereen"
            lines += [f"{{#par-{name.replace('.', '-')}}}", f"### {name} {words}", ""]
        said = _RULES[number % len(_RULES)]
        if number <= blanks:
            said = f"Meld het bij [functie nog invullen] binnen [aantal] dagen. {said}"
        mark = f"[^{number}]" if number <= notes else ""
        lines += [f"{{#art-{number}}}", f"{item % 5 + 1}. {said}{mark}", ""]
        if said.endswith(":"):
            lines[-1:] = ["", *_points()]
    noted = (f"[^{n}]: {_RULES[n % len(_RULES)]} {_RULES[0]}\n" for n in range(1, notes + 1))
    return "\n".join((*lines, *noted))


def _points() -> Iterator[str]:
    yield "   {style=lower-alpha}"
    for count, words in enumerate(("de leerlingen;", "de ouders;", "de leraren."), start=1):
        yield f"   {count}. {words}"
    yield ""


def _sixty() -> Iterator[Approval]:
    for number in range(1, 61):
        body = f"Medezeggenschapsraad van school {number}"
        decision = Decision.GRANTED if number % 3 else Decision.ASKED
        date = f"2026-{number % 12 + 1:02d}-{number % 27 + 1:02d}" if number % 3 else ""
        yield Approval(body=body, right=Right.CONSENT, decision=decision, date=date)


def _twelve() -> Iterator[Approval]:
    outcomes = (Decision.GRANTED_WITH_CHANGES, Decision.GRANTED, Decision.NO_ANSWER)
    for number in range(1, 13):
        body = f"MR van de christelijke basisschool De Regenboog {number} te Krimpen aan den IJssel"
        section = "ouders" if number % 2 else "personeel"
        yield Approval(
            body=body,
            right=Right.CONSENT,
            section=section,
            decision=outcomes[number % len(outcomes)],
            date=f"2026-09-{number + 9}",
        )
    yield Approval(body="College van bestuur", right=Right.ADOPTION, decision=Decision.ADOPTED)


def _asking() -> str:
    """Return a text whose headings are long questions without a number."""
    lines = []
    for chapter, place in enumerate(("het lokaal", "de gymzaal", "de aula", "het fietsenhok"), 1):
        lines += [
            f"{{#hs-{chapter}}}",
            f"## Wat doen we met een telefoon die afgaat in {place}?",
            "",
        ]
        lines += [f"{{#zin-{chapter}}}", f"Dit geldt in {place} en ernaast.", ""]
        for item, said in enumerate(_RULES * 2, 1):
            lines += [f"{{#art-{chapter}-{item}}}", f"{item}. {said}", ""]
            lines += [*_points()] if said.endswith(":") else []
        lines += [f"{{#punt-{chapter}}}", "- De leraar legt het uit.", ""]
        lines += [
            f"{{#tabel-{chapter}}}",
            "| Wat | Wie |",
            "|---|---|",
            "| Afpakken | Mentor |",
            "",
        ]
    return "\n".join(lines)


_HEADS = "| Gedrag | Eerste keer | Tweede keer | Derde keer | Wie beslist | Bezwaar bij |"
_ROW = (
    "| Medeleerlingen uitsluiten in app-groepen | Gesprek met de mentor en excuses aan de groep | "
    "Gesprek met ouders/verzorgers en mentor | Schorsing voor ten hoogste vijf schooldagen | "
    "De onderwijscoördinator | De klachtencommissie van Stichting Vlinderbos |"
)


def _tables() -> str:
    six = "\n".join((_HEADS, "|---|---|---|---|---|---|", *[_ROW] * 14))
    two = "\n".join(("| Wat | Wie |", "|---|---|", *["| Pesten | De anti-pestcoördinator |"] * 3))
    return (
        "{#hs-1}\n## 1 Maatregelen\n\n{#m-1}\nDe maatregelen staan in deze tabel:\n\n"
        f"{six}\n\n{{#m-2}}\nWie wat doet:\n\n{two}\n\n{{#hs-2}}\n## 2 Slot\n\n{{#s-1}}\n"
        "1. De maatregelen gelden ook buiten de school.\n"
    )


def _names() -> Protocol:
    base = _text(_rules(10), Status.CONCEPT, ())
    found = Facts(
        organisation=Organisation(name="Szkoła Łódź-Żoliborz / مدرسة السلام / 和平学校"),
        owner="Zbigniew Ćwikliński, محمد العربي, 王小明",
        status=Status.UNKNOWN,
        source=Source(address="https://www.voorbeeld.example/protocol.pdf", retrieved="2026-01-02"),
    )
    return replace(base, facts=found)
