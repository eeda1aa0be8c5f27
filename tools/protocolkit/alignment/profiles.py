"""Units as numbers: the vectors of a set of clauses, each worked out once.

The spaces (which words exist, how rare each is) belong to a set; a protocol that comes later is
measured in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from protocolkit.alignment.units import Unit
from protocolkit.alignment.vectors import Space, make_space
from protocolkit.wording.terms import stem

_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5

_STAFF = frozenset(map(stem, ("medewerker", "leraar", "leidinggevende")))
_PUPILS = frozenset((stem("leerling"),))
_PARENTS = frozenset((stem("ouder"),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spaces:
    """What a set of clauses is measured by."""

    terms: Space
    pieces: Space
    phrases: Space
    matters: Space
    headings: Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The vectors of a list of units: a row per unit, in ``sentences`` a row per sentence.

    ``owners`` gives the unit of each sentence; ``sentence_matters`` has the rarity of each matter
    that a sentence shows; ``named`` says for each unit whether it is for staff, pupils, parents.
    """

    units: tuple[Unit, ...]
    terms: csr_matrix
    pieces: csr_matrix
    phrases: csr_matrix
    matters: csr_matrix
    headings: csr_matrix
    sentences: csr_matrix
    sentence_matters: csr_matrix
    owners: np.ndarray
    named: np.ndarray

    @property
    def organisations(self) -> tuple[str, ...]:
        """The organisation of each unit."""
        return tuple(unit.place.organisation for unit in self.units)


def make_spaces(units: Sequence[Unit]) -> Spaces:
    """Make the spaces of a set of units."""
    return Spaces(
        terms=make_space(Counter(unit.terms) for unit in units),
        pieces=make_space(_pieces(unit.neutral) for unit in units),
        phrases=make_space(Counter(pairwise(unit.terms)) for unit in units),
        matters=make_space(_matters(unit) for unit in units),
        headings=make_space(Counter(unit.context) for unit in units),
    )


def make_profile(units: Sequence[Unit], spaces: Spaces) -> Profile:
    """Measure units in the spaces of a set, which may be another set."""
    told = [(n, s) for n, u in enumerate(units) for s in u.sentences if len(set(s.terms)) > 1]
    matters = spaces.matters.vectors([Counter(sentence.matters) for _, sentence in told])
    rarity = (matters > 0).astype(np.float32).multiply(spaces.matters.weights[None, :])
    return Profile(
        units=tuple(units),
        terms=spaces.terms.vectors([Counter(unit.terms) for unit in units]),
        pieces=spaces.pieces.vectors([_pieces(unit.neutral) for unit in units]),
        phrases=spaces.phrases.vectors([Counter(pairwise(unit.terms)) for unit in units]),
        matters=spaces.matters.vectors([_matters(unit) for unit in units]),
        headings=spaces.headings.vectors([Counter(unit.context) for unit in units]),
        sentences=spaces.terms.vectors([Counter(sentence.terms) for _, sentence in told]),
        sentence_matters=rarity.tocsr().astype(np.float32),
        owners=np.array([number for number, _ in told], dtype=int),
        named=np.array([_named(unit) for unit in units], dtype=bool).reshape(-1, 3),
    )


def _named(unit: Unit) -> tuple[bool, bool, bool]:
    first = frozenset(unit.sentences[0].terms if unit.sentences else ())
    for found in (first, frozenset(unit.context)):
        if found & (_STAFF | _PUPILS | _PARENTS):
            return bool(found & _STAFF), bool(found & _PUPILS), bool(found & _PARENTS)
    return False, False, False


def _matters(unit: Unit) -> Counter[str]:
    return Counter({matter for sentence in unit.sentences for matter in sentence.matters})


def _pieces(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, count in Counter(text.split()).items():
        for gram in _grams(word):
            found[gram] += count
    return found


@cache
def _grams(word: str) -> tuple[str, ...]:
    framed = f" {word} "
    return tuple(
        framed[at : at + size]
        for size in range(_SHORTEST_GRAM, _LONGEST_GRAM + 1)
        for at in range(len(framed) - size + 1)
    )
