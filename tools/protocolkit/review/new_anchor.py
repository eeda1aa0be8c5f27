"""The anchor of a clause that a council added: named as those around it, and never used before.

A numbered one has its number at the end, in the way of the clause that is counted before
it; any other one is counted on from its neighbour, or from the heading above.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import count, product
from string import ascii_lowercase

from protocolkit.changes.units import Item, ItemKind
from protocolkit.document.model import ANCHOR_LENGTH
from protocolkit.reading.body import slug
from protocolkit.text.marker_ends import without_end

_OF_HEADING = re.compile(r"^(?:hs|par)-")
_TEXT, _OF_CLAUSE = "tekst", "art-"


def new_anchor(before: Sequence[Item], marker: str, used: Collection[str]) -> str:
    """Return an anchor for a clause with a marker, "" for none, behind the last of some items."""
    number = without_end(marker)
    names = (
        _numbered(_stem(before, is_in_parts="." in number), number)
        if number
        else _counted(_home(before))
    )
    return next(name for name in names if name not in used)


def _stem(before: Sequence[Item], *, is_in_parts: bool) -> str:
    """Return with what the anchors begin of the numbered clauses at the end of some items.

    A number of several parts counts through the whole text, one of a part under its heading.
    """
    for item in reversed(before):
        if item.kind is ItemKind.HEADING and is_in_parts:
            continue
        if item.kind is ItemKind.HEADING:
            return f"{_OF_HEADING.sub(_OF_CLAUSE, item.anchor)}-"
        number = without_end(item.marker)
        name = re.escape(number.replace(".", "-"))
        found = re.fullmatch(rf"(.*\D){name}[b-z]*", item.anchor) if number else None
        if found:
            return found[1]
    return _OF_CLAUSE if is_in_parts else f"{_TEXT}-"


def _home(before: Sequence[Item]) -> str:
    """Return with what the anchors begin of the clauses without a number at the end of items."""
    for item in reversed(before):
        if item.kind is ItemKind.HEADING:
            return item.anchor
        if not item.marker:
            return re.sub(r"-\d+$", "", item.anchor)
    return _TEXT


def _numbered(stem: str, number: str) -> Iterator[str]:
    """Yield the name with a number, then with a letter behind it: 'art-3-2', 'art-3-2b'."""
    for length in count():
        for letters in product(ascii_lowercase[1:], repeat=length):
            tail = f"{number}{''.join(letters)}"
            yield slug(f"{stem[: ANCHOR_LENGTH - len(tail)]}{tail}")


def _counted(home: str) -> Iterator[str]:
    """Yield the name with each number behind it: 'inleiding-1', 'inleiding-2'."""
    for number in count(1):
        tail = f"-{number}"
        yield slug(f"{home[: ANCHOR_LENGTH - len(tail)].rstrip('-')}{tail}")
