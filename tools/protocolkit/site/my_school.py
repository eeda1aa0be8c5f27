"""The directive ``{my-school}`` and the pages behind it: which texts apply at my school.

A list of links without scripts; with them a field finds one in it. Each school and board has a page
with its texts, how far these are, and whom to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from protocolkit.base.messages import Translate, mark
from protocolkit.document.cover import make_cover
from protocolkit.document.richtext import plain
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.addresses import protocol_url, relative, school_docname
from protocolkit.site.engine.domain import OncePerBuild, protocol_domain
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.navigation import subject_title
from protocolkit.site.engine.schools import AppliedText, Ground, School, find_schools
from protocolkit.site.engine.whole_site import add_pages, is_whole_site

MY_SCHOOL = "my-school"
"""The name of the directive."""

# By which a page is known that has the list.
_MARK = "has-schools"

MOST_SHOWN = 12
"""So many schools stand on the page itself; the others unfold."""

_GROUNDS = {
    Ground.OWN: mark("Text of {name} itself"),
    Ground.BOARD: mark("Text of the board, {name}"),
    Ground.NAMED: mark("Text of {name}, which names this school"),
}


class my_school(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes like this
    """Stands where the schools come once every protocol is read."""


class MySchoolDirective(SphinxDirective):
    """Puts the schools and boards on a page, each with a link to its texts."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """Leave a place that is filled when every protocol has been read."""
        return [my_school()]


def connect(app: Sphinx) -> None:
    """Register the directive and make the pages."""
    app.add_directive(MY_SCHOOL, MySchoolDirective)
    app.add_node(my_school)
    app.connect("doctree-resolved", _fill)
    app.connect("html-page-context", _add_script)
    add_pages(app, _collect_pages)


def schools_of(app: Sphinx) -> tuple[School, ...]:
    """Return the schools and boards of a build."""
    return _FOUND.of(app.env, lambda collection: find_schools(collection.protocols))


_FOUND = OncePerBuild[tuple[School, ...]]()


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for place in list(doctree.findall(my_school)):
        schools = schools_of(app)
        if not schools or not is_whole_site(app.builder):
            place.parent.remove(place)
            continue
        text = _template(app, "my-school-list.html").render(
            **_list(schools, docname), t=translate_for(app.config), title=""
        )
        place.replace_self(nodes.raw("", text, format="html", classes=[_MARK]))


def _list(schools: tuple[School, ...], page: str) -> dict[str, Any]:
    links = [
        (one.name, one.board, relative(f"{school_docname(one.key)}.html", page)) for one in schools
    ]
    return {"first": links[:MOST_SHOWN], "rest": links[MOST_SHOWN:]}


def _add_script(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], doctree: object
) -> None:
    is_here = isinstance(doctree, nodes.document) and any(
        _MARK in found["classes"] for found in doctree.findall(nodes.raw)
    )
    if is_here or context.get("has_schools"):
        app.add_js_file("mijn-school.js", loading_method="defer")


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    schools, translate = schools_of(app), translate_for(app.config)
    if not schools:
        return
    page, title = school_docname(""), translate("My school")
    body = _template(app, "my-school-list.html").render(
        **_list(schools, page), t=translate, title=title
    )
    yield page, {"title": title, "body": body, "has_schools": True}, "page.html"
    template = _template(app, "my-school.html")
    for school in schools:
        page = school_docname(school.key)
        body = template.render(
            t=translate, school=school, subjects=_subjects(app, school, page), link=_back(page)
        )
        pending = any(is_draft(one.protocol.facts.status) for one in school.texts)
        yield page, {"title": school.name, "body": body, "is_unlisted": pending}, "page.html"


def _back(page: str) -> str:
    return relative(f"{school_docname('')}.html", page)


def _subjects(app: Sphinx, school: School, page: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return each kind of protocol with the texts that apply."""
    translate, language = translate_for(app.config), language_of(app.config)
    found: dict[str, list[dict[str, Any]]] = {}
    subjects = {one.slug: one for one in protocol_domain(app.env).collection().subjects}
    for text in school.texts:
        title = subject_title(subjects[text.protocol.subject])
        found.setdefault(title, []).append(_text(text, page, translate, language))
    return list(found.items())


def _text(text: AppliedText, page: str, translate: Translate, language: str) -> dict[str, Any]:
    protocol = text.protocol
    facts, cover = protocol.facts, make_cover(protocol, translate, language)
    name = facts.organisation.name or protocol.slug
    return {
        "title": plain(protocol.title),
        "address": relative(protocol_url(protocol, ""), page),
        "ground": translate(_GROUNDS[text.ground]).format(name=name),
        "year": cover.year,
        "status": cover.status,
        "is_draft": is_draft(facts.status),
        "notices": [said for said in cover.notices if said and said != cover.mark],
        "standing": cover.standing,
        "ask": facts.owner or name,
    }


def _template(app: Sphinx, name: str) -> Any:
    return page_environment(Path(app.srcdir)).get_template(name)
