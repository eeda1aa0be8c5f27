"""What ``protocol align --uncurated --format json`` found, as values.

:func:`read_aligned` is the only place that knows the shape of that output.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from labelled_set import Pair, make_pair
from protocolkit.document.place import Place
from protocolkit.norms.norm import Modality, Nuance, Party
from protocolkit.relations.relation import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNorm:
    """What the program made of a clause."""

    modality: Modality
    nuance: Nuance | None
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Topics as tuples of clauses, and what was found out about them.

    A clause may stand in several topics, a topic may hold one clause.
    """

    topics: tuple[tuple[Place, ...], ...]
    relations: dict[Pair, Relation]
    norms: dict[Place, FoundNorm]

    @property
    def clauses(self) -> frozenset[Place]:
        """Every clause that stands in a topic."""
        return frozenset(clause for topic in self.topics for clause in topic)

    def links(self) -> frozenset[Pair]:
        """Return every pair of clauses of two organisations in one topic.

        Lists pairs one by one: for a handful of protocols only.
        """
        return frozenset(
            make_pair(one, other)
            for topic in self.topics
            for one, other in combinations(topic, 2)
            if one.organisation != other.organisation
        )


def run_align(paths: Sequence[Path]) -> str:
    """Align files or folders in a process of its own; return what it printed."""
    done = subprocess.run(align_command(paths), capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        raise SystemExit(f"protocol align failed:\n{done.stderr}")
    return done.stdout


def align_command(paths: Sequence[Path]) -> list[str]:
    """Return the command that aligns files or folders without curation."""
    names = [str(path) for path in paths]
    return [sys.executable, "-m", "protocolkit", "align", *names, "--uncurated", "--format", "json"]


def read_aligned(text: str) -> Aligned:
    """Read the printed JSON."""
    content = json.loads(text)
    topics: list[tuple[Place, ...]] = []
    norms: dict[Place, FoundNorm] = {}
    relations: dict[Pair, Relation] = {}
    for topic in content["topics"]:
        members = []
        for slug, cell in topic["cells"].items():
            for clause in cell["clauses"]:
                place = Place(slug, clause["anchor"])
                members.append(place)
                if clause.get("norm"):
                    norms[place] = _norm(clause)
        topics.append(tuple(members))
        for relation in topic.get("relations", ()):
            ends = [relation[side] for side in ("left", "right")]
            left, right = (Place(end["organisation"], end["anchor"]) for end in ends)
            relations[make_pair(left, right)] = Relation(relation["relation"])
    return Aligned(topics=tuple(topics), relations=relations, norms=norms)


def _norm(clause: dict[str, object]) -> FoundNorm:
    nuance, parties = clause.get("nuance"), clause.get("parties") or ()
    assert isinstance(parties, list | tuple)
    return FoundNorm(
        modality=Modality(clause["norm"]),
        nuance=Nuance(nuance) if nuance else None,
        parties=tuple(Party(party) for party in parties),
    )
