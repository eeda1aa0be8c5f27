"""A text that a site has, and the order of the versions of one protocol."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from protocolkit.changes.touched import Touched
from protocolkit.document.adoptions import began
from protocolkit.document.approvals import Approval, Decision, is_adoption
from protocolkit.document.facts import Facts
from protocolkit.document.model import Protocol

ProtocolKey = tuple[str, str]
"""Which protocol: its subject and name: ``("pesten", "de-brug")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownText:
    """A text that a site has: a protocol as it is now, with ``name`` "", or a kept version.

    ``key`` is a digest of all that it was read from, ``docname`` its page; ``kept_on`` is the day
    on which it was kept, "" when nobody knows. ``touched`` tells whether a kept version is
    as it was kept; ``listed`` is the fingerprint that the list of versions has of it. ``named`` is
    the check code of this text with a name that was removed from a version, "" where none was.
    """

    name: str
    docname: str
    protocol: Protocol
    fingerprint: str
    key: str
    kept_on: str = ""
    touched: Touched = Touched.NO
    listed: str = ""
    named: str = ""

    @property
    def words(self) -> str:
        """The check code of a text as it was before a name was removed from it, or from another."""
        if self.named:
            return self.named
        removed = self.protocol.facts.removed_names if self.name else ()
        return removed[0].fingerprint if removed else self.fingerprint

    @property
    def place(self) -> ProtocolKey:
        """Which protocol it is a text of."""
        return self.protocol.subject, self.protocol.slug


def in_order(kept: Sequence[KnownText], record: Facts | None = None) -> list[KnownText]:
    """Return versions, the oldest first.

    Their own dates order them when each has one, else the days on which they were kept when each
    has one, else their names. A version that was kept by an act of before that day, by what is
    ``record``-ed of the protocol, counts from then.
    """
    acted = {text.docname: _acted_on(text, record) for text in kept}

    def kept_on(text: KnownText) -> str:
        return min(filter(None, (text.kept_on, acted[text.docname][0])), default="")

    for date_of in (lambda text: began(text.protocol), kept_on):
        dates = {text.docname: date_of(text) for text in kept}
        if all(dates.values()):
            return sorted(
                kept,
                key=lambda text: (
                    dates[text.docname],
                    kept_on(text),
                    *acted[text.docname][1:],
                    text.kept_on,
                    _by_name(text),
                ),
            )
    return sorted(kept, key=_by_name)


def _acted_on(text: KnownText, record: Facts | None) -> tuple[str, bool]:
    """Return the first day of what a version was kept for, and whether that was its adoption.

    Of a decision of which the day is not known it is the day on which its text was adopted.
    """
    entries = record.approvals if record else ()
    own = [one for one in entries if text.name and text.name == one.version]
    days = [one.date if _decided_when_kept(one) else one.sent or one.date for one in own]
    if not all(days):
        codes = {code for one in own for code in one.codes}
        adopted = (o.date for o in entries if is_adoption(o) and codes & {*o.codes})
        days = [*days, *adopted]
    days += [told.told for one in entries for told in one.corrections if told.version == text.name]
    return min(filter(None, days), default=""), any(map(is_adoption, own))


def _decided_when_kept(entry: Approval) -> bool:
    return is_adoption(entry) or entry.decision is Decision.GRANTED_WITH_CHANGES


def heir_of(
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


def known_with_names(texts: Sequence[KnownText]) -> list[KnownText]:
    """Return texts, each that is without a name that was removed from one known as with it."""
    words = {
        code: one.words
        for one in texts
        if one.name
        for code in (one.fingerprint, *(o.fingerprint for o in one.protocol.facts.removed_names))
        if one.protocol.facts.removed_names
    }
    return [replace(one, named=words.get(one.fingerprint, "")) for one in texts]


def _by_name(text: KnownText) -> tuple[tuple[int, ...], tuple[tuple[int, str], ...], ProtocolKey]:
    """Order names by their figures, whatever words stand before these: the year comes first."""
    parts = tuple(_parts(text.name))
    return tuple(number for number, _ in parts if number >= 0), parts, text.place


def _parts(name: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a name so that version 10 comes after version 9."""
    for figures, signs in re.findall(r"(\d+)|(\D+)", name):
        yield (int(figures), "") if figures else (-1, signs)
