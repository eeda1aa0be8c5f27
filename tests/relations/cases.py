"""The case files: a title, the left text, the right one, and the relation with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolkit.norms.recognise import recognise
from protocolkit.relations.relation import ReasonKind, Relation, Side

FOLDER = Path(__file__).parents[1] / "cases" / "relations"
NAMES = ("Stichting De Brug", "Scholengroep Noord")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two texts and what a lawyer says of them; ``reasons`` are some of those to be found."""

    title: str
    left: str
    right: str
    relation: Relation
    reasons: tuple[ReasonKind, ...]


def cases() -> Iterator[Case]:
    """Give every case of every file."""
    for path in sorted(FOLDER.glob("*.txt")):
        if path.stem != "bases":
            for block in path.read_text("utf-8").strip().split("\n.\n\n"):
                yield _case(block.removesuffix("\n."))


def bases() -> list[str]:
    """Return the sentences that are altered in the tests."""
    return (FOLDER / "bases.txt").read_text("utf-8").splitlines()


def side(text: str) -> Side:
    """Return a text as a side, with its norms and the invented names."""
    return Side(text=text, norms=recognise(text), names=NAMES)


def _case(block: str) -> Case:
    title, left, right, verdict = block.split("\n.\n")
    relation, _, reasons = verdict.partition(": ")
    return Case(
        title=title,
        left=left,
        right=right,
        relation=Relation(relation),
        reasons=tuple(ReasonKind(reason) for reason in reasons.split(", ") if reason),
    )
