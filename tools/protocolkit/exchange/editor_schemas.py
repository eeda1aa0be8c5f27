"""The schemas of what people type: settings of a protocol, topics, answers, choices, reasons.

Keys and choices come from the dataclasses and enumerations that the readers fill; a test
compares them with the keys that the readers themselves say they know.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import Enum
from typing import get_args, get_origin, get_type_hints

from protocolkit.base.formats import ANSWERS, CHOICES, FRONT_MATTER, KEY, REASONS, TOPICS, Format
from protocolkit.base.messages import Translate
from protocolkit.comparison.concordance import Audience
from protocolkit.document.declared_fact import declared
from protocolkit.document.facts import Evidence, Facts, Organisation
from protocolkit.document.model import Kind
from protocolkit.document.place import Place
from protocolkit.exchange import yaml_pieces
from protocolkit.exchange.answers_file import AnswersFile
from protocolkit.exchange.descriptions import DESCRIPTIONS
from protocolkit.exchange.protocol_schema import DIALECT
from protocolkit.exchange.shapes import JsonSchema

_REQUIRED: Mapping[type, tuple[str, ...]] = {Organisation: ("name",), Facts: ("organisation",)}


def settings_schema(translate: Translate) -> JsonSchema:
    """Return the schema of the settings at the top of a protocol file."""
    facts = _with_version(FRONT_MATTER, "settings", _of_class(Facts, translate), translate)
    facts |= {"description": translate(_said("settings.protocol"))}
    return {
        **_head("front-matter", "settings", translate),
        "type": "object",
        "properties": {"protocol": facts},
        "required": ["protocol"],
    }


def topics_schema(translate: Translate) -> JsonSchema:
    """Return the schema of ``topics.yml``."""
    theme = yaml_pieces.mapping(
        "theme",
        {"id": yaml_pieces.text(), "title": yaml_pieces.text()},
        translate,
        required=("id", "title"),
    )
    pair: JsonSchema = {
        "type": "array",
        "items": {"type": "string", "pattern": "^[^#]+#[^#]+$"},
        "minItems": 2,
    }
    keys = {
        KEY: yaml_pieces.version(TOPICS),
        "title": yaml_pieces.text(),
        "themes": yaml_pieces.listed(theme),
        "topics": yaml_pieces.listed(_topic(translate)),
        "alone": yaml_pieces.anchors_by_organisation(),
        "rejected_pairs": yaml_pieces.listed(pair),
    }
    whole = yaml_pieces.mapping("topics", keys, translate)
    return {**_head("topics", "topics", translate), **whole}


def _topic(translate: Translate) -> JsonSchema:
    answers = yaml_pieces.anchors_by_organisation()
    return yaml_pieces.mapping(
        "topic",
        {
            "id": yaml_pieces.text(),
            "title": yaml_pieces.text(),
            "theme": yaml_pieces.text(),
            "audience": yaml_pieces.choice(Audience),
            "kind": yaml_pieces.choice(Kind),
            "note": yaml_pieces.text(),
            "asked": yaml_pieces.texts(),
            "clauses": answers,
            "confirmed": answers,
            "proposed": answers,
            "rejected": answers,
        },
        translate,
        required=("id", "title", "theme"),
    )


def answers_schema(translate: Translate) -> JsonSchema:
    """Return the schema of the answers that ``protocol new`` reads instead of asking."""
    answers = _of_class(AnswersFile, translate, is_unfinished=True)
    whole = _with_version(ANSWERS, "answers", answers, translate)
    return {**_head("answers", "answers", translate), **whole}


def choices_schema(translate: Translate) -> JsonSchema:
    """Return the schema of ``voorbeeldprotocol.yml``: what a person chose for a template."""
    topic = yaml_pieces.mapping(
        "choice", {"choice": yaml_pieces.text(), "leave_out": yaml_pieces.flag()}, translate
    )
    extra = yaml_pieces.mapping(
        "extra", {name: yaml_pieces.text() for name in ("theme", "after", "text")}, translate
    )
    keys: dict[str, JsonSchema] = {
        KEY: yaml_pieces.version(CHOICES),
        "topics": {"type": ["object", "null"], "additionalProperties": topic},
        "themes": yaml_pieces.texts_by_name(),
        "extra": yaml_pieces.listed(extra),
        "order": yaml_pieces.texts(),
    }
    whole = yaml_pieces.mapping("choices", keys, translate)
    return {**_head("choices", "choices", translate), **whole}


def reasons_schema(translate: Translate) -> JsonSchema:
    """Return the schema of ``<slug>.waarom.yml``: why each clause changes."""
    entry = yaml_pieces.mapping(
        "reason", {"reason": yaml_pieces.text(), "wording": yaml_pieces.flag()}, translate
    )
    either: JsonSchema = {"anyOf": [yaml_pieces.text(), entry]}
    keys: dict[str, JsonSchema] = {
        KEY: yaml_pieces.version(REASONS),
        "since": yaml_pieces.texts_by_name(),
        "reasons": {"type": ["object", "null"], "additionalProperties": either},
        "seen": yaml_pieces.texts_by_name(),
    }
    whole = yaml_pieces.mapping("reasons", keys, translate)
    return {**_head("reasons", "reasons", translate), **whole}


def _with_version(form: Format, owner: str, schema: JsonSchema, translate: Translate) -> JsonSchema:
    """Allow the version of a format as well, before all other keys."""
    properties = schema["properties"]
    assert isinstance(properties, dict)
    said = {"description": translate(_said(f"{owner}.{KEY}"))}
    return {**schema, "properties": {KEY: {**said, **yaml_pieces.version(form)}, **properties}}


def _head(name: str, key: str, translate: Translate) -> JsonSchema:
    return {
        "$schema": DIALECT,
        "$id": f"urn:protocolkit:schema:{name}:1",
        "title": translate(_said(key)),
    }


def _said(key: str) -> str:
    return DESCRIPTIONS[key]


def _of_class(made: type, translate: Translate, *, is_unfinished: bool = False) -> JsonSchema:
    """Return the schema of a dataclass of facts as people type it.

    Somebody who stops halfway may leave out what must be there in the end: ``is_unfinished``.
    """
    hints = get_type_hints(made)
    fields = [f for f in dataclasses.fields(made) if f.compare]
    properties = {
        f.name: _of_field(made, f.name, hints[f.name], translate, is_unfinished=is_unfinished)
        for f in fields
    }
    required = () if is_unfinished else _REQUIRED.get(made, ())
    return yaml_pieces.mapping(made.__name__, properties, translate, required=required)


def _of_field(
    made: type, name: str, hint: object, translate: Translate, *, is_unfinished: bool
) -> JsonSchema:
    if get_origin(hint) in (tuple, Mapping):
        return _of_several(hint, translate)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return yaml_pieces.choice(hint)
    if hint is bool:
        return yaml_pieces.flag()
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint is not Place:
        return _of_class(hint, translate, is_unfinished=is_unfinished)
    return yaml_pieces.date() if declared(made)[name].is_date else yaml_pieces.text()


def _of_several(hint: object, translate: Translate) -> JsonSchema:
    (item, *_) = get_args(hint)
    if item is Evidence or get_origin(hint) is Mapping:
        return yaml_pieces.texts_by_name()
    return yaml_pieces.texts() if item is str else yaml_pieces.listed(_of_class(item, translate))
