"""The schema of a protocol as JSON, made from its shapes (JSON Schema, draft 2020-12)."""

from __future__ import annotations

from protocolkit.base.formats import PROTOCOL
from protocolkit.base.messages import Translate
from protocolkit.exchange.descriptions import DESCRIPTIONS
from protocolkit.exchange.protocol_json import SCHEMA_ID
from protocolkit.exchange.protocol_shape import protocol_shapes
from protocolkit.exchange.shapes import (
    Choice,
    Count,
    Flag,
    Items,
    JsonSchema,
    Named,
    Record,
    Shape,
    Text,
    Variety,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def protocol_schema(translate: Translate) -> JsonSchema:
    """Return the schema of a protocol as JSON; descriptions are in the reader's language."""
    definitions = {name: _defined(found, translate) for name, found in protocol_shapes().items()}
    root = definitions.pop("protocol")
    properties = root["properties"]
    required = root["required"]
    assert isinstance(properties, dict)
    assert isinstance(required, list)
    head: JsonSchema = {
        "$schema": {"type": "string"},
        "format": {
            "const": PROTOCOL.full_name,
            "description": translate(DESCRIPTIONS["protocol.format"]),
        },
        "version": {
            "const": PROTOCOL.version,
            "description": translate(DESCRIPTIONS["protocol.version"]),
        },
    }
    code: JsonSchema = {
        "type": "string",
        "description": translate(DESCRIPTIONS["protocol.fingerprint"]),
    }
    return {
        "$schema": DIALECT,
        "$id": SCHEMA_ID,
        "title": translate(DESCRIPTIONS["Protocol"]),
        "type": "object",
        "properties": {**head, **properties, "fingerprint": code},
        "required": ["format", "version", *required],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _defined(found: Record | Variety, translate: Translate) -> JsonSchema:
    if isinstance(found, Variety):
        return {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in found.records]}
    properties: JsonSchema = {"type": {"const": found.tag}} if found.tag else {}
    for field in found.fields:
        text = DESCRIPTIONS[f"{found.made.__name__}.{field.name}"]
        properties[field.name] = {**shape_schema(field.shape), "description": translate(text)}
    required = [field.name for field in found.fields if field.is_required]
    return {
        "type": "object",
        "properties": properties,
        "required": ["type", *required] if found.tag else required,
        "additionalProperties": False,
    }


def shape_schema(shape: Shape) -> JsonSchema:
    """Return the schema of one shape."""
    match shape:
        case Named(name):
            return {"$ref": f"#/$defs/{name}"}
        case Items(item=item, least=least):
            limit: JsonSchema = {"minItems": least} if least else {}
            return {"type": "array", "items": shape_schema(item), **limit}
        case Choice(members):
            return {"enum": [member.value for member in members]}
        case Flag():
            return {"type": "boolean"}
        case Count(least=least, most=most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case Text(pattern=pattern, longest=longest):
            limits: JsonSchema = {"pattern": pattern} if pattern else {}
            if longest:
                limits["maxLength"] = longest
            return {"type": "string", **limits}
