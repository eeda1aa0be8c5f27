"""The day of a build: that of the clock where it is built, or of a given moment anywhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

import pytest

from protocolkit.site.engine import build_day as module
from protocolkit.site.engine.build_day import build_day

_LATE = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)


class _Clock(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return _LATE.astimezone(tz)


@pytest.fixture(params=["UTC", "CET-1", "EST+5"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    monkeypatch.setattr(module, "datetime", _Clock)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_the_clock_tells_the_day_of_the_place_where_it_is_built(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for given in ("", "gisteren"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
        assert build_day() == ("2026-03-05" if zone == "CET-1" else "2026-03-04")


@pytest.mark.usefixtures("zone")
def test_a_given_moment_is_one_day_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(_LATE.timestamp()) + 3_600))
    assert build_day() == "2026-03-05"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert build_day() == "2001-09-09"
