"""A protocol as JSON, complete, and back: ``json_to_protocol(protocol_to_json(p))`` equals it.

The shape is in :mod:`~protocolkit.exchange.protocol_shape`, its schema is published as
``templates/schemas/protocol.schema.json``. Places in files do not travel.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.base.formats import PROTOCOL, Format, format_problem
from protocolkit.base.location import Location
from protocolkit.base.objects import Object
from protocolkit.base.problems import Problem, problem
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.exchange import codes
from protocolkit.exchange.consistency import check_consistency
from protocolkit.exchange.json_reader import AN_OBJECT, JsonReader, parse_json
from protocolkit.exchange.protocol_shape import protocol_shapes
from protocolkit.exchange.shapes import Field, Items, Named, Record, Shape, Text
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.writer import write_protocol

_CODE = "fingerprint"
SCHEMA_ID = f"urn:protocolkit:schema:protocol:{PROTOCOL.version}"


@dataclass(frozen=True, slots=True)
class JsonReading:
    """A protocol as read from JSON, or None with the problems that say why."""

    protocol: Protocol | None
    problems: tuple[Problem, ...]


def protocol_to_json(protocol: Protocol, *, indent: int | None = 1, with_code: bool = True) -> str:
    """Return a protocol as JSON text; on one line when ``indent`` is None.

    ``with_code`` gives the whole check code of its text; who reads it works that out anew.
    """
    content = protocol_content(protocol)
    code: Object = {_CODE: protocol_fingerprint(protocol)} if with_code else {}
    text = json.dumps({**content, **code}, ensure_ascii=False, indent=indent)
    return f"{text}\n"


def protocol_content(protocol: Protocol) -> Object:
    """Return a protocol as what JSON holds: every key, empty or not, in one order."""
    head = {"$schema": SCHEMA_ID, **PROTOCOL.head()}
    return {**head, **_record(_root(), protocol)}


def json_to_protocol(text: str, name: str = "") -> JsonReading:
    """Read a protocol from JSON text; ``name`` is how messages call the file. Never raises.

    Wrong content is collected as problems with their paths, and then there is no protocol.
    """
    report = Report(name)
    content = parse_json(text, report)
    protocol = None if report.problems else content_to_protocol(content, report)
    if protocol is None:
        return JsonReading(None, tuple(report.problems))
    return JsonReading(replace(protocol, location=Location(name)), ())


def json_format_problem(
    form: Format, content: Mapping[str, object], location: Location
) -> Problem | None:
    """Return why JSON is not in a format that can be read here, None when it is.

    JSON of a format that says no version is of version 1.
    """
    version = content.get("version", 1)
    is_number = isinstance(version, int) and not isinstance(version, bool) and version > 0
    if content.get("format") == form.full_name and is_number:
        return format_problem(form, str(version), location)
    found = f"{content.get('format', '')} {content.get('version', '')}".strip()
    shown = found.encode("utf-8", "backslashreplace").decode()[:40]
    return problem(codes.JSON_VERSION, location, known=str(form.version), found=shown)


def content_to_protocol(content: object, report: Report) -> Protocol | None:
    """Return the protocol that parsed JSON stands for, or None with problems in ``report``."""
    protocol = _protocol(content, report)
    if protocol is not None:
        check_consistency(protocol, report)
    return None if report.problems else protocol


def protocol_to_markdown(protocol: Protocol) -> tuple[str, tuple[Problem, ...]]:
    """Return the protocol file's text, and a problem when it would not read back the same."""
    text = write_protocol(protocol)
    again = read_protocol_text(text, subject=protocol.subject, slug=protocol.slug).protocol
    place = first_difference(protocol_content(protocol), protocol_content(again))
    report = Report(protocol.location.path)
    if place:
        report.add(codes.JSON_NOT_MARKDOWN, place=place)
    return text, tuple(report.problems)


def first_difference(left: object, right: object, place: str = "") -> str:
    """Return the path of the first value that differs between two contents of JSON, or ``""``."""
    if isinstance(left, dict) and isinstance(right, dict) and left.keys() == right.keys():
        pairs = [(f"{place}.{key}".lstrip("."), left[key], right[key]) for key in left]
    elif isinstance(left, list) and isinstance(right, list):
        numbered = enumerate(zip(left, right, strict=False))
        pairs = [(f"{place}[{number}]", one, other) for number, (one, other) in numbered]
        if len(left) != len(right):
            # What is the same at the start says nothing: the first that the other lacks differs.
            found = (first_difference(one, other, where) for where, one, other in pairs)
            lacking = f"{place}[{len(right)}]" if len(left) > len(right) else place or "."
            return next(filter(None, found), lacking)
    else:
        return "" if left == right else place or "."
    return next(filter(None, (first_difference(a, b, where) for where, a, b in pairs)), "")


def _protocol(content: object, report: Report) -> Protocol | None:
    if not isinstance(content, dict):
        report.add(codes.JSON_SHAPE, place=".", expected=AN_OBJECT)
        return None
    odd = json_format_problem(PROTOCOL, content, report.at(0))
    if odd is not None:
        report.problems.append(odd)
        return None
    reader = JsonReader(protocol_shapes(), report)
    made = reader.record(_root(), content, "", known=("$schema", "format", "version", _CODE))
    return made if isinstance(made, Protocol) and not report.problems else None


def _root() -> Record:
    found = protocol_shapes()["protocol"]
    assert isinstance(found, Record)
    return found


def _record(record: Record, value: object) -> Object:
    content: Object = {"type": record.tag} if record.tag else {}
    for field in record.fields:
        content[field.name] = _content(field.shape, _held(value, field))
    return content


def _held(value: object, field: Field) -> object:
    return getattr(value, field.name)


def _content(shape: Shape, value: object) -> object:
    if isinstance(shape, Items):
        assert isinstance(value, tuple)
        return [_content(shape.item, item) for item in value]
    if isinstance(shape, Named):
        return _record(_record_of(shape.name, value), value)
    if isinstance(shape, Text):
        return str(value)
    return value.value if isinstance(value, Enum) else value


def _record_of(name: str, value: object) -> Record:
    """Return the record that describes a value: a union's member by its class."""
    found = protocol_shapes()[name]
    if isinstance(found, Record):
        return found
    members = [protocol_shapes()[member] for member in found.records]
    return next(r for r in members if isinstance(r, Record) and isinstance(value, r.made))
