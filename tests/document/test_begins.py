"""What takes the place of a text is what begins on the day that this one ends, nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from protocolkit.document.approvals import Approval, Decision, Right
from protocolkit.document.begins import (
    begins_nowhere_before,
    begun_on,
    courses,
    gives_way_to,
    holds_till,
    is_later,
    still_holding,
    still_to_come,
    turning_days,
    with_begins,
)
from protocolkit.document.facts import Status
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.reading.reader import read_protocol_text

_TEXTS = [
    read_protocol_text(f"# Hek\n\n{{#a}}\n1. Het hek is {how}.\n").protocol
    for how in ("dicht", "open", "weg")
]
_BOTH = ("Oost", "West")
_CODES = [protocol_fingerprint(text) for text in _TEXTS]


def _adopted(text: int, day: str, begins: str = "", *schools: str) -> Approval:
    return Approval(
        body="Bestuur",
        right=Right.ADOPTION,
        decision=Decision.ADOPTED,
        date=day,
        begins=begins,
        fingerprint=_CODES[text],
        schools=schools,
    )


def _with(*adopted: Approval, applies_to: tuple[str, ...] = ()) -> Protocol:
    facts = replace(_TEXTS[0].facts, approvals=adopted, applies_to=applies_to)
    return replace(_TEXTS[0], facts=facts)


def test_at_other_schools_another_text_may_hold_already() -> None:
    """Only what begins on that day takes the place; it is not the first that holds then."""
    elsewhere = _adopted(1, "2026-01-10", "", "West")
    first = _adopted(0, "2026-02-01", "", "Oost")
    other = _adopted(2, "2026-03-01", "2026-08-01", "Oost")
    protocol = _with(elsewhere, first, other, applies_to=_BOTH)
    assert gives_way_to(protocol) == other


@pytest.mark.parametrize(("day", "is_to_come"), [("2026-07-31", True), ("2026-08-01", False)])
def test_once_its_day_has_come_nothing_gives_way(day: str, is_to_come: bool) -> None:
    other = _adopted(1, "2026-03-01", "2026-08-01")
    protocol = _with(_adopted(0, "2026-02-01"), other)
    assert gives_way_to(protocol, day) == (other if is_to_come else None)


def test_what_holds_on_or_was_replaced_at_once_gives_way_to_none() -> None:
    assert gives_way_to(_with(_adopted(0, "2026-02-01"))) is None
    assert gives_way_to(_with(_adopted(0, "2026-02-01"), _adopted(1, "2026-03-01"))) is None


_LATER = _adopted(0, "2026-03-01", "2026-08-01")


def test_a_day_that_has_come_makes_what_was_for_later_hold() -> None:
    protocol = _with(_LATER)
    assert begun_on(protocol, "") is protocol
    assert begun_on(protocol, "2026-07-31") is protocol
    told = begun_on(protocol, "2026-08-01").facts.approvals[0]
    assert (told.begun, is_later(told), is_later(_LATER)) == (True, False, True)
    same = _with(_adopted(0, "2026-03-01", "2026-03-01"))
    assert begun_on(same, "2026-08-01") is same


def test_a_text_is_told_otherwise_from_each_later_day() -> None:
    at_once = _adopted(1, "2026-02-01", "2026-02-01")
    assert turning_days(_with(at_once, _LATER, _LATER)) == ("", "2026-08-01")
    assert turning_days(_with(at_once)) == ("",)


def _courses(*adopted: Approval) -> list[tuple[str, list[str]]]:
    return [
        (day, [one.adoption.fingerprint for one in held])
        for day, held in courses(_with(*adopted).facts)
    ]


def test_texts_hold_in_turn_from_the_day_that_each_names() -> None:
    first = _adopted(1, "2026-01-01")
    assert _courses(first, _LATER) == [
        ("", []),
        ("2026-01-01", [_CODES[1]]),
        ("2026-08-01", [_CODES[0]]),
    ]
    undated = _adopted(1, "")
    assert _courses(undated) == [("", [_CODES[1]])]


def test_what_holds_still_is_the_text_of_now_and_those_to_come() -> None:
    older, first = _adopted(2, "2025-01-01"), _adopted(1, "2026-01-01")
    found = still_holding(_with(older, first, _LATER).facts)
    assert [one.adoption for one in found] == [first, _LATER]
    assert [one.schools for one in found] == [(), ()]


def test_what_holds_at_more_schools_later_on_holds_at_all_of_these() -> None:
    both = _adopted(1, "2026-01-01", "", *_BOTH)
    one = _adopted(0, "2026-03-01", "2026-08-01", "Oost")
    facts = _with(both, one, applies_to=_BOTH).facts
    assert [(held.adoption, held.schools) for held in still_holding(facts)] == [
        (both, ()),
        (one, ("Oost",)),
    ]
    other = replace(one, fingerprint=_CODES[2], begins="2026-09-01", schools=("West",))
    facts = _with(both, one, other, applies_to=(*_BOTH, "Zuid")).facts
    assert [held.schools for held in still_holding(facts)] == [_BOTH, ("Oost",), ("West",)]


@pytest.mark.parametrize(("day", "first"), [("2026-07-31", "2026-08-01"), ("2026-08-01", "")])
def test_a_text_begins_nowhere_before_its_first_day(day: str, first: str) -> None:
    assert begins_nowhere_before(_with(_LATER), day) == first
    assert begins_nowhere_before(_with(), day) == ""


def _named(
    *adopted: Approval, applies_to: tuple[str, ...] = (), status: Status = Status.ADOPTED
) -> Protocol:
    named = (replace(one, version=f"v{n}") for n, one in enumerate(adopted, start=1))
    protocol = _with(*named, applies_to=applies_to)
    return replace(protocol, facts=replace(protocol.facts, status=status))


def test_of_a_text_to_come_is_told_which_holds_till_then() -> None:
    protocol = _named(_adopted(1, "2026-01-01"), _LATER)
    first, second = still_to_come(protocol, "", str, "nl")
    assert ("1 augustus 2026" in first, "'v1'" in second) == (True, True)
    assert still_to_come(protocol, "2026-08-01", str, "nl") == ()
    draft = replace(protocol, facts=replace(protocol.facts, status=Status.CONCEPT))
    assert still_to_come(draft, "", str, "nl") == ()
    (alone,) = still_to_come(_named(_LATER), "", str, "nl")
    assert alone == first


def test_where_schools_have_different_texts_till_then_each_is_named() -> None:
    east, west = _adopted(1, "2026-01-01", "", "Oost"), _adopted(2, "2026-01-01", "", "West")
    protocol = _named(east, west, _LATER, applies_to=_BOTH)
    _, *till = still_to_come(protocol, "", str, "nl")
    assert len(till) == 2
    assert [("Oost" in one, "'v1'" in one, "'v2'" in one) for one in till] == [
        (True, True, False),
        (False, False, True),
    ]


def test_texts_that_follow_each_other_before_it_are_told_in_turn() -> None:
    between = _adopted(2, "2026-02-01", "2026-05-01")
    protocol = _named(_adopted(1, "2026-01-01"), between, _LATER)
    _, till = still_to_come(protocol, "", str, "nl")
    assert ("'v1'" in till, "'v2'" in till, "1 mei 2026" in till) == (True, True, True)
    _, later = still_to_come(protocol, "2026-05-01", str, "nl")
    assert ("'v1'" in later, "'v2'" in later) == (False, True)


def test_a_text_holds_till_the_day_of_the_one_that_takes_its_place() -> None:
    protocol = _named(_adopted(0, "2026-01-01"), _adopted(1, "2026-03-01", "2026-08-01"))
    said = holds_till(protocol, str, "nl")
    assert ("1 augustus 2026" in said, "'v2'" in said) == (True, True)
    assert holds_till(_named(_adopted(0, "2026-01-01")), str, "nl") == ""


def test_the_day_of_the_text_as_it_stands_is_in_its_own_facts() -> None:
    older, own = _adopted(1, "2026-01-01"), _adopted(0, "2026-03-01")
    protocol = _named(older, own, Approval(body="MR", right=Right.CONSENT))
    protocol = replace(protocol, facts=replace(protocol.facts, valid_from="2026-08"))
    found = with_begins(protocol, {"v1": "2026-02-01"}.__getitem__).facts.approvals
    assert [one.begins for one in found] == ["2026-02-01", "2026-08-01", ""]
    again = _named(own, _adopted(1, "2026-04-01"))
    again = replace(again, facts=replace(again.facts, valid_from="2026-08"))
    days = {"v1": "2026-04-01", "v2": "2026-05-01"}
    found = with_begins(again, days.__getitem__).facts.approvals
    assert [one.begins for one in found] == ["2026-04-01", "2026-05-01"]
