"""How far the annotators of the labelled subjects agree, as the table in ``labels/README.md``.

.venv/bin/python benchmarks/label_agreement.py
"""

from __future__ import annotations

from agreement import compare_links
from labelled_subjects import (
    ANNOTATORS,
    LABELS,
    SEEDS,
    Subject,
    question_links,
    read_norms,
    read_subjects,
)
from tables import Form, Table, number, render

_HEAD = ("subject", "clauses", "sure", "possible", "AER 1 on 2", "AER 2 on 1", "kappa", "norms")


def main() -> None:
    """Print the table."""
    print(render([agreement_table(read_subjects())], Form.MARKDOWN))


def agreement_table(subjects: tuple[Subject, ...]) -> Table:
    """Return the agreement on every subject that was labelled by question."""
    rows = tuple(_row(one) for one in subjects if one.name != SEEDS)
    return Table(title="Agreement", head=_HEAD, rows=rows)


def _row(subject: Subject) -> tuple[str, ...]:
    one, two = (question_links(questions) for questions in subject.questions)
    found = compare_links(one, two, frozenset(subject.places))
    norms = [read_norms(LABELS / subject.name, annotator) for annotator in ANNOTATORS]
    labels = subject.labels
    return (
        subject.name,
        str(len(subject.places)),
        str(len(labels.sure)),
        str(len(labels.possible) - len(labels.sure)),
        f"{found.first.error_rate:.3f}",
        f"{found.second.error_rate:.3f}",
        number(found.kappa),
        f"{len(labels.norms)} of {len(norms[0])}",
    )


if __name__ == "__main__":
    main()
