"""The directive ``{my-school}`` and the pages behind it: which texts apply at my school.

A list of links without scripts; with them a field finds one in it. Each school and board has a page
with its texts, how far these are, and whom to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from protocolkit.base.messages import Translate, mark
from protocolkit.collection import basis_name
from protocolkit.document.adoptions import is_gone, replaced_by
from protocolkit.document.approval_lines import as_of, print_date
from protocolkit.document.at_school import at_school, is_adopted_at, is_without_text
from protocolkit.document.begins import begins_nowhere_before, holdings_on
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.decided_text import changed_since_adoption
from protocolkit.document.entry_text import is_on_this_text, year_of_text
from protocolkit.document.facts import asked_of
from protocolkit.document.model import Protocol
from protocolkit.document.names import organisation_name
from protocolkit.document.richtext import plain
from protocolkit.document.school_notices import adopted_so_far
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.addresses import protocol_url, relative, school_docname
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.domain import OncePerBuild, protocol_domain
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.known_histories import known_histories
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.schools import AppliedText, Ground, School, find_schools
from protocolkit.site.engine.subject_links import subject_title
from protocolkit.site.engine.whole_site import add_pages, is_whole_site
from protocolkit.site.versions.notices import to_come
from protocolkit.site.versions.standing import read_newest
from protocolkit.versions.board_texts import board_texts
from protocolkit.versions.decided_versions import unproven_bodies
from protocolkit.versions.entry import TextStanding

MY_SCHOOL = "my-school"
"""The name of the directive."""

MOST_SHOWN = 12
"""How many schools stand on the page itself; the others unfold."""

_GROUNDS = {
    Ground.OWN: mark("Text of {name} itself"),
    Ground.BOARD: mark("Text of the board, {name}"),
    Ground.NAMED: mark("Text of {name}, which names this school"),
}


_NOT_HERE = mark("not adopted for this school")
_ELSEWHERE = mark("This text was adopted for other schools. At this school it does not hold.")
_ELSEWHERE_LATER = mark(
    "This text was adopted for other schools, and holds there from {date}. At this school it does "
    "not hold."
)
_CHANGED_ELSEWHERE = mark(
    "Nothing was decided about this text. An earlier one was adopted for other schools. At this "
    "school that does not hold."
)
_NOT_MEANT = mark("not meant for this school")
_NOT_MEANT_HERE = mark("This text is not meant for this school.")
_NAMED_BEFORE = mark("This text no longer names this school, and holds here on.")
_NONE_HERE = mark("For this school no text is adopted.")
_READ_ELSEWHERE = mark("Read the text that holds at other schools, and not at this one")
_READ_LATER = mark("Read the text that will hold at other schools, and not at this one")


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
        place.replace_self(nodes.raw("", text, format="html"))


def _list(schools: tuple[School, ...], page: str) -> dict[str, Any]:
    links = [
        (one.name, one.board, relative(f"{school_docname(one.key)}.html", page)) for one in schools
    ]
    return {"first": links[:MOST_SHOWN], "rest": links[MOST_SHOWN:]}


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    schools, translate = schools_of(app), translate_for(app.config)
    if not schools:
        return
    page, title = school_docname(""), translate("My school")
    body = _template(app, "my-school-list.html").render(
        **_list(schools, page), t=translate, title=title
    )
    yield page, {"title": title, "body": body}, "page.html"
    template = _template(app, "my-school.html")
    for school in schools:
        page = school_docname(school.key)
        body = template.render(
            t=translate,
            school=school,
            subjects=_subjects(app, school, page),
            link=_back(page),
            as_of=as_of(build_day(), translate, language_of(app.config)),
        )
        pending = any(is_draft(one.protocol.facts.status) for one in school.texts)
        yield page, {"title": school.name, "body": body, "is_unlisted": pending}, "page.html"


def _back(page: str) -> str:
    return relative(f"{school_docname('')}.html", page)


def _subjects(app: Sphinx, school: School, page: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return each kind of protocol with the texts that apply."""
    found: dict[str, list[dict[str, Any]]] = {}
    subjects = {one.slug: one for one in protocol_domain(app.env).collection().subjects}
    for text in school.texts:
        title = subject_title(subjects[text.protocol.subject])
        found.setdefault(title, []).append(_text(app, text, school, page))
    return list(found.items())


def _text(app: Sphinx, text: AppliedText, school: School, page: str) -> dict[str, Any]:
    translate, language = translate_for(app.config), language_of(app.config)
    protocol = at_school(text.protocol, school.name)
    facts = protocol.facts
    cover = cover_at(text.protocol, school.name, Path(app.srcdir), translate, language)
    name = organisation_name(protocol)
    address = relative(protocol_url(protocol, ""), page)
    is_here = is_adopted_at(text.protocol, school.name)
    until = None if is_here and not is_open(protocol) else _until(app, protocol, page)
    if is_without_text(text.protocol, school.name):
        is_to_come = begins_nowhere_before(text.protocol, build_day())
        elsewhere = _until(app, text.protocol, page) if is_open(text.protocol) else None
        goal = elsewhere[1] if elsewhere else address
        until = translate(_READ_LATER if is_to_come else _READ_ELSEWHERE), goal
    place = protocol.subject, protocol.slug
    status, standing = here_words(text.protocol, school.name, cover, translate)
    return {
        "title": plain(protocol.title),
        "address": address,
        "ground": translate(_GROUNDS[text.ground]).format(name=name),
        "year": year_of_text(protocol) or year_of_text(text.protocol) or cover.year,
        "status": status,
        "is_draft": is_draft(facts.status),
        "until": until,
        "notices": [said for said in cover.notices if said and said != cover.mark],
        "standing": standing,
        "decisions": [line.phrase for line in cover.approvals],
        "to_come": to_come(app.env, page, school.name).get(place, ()) if is_here else (),
        "ask": asked_of(facts) or name,
    }


def cover_at(
    protocol: Protocol, school: str, root: Path, translate: Translate, language: str
) -> Cover:
    """Return what the cover of a text says at a school, with what it says of its board's text."""
    here = at_school(protocol, school)
    board, unproven = board_texts(protocol, root), unproven_bodies(here, root)
    basis = basis_name(protocol, root)
    cover = make_cover(here, translate, language, board, basis=basis, unproven=unproven, day=None)
    counted = adopted_so_far(protocol, translate) if is_adopted_at(protocol, school) else ""
    is_told = not counted or counted in cover.decided
    return cover if is_told else replace(cover, decided=(counted, *cover.decided))


def here_words(
    protocol: Protocol, school: str, cover: Cover, translate: Translate
) -> tuple[str, str]:
    """Return how far a text is at a school, and what it is there; ``cover`` is that of it there."""
    has_gone = is_gone(school, protocol.facts)
    if is_adopted_at(protocol, school):
        more = f" {translate(_NAMED_BEFORE)}" if has_gone else ""
        return cover.status, f"{cover.standing}{more}"
    if has_gone:
        return translate(_NOT_MEANT), translate(_NOT_MEANT_HERE)
    said = translate(_ELSEWHERE)
    if day := begins_nowhere_before(protocol, build_day()):
        said = translate(_ELSEWHERE_LATER).format(date=print_date(day))
    if changed_since_adoption(protocol):
        said = translate(_CHANGED_ELSEWHERE)
    if is_without_text(protocol, school):
        said = f"{said} {translate(_NONE_HERE)}"
    return translate(_NOT_HERE), said


def is_open(protocol: Protocol) -> bool:
    """Tell whether a text does not hold yet, or does not hold any more."""
    is_other = replaced_by(protocol) is not None or changed_since_adoption(protocol)
    return is_draft(protocol.facts.status) or is_other


def _until(app: Sphinx, protocol: Protocol, page: str) -> tuple[str, str] | None:
    """Return a link to the text that holds while this one does not, None where none is known."""
    place = protocol.subject, protocol.slug
    history = next((one for one in known_histories(app.env) if one.place == place), None)
    if history is None or history.newest.standing is not TextStanding.HOLDS:
        return None
    held = [one.adoption for one in holdings_on(protocol.facts, build_day())]
    entries = sorted(history.entries, key=lambda one: one.same_as is not None)
    told = (one for one in entries if any(is_on_this_text(a, one.told) for a in held))
    entry = next(told, None if held else history.newest)
    if entry is None or entry.text.protocol is protocol or entry.same_as == "":
        return None
    words = read_newest(history, build_day(), translate_for(app.config))
    return words, relative(f"{entry.text.docname}.html", page)


def _template(app: Sphinx, name: str) -> Any:
    return page_environment(Path(app.srcdir)).get_template(name)
