"""The versions of one protocol in their order, and how each stands.

What holds now is the newest text that was decided about. Nothing here asks what day it is: that a
text holds from a day is told with that day, and the reader's own clock says whether it has come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.document.adoptions import AdoptionState, adoption_state, own_holdings, replaced_by
from protocolkit.document.approvals import Approval
from protocolkit.document.begins import gives_way_to
from protocolkit.document.decided_text import changed_since_adoption, holds_nowhere
from protocolkit.document.entry_text import is_on_this_text
from protocolkit.document.facts import DECIDED, PENDING, Status
from protocolkit.document.fingerprints import has_protocol_fingerprint
from protocolkit.document.model import Protocol
from protocolkit.document.recorded import as_recorded
from protocolkit.versions.entry import Entry, TextStanding
from protocolkit.versions.known_text import (
    KnownText,
    ProtocolKey,
    heir_of,
    in_order,
    known_with_names,
)
from protocolkit.versions.turns import Turn, turns_of


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All public texts of one protocol, the newest first; ``former`` are names it had before."""

    place: ProtocolKey
    entries: tuple[Entry, ...]
    former: tuple[ProtocolKey, ...] = ()

    def bears(self, fingerprint: str) -> bool:
        """Tell whether a kept version or a decision has this code, or the beginning of it."""
        return any(fingerprint.startswith(code) for code in self._codes())

    @property
    def has_codes(self) -> bool:
        """Whether any version or decision has a code."""
        return any(True for _ in self._codes())

    def _codes(self) -> Iterator[str]:
        texts = [text for entry in self.entries for text in (entry.present, entry.kept) if text]
        for text in texts:
            for one in text.protocol.facts.approvals:
                yield from one.every_code
        yield from (text.listed for text in texts if text.listed)

    def is_newest(self, entry: Entry) -> bool:
        """Tell whether a text has the words of the text to read."""
        return entry.text.words == self.newest.text.words

    @property
    def newest(self) -> Entry:
        """The text to read: what holds, else the newest that is not on its way, else the newest."""
        held = [one for one in self.entries if one.standing is TextStanding.HOLDS]
        holds = iter(sorted(held, key=lambda one: one.same_as is not None))
        settled = (one for one in self.entries if one.standing is not TextStanding.PENDING)
        return next(holds, None) or next(settled, self.entries[0])

    @property
    def pairs(self) -> tuple[tuple[Entry, Entry], ...]:
        """Every two texts, the older one first; the pairs of the newest text come first."""
        entries = self.entries
        return tuple((old, new) for at, new in enumerate(entries) for old in entries[at + 1 :])


def histories(
    present: Iterable[KnownText],
    kept: Iterable[KnownText],
    hidden: Iterable[ProtocolKey] = (),
    records: Mapping[ProtocolKey, Protocol] | None = None,
) -> tuple[History, ...]:
    """Return the history of every protocol of which versions were kept, by subject and name.

    ``hidden`` are protocols that are there and not public, such as a draft. A protocol that went is
    the former name of another one of the same organisation when they share a text. ``records`` are
    protocols that are not public, or in the place of which a kept version is, by whose facts their
    kept versions stand.
    """
    now = {text.place: text for text in present}
    by_place: dict[ProtocolKey, list[KnownText]] = {}
    for text in kept:
        by_place.setdefault(text.place, []).append(text)
    known = {*now, *hidden}
    moved = {place: heir for place in by_place if (heir := heir_of(place, by_place, now, known))}
    found = []
    for place in sorted({*by_place, *moved.values()} - set(moved)):
        former = tuple(sorted(gone for gone, heir in moved.items() if heir == place))
        texts = [text for one in (place, *former) for text in by_place.get(one, ())]
        own = now.get(place)
        if own:
            own, *texts = known_with_names([own, *texts])
        record = (records or {}).get(place) or (own.protocol if own else None)
        entries = _entries(own, texts, record, is_gone=place not in known)
        found.append(History(place=place, entries=entries, former=former))
    return tuple(found)


def history_of(present: KnownText) -> History:
    """Return the history of a protocol of which no version was kept: its present text alone."""
    return History(place=present.place, entries=_entries(present, (), None, is_gone=False))


def _entries(
    present: KnownText | None, kept: Sequence[KnownText], record: Protocol | None, *, is_gone: bool
) -> tuple[Entry, ...]:
    ordered = in_order(kept, record.facts if record else None)
    told = [(text, as_recorded(text.protocol, record or text.protocol)) for text in ordered]
    twin = _twin(present, ordered) if present else None
    names = Counter(text.name for text in kept)
    slug = present.protocol.slug if present else ""
    found: list[Entry] = []
    for text, recorded in reversed(told):
        is_former = names[text.name] > 1 and text.protocol.slug != slug
        is_now = text is twin
        found.append(
            Entry(
                name=f"{text.protocol.slug}@{text.name}" if is_former else text.name,
                present=present if is_now else None,
                kept=text,
                standing=TextStanding.NEWEST,
                told=present.protocol if present and is_now else recorded,
                recorded=recorded,
            )
        )
    standing = _standing_each(_with_present(found, present), is_gone=is_gone)
    return tuple(_with_same_words(_with_turns(tuple(standing), None if is_gone else record)))


def _with_present(found: Sequence[Entry], present: KnownText | None) -> list[Entry]:
    """Return entries with the present text first, unless it is one that another took the place of.

    An earlier text that was put back stands where it stood until it is adopted again.
    """
    if present is None:
        return list(found)
    own = next((one for one in found if one.present), None)
    if own is not None and adoption_state(present.protocol) is AdoptionState.REPLACED:
        return list(found)
    alone = Entry(
        name="",
        present=present,
        kept=None,
        standing=TextStanding.NEWEST,
        told=present.protocol,
    )
    return [own or alone, *(one for one in found if one is not own)]


def _standing_each(entries: Sequence[Entry], *, is_gone: bool) -> Iterator[Entry]:
    """Yield entries with how each stands: by what was adopted, else by the one before it."""
    successor: Protocol | None = None
    for one in entries:
        made = _by_adoptions(one, entries, is_gone=is_gone)
        if made is None:
            standing = _standing(one.told, successor, is_gone=is_gone)
            made = replace(one, standing=standing, successor=successor)
        yield made
        if made.standing is not TextStanding.PENDING:
            successor = made.told


def _by_adoptions(one: Entry, entries: Sequence[Entry], *, is_gone: bool) -> Entry | None:
    """Return an entry as what was adopted says that it stands; None where that says nothing."""
    status = one.told.facts.status
    if adoption := replaced_by(one.told):
        if status is not Status.REPLACED and gives_way_to(one.told) is None:
            return None
        heirs = (other.told for other in entries if is_on_this_text(adoption, other.told))
        return replace(
            one,
            standing=TextStanding.REPLACED,
            successor=next(heirs, None),
            replaced_by=adoption,
        )
    if holds_nowhere(one.told):
        return replace(one, standing=TextStanding.OVER)
    if status not in DECIDED or is_gone or adoption_state(one.told) is not AdoptionState.IN_FORCE:
        return None
    if (other := _corrected(one, entries)) is None:
        return replace(one, standing=TextStanding.HOLDS)
    facts = replace(one.told.facts, status=Status.REPLACED)
    told = replace(one.told, facts=facts)
    return replace(one, standing=TextStanding.REPLACED, told=told, successor=other.told)


def _corrected(one: Entry, entries: Sequence[Entry]) -> Entry | None:
    """Return the text that holds by the adoption of this one, where small corrections differ."""
    own = [holding.adoption for holding in own_holdings(one.told)]
    if one.present or not own:
        return None
    now = next((other for other in entries if other.present), None)
    if now is None or not any(is_on_this_text(adoption, now.told) for adoption in own):
        last = [adoption.codes[-1] for adoption in own]
        held = (o for o in entries if any(has_protocol_fingerprint(o.told, code) for code in last))
        now = next(held, None)
    return None if now is None or now.text.words == one.text.words else now


def _with_turns(entries: tuple[Entry, ...], record: Protocol | None) -> Iterator[Entry]:
    """Yield entries, each that was adopted with the days on which it holds.

    One that was replaced, or corrected, before its first day came has none.
    """
    found = turns_of(record, lambda one: _words_of(one, entries)) if record else {}
    for one in entries:
        is_told = one.standing is TextStanding.HOLDS or one.replaced_by is not None
        never = (Turn(since="", schools=None),) if found and one.replaced_by else ()
        turns = found.get(one.text.words, never) if is_told else ()
        yield replace(one, turns=turns)


def _words_of(adoption: Approval, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the words of the text that holds by an adoption: with the last correction, or none."""
    own = [one for one in entries if is_on_this_text(adoption, one.told)]
    now = next((one for one in own if one.present), None)
    last = (one for one in own if has_protocol_fingerprint(one.told, adoption.codes[-1]))
    if found := now or next(last, None):
        yield found.text.words


def _twin(present: KnownText, ordered: Sequence[KnownText]) -> KnownText | None:
    """Return the last version that has the words of the present text, None without one.

    A proposal is not the version that was decided on, even where it has its words.
    """
    is_pending = present.protocol.facts.status in PENDING
    same = (
        text
        for text in reversed(ordered)
        if text.words == present.words and (not is_pending or text.protocol.facts.status in PENDING)
    )
    return next(same, None)


def _with_same_words(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries; one with the words of another stands as that does, whenever it was kept.

    What was submitted stands as the text that was decided on, and nothing is replaced by its own
    words. Only a text that is on its way anew, with words that were replaced, is on its way.
    """
    decided: dict[str, Entry] = {}
    every = list(entries)
    settled = [one for one in every if one.standing is not TextStanding.PENDING]
    # Of versions with the same words the adopted one is told of, unless the text is here itself.
    for one in sorted(settled, key=lambda one: (one.present is None, not _is_adopted(one))):
        decided.setdefault(one.text.words, one)
    newest = decided[settled[0].text.words] if settled else None
    for one in every:
        same = decided.get(one.text.words)
        is_anew = one.present is not None and one.standing is TextStanding.PENDING
        if same is None or (is_anew and same is not newest):
            yield replace(one, successor=None) if one.standing is TextStanding.PENDING else one
            continue
        yield replace(
            one,
            standing=same.standing,
            told=one.told if one.told.facts.status is same.told.facts.status else same.told,
            successor=same.successor,
            replaced_by=same.replaced_by,
            turns=same.turns,
            same_as=None if one is same else same.name,
        )


def _is_adopted(one: Entry) -> bool:
    """Tell whether an entry is the kept version by whose adoption its text holds."""
    name = one.kept.name if one.kept else ""
    return any(name == holding.adoption.version for holding in own_holdings(one.told))


def _standing(told: Protocol, successor: Protocol | None, *, is_gone: bool) -> TextStanding:
    status = told.facts.status
    if status in PENDING or changed_since_adoption(told):
        return TextStanding.PENDING
    if status is Status.WITHDRAWN:
        return TextStanding.WITHDRAWN
    if status is Status.REPLACED:
        return TextStanding.REPLACED
    if successor is not None:
        is_unknown = successor.facts.status is Status.UNKNOWN
        return TextStanding.EARLIER if is_unknown else TextStanding.REPLACED
    return TextStanding.HOLDS if status in DECIDED and not is_gone else TextStanding.NEWEST
