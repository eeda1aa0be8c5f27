"""From a clause on a protocol's page to its topics, quietly.

The links stand outside the words of the clause. How many others have a topic is a script of data
per subject, so that editing one protocol does not rewrite the pages of all others; a page is
written again only when its own links change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from protocolkit.base.files import write_text
from protocolkit.base.messages import Translate
from protocolkit.collection import Subject
from protocolkit.comparison.concordance import Topic
from protocolkit.comparison.matrix import Matrix
from protocolkit.site.comparison.data import comparisons
from protocolkit.site.comparison.scripts import script
from protocolkit.site.engine.addresses import (
    counts_url,
    has_topic_page,
    protocol_docname,
    relative,
    topic_url,
)
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.nodes import permalink
from protocolkit.site.engine.whole_site import is_whole_site

_SCRIPTS = ("protocolkit-data.js", "gezocht.js", "onderwerp.js", "bepaling.js")
_STYLE = "onderwerp.css"
# After our own style sheet, which has 800.
_LAST = 810

Links = Mapping[str, tuple[Topic, ...]]
"""The topics of each anchor of one protocol."""


class topic_link(nodes.inline):  # noqa: N801 - docutils names nodes like this
    """A link to a topic after a clause: no words of its own, so that no index takes it for text."""


class topic_links(nodes.General, nodes.Element):  # noqa: N801
    """The links of a clause on several topics, folded under ``shown``: a row of them is noise."""


def connect(app: Sphinx) -> None:
    """Put the links on protocol pages, and write how many others have each topic."""
    app.add_css_file(_STYLE, priority=_LAST)
    app.add_node(topic_link, html=(_open_link, _close), text=(_skip, _close))
    app.add_node(topic_links, html=(_open_links, _close_links), text=(_skip, _close))
    app.connect("env-updated", _follow_topics)
    app.connect("doctree-resolved", _add_links)
    app.connect("html-page-context", _add_scripts)
    app.connect("build-finished", _write_counts)


def links_of(subject: Subject, slug: str) -> Links:
    """Return the topics with a page of their own that each clause of a protocol answers."""
    found: dict[str, tuple[Topic, ...]] = {}
    concordance = subject.compared.concordance
    for topic in concordance.topics if concordance else ():
        if has_topic_page(topic.id):
            places = (answer.place for answer in topic.answers)
            for anchor in sorted({p.anchor for p in places if p.organisation == slug}):
                found[anchor] = (*found.get(anchor, ()), topic)
    return found


def topic_counts(matrix: Matrix) -> dict[str, int]:
    """Return how many organisations have each topic that has a page."""
    return {
        row.topic.id: sum(bool(cell.clauses) for cell in row.cells)
        for row in matrix.rows
        if has_topic_page(row.topic.id)
    }


def _follow_topics(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Have a page written again when its links changed, by the topics file or another's name."""
    states = {
        protocol_docname(protocol): _state(links_of(subject, protocol.slug))
        for subject in protocol_domain(env).collection().subjects
        for protocol in subject.protocols
    }
    before: dict[str, str] = getattr(env, "protocolkit_topic_links", {})
    env.protocolkit_topic_links = states  # type: ignore[attr-defined]
    return [name for name, state in states.items() if before.get(name, state) != state]


def _state(links: Links) -> str:
    content = [(anchor, [(t.id, t.title) for t in topics]) for anchor, topics in links.items()]
    return hashlib.sha256(repr(content).encode()).hexdigest()


def _add_links(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    reading = protocol_domain(app.env).readings.get(docname)
    if reading is None or not is_whole_site(app.builder):
        return
    slug, organisation = reading.protocol.subject, reading.protocol.slug
    subjects = protocol_domain(app.env).collection().subjects
    subject = next((subject for subject in subjects if subject.slug == slug), None)
    if subject is None:
        return
    links, translate = links_of(subject, organisation), translate_for(app.config)
    for place in list(doctree.findall(permalink)):
        made = [_link(slug, topic, docname, translate) for topic in links.get(place["refid"], ())]
        _put_after(place, made, translate)
    for note in list(doctree.findall(nodes.footnote)):
        for anchor in note["ids"]:
            made = [_link(slug, topic, docname, translate) for topic in links.get(anchor, ())]
            last = next(reversed(note.children), note)
            inside = isinstance(last, nodes.paragraph) and last.children
            _put_after(last.children[-1] if inside else last, made, translate)


def _put_after(place: nodes.Node, made: list[topic_link], translate: Translate) -> None:
    """Put one link behind the last word, several folded under the paragraph."""
    if len(made) > 1:
        place = place.parent if isinstance(place.parent, nodes.paragraph) else place
        shown = translate("compare on {count} topics").format(count=len(made))
        for link in made:
            link["shown"] = link["question"]
        made = [topic_links("", *made, shown=shown)]  # type: ignore[list-item]
    place.parent.insert(place.parent.index(place) + 1, made)


def _link(subject: str, topic: Topic, page: str, translate: Translate) -> topic_link:
    return topic_link(
        question=topic.title,
        address=relative(topic_url(subject, topic.id), page),
        topic=topic.id,
        counts=relative(counts_url(subject), page),
        name=f"counts/{subject}",
        shown=translate("compare"),
        said=translate("Compare with other boards: {question}").format(question=topic.title),
    )


def _write_counts(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or not is_whole_site(app.builder):
        return
    translate = translate_for(app.config)
    for comparison in comparisons(app.env):
        subject = comparison.matrix.subject
        content = {
            "counts": topic_counts(comparison.matrix),
            "one": translate("{count} other has this too"),
            "many": translate("{count} others have this too"),
        }
        write_text(Path(app.outdir) / counts_url(subject), script(f"counts/{subject}", content))


def _add_scripts(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Add our scripts to the pages that use them, unless they are there already."""
    if not (pagename in protocol_domain(app.env).readings or context.get("is_topic")):
        return
    present = {str(getattr(js, "filename", js)) for js in context.get("script_files", ())}
    for name in _SCRIPTS:
        if not any(file.endswith(name) for file in present):
            app.add_js_file(name)


def _open_link(self: HTML5Translator, node: nodes.Element) -> None:
    said = self.attval(node["said"])
    self.body.append(
        f' <a class="headerlink clause-topic" href="{self.attval(node["address"])}" '
        f'data-topic="{self.attval(node["topic"])}" data-name="{self.attval(node["name"])}" '
        f'data-counts="{self.attval(node["counts"])}" aria-label="{said}" title="{said}">'
        f"{self.encode(node['shown'])}</a>"
    )
    raise nodes.SkipNode


def _open_links(self: HTML5Translator, node: nodes.Element) -> None:
    # The class of permalinks too: by it, what is no word of the protocol is known.
    self.body.append(
        f'<details class="headerlink clause-topics"><summary>{self.encode(node["shown"])}</summary>'
    )


def _close_links(self: HTML5Translator, _node: nodes.Element) -> None:
    self.body.append("</details>\n")


def _skip(_self: object, _node: nodes.Element) -> None:
    raise nodes.SkipNode


def _close(_self: object, _node: nodes.Element) -> None:
    return
