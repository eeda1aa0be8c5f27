"""The website: protocolkit as a Sphinx extension. Only this package imports Sphinx."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from protocolkit import __version__
from protocolkit.site import overview, paper_files, search_index
from protocolkit.site.comparison import files as comparison_files
from protocolkit.site.comparison import landing, pictures, side_by_side
from protocolkit.site.comparison import pages as comparison_pages
from protocolkit.site.composer import pages as composer_pages
from protocolkit.site.engine import (
    at_work,
    caching,
    changed_files,
    drafts,
    gone_pages,
    language,
    navigation,
    parser,
    readable_protocols,
    theme,
)
from protocolkit.site.engine.domain import ProtocolDomain, name_after_organisation
from protocolkit.site.engine.nodes import add_nodes
from protocolkit.site.template import pages as template_pages
from protocolkit.site.topics import links as topic_links
from protocolkit.site.topics import pages as topic_pages
from protocolkit.site.versions import check_page, lately, notices
from protocolkit.site.versions import pages as version_pages


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect parser, domain, pages and paper to Sphinx; brings MyST and sphinx-design along."""
    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")
    app.add_config_value("protocolkit_paper", default=True, rebuild="html", types=[bool])
    drafts.add_config(app)
    app.add_domain(ProtocolDomain)
    # After Sphinx's own collector of titles.
    app.connect("doctree-read", name_after_organisation, priority=900)
    add_nodes(app)
    at_work.connect(app)
    caching.connect(app)
    changed_files.connect(app)
    readable_protocols.connect(app)
    parser.connect(app)
    overview.connect(app)
    language.connect(app)
    theme.connect(app)
    navigation.connect(app)
    comparison_pages.connect(app)
    comparison_files.connect(app)
    landing.connect(app)
    side_by_side.connect(app)
    topic_pages.connect(app)
    topic_links.connect(app)
    pictures.connect(app)
    template_pages.connect(app)
    composer_pages.connect(app)
    notices.connect(app)
    version_pages.connect(app)
    lately.connect(app)
    check_page.connect(app)
    paper_files.connect(app)
    search_index.connect(app)
    gone_pages.connect(app)
    return {
        "version": __version__,
        "env_version": 3,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
