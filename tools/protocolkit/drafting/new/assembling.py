"""From chosen formulations to a protocol: sections, numbers, anchors, notes and provenance.

Every word of a clause is the formulation's own, but for placeholders; headings are the themes'.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolkit.comparison.drafted import NOTE
from protocolkit.document.facts import Facts, Provenance
from protocolkit.document.fingerprints import (
    MARK_LENGTH,
    PREFIX,
    blocks_fingerprint,
    clause_mark,
    written_mark,
)
from protocolkit.document.model import (
    ANCHOR_LENGTH,
    Block,
    Clause,
    Footnote,
    Kind,
    Paragraph,
    Point,
    PointList,
    Protocol,
    Section,
    Table,
)
from protocolkit.document.outline import clause_text, labels
from protocolkit.document.place import NO_PLACE
from protocolkit.document.richtext import NoteMark, Text, plain
from protocolkit.document.tree import block_texts
from protocolkit.drafting.new.answers import NONE, OWN
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.template.values import Choice, Placeholder
from protocolkit.reading.body import slug
from protocolkit.text.markers import PARAGRAPH_MARKER
from protocolkit.text.words import BULLET, INVISIBLE, fingerprint, tokens

_RESERVED = re.compile(r"^noot-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One clause to be: a formulation with the topics that it answers, or words of one's own.

    Without a choice ``blocks`` are the words, and ``chosen`` is what provenance says of them; with
    one they are what somebody made of its words, and its notes are called at their end.
    """

    stem: str
    topics: tuple[str, ...]
    choice: Choice | None = None
    blocks: tuple[Block, ...] = ()
    kind: Kind = Kind.RULE
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartGroup:
    """A heading with what comes under it."""

    anchor: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document before it has numbers: ``declined`` are the topics that were left out."""

    title: str
    groups: tuple[PartGroup, ...]
    template: str = ""
    declined: tuple[str, ...] = ()


def assemble(draft: Draft, facts: Facts, values: Mapping[str, str], where: Protocol) -> Protocol:
    """Make a protocol; ``values`` fill placeholders by key, ``where`` gives subject and slug.

    A number of another clause is filled in with that clause's number here, when it came along.
    """
    made = _written(draft, facts, values, where)
    own = {key: value for key, value in values.items() if value}
    references = {**_references(draft, made), **own}
    return made if references == own else _written(draft, facts, references, where)


def _references(draft: Draft, made: Protocol) -> dict[str, str]:
    """Return how each clause that is referred to is cited in the protocol that was made."""
    choices = [part.choice for group in draft.groups for part in group.parts if part.choice]
    ids = {holder.place: choice.id for choice in choices for holder in choice.holders}
    anchors = {entry.choice: entry.anchor for entry in made.facts.provenance if entry.choice}
    named = labels(made)
    found = {}
    for placeholder in (p for choice in choices for p in choice.placeholders if p.target.is_clause):
        label = named.get(anchors.get(ids.get(placeholder.target, ""), ""), "")
        # what has no number stays open: whoever reads the draft says what is meant
        if label[:1].isdigit():
            found[placeholder.key] = f"artikel {label}"
    return found


def _written(draft: Draft, facts: Facts, values: Mapping[str, str], where: Protocol) -> Protocol:
    groups, in_notes = _without_notes(draft.groups)
    writer = _Writer(draft.template, values, in_notes)
    sections = tuple(writer.section(group, n) for n, group in enumerate(groups, start=1))
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


def offered_blocks(choice: Choice) -> tuple[Block, ...]:
    """Return a choice's blocks as they are offered; a bullet comes with what leads it in."""
    if not choice.lead_in:
        return choice.blocks
    lead = Paragraph((Text(" ".join(choice.lead_in.split())),))
    return (lead, PointList((Point(marker=BULLET, blocks=choice.blocks),)))


def offered_text(choice: Choice) -> str:
    """Return the words of a choice as they are offered, placeholders open."""
    return clause_text(Footnote(label="", blocks=offered_blocks(choice)))


def offered_mark(choice: Choice) -> str:
    """Return the beginning of the fingerprint of a choice's words and notes, placeholders open."""
    return blocks_fingerprint(offered_blocks(choice), *choice.notes)[:MARK_LENGTH]


def is_offered_as(choice: Choice, kept: str) -> bool:
    """Tell whether a choice still has the mark that was kept, of now or of before."""
    if kept.startswith(PREFIX):
        return offered_mark(choice) == kept
    words = [offered_text(choice), *map(clause_text, choice.notes)]
    return bool(kept) and fingerprint(tokens("\n".join(words))).startswith(kept)


class NoteBook:
    """Numbers the notes that formulations bring along; a note of one source comes once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {label for label in taken if label.isdigit()}
        self._labels: dict[tuple[str, str], str] = {}

    def labels(self, choice: Choice) -> tuple[dict[str, str], list[Footnote]]:
        """Return the new label of each of a choice's notes, and the notes that are new here."""
        labels, fresh = {}, []
        for note in choice.notes:
            key = choice.origin.organisation, note.label
            if key not in self._labels:
                self._labels[key] = self._next()
                fresh.append(note)
            labels[note.label] = self._labels[key]
        return labels, fresh

    def _next(self) -> str:
        count = len(self._taken) + 1
        while str(count) in self._taken:
            count += 1
        self._taken.add(str(count))
        return str(count)


def written_clause(
    choice: Choice, values: Mapping[str, str], book: NoteBook
) -> tuple[tuple[Block, ...], tuple[Footnote, ...]]:
    """Return a choice's blocks with values filled in, and the notes that are new with it."""
    labels, fresh = book.labels(choice)

    def value_of(placeholder: Placeholder) -> str:
        return values.get(placeholder.key, "")

    blocks = filled(offered_blocks(choice), choice.placeholders, value_of, labels)
    notes = tuple(
        Footnote(
            label=labels[note.label],
            blocks=filled(note.blocks, choice.placeholders, value_of, labels),
        )
        for note in fresh
    )
    return blocks, notes


def provenance_of(
    part: Part, anchor: str, item: Clause | Footnote, template: str
) -> Iterator[Provenance]:
    """Yield where a written clause came from, once for each topic that it answers.

    Words of one's own have no fingerprint. Typed words are never ``written``: they count as
    changed here, so that an update only shows what it would put in their place.
    """
    choice = part.choice
    is_own = part.chosen == OWN and bool(part.topics)
    is_typed = is_own or (choice is not None and bool(part.blocks))
    offered = offered_mark(choice) if choice else "" if is_own else clause_mark(item)
    for topic in part.topics or ("",):
        yield Provenance(
            anchor=anchor,
            topic=topic,
            choice=choice.id if choice else part.chosen,
            source=choice.origin.place if choice else NO_PLACE,
            fingerprint=offered,
            written="" if is_typed else written_mark(item),
            template=template,
        )


def sound_anchor(stem: str, used: set[str]) -> str:
    """Return an anchor made from a name that is not in use yet, and count it as used."""
    base = slug(stem)
    if _RESERVED.match(base):
        base = f"o-{base}"[:ANCHOR_LENGTH].rstrip("-")
    candidate, count = base, 1
    while candidate in used:
        count += 1
        candidate = f"{base[: ANCHOR_LENGTH - len(str(count)) - 1].rstrip('-')}-{count}"
    used.add(candidate)
    return candidate


def _without_notes(
    groups: Sequence[PartGroup],
) -> tuple[tuple[PartGroup, ...], tuple[Part, ...]]:
    """Return groups without what comes along as a note of another clause, and what that was."""
    parts = [part for group in groups for part in group.parts]
    notes = {_words(note) for part in parts if part.choice for note in part.choice.notes}
    dropped = tuple(
        part
        for part in parts
        if part.choice and not (part.blocks or part.choice.lead_in) and _words(part.choice) in notes
    )
    kept = (
        replace(group, parts=tuple(part for part in group.parts if part not in dropped))
        for group in groups
    )
    return tuple(group for group in kept if group.parts), dropped


def _words(item: Choice | Footnote) -> str:
    return " ".join(tokens(clause_text(Footnote(label="", blocks=item.blocks))))


class _Writer:
    """Writes one document: keeps what is taken, and what came from where."""

    def __init__(self, template: str, values: Mapping[str, str], in_notes: Iterable[Part]) -> None:
        self._template = template
        self._in_notes = {
            _words(
                Footnote(label="", blocks=written_clause(part.choice, values, NoteBook())[0])
            ): part
            # of two that say the same the first is meant
            for part in reversed(tuple(in_notes))
            if part.choice
        }
        self._values = values
        self._used: set[str] = set()
        self._book = NoteBook()
        self.provenance: list[Provenance] = []
        self.notes: list[Footnote] = []

    def section(self, group: PartGroup, number: int) -> Section:
        """Return a group as a numbered section."""
        anchor = sound_anchor(group.anchor, self._used)
        kinds = {part.choice.kind if part.choice else part.kind for part in group.parts}
        kind = kinds.pop() if len(kinds) == 1 else Kind.RULE
        parts: list[Clause] = []
        count = 0
        for part in group.parts:
            clause = self._clause(part, f"{count + 1}.")
            count += bool(clause.marker)
            parts.append(clause)
        return Section(
            anchor=anchor,
            level=2,
            title=(Text(group.title),),
            marker=str(number),
            kind=kind,
            parts=tuple(parts),
        )

    def _clause(self, part: Part, marker: str) -> Clause:
        anchor = sound_anchor(part.stem, self._used)
        blocks, kind = part.blocks, part.kind
        notes: Sequence[Footnote] = ()
        if part.choice is not None:
            offered, notes = written_clause(part.choice, self._values, self._book)
            blocks = self._edited(part) if blocks else offered
            kind = part.choice.kind
        # what somebody typed may look like anything: a number holds it together
        is_typed = bool(part.blocks) and (part.choice is not None or part.chosen == OWN)
        is_alone = not is_typed and stands_alone(blocks, kind)
        clause = Clause(
            anchor=anchor,
            blocks=blocks,
            marker="" if is_alone else marker,
            kind=kind,
        )
        self.provenance += provenance_of(part, anchor, clause, self._template)
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
        own = self._in_notes.get(_words(note))
        if own is None:
            yield note_provenance(caller, note, self._template)
        else:
            yield from provenance_of(own, note.anchor, note, self._template)


def stands_alone(blocks: Sequence[Block], kind: Kind) -> bool:
    """Tell whether a clause needs no number: one paragraph or table that binds nobody.

    A paragraph that begins like a number would be read as one; it gets a number of its own.
    """
    if kind.is_compared or len(blocks) != 1 or isinstance(blocks[0], PointList):
        return False
    begins = next((plain(rich) for rich in block_texts(blocks)), "")
    return isinstance(blocks[0], Table) or not PARAGRAPH_MARKER.match(f"{begins} x")


def note_provenance(part: Part, note: Footnote, template: str) -> Provenance:
    """Return where a note came from: with the clause that calls it."""
    return Provenance(
        anchor=note.anchor,
        topic=part.topics[0] if part.topics else "",
        choice=NOTE,
        source=part.choice.origin.place if part.choice else NO_PLACE,
        written=written_mark(note),
        template=template,
    )


def own_part(topic: str, words: str, kind: Kind) -> Part:
    """Return words of one's own on a topic as a clause to be."""
    return Part(stem=topic, topics=(topic,), blocks=typed_blocks(words), kind=kind, chosen=OWN)


def typed_blocks(words: str) -> tuple[Block, ...]:
    """Return typed words as paragraphs, one for each line that says something."""
    lines = map(_line, words.split("\n"))
    return tuple(Paragraph((Text(line),)) for line in lines if line)


def _line(text: str) -> str:
    """Return a line that any format can hold: no control characters, one space between words."""
    shown = (" " if _is_control(sign) else sign for sign in text.translate(INVISIBLE))
    return " ".join("".join(shown).split())


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "C"
