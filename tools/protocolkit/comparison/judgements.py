"""What the matrix says beyond who has what: relations, variants, how common, how independent.

Data only, for every output. For a few dozen boards every pair of clauses in a topic is judged;
for more, each clause is judged against the representatives of the variants alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from protocolkit.comparison.answering import Question, Wording, answering_norms
from protocolkit.comparison.kinship import Kinship, make_kinship, sample_of
from protocolkit.comparison.matrix import Matrix, Presence, Row
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.names import names_of, neutral
from protocolkit.document.outline import addressable, clause_text
from protocolkit.document.place import Place
from protocolkit.norms.norm import ClauseNorms, Norm
from protocolkit.norms.recognise import protocol_norms
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Judgement, Relation, Side

MOST_PAIRS = 500
"""A topic with more pairs than this keeps those with its representatives alone."""

NAME = "[naam]"
"""What stands for an organisation's name in the text of a variant."""

ComparePair = Callable[[Side, Side], Judgement]
NormsOf = Callable[[Protocol], Mapping[str, ClauseNorms]]
Sampled = Callable[[Protocol], frozenset[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two clauses of different organisations in one topic, and how they differ."""

    left: Place
    right: Place
    judgement: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Clauses in one topic that say the same.

    ``text`` is the representative's, with names as :data:`NAME`; ``verbatim`` are the members
    that are equal to it but for names, itself among them; ``families`` counts how many
    organisations have it that do not share an ancestor with another that has it.
    """

    representative: Place
    text: str
    members: tuple[Place, ...]
    verbatim: tuple[Place, ...]
    families: int

    @property
    def organisations(self) -> tuple[str, ...]:
        """The slugs of the organisations that have it, in order."""
        return tuple(sorted({place.organisation for place in self.members}))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowJudgement:
    """What is said of one topic.

    ``found`` and ``complete`` count organisations: those whose complete document has the topic,
    and all whose document is complete; a source that breaks off counts in neither.
    """

    topic: str
    pairs: tuple[Pair, ...]
    variants: tuple[Variant, ...]
    found: int
    complete: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """What is said of a matrix; rows as in the matrix.

    ``answering`` has, by topic and clause, the norm with which a clause of several rules answers
    that topic, where it is not the clause's main one.
    """

    norms: Mapping[Place, ClauseNorms]
    rows: tuple[RowJudgement, ...]
    kinship: Kinship
    answering: Mapping[tuple[str, Place], Norm]

    def norm(self, topic: str, place: Place) -> Norm:
        """Return the norm with which a clause answers a topic."""
        return self.answering.get((topic, place)) or self.norms[place].main


def judge(
    matrix: Matrix,
    protocols: Iterable[Protocol],
    compare_pair: ComparePair = compare,
    norms_of: NormsOf = protocol_norms,
    sampled: Sampled = sample_of,
) -> Judgements:
    """Judge a matrix, made from these protocols.

    ``compare_pair``, ``norms_of`` and ``sampled`` may know what was worked out earlier.
    """
    known = {protocol.slug: protocol for protocol in protocols}
    norms = {
        Place(slug, anchor): found
        for slug, protocol in known.items()
        for anchor, found in norms_of(protocol).items()
    }
    kinship = make_kinship(tuple(known.values()), sampled)
    sides = dict(_sides(known.values(), norms))
    judged = _Judged(sides, compare_pair)
    rows = tuple(_row(row, matrix, judged, kinship) for row in matrix.rows)
    return Judgements(
        norms=norms, rows=rows, kinship=kinship, answering=_answering(matrix, rows, sides)
    )


def _answering(
    matrix: Matrix, rows: Iterable[RowJudgement], sides: Mapping[Place, Side]
) -> dict[tuple[str, Place], Norm]:
    questions = [
        Question(
            topic=row.topic.id,
            title=row.topic.title,
            answers=tuple(Wording(text=v.text, places=v.members) for v in said.variants),
        )
        for row, said in zip(matrix.rows, rows, strict=True)
    ]
    return answering_norms(questions, sides)


def _sides(
    protocols: Iterable[Protocol], norms: Mapping[Place, ClauseNorms]
) -> Iterator[tuple[Place, Side]]:
    for protocol in protocols:
        names = names_of(protocol)
        for item in addressable(protocol):
            place = Place(protocol.slug, item.anchor)
            yield place, _side(item, norms[place], names)


def _side(item: Clause | Footnote, norms: ClauseNorms, names: tuple[str, ...]) -> Side:
    return Side(text=clause_text(item), norms=norms, names=names)


def _row(row: Row, matrix: Matrix, judged: _Judged, kinship: Kinship) -> RowJudgement:
    places = row.places
    complete = {column.slug for column in matrix.columns if column.is_complete}
    cells = [cell for cell in row.cells if cell.organisation in complete]
    found = [cell for cell in cells if cell.presence in (Presence.PRESENT, Presence.ELSEWHERE)]
    variants = tuple(_variants(places, judged, kinship))
    return RowJudgement(
        topic=row.topic.id,
        pairs=tuple(_pairs(places, variants, judged)),
        variants=variants,
        found=len(found),
        complete=len(cells),
    )


class _Judged:
    """Judgements of pairs, each worked out once; texts that are equal share theirs.

    What an organisation is called matters only to a text that names it.
    """

    def __init__(self, sides: Mapping[Place, Side], compare_pair: ComparePair) -> None:
        self._compare = compare_pair
        neutrals = {place: neutral(side.text, side.names) for place, side in sides.items()}
        self._texts = {
            place: " ".join(text.replace("◇", NAME).split()) for place, text in neutrals.items()
        }
        shared: dict[Side, Side] = {}
        self._sides: dict[Place, Side] = {}
        for place, side in sides.items():
            bare = replace(side, names=()) if neutrals[place] == side.text else side
            self._sides[place] = shared.setdefault(bare, bare)
        self._known: dict[tuple[int, int], Judgement] = {}

    def text(self, place: Place) -> str:
        """Return a clause's text with names as a placeholder."""
        return self._texts[place]

    def of(self, left: Place, right: Place) -> Judgement:
        """Return the judgement of a pair, seen from the left one."""
        one, other = self._sides[left], self._sides[right]
        key = id(one), id(other)
        if key not in self._known:
            self._known[key] = self._compare(one, other)
        return self._known[key]


def _variants(places: Sequence[Place], judged: _Judged, kinship: Kinship) -> Iterator[Variant]:
    """Yield the variants, the most common first; a clause joins the first that says the same."""
    by_text: dict[str, list[Place]] = {}
    for place in sorted(set(places)):
        by_text.setdefault(judged.text(place), []).append(place)
    texts = sorted(by_text, key=lambda text: (-len(by_text[text]), by_text[text][0]))
    leaders: dict[str, list[str]] = {}
    for text in texts:
        home = next((first for first in leaders if _says_same(first, text, by_text, judged)), text)
        leaders.setdefault(home, []).append(text)
    made = [_variant(first, own, by_text, judged, kinship) for first, own in leaders.items()]
    yield from sorted(made, key=lambda v: (-len(v.organisations), v.representative))


def _says_same(
    first: str, text: str, by_text: Mapping[str, Sequence[Place]], judged: _Judged
) -> bool:
    return judged.of(by_text[first][0], by_text[text][0]).relation.is_same_rule


def _variant(
    first: str,
    texts: Sequence[str],
    by_text: Mapping[str, Sequence[Place]],
    judged: _Judged,
    kinship: Kinship,
) -> Variant:
    representative = by_text[first][0]
    equal = [
        text
        for text in texts
        if text == first
        or judged.of(representative, by_text[text][0]).relation is Relation.IDENTICAL
    ]
    members = sorted(place for text in texts for place in by_text[text])
    return Variant(
        representative=representative,
        text=first,
        members=tuple(members),
        verbatim=tuple(sorted(place for text in equal for place in by_text[text])),
        families=len({kinship.family_of(place.organisation) for place in members}),
    )


def _pairs(places: Sequence[Place], variants: Sequence[Variant], judged: _Judged) -> Iterator[Pair]:
    ordered = sorted(set(places))
    if len(ordered) * (len(ordered) - 1) > 2 * MOST_PAIRS:
        ordered = sorted(variant.representative for variant in variants)
    for left, right in combinations(ordered, 2):
        if left.organisation != right.organisation:
            yield Pair(left=left, right=right, judgement=judged.of(left, right))
