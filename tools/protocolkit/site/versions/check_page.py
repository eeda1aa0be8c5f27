"""The page that says of a text on paper whether it still holds, by its check code.

Every site has it, since every paper bears a code; a script finds one that is typed, with or without
its spaces. Paper leads to it with the code in the address (``controle/index.html#1b07ca4b8e31``),
which needs no script: the text of that code is the one that stands out. Paper says where only when
the configuration gives the address of the website.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from protocolkit.base.messages import Translate, mark
from protocolkit.document.fingerprints import check_code, codes_of_before
from protocolkit.document.richtext import plain
from protocolkit.paper.shared.lone_page import page_environment
from protocolkit.site.comparison.pages import Page
from protocolkit.site.engine.addresses import (
    check_docname,
    history_docname,
    pair_docname,
    relative,
)
from protocolkit.site.engine.known_histories import all_histories
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.public_address import public_address
from protocolkit.site.engine.whole_site import add_pages
from protocolkit.site.versions.pages import whole_name
from protocolkit.site.versions.standing import (
    StandingWords,
    read_newest,
    standing_words,
    version_words,
)
from protocolkit.versions.history import Entry, History, TextStanding

_ANSWERS = {
    TextStanding.HOLDS: mark("This text is the newest."),
    TextStanding.NEWEST: mark("This text is the newest that stands here."),
    TextStanding.EARLIER: mark("There is a newer text."),
    TextStanding.REPLACED: mark("There is a newer text."),
    TextStanding.WITHDRAWN: mark("This protocol has been withdrawn."),
    TextStanding.PENDING: mark("Nothing has been decided on this text."),
}

_HOLDS, _OVER = "text-holds", "text-over"

_NAME_REMOVED = mark("A name was removed from this text since, so it has another code now.")

_CODE_OF_BEFORE = mark(
    "This is a code of before. It does not say which note is called by a mark that comes back, or "
    "what falls under which point: look whether that is the same on your paper."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """One text that has a code: whose, the answer, and links as words and addresses.

    ``look`` is how the answer looks: as good news, as a warning, or ``""`` as neither.
    """

    title: str
    answer: str
    look: str
    standing: StandingWords
    links: tuple[tuple[str, str], ...]


def connect(app: Sphinx) -> None:
    """Make the page at the end of a build."""
    add_pages(app, _collect_pages)


def check_address(config: Config, fingerprint: str) -> str:
    """Return where the public website says whether a text still holds, "" without an address."""
    return public_address(config, f"{check_docname()}.html#{code_of(fingerprint)}")


def code_of(fingerprint: str) -> str:
    """Return a check code as an address has it, in one piece."""
    return check_code(fingerprint).replace(" ", "")


def _collect_pages(app: Sphinx) -> Iterator[Page]:
    translate, language = translate_for(app.config), language_of(app.config)
    name = check_docname()
    title = translate("Does my text still hold?")
    found: dict[str, list[_Text]] = {}
    for history, entry in _newest_first(all_histories(app.env)):
        text = _text(history, entry, name, translate, language)
        found.setdefault(entry.text.fingerprint, []).append(text)
        for one in entry.text.protocol.facts.removed_names:
            answer = f"{translate(_NAME_REMOVED)} {text.answer}"
            found.setdefault(one.fingerprint, []).append(replace(text, answer=answer))
        for before in filter(history.bears, codes_of_before(entry.text.protocol)):
            answer = f"{translate(_CODE_OF_BEFORE)} {text.answer}"
            look = "" if text.look == _HOLDS else text.look
            found.setdefault(before, []).append(replace(text, answer=answer, look=look))
    codes = [
        (check_code(print_), code_of(print_), texts)
        for print_, texts in sorted(found.items(), key=lambda one: one[1][0].title.casefold())
    ]
    template = page_environment(Path(app.srcdir)).get_template("check.html")
    body = template.render(t=translate, title=title, codes=codes)
    yield name, {"title": title, "body": body, "is_unlisted": True}, "page.html"


def _newest_first(histories: tuple[History, ...]) -> Iterator[tuple[History, Entry]]:
    """Yield every text, those to read before others with the same words."""
    for history in histories:
        yield history, history.newest
    for history in histories:
        old = (entry for entry in history.entries if not history.is_newest(entry))
        yield from ((history, entry) for entry in old)


def _text(history: History, entry: Entry, page: str, translate: Translate, language: str) -> _Text:
    protocol, newest = entry.text.protocol, history.newest
    links = [(translate("Read this text"), entry.text.docname)]
    if not history.is_newest(entry):
        links.append((read_newest(history, translate), newest.text.docname))
        order = history.entries.index(entry) > history.entries.index(newest)
        old, new = (entry, newest) if order else (newest, entry)
        pair = pair_docname(history.place, old.name, new.name)
        links.append((translate("What is different between the two"), pair))
    if len(history.entries) > 1 or entry.kept:
        links.append((translate("All versions"), history_docname(history.place)))
    name = whole_name(protocol.facts, plain(protocol.title))
    return _Text(
        title=f"{name}: {version_words(entry, translate)}" if entry.name else name,
        answer=translate(_ANSWERS[entry.standing]),
        look=_HOLDS if entry.standing in {TextStanding.HOLDS, TextStanding.NEWEST} else _OVER,
        standing=standing_words(entry, translate, language),
        links=tuple((words, relative(f"{goal}.html", page)) for words, goal in links),
    )
