"""How well norms and relations are judged in invented sentences, each of a kind that went wrong.

    .venv/bin/python benchmarks/kinds_of_rules.py
    .venv/bin/python benchmarks/kinds_of_rules.py --details

Of each kind half is set aside: no rule was made with these in view (``labels/kinds/``).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from labelled_set import table_rows
from labelled_subjects import LABELS
from protocolkit.norms.recognise import recognise
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Side
from tables import Form, Table, render

FOLDER = LABELS / "kinds"
_SETS = ("seen", "aside")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Clauses of a kind: what they are by the label, and what they are found to be."""

    kind: str
    is_aside: bool
    wanted: str
    found: str
    text: str


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--format", choices=[form.value for form in Form], default="text")
    parser.add_argument("--details", action="store_true", help="what is wrong, not of those aside")
    asked = parser.parse_args()
    tables = []
    for title, examples in (("Norms", tuple(norms())), ("Relations", tuple(relations()))):
        tables.append(figures(title, examples))
        if asked.details:
            tables.append(_wrong(title, examples))
    print(render(tables, Form(asked.format)))


def norms() -> Iterator[Example]:
    """Yield each labelled clause with the modality that it is found to have."""
    for _, (kind, part, wanted, text) in table_rows(FOLDER / "norms.tsv", 4):
        found = recognise(text).main.modality
        yield _example(kind, part, wanted, found.value, text)


def relations() -> Iterator[Example]:
    """Yield each labelled pair with the relation that it is found to have."""
    for _, (kind, part, wanted, left, right) in table_rows(FOLDER / "relations.tsv", 5):
        found = compare(_side(left), _side(right)).relation
        yield _example(kind, part, wanted, found.value, f"{left} / {right}")


def figures(title: str, examples: Sequence[Example]) -> Table:
    """Return how many of each kind are right, of those that were seen and those set aside."""
    kinds = dict.fromkeys(one.kind for one in examples)
    rows = [(kind, *_shares([one for one in examples if one.kind == kind])) for kind in kinds]
    return Table(title=title, head=("kind", *_SETS), rows=(*rows, ("all", *_shares(examples))))


def _wrong(title: str, examples: Sequence[Example]) -> Table:
    rows = tuple(
        (one.kind, one.wanted, one.found, one.text)
        for one in examples
        if not one.is_aside and one.wanted != one.found
    )
    return Table(title=f"{title}: wrong", head=("kind", "label", "found", "clauses"), rows=rows)


def _shares(examples: Sequence[Example]) -> tuple[str, ...]:
    shown = []
    for is_aside in (False, True):
        own = [one for one in examples if one.is_aside is is_aside]
        shown.append(f"{sum(one.found == one.wanted for one in own)} of {len(own)}")
    return tuple(shown)


def _example(kind: str, part: str, wanted: str, found: str, text: str) -> Example:
    return Example(kind=kind, is_aside=part == _SETS[1], wanted=wanted, found=found, text=text)


def _side(text: str) -> Side:
    return Side(text=text, norms=recognise(text), names=())


if __name__ == "__main__":
    main()
