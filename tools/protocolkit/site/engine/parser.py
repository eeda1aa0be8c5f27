"""The source parser: protocols go to our own reader, every other page to MyST."""

from __future__ import annotations

from docutils import nodes
from myst_parser.parsers.sphinx_ import MystParser

from protocolkit.collection import printed_name
from protocolkit.references import with_reference_links
from protocolkit.site.engine.addresses import is_protocol
from protocolkit.site.engine.doctree import build_doctree
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.intake import read_once
from protocolkit.site.engine.language import language_of


class DispatchParser(MystParser):
    """Reads protocols with :mod:`protocolkit.reading`, which runs nothing that a text says."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill ``document`` from the text of one source file."""
        env = document.settings.env
        # Sphinx would make '...' an ellipsis. Settings are shared by documents: set each time.
        document.settings.smart_quotes = not is_protocol(env.docname)
        if not is_protocol(env.docname):
            super().parse(inputstring, document)
            return
        # MyST's transforms expect their settings on every document.
        document.settings.myst_footnote_sort = False
        document.settings.myst_footnote_transition = False
        # The menu lists protocols by itself: no front page needs to name them.
        env.metadata[env.docname]["orphan"] = True
        _, subject, slug = env.docname.split("/")
        name = printed_name(env.doc2path(env.docname), env.srcdir)
        reading = read_once(inputstring, name, subject, slug)
        protocol_domain(env).note_reading(env.docname, reading)
        build_doctree(with_reference_links(reading.protocol), document, language_of(env.config))
