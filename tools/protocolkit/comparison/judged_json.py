"""The matrix as JSON with norms, relations, variants and kinship added.

It also says what is known of proposed topics: their score, their central clause.

Addresses are from the site's root. Places in a text count characters of the ``text`` in the same
JSON, in which every run of spaces is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from protocolkit.base.formats import MATRIX, Format
from protocolkit.base.indented_json import Written, indented_json
from protocolkit.base.objects import Object
from protocolkit.comparison.exports import (
    clause_content,
    organisation_content,
    place_content,
    topic_content,
)
from protocolkit.comparison.judgements import Judgements, Pair, RowJudgement, Variant
from protocolkit.comparison.matrix import Cell, Matrix, Row
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.document.place import Place
from protocolkit.norms.norm import ClauseNorms, Norm
from protocolkit.relations.relation import Reason
from protocolkit.text.sentences import Span

Remember = Callable[[int, Callable[[], str]], str]
"""Returns what was written of a row, by its place in the matrix, or has it written."""

# A topic stands in the list of topics, which stands in the whole.
_DEPTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """What is known of a proposed topic.

    ``pairs`` has the score of every two clauses that are linked, in order; those that are in the
    topic because both go with the others have none, which is printed as 0.
    """

    score: float
    central: Place
    is_alone: bool
    pairs: Mapping[tuple[Place, Place], float]


def judged_json(
    matrix: Matrix,
    judgements: Judgements,
    protocols: Iterable[Protocol],
    scores: Mapping[str, TopicScore],
    form: Format = MATRIX,
    remember: Remember = lambda _, make: make(),
) -> str:
    """Return a matrix with its judgements as JSON; ``scores`` are by the topics' ids.

    ``form`` is the format that it says it has. ``remember`` may know what an earlier run wrote of
    a row without scores.
    """
    writer = _Writer(dict(placed_items(protocols)), matrix, judgements)
    content = {
        **form.head(),
        "subject": matrix.subject,
        "title": matrix.title,
        "organisations": [organisation_content(column) for column in matrix.columns],
        "topics": [
            Written(remember(number, partial(writer.written, number, scores)))
            for number in range(len(matrix.rows))
        ],
        "kinship": {
            "families": [list(family) for family in judgements.kinship.families],
            "pairs": [
                {"left": kin.left, "right": kin.right, "share": kin.share}
                for kin in judgements.kinship.kin
            ],
        },
    }
    return indented_json(content) + "\n"


class _Writer:
    """Turns rows into JSON, knowing the clauses and what is said of them."""

    def __init__(
        self,
        clauses: Mapping[Place, Clause | Footnote],
        matrix: Matrix,
        judgements: Judgements,
    ) -> None:
        self._clauses = clauses
        self._matrix = matrix
        self._judgements = judgements
        # many boards have the same words
        self._of_text: dict[str, list[int]] = {}
        self._positions: dict[Place, list[int]] = {}

    def written(self, number: int, scores: Mapping[str, TopicScore]) -> str:
        row, said = self._matrix.rows[number], self._judgements.rows[number]
        return indented_json(self.topic(row, said, scores.get(row.topic.id)), _DEPTH)

    def topic(self, row: Row, said: RowJudgement, score: TopicScore | None) -> Object:
        found = topic_content(row.topic)
        if score is not None:
            found |= {
                "score": score.score,
                "central": place_content(score.central),
                "alone": score.is_alone,
            }
        found |= {
            "found": said.found,
            "complete": said.complete,
            "variants": [_variant(variant) for variant in said.variants],
        }
        pairs = score.pairs if score is not None else {}
        found["cells"] = {cell.organisation: self._cell(row.topic.id, cell) for cell in row.cells}
        found["relations"] = [
            self._relation(pair, pairs.get((pair.left, pair.right), 0.0)) for pair in said.pairs
        ]
        return found

    def _cell(self, topic: str, cell: Cell) -> Object:
        return {
            "presence": cell.presence.value,
            "clauses": [
                clause_content(clause) | self._said(topic, clause.place) for clause in cell.clauses
            ],
        }

    def _said(self, topic: str, place: Place) -> Object:
        clause, norms = self._clauses[place], self._judgements.norms[place]
        answer = self._judgements.norm(topic, place)
        kind = clause.kind
        return {
            "kind": kind.value,
            "norm": answer.modality.value,
            "nuance": _nuance(answer),
            "parties": [party.value for party in answer.parties],
            "norms": [self._norm(norm, place) for norm in norms.norms],
            "note_conditions": _note_conditions(norms),
        }

    def _norm(self, norm: Norm, place: Place) -> Object:
        return {
            "sentence": self._span(norm.sentence, place),
            "modality": norm.modality.value,
            "nuance": _nuance(norm),
            "parties": [party.value for party in norm.parties],
            "conditions": [self._span(span, place) for span in norm.conditions],
            "words": [self._span(span, place) for span in norm.words],
        }

    def _relation(self, pair: Pair, score: float) -> Object:
        return {
            "left": place_content(pair.left),
            "right": place_content(pair.right),
            "relation": pair.judgement.relation.value,
            "reasons": [self._reason(reason, pair) for reason in pair.judgement.reasons],
            "score": score,
        }

    def _reason(self, reason: Reason, pair: Pair) -> Object:
        return {
            "kind": reason.kind.value,
            "left": [self._span(span, pair.left) for span in reason.left],
            "right": [self._span(span, pair.right) for span in reason.right],
            "detail": dict(reason.details),
        }

    def _span(self, span: Span, place: Place) -> list[int]:
        positions = self._positions.get(place)
        if positions is None:
            text = clause_text(self._clauses[place])
            positions = self._of_text.get(text) or _positions(text)
            self._of_text[text] = self._positions[place] = positions
        return [positions[at] for at in span]


def _variant(variant: Variant) -> Object:
    return {
        "representative": place_content(variant.representative),
        "text": variant.text,
        "organisations": list(variant.organisations),
        "members": [place_content(place) for place in variant.members],
        "verbatim": [place_content(place) for place in variant.verbatim],
        "families": variant.families,
    }


def _positions(text: str) -> list[int]:
    """Return where each place of a text is once every run of spaces is one, none at its ends."""
    found: list[int] = []
    at = 0
    for number, character in enumerate(text):
        found.append(at)
        follows = text[number + 1 : number + 2]
        if not character.isspace() or (at and follows and not follows.isspace()):
            at += 1
    length = len(" ".join(text.split()))
    return [min(place, length) for place in (*found, at)]


def _nuance(norm: Norm) -> str:
    return norm.nuance.value if norm.nuance else ""


def _note_conditions(norms: ClauseNorms) -> list[str]:
    return list(norms.note_conditions)
