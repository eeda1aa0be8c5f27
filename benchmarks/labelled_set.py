"""The labelled set: which clauses answer one question according to people, and what they ask.

Two tables that a person can read, in ``benchmarks/labels/`` (its README says how they were made).
A link is sure (an aligner must find it) or possible (it may). Clauses are written
as the protocols' own files name them. Knows nothing of any aligner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TypeVar

from protocolkit.document.place import Place
from protocolkit.norms.norm import Modality, Nuance, Party
from protocolkit.relations.relation import Relation

Pair = tuple[Place, Place]
"""Two clauses of different organisations, the alphabetically first one first."""

_Label = TypeVar("_Label", bound=Enum)
NOTHING = "-"
_STRENGTHS = ("sure", "possible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two clauses that a person put together; ``relation`` is None where nobody judged it."""

    pair: Pair
    is_sure: bool
    relation: Relation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledNorm:
    """What a clause asks in the main, and of whom."""

    clause: Place
    modality: Modality
    nuance: Nuance | None
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSet:
    """Everything labelled on one subject, in the order of the files.

    ``sure`` are the pairs that must be found, ``possible`` all that may be, the sure among them.
    """

    links: tuple[Link, ...]
    norms: tuple[LabelledNorm, ...] = ()
    sure: frozenset[Pair] = field(init=False)
    possible: frozenset[Pair] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the links that must be found, and those that may be, the first among them."""
        sure = frozenset(link.pair for link in self.links if link.is_sure)
        object.__setattr__(self, "sure", sure)
        object.__setattr__(self, "possible", frozenset(link.pair for link in self.links))

    @property
    def relations(self) -> dict[Pair, Relation]:
        """The relation of every sure pair that was judged."""
        return {
            link.pair: link.relation
            for link in self.links
            if link.is_sure and link.relation is not None
        }


class LabelError(Exception):
    """A line of a table is not as the README says; the message names file and line."""


def read_labels(folder: Path, subject: str, clauses: Iterable[Place]) -> LabelledSet:
    """Read the two tables of a subject.

    ``clauses`` are all that exist. Raises :class:`LabelError` for a
    clause that does not exist, a pair inside one organisation, a pair or clause that comes twice,
    a word that is no label, and a relation that is missing on a sure link.
    """
    known = frozenset(clauses)
    return LabelledSet(
        links=read_links(folder / f"{subject}.tsv", known),
        norms=_read_norms(folder / f"{subject}-norms.tsv", known),
    )


def read_links(path: Path, known: frozenset[Place]) -> tuple[Link, ...]:
    """Read a table of links: left, right, sure or possible, relation; see :func:`read_labels`."""
    found: dict[Pair, Link] = {}
    for where, (first, second, strength, relation) in table_rows(path, 4):
        left, right = Place.parse(first), Place.parse(second)
        for clause in (left, right):
            _require(clause in known, f"{where}: there is no clause {clause}")
        _require(left.organisation != right.organisation, f"{where}: both are of one organisation")
        _require(strength in _STRENGTHS, f"{where}: {strength} is neither sure nor possible")
        pair = make_pair(left, right)
        _require(pair not in found, f"{where}: this pair came before")
        is_sure = strength == "sure"
        _require(not is_sure or relation != NOTHING, f"{where}: a sure link needs a relation")
        judged = None if relation == NOTHING else _value(Relation, relation, where)
        found[pair] = Link(pair=pair, is_sure=is_sure, relation=judged)
    return tuple(found.values())


def make_pair(one: Place, other: Place) -> Pair:
    """Return two clauses as a pair, whatever their order."""
    return (one, other) if one < other else (other, one)


def _read_norms(path: Path, known: frozenset[Place]) -> tuple[LabelledNorm, ...]:
    found: dict[Place, LabelledNorm] = {}
    for where, (name, modality, nuance, parties) in table_rows(path, 4):
        clause = Place.parse(name)
        _require(clause in known, f"{where}: there is no clause {clause}")
        _require(clause not in found, f"{where}: this clause came before")
        names = () if parties == NOTHING else parties.split(",")
        found[clause] = LabelledNorm(
            clause=clause,
            modality=_value(Modality, modality, where),
            nuance=None if nuance == NOTHING else _value(Nuance, nuance, where),
            parties=tuple(_value(Party, name, where) for name in names),
        )
    return tuple(found.values())


def table_rows(path: Path, width: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows of a table and where they stand, without its head and remarks (``#``)."""
    is_head = True
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        where, cells = f"{path.name}:{number}", line.split("\t")
        _require(len(cells) == width, f"{where}: {len(cells)} columns, not {width}")
        if not is_head:
            yield where, cells
        is_head = False


def _value(kind: type[_Label], word: str, where: str) -> _Label:
    try:
        return kind(word)
    except ValueError:
        raise LabelError(f"{where}: {word} is no {kind.__name__.lower()}") from None


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise LabelError(message)
