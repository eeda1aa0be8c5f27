"""Headings whose own words say how they are cited: 'Bijlage 2 Route' is bijlage 2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from protocolkit.document.model import Protocol, Section
from protocolkit.document.outline import sections
from protocolkit.document.richtext import plain
from protocolkit.text.heading_numbers import heading_number


def headings_by_number(protocol: Protocol) -> Mapping[tuple[str, str], Sequence[Section]]:
    """Return such headings by the word and the number of each; there may be two of a number."""
    found: dict[tuple[str, str], list[Section]] = {}
    for section in sections(protocol):
        if number := heading_number(plain(section.title)):
            found.setdefault((number.word, number.number), []).append(section)
    return found
