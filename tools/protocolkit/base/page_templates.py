"""Templates of whole pages, compiled once: that takes longer than filling one in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from protocolkit.base.resources import template_text


def page_template(name: str, project: Path | None = None) -> Template:
    """Return a template, the project's own or ours; all that is filled in is escaped."""
    return _compiled(template_text(name, project)[1])


@cache
def _compiled(template: str) -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(template)
