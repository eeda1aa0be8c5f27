"""Values as bytes and back, where reading runs nothing, whoever wrote the bytes.

They are pickled, which keeps what is shared shared, but only data comes back: numbers, texts,
collections, and our own frozen dataclasses, enumerations and marked texts. Whatever else a pickle
names - a function, a class of a library - is refused before it is looked up.
"""

from __future__ import annotations

import copyreg
import dataclasses
import io
import operator
import pickle
import sys
from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from typing import Any

_OURS = "protocolkit."
# Of so many fields or more one look gives all at once.
_SEVERAL = 2


class NotPlainError(ValueError):
    """Bytes that hold something else than plain values, or nothing that can be read."""


def to_bytes(value: object) -> bytes:
    """Return a plain value as bytes."""
    made = io.BytesIO()
    _Writer(made, protocol=5).dump(value)
    return made.getvalue()


def from_bytes(content: bytes) -> object:
    """Return the value that bytes hold; raise :class:`NotPlainError` for anything but data.

    The modules of its classes must be loaded already.
    """
    try:
        return _Reader(io.BytesIO(content)).load()
    # Damaged bytes raise nearly anything.
    except Exception as reason:
        raise NotPlainError(str(reason)) from reason


class _Writer(pickle.Pickler):
    """A pickler that asks what is in a value once for all values of its class.

    What it writes any unpickler reads; the library's own looks up the fields of each value anew,
    which takes longer than all the rest.
    """

    def reducer_override(self, value: Any) -> Any:
        """Return how a frozen dataclass with slots is made again; the library knows all others.

        Of a member of an Enum some releases of Python write a call of ``getattr`` (3.11.2), which
        no reader of ours may make; it is made again from its value, as the others write it.
        """
        if isinstance(value, Enum):
            return type(value), (value.value,)
        contents = _contents_of(type(value))  # type: ignore[arg-type]
        if contents is None:
            return NotImplemented
        return copyreg.__newobj__, (type(value),), contents(value)  # type: ignore[attr-defined]


@cache
def _contents_of(kind: type) -> Callable[[object], Sequence[object]] | None:
    """Return what gives the fields of a value of this class, as its ``__setstate__`` takes them."""
    if not dataclasses.is_dataclass(kind) or "__slots__" not in vars(kind):
        return None
    if not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        return None
    names = tuple(field.name for field in dataclasses.fields(kind))
    if len(names) < _SEVERAL:
        return lambda value: [getattr(value, name) for name in names]
    return operator.attrgetter(*names)


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
