"""What earlier runs worked out piece by piece, so that an edit has only its own pieces made again.

Each piece has a key of its own: all that it was made from, besides what the cache knows of itself.
A piece that a run does not ask for is forgotten when the run is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

from protocolkit.base.cache import Cache
from protocolkit.base.cache_origin import digest

_Piece = TypeVar("_Piece")
_Key = str | tuple[str, ...]
_NOTHING = object()


class Earlier(Generic[_Piece]):
    """The pieces of one kind under one name; ``around`` is what all of them depend on.

    A piece has a key of one text or several, whose order counts.
    Reading and writing wait until a piece is asked for, since most runs need none.
    """

    def __init__(self, cache: Cache, kind: str, name: str, around: str = "") -> None:
        self._cache, self._kind, self._name, self._around = cache, kind, name, around
        self._before: dict[_Key, _Piece] | None = None
        self._now: dict[_Key, _Piece] = {}
        self._is_new = False

    def of(self, key: _Key, make: Callable[[], _Piece]) -> _Piece:
        """Return the piece that was made from what ``key`` says, or make it."""
        found = self._now.get(key, _NOTHING)
        if found is _NOTHING:
            found = self._kept().get(key, _NOTHING)
            if found is _NOTHING:
                found, self._is_new = make(), True
            self._now[key] = cast("_Piece", found)
        return cast("_Piece", found)

    def has(self, key: _Key) -> bool:
        """Tell whether the piece that is made from what ``key`` says is there."""
        return key in self._now or key in self._kept()

    def keep(self) -> None:
        """Keep what was asked for, and nothing older."""
        if self._is_new or (self._before is not None and len(self._now) < len(self._before)):
            self._cache.write(self._kind, self._name, self._around, self._now)

    def _kept(self) -> dict[_Key, _Piece]:
        if self._before is None:
            kept = self._cache.read(self._kind, self._name, self._around)
            self._before = cast("dict[_Key, _Piece]", kept) if isinstance(kept, dict) else {}
        return self._before


class Digests:
    """What values are known by: one digest of all that is in each, worked out once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, value: object, parts: Callable[[Any], object] = lambda value: value) -> str:
        """Return what a value is known by: ``parts`` of it are what counts.

        The value is held, so that nothing else gets its id.
        """
        if id(value) not in self._known:
            self._known[id(value)] = value, digest(repr(parts(value)))
        return self._known[id(value)][1]
