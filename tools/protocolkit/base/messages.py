"""What users read, in their language: one gettext catalogue, English source strings.

The language comes from the configuration (``nl`` unless said otherwise), never from the
environment. The catalogue is read from its ``.po`` file, so that no compiled copy can lag behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

DEFAULT_LANGUAGE = "nl"

Translate = Callable[[str], str]

_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


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
    return dict(_entries(path.read_text("utf-8")))


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield each source string of a catalogue with its translation.

    Every command reads all of it: the library's reader, for all that any catalogue may have, takes
    ten times as long. A test holds both to the same.
    """
    for block in text.split("\n\n"):
        _, _, entry = f"\n{block}".partition("\nmsgid ")
        source, _, said = entry.partition("\nmsgstr ")
        if source not in ("", '""'):
            yield _unquoted(source), _unquoted(said)


def _unquoted(lines: str) -> str:
    """Return the text that quoted lines are together."""
    text = lines.strip().replace('"\n"', "")[1:-1]
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), text)
