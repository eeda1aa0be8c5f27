"""Links to the pages that a compared subject has, by the role that leads there."""

from __future__ import annotations

from docutils import nodes
from docutils.nodes import Element

from protocolkit.collection import Collection
from protocolkit.site.engine.addresses import (
    COMPARISON,
    comparison_docname,
    composer_docname,
    relative,
    template_docname,
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
