"""Known truth of generated protocols, and counting links against it without listing pairs.

Eleven hundred boards have a hundred million links, so they are counted by kind: clauses that stem
from the same sentences and stand in the same topics are one kind, and kinds are few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from labelled_set import make_pair
from protocolkit.document.place import Place
from scores import Counts
from seed_clauses import Seeds

_ROWS_AT_ONCE = 400


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Piece:
    """What a generated clause stems from: sentences of one source, all of them or a part.

    The source of a rule of a board's own is no clause.
    """

    source: Place
    sentences: tuple[str, ...]
    is_whole: bool


Origin = tuple[Piece, ...]


class Truth:
    """Whether two clauses of two boards answer one question, by what they stem from.

    Sure: they share a sentence, or both hold the whole of clauses that people surely linked.
    Possible: parts of one clause, a part of a clause that was surely linked, clauses that were
    possibly linked, two clauses of one real protocol with a sure link to the same third one, and
    two rules of boards' own on one thing. Of joined clauses the strongest piece decides.
    """

    def __init__(self, seeds: Seeds) -> None:
        self._sure = seeds.labels.sure
        self._possible = seeds.labels.possible
        self._partners = {name: set(found) for name, found in seeds.sure_partners().items()}

    def strength(self, one: Piece, other: Piece) -> int:
        """Return 2 for sure, 1 for possible, 0 for neither."""
        if one.source == other.source:
            is_own = not one.source.is_clause
            return 2 if not is_own and set(one.sentences) & set(other.sentences) else 1
        if one.source.organisation == other.source.organisation:
            common = self._partners.get(one.source, set()) & self._partners.get(other.source, set())
            return 1 if common else 0
        pair = make_pair(one.source, other.source)
        if pair in self._sure:
            return 2 if one.is_whole and other.is_whole else 1
        return 1 if pair in self._possible else 0

    def strengths(self, origins: Sequence[Origin]) -> NDArray[np.int8]:
        """Return the strength of each pair of origins, as a square of 0, 1 and 2."""
        pieces = sorted({piece for origin in origins for piece in origin})
        places = {piece: place for place, piece in enumerate(pieces)}
        one_by_one = np.array(
            [[self.strength(a, b) for b in pieces] for a in pieces], dtype=np.float32
        )
        holds = np.zeros((len(origins), len(pieces)), dtype=np.float32)
        for row, origin in enumerate(origins):
            holds[row, [places[piece] for piece in origin]] = 1
        sure = holds @ (one_by_one == 2).astype(np.float32) @ holds.T > 0
        possible = holds @ (one_by_one > 0).astype(np.float32) @ holds.T > 0
        strengths: NDArray[np.int8] = sure.astype(np.int8) + possible.astype(np.int8)
        return strengths


def count_links(
    topics: Iterable[Sequence[Place]], origins: Mapping[Place, Origin], truth: Truth
) -> Counts:
    """Count exactly what :func:`scores.count` would count, pair by pair.

    Clauses of ``topics`` without an origin are not counted. A pair
    in two topics is one link.
    """
    names = sorted(origins)
    inside = _topics_by_clause(topics, origins)
    kinds = Counter((inside[name], origins[name]) for name in names)
    listed = sorted(kinds, key=repr)
    stems = sorted({origin for _, origin in listed})
    strengths = truth.strengths(stems)
    stem_of = {origin: place for place, origin in enumerate(stems)}
    stem = np.array([stem_of[origin] for _, origin in listed])
    rows = _incidence([topic_set for topic_set, _ in listed])
    sizes = np.array([kinds[kind] for kind in listed], dtype=np.float64)
    every = _ordered_pairs(rows, stem, sizes, strengths)
    per_stem = np.bincount(stem, weights=sizes, minlength=len(stems))
    sure = float(per_stem @ (strengths == 2) @ per_stem)
    places = {kind: place for place, kind in enumerate(listed)}
    by_board: dict[str, list[int]] = {}
    for name in names:
        place = places[inside[name], origins[name]]
        by_board.setdefault(name.organisation, []).append(place)
    for members in by_board.values():
        ones = np.ones(len(members))
        every -= _ordered_pairs(rows[members], stem[members], ones, strengths)
        own = stem[members]
        sure -= float((strengths[np.ix_(own, own)] == 2).sum())
    found, found_sure, found_possible = every / 2
    return Counts(
        found=float(found),
        sure=sure / 2,
        found_sure=float(found_sure),
        found_possible=float(found_possible),
    )


def _topics_by_clause(
    topics: Iterable[Sequence[Place]], origins: Mapping[Place, Origin]
) -> dict[Place, tuple[int, ...]]:
    """Return the topics of each clause; a topic of one clause links nothing and is left out."""
    inside: dict[Place, list[int]] = {name: [] for name in origins}
    for number, topic in enumerate(topics):
        if len(topic) > 1:
            for clause in topic:
                if clause in inside:
                    inside[clause].append(number)
    return {name: tuple(numbers) for name, numbers in inside.items()}


def _incidence(topic_sets: Sequence[tuple[int, ...]]) -> csr_matrix:
    columns = [topic for topics in topic_sets for topic in topics]
    starts = np.cumsum([0, *(len(topics) for topics in topic_sets)])
    width = max(columns, default=0) + 1
    ones = np.ones(len(columns), dtype=np.float32)
    return csr_matrix((ones, columns, starts), shape=(len(topic_sets), width))


def _ordered_pairs(
    rows: csr_matrix,
    stem: NDArray[np.int64],
    sizes: NDArray[np.float64],
    strengths: NDArray[np.int8],
) -> NDArray[np.float64]:
    """Count pairs in a common topic (each twice, clauses with themselves): all, sure, possible."""
    total = np.zeros(3)
    turned = rows.T.tocsr()
    for begin in range(0, rows.shape[0], _ROWS_AT_ONCE):
        common = (rows[begin : begin + _ROWS_AT_ONCE] @ turned).tocoo()
        left = common.row + begin
        weights = sizes[left] * sizes[common.col]
        strength = strengths[stem[left], stem[common.col]]
        total += (weights.sum(), weights[strength == 2].sum(), weights[strength > 0].sum())
    return total
