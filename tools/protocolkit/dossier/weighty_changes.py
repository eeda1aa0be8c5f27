"""The order in which the cover note tells changes: what weighs most for a member first.

A sanction, a rule that becomes its opposite or a right that goes; then a number, a term or an age;
then whom or what a rule is about; then words. The relations tell which of these it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocolkit.changes.change_set import Change, ChangeSet
from protocolkit.changes.units import ItemKind
from protocolkit.norms.norm import Modality
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.differing import SANCTION
from protocolkit.relations.quantities import quantities
from protocolkit.relations.relation import ReasonKind, Side
from protocolkit.was_wordt.wording import side_of

_GRAVE, _MEASURE, _RULE, _DETAIL, _WORDS, _AROUND = range(6)
_OF_REASON = {
    ReasonKind.SANCTION_ADDED: _GRAVE,
    ReasonKind.SANCTION_DROPPED: _GRAVE,
    ReasonKind.AGE: _MEASURE,
    ReasonKind.NUMBER: _MEASURE,
    ReasonKind.TERM: _MEASURE,
    ReasonKind.AMOUNT: _MEASURE,
    ReasonKind.FREQUENCY: _MEASURE,
    ReasonKind.MODALITY: _MEASURE,
    ReasonKind.ACTOR: _RULE,
    ReasonKind.AUDIENCE: _RULE,
    ReasonKind.DUTY_ADDED: _RULE,
    ReasonKind.DUTY_DROPPED: _RULE,
    ReasonKind.CONDITION_ADDED: _DETAIL,
    ReasonKind.CONDITION_DROPPED: _DETAIL,
    ReasonKind.SCOPE: _DETAIL,
    ReasonKind.WORDING: _WORDS,
}
# Somebody may object, complain or have something: a right, whatever the sentence is called.
_RIGHT = re.compile(r"\b(?:bezwaar|beroep|klacht|recht|inzage)\b", re.IGNORECASE)
_ALLOWS = (Modality.PERMISSION, Modality.PROHIBITION, Modality.DIVIDED)
# What a text says of itself: when it is looked at again, from when it holds.
_OF_THE_TEXT = re.compile(
    r"\b(?:evalu|ge[eë]valu)\w*|\b(?:dit|het) protocol\b.{0,60}\b(?:herzien|bekeken|besproken)",
    re.IGNORECASE,
)


def by_weight(found: Sequence[Change], changes: ChangeSet) -> tuple[Change, ...]:
    """Return changes, the weightiest first; those that weigh the same stay in their order."""
    return tuple(sorted(found, key=lambda change: _weight(change, changes)))


def _weight(change: Change, changes: ChangeSet) -> int:
    if change.item not in (ItemKind.CLAUSE, ItemKind.NOTE):
        return _AROUND
    old = side_of(change, changes.old, is_old=True)
    new = side_of(change, changes.new, is_old=False)
    if _OF_THE_TEXT.search(old.text) or _OF_THE_TEXT.search(new.text):
        return _WORDS
    if not (old.text and new.text):
        return _of_one(old if old.text else new, is_gone=bool(old.text))
    judgement = compare(old, new)
    if judgement.relation.is_contrary:
        return _GRAVE
    weight = min((_OF_REASON[one.kind] for one in judgement.reasons), default=_WORDS)
    # How long somebody may be suspended weighs as the suspension does.
    is_of_sanction = SANCTION.search(old.text) or SANCTION.search(new.text)
    return _GRAVE if weight == _MEASURE and is_of_sanction else weight


def _of_one(side: Side, *, is_gone: bool) -> int:
    """Return how much a clause weighs that came or went."""
    modalities = {norm.modality for norm in side.norms.norms}
    is_right = Modality.PERMISSION in modalities or _RIGHT.search(side.text)
    if SANCTION.search(side.text) or (is_gone and is_right):
        return _GRAVE
    if is_gone or modalities & set(_ALLOWS) or quantities(side.text):
        return _MEASURE
    return _RULE
