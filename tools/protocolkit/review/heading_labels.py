"""What the headings of a text call: by their own number, or by name before a clause's number."""

from __future__ import annotations

from collections import Counter

from protocolkit.document.model import Protocol
from protocolkit.document.outline import labels, placed_clauses, section_names, sections
from protocolkit.document.richtext import plain
from protocolkit.review.line_labels import numbered


class UnderHeadings:
    """The clauses with a number of several parts, each under the headings that it stands under."""

    def __init__(self, protocol: Protocol) -> None:
        self._clauses = _under_headings(protocol)

    def named(self, said: str) -> tuple[str, int]:
        """Return the clause of a line 'Bovenschools 4.1 ...', and where its name ends."""
        for number, (anchor, names) in self._clauses.items():
            for name in names:
                before, rest = said[: len(name) + 1], said[len(name) + 1 :].lstrip()
                is_name = before[:-1].casefold() == name.casefold() and before[-1:].isspace()
                if is_name and numbered(rest) == number:
                    return anchor, len(said) - len(rest) + len(number)
        return "", 0


def heading_numbers(protocol: Protocol) -> dict[str, str]:
    """Return the headings by their numbers, as these are printed; a number that repeats is none."""
    numbers = {one.anchor: one.marker.rstrip(".") for one in sections(protocol)}
    often = Counter(numbers.values())
    return {number: anchor for anchor, number in numbers.items() if number and often[number] == 1}


def _under_headings(protocol: Protocol) -> dict[str, tuple[str, frozenset[str]]]:
    """Return each clause with a number of several parts, and the names of the headings above it."""
    called, short = labels(protocol), section_names(protocol)
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for placed in placed_clauses(protocol):
        above = {plain(one.title).strip() for one in placed.sections}
        names = frozenset(filter(None, above | {short[one.anchor] for one in placed.sections}))
        found[called[placed.clause.anchor]] = placed.clause.anchor, names
    return found
