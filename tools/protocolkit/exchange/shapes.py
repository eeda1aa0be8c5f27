"""Shapes of JSON, made from our own dataclasses: what is written, what may be read, the schema.

One declaration serves all three, so that they cannot disagree. A field that does not count for
equality (a location) does not travel. This module knows types, and nothing of protocols.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from protocolkit.base.objects import Object

JsonSchema = Object


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A string; ``pattern`` and ``longest`` limit it, ``form`` says in words what it must be.

    ``parse`` makes the value that such a text stands for, which :func:`str` prints again; without
    it the text is the value.
    """

    pattern: str = ""
    longest: int = 0
    form: str = ""
    parse: Callable[[str], object] | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A whole number between two bounds."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of an enumeration."""

    members: type[Enum]


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list of at least ``least`` values of one shape."""

    item: Shape
    least: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """The record or union of this name, so that shapes may hold themselves."""

    name: str


Shape = Text | Flag | Count | Choice | Items | Named

_LEAVES: Mapping[object, Shape] = {str: Text(), bool: Flag(), int: Count(least=0, most=1_000_000)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A key of a record; ``default`` stands in when an optional one is absent."""

    name: str
    shape: Shape
    is_required: bool
    default: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An object of JSON that is a value of ``made``; ``tag`` is its 'type' inside a union."""

    name: str
    made: type
    fields: tuple[Field, ...]
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """One of several records, told apart by their 'type'."""

    name: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How types become shapes: names of unions, tags of their members, limits of some fields.

    Unions are known by the set of their members; limits by ``Class.field``. ``printed`` are the
    classes whose values travel as a text.
    """

    unions: Mapping[frozenset[type], str]
    tags: Mapping[type, str]
    limits: Mapping[str, Shape]
    travels_too: frozenset[str] = frozenset()
    printed: Mapping[type, Text] = field(default_factory=dict)


Shapes = Mapping[str, Record | Variety]


def shapes_of(root: type, plan: Plan) -> Shapes:
    """Return every record and union that a dataclass holds, by name, itself first."""
    found: dict[str, Record | Variety] = {}
    _register(root, plan, found)
    return found


def record_name(made: type) -> str:
    """Return the name of a dataclass's record: ``PointList`` is ``point-list``."""
    name = made.__name__
    return "".join(f"-{c.lower()}" if c.isupper() and n else c.lower() for n, c in enumerate(name))


def _register(made: type, plan: Plan, found: dict[str, Record | Variety]) -> Named:
    name = record_name(made)
    if name not in found:
        # Known before its fields are looked at, since these may lead back to it.
        found[name] = Record(name=name, made=made, fields=())
        fields = tuple(_fields(made, plan, found))
        found[name] = Record(name=name, made=made, fields=fields, tag=plan.tags.get(made, ""))
    return Named(name)


def _fields(made: type, plan: Plan, found: dict[str, Record | Variety]) -> Iterable[Field]:
    hints = get_type_hints(made)
    for own in dataclasses.fields(made):
        path = f"{made.__name__}.{own.name}"
        if not own.compare and path not in plan.travels_too:
            continue
        # Looked at even where a limit replaces it, so that what it holds is known.
        shape = _shape(hints[own.name], plan, found)
        shape = plan.limits.get(path, shape)
        required = own.default is dataclasses.MISSING
        default = None if required else own.default
        yield Field(name=own.name, shape=shape, is_required=required, default=default)


def _shape(hint: Any, plan: Plan, found: dict[str, Record | Variety]) -> Shape:
    if get_origin(hint) is tuple:
        return Items(item=_shape(get_args(hint)[0], plan, found))
    if get_origin(hint) in (Union, types.UnionType):
        return _union(get_args(hint), plan, found)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Choice(hint)
    if hint in plan.printed:
        return plan.printed[hint]
    if hint in _LEAVES:
        return _LEAVES[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _register(hint, plan, found)
    raise TypeError(f"no shape for {hint}")


def _union(members: tuple[type, ...], plan: Plan, found: dict[str, Record | Variety]) -> Named:
    name = plan.unions[frozenset(members)]
    if untagged := [made.__name__ for made in members if made not in plan.tags]:
        raise TypeError(f"no tag tells these apart from the others: {', '.join(untagged)}")
    if name not in found:
        found[name] = Variety(name=name, records=tuple(record_name(made) for made in members))
        for made in members:
            _register(made, plan, found)
    return Named(name)
