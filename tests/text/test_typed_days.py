"""A day that was typed is read in one way wherever it is typed."""

from __future__ import annotations

import pytest

from protocolkit.text.typed_days import typed_day


@pytest.mark.parametrize(
    ("said", "day", "is_clear"),
    [
        ("17-3-2026", "2026-03-17", True),
        (" 03.04.2026 ", "2026-04-03", True),
        ("3 4 2026", "2026-04-03", True),
        ("17/3/2026", "2026-03-17", True),
        ("3/4/2026", "2026-04-03", False),
        ("12/12/2026", "2026-12-12", False),
        ("3-4/2026", "", True),
        ("3-4-26", "", True),
        ("2026-04-03", "", True),
        ("gisteren", "", True),
    ],
)
def test_what_was_typed(said: str, day: str, is_clear: bool) -> None:
    assert typed_day(said) == day
    assert typed_day(said, is_clear=True) == (day if is_clear else "")
