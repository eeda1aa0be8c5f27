"""What the composer may know from an earlier build, so that only what changed is made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from protocolkit.base.cache import Cache
from protocolkit.base.cache_origin import digest
from protocolkit.base.earlier import Earlier
from protocolkit.checking.together import FindClashes, drafted_clashes
from protocolkit.site.composer.boards import MadeBoard, RememberBoard
from protocolkit.site.composer.clauses import Made, Remember
from protocolkit.site.engine.earlier_judgements import EarlierClashes

_Piece = TypeVar("_Piece")


def _anew(_parts: object, make: Callable[[], _Piece]) -> _Piece:
    return make()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Finds what does not go together, and remembers boards and fragments; by itself nothing."""

    find: FindClashes = drafted_clashes
    remember: Remember = _anew
    board: RememberBoard = _anew


NOTHING = Known()


class Kept:
    """What is kept of one subject; ``around`` is all that fragments depend on besides clauses."""

    def __init__(self, cache: Cache, subject: str, around: str) -> None:
        self._fragments: Earlier[Made] = Earlier(cache, "fragments", subject, around)
        self._boards: Earlier[MadeBoard] = Earlier(cache, "boards", subject, around)
        self.known = Known(
            find=EarlierClashes(cache, subject).of, remember=self._remember, board=self._board
        )

    def keep(self) -> None:
        """Keep what was asked, and nothing older."""
        self._fragments.keep()
        self._boards.keep()

    def _board(self, parts: object, make: Callable[[], MadeBoard]) -> MadeBoard:
        return self._boards.of(digest(repr(parts)), make)

    def _remember(self, parts: object, make: Callable[[], Made]) -> Made:
        return self._fragments.of(digest(repr(parts)), make)
