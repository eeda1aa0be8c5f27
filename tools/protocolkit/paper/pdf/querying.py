"""What a template says of its own layout, before a file is made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

from protocolkit.base.objects import Object
from protocolkit.paper.house.fonts import Fonts
from protocolkit.paper.pdf.compiling import as_document, compiler_for, typst_template


def queried(label: str, name: str, data: Object, project: Path | None, fonts: Fonts) -> list[Any]:
    """Return what a template says under a label; nothing when its data cannot be laid out."""
    template = typst_template(name, project)
    try:
        compiler = compiler_for(template, as_document(data), fonts)
        found = json.loads(compiler.query(label, field="value", one=True))
    except (typst.TypstError, RuntimeError, OSError, ValueError):
        # A query that cannot be answered is a bare RuntimeError.
        return []
    assert isinstance(found, list)
    return found
