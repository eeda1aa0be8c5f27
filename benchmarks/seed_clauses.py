"""The real clauses that generated protocols are made of, and what people said of pairs of them.

Names of the organisations are taken out and replaced by signs, so that another board's name can
take their place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from labelled_set import LabelledSet, read_labels
from protocolkit.document.model import Kind, Protocol
from protocolkit.document.outline import addressable, clause_text, placed_clauses
from protocolkit.document.place import Place
from protocolkit.document.richtext import plain
from protocolkit.reading.reader import read_protocol
from protocolkit.text.sentences import sentence_spans

BOARD = "\ue000"
"""Stands for a name of the board."""

SCHOOLS = "\ue001"
"""Stands for the names of its schools."""

# What the five texts call their schools and boards besides the names that front matter gives.
_SCHOOLS = re.compile(r"de Waldheim-mavo en(?:/of)? het Griftland College")
_BLANK = re.compile(r"\[naam onderwijsinstelling\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedClause:
    """A real clause by its place; its text is in ``sentences``.

    A sentence keeps the white space after it, so that joined they are the text again.
    """

    place: Place
    kind: Kind
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """All real clauses in reading order, by protocol, and the labels between them."""

    clauses: tuple[SeedClause, ...]
    labels: LabelledSet

    def by_place(self) -> dict[Place, SeedClause]:
        """Return the clauses by place."""
        return {clause.place: clause for clause in self.clauses}

    def sure_partners(self) -> dict[Place, tuple[Place, ...]]:
        """Return, for each clause that has any, those that are surely linked with it."""
        known = {clause.place for clause in self.clauses}
        found: dict[Place, set[Place]] = defaultdict(set)
        for left, right in self.labels.sure:
            if left in known and right in known:
                found[left].add(right)
                found[right].add(left)
        return {name: tuple(sorted(partners)) for name, partners in found.items()}


def read_seeds(protocols: Iterable[Path], labels: Path, subject: str) -> Seeds:
    """Read the real protocols and their labels; notes are left out, empty clauses too."""
    found: list[SeedClause] = []
    known: list[Place] = []
    for path in sorted(protocols):
        protocol = read_protocol(path, path.name).protocol
        known += [Place(path.stem, item.anchor) for item in addressable(protocol)]
        found += _clauses(protocol, path.stem)
    return Seeds(clauses=tuple(found), labels=read_labels(labels, subject, known))


def _clauses(protocol: Protocol, slug: str) -> Iterator[SeedClause]:
    organisation = protocol.facts.organisation
    names = sorted((organisation.name, *organisation.aliases), key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(name) for name in names), re.IGNORECASE)
    for placed in placed_clauses(protocol):
        text = _nameless(clause_text(placed.clause), pattern)
        starts = [begin for begin, _ in sentence_spans(text)]
        if not starts:
            continue
        ends = [*starts[1:], len(text)]
        heading = plain(placed.sections[-1].title) if placed.sections else ""
        yield SeedClause(
            place=Place(slug, placed.clause.anchor),
            kind=placed.clause.kind,
            heading=_nameless(heading, pattern),
            sentences=tuple(text[a:b] for a, b in zip(starts, ends, strict=True)),
        )


def _nameless(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(BOARD, _BLANK.sub(BOARD, _SCHOOLS.sub(SCHOOLS, text)))
