"""Values as bytes and back, where reading runs nothing, whoever wrote the bytes.

They are pickled, which keeps what is shared shared, but only data comes back: numbers, texts,
collections, and our own frozen dataclasses, enumerations and marked texts. Whatever else a pickle
names - a function, a class of a library - is refused before it is looked up.
"""

from __future__ import annotations

import dataclasses
import io
import pickle
import sys
from enum import Enum

_OURS = "protocolkit."


class NotPlainError(ValueError):
    """Bytes that hold something else than plain values, or nothing that can be read."""


def to_bytes(value: object) -> bytes:
    """Return a plain value as bytes."""
    return pickle.dumps(value, protocol=5)


def from_bytes(content: bytes) -> object:
    """Return the value that bytes hold; raise :class:`NotPlainError` for anything but data.

    The modules of its classes must be loaded already.
    """
    try:
        return _Reader(io.BytesIO(content)).load()
    # Damaged bytes raise nearly anything.
    except Exception as reason:
        raise NotPlainError(str(reason)) from reason


class _Reader(pickle.Unpickler):
    """An unpickler that knows our own kinds of values and nothing else."""

    def find_class(self, module: str, name: str) -> type:
        """Return a class of values of ours; ``module`` and ``name`` are what the bytes say."""
        loaded = sys.modules.get(module) if module.startswith(_OURS) else None
        found = vars(loaded).get(name) if loaded is not None else None
        if isinstance(found, type) and found.__module__ == module and _is_plain(found):
            return found
        raise NotPlainError(f"{module}.{name}")


def _is_plain(found: type) -> bool:
    """Tell whether making a value of a class does no more than hold what it is given."""
    if dataclasses.is_dataclass(found):
        is_frozen: bool = found.__dataclass_params__.frozen  # type: ignore[attr-defined]
        return is_frozen and not hasattr(found, "__post_init__")
    return issubclass(found, Enum | str)
