"""The schema of ``matrix.json``, which a build writes for other programs.

Open: a later version may say more, and a program that reads it should not mind.
"""

from __future__ import annotations

from enum import Enum

from protocolkit.base.formats import MATRIX
from protocolkit.base.messages import Translate
from protocolkit.comparison.concordance import AnswerStanding, Audience
from protocolkit.comparison.matrix import Presence
from protocolkit.document.facts import Status
from protocolkit.document.model import Kind
from protocolkit.exchange.descriptions import DESCRIPTIONS
from protocolkit.exchange.protocol_schema import DIALECT
from protocolkit.exchange.shapes import JsonSchema

_TEXT: JsonSchema = {"type": "string"}


def matrix_schema(translate: Translate) -> JsonSchema:
    """Return the schema of the comparison as JSON."""
    whole = _object(
        {
            "format": {"const": MATRIX.full_name},
            "version": {"const": MATRIX.version},
            "subject": _TEXT,
            "title": _TEXT,
            "organisations": {"type": "array", "items": _organisation(translate)},
            "topics": {"type": "array", "items": _topic(translate)},
        },
        translate,
    )
    return {
        "$schema": DIALECT,
        "$id": f"urn:protocolkit:schema:matrix:{MATRIX.version}",
        "title": translate(DESCRIPTIONS["matrix"]),
        **whole,
    }


def _organisation(translate: Translate) -> JsonSchema:
    keys: dict[str, JsonSchema] = {
        "slug": _TEXT,
        "name": _TEXT,
        "year": {"type": "string", "pattern": r"^(?:\d{4})?$"},
        "status": _values(Status),
        "complete": {"type": "boolean"},
        "fingerprint": _TEXT,
        "url": _TEXT,
    }
    return _object(keys, translate)


def _topic(translate: Translate) -> JsonSchema:
    keys: dict[str, JsonSchema] = {
        "id": _TEXT,
        "title": _TEXT,
        "theme": _TEXT,
        "audience": _values(Audience),
        "kind": _values(Kind),
        "cells": {"type": "object", "additionalProperties": _cell(translate)},
    }
    return _object(keys, translate)


def _cell(translate: Translate) -> JsonSchema:
    clause = dict.fromkeys(("anchor", "label", "text", "url"), _TEXT)
    clauses = _object({**clause, "standing": _values(AnswerStanding)}, translate)
    keys: dict[str, JsonSchema] = {
        "presence": _values(Presence),
        "clauses": {"type": "array", "items": clauses},
    }
    return _object(keys, translate)


def _values(members: type[Enum]) -> JsonSchema:
    return {"enum": [member.value for member in members]}


def _object(properties: dict[str, JsonSchema], translate: Translate) -> JsonSchema:
    """Return an object in which all these keys stand, and perhaps more."""
    described = {
        key: {**found, "description": translate(_said(key, properties))}
        for key, found in properties.items()
    }
    return {"type": "object", "properties": described, "required": list(properties)}


def _said(key: str, properties: dict[str, JsonSchema]) -> str:
    if "theme" in properties and f"topic.{key}" in DESCRIPTIONS:
        return DESCRIPTIONS[f"topic.{key}"]
    return DESCRIPTIONS[f"matrix.{key}"]
