"""A line that tells a status, among lines that are rules, is one: in rows, points and bullets."""

from __future__ import annotations

import pytest

from protocolkit.changes.change_set import version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.reading.reader import read_protocol_text

_ROW = "{#a}\n| wat | tot wanneer | wie |\n| --- | --- | --- |\n| Kas | %s | de tuinman |\n"
_LIST = "{#a}\nOp deze dagen helpen ouders mee:\n\n{#b}\n- Zaaien, 5 mei 2026\n\n{#c}\n- %s\n"
_BULLETS = "{#h}\n## Dit document\n\n{#b}\n- Versie 2\n\n{#c}\n- %s\n"


def _counted(form: str, old: str, new: str) -> int:
    versions = (
        version_of(read_protocol_text(f"# Tuin\n\n{form % said}").protocol) for said in (old, new)
    )
    return compare_versions(*versions).counts.counted


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Geldig tot 1 mei 2026", "Geldig tot 1 mei 2028"),
        ("Evaluatie: juni 2026", "Evaluatie: juni 2027"),
        ("Opgesteld door: de tuinman", "Opgesteld door: de directeur"),
    ],
)
def test_a_cell_of_a_row_that_is_about_something_counts(old: str, new: str) -> None:
    assert _counted(_ROW, old, new) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Oogsten, 5 september 2026", "Oogsten, 12 september 2026"),
        ("Geldig tot 1 mei 2026", "Geldig tot 1 mei 2028"),
    ],
)
def test_a_bullet_among_others_counts(old: str, new: str) -> None:
    assert _counted(_LIST, old, new) == 1


def test_a_list_that_only_tells_the_status_does_not() -> None:
    assert _counted(_BULLETS, "Vastgesteld op 3 mei 2026", "Vastgesteld op 4 mei 2027") == 0


def test_a_duty_behind_who_makes_something_counts() -> None:
    form = "{#a}\n%s\n"
    said = "Opgesteld door: de ouder, een lijst van allergieën"
    assert _counted(form, said, said.replace("ouder", "huisarts")) == 1
    assert _counted(form, "Opgesteld door: de ouder binnen een week", "Opgesteld door: Jo") == 1


def test_a_row_that_tells_the_status_may_come() -> None:
    form = "{#a}\n| Versie | 1.0 |\n| --- | --- |\n| Datum | 3 maart 2026 |\n%s"
    row = "| Status | concept |\n"
    assert _counted(form, "", row) == _counted(form, row, "") == 0
    assert _counted(form, "", "| Sleutel | bij de conciërge |\n") == 1
