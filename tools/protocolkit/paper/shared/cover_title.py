"""How large the title on a cover is, in PDF and Word alike."""

from __future__ import annotations

from protocolkit.document.cover import Cover

_MOST_SIGNS = 120


def is_long_title(cover: Cover) -> bool:
    """Tell whether a title is set smaller, so that it does not push the facts off the cover."""
    return len(cover.title) > _MOST_SIGNS
