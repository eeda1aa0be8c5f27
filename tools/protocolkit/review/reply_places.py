"""At which clause a person put a remark, and which clause changed for it: by anchor or as cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate
from protocolkit.base.problems import ProtocolkitError, error, problem
from protocolkit.document.model import Protocol
from protocolkit.document.outline import (
    addressable,
    clause_text,
    labels,
    protocol_tokens,
    section_names,
    sections,
)
from protocolkit.exchange.reaction_columns import goes_label
from protocolkit.review.remarks import PlacedBy, Review
from protocolkit.review.reply_file import Reply, Verdict, by_key
from protocolkit.text.marker_ends import without_end

REPLY_PLACE = error(
    "reply-place",
    "An answer to a remark names a clause that is not there",
    "'{place}' is the number or anchor of no clause in this protocol.",
    "Write one that is there, such as {near}. Nothing was written.",
)
_MOST = 3
# The number of a heading before its name.
_NUMBER = re.compile(r"^[A-Za-z]?\d[\w.]*\s+(?=\S)")


def place_names(protocol: Protocol) -> dict[str, str]:
    """Return how each clause, heading and note is cited: '2.1', '2 Melden', 'noot 1'."""
    markers = {one.anchor: without_end(one.marker) for one in sections(protocol)}
    names = {
        anchor: name if name.startswith(markers[anchor]) else f"{markers[anchor]} {name}"
        for anchor, name in section_names(protocol).items()
    }
    return {**names, **labels(protocol)}


@dataclass(frozen=True, slots=True)
class Places:
    """The clauses, headings and notes of a text by their anchors: how each is cited, what it says.

    A heading says nothing. ``gone`` are the clauses of earlier texts that went: the anchor of each
    by its label.
    """

    cited: Mapping[str, str]
    words: Mapping[str, str]
    gone: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, *protocols: Protocol) -> Places:
        """Return those of some texts; where two have one anchor, as the first cites it."""
        found: dict[str, str] = {}
        words: dict[str, str] = {}
        for protocol in protocols:
            for anchor, name in place_names(protocol).items():
                found.setdefault(anchor, name)
            words = {one.anchor: clause_text(one) for one in addressable(protocol)} | words
        return cls(found, words)

    def with_gone(self, earlier: Iterable[Protocol], translate: Translate) -> Places:
        """Return them with the clauses that earlier texts had, the newest of these first."""
        labelled: dict[str, str] = {}
        for protocol in earlier:
            for anchor, label in labels(protocol).items():
                labelled.setdefault(anchor, label)
        went = {one: label for one, label in labelled.items() if one not in self.cited}
        cited = {one: goes_label(label, translate) for one, label in went.items()}
        by_label = {_spaced(label): one for one, label in reversed(list(went.items()))}
        return Places({**self.cited, **cited}, self.words, by_label)

    def anchor(self, said: str, location: Location) -> str:
        """Return the anchor that a person names, "" for nothing.

        Raises :class:`ProtocolkitError` when it names none.
        """
        wanted = said.strip().removeprefix("#")
        if not wanted or wanted in self.cited:
            return wanted
        known = {_spaced(label): anchor for anchor, label in reversed(list(self.cited.items()))}
        if _spaced(wanted) in known:
            return known[_spaced(wanted)]
        bare = {_spaced(_NUMBER.sub("", label)): one for label, one in known.items()}
        if _spaced(wanted) in bare:
            return bare[_spaced(wanted)]
        if _spaced(wanted) in self.gone:
            return self.gone[_spaced(wanted)]
        near = get_close_matches(wanted, [*self.cited.values(), *self.cited], _MOST, 0.0)
        raise ProtocolkitError(
            problem(REPLY_PLACE, location, place=wanted, near=", ".join(near) or "–")
        )


def resolved(replies: Iterable[Reply], submitted: Places, now: Places) -> tuple[Reply, ...]:
    """Return replies with anchors: what a remark is about of the text that was submitted.

    What changed for it is of the text as it is now. Raises
    :class:`~protocolkit.base.problems.ProtocolkitError` when one names no clause.
    """
    return tuple(
        replace(
            one,
            about=submitted.anchor(one.about, one.location),
            change=now.anchor(one.change, one.location),
        )
        for one in replies
    )


def taken_without_change(
    replies: Iterable[Reply], submitted: Protocol, now: Protocol
) -> tuple[Reply, ...]:
    """Return the replies that say that a remark was taken over while nothing changed for it.

    Of a remark with a clause, the words of that clause or of the one that is named must be others;
    of any other one, those of the text.
    """
    before, after = Places.of(submitted).words, Places.of(now).words
    is_same = before == after and protocol_tokens(submitted) == protocol_tokens(now)

    def is_unchanged(reply: Reply) -> bool:
        own = [one for one in (reply.change or reply.about,) if one in before or one in after]
        return all(before.get(one) == after.get(one) for one in own) if own else is_same

    taken = (Verdict.TAKEN, Verdict.PARTLY)
    return tuple(one for one in replies if one.answer in taken and is_unchanged(one))


def with_places(found: Review, replies: Sequence[Reply]) -> Review:
    """Return what came back with each remark where a person put it, found elsewhere or nowhere."""
    by_hand = {one.key: one.about for one in replies if one.about}
    known = [one.key for one in replies]
    placed = tuple(
        remark
        if by_hand.get(key, remark.anchor) == remark.anchor
        else replace(remark, anchor=by_hand[key], near="", row=None, placed_by=PlacedBy.HAND)
        for key, remark in by_key(found.remarks, known).items()
    )
    return replace(found, remarks=placed)


def _spaced(text: str) -> str:
    return " ".join(text.split()).casefold()
