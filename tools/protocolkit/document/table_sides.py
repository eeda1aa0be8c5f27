"""To which side the columns of a table are set, by what its cells say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from protocolkit.document.model import Flush


def told_flush(columns: Iterable[Flush]) -> tuple[Flush, ...]:
    """Return what a table says of its columns: nothing when all are set left."""
    found = tuple(columns)
    return found if set(found) - {Flush.LEFT} else ()


def common_flush(
    filled: Sequence[Sequence[bool]], sides: Sequence[Sequence[Flush]]
) -> tuple[Flush, ...]:
    """Return to which side each column is set: the one that all its cells with words have.

    The head of a table, its first row, has a say only where no other row has words.
    """
    found = []
    for column in range(len(filled[0])):
        own = [
            side[column] if side else Flush.LEFT
            for row, side in zip(filled, sides, strict=True)
            if row[column] and (not side or column < len(side))
        ]
        told = set(own[1:] if filled[0][column] and len(own) > 1 else own)
        found.append(told.pop() if len(told) == 1 else Flush.LEFT)
    return told_flush(found)
