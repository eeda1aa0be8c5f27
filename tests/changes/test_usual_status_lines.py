"""How Dutch schools usually say where a text stands, and rules that only look like it."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.status_lines import is_status_line
from protocolkit.reading.reader import read_protocol_text

_STATUS = [
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
]
_RULES = [
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
