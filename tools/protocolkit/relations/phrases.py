"""Which phrases only one of two clauses in one wording has, and what it has in their place."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.norms.verbs import infinitive_of, is_present, is_verb
from protocolkit.relations.people import people_terms
from protocolkit.relations.quantities import quantities
from protocolkit.relations.relation import NO_TRAIT, Reason, ReasonKind, Side, Trait
from protocolkit.relations.sentence_parts import Word, says_something, take_apart, terms_of
from protocolkit.text.differences import WordRunKind, phrase_differences
from protocolkit.text.function_words import ADDING, JOINING, OPPOSING
from protocolkit.text.sentences import Span
from protocolkit.wording.concepts import general_concepts

# A phrase that begins so stands beside another one.
_COORDINATING = JOINING | ADDING | OPPOSING | {"dan"}
# A phrase that begins so in a short rule says when that holds.
_WHEN = frozenset("voor na tijdens bij gedurende vanaf tot behalve".split())
# New terms in any other added phrase from which it changes the rule and does not only colour it.
_MOST_COLOUR = 3
# New terms from which what stands beside a thing in another's place is a rule of its own.
_LEAST_BESIDE = 2
# With more terms a thing in another's place is one of many.
_MOST_SHORT = 8


def wording(left: Side, right: Side) -> Reason:
    """Return the words that differ, names left out."""
    changes = _changes(left, right)
    return Reason(
        kind=ReasonKind.WORDING,
        left=tuple(_run(ours) for ours, _ in changes if ours),
        right=tuple(_run(theirs) for _, theirs in changes if theirs),
    )


def extra_phrases(left: Side, right: Side) -> list[Reason]:
    """Return what only one side says inside sentences that are otherwise much the same.

    A phrase that is coordinate stands beside another (``dan wel opnamen te maken``), so that the
    other side covers only a part; any other colours the one rule.
    """
    found: list[Reason] = []
    for ours, theirs in _one_sided(left, right):
        side, other, words = (left, right, ours) if ours else (right, left, theirs)
        new = terms_of(side.text[slice(*_run(words))]) - _all_terms(other)
        is_coordinate = side.text[slice(*words[0].span)].lower() in _COORDINATING
        if is_coordinate and not new:
            new = _further(words, side, other)
        is_case = _says_when(words, side) and len(_all_terms(other)) <= _MOST_SHORT
        if len(words) < (2 if is_coordinate or is_case else 3) or len(new) < (
            1 if is_coordinate or is_case else _MOST_COLOUR
        ):
            continue
        if any(q.span[0] <= words[0].span[0] < q.span[1] for q in quantities(side.text)):
            continue  # '16 jaar en ouder' beside 'vanaf 16 jaar'

        spans = (_run(words),)
        found.append(
            Reason(
                kind=ReasonKind.SCOPE,
                left=spans if ours else (),
                right=() if ours else spans,
                traits=Trait.COORDINATE if is_coordinate else NO_TRAIT,
            )
        )
    return found


def _says_when(words: list[Word], side: Side) -> bool:
    """Tell whether a phrase says when a short rule holds: 'voor het koken'."""
    return side.text[slice(*words[0].span)].lower() in _WHEN


def _one_sided(left: Side, right: Side) -> Iterator[tuple[list[Word], list[Word]]]:
    """Yield the changes that only one side has, and what stands beside a thing in another's place.

    'Contact met een dier' and 'het werken met dieren, en dragen een overall': from 'en' on.
    """
    for ours, theirs in _changes(left, right):
        if not (ours and theirs):
            yield ours, theirs
            continue
        tails = _coordinate_tail(ours, left), _coordinate_tail(theirs, right)
        if tails[0] and not tails[1] and _is_more(tails[0], left, right):
            yield tails[0], []
        elif tails[1] and not tails[0] and _is_more(tails[1], right, left):
            yield [], tails[1]


def _is_more(tail: list[Word], side: Side, other: Side) -> bool:
    """Tell whether words are a rule of their own beside that of a clause that is short."""
    said = side.text[slice(*_run(tail))]
    new = terms_of(said) - _all_terms(other)
    does = any(map(is_present, said.lower().split()))
    return does and len(new) >= _LEAST_BESIDE and len(_all_terms(other)) <= _MOST_SHORT


def _coordinate_tail(words: list[Word], side: Side) -> list[Word]:
    """Return words from the last conjunction on, where something stands before it."""
    said = [side.text[slice(*word.span)].lower() for word in words]
    at = max((n for n, word in enumerate(said) if n and word in JOINING), default=0)
    return words[at:] if at else []


def is_other_thing(left: Side, right: Side) -> bool:
    """Tell whether two short clauses are one but for a thing: 'bij regen' and 'bij sneeuw'.

    Two verbs, two names and two words of one concept may be the same in other words.
    """
    if max(len(_all_terms(side)) for side in (left, right)) > _MOST_SHORT:
        return False
    return any(
        len(ours) == len(theirs) == 1
        and _is_thing(ours[0], left)
        and _is_thing(theirs[0], right)
        and not _is_alike(left.text[slice(*ours[0].span)], right.text[slice(*theirs[0].span)])
        for ours, theirs in _changes(left, right)
    )


def _is_thing(word: Word, side: Side) -> bool:
    if any(one.span[0] <= word.span[0] < one.span[1] for one in quantities(side.text)):
        return False
    said = side.text[slice(*word.span)]
    is_name = said[:1].isupper() and bool(side.text[: word.span[0]].strip())
    verb = is_verb(said) or is_verb(infinitive_of(said))
    return says_something(word) and not (is_name or verb or terms_of(said) & people_terms())


def _is_alike(one: str, other: str) -> bool:
    concepts = general_concepts()
    return bool(terms_of(one) & terms_of(other) or concepts.of(one) & concepts.of(other))


def _further(words: list[Word], side: Side, other: Side) -> frozenset[str]:
    """Return what words of a row add, though a list has the same term for both: films, photos.

    Two names for the same people ('ouders en verzorgers') add nobody.
    """
    known = {word.value for one in take_apart(other.text, other.names) for word in one.words}
    added = (word for word in words[1:] if says_something(word) and word.value not in known)
    return frozenset(
        word.value
        for word in added
        if terms_of(side.text[slice(*word.span)]).isdisjoint(people_terms())
    )


def _changes(left: Side, right: Side) -> list[tuple[list[Word], list[Word]]]:
    ours = [w for s in take_apart(left.text, left.names) for w in s.words]
    theirs = [w for s in take_apart(right.text, right.names) for w in s.words]
    found: list[tuple[list[Word], list[Word]]] = []
    at = (0, 0)
    for piece in phrase_differences([w.value for w in ours], [w.value for w in theirs]):
        ends = at[0] + len(piece.old), at[1] + len(piece.new)
        if piece.kind is not WordRunKind.EQUAL:
            found.append((ours[at[0] : ends[0]], theirs[at[1] : ends[1]]))
        at = ends
    return found


def _all_terms(side: Side) -> frozenset[str]:
    return frozenset().union(*(s.terms for s in take_apart(side.text, side.names)))


def _run(words: list[Word]) -> Span:
    return words[0].span[0], words[-1].span[1]
