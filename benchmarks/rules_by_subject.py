"""How well norms and relations are judged on each labelled subject, linked or not.

    .venv/bin/python benchmarks/rules_by_subject.py
    .venv/bin/python benchmarks/rules_by_subject.py --subject kleding --details

Written rules are made with the errors of three subjects in view, one of each pair of hands; the
errors of the other three are not looked at. The labels are those on which both annotators agree;
those of the social media set are an adjudicator's, and that set was always in view.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from grading import Grades, confusion_table, grade, grade_modalities
from judged import judge_clauses, judge_pairs
from labelled_subjects import SEEDS, Subject, read_subjects, subject_hands
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.relations.relation import Relation
from tables import Form, Table, number, render

SEEN = frozenset({SEEDS, "privacy", "kleding", "cameratoezicht"})
"""The subjects whose errors are looked at; nobody looks at those of the others."""

_HEAD = (
    "subject", "errors", "norms right", "share", "relations right", "macro-F1",
    "contrary: precision", "contrary: recall", "contrary: number",
)  # fmt: skip
_REMARK = (
    "Main modality of a clause; relation of a pair that is surely linked. A precision of 0 with a "
    "recall of 0 means that it was never said."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A subject, and how its norms and relations are judged beside the labels."""

    subject: Subject
    norms: Grades
    relations: Grades

    @property
    def is_seen(self) -> bool:
        """Whether its errors are looked at."""
        return self.subject.name in SEEN


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    parser.add_argument("--subject", choices=list(subject_hands()), help="this subject alone")
    parser.add_argument("--details", action="store_true", help="what is wrong, where it is seen")
    asked = parser.parse_args()
    subjects = [one for one in read_subjects() if asked.subject in (None, one.name)]
    judged = tuple(map(judge_subject, subjects))
    tables = [figures(judged), *(table for one in judged for table in _confusions(one))]
    if asked.details:
        tables += [table for one in judged if one.is_seen for table in _wrong(one.subject)]
    print(render(tables, Form(asked.format)))


def judge_subject(subject: Subject) -> Judged:
    """Return how the norms and relations of a subject are judged."""
    labels = subject.labels
    return Judged(
        subject=subject,
        norms=grade_modalities(labels.norms, judge_clauses(subject.protocols)),
        relations=grade(labels.relations, judge_pairs(subject.protocols, labels.relations)),
    )


def figures(judged: tuple[Judged, ...]) -> Table:
    """Return a row per subject, and the means over those seen and those held out."""
    rows = [_row(one) for one in judged]
    for name, is_seen in (("mean of the seen, seeds left out", True), ("mean held out", False)):
        own = [one for one in judged if one.is_seen is is_seen and one.subject.name != SEEDS]
        if own:
            rows.append(_means(name, own))
    return Table(title="Norms and relations", head=_HEAD, rows=tuple(rows), remark=_REMARK)


def _row(one: Judged) -> tuple[str, ...]:
    contrary = Relation.CONTRARY.value
    return (
        one.subject.name,
        "seen" if one.is_seen else "held out",
        _right(one.norms),
        number(one.norms.accuracy),
        _right(one.relations),
        number(one.relations.macro_f1),
        number(one.relations.precision(contrary)),
        number(one.relations.recall(contrary)),
        str(_labelled(one.relations, contrary)),
    )


def _means(name: str, own: list[Judged]) -> tuple[str, ...]:
    contrary = Relation.CONTRARY.value
    relations = [one.relations for one in own]
    return (
        name,
        "",
        "",
        number(fmean(one.norms.accuracy for one in own)),
        "",
        number(fmean(grades.macro_f1 for grades in relations)),
        number(fmean(grades.precision(contrary) for grades in relations)),
        number(fmean(grades.recall(contrary) for grades in relations)),
        str(sum(_labelled(grades, contrary) for grades in relations)),
    )


def _right(grades: Grades) -> str:
    total = grades.confusion.total()
    return f"{round(grades.accuracy * total)} of {total}"


def _labelled(grades: Grades, label: str) -> int:
    return sum(times for (name, _), times in grades.confusion.items() if name == label)


def _confusions(one: Judged) -> Iterator[Table]:
    yield confusion_table(f"Main modality, {one.subject.name}", one.norms)
    yield confusion_table(f"Relations, {one.subject.name}", one.relations)


def _wrong(subject: Subject) -> Iterator[Table]:
    """Yield the clauses and pairs that are judged otherwise than the labels say."""
    labels = subject.labels
    texts = {place: clause_text(item) for place, item in placed_items(subject.protocols)}
    found = judge_clauses(subject.protocols)
    norms = tuple(
        (str(one.clause), one.modality.value, found[one.clause].modality.value, texts[one.clause])
        for one in labels.norms
        if found[one.clause].modality is not one.modality
    )
    yield Table(
        title=f"Norms of {subject.name}: wrong", head=("clause", "label", "found", ""), rows=norms
    )
    judged = judge_pairs(subject.protocols, labels.relations)
    pairs = tuple(
        (
            f"{pair[0]} {pair[1]}",
            label.value,
            judged[pair].value,
            f"{texts[pair[0]]} / {texts[pair[1]]}",
        )
        for pair, label in labels.relations.items()
        if judged[pair] is not label
    )
    head = ("pair", "label", "found", "")
    yield Table(title=f"Relations of {subject.name}: wrong", head=head, rows=pairs)


if __name__ == "__main__":
    main()
