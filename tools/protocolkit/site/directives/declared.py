"""What a directive declares of itself, once: for Sphinx, the reference page, and its work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from protocolkit.base.messages import Translate
from protocolkit.site.engine.language import translate_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option of a directive: ``about`` says in English what it does, ``read`` what it takes.

    ``values`` are all that it can be, where those are few.
    """

    about: str
    read: Callable[[str | None], Any]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A directive on a page, when all protocols were read: what was typed, and where it stands."""

    app: Sphinx
    page: str
    argument: str
    options: Mapping[str, Any]

    @property
    def translate(self) -> Translate:
        """What turns words into the language of the site."""
        return translate_for(self.app.config)

    def names(self, option: str) -> tuple[str, ...]:
        """Return the names that an option lists, none where it was not typed."""
        found = self.options.get(option, ())
        return found if isinstance(found, tuple) else (found,)

    def wants(self, option: str, values: Iterable[str]) -> bool:
        """Tell whether one of these values is what an option asks for, if it asks for anything."""
        wanted = self.names(option)
        return not wanted or bool(set(wanted) & set(values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A directive: its name, what it does, its argument (``form``), its options, and its work."""

    name: str
    about: str
    form: str
    options: Mapping[str, Option]
    fill: Callable[[Asked], list[nodes.Node]]


class NotThereError(Exception):
    """A directive names something that the site does not have; ``known`` is what it has."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


class SameTextError(Exception):
    """A directive compares a text with itself; ``known`` are the kept versions that there are."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__()
        self.known = tuple(known)


def names(about: str) -> Option:
    """Return an option that lists names, with commas or spaces between."""

    def read(text: str | None) -> tuple[str, ...]:
        found = tuple((text or "").replace(",", " ").split())
        if not found:
            raise ValueError("a name is needed")
        return found

    return Option(about=about, read=read)


def one_of(about: str, values: Iterable[str]) -> Option:
    """Return an option that takes one of some values."""
    known = tuple(values)

    def read(text: str | None) -> str:
        found = (text or "").strip()
        if found not in known:
            raise ValueError(f"{found!r} is not possible; choose one of: {', '.join(known)}")
        return found

    return Option(about=about, read=read, values=known)


def name(about: str) -> Option:
    """Return an option that takes one name."""

    def read(text: str | None) -> str:
        found = (text or "").strip()
        if not found:
            raise ValueError("a name is needed")
        return found

    return Option(about=about, read=read)


def flag(about: str) -> Option:
    """Return an option that is there or not, and takes nothing."""

    def read(text: str | None) -> bool:
        if text and text.strip():
            raise ValueError("this option takes no value")
        return True

    return Option(about=about, read=read)
