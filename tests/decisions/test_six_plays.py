"""Six ways in which a text is agreed: at every moment each reader says the same, and it is true.

What the readers say is held to each other by ``told``; here stands what is true at that moment.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from decided import TEXT, TODAY, Desk
from protocolkit.base.messages import translator
from protocolkit.decisions.answering import BoardAnswer, answer
from protocolkit.decisions.councils import end_council
from protocolkit.document.approvals import Decision, Ended, Right
from protocolkit.document.cover import make_cover
from told_everywhere import Told, told

_SUBMITTED = "voorgelegd aan de (G)MR"
_EDITED = "gewijzigd na het voorleggen"
_TWELVE = tuple(f"obs {number}" for number in range(1, 13))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _moment(desk: Desk, status: str, *asked: str, holds: int = 0) -> Told:
    """Hold a moment to its status, who is asked about this text, and how many texts hold."""
    found = told(desk)
    assert found.status == status
    assert len(found.value["in_force"]) == holds
    sheet = make_cover(desk.protocol, translator()).asking
    assert [body for body in asked if any(body in line for line in sheet)] == [*asked]
    assert bool(sheet) == bool(asked)
    return found


def test_a_first_adoption_with_a_gmr(desk: Desk) -> None:
    _moment(desk, "concept")
    desk.ask("GMR De Brug")
    _moment(desk, _SUBMITTED, "GMR De Brug")
    desk.decide(Decision.ADJOURNED, "GMR De Brug", day="2026-02-20")
    _moment(desk, _SUBMITTED)
    desk.decide(Decision.GRANTED, "GMR De Brug")
    _moment(desk, _SUBMITTED)
    desk.adopt()
    assert _moment(desk, "vastgesteld", holds=1).notices == ()


def test_a_change_with_two_sections_of_which_one_consents_with_changes(desk: Desk) -> None:
    desk.adopt_with_consent()
    desk.edit("een week", "twee weken")
    _moment(desk, "gewijzigd na vaststelling", holds=1)
    for section in ("ouders", "personeel"):
        desk.ask(section=section, sent="2026-04-01", before="2026-05-31")
    _moment(desk, _SUBMITTED, "MR (ouders)", "MR (personeel)", holds=1)
    desk.decide(Decision.GRANTED, section="ouders", day="2026-05-01")
    _moment(desk, _SUBMITTED, "MR (personeel)", holds=1)
    desk.edit("naar de mentor", "naar de directeur")
    found = _moment(desk, _EDITED, holds=1)
    assert any("MR (personeel) (versie voorgelegd-2026-04-01)" in one for one in found.notices)
    changed = Decision.GRANTED_WITH_CHANGES
    desk.decide(changed, section="personeel", day="2026-05-02")
    found = _moment(desk, _SUBMITTED, holds=1)
    assert any("gewijzigd na het besluit van MR (ouders)" in one for one in found.notices)
    desk.ask(section="ouders", sent="2026-05-03", before="2026-06-30")
    _moment(desk, _SUBMITTED, "MR (ouders)", holds=1)
    desk.decide(Decision.GRANTED, section="ouders", day="2026-05-20")
    desk.adopt("2026-05-25")
    assert _moment(desk, "vastgesteld", holds=1).notices == ()


def test_twelve_councils_of_which_one_refuses(tmp_path: Path) -> None:
    here = f"  applies_to: [{', '.join(_TWELVE)}]\n  status:"
    desk = Desk(tmp_path, TEXT.replace("  status:", here))
    for school in _TWELVE:
        desk.ask(f"MR {school}", schools=(school,))
    _moment(desk, _SUBMITTED, "12 raden")
    for school in _TWELVE:
        given = Decision.WITHHELD if school == "obs 4" else Decision.GRANTED
        desk.decide(given, f"MR {school}")
    found = _moment(desk, _SUBMITTED)
    assert "Instemming is niet gegeven voor: obs 4." in found.notices
    desk.adopt()
    found = _moment(desk, "vastgesteld", holds=1)
    assert found.notices[0].startswith("Vastgesteld voor 11 van 12 scholen: ")
    assert found.schools["obs 4"] == "niet vastgesteld voor deze school: geen tekst"
    assert found.schools["obs 1"] == "vastgesteld"


def test_a_negative_advice(desk: Desk) -> None:
    desk.ask(right=Right.ADVICE)
    desk.decide(Decision.NEGATIVE)
    assert "advice-unanswered" in _moment(desk, _SUBMITTED).checked
    answer(desk.file, BoardAnswer(body="MR", day="2026-03-20"), TODAY)
    found = _moment(desk, _SUBMITTED)
    assert any("schriftelijk" in one and "20 maart 2026" in one for one in found.notices)
    desk.adopt("2026-05-10")
    _moment(desk, "vastgesteld", holds=1)


def test_a_merger_in_mid_procedure(desk: Desk) -> None:
    for body in ("MR A", "MR B"):
        desk.ask(body)
    desk.decide(Decision.GRANTED, "MR A")
    for body in ("MR A", "MR B"):
        end_council(desk.root, body, Ended(date="2026-03-20", into="MR C"), TODAY)
    found = _moment(desk, _SUBMITTED)
    assert any("voordat zij over deze tekst besloot" in one for one in found.notices)
    desk.ask("MR C", sent="2026-03-25", before="2026-05-31")
    _moment(desk, _SUBMITTED, "MR C")
    desk.decide(Decision.GRANTED, "MR C", day="2026-04-10")
    desk.adopt("2026-04-20")
    _moment(desk, "vastgesteld", holds=1)


def test_a_proposal_by_the_mr(desk: Desk) -> None:
    desk.adopt("2025-03-24")
    desk.edit("een week", "twee weken")
    desk.ask("MR", Right.PROPOSAL, before="", sent="2026-03-03")
    found = _moment(desk, "voorstel van de raad", holds=1)
    assert any(one.startswith("Dit is een voorstel van MR") for one in found.notices)
    desk.decide(Decision.FOLLOWED, "MR", day="2026-04-04", talked="2026-03-20")
    _moment(desk, "concept", holds=1)
    desk.ask("MR", sent="2026-04-10", before="2026-05-10")
    _moment(desk, _SUBMITTED, "MR", holds=1)
    desk.decide(Decision.GRANTED, "MR", day="2026-05-01")
    desk.adopt("2026-05-10")
    _moment(desk, "vastgesteld", holds=1)
