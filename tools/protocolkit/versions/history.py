"""The versions of one protocol in their order, and how each stands.

What holds now is the newest text that was decided about. Nothing here asks what day it is: that a
text holds from a day is told with that day, and the reader's own clock says whether it has come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.changes.change_set import Touched
from protocolkit.document.decided_text import changed_since_adoption
from protocolkit.document.facts import DECIDED, PENDING, Facts, Status, adopted_on
from protocolkit.document.model import Protocol

ProtocolKey = tuple[str, str]
"""Which protocol: its subject and name: ``("pesten", "de-brug")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownText:
    """A text that a site has: a protocol as it is now, with ``name`` "", or a kept version.

    ``key`` is a digest of all that it was read from, ``docname`` its page; ``kept_on`` is the day
    on which it was kept, "" when nobody knows. ``touched`` tells whether a kept version is
    as it was kept; ``listed`` is the fingerprint that the list of versions has of it.
    """

    name: str
    docname: str
    protocol: Protocol
    fingerprint: str
    key: str
    kept_on: str = ""
    touched: Touched = Touched.NO
    listed: str = ""

    @property
    def place(self) -> ProtocolKey:
        """Which protocol it is a text of."""
        return self.protocol.subject, self.protocol.slug


class TextStanding(Enum):
    """How a text stands among the others of its protocol.

    ``EARLIER`` is one before a text of which nobody recorded that anything was decided on it.
    """

    HOLDS = "holds"
    NEWEST = "newest"
    EARLIER = "earlier"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    PENDING = "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text of a history: as it is now (``present``), as it was kept (``kept``), or both.

    ``name`` tells it from the others of its history; that of a present text which nobody kept is
    "". ``facts`` are those by which it stands: its own, or of the newest text with the same words.
    ``successor`` are the facts of the text that took its place.
    """

    name: str
    present: KnownText | None
    kept: KnownText | None
    standing: TextStanding
    facts: Facts
    successor: Facts | None = None

    @property
    def text(self) -> KnownText:
        """The text: the present one when it is there, whose facts may have gone on."""
        found = self.present or self.kept
        assert found is not None
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All public texts of one protocol, the newest first; ``former`` are names it had before."""

    place: ProtocolKey
    entries: tuple[Entry, ...]
    former: tuple[ProtocolKey, ...] = ()

    def bears(self, fingerprint: str) -> bool:
        """Tell whether a kept version or a decision has this code, or the beginning of it."""
        texts = [text for entry in self.entries for text in (entry.present, entry.kept) if text]
        decided = (
            code for text in texts for one in text.protocol.facts.approvals for code in one.codes
        )
        listed = (text.listed for text in texts if text.listed)
        return any(fingerprint.startswith(code) for code in (*decided, *listed))

    def is_newest(self, entry: Entry) -> bool:
        """Tell whether a text has the words of the text to read."""
        return entry.text.fingerprint == self.newest.text.fingerprint

    @property
    def newest(self) -> Entry:
        """The text to read: the newest that is not on its way, else the newest."""
        settled = (one for one in self.entries if one.standing is not TextStanding.PENDING)
        return next(settled, self.entries[0])

    @property
    def pairs(self) -> tuple[tuple[Entry, Entry], ...]:
        """Every two texts, the older one first; the pairs of the newest text come first."""
        entries = self.entries
        return tuple((old, new) for at, new in enumerate(entries) for old in entries[at + 1 :])


def histories(
    present: Iterable[KnownText], kept: Iterable[KnownText], hidden: Iterable[ProtocolKey] = ()
) -> tuple[History, ...]:
    """Return the history of every protocol of which versions were kept, by subject and name.

    ``hidden`` are protocols that are there and not public, such as a draft. A protocol that went is
    the former name of another one of the same organisation when they share a text.
    """
    now = {text.place: text for text in present}
    by_place: dict[ProtocolKey, list[KnownText]] = {}
    for text in kept:
        by_place.setdefault(text.place, []).append(text)
    known = {*now, *hidden}
    moved = {place: heir for place in by_place if (heir := _heir(place, by_place, now, known))}
    found = []
    for place in sorted({*by_place, *moved.values()} - set(moved)):
        former = tuple(sorted(gone for gone, heir in moved.items() if heir == place))
        texts = [text for one in (place, *former) for text in by_place.get(one, ())]
        entries = _entries(now.get(place), texts, is_gone=place not in known)
        found.append(History(place=place, entries=entries, former=former))
    return tuple(found)


def history_of(present: KnownText) -> History:
    """Return the history of a protocol of which no version was kept: its present text alone."""
    return History(place=present.place, entries=_entries(present, (), is_gone=False))


def _heir(
    place: ProtocolKey,
    kept: dict[ProtocolKey, list[KnownText]],
    now: dict[ProtocolKey, KnownText],
    known: set[ProtocolKey],
) -> ProtocolKey | None:
    """Return which protocol a protocol that went goes on as; None when it is there, or unknown."""
    if place in known:
        return None
    own = {(text.fingerprint, text.protocol.facts.organisation.name) for text in kept[place]}
    heirs = {
        other
        for other, text in now.items()
        for shared in (text, *kept.get(other, ()))
        if (shared.fingerprint, shared.protocol.facts.organisation.name) in own
    }
    return heirs.pop() if len(heirs) == 1 else None


def _entries(
    present: KnownText | None, kept: Sequence[KnownText], *, is_gone: bool
) -> tuple[Entry, ...]:
    ordered = _ordered(kept)
    twin = _twin(present, ordered) if present else None
    texts = [(None, text) for text in ordered if text is not twin]
    newest_first = [*([(present, twin)] if present else []), *reversed(texts)]
    names = Counter(text.name for text in kept)
    slug = present.protocol.slug if present else ""
    found: list[Entry] = []
    successor: Facts | None = None
    for now, then in newest_first:
        name = then.name if then else ""
        if then is not None and names[name] > 1 and then.protocol.slug != slug:
            name = f"{then.protocol.slug}@{name}"
        facts = (now or then).protocol.facts  # type: ignore[union-attr]
        is_changed = changed_since_adoption((now or then).protocol)  # type: ignore[union-attr]
        standing = _standing(facts.status, successor, is_gone=is_gone)
        standing = TextStanding.PENDING if is_changed else standing
        entry = Entry(
            name=name,
            present=now,
            kept=then,
            standing=standing,
            facts=facts,
            successor=successor,
        )
        found.append(entry)
        if standing is not TextStanding.PENDING:
            successor = facts
    return tuple(_with_same_words(found))


def _twin(present: KnownText, ordered: Sequence[KnownText]) -> KnownText | None:
    """Return the last version that has the words of the present text, None without one.

    A proposal is not the version that was decided on, even where it has its words.
    """
    is_pending = present.protocol.facts.status in PENDING
    same = (
        text
        for text in reversed(ordered)
        if text.fingerprint == present.fingerprint
        and (not is_pending or text.protocol.facts.status in PENDING)
    )
    return next(same, None)


def _with_same_words(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries; one with the words of another stands as that does, whenever it was kept.

    What was submitted stands as the text that was decided on, and nothing is replaced by its own
    words. Only a text that is on its way anew, with words that were replaced, is on its way.
    """
    decided: dict[str, Entry] = {}
    for one in entries:
        if one.standing is not TextStanding.PENDING:
            decided.setdefault(one.text.fingerprint, one)
    newest = next(iter(decided.values()), None)
    for one in entries:
        same = decided.get(one.text.fingerprint)
        is_anew = one.present is not None and one.standing is TextStanding.PENDING
        if same is not None and (same is newest or not is_anew):
            standing, facts, successor = same.standing, same.facts, same.successor
            yield replace(one, standing=standing, facts=facts, successor=successor)
        else:
            yield replace(one, successor=None) if one.standing is TextStanding.PENDING else one


def _standing(status: Status, successor: Facts | None, *, is_gone: bool) -> TextStanding:
    if status in PENDING:
        return TextStanding.PENDING
    if status is Status.WITHDRAWN:
        return TextStanding.WITHDRAWN
    if status is Status.REPLACED:
        return TextStanding.REPLACED
    if successor is not None:
        is_unknown = successor.status is Status.UNKNOWN
        return TextStanding.EARLIER if is_unknown else TextStanding.REPLACED
    return TextStanding.HOLDS if status in DECIDED and not is_gone else TextStanding.NEWEST


def _ordered(kept: Sequence[KnownText]) -> list[KnownText]:
    """Return versions, the oldest first.

    Their own dates order them when each has one, else the days on which they were kept when each
    has one, else their names.
    """
    for date_of in (lambda text: began(text.protocol.facts), lambda text: text.kept_on):
        dates = {text.docname: date_of(text) for text in kept}
        if all(dates.values()):
            return sorted(
                kept, key=lambda text: (dates[text.docname], text.kept_on, _by_name(text))
            )
    return sorted(kept, key=_by_name)


def began(facts: Facts) -> str:
    """Return the date by which a text is placed among others: of effect, adoption or its own."""
    return facts.valid_from or adopted_on(facts) or facts.dated


def _by_name(text: KnownText) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...], ProtocolKey]:
    """Order names by their figures, whatever words stand before these: the year comes first."""
    parts = tuple(_parts(text.name))
    return tuple(number for number, _ in parts if number >= 0), parts, text.place


def _parts(name: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a name so that version 10 comes after version 9."""
    for figures, signs in re.findall(r"(\d+)|(\D+)", name):
        yield (int(figures), "") if figures else (-1, signs)
