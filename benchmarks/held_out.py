"""The matcher with weights that have not seen the organisation that is scored.

The weights in :mod:`protocolkit.alignment.scoring` were chosen with these labels in view, so its
figure on them is kind. Here they are fitted anew, in the same way, on the pairs that do not
touch one organisation, and the pairs that do are scored with them; so for each organisation.
Possible links count for neither side while fitting. The thesaurus was written with all five texts
in view, and that no way of holding out can undo. Takes the likenesses and the grouping of the
package as they are; the threshold is the package's, one half, and is not fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from fitting import logistic
from labelled_set import LabelledSet, Pair, make_pair
from protocolkit.alignment.clause_vectors import make_profile, make_spaces
from protocolkit.alignment.compared_clauses import make_units
from protocolkit.alignment.propose import LEAST_SCORE
from protocolkit.alignment.scoring import likenesses, set_likenesses
from protocolkit.alignment.topics import group
from protocolkit.document.model import Protocol
from protocolkit.document.place import Place
from protocolkit.wording.thesaurus_file import general_thesaurus

_Square = NDArray[np.float32]


def held_out_links(protocols: Sequence[Protocol], labels: LabelledSet) -> dict[str, set[Pair]]:
    """Return, for each organisation, the links that it has when the weights never saw it."""
    units = make_units(protocols, general_thesaurus())
    names = [unit.place for unit in units]
    owners = [unit.place.organisation for unit in units]
    profile = make_profile(units, make_spaces(units))
    alone = likenesses(profile, profile)
    others = np.array(owners)[:, None] != np.array(owners)[None, :]
    wanted = _squares(names, labels)
    found = {}
    for owner in sorted(set(owners)):
        seen = np.array([name != owner for name in owners])
        taught = others & seen[:, None] & seen[None, :] & (wanted >= 0)
        first = _refit(list(alone.values()), wanted, taught) * others
        more = set_likenesses(first, first, profile, profile)
        scores = _refit([*alone.values(), *more.values()], wanted, taught) * others
        found[owner] = {
            make_pair(names[one], names[other])
            for members in group(scores, owners, LEAST_SCORE)
            for one, other in combinations(members, 2)
            if owners[one] != owners[other] and owner in (owners[one], owners[other])
        }
    return found


def touches(owner: str) -> Callable[[Pair], bool]:
    """Return what tells whether a pair has a clause of an organisation."""
    return lambda pair: owner in (pair[0].organisation, pair[1].organisation)


def _squares(names: list[Place], labels: LabelledSet) -> _Square:
    """Return 1 for a sure pair, -1 for a possible one, 0 for none."""
    places = {name: place for place, name in enumerate(names)}
    square = np.zeros((len(names), len(names)), dtype=np.float32)
    for link in labels.links:
        one, other = (places[name] for name in link.pair)
        square[one, other] = square[other, one] = 1 if link.is_sure else -1
    return square


def _refit(features: list[_Square], wanted: _Square, taught: NDArray[np.bool_]) -> _Square:
    """Fit weights on the pairs that are taught; return the chance of every pair."""
    table = np.stack(features, axis=-1).astype(np.float64)
    truth = wanted[taught] > 0
    start, weights = logistic(table[taught], truth, np.ones(len(truth)))
    return np.asarray(1 / (1 + np.exp(-start - table @ weights)), dtype=np.float32)
