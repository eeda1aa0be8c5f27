"""Relations and norms straight from the package, for pairs that nobody had to link first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aligned import FoundNorm
from labelled_set import Pair
from protocolkit.document.model import Protocol
from protocolkit.document.names import names_of
from protocolkit.document.outline import addressable, clause_text
from protocolkit.document.place import Place
from protocolkit.norms.norm import ClauseNorms
from protocolkit.norms.recognise import protocol_norms
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.relation import Relation, Side


def judge_pairs(protocols: Sequence[Protocol], pairs: Iterable[Pair]) -> dict[Pair, Relation]:
    """Return the relation of each pair of clauses."""
    sides: dict[Place, Side] = {}
    for protocol in protocols:
        names, norms = names_of(protocol), protocol_norms(protocol)
        for item in addressable(protocol):
            side = Side(text=clause_text(item), norms=norms[item.anchor], names=names)
            sides[Place(protocol.slug, item.anchor)] = side
    return {pair: compare(sides[pair[0]], sides[pair[1]]).relation for pair in pairs}


def judge_clauses(protocols: Iterable[Protocol]) -> dict[Place, FoundNorm]:
    """Return the main norm of each clause and note."""
    return {
        Place(protocol.slug, anchor): _main(found)
        for protocol in protocols
        for anchor, found in protocol_norms(protocol).items()
    }


def _main(found: ClauseNorms) -> FoundNorm:
    return FoundNorm(
        modality=found.main.modality, nuance=found.main.nuance, parties=found.main.parties
    )
