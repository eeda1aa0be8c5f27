"""The evaluation dates of protocols as a calendar file (iCalendar, RFC 5545).

The same dates give the same bytes: nothing here asks what day it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from protocolkit.base.messages import Translate, mark
from protocolkit.document.facts import OVER
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain

_SUMMARY = mark("Review: {title}, {organisation}")
_MONTH_ONLY = mark("The protocol names the month and no day.")
_YEAR_ONLY = mark("The protocol names the year and no day.")
_FULL, _MONTH = 3, 2
_MOST_OCTETS = 75
_ESCAPED = re.compile(r"([\\;,])")


def has_review(protocol: Protocol) -> bool:
    """Tell whether a protocol will be reviewed, and when: not one that holds no more."""
    facts = protocol.facts
    return facts.status not in OVER and _day(facts.review_date) is not None


def review_calendar(protocols: Iterable[Protocol], translate: Translate) -> bytes:
    """Return a calendar with a whole day for each evaluation date.

    A date without a day is on the first of its month, one without a month on 1 January; the event
    says so. What is no date of the calendar is left out.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//protocolkit//protocolkit//NL"]
    for protocol in protocols:
        if has_review(protocol):
            lines += _event(protocol, translate)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(protocol: Protocol, translate: Translate) -> Iterator[str]:
    facts = protocol.facts
    day = _day(facts.review_date)
    assert day is not None
    said = translate(_SUMMARY).format(
        title=plain(protocol.title) or protocol.slug, organisation=facts.organisation.name
    )
    parts = len(facts.review_date.split("-"))
    yield "BEGIN:VEVENT"
    yield f"UID:{protocol.subject}-{protocol.slug}@protocolkit"
    yield f"DTSTAMP:{_written(day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_written(day)}"
    yield f"DTEND;VALUE=DATE:{_written(day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(said)}"
    if parts < _FULL:
        yield f"DESCRIPTION:{_escaped(translate(_MONTH_ONLY if parts == _MONTH else _YEAR_ONLY))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(iso: str) -> date | None:
    """Return the first day that a whole or partial date may stand for, None for what is none."""
    numbers = [int(part) for part in iso.split("-")] if iso else []
    try:
        found = date(*[*numbers, 1, 1][:_FULL]) if numbers else None
    except ValueError:
        return None
    return found if found != date.max else None


def _written(day: date) -> str:
    """Return a day in eight figures; Python writes an early year with fewer on some machines."""
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return _ESCAPED.sub(r"\\\1", " ".join(text.split()))


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets; all but the first begin with a space."""
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _MOST_OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    yield piece
