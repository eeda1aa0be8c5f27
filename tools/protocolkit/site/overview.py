"""The directive ``{protocol-overview}``: every subject with its boards, pages and downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import NoUri
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from protocolkit.base.files import write_bytes
from protocolkit.base.messages import Translate, mark
from protocolkit.collection import Subject
from protocolkit.document.approval_lines import as_of
from protocolkit.document.begins import holds_till
from protocolkit.document.entry_text import year_of_text
from protocolkit.document.model import Protocol
from protocolkit.document.names import organisation_name
from protocolkit.document.organisations import sector_name
from protocolkit.document.review_calendar import has_review, review_calendar
from protocolkit.document.richtext import plain
from protocolkit.document.status_words import status_of
from protocolkit.paper.shared.file_formats import PAPER_FORMATS
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.engine.addresses import (
    REVIEWS,
    comparison_docname,
    composer_docname,
    paper_url,
    pictures_docname,
    protocol_docname,
    protocol_url,
    relative,
    side_by_side_docname,
    template_docname,
)
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.known_histories import holding_versions
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.navigation import ordered
from protocolkit.site.engine.subject_links import subject_title
from protocolkit.site.engine.whole_site import has_paper, is_whole_site
from protocolkit.site.versions.notice import Notices
from protocolkit.site.versions.notices import to_come
from protocolkit.versions.known_text import KnownText, ProtocolKey

_OVERVIEW_LINKS = {
    "comparison": comparison_docname,
    "side": side_by_side_docname,
    "pictures": pictures_docname,
    "template": template_docname,
    "composer": composer_docname,
}
_PENDING, _CHANGED = mark("A change is on its way:"), mark("There is a changed text:")
_COMPARE = {
    (False, False): mark("Compare {count} protocols on {topics} topics"),
    (False, True): mark("Compare {count} protocols on 1 topic"),
    (True, False): mark("See 1 protocol on {topics} topics"),
    (True, True): mark("See 1 protocol on 1 topic"),
}
_Holding = dict[ProtocolKey, KnownText]
# What holds in the place of a text, what is to come of it, and until when a text holds.
_Others = tuple[_Holding, dict[ProtocolKey, Notices], Callable[[Protocol], str]]
_HEADS = (mark("Organisation"), mark("Title"), mark("Year"), mark("Status"), mark("Download"))


OVERVIEW = "protocol-overview"
"""The name of the directive."""
_SHOWS, _DAY = "protocolkit_shows", "protocolkit_overview_day"


class overview(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes like this
    """Stands where the overview comes once every protocol is read; ``level`` is its headings'."""


class OverviewDirective(SphinxDirective):
    """Puts the overview of all protocols on a page."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when every protocol has been read."""
        self.env.metadata[self.env.docname][_SHOWS] = OVERVIEW
        return [overview()]


def connect(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive(OVERVIEW, OverviewDirective)
    app.add_node(overview)
    app.connect("env-updated", _on_another_day)
    app.connect("doctree-resolved", _fill)
    app.connect("build-finished", _write_calendar)


def _on_another_day(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Have the overview written again on another day than it was: it says of which day it is."""
    day, before = build_day(), getattr(env, _DAY, "")
    setattr(env, _DAY, day)
    shown = (name for name, known in env.metadata.items() if _SHOWS in known)
    return sorted(env.found_docs.intersection(shown)) if day != before else ()


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for place in list(doctree.findall(overview)):
        subjects = protocol_domain(app.env).collection().subjects
        translate = translate_for(app.config)
        holding, language = _holding(app.env), language_of(app.config)
        till = partial(holds_till, translate=translate, language=language)
        told = holding, to_come(app.env, docname), till
        if not is_whole_site(app.builder):
            place.replace_self(_plain_overview(app, docname))
            continue
        template = page_environment(Path(app.srcdir)).get_template("overview.html")
        text = template.render(
            subjects=[
                _subject(subject, docname, translate, told, with_paper=has_paper(app))
                for subject in subjects
            ],
            organisations=_organisations(subjects, docname, holding),
            reviews=_reviews(subjects, docname),
            as_of=as_of(build_day(), translate, language),
            heads=[translate(head) for head in _HEADS],
            level=_depth(place) + 1,
            t=translate,
        )
        place.replace_self(nodes.raw("", text, format="html"))


def _reviews(subjects: Iterable[Subject], page: str) -> str:
    """Return the address of the calendar from a page, "" when no protocol has a date for it."""
    dated = any(has_review(one) for subject in subjects for one in subject.protocols)
    return relative(REVIEWS, page) if dated else ""


def _write_calendar(app: Sphinx, exception: Exception | None) -> None:
    """Write the evaluation dates as a calendar, where some protocol has one."""
    if exception is not None or not is_whole_site(app.builder):
        return
    protocols = [one for one in protocol_domain(app.env).collection().protocols if has_review(one)]
    if protocols:
        content = review_calendar(protocols, translate_for(app.config))
        write_bytes(Path(app.outdir) / REVIEWS, content)


def _plain_overview(app: Sphinx, page: str) -> list[nodes.Node]:
    """Return each kind of protocol with its protocols, for a build without comparisons."""
    found: list[nodes.Node] = []
    for subject in protocol_domain(app.env).collection().subjects:
        found.append(nodes.paragraph("", "", nodes.strong("", subject_title(subject))))
        lines = nodes.bullet_list()
        for protocol in ordered(subject):
            name = f"{organisation_name(protocol)}: {plain(protocol.title)}"
            target, words = protocol_docname(protocol), nodes.inline("", name)
            link = _link(app, page, target, words)
            year = year_of_text(protocol)
            said = f" ({year})" if year else ""
            lines += nodes.list_item("", nodes.paragraph("", "", link, nodes.Text(said)))
        found.append(lines)
    return found


def _link(app: Sphinx, page: str, target: str, words: nodes.inline) -> nodes.Node:
    """Return a link to a protocol, or its words where a book leaves it out."""
    try:
        return make_refnode(app.builder, page, target, "", words)
    except NoUri:
        return words


def _depth(node: nodes.Node) -> int:
    """Return the level of the heading that a node stands under."""
    depth, above = 0, node.parent
    while above is not None:
        depth += isinstance(above, nodes.section)
        above = above.parent
    return depth


def _holding(env: BuildEnvironment) -> _Holding:
    return {place: one.text for place, one in holding_versions(env).items()}


def _subject(
    subject: Subject,
    page: str,
    translate: Translate,
    others: _Others,
    *,
    with_paper: bool,
) -> dict[str, Any]:
    """Return what is shown of a subject; ``others`` hold now, or are still to come."""
    holding, coming, till = others
    counted = subject.compared
    topics = counted.concordance.topics if counted.concordance else ()
    pages = {
        name: relative(f"{docname(subject.slug)}.html", page) if subject.concordance else ""
        for name, docname in _OVERVIEW_LINKS.items()
    }
    return {
        **pages,
        "slug": subject.slug,
        "title": subject_title(subject),
        "boards": len(counted.protocols),
        "compare": compare_words(len(counted.protocols), len(topics), translate),
        "protocols": [
            _protocol(protocol, page, translate, with_paper=with_paper)
            | _beside(protocol, page, translate, holding, with_paper=with_paper)
            | {"to_come": coming.get(place, ()), "till": till(_held(protocol, holding))}
            for protocol in ordered(subject)
            for place in ((protocol.subject, protocol.slug),)
        ],
    }


def compare_words(count: int, topics: int, translate: Translate) -> str:
    """Return the words of the link to a comparison of ``count`` protocols.

    >>> compare_words(2, 1, str)
    'Compare 2 protocols on 1 topic'
    """
    return translate(_COMPARE[count == 1, topics == 1]).format(count=count, topics=topics)


def _held(protocol: Protocol, holding: _Holding) -> Protocol:
    """Return the text of a row: the one that holds, where that is another than the present one."""
    found = holding.get((protocol.subject, protocol.slug))
    return found.protocol if found else protocol


def _protocol(
    protocol: Protocol, page: str, translate: Translate, *, with_paper: bool
) -> dict[str, Any]:
    facts = protocol.facts
    return {
        "organisation": organisation_name(protocol),
        "address": _address(protocol, page),
        "title": plain(protocol.title),
        "title_note": translate("[title added]") if facts.title_supplied else "",
        "sector": sector_name(facts.organisation.sector, translate),
        "year": year_of_text(protocol) or translate("year unknown"),
        "status": status_of(protocol, translate),
        "is_draft": is_draft(facts.status),
        "downloads": _papers(protocol, page) if with_paper else [],
    }


def _papers(protocol: Protocol, page: str, version: str = "") -> list[tuple[str, str]]:
    papers = ((one.shown, paper_url(protocol, one, version)) for one in PAPER_FORMATS)
    return [(shown, relative(address, page)) for shown, address in papers]


def _beside(
    protocol: Protocol, page: str, translate: Translate, holding: _Holding, *, with_paper: bool
) -> dict[str, Any]:
    """Return what a row says of the text that holds, when the present one is on its way."""
    holds = holding.get((protocol.subject, protocol.slug))
    if holds is None:
        return {"pending": None}
    is_pending = is_draft(protocol.facts.status)
    said = translate(_PENDING if is_pending else _CHANGED)
    return {
        "address": relative(f"{holds.docname}.html", page),
        "title": plain(holds.protocol.title),
        "year": year_of_text(holds.protocol) or translate("year unknown"),
        "status": status_of(holds.protocol, translate),
        "is_draft": False,
        "downloads": _papers(protocol, page, holds.name) if with_paper else [],
        "pending": (said, status_of(protocol, translate), _address(protocol, page)),
    }


def _address(protocol: Protocol, page: str) -> str:
    return relative(protocol_url(protocol, ""), page)


def _organisations(
    subjects: Iterable[Subject], page: str, holding: _Holding
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each organisation with its protocols, when some have more than one."""
    found: dict[str, list[tuple[str, str]]] = {}
    for subject in subjects:
        for protocol in subject.protocols:
            holds = holding.get((protocol.subject, protocol.slug))
            address = relative(f"{holds.docname}.html", page) if holds else ""
            link = (subject_title(subject), address or _address(protocol, page))
            found.setdefault(organisation_name(protocol), []).append(link)
    if all(len(links) == 1 for links in found.values()):
        return []
    return sorted(found.items(), key=lambda item: item[0].casefold())
