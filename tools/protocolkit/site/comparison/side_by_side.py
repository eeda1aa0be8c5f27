"""Two boards side by side: one page per subject, filled from the address and the data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.data import comparisons
from protocolkit.site.comparison.files import core_address
from protocolkit.site.comparison.likeness import RELATIONS
from protocolkit.site.comparison.pages import Page, board_choices, column_heads
from protocolkit.site.engine.addresses import (
    comparison_docname,
    relative,
    side_by_side_docname,
    topic_url,
)
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.page_templates import is_unlisted
from protocolkit.site.engine.script_words import SIDE_WORDS
from protocolkit.site.engine.whole_site import add_pages


def connect(app: Sphinx) -> None:
    """Make the pages at the end of a build."""
    add_pages(app, _collect_pages)


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate = translate_for(app.config)
    template = page_environment(Path(app.srcdir)).get_template("naast-elkaar.html")
    for comparison in comparisons(app.env):
        matrix = comparison.matrix
        name = side_by_side_docname(matrix.subject)
        title = translate("Side by side: {subject}").format(subject=matrix.title)
        body = template.render(
            matrix=matrix,
            title=title,
            core=relative(core_address(app, comparison), name),
            boards=board_choices(matrix, translate),
            heads=column_heads(comparison, name, translate),
            relations=RELATIONS,
            marks={side: translate(SIDE_WORDS[side]) for side in ("there", "here")},
            topics=[
                (row.topic.title, relative(topic_url(matrix.subject, row.topic.id), name))
                for row in matrix.rows
            ],
            table_link=relative(f"{comparison_docname(matrix.subject)}.html", name),
            link=lambda url, name=name: relative(url, name),
            t=translate,
        )
        context = {
            "title": title,
            "body": body,
            "is_wide": True,
            "is_unlisted": is_unlisted(matrix),
        }
        yield name, context, "page.html"
