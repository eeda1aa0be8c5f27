"""Lines that say which document this is, and rules that only look like one."""

from __future__ import annotations

import pytest

from protocolkit.changes.status_lines import is_status_line

_NAMES = ("Protocol AI op school", "Stichting De Linde")
_STATUS = [
    "Kenmerk: 2026-017",
    "Ons kenmerk: JB/2026/034",
    "Kenmerk: MR/26.014",
    "Documentnummer: 12-0345",
    "Documentnummer: BEL-0045",
    "Docnr.: 2026.12",
    "Registratienummer: 2026/88",
    "Zaaknummer: Z26-00431",
    "Dossiernummer: 4471",
    "Auteur: J. de Vries",
    "Auteur: Marieke Jansen",
    "Auteurs: J. de Vries en P. Bakker",
    "Opsteller: A.B. van der Meer",
    "Opgesteld door: K. Smit",
    "Eigenaar: directeur-bestuurder",
    "Eigenaar: P. de Groot",
    "Documenteigenaar: CvB",
    "Proceseigenaar: College van Bestuur",
    "Auteur: werkgroep AI",
    "Auteur: beleidsmedewerker ICT",
    "MR: 12 maart 2026",
    "GMR: 3 juni 2026",
    "OR: 14-04-2026",
    "MR 12 maart 2026",
    "CvB: 2 februari 2026",
    "Directie: 5 mei 2026",
    "Schooljaar 2026-2027",
    "Schooljaar 2026/2027",
    "schooljaar 2025 - 2026",
    "Protocol AI op school, 12 maart 2026",
    "Protocol AI op school 2026-2027",
    "Protocol AI op school – versie 2.1",
    "Protocol AI op school, schooljaar 2026-2027",
    "Protocol AI op school | maart 2026",
    "Kenmerk: 2026-017 | Versie: 2.0",
    "Auteur: J. de Vries, versie 3",
    "Auteur: J. de Vries\nDatum: 3 mei 2026",
    "Kenmerk: BJ26.01\nMR: 12 maart 2026",
    "Redactie: E. van Dijk",
    "Referentie: 2026-0031",
    "Kenmerk 2026-017",
    "Ons kenmerk JB/2026/034",
    "Documentnummer BEL-0045",
    "Documentnummer: 12-B",
    "Zaaknummer: B.4",
    "Opgesteld door: het kriebelteam",
    "Opgesteld door: de intern begeleider",
    "Documenteigenaar: de intern begeleider",
    "Documentcode: LUIS-01",
    "Opgesteld door: werkgroep veiligheid",
    "Documenteigenaar: afdeling kwaliteit",
    "Auteur: commissie Kwaliteit en Zorg",
    "Proceseigenaar: de dienst Onderwijs",
    "Eigenaar: stafbureau",
    "Door: het bestuur, 3 maart 2026",
    "Namens de directie, 3 maart 2026",
    "Documenttype: protocol",
    "Classificatie: openbaar",
    "Bestandsnaam: protocol-ai_v2.docx",
]
_RULES = [
    "Eigenaar: de leerling is eigenaar van de telefoon.",
    "Eigenaar: de school",
    "Eigenaar: de leerling",
    "Auteur: de leerling noemt zichzelf als auteur.",
    "Auteur: wie de tekst schrijft.",
    "Kenmerk: de chatbot geeft zelf antwoord.",
    "Kenmerk: gewelddadig",
    "Kenmerk: een filmpje zonder bron",
    "Documentnummer: vul het nummer van het paspoort in.",
    "Documentnummer: verplicht",
    "Kenmerk: 3 dagen schorsing",
    "Kenmerk: groep 8",
    "MR: instemming nodig",
    "MR: beslist binnen 6 weken",
    "MR: 12 leden",
    "MR: 6 weken",
    "GMR: 4 ouders en 4 leraren",
    "Directie: beslist",
    "Directie: 3 dagen",
    "Schooljaar: 40 weken",
    "Schooljaar 2026-2027: geen telefoons in de klas",
    "In schooljaar 2026-2027 zijn telefoons verboden.",
    "Schooljaar 2026-2027 groep 7",
    "Auteur: leraren en leerlingen",
    "Auteur: Leraar",
    "Auteur: ChatGPT",
    "Eigenaar: Ouders",
    "Eigenaar: de ouders van de leerling",
    "Opsteller: de mentor",
    "Protocol AI op school, 12 leerlingen",
    "Protocol AI op school geldt niet op 12 maart 2026",
    "Protocol AI op school, behalve groep 8",
    "Protocol Rouw op school, 12 maart 2026",
    "Protocol Telefoons 2026-2027",
    "12 maart 2026: studiedag",
    "Kenmerk: 2026-017. De leraar bewaart het.",
    "Auteur: J. de Vries. Leerlingen mogen geen AI gebruiken.",
    "Contactpersoon: mevrouw L. Bos",
    "Eigenaar: Mentor",
    "Documentnummer: 2 exemplaren",
    "Kenmerk gewelddadig",
    "Documentnummer: 2",
    "Opgesteld door: de leerling die het verslag maakt",
    "Auteur: leerling van groep 8",
    "Opgesteld door: werkgroep die de ouders kiest",
    "Opgesteld door: de afdeling moet tekenen",
    "Door: de directeur, binnen 3 dagen",
    "Namens de school, 3 keer",
    "Soort document: rapport over de leerling",
    "Vertrouwelijkheid: de mentor zwijgt",
    "Dossiernummer 4471 gaat naar de leerplichtambtenaar",
]


@pytest.mark.parametrize("line", _STATUS)
def test_says_which_document(line: str) -> None:
    assert is_status_line(line, names=_NAMES)


@pytest.mark.parametrize("line", _RULES)
def test_is_a_rule(line: str) -> None:
    assert not is_status_line(line, names=_NAMES)


@pytest.mark.parametrize("line", ["MR: 12 maart 2026", "Schooljaar 2026-2027"])
def test_day_in_a_point_is_about_something_else(line: str) -> None:
    assert not is_status_line(line, may_be_bare=False, names=_NAMES)
