"""The texts of the templates of our own pages, and whether search engines may list such a page."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment

from protocolkit.comparison.matrix import Matrix
from protocolkit.site.engine.drafts import is_draft


def template_sources(environment: Environment, names: Iterable[str]) -> list[str]:
    """Return the texts of our templates, or of the project's own instead of them."""
    assert environment.loader is not None
    return [environment.loader.get_source(environment, name)[0] for name in names]


def is_unlisted(matrix: Matrix) -> bool:
    """Tell whether search engines must stay away, because a comparison shows a draft."""
    return any(is_draft(column.status) for column in matrix.columns)
