"""A was-wordt table as one web page that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.paper.shared.lone_page import lone_page
from protocolkit.paper.was_wordt.sheet import Sheet

_TEMPLATE = "was-wordt.html"


def was_wordt_page(
    sheet: Sheet,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    has_signs: bool = True,
) -> str:
    """Return a table as HTML; everything in it is escaped.

    ``has_signs`` tells whether words show where each change begins and ends, until a reader says
    otherwise on the page.
    """
    values = {"t": translate, "language": language, "sheet": sheet, "has_signs": has_signs}
    return lone_page(_TEMPLATE, project, **values)
