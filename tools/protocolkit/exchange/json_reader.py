"""JSON to values of our dataclasses by their shapes; what is wrong comes out with its path.

Reading never raises on odd content: not on half characters, nor on brackets without end.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import cast

from protocolkit.base.messages import mark
from protocolkit.base.objects import Object
from protocolkit.exchange import codes
from protocolkit.exchange.shapes import (
    Choice,
    Count,
    Field,
    Flag,
    Items,
    Named,
    Record,
    Shape,
    Shapes,
    Text,
    Variety,
)
from protocolkit.reading.found_problems import Report

A_TEXT = mark("a text")
A_FLAG = mark("true or false")
A_LIST = mark("a list")
AN_OBJECT = mark("an object")
A_FILLED_LIST = mark("a list that is not empty")
A_LEVEL = mark("a whole number from 2 to 6")

DEEPEST = 60
"""How many lists and objects may stand inside each other; a protocol has about ten."""

_MOST_PROBLEMS = 50
_SHOWN = 60
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def parse_json(text: str, report: Report) -> object:
    """Return what a JSON text holds, or None with a problem in ``report``."""

    def unique(pairs: list[tuple[str, object]]) -> Object:
        found: Object = {}
        for key, value in pairs:
            if key in found:
                report.add(codes.JSON_DUPLICATE_KEY, key=_shown(key))
            found[key] = value
        return found

    if line := _too_deep(text):
        report.add(codes.JSON_TOO_DEEP, line)
        return None
    try:
        content: object = json.loads(text, object_pairs_hook=unique, parse_constant=_no_constant)
    except json.JSONDecodeError as reason:
        report.add(codes.JSON_SYNTAX, reason.lineno)
        return None
    except ValueError:
        # A number without end, or NaN: neither is in a protocol, and only the first has no line.
        report.add(codes.JSON_SYNTAX)
        return None
    return content


@dataclass(frozen=True, slots=True)
class JsonReader:
    """Reads values of one document; problems go to ``report``, after fifty it stops."""

    shapes: Shapes
    report: Report

    def read(self, shape: Shape, value: object, place: str) -> object:
        """Return the value that JSON stands for; with a problem in the report it means nothing."""
        if len(self.report.problems) >= _MOST_PROBLEMS:
            return None
        match shape:
            case Named(name):
                return self._named(name, value, place)
            case Items():
                return self._items(shape, value, place)
            case Choice(members):
                return self._choice(members, value, place)
            case Text():
                return self._text(shape, value, place)
            case Flag():
                is_right, expected = isinstance(value, bool), A_FLAG
            case Count(least=least, most=most):
                is_number = isinstance(value, int) and not isinstance(value, bool)
                is_right, expected = is_number and least <= cast("int", value) <= most, A_LEVEL
        return value if is_right else self._wrong(place, expected)

    def _named(self, name: str, value: object, place: str) -> object:
        found = self.shapes[name]
        if not isinstance(value, dict):
            return self._wrong(place, AN_OBJECT)
        if isinstance(found, Record):
            return self.record(found, value, place, known=("type",) if found.tag else ())
        return self._variety(found, value, place)

    def _variety(self, variety: Variety, value: Object, place: str) -> object:
        records = [self.shapes[name] for name in variety.records]
        by_tag = {found.tag: found for found in records if isinstance(found, Record)}
        if "type" not in value:
            self.report.add(codes.JSON_MISSING, place=place, key="type")
            return None
        tag = value["type"]
        if not isinstance(tag, str) or tag not in by_tag:
            self._not_among(tag, tuple(by_tag), f"{place}.type")
            return None
        return self.record(by_tag[tag], value, place, known=("type",))

    def record(
        self, record: Record, value: Object, place: str, known: tuple[str, ...] = ()
    ) -> object:
        """Return a record's value; ``known`` keys are those that the caller has looked at."""
        names = (*known, *(field.name for field in record.fields))
        for key in value:
            if key not in names:
                self.report.add(
                    codes.JSON_UNKNOWN_KEY,
                    place=place or ".",
                    key=_shown(key),
                    known=", ".join(names),
                )
        made = {field.name: self._field(field, value, place) for field in record.fields}
        return record.made(**made)

    def _field(self, field: Field, value: Object, place: str) -> object:
        if field.name in value:
            return self.read(field.shape, value[field.name], f"{place}.{field.name}".lstrip("."))
        if field.is_required:
            self.report.add(codes.JSON_MISSING, place=place or ".", key=field.name)
        return field.default

    def _items(self, shape: Items, value: object, place: str) -> object:
        if not isinstance(value, list):
            self._wrong(place, A_LIST)
            return ()
        if len(value) < shape.least:
            self._wrong(place, A_FILLED_LIST)
        return tuple(
            self.read(shape.item, item, f"{place}[{number}]") for number, item in enumerate(value)
        )

    def _choice(self, members: type[Enum], value: object, place: str) -> object:
        known = {str(member.value): member for member in members}
        if isinstance(value, str) and value in known:
            return known[value]
        return self._not_among(value, tuple(known), place)

    def _text(self, shape: Text, value: object, place: str) -> object:
        if not isinstance(value, str):
            return self._wrong(place, A_TEXT)
        if _HALF_CHARACTER.search(value):
            self.report.add(codes.JSON_CHARACTER, place=place)
        elif not _fits(shape, value):
            self._wrong(place, shape.form)
        return shape.parse(value) if shape.parse else value

    def _not_among(self, value: object, known: tuple[str, ...], place: str) -> object:
        shown = _shown(value if isinstance(value, str) else json.dumps(value))
        self.report.add(codes.JSON_CHOICE, value=shown, place=place, known=", ".join(known))
        return None

    def _wrong(self, place: str, expected: str) -> object:
        self.report.add(codes.JSON_SHAPE, place=place or ".", expected=expected)
        return None


def _too_deep(text: str) -> int:
    """Return the line on which brackets nest too deeply, or 0; brackets in strings are text."""
    depth = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', text, re.DOTALL):
        character = found[0]
        depth += (character in "[{") - (character in "]}")
        if depth > DEEPEST:
            return text.count("\n", 0, found.start()) + 1
    return 0


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _fits(shape: Text, value: str) -> bool:
    if shape.longest and len(value) > shape.longest:
        return False
    return not shape.pattern or bool(_compiled(shape.pattern).search(value))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of JSON Schema, whose '$' is the very end; Python's is not."""
    return re.compile(f"{pattern[:-1]}\\Z" if pattern.endswith("$") else pattern)


def _shown(text: str) -> str:
    """Return an author's text as a message shows it: short, and without half characters."""
    whole = text.encode("utf-8", "backslashreplace").decode()
    return whole if len(whole) <= _SHOWN else f"{whole[: _SHOWN - 1]}…"
