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
from protocolkit.changes.touched import Touched
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
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.known_histories import all_histories
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.public_address import public_address
from protocolkit.site.engine.whole_site import add_pages
from protocolkit.site.versions.pages import whole_name
from protocolkit.site.versions.periods import Period, periods
from protocolkit.site.versions.standing import (
    read_newest,
    standing_words,
    version_words,
)
from protocolkit.versions.days import (
    gives_way,
    is_newest_on,
    newest_on,
    standing_on,
    turning_days,
)
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.history import History

_ANSWERS = {
    TextStanding.HOLDS: mark("This text is the newest."),
    TextStanding.TO_COME: mark("This text does not hold yet."),
    TextStanding.NEWEST: mark("This text is the newest that stands here."),
    TextStanding.EARLIER: mark("There is a newer text."),
    TextStanding.REPLACED: mark("There is a newer text."),
    TextStanding.WITHDRAWN: mark("This protocol has been withdrawn."),
    TextStanding.OVER: mark("This text holds nowhere any more."),
    TextStanding.PENDING: mark("Nothing has been decided on this text."),
}

_STILL = mark("This text still holds. Another one has been adopted.")
_HOLDS, _OVER = "text-holds", "text-over"

_NAME_REMOVED = mark(
    "A name was removed from this text on request. So it has one code with that name, and another "
    "one without it."
)

_CODE_OF_BEFORE = mark(
    "This is a code of before. It does not say which note is called by a mark that comes back, or "
    "what falls under which point: look whether that is the same on your paper."
)

_TOUCHED = mark(
    "Mind: somebody changed the file of this version after it was kept. What stands on this "
    "website is not the text on your paper."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What is told of one text that has a code: the answer, and links as words and addresses.

    ``look`` is how the answer looks: as good news, as a warning, or ``""`` as neither.
    """

    answer: str
    look: str
    standing: str
    links: tuple[tuple[str, str], ...]


_Told = tuple[str, tuple[Period[_Text], ...]]
"""The title of a text, and what is told of it on each day."""


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
    found: dict[str, list[_Told]] = {}
    for history, entry in _newest_first(all_histories(app.env)):
        told = _told(history, entry, name, translate, language)
        if entry.kept and _is_touched(entry):
            renewed = _after(translate(_TOUCHED), told, is_sure=False)
            found.setdefault(entry.kept.listed, []).append(renewed)
            if not entry.present:
                continue
        found.setdefault(entry.text.fingerprint, []).append(told)
        for code in _codes_beside(entry):
            found.setdefault(code, []).append(_after(translate(_NAME_REMOVED), told))
        before_now = codes_of_before(entry.text.protocol) if history.has_codes else ()
        for before in filter(history.bears, before_now):
            renewed = _after(translate(_CODE_OF_BEFORE), told, is_sure=False)
            found.setdefault(before, []).append(renewed)
    codes = [
        (check_code(print_), code_of(print_), texts)
        for print_, texts in sorted(found.items(), key=lambda one: one[1][0][0].casefold())
    ]
    template = page_environment(Path(app.srcdir)).get_template("check.html")
    body = template.render(t=translate, title=title, codes=codes)
    yield name, {"title": title, "body": body, "is_unlisted": True}, "page.html"


def _codes_beside(entry: Entry) -> tuple[str, ...]:
    """Return the other codes of a text: as it was kept, and before a name was removed from it."""
    kept = None if _is_touched(entry) else entry.kept
    texts = [text for text in (entry.present, kept) if text]
    codes = [text.fingerprint for text in texts]
    codes += [one.fingerprint for text in texts for one in text.protocol.facts.removed_names]
    return tuple(code for code in dict.fromkeys(codes) if code != entry.text.fingerprint)


def _newest_first(histories: tuple[History, ...]) -> Iterator[tuple[History, Entry]]:
    """Yield every text, those to read before others with the same words."""
    for history in histories:
        yield history, history.newest
    for history in histories:
        for entry in history.entries:
            is_told = history.is_newest(entry) and not _is_touched(history.newest)
            if entry is not history.newest and (_is_touched(entry) or not is_told):
                yield history, entry


def _is_touched(entry: Entry) -> bool:
    """Tell whether a kept version has other words than it had, which no paper bears the code of."""
    return entry.kept is not None and entry.kept.touched is Touched.WORDS


def _told(history: History, entry: Entry, page: str, translate: Translate, language: str) -> _Told:
    protocol = entry.text.protocol
    name = whole_name(protocol.facts, plain(protocol.title))
    title = f"{name}: {version_words(entry, translate)}" if entry.name else name

    def tell(day: str) -> _Text:
        standing = standing_on(entry, day)
        is_still = standing is TextStanding.HOLDS and gives_way(entry)
        is_good = standing in {TextStanding.HOLDS, TextStanding.NEWEST}
        links = _links(history, entry, day, translate)
        return _Text(
            answer=translate(_STILL if is_still else _ANSWERS[standing]),
            look=_HOLDS if is_good else "" if standing is TextStanding.TO_COME else _OVER,
            standing=standing_words(entry, day, translate, language),
            links=tuple((words, relative(f"{goal}.html", page)) for words, goal in links),
        )

    return title, periods(turning_days(history), build_day(), tell)


def _links(history: History, entry: Entry, day: str, translate: Translate) -> list[tuple[str, str]]:
    """Return where a text leads to on a day, as words and pages."""
    newest = newest_on(history, day)
    links = [(translate("Read this text"), entry.text.docname)]
    if not is_newest_on(history, entry, day):
        links.append((read_newest(history, day, translate), newest.text.docname))
        order = history.entries.index(entry) > history.entries.index(newest)
        old, new = (entry, newest) if order else (newest, entry)
        pair = pair_docname(history.place, old.name, new.name)
        links.append((translate("What is different between the two"), pair))
    if len(history.entries) > 1 or entry.kept:
        links.append((translate("All versions"), history_docname(history.place)))
    return links


def _after(words: str, told: _Told, *, is_sure: bool = True) -> _Told:
    """Return what is told of a text with words before each answer; unsure, none is good news."""
    title, every = told
    found = []
    for one in every:
        text = one.told
        look = "" if text.look == _HOLDS and not is_sure else text.look
        found.append(replace(one, told=replace(text, answer=f"{words} {text.answer}", look=look)))
    return title, tuple(found)
