"""What a protocol's page says of its other versions: where its history is, and which text to read.

A version is read once and stays as it is; how it stands depends on what came after it. So this is
said when a page is written, and a page is written again when what it says of that changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from protocolkit.base.cache_origin import digest
from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_set import Touched
from protocolkit.document.cover import make_cover
from protocolkit.document.model import Protocol
from protocolkit.document.status_words import status_of
from protocolkit.site.engine.addresses import address, history_docname, relative
from protocolkit.site.engine.domain import OncePerBuild, protocol_domain
from protocolkit.site.engine.known_histories import known_histories
from protocolkit.site.engine.language import language_of, translate_for
from protocolkit.site.engine.nodes import title_block
from protocolkit.site.engine.title_block import (
    CLOSING,
    VERSION_NOTE,
    make_closing_block,
    make_title_block,
)
from protocolkit.site.engine.whole_site import is_whole_site
from protocolkit.site.versions.standing import read_newest, standing_words, version_words
from protocolkit.versions.history import Entry, History, TextStanding

_OLD = mark("This is not the newest text. It is {version}, as it was kept: {standing}.")
_AS_KEPT = mark("This is {version}, as it was kept: {standing}.")
_ON_ITS_WAY = mark("This text is on its way: {standing}. Until then there is {version}.")
_PUT_BACK = mark(
    "This text was put back, and not adopted anew: {standing}. Until then there is {version}."
)
# The class of a line that only leads to the history.
_LINKS = "version-links"
_TOUCHED = mark("Mind: somebody changed this file after it was kept.")
_KEPT = "protocolkit_notices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What one page says: a sentence or none, and links as words and addresses.

    ``canonical`` is the page with the same text that search engines should name. ``told`` is the
    protocol as its cover must be made, where more is recorded of it than when it was kept.
    """

    sentence: str
    links: tuple[tuple[str, str], ...]
    canonical: str = ""
    told: Protocol | None = None


def connect(app: Sphinx) -> None:
    """Put the notices on the pages."""
    app.connect("env-updated", _changed)
    app.connect("doctree-resolved", _put)
    app.connect("html-page-context", _name_canonical)


def notices(env: BuildEnvironment) -> dict[str, Notice]:
    """Return what each page of a protocol with kept versions says, by document name."""
    found = {}
    for history in known_histories(env):
        writer = _Writer(history, translate_for(env.config), language_of(env.config))
        for entry in history.entries:
            if entry.kept:
                found[entry.kept.docname] = writer.of_version(entry, entry.kept.docname)
            if entry.present:
                found[entry.present.docname] = writer.of_present(entry, entry.present.docname)
    return found


class _Writer:
    """Writes what the pages of one history say."""

    def __init__(self, history: History, translate: Translate, language: str) -> None:
        self._history, self._newest = history, history.newest
        self._translate, self._language = translate, language

    def of_version(self, entry: Entry, page: str) -> Notice:
        """Return what a kept version says: how it stands, and which text to read."""
        translate = self._translate
        is_newest = self._history.is_newest(entry)
        sentence = translate(_AS_KEPT if is_newest else _OLD).format(
            version=version_words(entry, translate), standing=self._standing(entry)
        )
        assert entry.kept is not None
        if entry.kept.touched is not Touched.NO:
            sentence = f"{sentence} {translate(_TOUCHED)}"
        links = [] if is_newest else [self._to_newest(page)]
        canonical = ""
        if is_newest and page != self._newest.text.docname:
            canonical = self._newest.text.docname
            words = translate("Read this text on its own page")
            links = [(words, relative(f"{canonical}.html", page))]
        if is_newest and (pending := self._pending()):
            words = status_of(pending.told, translate)
            words = translate("There is another text: {status}").format(status=words)
            links.append((words, relative(f"{pending.text.docname}.html", page)))
        return Notice(
            sentence=sentence,
            links=(*links, self._to_history(page)),
            canonical=canonical,
            told=_told(entry.kept.protocol, entry),
        )

    def of_present(self, entry: Entry, page: str) -> Notice:
        """Return what the present text says: which one holds until this one does, if any."""
        is_over = entry.replaced_by is not None
        is_settled = entry.standing is not TextStanding.PENDING and not is_over
        if self._history.is_newest(entry) or is_settled:
            return Notice(sentence="", links=(self._to_history(page),))
        sentence = self._translate(_PUT_BACK if is_over else _ON_ITS_WAY).format(
            standing=self._standing(entry),
            version=version_words(self._newest, self._translate),
        )
        return Notice(sentence=sentence, links=(self._to_newest(page), self._to_history(page)))

    def _pending(self) -> Entry | None:
        """Return the present text where it is on its way, and another one holds."""
        found = (one for one in self._history.entries if one.present)
        present = next(found, None)
        is_pending = present is not None and present.standing is TextStanding.PENDING
        return present if is_pending else None

    def _standing(self, entry: Entry) -> str:
        return standing_words(entry, self._translate, self._language).text

    def _to_newest(self, page: str) -> tuple[str, str]:
        words = read_newest(self._history, self._translate)
        return words, relative(f"{self._newest.text.docname}.html", page)

    def _to_history(self, page: str) -> tuple[str, str]:
        address = f"{history_docname(self._history.place)}.html"
        return self._translate("All versions, and what changed"), relative(address, page)


def _told(kept: Protocol, entry: Entry) -> Protocol | None:
    """Return a kept version with what is recorded of it since; None where its own facts say all."""
    found = entry.kept_page
    return None if found is None or found.facts == kept.facts else found


_NOTICES = OncePerBuild[dict[str, Notice]]()


def _notice(env: BuildEnvironment, docname: str) -> Notice | None:
    if not protocol_domain(env).versions:
        return None
    return _NOTICES.of(env, lambda _: notices(env)).get(docname)


def _changed(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Have each page written again whose notice is not what it was."""
    now = {docname: digest(repr(notice)) for docname, notice in notices(env).items()}
    before: dict[str, str] = getattr(env, _KEPT, {})
    setattr(env, _KEPT, now)
    pages = {name for name in {*now, *before} if now.get(name) != before.get(name)}
    return sorted(pages & env.found_docs)


def _put(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    notice = _notice(app.env, docname)
    if notice is None or app.builder.format != "html":
        return
    [block] = doctree.findall(title_block)
    if notice.told is not None:
        block = _as_told(app, doctree, block, notice.told)
    lines = [line for line in block.findall(nodes.paragraph) if VERSION_NOTE in line["classes"]]
    paragraph = nodes.paragraph("", classes=[VERSION_NOTE if notice.sentence else _LINKS])
    if notice.sentence:
        paragraph += [nodes.Text(notice.sentence), nodes.Text(" ")]
    for at, (words, goal) in enumerate(notice.links if is_whole_site(app.builder) else ()):
        paragraph += [nodes.Text(" · ")] * bool(at)
        paragraph += nodes.reference("", words, refuri=goal, internal=True)
    for line in lines:
        block.remove(line)
    block.insert(1, paragraph)


def _as_told(
    app: Sphinx, doctree: nodes.document, block: title_block, protocol: Protocol
) -> title_block:
    """Put what is recorded of a kept text in place of what its own facts say; return the block."""
    translate, language = translate_for(app.config), language_of(app.config)
    cover = make_cover(protocol, translate, language)
    made = make_title_block(protocol, cover, translate, version="-")
    block.replace_self(made)
    containers = doctree.findall(nodes.container)
    [closing] = [found for found in containers if CLOSING in found["classes"]]
    closing.replace_self(make_closing_block(cover))
    return made


def _name_canonical(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Have search engines take a kept version that holds now for the protocol's own page."""
    notice = _notice(app.env, pagename)
    if notice is not None and notice.canonical and context.get("pageurl"):
        context["pageurl"] = app.config.html_baseurl + address(f"{notice.canonical}.html")
