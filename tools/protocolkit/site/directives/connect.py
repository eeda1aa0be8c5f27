"""Gives Sphinx the directives, and fills in what they ask when every protocol was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from protocolkit.base.location import Location
from protocolkit.base.problems import problem, warning
from protocolkit.site.directives.clauses import LIST, QUOTE
from protocolkit.site.directives.declared import Asked, Declared, NotThereError, SameTextError
from protocolkit.site.directives.topics import TABLE, TOPICS
from protocolkit.site.directives.versions import CHANGES, STATUS
from protocolkit.site.engine.readable_protocols import report

DIRECTIVES: tuple[Declared, ...] = (QUOTE, LIST, TOPICS, TABLE, STATUS, CHANGES)
"""Every directive of this room, in the order of the reference page."""

DIRECTIVE_UNKNOWN = warning(
    "directive-unknown",
    "A directive names something that is not there",
    "the directive '{directive}' asks for '{name}', which is not there.",
    "There are: {known}.",
)
DIRECTIVE_SAME = warning(
    "directive-same",
    "A directive compares a text with itself",
    "the directive '{directive}' compares a text with itself.",
    "Name a kept version with 'from' or 'to'. There are: {known}.",
)
_PAGES = "protocolkit_asking_pages"
_MOST = 20


class asked_part(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes like this
    """Stands where a directive's answer comes; has its name, argument, options and line."""


class _Directive(SphinxDirective):
    declared: ClassVar[Declared]
    required_arguments = 1
    final_argument_whitespace = False
    has_content = False

    def run(self) -> list[nodes.Node]:
        pages: set[str] = self.env.__dict__.setdefault(_PAGES, set())
        pages.add(self.env.docname)
        path, line = self.get_source_info()
        return [
            asked_part(
                kind=self.declared.name,
                argument=self.arguments[0],
                options=dict(self.options),
                place=(path, line),
            )
        ]


def connect(app: Sphinx) -> None:
    """Register the directives."""
    for one in DIRECTIVES:
        options = {name: option.read for name, option in one.options.items()}
        made = type(one.name, (_Directive,), {"declared": one, "option_spec": options})
        app.add_directive(one.name, made)
    app.add_node(asked_part)
    app.connect("doctree-resolved", _fill)
    app.connect("env-purge-doc", _forget)
    app.connect("env-merge-info", _merge)
    app.connect("env-updated", _write_again)


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    by_name = {one.name: one for one in DIRECTIVES}
    for place in list(doctree.findall(asked_part)):
        declared = by_name[place["kind"]]
        asked = Asked(app=app, page=docname, argument=place["argument"], options=place["options"])
        try:
            place.replace_self(declared.fill(asked))
        except (NotThereError, SameTextError) as wrong:
            place.parent.remove(place)
            _report(app, declared, place["place"], wrong)


def _report(
    app: Sphinx, declared: Declared, place: tuple[str, int], wrong: NotThereError | SameTextError
) -> None:
    known = ", ".join(wrong.known[:_MOST]) + (" …" if len(wrong.known) > _MOST else "")
    values = {"directive": declared.name, "known": known or "–"}
    if isinstance(wrong, SameTextError):
        found = problem(DIRECTIVE_SAME, Location(*place), **values)
    else:
        found = problem(DIRECTIVE_UNKNOWN, Location(*place), name=wrong.name, **values)
    report(found, app.config)


def _forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    env.__dict__.setdefault(_PAGES, set()).discard(docname)


def _merge(_app: Sphinx, env: BuildEnvironment, docnames: Any, other: BuildEnvironment) -> None:
    pages: set[str] = env.__dict__.setdefault(_PAGES, set())
    pages |= other.__dict__.get(_PAGES, set()) & set(docnames)


def _write_again(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Have every page with a directive written again: any protocol may have changed."""
    return sorted(env.__dict__.get(_PAGES, set()) & env.found_docs)
