"""Who pays: the school here and others there is contrary, and so is for nothing and for money."""

from __future__ import annotations

import pytest

from protocolkit.relations.relation import Relation
from relations.judged_pairs import relation_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Een ruit die breekt, betaalt de leerling.", "De school betaalt een ruit die breekt."),
        (
            "De kosten van een nieuwe ruit komen voor rekening van de school.",
            "Wie een ruit breekt, betaalt die.",
        ),
        ("Een kopie is gratis.", "Voor een kopie betaalt u een euro."),
        ("Een kopie kost niets.", "De ouders betalen een kopie."),
        ("Je werkkleding koop je zelf.", "De werkkleding vergoedt de school."),
    ],
)
def test_others_pay(left: str, right: str) -> None:
    assert relation_of(left, right) is Relation.CONTRARY


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Voor een kopie betaalt u een euro.", "Voor een kopie betaalt u twee euro."),
        ("De school betaalt de ruit.", "De school en de ouders betalen de ruit samen."),
        ("Een kopie is gratis.", "Voor een sleutel betaalt u een euro."),
        ("Een eerste kopie is gratis.", "Een eerste kopie betaalt de school."),
    ],
)
def test_the_same_pay_or_for_something_else(left: str, right: str) -> None:
    assert relation_of(left, right) is not Relation.CONTRARY
