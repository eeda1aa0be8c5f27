"""What a text says of itself: a rendering of another's document, or an organisation's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.adoptions import adopted_on
from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.cover_words import cover_words
from protocolkit.document.facts import (
    Facts,
    Organisation,
    Provenance,
    Source,
    Status,
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
            "Oude tekst van De Brug. Er is een andere tekst voor in de plaats gekomen.",
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


def _of(entry: Approval) -> Protocol:
    return Protocol(facts=replace(OWN, approvals=(entry,)), title=(), parts=())


def test_a_day_on_which_nobody_adopted_a_text_is_no_year_and_no_adoption() -> None:
    asked = replace(ADOPTED, decision=Decision.ASKED)
    assert (year_of(replace(OWN, approvals=(asked,))), year_of(OWN)) == ("", "")
    assert year_of(replace(OWN, approvals=(CONSENT,))) == ""
    assert year_of(replace(OWN, approvals=(CONSENT, ADOPTED))) == "2026"
    assert adopted_on(_of(asked)) == ""
    granted = replace(ADOPTED, right=Right.CONSENT)
    assert adopted_on(_of(granted)) == ""
    assert adopted_on(_of(ADOPTED)) == "2026-03-04"


def test_a_row_says_who_decides_by_which_right_what_and_when() -> None:
    asked = Approval(body="MR", right=Right.ADVICE, section="ouders")
    submitted = replace(OWN, status=Status.SUBMITTED, approvals=(CONSENT, ADOPTED, asked))
    assert [line.cells for line in cover_of(submitted).approvals] == [
        ("MR", "instemming", "verleend", "1 mei 2026"),
        ("College van bestuur", "vaststelling", "vastgesteld", "4 maart 2026"),
        ("MR (ouders)", "advies", "advies gevraagd", ""),
    ]


def test_of_a_draft_nothing_was_asked_and_nothing_decided() -> None:
    asked = Approval(body="MR", right=Right.CONSENT)
    (line,) = cover_of(replace(OWN, approvals=(asked,))).approvals
    assert line.cells == ("MR", "instemming", "nog niets besloten", "")
    dated = replace(asked, date="2026-02-01")
    (line,) = cover_of(replace(OWN, approvals=(dated,))).approvals
    assert line.cells == ("MR", "instemming", "instemming gevraagd", "1 februari 2026")
    undated = replace(CONSENT, date="")
    (line,) = cover_of(replace(OWN, approvals=(undated,))).approvals
    assert line.cells[-1] == "zonder datum"


@pytest.mark.parametrize("status", list(Status))
def test_a_cover_says_its_status_once(status: Status) -> None:
    cover = cover_of(replace(OWN, status=status))
    rows = [value for label, value in cover.rows if label == "Status"]
    assert (len(rows) == 1) != bool(cover.mark)
    assert bool(cover.remark) == (status is Status.UNKNOWN)


def test_what_a_rendering_is_stands_on_its_cover() -> None:
    assert cover_of(replace(OWN, source=FOUND)).remark.startswith("Weergave")


def test_the_check_code_is_short_and_says_what_it_is_for() -> None:
    cover = cover_of(OWN)
    signs = cover.fingerprint.removeprefix("2:")
    short = " ".join((signs[:4], signs[4:8], signs[8:12]))
    assert cover.code == (
        f"Controlecode: {short}. Twee exemplaren met dezelfde code hebben dezelfde woorden."
    )


def test_who_has_a_council_signs_there() -> None:
    asked = Approval(body="MR", right=Right.CONSENT)
    assert cover_of(OWN).signatories == ("Schoolbestuur",)
    assert cover_of(replace(OWN, approvals=(ADOPTED,))).signatories == ("College van bestuur",)
    assert cover_of(replace(OWN, approvals=(ADOPTED, asked))).signatories == ()


def test_a_school_that_took_over_a_protocol_names_its_board() -> None:
    school = replace(SCHOOL, parent="Stichting Vlinderbos")
    taken = Provenance(anchor="a", topic="", choice=BOARD_WIDE)
    facts = replace(OWN, organisation=school, based_on="vlinderbos", provenance=(taken,))
    assert ("Gebaseerd op", "Stichting Vlinderbos") in cover_of(facts).rows
    loose = replace(facts, provenance=())
    assert ("Gebaseerd op", "vlinderbos") in cover_of(loose).rows


def test_decisions_are_known_again_as_they_are_printed_and_as_they_were() -> None:
    words = cover_words("nl")
    found = ("GMR", Right.CONSENT, Decision.GRANTED, "2026-05-01")
    assert words.decision("GMR\tinstemming\tverleend\t1 mei 2026") == found
    assert words.decision("GMR\tinstemming verleend\t1 mei 2026") == found
    asked = ("GMR", Right.CONSENT, Decision.ASKED, "")
    for said in ("instemming\tinstemming gevraagd\t", "instemming gevraagd\tzonder datum"):
        assert words.decision(f"GMR\t{said}") == asked
    assert words.decision("GMR\tinstemming\tnog niets besloten\t") == asked
    assert words.decision("GMR heeft instemming verleend aan dit stuk") is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Status\tconcept", ("status", "concept")),
        ("Status concept", ("status", "concept")),
        ("Status", ("status", "")),
        ("Statuswijziging", None),
        ("De status", None),
    ],
)
def test_a_label_begins_a_line_and_is_a_whole_word(
    line: str, expected: tuple[str, str] | None
) -> None:
    assert cover_words("nl").label(line) == expected
