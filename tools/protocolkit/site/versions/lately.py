"""What changed lately in all protocols of the site, as one page.

Lately is told from the dates of the texts, the newest first. What was adopted and is still to come
says from when it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sphinx.application import Sphinx

from protocolkit.document.approval_lines import print_date
from protocolkit.document.richtext import plain
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.addresses import (
    history_docname,
    lately_docname,
    pair_docname,
    relative,
)
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.known_histories import known_histories
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.whole_site import add_pages
from protocolkit.site.versions.pages import whole_name
from protocolkit.site.versions.pairs import made_pair
from protocolkit.site.versions.periods import Period, periods
from protocolkit.site.versions.standing import between, entry_name, standing_words
from protocolkit.versions.days import standing_on, turning_days
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.history import History

MOST = 50
"""How many changes the page tells, the newest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """One text that took the place of another, ready to print; ``whole`` names the protocol."""

    title: str
    whole: str
    organisation: str
    date: tuple[Period[str], ...]
    names: str
    changes: tuple[str, ...]
    pair: str
    history: str


def connect(app: Sphinx) -> None:
    """Make the page at the end of a build."""
    add_pages(app, _collect_pages)


def steps(histories: tuple[History, ...]) -> list[tuple[History, Entry, Entry]]:
    """Return each text that took the place of another with that one, the newest first.

    What is on its way has taken no place yet, and what was kept twice took none. Those without a
    date come last, by subject and name.
    """
    found = []
    for history in histories:
        settled = [one for one in history.entries if one.standing is not TextStanding.PENDING]
        found += [
            (history, old, new)
            for new, old in pairwise(settled)
            if old.text.words != new.text.words
        ]
    return sorted(found, key=lambda step: step[2].date, reverse=True)


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    histories = known_histories(app.env)
    if not histories:
        return
    translate = translate_for(app.config)
    title = translate("What changed")
    changes = [_change(app, *step) for step in steps(histories)[:MOST]]
    body = (
        page_environment(Path(app.srcdir))
        .get_template("lately.html")
        .render(t=translate, title=title, changes=changes)
    )
    yield lately_docname(), {"title": title, "body": body}, "page.html"


def _change(app: Sphinx, history: History, old: Entry, new: Entry) -> _Change:
    translate, page = translate_for(app.config), lately_docname()
    protocol = new.text.protocol
    title = plain(protocol.title)
    pair = pair_docname(history.place, old.name, new.name)
    return _Change(
        title=title or entry_name(new, translate),
        whole=whole_name(protocol.facts, title),
        organisation=protocol.facts.organisation.name,
        date=_date(app, history, new),
        names=between(old, new, translate),
        changes=made_pair(app, history, old, new)[0],
        pair=relative(f"{pair}.html", page),
        history=relative(f"{history_docname(history.place)}.html", page),
    )


def _date(app: Sphinx, history: History, new: Entry) -> tuple[Period[str], ...]:
    """Return the date of a text; while it is to come, that it holds from then."""
    translate, language = translate_for(app.config), language_of(app.config)

    def tell(day: str) -> str:
        if standing_on(new, day) is TextStanding.TO_COME:
            return standing_words(new, day, translate, language)
        return print_date(new.date, language)

    return periods(turning_days(history), build_day(), tell)
