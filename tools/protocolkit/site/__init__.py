"""The website: protocolkit as a Sphinx extension. Only this package imports Sphinx."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from protocolkit import __version__
from protocolkit.site import (
    about,
    made_beside,
    my_school,
    overview,
    paper_files,
    reading_aids,
    search_index,
)
from protocolkit.site.comparison import files as comparison_files
from protocolkit.site.comparison import landing, pictures, side_by_side
from protocolkit.site.comparison import pages as comparison_pages
from protocolkit.site.composer import pages as composer_pages
from protocolkit.site.directives import connect as directives
from protocolkit.site.engine import (
    asset_tags,
    at_work,
    caching,
    changed_files,
    events,
    gone_pages,
    language,
    missing_targets,
    navigation,
    other_builders,
    parser,
    readable_protocols,
    refused_writes,
    settings,
    stand_ins,
    theme,
    told_protocols,
)
from protocolkit.site.engine.domain import ProtocolDomain, resolve_ref
from protocolkit.site.engine.nodes import add_nodes
from protocolkit.site.engine.page_names import name_after_organisation
from protocolkit.site.template import pages as template_pages
from protocolkit.site.topics import links as topic_links
from protocolkit.site.topics import pages as topic_pages
from protocolkit.site.versions import check_page, lately, notices
from protocolkit.site.versions import pages as version_pages

# In this order: what several of them answer, they answer one after another.
_CONNECTED = (
    settings,
    events,
    at_work,
    caching,
    changed_files,
    readable_protocols,
    stand_ins,
    parser,
    told_protocols,
    overview,
    language,
    theme,
    asset_tags,
    navigation,
    comparison_pages,
    comparison_files,
    landing,
    side_by_side,
    topic_pages,
    topic_links,
    pictures,
    template_pages,
    made_beside,
    composer_pages,
    notices,
    version_pages,
    lately,
    check_page,
    about,
    reading_aids,
    my_school,
    missing_targets,
    refused_writes,
    paper_files,
    directives,
    search_index,
    gone_pages,
    other_builders,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect parser, domain, pages and paper to Sphinx; brings MyST and sphinx-design along."""
    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")
    app.add_domain(ProtocolDomain)
    # After Sphinx's own collector of titles.
    app.connect("doctree-read", name_after_organisation, priority=900)
    app.connect("missing-reference", resolve_ref)
    add_nodes(app)
    for module in _CONNECTED:
        module.connect(app)
    return {
        "version": __version__,
        "env_version": 3,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
