"""The evaluation dates as a calendar file that other programs read."""

from __future__ import annotations

import pytest

from protocolkit.base.messages import translator
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Protocol
from protocolkit.document.review_calendar import has_review, review_calendar
from protocolkit.document.richtext import Text


def _protocol(date: str, title: str = "Pesten", status: Status = Status.IN_FORCE) -> Protocol:
    facts = Facts(organisation=Organisation(name="De Brug"), status=status, review_date=date)
    return Protocol(facts=facts, title=(Text(title),), parts=(), subject="pesten", slug="de-brug")


def _lines(*protocols: Protocol) -> list[str]:
    content = review_calendar(protocols, translator()).decode()
    assert content.count("\n") == content.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in content.split("\r\n"))
    return content.replace("\r\n ", "").split("\r\n")[:-1]


def test_each_date_is_a_whole_day() -> None:
    assert _lines(_protocol("2027-12-31")) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//protocolkit//protocolkit//NL",
        "BEGIN:VEVENT",
        "UID:pesten-de-brug@protocolkit",
        "DTSTAMP:20271231T000000Z",
        "DTSTART;VALUE=DATE:20271231",
        "DTEND;VALUE=DATE:20280101",
        "SUMMARY:Evaluatie: Pesten\\, De Brug",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(
    ("date", "day", "named"),
    [("2027-05", "20270501", "de maand"), ("2027", "20270101", "het jaar")],
)
def test_a_date_without_a_day_says_so(date: str, day: str, named: str) -> None:
    lines = _lines(_protocol(date))
    assert f"DTSTART;VALUE=DATE:{day}" in lines
    (told,) = (line for line in lines if line.startswith("DESCRIPTION:"))
    assert told.startswith(f"DESCRIPTION:In het protocol staat alleen {named}")


def test_a_line_is_folded_only_where_it_is_full() -> None:
    content = review_calendar([_protocol("2027-12-31", "x" * 200)], translator()).decode()
    pieces = [line for line in content.split("\r\n") if "xxx" in line]
    assert [len(piece) for piece in pieces[:-1]] == [75] * (len(pieces) - 1)


@pytest.mark.parametrize("date", ["", "2027-02-31", "2027-13", "9999-12-31", "0000-01-01"])
def test_what_is_no_day_has_no_event(date: str) -> None:
    assert not has_review(_protocol(date))
    assert len(_lines(_protocol(date))) == 4


def test_an_early_year_has_four_figures() -> None:
    lines = _lines(_protocol("0202-05-01"))
    assert "DTSTART;VALUE=DATE:02020501" in lines
    assert "DTSTAMP:02020501T000000Z" in lines


def test_what_holds_no_more_is_not_reviewed() -> None:
    assert not has_review(_protocol("2027-05-01", status=Status.REPLACED))


def test_signs_that_mean_something_are_escaped_and_long_lines_folded() -> None:
    [said] = [one for one in _lines(_protocol("2027-05-01", "É" * 60 + " a;b,c\\d")) if "É" in one]
    assert said == f"SUMMARY:Evaluatie: {'É' * 60} a\\;b\\,c\\\\d\\, De Brug"
