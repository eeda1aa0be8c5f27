"""Where a link of a source may lead."""

from __future__ import annotations

import re

_SAFE = re.compile(r"^(?:https?://|mailto:|tel:|#[a-z0-9][a-z0-9-]*$)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def is_safe_target(target: str) -> bool:
    """Tell whether a link may lead there: the web, a mail address, a phone, this document."""
    return bool(_SAFE.match(target)) and not _CONTROL.search(target)
