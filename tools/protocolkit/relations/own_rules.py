"""Which rules only one of two clauses on one question has, beside the one that both have."""

from __future__ import annotations

from protocolkit.norms.norm import Modality
from protocolkit.relations.overlap import Overlap, goes_on, spans
from protocolkit.relations.polarity import norm_of
from protocolkit.relations.relation import Reason, ReasonKind, Side
from protocolkit.relations.sentence_parts import Sentence
from protocolkit.wording.terms import stem

# One clause covers only part of the other when nearly all of it is in the other, and the other
# has at least this much more.
_COVERED = 0.8
_NOT_COVERED = 0.55
# How much of the shorter clause must be in the longer one: half when the longer one has one
# sentence of its own; a third when it has several, since it is about more anyway.
_MOSTLY_COVERED = 0.5
_PARTLY_COVERED = 0.33
# A sentence with fewer terms adds no rule ('Dit geldt ook thuis.').
_LEAST_OWN_TERMS = 3

# With these a sentence says that it is a rule beside the one before it.
_BESIDES = frozenset(map(stem, ("ook", "tevens", "daarnaast", "bovendien")))


def own_rules(left: Side, right: Side, both: Overlap) -> list[Reason]:
    """Return what makes a pair partial: one side says all that the other says, and more."""
    lefts = [s for s in both.left_only if _is_own(s)]
    rights = [s for s in both.right_only if _is_own(s)]
    found: list[Reason] = []
    if lefts and not rights and both.right_covered >= _least_covered(lefts):
        kind = ReasonKind.DUTY_DROPPED if _asks(left, lefts) else ReasonKind.SCOPE
        found.append(Reason(kind=kind, left=spans(lefts)))
    elif rights and not lefts and both.left_covered >= _least_covered(rights):
        kind = ReasonKind.DUTY_ADDED if _asks(right, rights) else ReasonKind.SCOPE
        found.append(Reason(kind=kind, right=spans(rights)))
    elif not lefts and not rights:
        least, most = sorted((both.left_covered, both.right_covered))
        if most >= _COVERED and least <= _NOT_COVERED:
            found.append(Reason(kind=ReasonKind.SCOPE))
    return found


def asked_beside(left: Side, right: Side, both: Overlap) -> list[Reason]:
    """Give the sentences that only one side has and that ask something, however short they are."""
    lefts = [s for s in both.left_only if not goes_on(s) and _asks(left, [s])]
    rights = [s for s in both.right_only if not goes_on(s) and _asks(right, [s])]
    if bool(lefts) == bool(rights):
        return []
    kind = ReasonKind.DUTY_DROPPED if lefts else ReasonKind.DUTY_ADDED
    return [Reason(kind=kind, left=spans(lefts), right=spans(rights))]


def _least_covered(own: list[Sentence]) -> float:
    return _MOSTLY_COVERED if len(own) == 1 else _PARTLY_COVERED


def _is_own(sentence: Sentence) -> bool:
    adds = any(word.value in _BESIDES for word in sentence.words)
    return len(sentence.terms) >= _LEAST_OWN_TERMS and (adds or not goes_on(sentence))


def _asks(side: Side, sentences: list[Sentence]) -> bool:
    norms = [norm_of(side.norms, sentence) for sentence in sentences]
    asking = {Modality.OBLIGATION, Modality.PROHIBITION, Modality.DIVIDED}
    return any(norm is not None and norm.modality in asking for norm in norms)
