"""What one clause leaves to everybody and the other rules; and for whom each of them is."""

from __future__ import annotations

import pytest

from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Relation
from relations.judged_pairs import relation_of, side


def _is_contrary(left: str, right: str) -> bool:
    alone = compare(side(left), side(right), is_one_question=False).relation
    assert alone is not Relation.CONTRARY
    return relation_of(left, right) is Relation.CONTRARY


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Wij stellen geen eisen aan de hoogte van een schutting.",
            "De hoogte van een schutting is ten hoogste een meter.",
            True,
        ),
        (
            "Welke kleur een schuur heeft, bepaal je zelf.",
            "Een schuur heeft verplicht een groene kleur.",
            True,
        ),
        (
            "De kleur van de schuur laten we aan ieders eigen smaak over.",
            "De schuur mag geen rode kleur hebben.",
            True,
        ),
        # it rules nothing, another thing, or leaves it free as well
        (
            "Welke kleur een schuur heeft, bepaal je zelf.",
            "De kleur van een schuur verbleekt in de zon.",
            False,
        ),
        (
            "Wat je kweekt, mag je zelf weten.",
            "Wie kweekt, geeft elke dag water.",
            False,
        ),
        (
            "Welke kleur een schuur heeft, bepaal je zelf.",
            "De kleur van een schuur kiezen leden zelf.",
            False,
        ),
        # for whom
        ("Deze regels gelden alleen voor leden.", "Deze regels gelden voor leden en gasten.", True),
        (
            "Dit reglement is uitsluitend van toepassing op leden.",
            "Ons reglement is van toepassing op leden, leerlingen en personeel.",
            True,
        ),
        ("Deze regels gelden voor leden.", "Deze regels gelden ook voor gasten.", False),
        (
            "Deze regels gelden alleen voor leden.",
            "Deze regels gelden niet voor gasten.",
            False,
        ),
        (
            "Deze regels gelden alleen voor leden.",
            "Deze afspraken gelden alleen voor gasten.",
            False,
        ),
    ],
)
def test_left_free_and_ruled(left: str, right: str, *, expected: bool) -> None:
    assert _is_contrary(left, right) is expected
