"""A text says that a body decided only where its words say so."""

from __future__ import annotations

import pytest

from protocolkit.document.facts import Status
from protocolkit.importing.structure.stated_decisions import find_facts


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Vastgesteld met instemming van de MR op 4 maart 2020.", "verleend"),
        ("De MR heeft op 4 maart 2020 ingestemd. Dit wordt ter instemming bewaard.", "verleend"),
        ("Dit protocol is ter instemming aan de MR gestuurd op 4 maart 2020.", "gevraagd"),
        ("De instemming van de MR d.d. 4 maart 2020 is nog niet verleend.", "gevraagd"),
        ("Het wordt op 4 maart 2020 met instemming van de MR vastgesteld.", "gevraagd"),
        ("Instemming gevraagd aan de MR op 4 maart 2020.", "gevraagd"),
        ("De instemming is onthouden door de MR op 4 maart 2020.", "onthouden"),
        ("Advies van de MR op 4 maart 2020.", "gevraagd"),
        ("Positief advies van de MR op 4 maart 2020.", "positief"),
        ("Negatief advies van de MR op 4 maart 2020.", "negatief"),
        ("Vastgesteld door het College van Bestuur op 4 maart 2020.", "vastgesteld"),
        ("Het zal worden vastgesteld door het College van Bestuur op 4 maart 2020.", "gevraagd"),
    ],
)
def test_a_decision_is_what_the_words_say(text: str, decision: str) -> None:
    found = find_facts([text])
    assert [approval.decision.value for approval in found.approvals] == [decision]
    assert (found.status is Status.ADOPTED) == (decision == "vastgesteld")
