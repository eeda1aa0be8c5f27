"""How Dutch schools usually say where a text stands, and rules that only look like it."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.status_lines import is_status_line
from protocolkit.reading.reader import read_protocol_text

_STATUS = [
    "De MR heeft ingestemd",
    "Ingestemd door de MR",
    "Besproken in overleg met de MR en de directie",
    "De GMR heeft nog niet ingestemd met dit protocol.",
    "Ter instemming voorgelegd aan de MR",
    "Ter advisering aan de MR en de directie",
    "Versiebeheer: 0.9",
    "Versiebeheer: versie 3, 3 maart 2026",
    "Dit is een concept.",
    "Dit is nog een concept",
    "Dit document is een conceptversie.",
    "Dit protocol is definitief.",
    "Deze versie is voorlopig.",
    "Printdatum: 3-3-2026",
    "Documentstatus: definitief",
    "Opgesteld in samenwerking met de MR, september 2026",
    "Dit protocol is gewijzigd in april 2023.",
    "Dit protocol is gewijzigd in het najaar van 2023.",
    "Dit protocol is in het voorjaar van 2023 vastgesteld door de directie.",
    "Vastgesteld in schooljaar 2022-2023",
    "Vastgesteld in het schooljaar 2022/'23",
    "Vastgesteld in april 2023",
    "Herzien in 2024",
    "Herzien in de zomer van 2024.",
    "Aangepast in januari 2024",
    "Opgesteld in mei 2020, herzien in mei 2023.",
    "Dit protocol is opgesteld in 2019 en herzien in 2023.",
    "Opgesteld door de directie, mei 2020",
    "Dit pestprotocol is voor het laatst bijgewerkt in mei 2024.",
    "Dit AI-protocol is vastgesteld op 3 mei 2024.",
    "Deze gedragscode is vastgesteld op 3 mei 2024 door het bestuur.",
    "Deze versie is van mei 2024.",
    "Dit is de versie van mei 2024.",
    "Eerste versie: maart 2018",
    "Versie schooljaar 2023-2024",
    "Vorige versie: maart 2018",
    "Laatste update: mei 2024",
    "Laatst geüpdatet op 3 mei 2024",
    "Revisie 3, mei 2024",
    "Revisiedatum: 3 mei 2024",
    "Documentversie: 2.0",
    "Volgende evaluatie: april 2025",
    "Datum volgende evaluatie: april 2025",
    "Eerstvolgende herziening: schooljaar 2026-2027",
    "Geldig t/m juli 2027",
    "Dit protocol geldt voor het schooljaar 2024-2025.",
    "Geldig in schooljaar 2024-2025",
    "Looptijd: 2023-2027",
    "De MR heeft in april 2023 ingestemd met dit protocol.",
    "Instemming verleend door de MR in april 2023",
    "Vastgesteld: 12-04-2023 (MR)",
    "Vastgesteld in het MT van 12 april 2023",
    "Vastgesteld op dinsdag 12 april 2023",
    "Vastgesteld eind april 2023",
    "Dit protocol vervangt de versie van mei 2020.",
    "Gepubliceerd in mei 2024",
    "Vastgesteld op 3 mei 2024 en treedt in werking op 1 augustus 2024.",
    "Door de directie vastgesteld op 12 september 2024.",
    "Opgesteld door de ICT-coördinator, september 2023",
    "Bekrachtigd door de raad van toezicht d.d. 3 mei 2024",
    (
        "De directeur heeft dit protocol op 4 maart 2024 vastgesteld, nadat de MR heeft ingestemd "
        "op 2 maart 2024."
    ),
    "Dit protocol werd op 3 mei 2024 besproken in het team.",
    "Status: definitief, vastgesteld door de directie van cbs De Ark",
    "Besluit van het college van bestuur d.d. 12 juni 2024",
    "Vastgesteld door Stichting Ons Onderwijs, juni 2024",
    "Ondertekend op: ____________",
    "Vastgesteld op: n.t.b.",
    "Datum vaststelling MR: nog niet bekend",
    "Instemming van de oudergeleding en de personeelsgeleding: 3 juni 2024",
    "Dit protocol trad in werking op 1 augustus 2023.",
    "Deze afspraken zijn vastgesteld in schooljaar 2023-2024.",
    "3e versie, mei 2024",
    "Versie 4 (vastgesteld door het bestuur van Stichting De Linde op 3 mei 2024)",
    "Geaccordeerd door het managementteam: 3 mei 2024",
    "Laatst herzien door de werkgroep sociale media in mei 2024",
    "Ingangsdatum van dit protocol: 1 augustus 2024",
    "Akkoord directie: 3 mei 2024",
    "Akkoord MR d.d. 3 mei 2024",
    "Herziening in schooljaar 2025-2026",
    "Deze versie is vastgesteld op 3 mei 2024 en vervangt de versie van 2 april 2020.",
    "Geldigheidsduur: 1 augustus 2023 tot en met 31 juli 2027",
    "De PMR stemde in op 3 mei 2024 en de directeur stelde dit protocol vast op 4 mei 2024.",
    "Actualisatiedatum: juni 2024",
    "Aldus overeengekomen te Zwolle op 3 mei 2024",
    "Dit protocol is in juni 2024 geactualiseerd door de algemene directie.",
    "Voorlopig vastgesteld op 3 mei 2024",
    "Vastgesteld in het directieoverleg van 3 mei 2024",
    "Vastgesteld door het bestuur van Stichting De Linde op 3 mei 2023.",
    "Met instemming van de MR van obs De Wal op 3 mei 2023",
    "Dit protocol is door de directeur vastgesteld op 3 mei 2023.",
    "Het bestuur stelde dit protocol vast op 3 mei 2023.",
    "Status: voorgenomen besluit",
    "Status: in werking",
    "Status: vervangen",
    "Status: onbekend",
    "Status: ter instemming MR",
    "Concept ter bespreking in de MR",
    "Dit protocol is een concept van 3 mei 2025.",
    "Vastgesteld door het CvB op …",
    "Vastgesteld op: ..-..-2025",
    "Vastgesteld op:",
    "Vastgesteld: nog niet",
    "Instemming MR: n.t.b.",
    "Versie 2 van dit protocol.",
    "Stichting De Linde, versie 1, mei 2023",
    "Voorgenomen besluit CvB: 3 mei 2023",
    "Definitief besluit d.d. 3 mei 2023",
    "Datum MR: 3 mei 2023",
    "Akkoord MR: 3 mei 2023",
    "Voorgelegd aan de GMR op 3 mei 2023",
    "Bijgesteld: oktober 2023",
    "Herzieningsdatum: mei 2025",
    "Opgesteld door: werkgroep ICT, oktober 2023",
    "Ingaande op 1 augustus 2023",
    "Van kracht per 1 augustus 2023",
    "V1.2",
]
_RULES = [
    "De MR heeft instemming",
    "De ouders hebben ingestemd",
    "Ter instemming van de ouders",
    "De school evalueert dit protocol in april.",
    "De school evalueert dit protocol in april 2025.",
    "De directie herziet dit protocol in 2025.",
    "Dit protocol wordt in april 2025 met de ouders geëvalueerd.",
    "Dit protocol wordt gewijzigd in april 2025.",
    "Dit protocol is gewijzigd als de MR instemt.",
    "Dit protocol is gewijzigd in april 2023 voor leraren.",
    "Vastgesteld in april en oktober",
    "De wachtwoorden zijn gewijzigd in april 2023.",
    "Het schoolplan is gewijzigd in april 2023.",
    "Herzien in overleg met de ouders",
    "Dit protocol is vier jaar geldig.",
    "Volgende evaluatie: als ouders erom vragen",
    "Dit protocol vervangt de klassenregels van mei 2020.",
    "Toestemming verleend in april 2023",
    "Instemming van ouders in april 2023",
    "Deze versie geldt alleen voor de onderbouw.",
    "Dit protocol geldt in de zomer van 2024 niet.",
    "Vastgesteld in april 2023 en geldt niet voor leraren.",
    "Looptijd: 2 weken",
    "Geldig in schooljaar 2024-2025, behalve voor leraren",
    "Telefoons die in april 2023 zijn vastgesteld",
    "De leerling is geschorst in april 2023.",
    "De MR besluit op 1 mei 2026.",
    "De directie stelde de datum van de toets vast op 3 mei 2026.",
    "Advies van de MR uiterlijk op 1 mei 2026",
    "Instemming van de MR is geldig tot 1 mei 2026.",
    "Na 1 mei 2026 geldt het advies van de MR.",
    "Het bestuur stelt dit protocol vast op 3 mei 2026.",
    "De directeur herziet dit protocol in mei 2026.",
    "De MR adviseert op 3 mei 2026.",
    "Dit protocol wordt vastgesteld door het bestuur op 3 mei 2026.",
    "Vastgesteld na vier jaar",
    "Evaluatie na 1 jaar",
    "Dit protocol geldt tot de MR instemt op 3 mei 2026.",
    "Goedgekeurd door de directeur: versie voor ouders",
    "De directie publiceert de lijst op 1 mei 2026.",
    "Dit protocol moet zijn vastgesteld op 3 mei 2026.",
    "Dit protocol mag op 3 mei 2026 in werking treden.",
    "Vastgesteld door het bestuur op 3 mei 2026, als de MR instemt.",
    "Elk jaar besproken in de MR van mei 2026",
    "De instemming van de MR geldt tot 1 augustus 2026.",
    "Datum van inleveren: 3 mei 2026",
    "Soest, elke maand",
    "Vastgesteld: 3 mei 2026 is de laatste dag",
    "Telefoons zijn goedgekeurd op 3 mei 2026.",
    "De MR heeft op 3 mei 2026 geen instemming verleend.",
    "Het bestuur is tot 1 mei 2026 bevoegd gezag.",
    "De school evalueert dit protocol elke twee jaar.",
    "De MR stemt in met elke wijziging van dit protocol.",
    "Dit protocol wordt elke vier jaar herzien.",
    "Dit protocol geldt voor leerlingen.",
    "Dit protocol geldt vanaf groep 5.",
    "Dit protocol geldt tot 17.00 uur.",
    "Dit protocol is van toepassing op alle leerlingen.",
    "Toestemming: 1 jaar geldig",
    "Geldig tot: 16 jaar",
    "Versie voor ouders: op papier",
    "Het bestuur stelt dit protocol vast na instemming van de MR.",
    "Vastgesteld wordt dat leerlingen jonger dan 13 geen chatbot gebruiken.",
    "Wijzigingen worden vastgesteld door het bestuur.",
    "Het protocol wordt ieder jaar besproken in de MR.",
    "Datum van inlevering: voor 1 april",
    "Verantwoordelijk: de directeur",
    "Status van de leerling: onder toezicht",
    "Besproken met ouders binnen twee weken",
    "Opgesteld door de leraar, bekeken door de ouders",
    "Goedgekeurd door de directeur: chatbots zonder account",
    "Goedgekeurd: Copilot, Gemini",
    "Uiterlijk 1 oktober 2025 leveren alle scholen een lijst in.",
    "Per 1 augustus 2025 zijn chatbots verboden.",
    "Vanaf 1 augustus 2025 mag een leerling geen telefoon gebruiken.",
    "Evaluatie: elk jaar in mei",
    "Evaluatie: jaarlijks",
    "Dit protocol treedt in werking op 1 augustus 2025 voor groep 7 en 8.",
    "Dit protocol geldt vanaf 1 augustus 2025 voor alle leerlingen.",
    "Dit protocol geldt vanaf 1 augustus 2025 ook buiten de school.",
    "Concept van een werkstuk: mag met AI",
    "Versie 1 van een werkstuk maakt de leerling zonder AI.",
    "Vastgesteld door: de examencommissie van de school",
    "Instemming: ouders van leerlingen tot 16 jaar",
    "Instemming ouders: verplicht",
    "Advies: de IB'er",
    "    if bad: print(o,'",
    "Vastgesteld door het bestuur op 3 mei 2023. Dit protocol wordt elke 2 jaar herzien.",
    "Dit protocol treedt in werking op 1 augustus 2025. Tot die dag geldt het oude.",
    "Vastgesteld door het bestuur op 3 mei 2023, behalve artikel 4",
    "De MR heeft ingestemd op 3 mei 2023, op voorwaarde van evaluatie na een jaar.",
    "Dit protocol is geldig tot 1 augustus 2026, daarna beslist de MR.",
    "Dit protocol geldt met ingang van 1 augustus 2025 voor het vmbo.",
    "Ingangsdatum: 1 augustus 2025 voor groep 8",
    "Vastgesteld: mobiel in de kluis",
    "Dit protocol is herzien in overleg met de leerlingenraad.",
    "Gewijzigd in 2024: leerlingen vanaf 13 jaar",
    "Vastgesteld in 2024: maximaal 20 minuten per dag",
    "Concept: leerlingen vragen toestemming",
    "Versie 2: leerlingen vragen toestemming",
]


def _counted(line: str, other: str = "") -> int:
    before, after = (
        version_of(read_protocol_text(f"# Hek\n\n{text}{{#b}}\n2. Het hek is dicht.\n").protocol)
        for text in (other, f"{{#a}}\n{line}\n\n")
    )
    return compare_versions(before, after).counts.counted


@pytest.mark.parametrize("line", _STATUS)
def test_a_usual_line_on_the_status_counts_nothing(line: str) -> None:
    assert _counted(line) == 0
    assert _counted(line, "{#a}\nVersie 1.0\n\n") == 0


@pytest.mark.parametrize("line", _RULES)
def test_a_rule_that_looks_like_one_counts(line: str) -> None:
    assert _counted(line) > 0


@pytest.mark.parametrize("line", _STATUS)
def test_the_same_words_in_a_lid_are_a_rule(line: str) -> None:
    assert _counted(f"1. {line}") > 0


def test_a_long_run_of_such_words_is_read_at_once() -> None:
    assert not is_status_line("Vastgesteld op 3 mei 2024 en " * 40 + "klaar")
    assert not is_status_line("Vastgesteld op 3 mei 2024 en " * 40 + "en")


_END = "# Hek\n\n{{#a}}\n1. Het hek is dicht.\n\n{{#b}}\n{}\n\n{{#c}}\n{}\n"
_OWN = (
    "---\nprotocol:\n  title: Hek\n  organisation: {name: Stichting OPONOA, kind: bestuur}\n---\n\n"
)


def _between(old: str, new: str) -> int:
    before, after = (version_of(read_protocol_text(text).protocol) for text in (old, new))
    return compare_versions(before, after).counts.counted


@pytest.mark.parametrize("line", ["Soest, {}", "{}.", "3 {}", "'s-Hertogenbosch, 3 {}"])
def test_a_place_and_a_day_are_a_status_at_the_end_alone(line: str) -> None:
    old, new = line.format("mei 2019"), line.format("juni 2021")
    other = "Dit is het einde."
    assert _between(_END.format(other, old), _END.format(other, new)) == 0
    assert _between(_END.format(old, other), _END.format(new, other)) == 1


def test_the_name_of_the_own_organisation_may_stand_in_one() -> None:
    old, new = (
        _END.format(f"Vastgesteld door OPONOA in {one} 2019", "Eind.") for one in ("mei", "juni")
    )
    assert _between(_OWN + old, _OWN + new) == 0
    assert _between(old, new) == 1


def test_what_was_open_in_a_table_is_filled_in() -> None:
    table = "{{#a}}\n| Versie | 1 |\n|---|---|\n| Vastgesteld | {} |\n\n"
    assert _counted(table.format("4 juni 2025"), table.format("")) == 0
