"""What one school sees of a text that is decided about school by school."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from document.agreed import OTHER, PROTOCOL, adoption, consent
from protocolkit.document.approvals import Approval, Decision
from protocolkit.document.at_school import at_school, is_adopted_at, is_without_text
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.document.still_awaited import asked_beside, awaited

_BOTH = ("Oost", "West")
_adopted = partial(adoption, day="2026-03-01")


def _with(
    *approvals: Approval, applies_to: tuple[str, ...] = _BOTH, status: Status = Status.ADOPTED
) -> Protocol:
    organisation = Organisation(name="De Brug", aliases=("Brug",), sector="po")
    facts = Facts(
        organisation=organisation, approvals=approvals, applies_to=applies_to, status=status
    )
    return replace(PROTOCOL, facts=facts)


def _told(protocol: Protocol, school: str) -> tuple[list[str], tuple[str, ...], Status]:
    facts = at_school(protocol, school).facts
    return [one.body for one in facts.approvals], facts.applies_to, facts.status


def test_a_school_sees_what_is_about_it_and_nothing_of_the_others() -> None:
    asked = consent("MR West", "West", decision=Decision.ASKED)
    protocol = _with(consent("MR Oost", "Oost"), asked, _adopted("Oost"))
    assert _told(protocol, "oost") == (["MR Oost", "Bestuur"], ("Oost",), Status.ADOPTED)
    assert _told(protocol, "West") == (["MR West"], ("West",), Status.SUBMITTED)
    assert is_adopted_at(protocol, "Oost")
    assert not is_adopted_at(protocol, "West")
    assert not is_without_text(protocol, "Oost")
    assert is_without_text(protocol, "West")


def test_where_no_council_was_asked_a_text_that_holds_elsewhere_is_a_draft() -> None:
    protocol = _with(consent("MR Oost", "Oost"), _adopted("Oost"))
    assert _told(protocol, "West") == ([], ("West",), Status.CONCEPT)


def test_what_is_about_two_schools_is_told_as_of_this_one() -> None:
    protocol = _with(consent("MR", *_BOTH), consent("GMR"), _adopted("Oost"))
    found = at_school(protocol, "Oost").facts.approvals
    assert [(one.body, one.schools) for one in found] == [
        ("MR", ("Oost",)),
        ("GMR", ()),
        ("Bestuur", ("Oost",)),
    ]


def test_a_text_that_is_for_all_or_a_school_that_nobody_named_is_whole() -> None:
    whole = _with(consent("GMR"), _adopted())
    assert at_school(whole, "Oost") is whole
    some = _with(consent("MR Oost", "Oost"), _adopted("Oost"))
    assert at_school(some, "Noord") is some


def test_at_a_school_that_it_is_not_meant_for_only_the_adoption_there_is_told() -> None:
    gone = _adopted("Zuid", code=OTHER, day="2026-01-01")
    protocol = _with(consent("MR Zuid", "Zuid"), _adopted("Oost"), gone)
    assert _told(protocol, "Zuid") == (["Bestuur"], _BOTH, Status.CONCEPT)
    assert at_school(protocol, "Zuid").facts.approvals == (gone,)
    draft = replace(protocol, facts=replace(protocol.facts, status=Status.SUBMITTED))
    assert _told(draft, "Zuid")[2] is Status.SUBMITTED
    stays = _with(_adopted("Zuid"), _adopted("Oost"))
    assert _told(stays, "Zuid")[0] == ["Bestuur"]
    assert is_adopted_at(stays, "Zuid")
    assert not is_adopted_at(protocol, "Zuid")


def test_for_the_board_itself_a_text_holds_when_it_does_at_some_school() -> None:
    protocol = _with(_adopted("Oost"))
    assert [is_adopted_at(protocol, name) for name in ("De Brug", "brug", "West")] == [
        True,
        True,
        False,
    ]
    same = _with(_adopted("Oost"), applies_to=("Oost", "De Brug"))
    assert not is_adopted_at(same, "De Brug"), "a school that is called as its board"


def test_a_text_that_was_changed_since_holds_where_the_other_does() -> None:
    protocol = _with(_adopted("Oost", code=OTHER))
    assert [is_adopted_at(protocol, name) for name in _BOTH] == [True, False]
    draft = _with(_adopted("Oost", code=OTHER), status=Status.CONCEPT)
    assert [is_adopted_at(draft, name) for name in _BOTH] == [True, True]


_BEFORE = consent("MR Oost", "Oost")
_BESIDE = consent("MR Oost", "Oost", code=OTHER, decision=Decision.ASKED)


def test_what_a_council_has_before_it_beside_a_text_is_still_awaited() -> None:
    """Its answer about this text counts for this one, and the other question stays open."""
    protocol = _with(_BEFORE, _BESIDE, _adopted("Oost"))
    assert asked_beside(protocol) == (_BESIDE,)
    assert awaited(protocol) == (_BESIDE,)
    found = at_school(protocol, "Oost").facts.approvals
    assert _BESIDE in found


def test_a_question_that_a_later_one_took_the_place_of_is_awaited_no_more() -> None:
    later = replace(_BESIDE, fingerprint="2:ffff", sent="2026-04-01")
    protocol = _with(_BEFORE, _BESIDE, later, _adopted("Oost"))
    assert asked_beside(protocol) == (later,)
    found = at_school(protocol, "Oost").facts.approvals
    assert (_BESIDE in found, later in found) == (False, True)


def test_sections_that_were_asked_since_stand_in_for_their_council() -> None:
    later = replace(_BESIDE, fingerprint="2:ffff")
    sections = tuple(replace(later, section=one) for one in ("ouders", "personeel"))
    protocol = _with(_BEFORE, _BESIDE, *sections, _adopted("Oost"))
    assert asked_beside(protocol) == sections
    one = _with(_BEFORE, _BESIDE, sections[0], _adopted("Oost"))
    assert asked_beside(one) == (_BESIDE, sections[0])


def test_what_a_council_that_ended_or_a_board_that_took_it_back_left_is_not_awaited() -> None:
    ended = replace(_BESIDE, ended=replace(_BESIDE.ended, date="2026-04-01"))
    assert asked_beside(_with(_BEFORE, ended, _adopted("Oost"))) == ()
    withdrawn = replace(_BESIDE, decision=Decision.PROPOSAL_WITHDRAWN)
    assert asked_beside(_with(_BEFORE, withdrawn, _adopted("Oost"))) == ()
