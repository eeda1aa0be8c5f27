"""Clauses of one draft that come into another: their notes, and where all of it came from."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import count

from protocolkit.comparison.draft_answers import NOTE
from protocolkit.document.facts import Provenance
from protocolkit.document.fingerprints import written_mark
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import addressable, clause_text, clauses, rich_texts, sections
from protocolkit.document.richtext import note_labels
from protocolkit.document.tree import block_texts
from protocolkit.drafting.new.anchors import sound_anchor
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.update.draft_text import DraftText, Item, Key
from protocolkit.drafting.update.placing import Parts
from protocolkit.text.words import tokens


class Bringing:
    """What comes into a draft from another text, in which it has its place already."""

    def __init__(self, own: DraftText, now: DraftText, gone: Iterable[Key]) -> None:
        self._own = own
        self._now = now
        whole = own.protocol
        self._notes = {note.anchor: note for note in whole.notes}
        self._written = dict(_same_notes(now.protocol, whole))
        leaving = {own.anchors[key] for key in gone}
        self._used = {item.anchor for item in addressable(whole)} - leaving
        self._used |= {section.anchor for section in sections(whole)} | set(whole.facts.retired)
        self._brought: dict[Key, tuple[Item, tuple[Provenance, ...]]] = {}

    def bring(self, key: Key) -> Item:
        """Return a clause or note as it will stand here, under an anchor of its own."""
        given = self._now.item(key)
        if isinstance(given, Footnote):
            item: Item = self._note(given)
            entries = [_led(entry, item) for entry in self._now.entries(key)]
        else:
            item, entries = self._clause(key, given)
        self._brought[key] = item, tuple(entries)
        return item

    def _clause(self, key: Key, given: Clause) -> tuple[Clause, list[Provenance]]:
        called = [label for rich in block_texts(given.blocks) for label in note_labels(rich)]
        there = {note.label: note for note in self._now.protocol.notes}
        standing = frozenset(self._notes)
        notes = {label: self._note(there[label]) for label in called if label in there}
        named = {label: note.label for label, note in notes.items()}
        topic = self._now.entries(key)[0].topic
        item = replace(
            given,
            anchor=sound_anchor(topic or given.anchor, self._used),
            blocks=filled(given.blocks, (), lambda _: "", named),
        )
        entries = [_led(entry, item) for entry in self._now.entries(key)]
        for label, note in notes.items():
            if note.anchor not in standing:
                entries += self._of_note(there[label], note)
        return item, entries

    def _note(self, given: Footnote) -> Footnote:
        """Return a note as it is called here; that of one source is not written again."""
        if given.label not in self._written:
            labels = {note.label for note in self._notes.values()}
            fresh = replace(given, label=free_label(labels))
            self._written[given.label] = self._notes[fresh.anchor] = fresh
        return self._written[given.label]

    def _of_note(self, given: Footnote, note: Footnote) -> Iterator[Provenance]:
        known = self._now.protocol.facts.provenance
        own = (e for e in known if e.anchor == given.anchor and e.choice == NOTE)
        return (_led(entry, note) for entry in own)

    def settled(self, parts: Parts, was: DraftText) -> Protocol:
        """Return the draft with parts in which all has its place; ``was`` is it without that."""
        whole = self._own.protocol
        made = replace(whole, parts=parts, notes=tuple(self._notes.values()))
        before, after = _called(whole), _called(made)
        new = self._notes.keys() - {note.anchor for note in whole.notes}
        kept = tuple(
            note
            for note in made.notes
            if note.label in after or (note.label not in before and note.anchor not in new)
        )
        made = replace(made, notes=kept)
        standing = {item.anchor for item in addressable(made)}
        lost = [item.anchor for item in addressable(whole) if item.anchor not in standing]
        facts = replace(
            whole.facts,
            provenance=self._provenance(made, frozenset(lost), was),
            retired=(*whole.facts.retired, *lost),
        )
        return replace(made, facts=facts)

    def _provenance(
        self, made: Protocol, lost: frozenset[str], was: DraftText
    ) -> tuple[Provenance, ...]:
        """Return where all came from; what comes stands behind what is before it in the text."""
        brought = {item.anchor: (item, entries) for item, entries in self._brought.values()}
        topics = dict(self._other_topics(was))
        declined, answered = self._declined(was)
        known: list[Provenance] = []
        for entry in self._own.protocol.facts.provenance:
            if entry.anchor in topics and entry.choice != NOTE:
                known += topics.pop(entry.anchor)
            elif entry.anchor in brought and isinstance(brought[entry.anchor][0], Footnote):
                known += brought.pop(entry.anchor)[1]
            elif not (entry.anchor in lost or entry.anchor in brought or entry in answered):
                known.append(entry)
        order = [clause.anchor for clause in clauses(made)]
        for item, entries in brought.values():
            later = frozenset(order[order.index(item.anchor) :]) if item.anchor in order else ()
            places = [n for n, e in enumerate(known) if not e.anchor or e.anchor in later]
            at = places[0] if places else len(known)
            known[at:at] = entries
        return (*known, *declined)

    def _other_topics(self, was: DraftText) -> Iterator[tuple[str, list[Provenance]]]:
        """Yield by anchor the entries of what answers other questions than before."""
        for key in self._own.anchors:
            if key not in was.anchors or key not in self._now.anchors:
                continue
            before, now = was.topics(key), self._now.topics(key)
            if before != now:
                first, *_ = own = self._own.entries(key)
                kept = [e.topic for e in own if e.topic not in before]
                yield first.anchor, [replace(first, topic=topic) for topic in (*now, *kept)]

    def _declined(self, was: DraftText) -> tuple[list[Provenance], frozenset[Provenance]]:
        """Return what is left out since, and the entries of what is not any more."""
        before, now = was.declined, self._now.declined
        own = self._own.declined
        fresh = [entry for topic, entry in now.items() if topic not in {**before, **own}]
        return fresh, frozenset(own[topic] for topic in own if topic in before.keys() - now.keys())


def free_label(labels: Container[str]) -> str:
    """Return the lowest number that no note has yet."""
    return next(label for label in map(str, count(1)) if label not in labels)


def _led(entry: Provenance, item: Item) -> Provenance:
    """Return where something came from, of the words that stand here."""
    written = written_mark(item) if entry.written else ""
    return replace(entry, anchor=item.anchor, written=written)


def _same_notes(there: Protocol, here: Protocol) -> Iterator[tuple[str, Footnote]]:
    """Yield for notes of one text, by label, what they are in another: of one source first."""
    left = list(here.notes)
    rest = list(there.notes)
    for key in (_said_by, _words):
        for note in tuple(rest):
            said = key(there, note)
            found = next((other for other in left if key(here, other) == said), None)
            if found is not None:
                left.remove(found)
                rest.remove(note)
                yield note.label, found


def _words(_: Protocol, note: Footnote) -> object:
    return tokens(clause_text(note))


def _said_by(protocol: Protocol, note: Footnote) -> object:
    """Return the words of a note, and of which organisations they are."""
    entries = (entry for entry in protocol.facts.provenance if entry.anchor == note.anchor)
    return _words(protocol, note), frozenset(entry.source.organisation for entry in entries)


def _called(protocol: Protocol) -> frozenset[str]:
    return frozenset(label for rich in rich_texts(protocol) for label in note_labels(rich))
