"""A web page that needs nothing else, from a template in ``templates/html/``."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from protocolkit.base.resources import template_text


def lone_page(template: str, project: Path | None, **values: object) -> str:
    """Return what a template makes of values, in which everything is escaped.

    A template of that name in the project comes before ours.
    """
    environment = Environment(
        loader=FunctionLoader(lambda name: template_text(f"html/{name}", project)[1]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return f"{environment.get_template(template).render(**values)}\n"
