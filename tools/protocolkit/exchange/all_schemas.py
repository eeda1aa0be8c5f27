"""The schemas that we publish: one file each in ``templates/schemas/``, made from the code.

Renew them with ``python tests/exchange/renew_schemas.py`` when a test says that they are old.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from protocolkit.base.messages import Translate, translator
from protocolkit.exchange.changes_schema import changes_schema
from protocolkit.exchange.editor_schemas import (
    answers_schema,
    choices_schema,
    reasons_schema,
    settings_schema,
    topics_schema,
)
from protocolkit.exchange.matrix_schema import matrix_schema
from protocolkit.exchange.protocol_schema import protocol_schema
from protocolkit.exchange.shapes import JsonSchema

SCHEMAS: Mapping[str, Callable[[Translate], JsonSchema]] = {
    "protocol": protocol_schema,
    "front-matter": settings_schema,
    "topics": topics_schema,
    "answers": answers_schema,
    "choices": choices_schema,
    "reasons": reasons_schema,
    "matrix": matrix_schema,
    "changes": changes_schema,
}


def schema_text(name: str) -> str:
    """Return a schema as JSON text, its descriptions in Dutch; raises KeyError for others."""
    schema = SCHEMAS[name](translator())
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
