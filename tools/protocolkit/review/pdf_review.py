"""A returned PDF of ours with notes: each at the clause whose words it lies over.

The words around a note are taken along until they stand in one place of the text alone; what stands
nowhere, such as the head of a page, ends them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.changes.protocol_items import items_of
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.importing.extract.pdf.page_notes import PageNote, Passage, read_notes
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.pdf_struck import Struck, struck_changes
from protocolkit.review.placing import UNPLACED, Stand
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import PassedOver, PlacedBy, Remark, Review
from protocolkit.text.words import tokens

# At least this many words after each other tell a place; at most this many are tried at a side.
_FEWEST, _MOST = 3, 12
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?")


class ReturnedPdf:
    """A returned PDF that is open; its record is not asked, its check code is printed."""

    record = None

    def __init__(self, content: bytes, path: Path) -> None:
        self._found, self._file = read_notes(content, Location(str(path))), path.name
        self.words = "\n".join(self._found.pages)

    def share(self, protocol: Protocol) -> float:
        """Return which share of a text's paragraphs it has."""
        whole = f" {' '.join(tokens(self.words))} "
        texts = [" ".join(tokens(plain(u.text))) for i in items_of(protocol) for u in i.units]
        held = sum(f" {text} " in whole for text in texts)
        return held / len(texts) if texts else 0.0

    def review(self, submitted: Protocol, sent: SentText | None = None) -> Review:  # noqa: ARG002
        """Return the notes in it; a line through words is a change, with words a remark too."""
        places = _Places(submitted)
        made: dict[str, Remark] = {}
        struck: list[Struck] = []
        answered = {note.parent for note in self._found.notes}
        for note in self._found.notes:
            one = self._remark(note, places)
            is_strike = note.is_strike and bool(one.quote)
            if is_strike:
                struck.append(_struck(one))
            if not is_strike or one.text or one.id in answered:
                made[note.id] = one
        changes = struck_changes(submitted, struck, self._file)
        states = (
            PassedOver(
                words=one.text, reason=LeftOutReason.STATE, place=one.parent, file=self._file
            )
            for one in self._found.states
            if one.text
        )
        return Review(
            remarks=tuple(_with_threads(made)), changes=tuple(changes), passed_over=tuple(states)
        )

    def _remark(self, note: PageNote, places: _Places) -> Remark:
        stand = places.of(note.under)
        return Remark(
            id=note.id,
            parent=note.parent if note.parent != note.id else "",
            author=note.author,
            date=_moment(note.date),
            text=note.text,
            quote=" ".join(note.under.marked.split()),
            anchor=stand.anchor,
            near="" if stand.anchor else places.of(note.beside).anchor,
            placed_by=stand.by,
            resolved=note.resolved,
            file=self._file,
        )


def _struck(one: Remark) -> Struck:
    return Struck(
        anchor=one.anchor, near=one.near, words=one.quote, author=one.author, date=one.date
    )


class _Places:
    """The words of a text after each other, each with its clause."""

    def __init__(self, protocol: Protocol) -> None:
        self._words: list[str] = []
        self._anchors: list[str] = []
        for item in items_of(protocol):
            for unit in item.units:
                words = _small(f"{unit.marker} {plain(unit.text)}")
                self._words += words
                self._anchors += [item.anchor] * len(words)
        self._where: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            self._where.setdefault(word, []).append(at)

    def of(self, passage: Passage) -> Stand:
        """Return the clause that some words of a page are of, that of the first of them."""
        before, marked, after = map(_small, (passage.before, passage.marked, passage.after))
        for at in range(min(len(marked), _MOST)):
            stand = self._from([*before, *marked[:at]], [*marked[at:], *after])
            if stand.anchor:
                return stand
        return UNPLACED

    def _from(self, before: Sequence[str], words: Sequence[str]) -> Stand:
        """Return the only clause that has a word where it stands between others."""
        found: set[str] = set()
        before = before[-_MOST:]
        for left in range(len(before) + 1):
            for right in range(1, min(len(words), 2 * _MOST) + 1):
                tried = [*before[len(before) - left :], *words[:right]]
                if len(tried) < _FEWEST:
                    continue
                places = self._places(tried)
                if not places:
                    break
                if len(places) == 1:
                    found.add(self._anchors[places[0] + left])
                    break
        anchors = {anchor for anchor in found if anchor}
        return Stand(anchors.pop(), PlacedBy.QUOTE) if len(anchors) == 1 else UNPLACED

    def _places(self, words: Sequence[str]) -> list[int]:
        length = len(words)
        begins = self._where.get(words[0], ())
        return [at for at in begins if self._words[at : at + length] == list(words)]


def _with_threads(made: dict[str, Remark]) -> Iterator[Remark]:
    """Yield each note, an answer at the clause of the note with which its thread begins."""
    for note in made.values():
        above, seen = note, {note.id}
        while above.parent in made and above.parent not in seen:
            above = made[above.parent]
            seen.add(above.id)
        if above is note:
            yield note
            continue
        by = PlacedBy.PARENT if above.anchor else PlacedBy.NOTHING
        quote = above.quote
        yield Remark(
            id=note.id,
            parent=note.parent,
            author=note.author,
            date=note.date,
            text=note.text,
            quote=quote,
            anchor=above.anchor,
            near=above.near,
            resolved=note.resolved or above.resolved,
            placed_by=by,
            file=note.file,
        )


def _small(text: str) -> list[str]:
    return [word.lower() for word in tokens(text)]


def _moment(said: str) -> str:
    """Return a date of a PDF in the form of the others; what is no date as it stands."""
    found = _DATE.match(said)
    if not found:
        return said
    year, month, day, hour, minute, second = found.groups()
    time = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    return f"{year}-{month}-{day}{time}"
