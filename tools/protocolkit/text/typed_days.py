"""A day as people in the Netherlands type it: the day, the month and the year in figures."""

from __future__ import annotations

import re

_DAY = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})")
_MONTHS = 12


def typed_day(said: str, *, is_clear: bool = False) -> str:
    """Return a day that was typed in ISO 8601, "" for what is none; it may be no day there is.

    ``is_clear`` leaves out what others read with the month first: 3/4/2026.

    >>> typed_day("17-3-2026"), typed_day("3.4.2026"), typed_day("3/4/2026"), typed_day("3-4-26")
    ('2026-03-17', '2026-04-03', '2026-04-03', '')
    >>> typed_day("3/4/2026", is_clear=True), typed_day("17/3/2026", is_clear=True)
    ('', '2026-03-17')
    """
    found = _DAY.fullmatch(said.strip())
    if found is None:
        return ""
    day, sign, month, year = found.groups()
    if is_clear and sign == "/" and int(day) <= _MONTHS:
        return ""
    return f"{year}-{month:0>2}-{day:0>2}"
