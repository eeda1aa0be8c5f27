"""From chosen formulations to a protocol: sections, numbers, anchors, notes and provenance.

Every word of a clause is the formulation's own, but for placeholders; headings are the themes'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolkit.document.facts import Facts, Provenance
from protocolkit.document.model import Block, Clause, Footnote, Kind, Paragraph, Protocol, Section
from protocolkit.document.outline import blocks_text
from protocolkit.document.richtext import NoteMark, Text
from protocolkit.drafting.new.answers import NONE
from protocolkit.drafting.new.draft import Draft, Part, PartGroup
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.new.formulations import NoteBook, written_clause
from protocolkit.drafting.new.numbering import NumberedGroup, NumberedPart, numbered, references
from protocolkit.drafting.new.provenance import note_provenance, provenance_of
from protocolkit.text.words import tokens


def assemble(draft: Draft, facts: Facts, values: Mapping[str, str], where: Protocol) -> Protocol:
    """Make a protocol; ``values`` fill placeholders by key, ``where`` gives subject and slug.

    A number of another clause is filled in with that clause's number here, when it was taken over.
    """
    groups, in_notes = _without_notes(draft.groups)
    placed = numbered(groups, values)
    own = {key: value for key, value in values.items() if value}
    writer = _Writer(draft.template, {**references(draft.groups, placed), **own}, in_notes)
    sections = tuple(map(writer.section, placed))
    declined = (
        Provenance(anchor="", topic=topic, choice=NONE, template=draft.template)
        for topic in draft.declined
    )
    return replace(
        where,
        facts=replace(facts, title=draft.title, provenance=(*writer.provenance, *declined)),
        title=(Text(draft.title),),
        parts=sections,
        notes=tuple(writer.notes),
    )


def _without_notes(
    groups: Sequence[PartGroup],
) -> tuple[tuple[PartGroup, ...], tuple[Part, ...]]:
    """Return groups without what comes along as a note of another clause, and what that was."""
    parts = [part for group in groups for part in group.parts]
    notes = {_words(note.blocks) for part in parts if part.choice for note in part.choice.notes}
    dropped = tuple(
        part
        for part in parts
        if part.choice
        and not (part.blocks or part.choice.lead_in)
        and _words(part.choice.blocks) in notes
    )
    kept = (
        replace(group, parts=tuple(part for part in group.parts if part not in dropped))
        for group in groups
    )
    return tuple(group for group in kept if group.parts), dropped


def _words(blocks: Iterable[Block]) -> str:
    return " ".join(tokens(blocks_text(blocks)))


class _Writer:
    """Writes one document: keeps what is taken, and what came from where."""

    def __init__(self, template: str, values: Mapping[str, str], in_notes: Iterable[Part]) -> None:
        self._template = template
        self._in_notes = {
            _words(written_clause(part.choice, values, NoteBook())[0]): part
            # of two that say the same the first is meant
            for part in reversed(tuple(in_notes))
            if part.choice
        }
        self._values = values
        self._book = NoteBook()
        self.provenance: list[Provenance] = []
        self.notes: list[Footnote] = []

    def section(self, group: NumberedGroup) -> Section:
        """Return a group as a numbered section."""
        kinds = {placed.part.clause_kind for placed in group.parts}
        return Section(
            anchor=group.anchor,
            level=2,
            title=(Text(group.title),),
            marker=group.marker,
            kind=kinds.pop() if len(kinds) == 1 else Kind.RULE,
            parts=tuple(map(self._clause, group.parts)),
        )

    def _clause(self, placed: NumberedPart) -> Clause:
        part = placed.part
        blocks, notes = part.blocks, tuple[Footnote, ...]()
        if part.choice is not None:
            offered, notes = written_clause(part.choice, self._values, self._book)
            blocks = self._edited(part) if blocks else offered
        clause = Clause(
            anchor=placed.anchor, blocks=blocks, marker=placed.marker, kind=part.clause_kind
        )
        self.provenance += provenance_of(part, placed.anchor, clause, self._template)
        for note in notes:
            self.provenance += self._of_note(part, note)
        self.notes += notes
        return clause

    def _edited(self, part: Part) -> tuple[Block, ...]:
        """Return a choice's words as somebody changed them: blanks filled in, its notes called."""
        assert part.choice is not None
        labels, _ = self._book.labels(part.choice)
        blanks = part.choice.placeholders
        *first, last = filled(part.blocks, blanks, lambda p: self._values.get(p.key, ""), {})
        assert isinstance(last, Paragraph)
        marks = tuple(NoteMark(labels[note.label]) for note in part.choice.notes)
        return (*first, Paragraph((*last.content, *marks)))

    def _of_note(self, caller: Part, note: Footnote) -> Iterator[Provenance]:
        """Yield where a note came from; one that answers a topic itself says so."""
        own = self._in_notes.get(_words(note.blocks))
        if own is None:
            yield note_provenance(caller, note, self._template)
        else:
            yield from provenance_of(own, note.anchor, note, self._template)
