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
    ],
)
def test_a_line_that_says_anything_more_counts(line: str) -> None:
    assert not is_status_line(line)
    found = _compared("{#a}\nVersie 1.0\n\n", f"{{#a}}\n{line}\n\n")
    assert found.counts.counted > 0
    assert found.counts.added_words > 0


def test_a_summary_of_another_status_line_does_not_say_that_no_word_changed() -> None:
    summary = " ".join(summary_lines(_compared(_OLD, _NEW), str))
    assert NO_CHANGES not in summary
    assert "a line on the status" in summary


def test_a_summary_of_the_same_words_says_so() -> None:
    assert NO_CHANGES in [*summary_lines(_compared(_OLD, _OLD), str)]
