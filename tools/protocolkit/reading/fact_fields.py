"""A class of facts from YAML, each field as its type says; a new fact needs no code here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from protocolkit.document.declared_fact import About, declared
from protocolkit.document.facts import Evidence
from protocolkit.document.place import Place
from protocolkit.reading.yaml_text import YamlMapping

_Made = TypeVar("_Made")
_Read = Callable[[YamlMapping], object]
_LINE = "line"


def read_record(made: type[_Made], found: YamlMapping, **given: object) -> _Made:
    """Return a class of facts with what stands in a mapping.

    What is ``given`` was read before. A field that is not there gets its default, and a choice
    without a default its first value. Keys that are no field are reported.
    """
    readers = {name: read for name, read in _readers(made).items() if name not in given}
    values = {name: read(found) for name, read in readers.items()}
    found.close()
    return made(**values, **given)


def _readers(made: type) -> dict[str, _Read]:
    return _known_readers(made)


@cache
def _known_readers(made: type) -> dict[str, _Read]:
    hints, known = get_type_hints(made), declared(made)
    return {
        own.name: _reader(own, hints[own.name], known[own.name]) if own.name in known else _line
        for own in dataclasses.fields(made)
        if own.name in known or own.name == _LINE
    }


def _line(found: YamlMapping) -> int:
    """Return where it all stands; nobody types that. What is worked out later is not read."""
    return found.line


def _reader(own: Field[Any], hint: Any, about: About) -> _Read:
    name, default = own.name, own.default
    if get_origin(hint) in (tuple, Mapping):
        return _reader_of_several(name, hint)
    if issubclass(hint, Enum):
        first: Enum = next(iter(hint)) if default is MISSING else default
        return lambda found: found.choice(name, first)
    if hint is bool:
        return lambda found: found.flag(name, default=default is True)
    if hint is Place:
        return lambda found: Place.parse(found.text(name))
    if hint is str:
        return lambda found: found.date(name) if about.is_date else found.text(name)
    return lambda found: read_record(hint, found.mapping(name))


def _reader_of_several(name: str, hint: Any) -> _Read:
    if get_origin(hint) is Mapping:
        return lambda found: _texts_by_name(found.mapping(name))
    (item, *_) = get_args(hint)
    if item is str:
        return lambda found: found.texts(name)
    if item is Evidence:
        return lambda found: _evidence(found.mapping(name))
    return lambda found: tuple(read_record(item, one) for one in found.mappings(name))


def _texts_by_name(found: YamlMapping) -> dict[str, str]:
    return {key: found.text(key).strip() for key in found.names()}


def _evidence(found: YamlMapping) -> tuple[Evidence, ...]:
    return tuple(Evidence(fact=key, words=found.text(key)) for key in found.names())
