"""The history of each protocol as a page, and a page for every two of its texts.

The history takes two texts from its address (``?van=2025-1&naar=2026-1``) and leads to their page;
without a script its links do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sphinx.application import Sphinx

from protocolkit.document.approval_lines import print_date
from protocolkit.document.facts import Facts
from protocolkit.document.richtext import plain
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.addresses import (
    CHECK,
    HISTORY,
    LATELY,
    check_docname,
    history_docname,
    pair_docname,
    relative,
)
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.domain import protocol_domain
from protocolkit.site.engine.drafts import is_draft
from protocolkit.site.engine.known_histories import known_histories, moved_versions
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.whole_site import add_pages
from protocolkit.site.versions.pairs import made_pair
from protocolkit.site.versions.periods import Period, periods
from protocolkit.site.versions.standing import (
    between,
    entry_name,
    read_newest,
    row_words,
    standing_words,
)
from protocolkit.versions.days import is_newest_on, newest_on, standing_on, turning_days
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.history import History

_AFTER_OURS = 850
_Words = tuple[Period[str], ...]
_Link = tuple[str, str]
_Told = TypeVar("_Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """A link to two texts; ``keys`` are how an address may name them, in either order."""

    name: str
    keys: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One text in the table of a history; ``kept`` leads to its kept version, if that is apart."""

    name: str
    address: str
    kept: str
    kept_on: str
    standing: _Words
    changes: tuple[str, ...]
    pair: _Pair | None
    is_newest: bool


def connect(app: Sphinx) -> None:
    """Make the pages at the end of a build."""
    add_pages(app, _collect_pages)
    app.connect("html-page-context", _add_files)


def whole_name(facts: Facts, title: str) -> str:
    """Return how a page calls a protocol: its title, and whose it is."""
    return ", ".join(part for part in (title, facts.organisation.name) if part)


def _add_files(
    app: Sphinx, pagename: str, _template: str, _context: dict[str, Any], _doctree: object
) -> None:
    """Give our own pages their style and script, and no other page."""
    if pagename.split("/", maxsplit=1)[0] in {CHECK, HISTORY, LATELY}:
        app.add_css_file("versies.css", priority=_AFTER_OURS)
        if pagename.endswith("/index") and pagename.startswith(f"{HISTORY}/"):
            app.add_js_file("versies.js", loading_method="defer")
        if pagename == check_docname():
            app.add_js_file("controle.js", loading_method="defer")


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    for history in known_histories(app.env):
        pages = _Pages(app, history)
        yield pages.history()
        yield from pages.pairs()
        yield from pages.former()
    titles = {text.docname: text.name for text in protocol_domain(app.env).versions.values()}
    translate = translate_for(app.config)
    for page, goal in moved_versions(app.env).items():
        words = translate("Version '{version}'").format(version=titles[goal])
        yield moved_page(app, page, f"{goal}.html", words)


class _Pages:
    """The pages of one history."""

    def __init__(self, app: Sphinx, history: History) -> None:
        self._app, self._history = app, history
        self._translate, self._language = translate_for(app.config), language_of(app.config)
        self._day, self._days = build_day(), turning_days(history)
        self._environment = page_environment(Path(app.srcdir))
        protocol = history.newest.text.protocol
        self._title = whole_name(protocol.facts, plain(protocol.title))
        self._is_unlisted = is_draft(history.entries[0].text.protocol.facts.status)

    def history(self) -> Page:
        """Return the page with all texts."""
        history, translate = self._history, self._translate
        name = history_docname(history.place)
        title = translate("History: {protocol}").format(protocol=self._title)
        body = self._environment.get_template("history.html").render(
            t=translate,
            title=title,
            lead=translate("All texts of this protocol that are kept here, the newest first."),
            newest=self._dated(lambda day: self._newest(name, day)),
            rows=[self._row(entry, name) for entry in history.entries],
            present=next((entry.name for entry in history.entries if entry.present), ""),
            names=[(entry.name, entry_name(entry, translate)) for entry in history.entries],
            pairs=[self._pair(old, new, name) for old, new in history.pairs],
        )
        return name, {"title": title, "body": body, "is_unlisted": self._is_unlisted}, "page.html"

    def pairs(self) -> Iterator[Page]:
        """Yield the page of every two texts; they hold old texts, so nobody may search them."""
        translate, history = self._translate, self._history
        template = self._environment.get_template("pair.html")
        for old, new in history.pairs:
            name = pair_docname(history.place, old.name, new.name)
            title = translate("What changed: {title}").format(title=self._title)
            body = template.render(
                t=translate,
                title=title,
                lead=between(old, new, self._translate),
                texts=[self._text(entry, name) for entry in (new, old)],
                newest=self._dated(partial(self._neither, (old, new), name)),
                history=relative(f"{history_docname(history.place)}.html", name),
                body=made_pair(self._app, history, old, new)[1],
            )
            yield name, {"title": title, "body": body, "is_unlisted": True}, "page.html"

    def former(self) -> Iterator[Page]:
        """Yield a page for each name that the protocol had before, which leads to its history."""
        for place in self._history.former:
            goal = f"{history_docname(self._history.place)}.html"
            yield moved_page(self._app, history_docname(place), goal, self._title)

    def _dated(self, tell: Callable[[str], _Told]) -> tuple[Period[_Told], ...]:
        """Return what is told from the day of the build on."""
        return periods(self._days, self._day, tell)

    def _newest(self, page: str, day: str) -> _Link:
        """Return the words and the address of a link to the text that readers should read."""
        address = relative(f"{newest_on(self._history, day).text.docname}.html", page)
        return read_newest(self._history, day, self._translate), address

    def _neither(self, texts: tuple[Entry, Entry], page: str, day: str) -> _Link | None:
        """Return that link for a page with older texts, None where it has that one or a later."""
        is_here = any(
            is_newest_on(self._history, entry, day)
            or standing_on(entry, day) is TextStanding.TO_COME
            for entry in texts
        )
        return None if is_here else self._newest(page, day)

    def _row(self, entry: Entry, page: str) -> _Row:
        translate = self._translate
        before = self._before(entry)
        pair = self._pair(before, entry, page) if before else None
        changes = made_pair(self._app, self._history, before, entry)[0] if before else ()
        kept = entry.kept.docname if entry.kept and entry.present else ""
        return _Row(
            name=entry_name(entry, translate),
            address=relative(f"{entry.text.docname}.html", page),
            kept=relative(f"{kept}.html", page) if kept else "",
            kept_on=self._kept_on(entry),
            standing=self._dated(lambda day: row_words(entry, day, translate, self._language)),
            changes=changes,
            pair=pair,
            is_newest=is_newest_on(self._history, entry, self._day),
        )

    def _kept_on(self, entry: Entry) -> str:
        if entry.kept is None or not entry.kept.kept_on:
            return ""
        date = print_date(entry.kept.kept_on, self._language)
        return self._translate("kept on {date}").format(date=date)

    def _before(self, entry: Entry) -> Entry | None:
        """Return the text whose place another one took, or would take."""
        later = self._history.entries[self._history.entries.index(entry) + 1 :]
        return next((one for one in later if one.standing is not TextStanding.PENDING), None)

    def _pair(self, old: Entry, new: Entry, page: str) -> _Pair:
        address = f"{pair_docname(self._history.place, old.name, new.name)}.html"
        return _Pair(
            name=between(old, new, self._translate),
            keys=f"{old.name}_{new.name} {new.name}_{old.name}",
            address=relative(address, page),
        )

    def _text(self, entry: Entry, page: str) -> tuple[str, _Words, str, str]:
        """Return what a page says of one of its two texts, with a link to read it."""
        return (
            entry_name(entry, self._translate),
            self._dated(lambda day: standing_words(entry, day, self._translate, self._language)),
            self._translate("Read this text"),
            relative(f"{entry.text.docname}.html", page),
        )


def moved_page(app: Sphinx, name: str, goal: str, title: str) -> Page:
    """Return a page that leads on from an address that something had before."""
    translate = translate_for(app.config)
    address = relative(goal, name)
    body = (
        page_environment(Path(app.srcdir))
        .get_template("moved.html")
        .render(t=translate, title=title, address=address)
    )
    return name, {"title": title, "body": body, "is_unlisted": True}, "page.html"
