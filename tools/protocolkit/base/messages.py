"""What users read, in their language: one gettext catalogue, English source strings.

The language comes from the configuration (``nl`` unless said otherwise), never from the
environment. The catalogue is read from its ``.po`` file, so that no compiled copy can lag behind.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources

from babel.messages.pofile import read_po

DEFAULT_LANGUAGE = "nl"

Translate = Callable[[str], str]


def translator(language: str = DEFAULT_LANGUAGE) -> Translate:
    """Return the function that gives a source string in ``language``.

    A string or language without a translation comes back as it is, in English.
    """
    texts = _catalogue(language)
    return lambda text: texts.get(text) or text


class Marked(str):
    """A source string of the catalogue, to be told from an author's own words."""

    __slots__ = ()


def mark(text: str) -> Marked:
    """Mark a source string for the catalogue where it is declared; it is translated later."""
    return Marked(text)


@cache
def _catalogue(language: str) -> dict[str, str]:
    folder = resources.files("protocolkit") / "locales" / language / "LC_MESSAGES"
    path = folder / "protocolkit.po"
    if language == "en" or not path.is_file():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    return {
        message.id: message.string
        for message in catalogue
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id
    }
