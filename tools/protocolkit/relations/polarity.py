"""Whether two sentences point opposite ways: one denies what the other says of the same act.

Two ways of seeing it. Sentences that are nearly the same word for word differ by a word that
denies (``niet``, ``geen``, ``verboden``). Sentences in other words about one act differ by their
modality: one forbids what the other permits, encourages or obliges. Conditions can mend it
(``niet, tenzij met toestemming`` and ``wel, mits met toestemming`` say the same) or cause it
(``alleen met toestemming`` and ``zonder toestemming``).
"""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.norms.norm import ClauseNorms, Modality, Norm, Nuance, Party
from protocolkit.relations.overlap import contained, dice
from protocolkit.relations.sentence_parts import Condition, Sentence, Word, says_something
from protocolkit.text.differences import WordRunKind, phrase_differences
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span
from protocolkit.wording.terms import stem

# From here two main parts are one sentence with small changes.
NEARLY_SAME = 0.7
# With terms that are nearly the same, half of all words will do: 'mag' and 'is toegestaan om te'.
_HALF_SAME = 0.5
# From here two main parts are about one act in other words: nearly all of the shorter one.
SAME_ACT = 0.75
_LEAST_ACT_TERMS = 3
# A change that adds this many more words than it removes adds a thought; its 'niet' denies that
# thought and not the sentence.
_MOST_ADDED_WORDS = 5
_MODALITIES_THAT_ALLOW = frozenset(
    {Modality.PERMISSION, Modality.ENCOURAGEMENT, Modality.OBLIGATION}
)

# In words as they are compared: 'uitsluitend' and 'alleen' are one there, with a single l.
_NOT_WITHOUT = late(r"\b(?:niet|nooit|geen|niemand)\b.*\bzonder\b")
_ONLY_WITH = late(r"\balen\b.*\bmet\b")
# What is kept for some is forbidden to others: these go together.
_RESERVED = stem("voorbehouden")
_NOT = frozenset(map(stem, ("niet", "nooit", "nimmer")))
_DUTY = frozenset(map(stem, ("hoef", "hoeft", "hoeven", "verplicht")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """The words on either side that make two sentences opposite."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedConditions:
    """Two conditions about the same; ``is_inverted`` when one excepts what the other requires."""

    left: Condition
    right: Condition
    is_inverted: bool


def opposition(
    left: Sentence,
    right: Sentence,
    matched: tuple[MatchedConditions, ...],
    norms: tuple[Norm | None, Norm | None],
) -> Opposition | None:
    """Return what makes two sentences opposite, or nothing when they are not.

    A rule with two halves is opposite to no other one: for some it may be the same.
    """
    if any(norm is not None and norm.modality is Modality.DIVIDED for norm in norms):
        return None
    inverted = tuple(pair for pair in matched if pair.is_inverted)
    # of sentences that are nearly the same, the words tell better than what was read in them
    nearly_same = dice(_values(left.main), _values(right.main)) >= NEARLY_SAME
    flipped = _denied(left, right, norms)
    is_most = any(
        norm and gives_a_most(one, norm) for one, norm in zip((left, right), norms, strict=True)
    )
    if not flipped and not nearly_same and not is_most:
        flipped = _forbidden(left, right, norms)
    if flipped and (inverted or _both_need(left, right) or _is_excepted(left, right)):
        return None
    if flipped:
        return flipped
    if inverted and (nearly_same or (_is_one_act(left, right) and not _may_oppose(norms))):
        return Opposition(
            left=tuple(pair.left.opening for pair in inverted),
            right=tuple(pair.right.opening for pair in inverted),
        )
    return None


def _is_excepted(left: Sentence, right: Sentence) -> bool:
    """Tell whether one side makes an exception of what the other is about: 'behalve op het feest'.

    Only where the other side has no condition that is left out of the exception.
    """
    return any(
        condition.excepts and _says_of(condition, other)
        for one, other in ((left, right), (right, left))
        for condition in one.conditions
    )


def _says_of(condition: Condition, sentence: Sentence) -> bool:
    """Tell whether all of a condition stands in another sentence."""
    if condition.terms:
        return condition.terms <= sentence.main_terms
    return _values(condition.words) <= _values(sentence.main)


def _both_need(left: Sentence, right: Sentence) -> bool:
    """Tell whether 'niet zonder' on one side is 'alleen met' on the other."""
    texts = [" ".join(word.value for word in one.words) for one in (left, right)]
    return any(
        _NOT_WITHOUT.search(one) and _ONLY_WITH.search(other) and not _NOT_WITHOUT.search(other)
        for one, other in (texts, texts[::-1])
    )


def match_conditions(left: Sentence, right: Sentence) -> tuple[MatchedConditions, ...]:
    """Return which conditions of two sentences are about the same, each used once."""
    ranked = sorted(
        (
            (-_likeness(one, other), i, j)
            for i, one in enumerate(left.conditions)
            for j, other in enumerate(right.conditions)
            if _likeness(one, other) >= 0.5
        ),
    )
    found: list[MatchedConditions] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            one, other = left.conditions[i], right.conditions[j]
            is_inverted = (one.excepts != other.excepts) != _odd(one.words, other.words)
            # conditions in other words may deny in other places: no ground for saying so
            if one.excepts == other.excepts and not _nearly_same_condition(one, other):
                is_inverted = False
            found.append(MatchedConditions(left=one, right=other, is_inverted=is_inverted))
    return tuple(found)


def norm_of(norms: ClauseNorms, sentence: Sentence) -> Norm | None:
    """Return the norm of a sentence; a clause's only norm stands for its only sentence."""
    for norm in norms.norms:
        if norm.sentence[0] < sentence.span[1] and sentence.span[0] < norm.sentence[1]:
            return norm
    return None


def _likeness(one: Condition, other: Condition) -> float:
    if not one.terms and not other.terms:
        return dice(frozenset(w.value for w in one.words), frozenset(w.value for w in other.words))
    return contained(one.terms, other.terms)


def _nearly_same_condition(one: Condition, other: Condition) -> bool:
    return dice(_values(one.words), _values(other.words)) >= NEARLY_SAME


def _denied(
    left: Sentence, right: Sentence, norms: tuple[Norm | None, Norm | None]
) -> Opposition | None:
    """See whether nearly equal main parts differ by an odd number of words that deny."""
    words = dice(_values(left.main), _values(right.main))
    terms = dice(left.main_terms, right.main_terms)
    opposes = _may_oppose(norms)
    if words < NEARLY_SAME and (words < _HALF_SAME or not opposes):
        return None
    # 'not in class' and 'during the break' share their words but not their act
    if terms < NEARLY_SAME:
        return None
    if _says_alike(left, right):
        denying = tuple(tuple(w.span for w in one.main if w.denies) for one in (left, right))
    else:
        denying = _changed_denials(left.main, right.main)
    if (len(denying[0]) + len(denying[1])) % 2 == 0:
        return None
    return Opposition(left=denying[0], right=denying[1])


def _says_alike(left: Sentence, right: Sentence) -> bool:
    """Tell whether two main parts have the same terms in nearly the same words, in any order."""
    words = dice(_values(left.main), _values(right.main))
    return left.main_terms == right.main_terms and words >= NEARLY_SAME


def _odd(left: tuple[Word, ...], right: tuple[Word, ...]) -> bool:
    one, other = _changed_denials(left, right)
    return (len(one) + len(other)) % 2 == 1


def _changed_denials(
    left: tuple[Word, ...], right: tuple[Word, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the words that deny inside small changes, on either side."""
    found: tuple[list[Span], list[Span]] = ([], [])
    at = [0, 0]
    pieces = phrase_differences([w.value for w in left], [w.value for w in right])
    for piece in pieces:
        sides = (
            left[at[0] : at[0] + len(piece.old)],
            right[at[1] : at[1] + len(piece.new)],
        )
        at = [at[0] + len(piece.old), at[1] + len(piece.new)]
        if piece.kind is WordRunKind.EQUAL:
            continue
        for side, other, spans in zip(sides, reversed(sides), found, strict=True):
            if _is_small(side, other):
                spans.extend(word.span for word in side if word.denies)
    return tuple(found[0]), tuple(found[1])


def _is_small(side: tuple[Word, ...], other: tuple[Word, ...]) -> bool:
    """Tell whether a change leaves the act as it is: not much added, no other act instead."""
    said = sum(map(says_something, side)), sum(map(says_something, other))
    return len(side) - len(other) <= _MOST_ADDED_WORDS and not (said[0] >= 2 and said[1] >= 2)


def _forbidden(
    left: Sentence, right: Sentence, norms: tuple[Norm | None, Norm | None]
) -> Opposition | None:
    """See whether one forbids what the other permits or obliges, or obliges what it leaves free."""
    one, other = norms
    if one is None or other is None or _RESERVED in _values((*left.main, *right.main)):
        return None
    if not (_oppose(one, other) or _frees(left, one, other) or _frees(right, other, one)):
        return None
    if left.main_terms != right.main_terms and (
        len(left.main_terms & right.main_terms) < _LEAST_ACT_TERMS
    ):
        return None
    if contained(left.main_terms, right.main_terms) < SAME_ACT:
        return None
    if dice(left.main_terms, right.main_terms) < _HALF_SAME or not meet(one, other):
        return None
    return Opposition(left=one.words, right=other.words)


def gives_a_most(sentence: Sentence, norm: Norm) -> bool:
    """Tell whether a sentence forbids no act but more of it: 'nooit meer dan twee'."""
    is_ban = norm.modality is Modality.PROHIBITION
    denies = any(word.denies for word in sentence.words)
    return is_ban and not denies and bool(_NOT & _values(sentence.words))


def _frees(sentence: Sentence, norm: Norm, other: Norm) -> bool:
    """Tell whether a sentence leaves free (``hoeft niet``) what the other one asks."""
    if (norm.modality, other.modality) != (Modality.PERMISSION, Modality.OBLIGATION):
        return False
    values = {word.value for word in sentence.main}
    return bool(values & _DUTY) and any(word.denies for word in sentence.main)


def _oppose(one: Norm, other: Norm) -> bool:
    modalities = {one.modality, other.modality}
    if Modality.PROHIBITION not in modalities or not modalities & _MODALITIES_THAT_ALLOW:
        return False
    # to be aware of a risk, or to try, is no permission
    return not {one.nuance, other.nuance} & {Nuance.AWARENESS, Nuance.EFFORT}


def meet(one: Norm, other: Norm) -> bool:
    """Tell whether somebody may be bound by both."""
    ours, theirs = set(one.parties), set(other.parties)
    return not ours or not theirs or Party.EVERYONE in ours | theirs or not ours.isdisjoint(theirs)


def _is_one_act(left: Sentence, right: Sentence) -> bool:
    return dice(left.main_terms, right.main_terms) >= NEARLY_SAME


def _may_oppose(norms: tuple[Norm | None, Norm | None]) -> bool:
    one, other = norms
    return one is not None and other is not None and _oppose(one, other)


def _values(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.value for word in words)
