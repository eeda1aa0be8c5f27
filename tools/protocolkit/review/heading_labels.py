"""What the headings of a text call: by their own number, or by name before a clause's number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from protocolkit.document.model import Protocol, Section
from protocolkit.document.outline import labels, placed_clauses, section_names, sections
from protocolkit.document.richtext import plain
from protocolkit.review.line_labels import numbered
from protocolkit.text.marker_ends import WORD_SEPARATOR, without_end

# '1:' or ', lid 1:' behind the name of a heading.
_MEMBER = re.compile(r",?\s+(?:lid\s+)?(\d{1,3}[a-z]?)\.?(?=:(?:\s|$))", re.IGNORECASE)


class PrintedHeadings:
    """The headings as they are printed, each behind its number: '3 Vervoer'."""

    def __init__(self, protocol: Protocol) -> None:
        held = [(_printed(one), one.anchor) for one in sections(protocol) if one.marker]
        often = Counter(printed for printed, _ in held)
        self._anchors = {printed: one for printed, one in held if printed and often[printed] == 1}

    def named(self, line: str) -> tuple[str, int]:
        """Return the heading that a line begins with, "" for none, and where its words end."""
        for printed, anchor in self._anchors.items():
            number, *words = printed
            said = r"\s+".join(map(re.escape, words))
            pattern = rf"\s*[-*•–]?\s*{re.escape(number)}\.?{WORD_SEPARATOR}\s+{said}(?![\w-])"
            if found := re.match(pattern, line, re.IGNORECASE):
                return anchor, found.end()
        return "", 0


def _printed(section: Section) -> tuple[str, ...]:
    """Return the number and the words of a heading, nothing of one without words."""
    words = plain(section.title).casefold().split()
    return (without_end(section.marker), *words) if words else ()


class UnderHeadings:
    """The clauses under the headings that they stand under, by the names of these and a number."""

    def __init__(self, protocol: Protocol) -> None:
        self._clauses = _under_headings(protocol)
        self._members = _members(protocol)

    def named(self, said: str) -> tuple[str, int]:
        """Return the clause of a line 'Bovenschools 4.1 ...', and where its name ends.

        'Bewaren 1: ...' is the clause with that number under a heading that is called so.
        """
        for number, (anchor, names) in self._clauses.items():
            for name in names:
                before, rest = said[: len(name) + 1], said[len(name) + 1 :].lstrip()
                is_name = before[:-1].casefold() == name.casefold() and before[-1:].isspace()
                if is_name and numbered(rest) == number:
                    return anchor, len(said) - len(rest) + len(number)
        for title, members in self._members.items():
            rest = said[len(title) :] if said.casefold().startswith(title) else ""
            member = _MEMBER.match(rest)
            if member and (found := members.get(member[1].casefold())):
                return found, len(title) + member.end()
        return "", 0


def heading_numbers(protocol: Protocol) -> dict[str, str]:
    """Return the headings by their numbers, as these are printed; a number that repeats is none."""
    numbers = {one.anchor: without_end(one.marker) for one in sections(protocol)}
    often = Counter(numbers.values())
    return {number: anchor for anchor, number in numbers.items() if number and often[number] == 1}


def _members(protocol: Protocol) -> Mapping[str, Mapping[str, str]]:
    """Return the clauses right under each heading by their numbers, for names of one heading."""
    titles = {one.anchor: plain(one.title).strip().casefold() for one in sections(protocol)}
    often = Counter(titles.values())
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for placed in placed_clauses(protocol):
        title = titles[placed.sections[-1].anchor] if placed.sections else ""
        if title and often[title] == 1:
            number = placed.clause.marker.strip("().").casefold()
            found[title][number].append(placed.clause.anchor)
    return {
        title: {number: own[0] for number, own in members.items() if len(own) == 1}
        for title, members in found.items()
    }


def _under_headings(protocol: Protocol) -> dict[str, tuple[str, frozenset[str]]]:
    """Return each clause with a number of several parts, and the names of the headings above it."""
    called, short = labels(protocol), section_names(protocol)
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for placed in placed_clauses(protocol):
        above = {plain(one.title).strip() for one in placed.sections}
        names = frozenset(filter(None, above | {short[one.anchor] for one in placed.sections}))
        found[called[placed.clause.anchor]] = placed.clause.anchor, names
    return found
