"""When a council or a school is no more, by the first of the days that are recorded."""

from __future__ import annotations

from dataclasses import replace

from protocolkit.document.approvals import Approval, Ended, Right
from protocolkit.document.endings import end_of, ended_schools, is_over, with_schools_till
from protocolkit.document.facts import EndedSchool, Facts, Organisation


def _council(body: str, day: str = "") -> Approval:
    return Approval(body=body, right=Right.CONSENT, ended=Ended(date=day))


def test_a_council_ended_on_the_first_day_that_is_recorded_of_it() -> None:
    late, early = _council("MR Noord", "2026-08-01"), _council("mr noord", "2026-05-01")
    others = (_council("MR Zuid", "2025-01-01"), _council("MR Noord"))
    assert end_of(late, (*others, late, early)) == early.ended
    assert end_of(early, (*others, late, early)) == early.ended


def test_an_entry_that_does_not_say_so_stays_as_it_is() -> None:
    still = _council("MR Noord")
    assert end_of(still, (still, _council("MR Noord", "2026-05-01"))) == still.ended
    ended = _council("MR Noord", "2026-05-01")
    assert end_of(ended, ()) == ended.ended


def test_it_is_there_up_to_and_including_the_day_before() -> None:
    assert not is_over("2026-07-31", "2026-08-01")
    assert is_over("2026-08-01", "2026-08-01")
    assert not is_over("", "2026-08-01")
    assert not is_over("2026-08-01", "")


def _facts(*ended: EndedSchool, named: tuple[str, ...] = ()) -> Facts:
    organisation = Organisation(name="De Brug")
    return Facts(organisation=organisation, ended_schools=ended, applies_to=named)


def test_a_school_that_the_text_is_still_for_is_there() -> None:
    ended = EndedSchool(name="De Ark", date="2026-08-01")
    assert ended_schools(_facts(ended)) == {"de ark": ended}
    assert ended_schools(_facts(ended, named=("De Ark",))) == {}
    assert ended_schools(_facts(replace(ended, is_to_come=True))) == {}
    over = replace(ended, is_over=True)
    assert ended_schools(_facts(over, named=("De Ark",))) == {"de ark": over}


def test_of_one_that_stands_there_twice_the_first_day_counts() -> None:
    late, early = (EndedSchool(name="De Ark", date=day) for day in ("2026-08-01", "2026-05-01"))
    undated = EndedSchool(name="De Ark")
    assert ended_schools(_facts(late, undated, early)) == {"de ark": early}


def test_on_a_day_before_its_end_a_school_is_there() -> None:
    ended = EndedSchool(name="De Ark", date="2026-08-01")
    facts = _facts(ended, named=("De Boog",))
    assert with_schools_till(facts, "2026-07-31").applies_to == ("De Boog", "De Ark")
    assert with_schools_till(facts, "2026-08-01") == facts
    assert with_schools_till(facts, "") == facts
    # where the text names no schools it names none now
    assert with_schools_till(_facts(ended), "2026-07-31").applies_to == ()
