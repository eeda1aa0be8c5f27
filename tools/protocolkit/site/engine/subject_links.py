"""Links to the pages that a compared subject has, by the role that leads there."""

from __future__ import annotations

from typing import cast

from docutils import nodes
from docutils.nodes import Element
from sphinx.addnodes import pending_xref

from protocolkit.base.messages import Translate
from protocolkit.collection import Collection, Subject
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
# Leads, by the role ``comparison``, to where comparing begins.
EVERY_SUBJECT = "*"


def subject_title(subject: Subject) -> str:
    """Return how readers call a kind of protocol."""
    if subject.concordance and subject.concordance.title:
        return subject.concordance.title
    return subject.slug.replace("-", " ").capitalize()


def to_subject(
    collection: Collection, page: str, wanted: tuple[str, str], text: Element
) -> nodes.reference | None:
    """Return a link to a page (by its role) of a subject; None when there is none."""
    role, subject = wanted
    if wanted == ("comparison", EVERY_SUBJECT):
        name = f"{COMPARISON}/index"
    elif _compared(collection, subject) is not None:
        name = PAGES_OF_SUBJECT[role](subject)
    else:
        return None
    return nodes.reference("", "", text, refuri=relative(f"{name}.html", page), internal=True)


def words_for_subject(collection: Collection, name: str, translate: Translate) -> str:
    """Return what a link to a page of a subject is called: as readers call the subject.

    What is no subject is called by its name, and where comparing begins (``*``) by its title.
    """
    if name == EVERY_SUBJECT:
        return translate("Compare")
    subject = _compared(collection, name)
    return subject_title(subject) if subject is not None else name


def _compared(collection: Collection, name: str) -> Subject | None:
    subjects = (one for one in collection.subjects if one.concordance is not None)
    return next((one for one in subjects if one.slug == name), None)


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
