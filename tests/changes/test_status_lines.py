"""A line on the status of a text that changes, comes or goes is a fact with both its texts."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_list import NO_CHANGES, summary_lines
from protocolkit.changes.change_set import ChangeSet, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.status_lines import is_status_line
from protocolkit.reading.reader import read_protocol_text


def _compared(old: str, new: str) -> ChangeSet:
    before, after = (
        version_of(read_protocol_text(f"# Hek\n\n{text}{{#b}}\n2. Het hek is dicht.\n").protocol)
        for text in (old, new)
    )
    return compare_versions(before, after)


def _facts(old: str, new: str) -> list[tuple[str, str]]:
    return [(one.old, one.new) for one in _compared(old, new).facts]


_OLD = "{#a}\nVastgesteld op 3 maart 2020.\n\n"
_NEW = "{#a}\nVastgesteld op 4 mei 2024.\n\n"


def test_each_side_has_its_own_words() -> None:
    found = _facts(_OLD, _NEW)
    assert found == [("Vastgesteld op 3 maart 2020.", "Vastgesteld op 4 mei 2024.")]


def test_a_line_that_stays_is_no_fact() -> None:
    assert _facts(_OLD, _OLD) == []


@pytest.mark.parametrize(
    "line",
    [
        "Treedt in werking per 1 augustus 2025.",
        "Concept 2, 4 april 2025",
        "Concept 3",
        "Conceptversie 1.2 (maart 2026)",
        "Definitieve versie, november 2025",
        "Definitieve versie 2 – 4 november 2025",
        "Concept, 4 april 2025",
        "Status: voorgelegd aan de MR",
        "Status: voorgelegd aan de MR en de GMR, 3 maart 2026",
        "Status: ter instemming aangeboden aan de MR",
        "Status: in behandeling bij de MR",
        "Status: definitieve versie",
        "In werking met ingang van 01-08-2015",
        "Is in werking getreden op 1 jan. 2026",
        "Versie 2.0",
        "Versie: 1.2, definitief",
        "versie 3 (maart 2024)",
        "Versiedatum: 3-4-2024",
        "Datum vaststelling: 2024-05-01",
        "Status: concept",
        "Vastgesteld op 3 maart 2020 door het college van bestuur.",
        "Laatst gewijzigd: 12/3/2024",
        "Geldig van 1 augustus 2025 tot en met 31 juli 2027",
        "Versie 2.0. Vastgesteld op 3 maart 2020.",
        "Vastgesteld CvB d.d. 3 maart 2025",
        "Vastgesteld: 3 maart 2025",
        "Instemming (P)GMR d.d. 3 maart 2025",
        "Instemming MR d.d.",
        "Instemming MR d.d. …………",
        "Instemming OR: 12-3-2025",
        "Positief advies van de GMR-PO op 3 maart 2025 en de GMR-VO op 4 maart 2025",
        "Met instemming van de MR op 3 maart 2025",
        "Met instemming van de MR op 3 maart 2025 vastgesteld door het bevoegd gezag.",
        "CONCEPT",
        "Definitief",
        "[conceptversie]",
        "Dit protocol is vastgesteld door de directie op 3 maart 2025.",
        "Dit protocol is op 3 maart 2025 vastgesteld.",
        "Aldus vastgesteld te Utrecht, 3 maart 2026",
        "Aldus vastgesteld te 's-Hertogenbosch op 3 maart 2026 door het college van bestuur.",
        "Aldus vastgesteld door het bevoegd gezag te Bergen op Zoom d.d. 3-3-2026",
        "Aldus vastgesteld in de vergadering van het bestuur van 3 maart 2026.",
        "Aldus besloten op 3 maart 2026",
        "Versie 2.1 – definitief",
        "Versie 2.1 - concept - maart 2026",
        "Versie 2.1 | Vastgesteld op 3 maart 2026",
        "Definitief – versie 2.1",
        "De MR heeft ingestemd op 3 maart 2026",
        "De MR heeft op 3 maart 2026 met dit protocol ingestemd.",
        "De GMR heeft op 3 maart 2026 instemming verleend.",
        "De MR en de ouderraad hebben positief geadviseerd op 3 maart 2026",
        "Het college van bestuur heeft dit protocol vastgesteld op 3 maart 2026.",
        "Besproken in de MR d.d. 3 maart 2026",
        "Vastgesteld op 12 maart 2025 na instemming van de MR op 10 maart 2025.",
        "Vastgesteld d.d. 12 maart 2025 na instemming van de MR d.d. 10 maart 2025",
        "Vastgesteld op 12 maart 2025, na positief advies van de MR en instemming van de GMR.",
        "Vastgesteld door de directeur, gehoord de MR, op 3 maart 2025.",
        "Na verkregen instemming van de MR op 3 mei 2025 vastgesteld door de directie op 4-6-2025",
        "Besproken in de MR-vergadering van 12 maart 2025.",
        "Vastgesteld in de vergadering van het bestuur van 12 maart 2025",
        "Dit protocol is, gehoord de MR, vastgesteld op 3 maart 2025.",
        "Dit protocol treedt in werking op 1 augustus 2025.",
        "Deze regeling treedt op 1 augustus 2025 in werking.",
        "Dit protocol geldt vanaf 1 augustus 2025.",
        "Versie: 3\nDatum: maart 2025\nStatus: concept",
        "Vastgesteld door bestuur: 3 april 2023",
        "Vastgesteld in MR: 3 april 2023",
        "Besproken in de MR: 3 april 2023",
        "Goedgekeurd door bestuur: 03-04-2023",
        "Datum instemming MR: 3 april 2023",
        "Datum vaststelling door het bestuur: 3 april 2023",
        "Laatste wijziging: 3 april 2023",
        "Datum laatste herziening: april 2023",
        "Versie april 2023",
        "Geldig tot: 31 juli 2027",
        "Geldig tot en met 31 juli 2027",
        "Dit protocol is voor het laatst gewijzigd op 3 april 2023.",
        "Dit protocol is besproken in de MR van 3 april 2023.",
        "Vastgesteld door: directeur-bestuurder\nDatum: 3 april 2023",
        # the last lines of protocols that there are
        "Dit protocol is met instemming van de (G)MR op 4 maart 2020 tot stand gekomen.",
        (
            "Dit protocol is met instemming van de Bureauraad op 17 mei 2018, GMR-VO op 22 mei "
            "2018 en de GMR-PO op 23 mei 2018 tot stand gekomen. Vastgesteld door het College van "
            "Bestuur d.d. 24 mei 2018."
        ),
    ],
)
def test_a_bare_line_on_the_status(line: str) -> None:
    assert is_status_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Treedt in werking per 1 augustus 2025. Ouders hebben geen recht van bezwaar.",
        "Treedt in werking per 1 augustus 2030, behalve voor leraren.",
        "Treedt in werking zodra de directeur dat wil en geldt niet voor leraren",
        "Treedt in werking op een nader te bepalen tijdstip, behalve voor medewerkers",
        "Versie 2.0, ouders betalen € 50",
        "Versie 2.0, alleen voor leerlingen",
        "Datum: elke maandag",
        "Status: alleen leraren mogen dit lezen",
        "Geldig vanaf 2025 voor alle leerlingen",
        "Vastgesteld op 3 maart 2020, tenzij de MR bezwaar maakt.",
        "Evaluatiedatum: wanneer de ouders dat vragen",
        "Vervallen.",
        "Met instemming van de MR mag de directeur telefoons innemen.",
        "Met instemming van de MR op 3 maart 2025 mag de directeur telefoons innemen.",
        "Instemming van ouders op 3 maart 2025",
        "Instemming MR is nodig",
        "Instemming MR",
        "Dit protocol is met instemming van de MR tot stand gekomen en geldt niet voor leraren.",
        "Dit protocol is vastgesteld op 3 maart 2025 en geldt alleen voor leraren.",
        "Concept van ouders",
        "Aldus vastgesteld",
        "Aldus vastgesteld te Utrecht door wie er was",
        "Aldus vastgesteld te Utrecht, 3 maart 2026, en geldt niet voor leraren.",
        "Versie 2.1 – alleen voor leraren",
        "De MR heeft op 3 maart 2026 niet ingestemd.",
        "De MR heeft op 3 maart 2026 ingestemd met de boete.",
        "De ouders hebben op 3 maart 2026 ingestemd.",
        "Een definitief besluit",
        "Concept 2, twee weken ter inzage voor ouders",
        "Status: voorgelegd aan de MR zonder de ouders",
        "Vastgesteld op 12 maart 2025 na instemming van de MR en de ouders.",
        "Vastgesteld op 12 maart 2025 na instemming van de MR, behalve voor leraren.",
        "Dit protocol treedt in werking na instemming van de MR.",
        "Dit protocol geldt vanaf 1 augustus 2025 voor leraren.",
        "Besproken in de vergadering van 12 maart 2025 met de ouders.",
        "Versie: 3\\\nLeraar: J. de Vries",
        "De school evalueert op 3 april 2023.",
        "Vastgesteld door bestuur: 3 april 2023, behalve voor leraren",
        "Wijziging: 3 april 2023",
        "Laatste wijziging: ouders betalen 50 euro",
        "Geldig tot: 31 juli 2027 voor leraren",
        "Versie april 2023 voor ouders",
        "Dit protocol is besproken met ouders op 3 april 2023.",
        "Vastgesteld door: directeur-bestuurder",
        "Vastgesteld door: directeur-bestuurder\\\nDatum: elke maandag",
    ],
)
def test_a_line_that_says_anything_more_counts(line: str) -> None:
    assert not is_status_line(line)
    found = _compared("{#a}\nVersie 1.0\n\n", f"{{#a}}\n{line}\n\n")
    assert found.counts.counted > 0
    assert found.counts.added_words > 0


def test_a_bare_word_in_a_cell_is_no_status_of_the_text() -> None:
    table = "{{#a}}\n| besluit | hoe ver |\n|---|---|\n| reis | {} |\n\n"
    assert _compared(table.format("concept"), table.format("definitief")).counts.counted == 1
    assert _compared("{#a}\nCONCEPT\n\n", "{#a}\nDEFINITIEF\n\n").counts.counted == 0


_ABOUT = "{{#a}}\n| Versie | {0}.0 |\n|---|---|\n| Vastgesteld | {0} mei 2026 |\n{1}\n"


def test_a_table_of_facts_about_the_text_is_a_status() -> None:
    old, new = (_ABOUT.format(number, "") for number in (1, 2))
    assert _compared(old, new).counts.counted == 0
    assert _facts(old, new) == [
        ("Versie: 1.0", "Versie: 2.0"),
        ("Vastgesteld: 1 mei 2026", "Vastgesteld: 2 mei 2026"),
    ]


def test_another_fact_in_such_a_table_counts_by_itself() -> None:
    old, new = (_ABOUT.format(n, f"| Auteur | {who} |\n") for n, who in ((1, "Ank"), (2, "Bo")))
    found = _compared(old, new)
    assert (found.counts.removed_words, found.counts.added_words) == (1, 1)
    more = _compared(_ABOUT.format(1, ""), _ABOUT.format(1, "| Datum | 3 mei 2026 |\n"))
    assert more.counts.added_words == 0
    assert [one.new for one in more.facts] == ["Datum: 3 mei 2026"]


@pytest.mark.parametrize("other", ["| Waar | Texel |", "| Reis | naar zee |"])
def test_a_day_in_a_table_about_something_else_counts(other: str) -> None:
    text = "{{#a}}\n" + other + "\n|---|---|\n| Datum | {} mei 2026 |\n\n"
    assert _compared(text.format(3), text.format(4)).counts.counted == 1
    assert _compared(
        *(text.replace("Datum", "Geldig tot").format(d) for d in (3, 4))
    ).counts.counted
    lid = "{{#a}}\n1. Dit geldt:\n\n   | Versie | {}.0 |\n   |---|---|\n   | Status | concept |\n\n"
    assert _compared(lid.format(3), lid.format(4)).counts.counted == 1


def test_a_paragraph_of_status_lines_is_one() -> None:
    text = "{{#a}}\n**Versie:** {}\\\n**Datum:** {} mei 2026\\\n**Status:** concept\n\n"
    assert _compared(text.format(3, 3), text.format(4, 4)).counts.counted == 0


def test_who_decided_is_a_status_beside_the_day() -> None:
    text = "{{#a}}\n**Vastgesteld door:** {}\\\n**Datum:** {} mei 2026\n\n"
    old, new = text.format("directeur", 3), text.format("bestuur", 4)
    assert _compared(old, new).counts.counted == 0
    table = "{{#a}}\n| Vastgesteld door | {} |\n|---|---|\n| Datum | {} mei 2026 |\n\n"
    old, new = table.format("directeur", 3), table.format("bestuur", 4)
    assert _compared(old, new).counts.counted == 0
    table = "{{#a}}\n| Vastgesteld door | {} |\n|---|---|\n| Waar | Texel |\n\n"
    old, new = table.format("directeur"), table.format("bestuur")
    assert _compared(old, new).counts.counted == 1


@pytest.mark.parametrize(
    "said", ["Vastgesteld in MR", "Laatste wijziging", "Geldig tot", "Datum instemming MR"]
)
def test_such_a_line_is_a_status_in_a_table_too(said: str) -> None:
    table = "{{#a}}\n| {} | {} mei 2026 |\n|---|---|\n| Versie | 1 |\n\n"
    assert _compared(table.format(said, 3), table.format(said, 4)).counts.counted == 0
    lid = "{{#a}}\n1. {}: {} mei 2026\n\n"
    assert _compared(lid.format(said, 3), lid.format(said, 4)).counts.counted == 1


def test_a_summary_of_another_status_line_does_not_say_that_no_word_changed() -> None:
    summary = " ".join(summary_lines(_compared(_OLD, _NEW), str))
    assert NO_CHANGES not in summary
    assert "a line on the status" in summary


def test_a_summary_of_the_same_words_says_so() -> None:
    assert NO_CHANGES in [*summary_lines(_compared(_OLD, _OLD), str)]


@pytest.mark.parametrize("marker", ["3.", "a.", "3a.", "Artikel 3"])
def test_a_lid_that_gives_a_day_is_a_rule(marker: str) -> None:
    text = "{{#a}}\n{} {}: {} mei 2026\n\n"
    for said in ("Evaluatiedatum", "Status: vastgesteld"):
        old, new = (text.format(marker, said, day) for day in (1, 8))
        old, new = (one.replace("vastgesteld:", "vastgesteld op") for one in (old, new))
        assert _compared(old, new).counts.counted == 1
    loose = [text.format("", "Evaluatiedatum", day).replace("\n ", "\n") for day in (1, 8)]
    assert _compared(*loose).counts.counted == 0


def test_a_new_lid_that_gives_a_day_is_a_change() -> None:
    assert _compared("", "{#a}\n1. Evaluatiedatum: 1 mei 2026\n\n").counts.counted == 1
    assert _compared("", "{#a}\nEvaluatiedatum: 1 mei 2026\n\n").counts.counted == 0
