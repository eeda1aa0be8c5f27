"""The name of a kept version bears its day, also where it is not the first of that day."""

from __future__ import annotations

import pytest

from protocolkit.versions.renaming import has_day


@pytest.mark.parametrize(
    ("name", "is_of_day"),
    [
        ("vastgesteld-2026-03-24", True),
        ("vastgesteld-2026-03-24-2", True),
        ("voorgelegd-2026-03-24-12", True),
        ("vastgesteld-2026-03-24-b", False),
        ("vastgesteld-2026-03-241", False),
        ("2026-03-24", False),
        ("versie-2", False),
    ],
)
def test_a_name_that_we_gave_ends_in_its_day(name: str, is_of_day: bool) -> None:
    assert has_day(name, "2026-03-24") == is_of_day
    assert not has_day(name, "")
