"""The line under the title on a cover: year and status, so far as they are known."""

from __future__ import annotations

from protocolkit.cover import Cover


def subtitle(cover: Cover) -> str:
    """Return what stands under the title; ``""`` when neither is known.

    A status that gives every page a mark is left to that mark.
    """
    # A year that is known is a number; otherwise the cover says in words that it is not.
    year = cover.year if cover.year.isdecimal() else ""
    return " – ".join(part for part in (year, "" if cover.mark else cover.status) if part)
