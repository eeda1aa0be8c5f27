"""A web page that needs nothing else, from a template in ``templates/html/``."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from protocolkit.base.resources import template_state, template_text


def lone_page(template: str, project: Path | None, **values: object) -> str:
    """Return what a template makes of values, in which everything is escaped.

    A template of that name in the project comes before ours.
    """
    return f"{page_environment(project).get_template(template).render(**values)}\n"


@lru_cache(maxsize=2)
def page_environment(project: Path | None) -> Environment:
    """Return the Jinja environment of our own pages; the project's templates come first.

    Compiling a template takes longer than filling it in, so what was compiled is kept for as long
    as the file of the template is untouched.
    """

    def load(name: str) -> tuple[str, None, Callable[[], bool]]:
        before = template_state(f"html/{name}", project)
        text = template_text(f"html/{name}", project)[1]
        return text, None, lambda: template_state(f"html/{name}", project) == before

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
