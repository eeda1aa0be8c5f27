"""The schema of what ``protocol compare --format json`` prints.

Open: a later version may say more, and a program that reads it should not mind.
"""

from __future__ import annotations

from protocolkit.base.formats import CHANGES
from protocolkit.base.messages import Translate
from protocolkit.changes.change_set import ChangeKind
from protocolkit.changes.units import ItemKind
from protocolkit.exchange.descriptions import DESCRIPTIONS
from protocolkit.exchange.protocol_schema import DIALECT
from protocolkit.exchange.shapes import JsonSchema

_TEXT: JsonSchema = {"type": "string"}
_COUNT: JsonSchema = {"type": "integer", "minimum": 0}
_FLAG: JsonSchema = {"type": "boolean"}
_ANCHORS: JsonSchema = {"type": "array", "items": _TEXT}


def changes_schema(translate: Translate) -> JsonSchema:
    """Return the schema of a change set as JSON."""
    version = _object({"path": _TEXT, "fingerprint": _TEXT}, translate)
    fact = _object(dict.fromkeys(("fact", "anchor", "old", "new"), _TEXT), translate, "fact.")
    kinds: dict[str, JsonSchema] = {kind.value: _COUNT for kind in ChangeKind}
    whole = _object(
        {
            "format": {"const": CHANGES.full_name},
            "version": {"const": CHANGES.version},
            "old": version,
            "new": version,
            "changes": {"type": "array", "items": _change(translate)},
            "facts": {"type": "array", "items": fact},
            "counts": _object(
                {**kinds, "removed_words": _COUNT, "added_words": _COUNT}, translate, "counts."
            ),
        },
        translate,
    )
    return {
        "$schema": DIALECT,
        "$id": f"urn:protocolkit:schema:changes:{CHANGES.version}",
        "title": translate(DESCRIPTIONS["changes"]),
        **whole,
    }


def _change(translate: Translate) -> JsonSchema:
    piece = _object({"old": _TEXT, "new": _TEXT}, translate, "piece.")
    marks = _object({"consequential": _FLAG, "moved": _FLAG}, translate, "piece.")
    properties, others = piece["properties"], marks["properties"]
    assert isinstance(properties, dict)
    assert isinstance(others, dict)
    piece["properties"] = properties | others
    return _object(
        {
            "kind": {"enum": [kind.value for kind in ChangeKind]},
            "part": {"enum": [kind.value for kind in ItemKind]},
            "old": _ANCHORS,
            "new": _ANCHORS,
            "old_label": _TEXT,
            "new_label": _TEXT,
            "moved": _FLAG,
            "refilled": _FLAG,
            "removed_words": _COUNT,
            "added_words": _COUNT,
            "pieces": {"type": "array", "items": piece},
        },
        translate,
        "change.",
    )


def _object(properties: dict[str, JsonSchema], translate: Translate, under: str = "") -> JsonSchema:
    """Return an object in which all these keys stand, and perhaps more."""
    described = {
        key: {**found, "description": translate(_said(key, under))}
        for key, found in properties.items()
    }
    return {"type": "object", "properties": described, "required": list(properties)}


def _said(key: str, under: str) -> str:
    found = DESCRIPTIONS.get(f"changes.{under}{key}")
    return found or DESCRIPTIONS["changes.counts.kind"]
