"""What somebody struck in a PDF with the line of a program: a change of the clause under it.

Where the struck words stand once in the clause, the change says what is left of it. Where that is
not certain, the struck words alone are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.review.remarks import ReturnedChange
from protocolkit.text.words import tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """Words under the line that one person drew; ``near`` is the clause before, without anchor."""

    anchor: str
    near: str
    words: str
    author: str
    date: str


def struck_changes(
    protocol: Protocol, struck: Sequence[Struck], file: str
) -> Iterator[ReturnedChange]:
    """Yield a change for each clause in which a person struck words."""
    lines = {
        item.anchor: [f"{unit.marker} {plain(unit.text)}".strip() for unit in item.units]
        for item in items_of(protocol)
        if item.anchor
    }
    for own in _by_person(struck):
        old = lines.get(own[0].anchor, [])
        left = _left(old, [one.words for one in own])
        if left is None:
            yield from (_change(one, one.words, "", file) for one in own)
        else:
            yield _change(own[0], "\n".join(old), "\n".join(left), file)


def _by_person(struck: Sequence[Struck]) -> Iterator[list[Struck]]:
    """Yield what each person struck in each clause, together."""
    found: dict[tuple[str, str], list[Struck]] = {}
    for one in struck:
        found.setdefault((one.anchor, one.author), []).append(one)
    yield from found.values()


def _left(lines: Sequence[str], struck: Sequence[str]) -> list[str] | None:
    """Return what is left of the lines of a clause, None where that is not certain."""
    left = list(lines)
    for words in struck:
        pattern = r"\s*".join(map(re.escape, words.split()))
        found = [
            (at, hit)
            for at, line in enumerate(left)
            for hit in (re.finditer(rf"(?<!\w){pattern}(?!\w)", line) if pattern else ())
        ]
        if len(found) != 1:
            return None
        [(at, hit)] = found
        rest = f"{left[at][: hit.start()].rstrip()} {left[at][hit.end() :].lstrip()}".strip()
        left[at] = re.sub(r"\s+(?=[.,;:?!)])", "", rest)
    return [line for line in left if tokens(line)]


def _change(struck: Struck, old: str, new: str, file: str) -> ReturnedChange:
    kind = ChangeKind.CHANGED if new or struck.words == old else ChangeKind.REMOVED
    return ReturnedChange(
        anchor=struck.anchor,
        kind=kind.value,
        old=old,
        new=new,
        near="" if struck.anchor else struck.near,
        author=struck.author,
        date=struck.date,
        tracked=True,
        file=file,
    ).as_told
