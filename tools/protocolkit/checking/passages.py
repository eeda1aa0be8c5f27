"""The pieces of text that rules look at: every paragraph, point and cell, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocolkit.base.location import Location
from protocolkit.base.problems import Code, Problem, problem
from protocolkit.base.told_once import told_once
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable, sections
from protocolkit.document.richtext import Link, RichText, plain, walk
from protocolkit.document.tree import placed_texts
from protocolkit.text.shortening import folded

_SENTENCE_END = re.compile(r"(?<=[.?!])[\"'’”)]*\s+(?=[\"'‘“„(]?[A-Z0-9])")
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One rich text of a clause, note or heading: its plain text, and where it stands.

    ``number`` counts the rich texts of its clause from 0; it is 0 for a heading.
    """

    text: str
    anchor: str
    location: Location
    rich: RichText
    number: int = 0
    is_heading: bool = False

    @property
    def has_link(self) -> bool:
        """Whether any of its words are a link."""
        return any(isinstance(inline, Link) for inline in walk(self.rich))

    def report(self, code: Code, **values: str) -> Problem:
        """Make a problem about this passage."""
        shown = {name: shorten(value) for name, value in values.items()}
        return problem(code, self.location, self.anchor, **shown)


@told_once
def passages(protocol: Protocol) -> tuple[Passage, ...]:
    """Return every piece of text of the clauses in reading order, then of the notes."""
    return tuple(
        Passage(
            text=plain(rich),
            anchor=item.anchor,
            location=replace(item.location, line=line) if line else item.location,
            rich=rich,
            number=number,
        )
        for item in addressable(protocol)
        for number, (rich, line) in enumerate(placed_texts(item.blocks))
    )


def headings(protocol: Protocol) -> Iterator[Passage]:
    """Yield the board's own title, then every heading."""
    if not protocol.facts.title_supplied:
        title = protocol.title
        yield Passage(
            text=plain(title), anchor="", location=protocol.location, rich=title, is_heading=True
        )
    for section in sections(protocol):
        yield Passage(
            text=plain(section.title),
            anchor=section.anchor,
            location=section.location,
            rich=section.title,
            is_heading=True,
        )


def sentences(text: str) -> list[str]:
    """Split a text into sentences: at a full stop before a capital, and at line breaks."""
    return [part for line in text.split("\n") for part in _SENTENCE_END.split(line) if part.strip()]


def shorten(text: str) -> str:
    """Return text as messages show it: spaces folded, and cut when long."""
    return folded(text, _SHOWN)
