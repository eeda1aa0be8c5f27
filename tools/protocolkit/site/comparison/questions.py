"""What the search page needs to rank topics by a question; the script is zoeken-onderwerpen.js."""

from __future__ import annotations

from collections.abc import Iterable

from protocolkit.base.cache import Cache
from protocolkit.base.cache_origin import digest
from protocolkit.base.messages import Translate
from protocolkit.base.objects import Object
from protocolkit.collection import Collection
from protocolkit.comparison.matrix import Matrix
from protocolkit.comparison.question_index import make_question_index
from protocolkit.site.comparison.data import Comparison, answer_counts, counts_in_words
from protocolkit.site.engine.addresses import topic_url
from protocolkit.site.engine.subject_links import subject_title

_KIND = "questions"


def questions_content(
    cache: Cache,
    comparisons: Iterable[Comparison],
    collection: Collection,
    translate: Translate,
) -> Object:
    """Return the topics of all subjects with the words that lead to them, for a script.

    Numbers are 1 to 100. ``answers`` counts how boards answer: ``1 mag niet · 2 niet gevonden``.
    """
    compared = list(comparisons)
    matrices = [found.matrix for found in compared]
    answers = [
        counts_in_words(answer_counts(found, row, translate))
        for found in compared
        for row in found.matrix.rows
    ]
    inputs = digest(repr([_asked_of(matrix) for matrix in matrices]))
    index = cache.value(_KIND, "all", inputs, lambda: make_question_index(matrices))
    titles = {subject.slug: subject_title(subject) for subject in collection.subjects}
    is_one = len(matrices) == 1
    return {
        "topics": [
            {
                "title": topic.title,
                "says": topic.says,
                "asked": topic.asked,
                "url": topic_url(topic.subject, topic.topic),
                "about": "" if is_one else titles[topic.subject],
                "answers": counted,
            }
            for topic, counted in zip(index.topics, answers, strict=True)
        ],
        "weights": index.weights,
        "words": index.words,
        "idle": index.idle,
        "light": index.light,
        "people": index.people,
    }


def _asked_of(matrix: Matrix) -> object:
    """Return what an index is made from: the words of the topics, in their order."""
    return [
        (
            matrix.subject,
            row.topic.id,
            row.topic.title,
            row.topic.asked,
            row.topic.kind.value,
            [(clause.lead_in, clause.text) for clause in row.clauses],
        )
        for row in matrix.rows
    ]
