"""What a protocol's page says of its other versions: where its history is, and which text to read.

A version is read once and stays as it is; how it stands depends on what came after it. So this is
said when a page is written, and a page is written again when what it says of that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.cache_origin import digest
from protocolkit.base.messages import Translate, mark
from protocolkit.changes.touched import Touched
from protocolkit.document.adoptions import adoptions
from protocolkit.document.approval_lines import print_date
from protocolkit.document.at_school import at_school
from protocolkit.document.begins import (
    FROM,
    TO_COME,
    UNTIL_THEN,
    UNTIL_THEN_IN_TURN,
    holdings_on,
    still_to_come,
)
from protocolkit.document.model import Protocol
from protocolkit.document.status_words import status_of
from protocolkit.site.engine.addresses import address, history_docname, relative
from protocolkit.site.engine.build_day import build_day
from protocolkit.site.engine.domain import OncePerBuild, protocol_domain
from protocolkit.site.engine.known_histories import known_histories, unkept_to_come
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.nodes import dated, title_block
from protocolkit.site.engine.title_block import (
    CLOSING,
)
from protocolkit.site.versions.notice import Notice, Notices
from protocolkit.site.versions.notice_blocks import blocks_of, other_cover, put_lines
from protocolkit.site.versions.periods import Period, periods
from protocolkit.site.versions.standing import read_newest, standing_words, version_words
from protocolkit.versions.days import (
    begins,
    is_newest_on,
    kept_page_on,
    newest_on,
    standing_on,
    turning_days,
)
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.history import History
from protocolkit.versions.known_text import ProtocolKey

_OLD = mark("This is not the newest text. It is {version}, as it was kept: {standing}.")
_AS_KEPT = mark("This is {version}, as it was kept: {standing}.")
_ON_ITS_WAY = mark("This text has not been adopted yet ({status}). Until then there is {version}.")
_PUT_BACK = mark(
    "This text was put back, and not adopted anew: {standing}. Until then there is {version}."
)
_NONE_UNTIL = mark("Which text holds for this school until then is not recorded here.")
_TOUCHED = mark("Mind: somebody changed this file after it was kept.")
_KEPT = "protocolkit_notices"


def connect(app: Sphinx) -> None:
    """Put the notices on the pages."""
    app.connect("env-updated", _changed)
    app.connect("doctree-resolved", _put)
    app.connect("html-page-context", _name_canonical)


def notices(env: BuildEnvironment) -> dict[str, Notices]:
    """Return what each page says of how its text stands among others, by document name."""
    found: dict[str, Notices] = {}
    today = build_day()
    for history in (*known_histories(env), *unkept_to_come(env, today)):
        writer = NoticeWriter(history, translate_for(env.config), language_of(env.config))
        days, readings = turning_days(history), protocol_domain(env).readings
        for entry in history.entries:
            if entry.kept:
                tell = partial(writer.of_version, entry, entry.kept.docname)
                found[entry.kept.docname] = periods(days, today, tell)
            if entry.present:
                page = entry.present.docname
                read = readings[page].protocol if page in readings else None
                tell = partial(writer.of_page, entry, page, read)
                found[entry.present.docname] = periods(days, today, tell)
    return found


def to_come(env: BuildEnvironment, page: str, school: str = "") -> dict[ProtocolKey, Notices]:
    """Return what another page, or that of a school, says of each text to come, and until when."""
    found: dict[ProtocolKey, Notices] = {}
    today = build_day()
    for history in (*known_histories(env), *unkept_to_come(env, today)):
        writer = NoticeWriter(history, translate_for(env.config), language_of(env.config))
        for entry in history.entries:
            if entry.present and standing_on(entry, today) is TextStanding.TO_COME:
                tell = partial(writer.to_come, entry, page, school=school)
                told = periods(turning_days(history), today, tell)
                found[history.place] = tuple(one for one in told if one.told.sentence)
    return found


class NoticeWriter:
    """Writes what the pages of one history say."""

    def __init__(self, history: History, translate: Translate, language: str) -> None:
        self._history = history
        self._translate, self._language = translate, language

    def of_version(self, entry: Entry, page: str, day: str) -> Notice:
        """Return what a kept version says: how it stands, and which text to read."""
        translate, newest = self._translate, newest_on(self._history, day)
        is_newest = is_newest_on(self._history, entry, day)
        is_old = not is_newest and standing_on(entry, day) is not TextStanding.TO_COME
        sentence = translate(_OLD if is_old else _AS_KEPT).format(
            version=version_words(entry, translate), standing=self._standing(entry, day)
        )
        assert entry.kept is not None
        if entry.kept.touched is not Touched.NO:
            sentence = f"{sentence} {translate(_TOUCHED)}"
        links = [] if is_newest else [self._to_newest(page, day)]
        canonical = ""
        if is_newest and page != newest.text.docname:
            canonical = newest.text.docname
            words = translate("Read this text on its own page")
            links = [(words, relative(f"{canonical}.html", page))]
        for coming in self._coming(day) if is_newest else ():
            words = status_of(coming.told, translate)
            if standing_on(coming, day) is TextStanding.TO_COME:
                words = f"{words}, {self._standing(coming, day)}"
            words = translate("There is another text: {status}").format(status=words)
            links.append((words, relative(f"{coming.text.docname}.html", page)))
        return Notice(
            sentence=sentence,
            links=(*links, self._to_history(page)),
            canonical=canonical,
            told=(told := _told(entry.kept.protocol, entry, day)),
            begun=_begun(told) if told else (),
        )

    def of_page(self, entry: Entry, page: str, read: Protocol | None, day: str) -> Notice:
        """Return what the present text says, and its cover where that is not as it was ``read``."""
        notice = self.of_present(entry, page, day)
        other = read and other_cover(read, day, self._translate, self._language)
        return replace(notice, told=other[0], cover=other[1]) if other else notice

    def of_present(self, entry: Entry, page: str, day: str) -> Notice:
        """Return what the present text says: which one holds until this one does, if any."""
        standing, is_over = standing_on(entry, day), entry.replaced_by is not None
        to_history = self._to_history(page)
        if standing is TextStanding.TO_COME:
            return Notice(sentence=self._to_come(entry, day), links=self._others(entry, page, day))
        is_settled = standing is not TextStanding.PENDING and not is_over
        if is_newest_on(self._history, entry, day) or is_settled:
            return Notice(sentence="", links=(to_history,) if self._has_page else ())
        sentence = self._translate(_PUT_BACK if is_over else _ON_ITS_WAY).format(
            standing=self._standing(entry, day),
            status=status_of(entry.told, self._translate),
            version=version_words(newest_on(self._history, day), self._translate),
        )
        return Notice(sentence=sentence, links=(self._to_newest(page, day), to_history))

    def to_come(self, entry: Entry, page: str, day: str, school: str = "") -> Notice:
        """Return what another page says of a text that is to come; nothing once it holds."""
        if standing_on(entry, day) is not TextStanding.TO_COME:
            return Notice(sentence="", links=())
        is_newest = is_newest_on(self._history, entry, day)
        links = () if is_newest else (self._to_newest(page, day),)
        said = self._to_come(entry, day, school)
        # Without a recorded adoption the order of the versions tells which one holds.
        is_recorded = bool(school) and bool(adoptions(entry.told.facts))
        if is_recorded and not holdings_on(at_school(entry.told, school).facts, day):
            return Notice(sentence=f"{said} {self._translate(_NONE_UNTIL)}", links=())
        return Notice(sentence=said, links=links)

    def _to_come(self, entry: Entry, day: str, school: str = "") -> str:
        """Return that an adopted text begins later, and which one holds until then."""
        told = at_school(entry.told, school) if school else entry.told
        if said := still_to_come(told, day, self._translate, self._language):
            return " ".join(said)
        date = print_date(begins(entry), self._language)
        sentence = self._translate(TO_COME).format(date=date)
        if is_newest_on(self._history, entry, day):
            return sentence
        version = version_words(newest_on(self._history, day), self._translate)
        later = ", ".join(self._between(entry, day))
        words = self._translate(UNTIL_THEN_IN_TURN if later else UNTIL_THEN)
        return f"{sentence} {words.format(version=version, later=later)}"

    def _between(self, entry: Entry, day: str) -> Iterator[str]:
        """Yield each other text that begins before one that is to come, with its day."""
        for turn in turning_days(self._history):
            if day < turn < begins(entry):
                version = version_words(newest_on(self._history, turn), self._translate)
                date = print_date(turn, self._language)
                yield self._translate(FROM).format(date=date, version=version)

    def _others(self, entry: Entry, page: str, day: str) -> tuple[tuple[str, str], ...]:
        """Return links to the text to read on a day, where it is another, and to the history."""
        is_newest = is_newest_on(self._history, entry, day)
        history = [self._to_history(page)] if self._has_page else []
        return tuple(history if is_newest else [self._to_newest(page, day), *history])

    @property
    def _has_page(self) -> bool:
        """Whether there is a page with the history: where a version was kept."""
        return any(one.kept for one in self._history.entries)

    def _coming(self, day: str) -> list[Entry]:
        """Return the texts to come in the order of their days, and a present one on its way."""
        newest, to_come = newest_on(self._history, day).text.words, TextStanding.TO_COME
        found = []
        for one in reversed(self._history.entries):
            standing = standing_on(one, day)
            is_pending = one.present and standing is TextStanding.PENDING
            is_told = one.same_as is None and one.text.words != newest
            if is_told and (is_pending or standing is to_come):
                found.append(one)
        return sorted(found, key=lambda one: (standing_on(one, day) is not to_come, begins(one)))

    def _standing(self, entry: Entry, day: str) -> str:
        return standing_words(entry, day, self._translate, self._language)

    def _to_newest(self, page: str, day: str) -> tuple[str, str]:
        words = read_newest(self._history, day, self._translate)
        newest = newest_on(self._history, day)
        return words, relative(f"{newest.text.docname}.html", page)

    def _to_history(self, page: str) -> tuple[str, str]:
        address = f"{history_docname(self._history.place)}.html"
        return self._translate("All versions, and what changed"), relative(address, page)


def _told(kept: Protocol, entry: Entry, day: str) -> Protocol | None:
    """Return a kept version with what is recorded of it since; None where its own facts say all."""
    found = kept_page_on(entry, day)
    if found is None or (found.facts == kept.facts and not any(_begun(found))):
        return None
    return found


def _begun(told: Protocol) -> tuple[bool, ...]:
    return tuple(one.begun for one in told.facts.approvals)


_NOTICES = OncePerBuild[dict[str, Notices]]()


def _notice(env: BuildEnvironment, docname: str) -> Notices:
    return _NOTICES.of(env, lambda _: notices(env)).get(docname, ())


def _changed(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Have each page written again whose notice is not what it was."""
    now = {docname: digest(repr(notice)) for docname, notice in notices(env).items()}
    before: dict[str, str] = getattr(env, _KEPT, {})
    setattr(env, _KEPT, now)
    pages = {name for name in {*now, *before} if now.get(name) != before.get(name)}
    return sorted(pages & env.found_docs)


def _put(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put what a page says in its place, once for each period where what is around it differs."""
    found = _notice(app.env, docname)
    if not found or app.builder.format != "html":
        return
    is_present = docname in protocol_domain(app.env).readings
    blocks_on = partial(blocks_of, app, is_present=is_present)
    [block] = doctree.findall(title_block)
    [closing] = (one for one in doctree.findall(nodes.container) if CLOSING in one["classes"])
    if len({repr(one.told.told) for one in found}) == 1:
        if told := found[0].told.told:
            made, end = blocks_on(told, block)
            block.replace_self(made)
            closing.replace_self(end)
            block = made
        put_lines(app, block, found)
        return
    blocks, ends = [], []
    for one in found:
        told = one.told.told
        made, end = blocks_on(told, block) if told else (block.deepcopy(), closing.deepcopy())
        put_lines(app, made, (Period(told=one.told),))
        blocks.append(dated("", made, since=one.since, until=one.until))
        ends.append(dated("", end, since=one.since, until=one.until))
    block.replace_self(blocks)
    closing.replace_self(ends)


def _name_canonical(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Have search engines take a kept version that holds now for the protocol's own page."""
    found = _notice(app.env, pagename)
    if found and found[-1].told.canonical and context.get("pageurl"):
        context["pageurl"] = app.config.html_baseurl + address(f"{found[-1].told.canonical}.html")
