"""The day on which a command runs: the only place where commands on decisions read the clock."""

from __future__ import annotations

from datetime import UTC, datetime


def today() -> str:
    """Return the day of this machine's own calendar, as ISO 8601."""
    return datetime.now(UTC).astimezone().date().isoformat()
