"""What helps on the page of a protocol or topic: the way there, quoting a clause, reading aloud.

What is said of a text when somebody takes a clause along is that of
:mod:`~protocolkit.document.source_line`. ``bepaling.js`` does the rest.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.messages import Translate, mark
from protocolkit.document.model import Protocol
from protocolkit.document.names import organisation_name
from protocolkit.document.source_line import source_line
from protocolkit.site.engine.addresses import comparison_docname, relative
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.subject_links import subject_title
from protocolkit.site.engine.whole_site import is_whole_site

_WORDS = {
    "read": mark("Read aloud"),
    "stop": mark("Stop reading aloud"),
    "quote": mark("Copy with source"),
    "link": mark("Copy link"),
    "copied": mark("Copied"),
    "copyYourself": mark("Your browser does not let this page copy"),
    "tools": mark("With clause {label}"),
    "quoted": mark("{text}\n\nSource: {source}. {address}"),
}


def connect(app: Sphinx) -> None:
    """Tell the templates of pages what they need."""
    app.connect("html-page-context", _add_context)


def _add_context(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    reading = protocol_domain(app.env).readings.get(pagename)
    if not is_whole_site(app.builder) or not (reading or context.get("is_topic")):
        return
    translate = translate_for(app.config)
    words = {name: translate(text) for name, text in _WORDS.items()}
    if reading is not None:
        context["is_protocol"] = True
        words["source"] = source_line(reading.protocol, translate, language_of(app.config))
        context["crumbs"] = _crumbs(app.env, reading.protocol, pagename, translate)
    context["clause_words"] = words


def _crumbs(
    env: BuildEnvironment, protocol: Protocol, page: str, translate: Translate
) -> list[tuple[str, str]]:
    """Return the way to a protocol: the front page, its kind, itself without an address."""
    subjects = protocol_domain(env).collection().subjects
    subject = next((one for one in subjects if one.slug == protocol.subject), None)
    root = relative(f"{env.config.root_doc}.html", page)
    found = [(translate("Home"), root)]
    if subject is not None:
        compared = subject.concordance is not None
        address = relative(f"{comparison_docname(subject.slug)}.html", page) if compared else ""
        found.append((subject_title(subject), address))
    return [*found, (organisation_name(protocol), "")]
