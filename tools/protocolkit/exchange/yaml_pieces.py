"""Pieces of a schema for files that people type in YAML, as lenient as our own reader.

Every value may stay empty; a text may look like a number (``version: 1.10``); a list of one may
be that one.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from protocolkit.base.formats import Format
from protocolkit.base.messages import Translate
from protocolkit.document.model import ANCHOR
from protocolkit.exchange.descriptions import DESCRIPTIONS
from protocolkit.exchange.protocol_shape import DATE
from protocolkit.exchange.shapes import JsonSchema

_FLAG_WORDS = ["true", "false", "ja", "nee", "yes", "no"]
_SCALAR: list[str] = ["string", "number", "boolean", "null"]
_SLUG = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"


def text() -> JsonSchema:
    """Allow any scalar."""
    return {"type": _SCALAR}


def date() -> JsonSchema:
    """Allow a whole or partial ISO date; a bare year is a number to YAML."""
    dated: JsonSchema = {"type": "string", "pattern": DATE}
    year: JsonSchema = {"type": "integer", "minimum": 1000, "maximum": 9999}
    return {"anyOf": [dated, year, {"type": "null"}]}


def version(form: Format) -> JsonSchema:
    """Allow the versions of a format that can be read."""
    known = range(1, form.version + 1)
    return {"enum": [*known, *map(str, known), None]}


def flag() -> JsonSchema:
    """Allow true or false, in English or Dutch."""
    return {"anyOf": [{"type": "boolean"}, {"enum": [*_FLAG_WORDS, None]}]}


def choice(members: Iterable[Enum]) -> JsonSchema:
    """Allow a value of an enumeration."""
    return {"enum": [*(member.value for member in members), None]}


def listed(item: JsonSchema) -> JsonSchema:
    """Allow a list."""
    return {"anyOf": [{"type": "array", "items": item}, {"type": "null"}]}


def texts() -> JsonSchema:
    """Allow a list of scalars, or one scalar."""
    return {"anyOf": [{"type": "array", "items": text()}, text()]}


def anchors_by_organisation() -> JsonSchema:
    """Allow organisations by their slug, each with the anchors of its clauses."""
    anchor: JsonSchema = {"type": "string", "pattern": ANCHOR.pattern}
    anchors: JsonSchema = {"anyOf": [{"type": "array", "items": anchor}, anchor, {"type": "null"}]}
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": _SLUG},
        "additionalProperties": anchors,
    }


def texts_by_name() -> JsonSchema:
    """Allow texts by a name of the writer's own."""
    return {"type": ["object", "null"], "additionalProperties": text()}


def mapping(
    owner: str,
    properties: dict[str, JsonSchema],
    translate: Translate,
    required: tuple[str, ...] = (),
) -> JsonSchema:
    """Allow an object with these keys and no others, each described as ``owner.key``."""
    described = {
        key: {"description": translate(DESCRIPTIONS[f"{owner}.{key}"]), **found}
        for key, found in properties.items()
    }
    limits: JsonSchema = {"required": list(required)} if required else {}
    return {
        "type": "object" if required else ["object", "null"],
        "properties": described,
        **limits,
        "additionalProperties": False,
    }
