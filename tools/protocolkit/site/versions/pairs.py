"""Two texts of one protocol beside each other: how much changed, and both as one marked text.

Working that out takes most of the time of a page, and texts that were kept do not change. So what
was made of two texts is kept under their keys, and only a pair with a new text is compared.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from sphinx.application import Sphinx

from protocolkit.document.model import Protocol
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.engine.caching import cache_of
from protocolkit.site.engine.domain import OncePerBuild, protocol_domain
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.page_templates import template_sources
from protocolkit.versions.entry import Entry
from protocolkit.versions.history import History
from protocolkit.versions.known_text import KnownText

if TYPE_CHECKING:
    from protocolkit.changes.change_set import Version

MadePair = tuple[tuple[str, ...], str]
"""What changed, in sentences, and the page's text: summary, legend and both texts as one."""

_TEMPLATE, _PARTS = "pair-text.html", ("pair-text.html", "redline-text.html")
_KIND = "versions"
_Pairs = dict[tuple[str, str, str], MadePair]
_PAIRS = OncePerBuild[_Pairs]()


def made_pair(app: Sphinx, history: History, old: Entry, new: Entry) -> MadePair:
    """Return what is told of two texts of a history, made once."""
    made = _PAIRS.of(app.env, lambda _: {})
    touched = f"{old.text.touched.value} {new.text.touched.value}"
    key = old.text.key, new.text.key, touched
    if key not in made:
        environment = page_environment(Path(app.srcdir))
        versions = _version(app, old.text), _version(app, new.text)
        linked = [sorted(version.linked.items()) for version in versions]
        inputs = repr((key, linked, language_of(app.config), template_sources(environment, _PARTS)))
        name = "-".join((*history.place, f"{old.name}_{new.name}"))
        found = cache_of(app.env).value(
            _KIND, name, inputs, lambda: _make(app, environment, *versions)
        )
        made[key] = found
    return made[key]


def _make(app: Sphinx, environment: Environment, old: Version, new: Version) -> MadePair:
    # slow to load
    from protocolkit.changes.change_list import summary_lines  # noqa: PLC0415
    from protocolkit.changes.compare_versions import compare_versions  # noqa: PLC0415
    from protocolkit.changes.fact_rows import fact_rows  # noqa: PLC0415
    from protocolkit.paper.redline.shown_text import shown_text  # noqa: PLC0415
    from protocolkit.paper.redline.summary import kind_lines  # noqa: PLC0415

    translate = translate_for(app.config)
    changes = compare_versions(old, new)
    text = shown_text(changes, translate)
    sentences = tuple(summary_lines(changes, translate))
    body = environment.get_template(_TEMPLATE).render(
        t=translate,
        sentences=sentences,
        kinds=kind_lines(changes, translate),
        facts=fact_rows(changes, translate),
        legend=text.legend,
        blocks=text.blocks,
        notes=text.notes,
    )
    return sentences, body


def _version(app: Sphinx, text: KnownText) -> Version:
    # slow to load
    from protocolkit.changes.change_set import Version  # noqa: PLC0415
    from protocolkit.changes.link_places import linked_names  # noqa: PLC0415

    readings = protocol_domain(app.env).readings.values()

    def find(subject: str, slug: str) -> Protocol | None:
        found = (reading.protocol for reading in readings)
        return next((one for one in found if (one.subject, one.slug) == (subject, slug)), None)

    return Version(
        path=text.name or text.docname,
        protocol=text.protocol,
        fingerprint=text.fingerprint,
        touched=text.touched,
        linked=linked_names(text.protocol, find),
    )
