"""What runs along at the top of every page but the cover, the same in PDF and Word."""

from __future__ import annotations

import textwrap

from protocolkit.document.cover import Cover, whole_title

# What fits in one line, and what the title keeps whatever the organisation is called.
_LINE, _LEAST = 84, 42


def running_head(cover: Cover) -> tuple[str, str]:
    """Return the names of the organisation and of the text, short enough for one line together."""
    title = whole_title(cover)
    organisation = _short(cover.organisation, _LINE - min(_LEAST, len(title)))
    return organisation, _short(title, _LINE - len(organisation))


def _short(text: str, longest: int) -> str:
    return textwrap.shorten(text, longest, placeholder="…")
