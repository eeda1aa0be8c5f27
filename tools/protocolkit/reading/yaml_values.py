"""Values as YAML text: how :mod:`~protocolkit.reading.yaml_edit` prints what it adds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PLAIN = re.compile(r"^[a-z][a-z0-9_]*(?:[-#.][a-z0-9]+)*$")
_READ_AS_OTHER = frozenset("true false yes no on off null y n ja nee".split())


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a remark, printed behind its key where a remark can stand."""

    value: Value
    note: str


@dataclass(frozen=True, slots=True)
class Inside:
    """Additions to items of a list that are there, by their place (from 0)."""

    items: Mapping[int, Value]


Value = str | bool | Noted | Inside | Mapping[str, "Value"] | Sequence["Value"]


class NotEditableError(ValueError):
    """The file is written in a way that cannot be edited safely."""


def block(values: Mapping[str, Value], column: int) -> list[str]:
    """Return the lines of a mapping in block style, its keys at a column."""
    lines: list[str] = []
    for name, value in values.items():
        note = f"  # {_one_line(value.note)}" if isinstance(value, Noted) else ""
        bare = value.value if isinstance(value, Noted) else value
        head = f"{' ' * column}{_scalar(name)}:"
        if _is_short(bare):
            lines.append(f"{head} {flow(bare)}{note}")
        else:
            lines.append(f"{head}{note}")
            lines += block_inner(bare, column + 2)
    return lines


def block_inner(value: Value, column: int) -> list[str]:
    """Return the lines of a mapping or list that stands under a key."""
    if isinstance(value, Mapping):
        return block(value, column)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return block_items(value, column)
    raise NotEditableError


def block_items(values: Sequence[Value], column: int) -> list[str]:
    """Return the lines of a list in block style, its dashes at a column."""
    lines: list[str] = []
    for value in values:
        if isinstance(value, Mapping):
            inner = block(value, column + 2)
            lines.append(f"{' ' * column}- {inner[0].lstrip()}")
            lines += inner[1:]
        else:
            lines.append(f"{' ' * column}- {flow(value)}")
    return lines


def _is_short(value: Value) -> bool:
    """Whether a value fits behind its key: a text, or a list of texts."""
    return isinstance(value, str | bool) or (
        isinstance(value, Sequence) and all(isinstance(item, str) for item in value)
    )


def flow(value: Value) -> str:
    """Return a value on one line."""
    if isinstance(value, Noted):
        return flow(value.value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(flow_pair(*pair) for pair in value.items())}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(flow, value))}]"
    raise NotEditableError


def flow_pair(name: str, value: Value) -> str:
    """Return a key with its value on one line."""
    return f"{_scalar(name)}: {flow(value)}"


def _scalar(text: str) -> str:
    if _PLAIN.match(text) and text not in _READ_AS_OTHER:
        return text
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in shown)


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
