"""What users read, in their language: one gettext catalogue, English source strings.

The language comes from the configuration (``nl`` unless said otherwise), never from the
environment. The catalogue is read from its ``.po`` file, so that no compiled copy can lag behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


def languages() -> tuple[str, ...]:
    """Return the languages in which there are words: the usual one, English, and any other."""
    folder = resources.files("protocolkit") / "locales"
    others = (found.name for found in folder.iterdir() if found.is_dir())
    return tuple(dict.fromkeys((DEFAULT_LANGUAGE, "en", *sorted(others))))


class Marked(str):
    """A source string of the catalogue, to be told from an author's own words."""

    __slots__ = ()


def mark(text: str) -> Marked:
    """Mark a source string for the catalogue where it is declared; it is translated later."""
    return Marked(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A sentence of ours that is translated later: a source string and the values that fill it."""

    text: Marked
    values: tuple[tuple[str, str], ...] = ()

    def in_words(self, translate: Translate) -> str:
        """Return the sentence in the reader's language.

        Values that are our own words (:class:`Marked`) are translated too, an author's never.
        """
        values = {
            name: translate(value) if isinstance(value, Marked) else value
            for name, value in self.values
        }
        return translate(self.text).format_map(values)


def message(text: Marked, /, **values: str) -> Message:
    """Make a message; ``values`` fill its placeholders."""
    return Message(text=text, values=tuple(values.items()))


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
