"""One topic as its page shows it: variants with their clauses, differences, and who is silent.

Values and no markup. Clauses of one variant say the same; the first variant is the most common
one, and every other is set against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.comparison.concordance import AnswerStanding, Topic
from protocolkit.comparison.judgements import Judgements, RowJudgement, Variant
from protocolkit.comparison.matrix import Cell, CellClause, Column, Presence, Row
from protocolkit.document.model import Block, Clause, Footnote, Kind, Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable, clause_text
from protocolkit.document.place import Place
from protocolkit.document.richtext import note_labels
from protocolkit.document.tree import block_texts
from protocolkit.norms.norm import Norm
from protocolkit.relations.compare_clauses import mirrored
from protocolkit.relations.relation import Judgement, Reason
from protocolkit.site.comparison.data import Comparison, clause_rule
from protocolkit.site.comparison.likeness import Likeness, likeness_of
from protocolkit.site.comparison.rule_names import RULES, Name
from protocolkit.site.topics.marked_text import (
    Line,
    Mark,
    NamedText,
    deciding_lines,
    deciding_spans,
    difference_lines,
    plain_lines,
)

# Marks help when at least this share of the letters is the same.
_ALIKE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNote:
    """A footnote of a clause."""

    label: str
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClause:
    """A clause of one organisation; ``lines`` are empty when they are the first's but for names.

    Deciding words are marked in a variant's first clause; in the others what differs from it.
    ``likeness`` is what it is to the first, ``rule`` the kind of rule by which it answers the topic
    (None: it is no rule). ``own`` are its own words, the deciding ones marked, ``text`` the same
    as one text, ``blocks`` how they stand in it.
    """

    column: Column
    clause: CellClause
    is_elsewhere: bool
    kind: Kind
    likeness: Likeness
    rule: Name | None
    lines: tuple[Line, ...]
    own: tuple[Line, ...]
    blocks: tuple[Block, ...]
    text: str
    notes: tuple[ShownNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A variant set against another: ``likeness`` is None within one document."""

    likeness: Likeness | None
    reasons: tuple[Reason, ...]
    texts: tuple[str, str]
    lines: tuple[Line, ...]

    @property
    def is_alike(self) -> bool:
        """Whether enough is the same for marks to help; otherwise reading both is easier."""
        segments = [segment for line in self.lines for segment in line]
        same = sum(len(s.text) for s in segments if s.mark is Mark.PLAIN)
        return same >= _ALIKE * sum(len(s.text) for s in segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVariant:
    """Clauses that say the same; the representative first. Numbers count from 1.

    ``norm`` is that with which the representative answers the topic.
    """

    number: int
    place: Place
    norm: Norm
    clauses: tuple[ShownClause, ...]
    verbatim: int
    families: int
    organisations: tuple[Column, ...]
    contrast: Contrast | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """All that a topic's page shows.

    ``found`` of ``complete`` organisations with a complete document have it, ``also`` have it in
    a document that breaks off. ``verbatim`` is the largest number that is equal to the letter,
    ``related`` the largest number that probably began as one text; both 0 when fewer than two.
    """

    topic: Topic
    theme: str
    variants: tuple[ShownVariant, ...]
    found: int
    complete: int
    also: int
    verbatim: int
    related: int
    silent: tuple[Column, ...]
    unknown: tuple[Column, ...]
    standings: tuple[tuple[AnswerStanding, int], ...]


@dataclass(frozen=True, slots=True)
class _Document:
    protocol: Protocol
    items: Mapping[str, Clause | Footnote]
    notes: Mapping[str, Footnote]
    names: tuple[str, ...]


class TopicViews:
    """Makes the views of one subject; knows each document and each pair once."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._documents = {p.slug: _document(p) for p in comparison.subject.protocols}
        self._judged = {
            said.topic: {(pair.left, pair.right): pair.judgement for pair in said.pairs}
            for said in comparison.judgements.rows
        }

    def view(self, number: int) -> TopicView:
        """Return the view of a row of the matrix, by its number from 0."""
        matrix, judgements = self.comparison.matrix, self.comparison.judgements
        row, said = matrix.rows[number], judgements.rows[number]
        themes = {theme.id: theme.title for theme in matrix.themes}
        cells = tuple(zip(row.cells, matrix.columns, strict=True))
        variants = self._variants(row, said)
        having = {cell.organisation for cell, _ in cells if cell.clauses}
        return TopicView(
            topic=row.topic,
            theme=themes.get(row.topic.theme, row.topic.theme),
            variants=variants,
            found=said.found,
            complete=said.complete,
            also=len([c for cell, c in cells if cell.clauses and not c.is_complete]),
            verbatim=_at_least_two(max((v.verbatim for v in variants), default=0)),
            related=_at_least_two(_related(judgements, having)),
            silent=tuple(c for cell, c in cells if cell.presence is Presence.NOT_FOUND),
            unknown=tuple(c for cell, c in cells if cell.presence is Presence.UNKNOWN),
            standings=_standings(row.cells),
        )

    def contrast(self, base: Place, other: Place, topic: str) -> Contrast:
        """Set a clause against a base; both answer the topic."""
        old, new = self._named(base), self._named(other)
        known = self._judged[topic]
        judgement = known.get((base, other))
        if (other, base) in known:
            judgement = mirrored(known[other, base])
        return Contrast(
            likeness=self._likeness(base, other, judgement) if judgement else None,
            reasons=judgement.reasons if judgement else (),
            texts=(old.text, new.text),
            lines=difference_lines(old, new),
        )

    def _likeness(self, base: Place, other: Place, judgement: Judgement) -> Likeness:
        equal = self.comparison.traits.are_equal(base, other)
        return likeness_of(judgement.relation, has_equal_words=equal)

    def _named(self, place: Place) -> NamedText:
        document = self._documents[place.organisation]
        return NamedText(text=clause_text(document.items[place.anchor]), names=document.names)

    def _variants(self, row: Row, said: RowJudgement) -> tuple[ShownVariant, ...]:
        found = {
            clause.place: (cell, clause, column)
            for cell, column in zip(row.cells, self.comparison.matrix.columns, strict=True)
            for clause in cell.clauses
        }
        base = said.variants[0].representative if said.variants else None
        return tuple(
            self._variant(number, variant, found, None if number == 1 else base, said)
            for number, variant in enumerate(said.variants, start=1)
        )

    def _variant(
        self,
        number: int,
        variant: Variant,
        found: Mapping[Place, tuple[Cell, CellClause, Column]],
        base: Place | None,
        said: RowJudgement,
    ) -> ShownVariant:
        first = variant.representative
        others = [place for place in variant.members if place != first]
        clauses = tuple(self._clauses(said.topic, others, variant, found))
        return ShownVariant(
            number=number,
            place=first,
            norm=self.comparison.judgements.norm(said.topic, first),
            clauses=clauses,
            verbatim=_verbatim(clauses),
            families=variant.families,
            organisations=tuple(
                {
                    found[place][2].slug: found[place][2]
                    for place in sorted(variant.members, key=lambda p: _order(found[p][2]))
                }.values()
            ),
            contrast=self.contrast(base, first, said.topic) if base else None,
        )

    def _clauses(
        self,
        topic: str,
        others: Sequence[Place],
        variant: Variant,
        found: Mapping[Place, tuple[Cell, CellClause, Column]],
    ) -> Iterator[ShownClause]:
        first = variant.representative
        yield self._clause(topic, first, Likeness.LITERAL, self._own(first), found)
        verbatim, traits = set(variant.verbatim), self.comparison.traits
        for place in sorted(others, key=lambda p: (_order(found[p][2]), p)):
            lines: tuple[Line, ...] = ()
            likeness = Likeness.EDITORIAL
            if place in verbatim:
                is_equal = traits.are_equal(first, place)
                likeness = Likeness.LITERAL if is_equal else Likeness.BUT_NAMES
            if place not in verbatim or _around(found[place][1]) != _around(found[first][1]):
                lines = difference_lines(self._named(first), self._named(place))
            yield self._clause(topic, place, likeness, lines, found)

    def _own(self, place: Place) -> tuple[Line, ...]:
        norms = self.comparison.judgements.norms[place].norms
        text = self._named(place).text
        return deciding_lines(text, [span for norm in norms for span in deciding_spans(norm, text)])

    def _clause(
        self,
        topic: str,
        place: Place,
        likeness: Likeness,
        lines: tuple[Line, ...],
        found: Mapping[Place, tuple[Cell, CellClause, Column]],
    ) -> ShownClause:
        cell, clause, column = found[place]
        document = self._documents[place.organisation]
        item = document.items[place.anchor]
        rule = clause_rule(self.comparison, topic, place)
        return ShownClause(
            column=column,
            clause=clause,
            is_elsewhere=cell.presence is Presence.ELSEWHERE,
            kind=item.kind,
            likeness=likeness,
            rule=RULES[rule] if rule >= 0 else None,
            lines=lines,
            own=self._own(place),
            blocks=item.blocks,
            text=self._named(place).text,
            notes=tuple(_notes(item, document)),
        )


def _document(protocol: Protocol) -> _Document:
    return _Document(
        protocol=protocol,
        items={item.anchor: item for item in addressable(protocol)},
        notes={note.label: note for note in protocol.notes},
        names=names_of(protocol),
    )


def _notes(item: Clause | Footnote, document: _Document) -> Iterator[ShownNote]:
    called = (label for rich in block_texts(item.blocks) for label in note_labels(rich))
    for label in dict.fromkeys(called):
        if label in document.notes:
            note = document.notes[label]
            yield ShownNote(label=label, anchor=note.anchor, lines=plain_lines(clause_text(note)))


def _around(clause: CellClause) -> str:
    return clause.lead_in.casefold()


def _order(column: Column) -> tuple[str, str]:
    return column.name.casefold(), column.slug


def _verbatim(clauses: Sequence[ShownClause]) -> int:
    literal = (shown for shown in clauses if shown.likeness is Likeness.LITERAL)
    return len({shown.column.slug for shown in literal})


def _related(judgements: Judgements, having: set[str]) -> int:
    families = judgements.kinship.families
    return max((len(having.intersection(family)) for family in families), default=0)


def _at_least_two(count: int) -> int:
    return count if count > 1 else 0


def _standings(cells: Sequence[Cell]) -> tuple[tuple[AnswerStanding, int], ...]:
    found = [clause.standing for cell in cells for clause in cell.clauses]
    return tuple((kind, found.count(kind)) for kind in AnswerStanding if kind in found)
