"""The menu of every page, and which protocol comes before and after another.

The theme would print the whole tree of contents on every page, which takes minutes for a thousand
protocols. Here a kind of protocol is folded unless the page belongs to it, and so is every other
branch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sphinx.addnodes import toctree
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.messages import Translate, mark
from protocolkit.collection import Subject
from protocolkit.document.model import Protocol
from protocolkit.document.names import organisation_name
from protocolkit.site.engine.addresses import (
    comparison_docname,
    composer_docname,
    lately_docname,
    protocol_docname,
    protocol_url,
    relative,
    subject_of,
    template_docname,
)
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.language import translate_for
from protocolkit.site.engine.subject_links import subject_title
from protocolkit.site.engine.whole_site import is_whole_site

# What a compared subject has besides its protocols, with a class for its looks.
_SUBJECT_LINKS = (
    (mark("Compare"), comparison_docname, "to-matrix"),
    (mark("Template"), template_docname, "to-template"),
    (mark("Compose"), composer_docname, "to-composer"),
)
# With no more protocols than this, every kind is unfolded on every page.
_FEW = 15
# With more than this in one kind, the menu shows only the one that is read.
_MANY = 60
# Before the theme's own handler, which has Sphinx's default of 500.
_EARLY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A link of the menu and what is unfolded under it; ``role`` is a class for its looks."""

    title: str
    address: str
    is_current: bool = False
    role: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A headed part of the menu."""

    title: str
    entries: tuple[Entry, ...]


def connect(app: Sphinx) -> None:
    """Give every page its menu."""
    app.connect("html-page-context", _add_menu, priority=_EARLY)


def ordered(subject: Subject) -> tuple[Protocol, ...]:
    """Return a subject's protocols by the name of their organisation, as the comparison does."""
    return tuple(
        sorted(subject.protocols, key=lambda p: (p.facts.organisation.name.casefold(), p.slug))
    )


def make_menu(
    env: BuildEnvironment, subjects: tuple[Subject, ...], page: str, translate: Translate
) -> tuple[Group, ...]:
    """Return the menu as seen from one page."""
    root = str(env.config.root_doc)
    home = Entry(
        title=translate("Home"), address=relative(f"{root}.html", page), is_current=page == root
    )
    few = sum(len(subject.protocols) for subject in subjects) <= _FEW
    reading = protocol_domain(env).readings.get(page)
    version = protocol_domain(env).versions.get(page)
    shown = reading.protocol if reading else version.protocol if version else None
    here = shown.subject if shown else subject_of(page)
    others = tuple(_other_groups(env, root, page))
    # Below the protocols, pages without a caption would seem to be about the last kind of these.
    loose = (entry for group in others if not group.title for entry in group.entries)
    groups = [Group(title="", entries=(home, *_lately(env, page, translate), *loose))]
    groups += [
        _subject_group(subject, page, translate, unfolded=few or here == subject.slug)
        for subject in subjects
    ]
    groups += (group for group in others if group.title)
    return tuple(groups)


def _lately(env: BuildEnvironment, page: str, translate: Translate) -> Iterator[Entry]:
    """Yield the entry of what changed lately, where versions are kept."""
    if protocol_domain(env).versions:
        name = lately_docname()
        yield Entry(
            title=translate("What changed"),
            address=relative(f"{name}.html", page),
            is_current=page == name,
        )


def _add_menu(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    if not is_whole_site(app.builder):
        return
    subjects = protocol_domain(app.env).collection().subjects
    translate = translate_for(app.config)
    context["menu"] = make_menu(app.env, subjects, pagename, translate)
    if app.config.html_theme == "furo":
        # The theme asks for the whole tree and would only throw it away.
        context["toctree"] = lambda **_options: ""
    if pagename in protocol_domain(app.env).readings:
        before, after = _neighbours(subjects, pagename)
        context["prev"] = _link(before, pagename)
        context["next"] = _link(after, pagename)


def _subject_group(subject: Subject, page: str, translate: Translate, *, unfolded: bool) -> Group:
    entries: list[Entry] = []
    if subject.concordance is not None:
        entries += [
            Entry(
                title=translate(title),
                address=relative(f"{docname(subject.slug)}.html", page),
                is_current=page == docname(subject.slug),
                role=role,
            )
            for title, docname, role in _SUBJECT_LINKS
        ]
    if unfolded:
        shown = [
            protocol
            for protocol in ordered(subject)
            if len(subject.protocols) <= _MANY or protocol_docname(protocol) == page
        ]
        entries += [_protocol_entry(protocol, page) for protocol in shown]
    if not unfolded or len(subject.protocols) > _MANY:
        count = len(subject.protocols)
        said = translate("1 protocol") if count == 1 else translate("All {count} protocols")
        text = said.format(count=count)
        address = relative(f"index.html#soort-{subject.slug}", page)
        entries.append(Entry(title=text, address=address))
    return Group(title=subject_title(subject), entries=tuple(entries))


def _protocol_entry(protocol: Protocol, page: str) -> Entry:
    return Entry(
        title=organisation_name(protocol),
        address=relative(protocol_url(protocol, ""), page),
        is_current=protocol_docname(protocol) == page,
    )


def _other_groups(env: BuildEnvironment, root: str, page: str) -> Iterator[Group]:
    """Yield what the front page lists besides protocols, under its own captions."""
    if root not in env.tocs:
        return
    for tree in env.tocs[root].findall(toctree):
        entries = tuple(_other_entries(env, tree["entries"], page, root))
        if entries:
            yield Group(title=tree.get("caption") or "", entries=entries)


def _other_entries(
    env: BuildEnvironment, listed: list[tuple[str | None, str]], page: str, root: str
) -> Iterator[Entry]:
    for title, docname in listed:
        if docname in env.titles and docname != root and not _is_protocol(env, docname):
            yield _branch(env, docname, page, {root}, title)


def _branch(
    env: BuildEnvironment, docname: str, page: str, above: set[str], title: str | None = None
) -> Entry:
    """Return a page with what is under it, unfolded only when the reader is there."""
    seen = above | {docname}
    below = [
        name
        for name in env.toctree_includes.get(docname, ())
        if name not in seen and name in env.titles and not _is_protocol(env, name)
    ]
    entries: tuple[Entry, ...] = ()
    if page == docname or _is_under(env, docname, page, seen):
        entries = tuple(_branch(env, name, page, seen) for name in below)
    return Entry(
        title=title or env.titles[docname].astext(),
        address=relative(f"{docname}.html", page),
        is_current=docname == page,
        entries=entries,
    )


def _is_under(env: BuildEnvironment, docname: str, page: str, seen: set[str]) -> bool:
    below = [name for name in env.toctree_includes.get(docname, ()) if name not in seen]
    return page in below or any(_is_under(env, name, page, seen | {name}) for name in below)


def _neighbours(
    subjects: tuple[Subject, ...], page: str
) -> tuple[Protocol | None, Protocol | None]:
    for subject in subjects:
        protocols = ordered(subject)
        place = next(
            (n for n, found in enumerate(protocols) if protocol_docname(found) == page), None
        )
        if place is not None:
            before = protocols[place - 1] if place else None
            return before, next(iter(protocols[place + 1 :]), None)
    return None, None


def _link(protocol: Protocol | None, page: str) -> dict[str, str] | None:
    if protocol is None:
        return None
    entry = _protocol_entry(protocol, page)
    return {"title": entry.title, "link": entry.address}


def _is_protocol(env: BuildEnvironment, docname: str) -> bool:
    return docname in protocol_domain(env).readings
