"""Which text of its board a school's words come from, as far as the check codes of clauses tell."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.document.adopted import BOARD_WIDE
from protocolkit.document.fingerprints import has_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.outline import addressable


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardTexts:
    """A board's protocol as it stands, and the versions of it that were kept.

    Where a school follows the text as it stands, nobody needs the versions: then ``kept`` is empty.
    """

    now: Protocol
    kept: tuple[Protocol, ...] = ()


def follows(school: Protocol, board: Protocol) -> bool:
    """Tell whether a school took over each clause of a text of its board, with these words.

    What the school changed by hand, or took out, counts as taken over. A clause whose words nobody
    kept a code of can be from any text.
    """
    given = {item.anchor: item for item in addressable(board)}
    entries = [one for one in school.facts.provenance if one.choice == BOARD_WIDE]
    for entry in entries:
        item = given.get(entry.source.anchor or entry.anchor)
        if entry.fingerprint and (item is None or not has_fingerprint(item, entry.fingerprint)):
            return False
    return {entry.source.anchor or entry.anchor for entry in entries} >= given.keys()


def source_texts(school: Protocol, board: BoardTexts) -> tuple[Protocol, ...]:
    """Return the texts of its board that a school follows: that as it stands, else kept ones."""
    if follows(school, board.now):
        return (board.now,)
    return tuple(one for one in board.kept if follows(school, one))
