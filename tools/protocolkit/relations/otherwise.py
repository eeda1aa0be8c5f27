"""Ways in which two clauses on one matter perhaps cannot both hold, though neither denies it.

A ban and a leave for some to do the same, two ways of doing that exclude each other, two orders,
and one beginning that goes on in two ways. Whether they go together a person sees; so these are
told apart from what contradicts for sure. Knows forms of words and what a sentence asks.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise, product, takewhile

from protocolkit.norms.norm import Modality, Norm, Nuance, Party
from protocolkit.relations.acts import act_of, is_one_act, scene
from protocolkit.relations.addressee import other_addressee
from protocolkit.relations.ban_and_leave import ban_and_leave
from protocolkit.relations.differing import modalities
from protocolkit.relations.order import other_first, other_order
from protocolkit.relations.others_acts import are_of_others
from protocolkit.relations.overlap import is_one_matter
from protocolkit.relations.payment import pay_opposed
from protocolkit.relations.polarity import norm_of
from protocolkit.relations.put_away import put_away_and_used
from protocolkit.relations.quantities import SCHOOL_YEARS, quantities
from protocolkit.relations.refused import refused
from protocolkit.relations.relation import Reason, ReasonKind, Side, Trait
from protocolkit.relations.sentence_parts import Sentence, Word, take_apart, terms_of
from protocolkit.relations.whereabouts import kept_apart
from protocolkit.text.sentences import Span

# Whoever does it in one of two such ways does not do it in the other.
_WAYS = tuple(
    tuple(re.compile(rf"\b(?:{form})\b", re.IGNORECASE) for form in pair)
    for pair in (
        (r"schriftelijke?", r"mondelinge?|telefonische?"),
        (r"vooraf|van tevoren", r"achteraf"),
        (r"digitaal|digitale|online", r"op papier"),
        (r"anonieme?", r"niet anoniem|met naam"),
    )
)
_ALLOWING = frozenset({Modality.PERMISSION, Modality.ENCOURAGEMENT})
# With these a sentence says until when or for how long something holds.
_HOLDING = frozenset("geldt gelden duurt duren vervalt vervallen eindigt".split())
_CASE = re.compile(r"\W*(?:bij|na een|in geval van)\b", re.IGNORECASE)
_LEAST_TERMS = 2


def perhaps_otherwise(left: Side, right: Side, *, is_one_question: bool) -> Reason | None:
    """Return why two clauses perhaps cannot both hold, or nothing."""
    ours, theirs = take_apart(left.text, left.names), take_apart(right.text, right.names)
    found = None
    for one, other in product(ours, theirs):
        norms = norm_of(left.norms, one), norm_of(right.norms, other)
        if are_of_others(norms, (left.text[slice(*one.span)], right.text[slice(*other.span)])):
            continue
        found = (
            other_order((one, other), (left, right))
            or _leave_for_some((one, other), (left, right), norms, is_one_question=is_one_question)
            or _leave_of_some((one, other), (left, right), norms)
            or _put_away((one, other), (left, right), norms)
        )
        if found is None and is_one_question:
            found = _other_way((one, other), (left, right))
            found = found or other_first((one, other), (left, right))
            found = found or _denied_whole((one, other), (left, right), norms)
            found = found or other_addressee((one, other), (left, right), norms, scene())
        if found is not None:
            return found
    if is_one_question and len(ours) == len(theirs) == 1:
        norms = norm_of(left.norms, ours[0]), norm_of(right.norms, theirs[0])
        found = _other_end((ours[0], theirs[0]), (left, right), norms)
    return found or (_opposed(left, right) if is_one_question else None)


def _opposed(left: Side, right: Side) -> Reason | None:
    """See whether the one forbids what the other gives leave for, or has others pay."""
    found = next(
        chain(
            ban_and_leave(left, right),
            pay_opposed(left, right),
            refused(left, right),
            kept_apart(left, right),
        ),
        None,
    )
    if found is None:
        return None
    kind, traits = ReasonKind.MODALITY, Trait.OPPOSITE
    return Reason(kind=kind, left=found.left, right=found.right, traits=traits)


_Two = tuple[Sentence, Sentence]
_Sides = tuple[Side, Side]
_Norms = tuple[Norm | None, Norm | None]


def _other_way(two: _Two, sides: _Sides) -> Reason | None:
    """See whether only the one of two sentences on one matter gives leave for another way."""
    if not (is_one_matter(*two) or _say_one_act(two, sides)):
        return None
    texts = [side.text[slice(*one.span)] for one, side in zip(two, sides, strict=True)]
    starts = [one.span[0] for one in two]
    for asked, other in (*_WAYS, *((b, a) for a, b in _WAYS)):
        own = [(asked.search(text), other.search(text)) for text in texts]
        for mine, theirs in ((0, 1), (1, 0)):
            only, away = own[mine][0], own[theirs][1]
            if only and away and not own[mine][1]:
                spans = {mine: only.span(), theirs: away.span()}
                moved = [(spans[n][0] + starts[n], spans[n][1] + starts[n]) for n in (0, 1)]
                return _reason(Trait.MANNER, *moved)
    return None


def _say_one_act(two: _Two, sides: _Sides) -> bool:
    """Tell whether two clauses of a sentence each say how one act is done."""
    acts = [act_of(one, side.text)[0] for one, side in zip(two, sides, strict=True)]
    are_whole = all(
        side.text[slice(*one.span)].strip() == side.text.strip()
        for one, side in zip(two, sides, strict=True)
    )
    return are_whole and bool(acts[0] & acts[1])


def _leave_for_some(
    two: _Two, sides: _Sides, norms: _Norms, *, is_one_question: bool
) -> Reason | None:
    """See whether the one forbids without exception what the other gives somebody leave for."""
    for n in (0, 1):
        ban, leave = norms[n], norms[1 - n]
        if ban is None or leave is None or two[n].conditions:
            continue
        if ban.modality is not Modality.PROHIBITION or not _allows(leave, two[1 - n]):
            continue
        if {ban.nuance, leave.nuance} & {Nuance.AWARENESS, Nuance.EFFORT, Nuance.POWER}:
            continue
        if not _binds(ban, leave, is_one_question=is_one_question):
            continue
        if is_one_act((two[n], two[1 - n]), (sides[n].text, sides[1 - n].text)):
            words = [norm.words for norm in norms if norm is not None]
            return Reason(
                kind=ReasonKind.MODALITY,
                left=words[0],
                right=words[1],
                traits=Trait.OPPOSITE,
                modalities=modalities(*norms),
            )
    return None


def _leave_of_some(two: _Two, sides: _Sides, norms: _Norms) -> Reason | None:
    """See whether only the one of two leaves for one act is for some years of the school."""
    texts = (sides[0].text, sides[1].text)
    if any(norm is None or norm.modality is not Modality.PERMISSION for norm in norms):
        return None
    years = [
        tuple(q.span for q in quantities(text) if q.unit in SCHOOL_YEARS and _is_in(q.span, one))
        for one, text in zip(two, texts, strict=True)
    ]
    if bool(years[0]) == bool(years[1]) or not is_one_act(two, texts):
        return None
    return Reason(kind=ReasonKind.NUMBER, left=years[0], right=years[1], traits=Trait.DISJOINT)


def _is_in(span: Span, sentence: Sentence) -> bool:
    return sentence.span[0] <= span[0] < sentence.span[1]


def _put_away(two: _Two, sides: _Sides, norms: _Norms) -> Reason | None:
    """See whether the one has a thing put away that the other gives leave to use."""
    for n in (0, 1):
        duty, leave = norms[n], norms[1 - n]
        if duty is None or leave is None:
            continue
        texts = sides[n].text, sides[1 - n].text
        words = put_away_and_used((two[n], duty), (two[1 - n], leave), texts)
        if words is not None:
            return Reason(
                kind=ReasonKind.MODALITY,
                left=words[n],
                right=words[1 - n],
                traits=Trait.OPPOSITE,
                modalities=modalities(*norms),
            )
    return None


def _allows(norm: Norm, sentence: Sentence) -> bool:
    """Tell whether a sentence gives leave, or forbids with an exception."""
    is_excepted = any(condition.excepts for condition in sentence.conditions)
    return norm.modality in _ALLOWING or (norm.modality is Modality.PROHIBITION and is_excepted)


def _denied_whole(two: _Two, sides: _Sides, norms: _Norms) -> Reason | None:
    """See whether the one says in short that what the other says is not so, on no condition."""
    nuances = {norm.nuance for norm in norms if norm is not None}
    if nuances & {Nuance.AWARENESS, Nuance.EFFORT}:
        return None
    for n in (0, 1):
        if two[n].conditions:
            continue
        parts = [_parts(one, side.text) for one, side in zip(two, sides, strict=True)]
        for (span, denying), (at, others) in product(parts[n], parts[1 - n]):
            if len(denying) == 1 and not others and _is_all_in(sides, n, span, at):
                found = {n: _trimmed(span, sides[n].text), 1 - n: _trimmed(at, sides[1 - n].text)}
                return Reason(
                    kind=ReasonKind.MODALITY,
                    left=(found[0],),
                    right=(found[1],),
                    traits=Trait.OPPOSITE,
                )
    return None


def _parts(sentence: Sentence, text: str) -> list[tuple[Span, tuple[Span, ...]]]:
    """Return the parts of a sentence between semicolons, each with its words that deny."""
    ends = [found.start() for found in re.finditer(";", text[slice(*sentence.span)])]
    begin, end = sentence.span
    cuts = [begin, *(begin + at for at in ends), end]
    return [
        (span, tuple(w.span for w in sentence.words if w.denies and span[0] <= w.span[0] < span[1]))
        for span in pairwise(cuts)
    ]


def _trimmed(span: Span, text: str) -> Span:
    """Return a part without what stands around its words."""
    said = text[slice(*span)]
    bare = said.strip(" ;.")
    begin = span[0] + said.index(bare)
    return begin, begin + len(bare)


def _is_all_in(sides: _Sides, n: int, span: Span, at: Span) -> bool:
    """Tell whether another part has all terms of one, and the two are about more than who acts.

    What a text holds for is about that: 'Dit geldt niet voor ouders.'
    """
    texts = sides[n].text[slice(*span)], sides[1 - n].text[slice(*at)]
    terms, others = map(terms_of, texts)
    if not terms or not terms <= others:
        return False
    if all(_HOLDING & set(text.lower().split()) for text in texts):
        return True
    known = terms - scene()
    shared = terms_of(sides[n].text) & others
    return len(known) >= _LEAST_TERMS or (bool(known) and len(shared) > _LEAST_TERMS)


def _binds(ban: Norm, leave: Norm, *, is_one_question: bool) -> bool:
    """Tell whether a ban is for all whom the leave is for; a ban for some, on one question.

    On one question what is for nobody in particular is for all.
    """
    whom, banned = set(leave.parties), set(ban.parties)
    if Party.EVERYONE in banned:
        return bool(whom) or is_one_question
    if not whom or not banned:
        return is_one_question
    return whom <= banned


def _other_end(two: _Two, sides: _Sides, norms: _Norms) -> Reason | None:
    """See whether two sentences begin alike and go on with something else."""
    shared = _beginning(two, sides)
    rests = [one.words[shared:] for one in two]
    if not all(rests) or not all(map(_asks, norms, two, sides)):
        return None
    head = sides[0].text[two[0].span[0] : rests[0][0].span[0]]
    spans = [(rest[0].span[0], rest[-1].span[1]) for rest in rests]
    ends = [
        terms_of(side.text[slice(*span)]) - scene() for side, span in zip(sides, spans, strict=True)
    ]
    is_other = all(ends) and ends[0].isdisjoint(ends[1])
    if not is_other or not _says_what(head, two, shared, sides):
        return None
    return _reason(Trait.FILLING, *spans)


def _beginning(two: _Two, sides: _Sides) -> int:
    """Return how many words two sentences begin with alike, in any name of a thing."""
    pairs = zip(two[0].words, two[1].words, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _is_same(pair, sides), pairs))


def _is_same(pair: tuple[Word, Word], sides: _Sides) -> bool:
    if pair[0].value == pair[1].value:
        return True
    ours, theirs = (
        terms_of(side.text[slice(*w.span)]) for w, side in zip(pair, sides, strict=True)
    )
    return bool(ours) and ours == theirs


def _says_what(head: str, two: _Two, shared: int, sides: _Sides) -> bool:
    """Tell whether a beginning says what a rule is about: two matters, a case, or what 'holds'."""
    about = terms_of(head) - scene()
    if about and _CASE.match(head):
        return True
    words = {sides[0].text[slice(*w.span)].lower() for w in two[0].words[:shared]}
    return len(about) >= _LEAST_TERMS or (bool(about) and bool(words & _HOLDING))


def _asks(norm: Norm | None, sentence: Sentence, side: Side) -> bool:
    """Tell whether a sentence obliges, or says how long something holds."""
    words = {side.text[slice(*word.span)].lower() for word in sentence.words}
    if norm is None or norm.modality is Modality.INFORMATION:
        return bool(words & _HOLDING)
    return norm.modality is Modality.OBLIGATION


def _reason(trait: Trait, ours: Span, theirs: Span) -> Reason:
    return Reason(kind=ReasonKind.WORDING, left=(ours,), right=(theirs,), traits=trait)
