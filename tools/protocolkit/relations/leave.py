"""Whether one clause encourages or allows what the other one leaves to somebody's leave.

'De school moedigt leerlingen aan om in de les sociale media te gebruiken' and 'De leerling gebruikt
een telefoon uitsluitend na toestemming van de leraar': who does as the first one says needs a leave
of which it says nothing. The two may share few words, so this is asked of clauses that answer one
question.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from protocolkit.norms.norm import ClauseNorms, Modality, Norm, Nuance
from protocolkit.relations.overlap import contained
from protocolkit.relations.polarity import norm_of
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Sentence, take_apart
from protocolkit.wording.thesaurus_file import canonical

_LEAST_TERMS = 2
_LEAST = 0.45


@cache
def _leave() -> frozenset[str]:
    """Return leave as a term; not at import, since reading the thesaurus takes half a second."""
    return frozenset(canonical("toestemming"))


def differ_on_leave(left: Side, right: Side) -> bool:
    """Tell whether either of two clauses asks leave for what the other one is free with."""
    ours, theirs = take_apart(left.text, left.names), take_apart(right.text, right.names)
    return any(
        _is_one_act(one, other)
        and (
            (_asks(one, left.norms) and _is_free(other, right.norms))
            or (_asks(other, right.norms) and _is_free(one, left.norms))
        )
        for one, other in product(ours, theirs)
    )


def _is_one_act(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences share what they are about: more than who or what alone."""
    shared = one.main_terms & other.main_terms
    return len(shared) >= _LEAST_TERMS and contained(one.main_terms, other.main_terms) >= _LEAST


def _asks(sentence: Sentence, norms: ClauseNorms) -> bool:
    """Tell whether a sentence allows something with leave only, or forbids it without."""
    norm = norm_of(norms, sentence)
    if norm is None or not any(_leave() <= found.terms for found in sentence.conditions):
        return False
    is_limited = norm.modality is Modality.PERMISSION and norm.nuance is Nuance.CONDITIONAL
    return is_limited or norm.modality is Modality.PROHIBITION


def _is_free(sentence: Sentence, norms: ClauseNorms) -> bool:
    """Tell whether a sentence encourages or allows something and says nothing of leave."""
    norm = norm_of(norms, sentence)
    return (
        norm is not None
        and _allows(norm)
        and not any(_leave() <= condition.terms for condition in sentence.conditions)
        and not _leave() <= sentence.main_terms
    )


def _allows(norm: Norm) -> bool:
    is_plain = norm.modality is Modality.PERMISSION and norm.nuance is None
    return is_plain or norm.modality is Modality.ENCOURAGEMENT
