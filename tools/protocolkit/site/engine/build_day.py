"""The day on which a site is built: the only place where the site reads the clock.

It decides what a page shows to a reader without scripts, where another text begins to hold on a day
that is still to come; with scripts the reader's own clock decides. ``SOURCE_DATE_EPOCH`` gives
another day, as everywhere in Sphinx.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime


def build_day() -> str:
    """Return the day of this build, as ISO 8601."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(given), UTC) if given.isdigit() else datetime.now(UTC)
    return (now if given.isdigit() else now.astimezone()).date().isoformat()
