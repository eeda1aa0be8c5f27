"""Links to the pages that a compared subject has, by the role that leads there."""

from __future__ import annotations

from typing import cast

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref

from protocolkit.collection import Collection
from protocolkit.site.engine.addresses import (
    COMPARISON,
    comparison_docname,
    composer_docname,
    relative,
    template_docname,
    topic_url,
)

# What a compared subject has pages of, by the role that leads there.
PAGES_OF_SUBJECT = {
    "comparison": comparison_docname,
    "template": template_docname,
    "composer": composer_docname,
}


def to_subject(
    collection: Collection, page: str, wanted: tuple[str, str], text: Element
) -> nodes.reference | None:
    """Return a link to a page (by its role) of a subject; None when there is none."""
    role, subject = wanted
    compared = {found.slug for found in collection.subjects if found.concordance is not None}
    if wanted == ("comparison", "*"):
        name = f"{COMPARISON}/index"
    elif subject in compared:
        name = PAGES_OF_SUBJECT[role](subject)
    else:
        return None
    return nodes.reference("", "", text, refuri=relative(f"{name}.html", page), internal=True)


def to_topic(
    collection: Collection, page: str, node: pending_xref, text: Element, *, is_site: bool
) -> nodes.reference | None:
    """Return a link to a topic, its question for words; the words alone where it has no page."""
    slug, _, wanted = str(node["reftarget"]).partition("#")
    known = {
        (subject.slug, topic.id): topic.title
        for subject in collection.subjects
        if subject.concordance is not None
        for topic in subject.concordance.topics
    }
    title = known.get((slug, wanted))
    if title is None:
        return None
    shown = text if node.get("refexplicit") else nodes.inline("", title)
    if not is_site:
        return cast("nodes.reference", shown)
    address = relative(topic_url(slug, wanted), page)
    return nodes.reference("", "", shown, refuri=address, internal=True)
