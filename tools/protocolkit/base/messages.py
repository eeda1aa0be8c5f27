"""What users read, in their language: one gettext catalogue, English source strings.

The language comes from the configuration (``nl`` unless said otherwise), never from the
environment. The catalogue is read from its ``.po`` file, so that no compiled copy can lag behind.
Every command begins with that, so texts and their translations are found by one pattern; a file in
which it does not find all is for the library.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

DEFAULT_LANGUAGE = "nl"

Translate = Callable[[str], str]

_PIECE = r'"(?:[^"\\\n]|\\.)*"'
_ENTRY = re.compile(
    rf"^msgid ({_PIECE}(?:\n{_PIECE})*)\nmsgstr ({_PIECE}(?:\n{_PIECE})*)\n", re.MULTILINE
)
_ENTRIES = re.compile(r"^msg(?:id|ctxt)", re.MULTILINE)
_PIECES = re.compile(_PIECE)
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}


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
    text = path.read_text("utf-8")
    found = _ENTRY.findall(text)
    if len(found) != len(_ENTRIES.findall(text)):
        return _by_library(text, language)
    texts = {_joined(source): _joined(translation) for source, translation in found}
    return {source: translation for source, translation in texts.items() if source}


def _joined(pieces: str) -> str:
    """Return the text that stands between quotes on one line or several."""
    joined = "".join(piece[1:-1] for piece in _PIECES.findall(pieces))
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), joined)


def _by_library(text: str, language: str) -> dict[str, str]:
    """Return a catalogue that has more than texts with their translations."""
    # Slow to load, and a tenth of a second over a catalogue of ours.
    from babel.messages.pofile import read_po  # noqa: PLC0415

    catalogue = read_po(io.StringIO(text), locale=language, abort_invalid=True)
    return {
        message.id: message.string
        for message in catalogue
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id
    }
