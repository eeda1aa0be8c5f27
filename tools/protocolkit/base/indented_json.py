"""JSON with a line for each value, as ``json.dumps`` writes it with ``indent=1``.

With an indent the library goes through Python for each sign between two values, of which a
comparison of many boards has millions. Here each value is one text at once.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any


class Written(str):
    """A value that is JSON in lines already, for the depth at which it stands."""

    __slots__ = ()


def indented_json(value: object, depth: int = 0) -> str:
    """Return a value as JSON in lines; every letter stays as it is, and keys are texts.

    ``depth`` is in how many others the value will stand.
    """
    return _written(value, "\n" + " " * depth)


def _written(value: Any, line: str) -> str:
    """Return a value as JSON; ``line`` is how each line of what it stands in begins."""
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int:
        return str(value)
    if kind is Written:
        return str(value)
    inner = f"{line} "
    if kind is dict and value:
        pairs = [f"{inner}{encode_basestring(k)}: {_written(v, inner)}" for k, v in value.items()]
        return f"{{{','.join(pairs)}{line}}}"
    if kind in (list, tuple) and value:
        return f"[{','.join([inner + _written(one, inner) for one in value])}{line}]"
    return json.dumps(value, ensure_ascii=False)
