"""An Akoma Ntoso file to a protocol with its source; its parts are what the file says they are.

Of a file of ours the facts come back that its cover shows, and the others when a person confirms
them, as of our Word files and PDFs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from protocolkit.base.formats import FORMAT_NEWER
from protocolkit.base.location import Location
from protocolkit.base.messages import message
from protocolkit.base.problems import Code, ProtocolkitError, problem
from protocolkit.document.cover_words import language_of
from protocolkit.document.facts import Facts, Organisation
from protocolkit.document.model import Clause, Paragraph, Protocol, Table
from protocolkit.document.richtext import Text, plain
from protocolkit.document.tree import walk_blocks, walk_clauses
from protocolkit.exchange.protocol_json import json_to_protocol
from protocolkit.exchange.record import Record
from protocolkit.importing.extract.akoma_ntoso.extract import AknFile, extract_akn, held_words
from protocolkit.importing.markdown_file import ReadMarkdown, written_out
from protocolkit.importing.new_anchors import with_anchors
from protocolkit.importing.own_files.recorded_facts import (
    is_same_organisation,
    unseen_notices,
    wished_facts,
)
from protocolkit.importing.own_files.records import UNUSABLE, OwnRecord
from protocolkit.importing.own_files.shown_facts import shown_facts
from protocolkit.importing.proof.counting import letters
from protocolkit.importing.source import codes
from protocolkit.importing.source.doubts import MERGED
from protocolkit.importing.structure.found_facts import Wishes
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_QUOTED = 12
_NOBODY = Facts(organisation=Organisation(name=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAkn:
    """An Akoma Ntoso file as it was understood; ``own`` has the facts of one that is ours."""

    protocol: Protocol
    own: OwnRecord
    left_out: tuple[LeftOut, ...]
    merged: tuple[Table, ...] = ()

    def named(self) -> Facts:
        """Return the facts by which the file says whose text it is."""
        shown = self.own.with_facts(is_whole=False).protocol
        return shown.facts if shown else _NOBODY

    def with_wishes(self, wishes: Wishes) -> ReadMarkdown:
        """Return the text with the facts that it may have, as a person wishes it."""
        recorded = self.own.with_facts(is_whole=wishes.takes_record).protocol
        facts = recorded.facts if recorded else _NOBODY
        is_ours = recorded is not None and is_same_organisation(
            wishes.organisation, facts.organisation
        )
        title = plain(self.protocol.title)
        if is_ours:
            facts = wished_facts(facts, wishes, facts.source.file)
        else:
            facts = replace(_NOBODY, title=title)
        read = written_out(replace(self.protocol, facts=facts), is_ours=is_ours)
        notices = (
            *self.own.notices,
            *unseen_notices(self.own, (), is_taken=wishes.takes_record, has_facts=is_ours),
        )
        source = replace(
            read.source,
            left_out=self.left_out,
            notices=(*read.source.notices, *notices),
        )
        doubted = self._doubted()
        origins = (
            replace(one, doubts=(*one.doubts, MERGED)) if one.anchor in doubted else one
            for one in read.origins
        )
        return replace(read, source=source, origins=tuple(origins))

    def _doubted(self) -> frozenset[str]:
        """Return the clauses that have a table with merged cells."""
        return frozenset(
            clause.anchor
            for clause, _ in walk_clauses(self.protocol.parts)
            if any(block in self.merged for block in walk_blocks(clause.blocks))
        )


def read_akn(content: bytes, location: Location) -> ReadAkn:
    """Read an Akoma Ntoso file; no letter of it is in neither the text nor the report.

    Raises :class:`ProtocolkitError` when it cannot be used, or when a letter would be lost.
    """
    found = extract_akn(content, location)
    recorded = _recorded(found, location)
    odd, shown = _cover(found)
    protocol = Protocol(
        facts=recorded.facts if recorded else _NOBODY,
        title=found.title,
        parts=(*odd, *found.parts),
        notes=found.notes,
        subject=recorded.subject if recorded else "",
        slug=recorded.slug if recorded else "",
    )
    protocol = with_anchors(protocol, keeps=recorded is not None)
    left_out = (*(LeftOut(text=line, reason=LeftOutReason.OURS) for line in shown), *found.left_out)
    _prove(" ".join(held_words(content, location)), protocol, left_out, location)
    own = OwnRecord()
    if recorded is not None:
        text = written_out(protocol, is_ours=True).source.text
        facts = shown_facts(protocol, shown, text)
        own = OwnRecord(record=Record(protocol=protocol), is_shown=True, facts=facts)
    elif found.facts is not None:
        own = OwnRecord(notices=(message(UNUSABLE),))
    return ReadAkn(protocol=protocol, own=own, left_out=left_out, merged=found.merged)


def _recorded(found: AknFile, location: Location) -> Protocol | None:
    """Return the facts that a file of ours keeps, None when it has none that can be used."""
    if found.facts is None:
        return None
    reading = json_to_protocol(found.facts)
    newer = [odd for odd in reading.problems if odd.code == FORMAT_NEWER]
    if newer:
        raise ProtocolkitError(replace(newer[0], location=location))
    return reading.protocol


def _cover(found: AknFile) -> tuple[tuple[Clause, ...], tuple[str, ...]]:
    """Return the lines of a cover that this program does not print, as text, and those it does."""
    words = language_of(found.cover)
    rows = dict(filter(None, map(words.label, found.cover)))
    title = " ".join(plain(found.title).split())
    filled = {
        "organisation": rows.get("organisation.name", ""),
        "owner": rows.get("owner", ""),
        "contact": rows.get("contact", ""),
        "title": title,
    }
    notes = tuple(note for note in words.headings if note.startswith("["))
    own = {filled["organisation"], title, *(f"{title} {note}" for note in notes)}

    def is_ours(line: str) -> bool:
        return (
            not line
            or line in own
            or line in words.headings
            or line in words.marks
            or tuple(line.split("\t")) in words.decided
            or ("\t" in line and words.label(line) is not None)
            or words.decision(line) is not None
            or words.is_sentence(line, filled)
        )

    odd = tuple(
        Clause(anchor="", blocks=(Paragraph((Text(" ".join(line.split())),)),))
        for line in found.cover
        if not is_ours(line)
    )
    return odd, tuple(line for line in found.cover if line and is_ours(line))


def _prove(held: str, protocol: Protocol, left_out: Sequence[LeftOut], location: Location) -> None:
    """Raise when a letter is in neither the text nor the report, or one that the file lacks is."""
    bare = replace(protocol, facts=replace(protocol.facts, title_supplied=True))
    read = written_out(bare, is_ours=True)
    made = "\n".join((plain(protocol.title), read.source.text, *(one.text for one in left_out)))
    marks = letters("".join(one.text.removeprefix(one.word) for one in read.changes))
    found, wanted = letters(made) - marks, letters(held)
    _refuse(codes.WORDS_LOST, held, made, wanted - found, location)
    # a sign such as the bullet of a point without a number is ours
    put_in = Counter({sign: times for sign, times in (found - wanted).items() if sign.isalnum()})
    _refuse(codes.WORDS_ADDED, made, held, put_in, location)


def _refuse(code: Code, more: str, less: str, surplus: Counter[str], location: Location) -> None:
    """Raise an error when one side has letters that the other has not; it quotes their words."""
    if surplus:
        there = Counter(less.split())
        there.subtract(more.split())
        quoted = [word for word in dict.fromkeys(more.split()) if there[word] < 0][:_QUOTED]
        words = " ".join(quoted or ["".join(surplus.elements())[:80]])
        raise ProtocolkitError(problem(code, location, words=words))
