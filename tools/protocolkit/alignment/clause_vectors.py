"""Units as numbers: the vectors of a set of clauses, each worked out once.

The spaces (which words exist, how rare each is) belong to a set; a protocol that comes later is
measured in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.sparse import csr_matrix

from protocolkit.alignment.compared_clauses import Sentence, Unit
from protocolkit.alignment.vectors import Space, make_space
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, placed_items
from protocolkit.wording.terms import stem

# What the mean of the set counts for in that of a board: as much as so many of its own texts.
_FEW_TEXTS = 1
_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5

Vectors = Mapping[str, tuple[np.ndarray, ...]]
"""What sentence models make of texts: for each a vector of every model."""


def no_meaning(units: Sequence[object]) -> np.ndarray:
    """Return the vectors of units without any sentence model: a row each, no columns."""
    return np.zeros((len(units), 0), dtype=np.float32)


_STAFF = frozenset(map(stem, ("medewerker", "leraar", "leidinggevende")))
_PUPILS = frozenset((stem("leerling"),))
_PARENTS = frozenset((stem("ouder"),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spaces:
    """What a set of clauses is measured by."""

    terms: Space
    pieces: Space
    matters: Space
    concepts: Space
    headings: Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The vectors of a list of units: a row per unit, in ``sentences`` a row per sentence.

    ``owners`` gives the unit of each sentence; ``sentence_matters`` and ``sentence_concepts`` have
    the rarity of each matter and concept that a sentence shows; ``named`` says for each unit
    whether it is for staff, pupils, parents. ``meaning`` is what the sentence models make of each
    unit, so many as ``models`` says; without any it has no columns.
    """

    units: tuple[Unit, ...]
    terms: csr_matrix
    pieces: csr_matrix
    concepts: csr_matrix
    headings: csr_matrix
    sentences: csr_matrix
    sentence_matters: csr_matrix
    sentence_concepts: csr_matrix
    owners: np.ndarray
    named: np.ndarray
    meaning: np.ndarray
    models: int

    @property
    def organisations(self) -> tuple[str, ...]:
        """The organisation of each unit."""
        return tuple(unit.place.organisation for unit in self.units)

    @property
    def has_meaning(self) -> bool:
        """Whether a sentence model was asked."""
        return self.models > 0


def make_spaces(units: Sequence[Unit]) -> Spaces:
    """Make the spaces of a set of units."""
    return Spaces(
        terms=make_space(Counter(unit.terms) for unit in units),
        pieces=make_space(_pieces(unit.neutral) for unit in units),
        matters=make_space(_matters(unit) for unit in units),
        concepts=make_space(_concepts(unit) for unit in units),
        headings=make_space(Counter(unit.context) for unit in units),
    )


def make_profile(units: Sequence[Unit], spaces: Spaces, vectors: Vectors | None = None) -> Profile:
    """Measure units in the spaces of a set, which may be another set.

    ``vectors`` are those of sentence models for the texts of :func:`texts_of`.
    """
    told = _told(units)
    shown = [sentence for _, sentence in told]
    matters = spaces.matters.vectors([Counter(sentence.matters) for sentence in shown])
    concepts = spaces.concepts.vectors([Counter(sentence.concepts) for sentence in shown])
    return Profile(
        units=tuple(units),
        terms=spaces.terms.vectors([Counter(unit.terms) for unit in units]),
        pieces=spaces.pieces.vectors([_pieces(unit.neutral) for unit in units]),
        concepts=spaces.concepts.vectors([_concepts(unit) for unit in units]),
        headings=spaces.headings.vectors([Counter(unit.context) for unit in units]),
        sentences=spaces.terms.vectors([Counter(sentence.terms) for sentence in shown]),
        sentence_matters=_rarity(matters, spaces.matters),
        sentence_concepts=_rarity(concepts, spaces.concepts),
        owners=np.array([number for number, _ in told], dtype=int),
        named=np.array([_named(unit) for unit in units], dtype=bool).reshape(-1, 3),
        meaning=_meaning(units, vectors),
        models=_models(units, vectors),
    )


def models_of_both(left: Profile, right: Profile) -> int:
    """Return how many sentence models were asked about both; 0 when not the same for either."""
    return left.models if left.meaning.shape[1] == right.meaning.shape[1] else 0


def texts_of(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the texts whose vectors a sentence model is asked for, each once, in order."""
    return tuple(sorted({_text(unit) for unit in units}))


def texts_of_protocols(protocols: Iterable[Protocol]) -> tuple[str, ...]:
    """Return what :func:`texts_of` returns of the units of protocols, without making these."""
    items = (item for _, item in placed_items(protocols))
    return tuple(sorted({" ".join(clause_text(item).split()) for item in items}))


def _text(unit: Unit) -> str:
    return " ".join(unit.text.split())


def _told(units: Sequence[Unit]) -> list[tuple[int, Sentence]]:
    """Return the sentences that say something, with the number of their unit."""
    return [(n, s) for n, u in enumerate(units) for s in u.sentences if len(set(s.terms)) > 1]


def _rarity(shown: csr_matrix, space: Space) -> csr_matrix:
    return (shown > 0).astype(np.float32).multiply(space.weights[None, :]).tocsr()


def _models(units: Sequence[Unit], vectors: Vectors | None) -> int:
    return len(vectors[_text(units[0])]) if vectors is not None and units else 0


def _meaning(units: Sequence[Unit], vectors: Vectors | None) -> np.ndarray:
    """Return vectors of length 1, those of the models side by side.

    So the product of two rows is the mean of what the models say.
    """
    models = _models(units, vectors)
    if vectors is None or not models:
        return no_meaning(units)
    boards = np.array([unit.place.organisation for unit in units])
    every = [vectors[_text(unit)] for unit in units]
    parts = [_own_part(np.stack([own[at] for own in every]), boards) for at in range(models)]
    return np.asarray(np.concatenate(parts, axis=1) / np.sqrt(models))


def _own_part(made: np.ndarray, boards: np.ndarray) -> np.ndarray:
    """Return vectors of length 1, without what all texts of a board have in common.

    What a board with few texts has in common is taken to be near to what the whole set has.
    """
    found = made.astype(np.float32)
    every = found.mean(axis=0)
    for board in sorted(set(boards)):
        own = found[boards == board]
        mean = (own.sum(axis=0) + _FEW_TEXTS * every) / (len(own) + _FEW_TEXTS)
        found[boards == board] = own - mean
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9))


def _named(unit: Unit) -> tuple[bool, bool, bool]:
    first = frozenset(unit.sentences[0].terms if unit.sentences else ())
    for found in (first, frozenset(unit.context)):
        if found & (_STAFF | _PUPILS | _PARENTS):
            return bool(found & _STAFF), bool(found & _PUPILS), bool(found & _PARENTS)
    return False, False, False


def _matters(unit: Unit) -> Counter[str]:
    return Counter({matter for sentence in unit.sentences for matter in sentence.matters})


def _concepts(unit: Unit) -> Counter[str]:
    return Counter({concept for sentence in unit.sentences for concept in sentence.concepts})


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
