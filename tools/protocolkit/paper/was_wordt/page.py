"""A was-wordt table as one web page that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.base.resources import template_text
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
    environment = Environment(
        loader=FunctionLoader(lambda name: template_text(f"html/{name}", project)[1]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template(_TEMPLATE)
    page = template.render(t=translate, language=language, sheet=sheet, has_signs=has_signs)
    return f"{page}\n"
