"""Tables and lists on the version of a text: its rows may come, go, change and change places."""

from __future__ import annotations

from itertools import permutations

import pytest

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.reading.reader import read_protocol_text

_TWO = "| Onderdeel | Inhoud |\n| --- | --- |\n"
_THREE = (
    "| Versie | Datum | Wijziging |\n| --- | --- | --- |\n| 1.0 | 3 maart 2024 | eerste versie |\n"
)


def _counted(old: str, new: str) -> int:
    form = "# Tuin\n\n{#a}\nDe tuin is open.\n\n{#b}\n%s\n\n{#c}\n1. Het hek is dicht.\n"
    versions = (version_of(read_protocol_text(form % text).protocol) for text in (old, new))
    return compare_versions(*versions).counts.counted


@pytest.mark.parametrize("order", [*permutations((0, 1, 2))])
def test_rows_on_the_status_may_change_places(order: tuple[int, ...]) -> None:
    rows = ("| Versie | 1.0 |", "| Datum | 3 maart 2026 |", "| Auteur | tuincommissie |")
    old, new = "\n".join(rows), "\n".join(rows[at] for at in order)
    assert _counted(_TWO + old, _TWO + new) == 0


def test_a_table_on_the_status_may_come_whole() -> None:
    rows = _TWO + "| Versie | 1.0 |\n| Datum | 3 maart 2026 |\n"
    assert _counted("Hier.", f"Hier.\n\n{{#t}}\n{rows}") == 0
    assert _counted("Hier.", f"Hier.\n\n{{#t}}\n{rows}| Sleutel | bij de conciërge |") == 1


def test_rules_that_change_places_with_one_count() -> None:
    rows = ("| Versie | 1.0 |", "| Sleutel | bij de conciërge |", "| Laarzen | in de hal |")
    old, new = "\n".join(rows), "\n".join(reversed(rows))
    assert _counted(_TWO + old, _TWO + new) == 1


def test_lines_on_the_status_may_change_places() -> None:
    lines = ("{#d}\nVersie 2.0", "{#e}\nVastgesteld op 3 mei 2026")
    assert _counted("\n\n".join(lines), "\n\n".join(reversed(lines))) == 0


@pytest.mark.parametrize(
    "row",
    [
        "| 1.1 | 4 april 2025 | tekstuele wijzigingen |",
        "| 2.0 | 12-05-2025 | vastgesteld door het bestuur |",
        "| 2.0 | mei 2025 | aangepast na advies van de MR |",
        "| 2.0 | mei 2025 | |",
        "| v2 concept | mei 2025 | concept ter bespreking |",
    ],
)
def test_a_row_of_a_list_of_versions_counts_nothing(row: str) -> None:
    assert _counted(_THREE, _THREE + row) == _counted(_THREE + row, _THREE) == 0
    assert _counted(_THREE + row, (_THREE + row).replace("2025", "2026")) == 0


@pytest.mark.parametrize(
    "row",
    [
        "| 1.1 | 4 april 2025 | telefoons mogen niet in de pauze |",
        "| 1.1 | 4 april 2025 | de sleutel ligt bij de conciërge |",
        "| 3 | elke dag | eerste versie |",
        "| Sleutel | 3 mei 2025 | eerste versie |",
    ],
)
def test_a_row_with_more_than_that_counts(row: str) -> None:
    assert _counted(_THREE, _THREE + row) == 1


def test_who_wrote_a_version_may_stand_in_it() -> None:
    table = "| Versie | Datum | Auteur | Status |\n| - | - | - | - |\n"
    table += "| 1 | mei 2024 | Jansen | concept |\n"
    row = "| 2 | mei 2025 | J. de Vries, tuincommissie | definitief |"
    assert _counted(table, table + row) == 0
    assert _counted(table, table + row.replace("definitief", "voor ouders verplicht")) == 1


def test_a_table_of_something_else_counts() -> None:
    table = "| Oefening | Datum | Door |\n| --- | --- | --- |\n| 1 | 3 mei 2026 | groep 8 |\n"
    assert _counted(table, table + "| 2 | 4 mei 2026 | groep 7 |") == 1
    assert _counted(table, table.replace("3 mei", "4 mei")) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Auteur: werkgroep tuin", "Auteur: tuincommissie"),
        ("Opgesteld door het tuinteam", "Opgesteld door de tuincommissie"),
        ("Opgesteld door: J. de Boer (intern begeleider)", "Opgesteld door: K. Vis (directeur)"),
        ("Documentnaam: Protocol schooltuin v1", "Documentnaam: Protocol schooltuin v2"),
    ],
)
def test_who_made_a_text_counts_nothing(old: str, new: str) -> None:
    assert _counted(old, new) == _counted("Hier.", f"Hier.\n\n{{#z}}\n{new}") == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Opgesteld door de ouder", "Opgesteld door de huisarts"),
        ("Auteur: wie de foto maakt", "Auteur: wie de foto plaatst"),
        ("Opgesteld door het tuinteam en de ouder", "Opgesteld door het tuinteam en de mentor"),
        ("Opgesteld door: de ouder (binnen een week)", "Opgesteld door: de ouder (in mei)"),
    ],
)
def test_who_is_to_make_something_counts(old: str, new: str) -> None:
    assert _counted(old, new) == 1


@pytest.mark.parametrize("title", ["Studiedagen", "Ouderavonden"])
def test_days_under_a_heading_of_their_own_count(title: str) -> None:
    form = f"Hier.\n\n{{#h}}\n## {title}\n\n{{#d}}\n- obs De Wal, %s mei 2026\n\n{{#e}}\n- %s"
    assert _counted(form % (3, "obs De Ark, 4 mei 2026"), form % (5, "obs De Ark, 4 mei 2026")) == 1
    assert _counted(form % (3, "Schooljaar 2025-2026"), form % (3, "Schooljaar 2026-2027")) == 1
