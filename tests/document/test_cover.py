"""What a text says of itself: a rendering of another's document, or an organisation's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.facts import (
    Approval,
    Decision,
    Facts,
    Organisation,
    Right,
    Source,
    Status,
    adopted_on,
    is_own,
    year_of,
)
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import Text
from protocolkit.reading.reader import read_protocol_text

SCHOOL = Organisation(name="De Brug")
OWN = Facts(organisation=SCHOOL, status=Status.CONCEPT)
ADOPTED = Approval(
    body="College van bestuur",
    right=Right.ADOPTION,
    decision=Decision.ADOPTED,
    date="2026-03-04",
)
CONSENT = Approval(body="MR", right=Right.CONSENT, decision=Decision.GRANTED, date="2026-05-01")
UNKNOWN = (
    "Tekst van De Brug. Of hierover is besloten, is niet vastgelegd. "
    "Niet de officiële versie; kan zijn vervangen."
)
FOUND = Source(file="bron/de-brug.pdf")


def cover_of(facts: Facts) -> Cover:
    protocol = Protocol(facts=facts, title=(Text("Protocol pesten"),), parts=())
    return make_cover(protocol, translator("nl"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source(), True),
        (Source(complete=False), True),
        (FOUND, False),
        (Source(address="https://example.org/protocol.pdf"), False),
        (Source(retrieved="2026-01"), False),
    ],
)
def test_a_text_with_a_source_is_a_rendering(source: Source, expected: bool) -> None:
    facts = replace(OWN, source=source)
    assert is_own(facts) == expected
    assert ("Weergave van een document" in cover_of(facts).standing) != expected


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.CONCEPT, "Concept van De Brug. Hierover is nog niets besloten."),
        (Status.INTENDED, "Voorgenomen besluit van De Brug. Het is nog niet vastgesteld."),
        (
            Status.SUBMITTED,
            "Concept van De Brug, voorgelegd aan de (G)MR. Het is nog niet vastgesteld.",
        ),
        (Status.ADOPTED, "Protocol van De Brug. Het is vastgesteld."),
        (Status.IN_FORCE, "Protocol van De Brug. Het is in werking."),
        (
            Status.REPLACED,
            "Oud protocol van De Brug. Er is een ander protocol voor in de plaats gekomen.",
        ),
        (
            Status.WITHDRAWN,
            "Oud protocol van De Brug. Het is ingetrokken en geldt niet meer.",
        ),
        (Status.UNKNOWN, UNKNOWN),
    ],
)
def test_an_own_text_says_how_far_it_is(status: Status, words: str) -> None:
    assert cover_of(replace(OWN, status=status)).standing == words


def test_the_date_is_that_of_the_last_adoption() -> None:
    earlier = replace(ADOPTED, date="2024-01-01")
    facts = replace(OWN, status=Status.ADOPTED, approvals=(ADOPTED, earlier, CONSENT))
    assert cover_of(facts).standing == "Protocol van De Brug, vastgesteld op 4 maart 2026."
    in_force = replace(facts, status=Status.IN_FORCE)
    assert cover_of(in_force).standing.endswith("vastgesteld op 4 maart 2026 en in werking.")
    withdrawn = replace(facts, status=Status.WITHDRAWN)
    assert "vastgesteld" not in cover_of(withdrawn).standing


def test_a_body_that_only_consented_adopted_nothing() -> None:
    facts = replace(OWN, status=Status.ADOPTED, approvals=(CONSENT,))
    assert cover_of(facts).standing == "Protocol van De Brug. Het is vastgesteld."


def test_an_own_text_is_cited_by_what_tells_its_versions_apart() -> None:
    assert "De Brug, Protocol pesten (concept)," in cover_of(OWN).citation
    later = replace(OWN, version="0.3", dated="2026-02-01", status=Status.SUBMITTED)
    cited = cover_of(later).citation
    assert "Protocol pesten (2026, versie 0.3, voorgelegd" in cited
    found = replace(later, source=FOUND)
    assert "Protocol pesten (2026), met het nummer" in cover_of(found).citation


def test_whom_to_ask_is_whoever_wrote_it() -> None:
    assert cover_of(OWN).correction.endswith("Ga dan naar: De Brug.")
    owned = replace(OWN, owner="de beleidsmedewerker")
    assert cover_of(owned).correction.endswith("Ga dan naar: de beleidsmedewerker, De Brug.")
    found = replace(owned, source=FOUND)
    assert "wie deze weergave heeft gepubliceerd" in cover_of(found).correction


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("{body: MR}", "instemming gevraagd"),
        ("{body: MR, right: advies}", "advies gevraagd"),
        ("{body: Bestuur, right: vaststelling}", "vaststelling gevraagd"),
        ("{body: MR, decision: ja}", "instemming gevraagd"),
        ("{body: MR, decision: verleend}", "instemming verleend"),
    ],
)
def test_without_a_decision_nothing_was_decided(settings: str, said: str) -> None:
    text = f"---\nprotocol:\n  organisation: {{name: A}}\n  approvals: [{settings}]\n---\n\n# A\n"
    protocol = read_protocol_text(text).protocol
    assert [line.decision for line in make_cover(protocol, translator("nl")).approvals] == [said]


def test_a_day_on_which_something_was_asked_is_no_year_and_no_adoption() -> None:
    asked = replace(ADOPTED, decision=Decision.ASKED)
    assert (year_of(replace(OWN, approvals=(asked,))), year_of(OWN)) == ("", "")
    assert adopted_on(replace(OWN, approvals=(asked,))) == ""
    granted = replace(ADOPTED, right=Right.CONSENT)
    assert adopted_on(replace(OWN, approvals=(granted,))) == ""
    assert adopted_on(replace(OWN, approvals=(ADOPTED,))) == "2026-03-04"
