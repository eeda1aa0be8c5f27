"""A proposal for hundreds of protocols as JSON: variants and representatives, never all pairs.

The shape of the matrix's JSON, without what would grow with the square of the number of boards:
a topic has cells for the boards that are in it alone, and norms and relations for the
representatives of its most common variants.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from protocolkit.base.formats import ALIGNMENT
from protocolkit.base.objects import Object
from protocolkit.comparison.concordance import Answer, Concordance, Topic
from protocolkit.comparison.exports import (
    clause_content,
    organisation_content,
    place_content,
    topic_content,
)
from protocolkit.comparison.judged_json import TopicScore
from protocolkit.comparison.matrix import (
    Cell,
    CellClause,
    Document,
    UrlOf,
    answers_of,
    make_cell,
    make_column,
    make_document,
)
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import clause_text
from protocolkit.document.place import Place
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import recognise
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Side
from protocolkit.relations.sameness import neutral_form

MANY = 40
"""From more protocols than this on, pairs are left out: forty boards are 780 pairs of boards."""

_SHOWN_VARIANTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """Clauses with the same words but for names; the first stands for them."""

    places: tuple[Place, ...]


def many_json(
    protocols: Sequence[Protocol],
    concordance: Concordance,
    scores: Mapping[str, TopicScore],
    url_of: UrlOf,
) -> str:
    """Return a proposal for many protocols as JSON, one topic per line.

    Every clause is in it. ``variants`` are the most common wordings of a topic, told apart to the
    letter; ``other_variants`` counts the rest. A clause's ``variant`` is its place in that list,
    or -1.
    """
    documents = {p.slug: make_document(p, url_of) for p in protocols}
    columns = [organisation_content(make_column(documents[slug])) for slug in sorted(documents)]
    writer = _Topics(documents)
    topics = (_line(writer.topic(topic, scores[topic.id])) for topic in concordance.topics)
    said = {"subject": "", "title": concordance.title, "organisations": columns}
    head = _line({**ALIGNMENT.head(), **said})
    listed = ",\n".join(topics)
    return f'{head[:-1]},"topics":[\n{listed}\n]}}\n'


def _line(content: Object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


class _Topics:
    """Turns topics into JSON, knowing the documents."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._complete = sum(found.is_complete for found in documents.values())
        self._names = {slug: names_of(found.protocol) for slug, found in documents.items()}

    def topic(self, topic: Topic, score: TopicScore) -> Object:
        answers = answers_of(topic)
        forms = self._forms(answers)
        shown = [(form, self._side(form.places[0])) for form in forms[:_SHOWN_VARIANTS]]
        variant_of = {place: number for number, form in enumerate(forms) for place in form.places}
        return topic_content(topic) | {
            "score": score.score,
            "central": place_content(score.central),
            "alone": score.is_alone,
            "found": sum(self._documents[name].is_complete for name in answers),
            "complete": self._complete,
            "cells": {
                name: self._cell(make_cell(topic, own, self._documents[name]), variant_of)
                for name, own in sorted(answers.items())
            },
            "variants": [_variant(form, side.norms) for form, side in shown],
            "other_variants": max(0, len(forms) - _SHOWN_VARIANTS),
            "relations": list(_relations([(form.places[0], side) for form, side in shown])),
        }

    def _cell(self, cell: Cell, variant_of: Mapping[Place, int]) -> Object:
        return {
            "presence": cell.presence.value,
            "clauses": [self._clause(clause, variant_of) for clause in cell.clauses],
        }

    def _clause(self, clause: CellClause, variant_of: Mapping[Place, int]) -> Object:
        number = variant_of[clause.place]
        shown = number if number < _SHOWN_VARIANTS else -1
        return clause_content(clause) | {"variant": shown}

    def _forms(self, answers: Mapping[str, Sequence[Answer]]) -> list[_Form]:
        """Return the wordings of a topic, the most common first."""
        by_form: dict[str, list[Place]] = {}
        for slug in sorted(answers):
            found = self._documents[slug].found
            for anchor in sorted(answer.place.anchor for answer in answers[slug]):
                form = neutral_form(clause_text(found[anchor]), self._names[slug])
                by_form.setdefault(form, []).append(Place(slug, anchor))
        ordered = sorted(by_form.values(), key=lambda places: (-len(places), places[0]))
        return [_Form(places=tuple(places)) for places in ordered]

    def _side(self, place: Place) -> Side:
        text = clause_text(self._documents[place.organisation].found[place.anchor])
        names = self._names[place.organisation]
        return Side(text=text, norms=recognise(text, names=names), names=names)


def _variant(form: _Form, norms: ClauseNorms) -> Object:
    main = norms.main
    return {
        "representative": place_content(form.places[0]),
        "organisations": len({place.organisation for place in form.places}),
        "norm": main.modality.value,
        "nuance": main.nuance.value if main.nuance else "",
        "parties": [party.value for party in main.parties],
    }


def _relations(sides: Sequence[tuple[Place, Side]]) -> Iterator[Object]:
    for left, right in combinations(sorted(sides, key=itemgetter(0)), 2):
        if left[0].organisation != right[0].organisation:
            judgement = compare(left[1], right[1])
            yield {
                "left": place_content(left[0]),
                "right": place_content(right[0]),
                "relation": judgement.relation.value,
                "reasons": sorted({reason.kind.value for reason in judgement.reasons}),
            }
