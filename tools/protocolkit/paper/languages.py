"""Languages on paper: that of the text, which is the board's, and that of our own words."""

from __future__ import annotations

# Whatever language the reader's own menus are in, a protocol is Dutch.
TEXT_LANGUAGE = "nl"

_REGIONS = {"nl": "NL", "fy": "NL", "en": "GB"}


def region_of(language: str) -> str:
    """Return the country of a language, ``NL`` for ``nl``; ``""`` when none is known."""
    return _REGIONS.get(language, "")


def tag_of(language: str) -> str:
    """Return a language with its country, as BCP 47 writes it: ``nl-NL``."""
    region = region_of(language)
    return f"{language}-{region}" if region else language


def language_data(language: str) -> dict[str, str | None]:
    """Return a language as Typst takes it."""
    return {"lang": language, "region": region_of(language) or None}
