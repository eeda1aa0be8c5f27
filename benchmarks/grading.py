"""How well relations and norms agree with labels: confusion, precision and recall per label, F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from aligned import FoundNorm
from labelled_set import LabelledNorm
from protocolkit.document.place import Place
from protocolkit.norms.norm import Modality
from tables import Table, number

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value", bound=Enum)

NOT_FOUND = "not found"
"""Stands where the program gave no answer; it counts as wrong."""

UNDETERMINED = Modality.UNDETERMINED.value
"""The answer of a program that did not understand; it counts as wrong too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """Answers beside labels: how often each label got each answer."""

    confusion: Counter[tuple[str, str]]

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that people used, by name."""
        return tuple(sorted({label for label, _ in self.confusion}))

    @property
    def answers(self) -> tuple[str, ...]:
        """Every answer that was given, by name, labels nobody got included."""
        return tuple(sorted({name for pair in self.confusion for name in pair}))

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        right = sum(times for (label, answer), times in self.confusion.items() if label == answer)
        return right / max(1, self.confusion.total())

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the labels that people used."""
        return sum(self.f1(label) for label in self.labels) / max(1, len(self.labels))

    def precision(self, label: str) -> float:
        """Return how many of the answers ``label`` are right; 0 when it was never answered."""
        given = sum(times for (_, answer), times in self.confusion.items() if answer == label)
        return self.confusion[label, label] / given if given else 0.0

    def recall(self, label: str) -> float:
        """Return how many of what people labelled so were found."""
        labelled = sum(times for (name, _), times in self.confusion.items() if name == label)
        return self.confusion[label, label] / labelled if labelled else 0.0

    def f1(self, label: str) -> float:
        """Return the harmonic mean of precision and recall."""
        precision, recall = self.precision(label), self.recall(label)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def share(self, answer: str) -> float:
        """Return how often an answer was given."""
        given = sum(times for (_, name), times in self.confusion.items() if name == answer)
        return given / max(1, self.confusion.total())


def grade(labels: Mapping[_Key, _Value], answers: Mapping[_Key, _Value]) -> Grades:
    """Set answers beside labels; what has a label and no answer is :data:`NOT_FOUND`."""
    confusion: Counter[tuple[str, str]] = Counter()
    for key, label in labels.items():
        answer = answers.get(key)
        confusion[label.value, answer.value if answer else NOT_FOUND] += 1
    return Grades(confusion=confusion)


def grade_modalities(
    labels: tuple[LabelledNorm, ...], answers: Mapping[Place, FoundNorm]
) -> Grades:
    """Grade the main modality of each clause; 'onbepaald' is an answer and wrong."""
    given = {clause: norm.modality for clause, norm in answers.items()}
    return grade({norm.clause: norm.modality for norm in labels}, given)


def right_share(
    labels: tuple[LabelledNorm, ...], answers: Mapping[Place, FoundNorm], aspect: str
) -> float:
    """Return how often ``nuance`` or ``parties`` is wholly right, of the clauses labelled."""
    right = sum(
        1
        for norm in labels
        if norm.clause in answers and getattr(answers[norm.clause], aspect) == getattr(norm, aspect)
    )
    return right / max(1, len(labels))


def confusion_table(title: str, grades: Grades) -> Table:
    """Return how often each label got each answer, with precision and recall."""
    answers = grades.answers
    rows = tuple(
        (
            label,
            *(str(grades.confusion[label, answer] or "") for answer in answers),
            number(grades.precision(label)),
            number(grades.recall(label)),
        )
        for label in grades.labels
    )
    head = ("labelled, and found as:", *answers, "precision", "recall")
    return Table(title=title, head=head, rows=rows)
