"""The template of each subject with what it was made from, made once for a build.

Its page, its files, the composer and the comparison show the same values.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx

from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.compared_subjects import compared_subjects
from protocolkit.site.engine.domain import OncePerBuild
from protocolkit.site.template.subject_template import SubjectTemplate

if TYPE_CHECKING:
    from protocolkit.site.template.subject_template import NamedDrafts

    _Documents = tuple[tuple[SubjectTemplate, NamedDrafts], ...]


def subject_templates(app: Sphinx) -> tuple[SubjectTemplate, ...]:
    """Return the template of every subject that has topics; the same values within one build."""
    return _MADE.of(app.env, lambda _: _made(app))


def template_documents(app: Sphinx) -> _Documents:
    """Return every template with its documents, by the name of their files: whole, and clean."""
    return _DRAFTS.of(app.env, lambda _: _documents(app))


def _made(app: Sphinx) -> tuple[SubjectTemplate, ...]:
    judged = compared_subjects(app)
    if not judged:
        return ()
    from protocolkit.site.template.making import (  # noqa: PLC0415 - slow to load
        make_subject_template,
    )

    root, cache = Path(app.srcdir), cache_of(app.env)
    return tuple(make_subject_template(root, cache, one) for one in judged)


def _documents(app: Sphinx) -> _Documents:
    templates = subject_templates(app)
    if not templates:
        return ()
    from protocolkit.site.template.making import make_documents  # noqa: PLC0415 - slow to load

    return tuple((made, make_documents(app, made)) for made in templates)


_MADE: OncePerBuild[tuple[SubjectTemplate, ...]] = OncePerBuild()
_DRAFTS: OncePerBuild[_Documents] = OncePerBuild()
