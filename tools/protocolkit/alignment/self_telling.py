"""Which pairs answer no question together by what they are: a text that tells of itself, a name.

'Dit protocol helpt de school om goed te reageren' is about the text, 'De school werkt samen met
ouders' is a rule; 'Mogelijke oorzaken:' and 'Wat noemen wij verzuim?' only name what follows. With
few clauses to compare, nothing else shows that such a pair is none. One that has a word in common,
besides those for who is there, may be a pair all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from protocolkit.alignment.compared_clauses import Unit
from protocolkit.norms import lexicon
from protocolkit.norms.grammar import parse
from protocolkit.norms.parties import first_finite
from protocolkit.relations.people import people_terms
from protocolkit.text.sentences import sentence_spans
from protocolkit.wording.terms import stem

_ALWAYS_THERE = "school scholen bestuur stichting team kind kinderen protocol afspraak afspraken"
# No name of what follows is longer, in words.
_LONGEST_NAME = 12


def apart(left: Sequence[Unit], right: Sequence[Unit]) -> np.ndarray:
    """Tell which pairs are none: one of the two tells of the text, or both are only names."""
    itself = [np.array([_tells_of_itself(unit.text) for unit in side]) for side in (left, right)]
    names = [np.array([_only_names(unit.text) for unit in side]) for side in (left, right)]
    found = np.not_equal.outer(*itself) | np.logical_and.outer(*names)
    for row, column in zip(*np.nonzero(found), strict=True):
        found[row, column] = _said(left[row]).isdisjoint(_said(right[column]))
    return np.asarray(found)


@lru_cache(maxsize=65_536)
def _tells_of_itself(text: str) -> bool:
    spans = sentence_spans(text)
    return bool(spans) and all(lexicon.DOCUMENT.match(text[slice(*span)].lower()) for span in spans)


@lru_cache(maxsize=65_536)
def _only_names(text: str) -> bool:
    """Whether a clause is a question, or words without a verb and a stop: a heading, a lead-in."""
    line = text.strip()
    if len(line.split()) > _LONGEST_NAME or line.endswith((".", ";", ",", "!")):
        return False
    return line.endswith("?") or first_finite(parse(line).main()) is None


def _said(unit: Unit) -> frozenset[str]:
    return frozenset(unit.terms) - _always_there()


@cache
def _always_there() -> frozenset[str]:
    """Return who and what every protocol names; not at import, which would read the thesaurus."""
    return people_terms() | frozenset(map(stem, _ALWAYS_THERE.split()))
