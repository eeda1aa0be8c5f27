"""Whether two clauses are one rule that differs in what is no part of it.

That is an article that is referred to ('zie artikel 3', 'zie artikel 5'), a phrase between commas,
how the reader is spoken to ('Je zet je fiets', 'De leerling zet zijn fiets'), and what a teacher is
called by children ('de leerkracht', 'de juf of meester'). Whoever finds
both in one text finds one rule twice. Says nothing of two that contradict each other: who asks has
asked that before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from protocolkit.norms.norm import Modality
from protocolkit.references.citations import find_citations
from protocolkit.relations.overlap import dice
from protocolkit.relations.people import people_terms
from protocolkit.relations.quantities import quantities
from protocolkit.relations.relation import Judgement, ReasonKind, Side
from protocolkit.relations.sameness import neutral_form
from protocolkit.relations.sentence_parts import take_apart, terms_of
from protocolkit.text.late_patterns import late
from protocolkit.text.reader_address import SURE, without_quoted
from protocolkit.wording.thesaurus_file import canonical

# What leads to a reference and is left without it.
_LEADING = late(
    r"[\s,(]*\b(?:zie (?:ook|hiervoor|daarvoor)?|conform|volgens|zoals (?:bedoeld |beschreven )?in"
    r"|als bedoeld in|genoemd in|bedoeld in)\s*$",
    re.IGNORECASE,
)
_PHRASE = late(r",[^,;:.()\n]{3,80},")
_MOST_WORDS = 9
_LEAST_TERMS = 2
_CALLED = r"(?:juf(?:fen|frouw|frouwen)?|meesters?)"
_TEACHER = late(rf"\b{_CALLED}(?:(?: of | en |/){_CALLED})?\b", re.IGNORECASE)
_TEACHER_TERM = "leraar"
_LEAST_TERMS_IN_ORDER = 4
# Terms that two clauses share when they say one thing to the reader and of the reader.
_SAME_FROM = 0.85


def differ_in_actor(left: Side, right: Side, judgement: Judgement) -> bool:
    """Tell whether two clauses ask the same kind of thing and differ in nothing but who acts.

    Whom something is allowed to may be several.
    """
    asked = {side.norms.main.modality for side in (left, right)}
    kinds = {reason.kind for reason in judgement.reasons}
    return len(asked) == 1 and Modality.PERMISSION not in asked and kinds == {ReasonKind.ACTOR}


def is_one_rule(left: Side, right: Side) -> bool:
    """Tell whether two clauses are one rule but for a reference, a phrase, or a form of address.

    Whose clauses they are, and what they answer, is not asked.
    """
    one, other = map(_with_teachers, (left, right))
    return (
        _is_same_without(one, other)
        or _is_same_in_address(one, other)
        or ((one, other) != (left, right) and _is_same_in_terms(one, other))
    )


def _is_same_without(left: Side, right: Side) -> bool:
    """Tell whether the words are the same when references or phrases are left out."""
    ours, theirs = _without_references(left.text), _without_references(right.text)
    if min(len(terms_of(ours)), len(terms_of(theirs))) < _LEAST_TERMS:
        return False
    forms = [
        {neutral_form(text, side.names) for text in (bare, *_without_phrase(bare, side))}
        for bare, side in ((ours, left), (theirs, right))
    ]
    return not forms[0].isdisjoint(forms[1])


def _without_references(text: str) -> str:
    """Return a text without its references to articles of its own, and what leads to them."""
    kept, at = [], 0
    for citation in find_citations(text):
        if citation.is_external:
            continue
        before = text[at : citation.start]
        lead = _LEADING.search(before)
        kept.append(before[: lead.start()] if lead else before)
        at = citation.end
    return " ".join([*kept, text[at:]])


def _without_phrase(text: str, side: Side) -> Iterator[str]:
    """Yield a text without one phrase between commas, that neither denies nor excepts."""
    denying = [
        word.span
        for sentence in take_apart(text, side.names)
        for word in sentence.words
        if word.denies
    ]
    denying += [
        condition.span
        for sentence in take_apart(text, side.names)
        for condition in sentence.conditions
        if condition.excepts
    ]
    for match in _PHRASE.finditer(text):
        begin, end = match.span()
        if len(match[0].split()) <= _MOST_WORDS and not any(
            begin < stop and start < end for start, stop in denying
        ):
            yield f"{text[:begin]} {text[end:]}"


def _is_same_in_address(left: Side, right: Side) -> bool:
    """Tell whether the one says to its reader what the other says, of him or in another form."""
    speaks = [is_spoken(side.text) for side in (left, right)]
    if not any(speaks) or _shape(left) != _shape(right):
        return False
    ours, theirs = terms_of(left.text), terms_of(right.text)
    people = people_terms()
    apart = tuple(one & people for one in (ours - theirs, theirs - ours))
    # who is spoken to is named by the other one, and nobody else is
    who = sum(map(len, apart))
    if who > 1 or (who and any(map(bool.__and__, speaks, map(bool, apart)))):
        return False
    if len(ours & theirs) < _LEAST_TERMS:
        return False
    return dice(ours - people, theirs - people) >= _SAME_FROM


def _with_teachers(side: Side) -> Side:
    """Return a clause in which a teacher is called that; its norms are those of its own words."""
    return replace(side, text=_TEACHER.sub(_TEACHER_TERM, side.text))


def _is_same_in_terms(left: Side, right: Side) -> bool:
    """Tell whether the terms are the same, in the same order."""
    ours, theirs = (tuple(canonical(side.text, side.names)) for side in (left, right))
    is_long = len(ours) >= _LEAST_TERMS_IN_ORDER
    return is_long and ours == theirs and _shape(left) == _shape(right)


def is_spoken(text: str) -> bool:
    """Tell whether a text speaks to its reader."""
    said = without_quoted(text)
    return any(pattern.search(said) for pattern in SURE.values())


_Shape = tuple[int, int, tuple[bool, ...], Modality, frozenset[tuple[str, object]]]


def _shape(side: Side) -> _Shape:
    """Return what must be equal of one rule: its sentences, denials, conditions and measures."""
    sentences = take_apart(side.text, side.names)
    return (
        len(sentences),
        sum(word.denies for sentence in sentences for word in sentence.words),
        tuple(c.excepts for sentence in sentences for c in sentence.conditions),
        side.norms.main.modality,
        frozenset((one.unit, one.range) for one in quantities(side.text)),
    )
