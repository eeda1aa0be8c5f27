"""What a protocol's page is called in menus, lists and the bar of a browser."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.document.names import organisation_name
from protocolkit.document.richtext import plain
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.language import translate_for


def name_after_organisation(app: Sphinx, _doctree: nodes.document) -> None:
    """Call a protocol by its organisation in navigation; titles are much alike."""
    env = app.env
    reading = protocol_domain(env).readings.get(env.docname)
    if reading is None:
        _name_version(app, env)
        return
    name = organisation_name(reading.protocol)
    env.titles[env.docname] = nodes.title("", name)
    # The first entry of a page's contents is what navigation elsewhere shows.
    first = next(iter(env.tocs[env.docname].findall(nodes.reference)))
    first.children = []
    first.append(nodes.Text(name))
    full = f"{plain(reading.protocol.title)}, {name}"
    env.longtitles[env.docname] = nodes.title("", full)


def _name_version(app: Sphinx, env: BuildEnvironment) -> None:
    """Call the page of a kept version by its version, so that it is told from the present text."""
    version = protocol_domain(env).versions.get(env.docname)
    if version is not None:
        name = translate_for(app.config)("version '{version}'").format(version=version.name)
        title, facts = plain(version.protocol.title), version.protocol.facts
        full = ", ".join(part for part in (title, facts.organisation.name, name) if part)
        env.longtitles[env.docname] = nodes.title("", full)
