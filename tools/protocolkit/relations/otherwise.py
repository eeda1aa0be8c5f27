"""Ways in which two clauses on one matter perhaps cannot both hold, though neither denies it.

A ban and a leave for some to do the same, two ways of doing that exclude each other, two orders,
and one beginning that goes on in two ways. Whether they go together a person sees; so these are
told apart from what contradicts for sure. Knows forms of words and what a sentence asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product, takewhile

from protocolkit.norms.norm import Modality, Norm, Nuance, Party
from protocolkit.norms.verbs import infinitive_of, is_infinitive, is_present
from protocolkit.relations.addressee import other_addressee
from protocolkit.relations.differing import modalities
from protocolkit.relations.order import other_first, other_order
from protocolkit.relations.others_acts import are_of_others
from protocolkit.relations.overlap import contained
from protocolkit.relations.polarity import norm_of
from protocolkit.relations.relation import Reason, ReasonKind, Side, Trait
from protocolkit.relations.sentence_parts import Sentence, Word, take_apart, terms_of
from protocolkit.text.function_words import (
    ARTICLES,
    COMMON_MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    RARER_PREPOSITIONS,
)
from protocolkit.text.sentences import Span
from protocolkit.wording.thesaurus_file import canonical

# Of two such ways who does the one does not do the other.
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
# These say too little of an act to know it by.
_LIGHT = COMMON_MODALS | frozenset(
    "zijn worden hebben doen gaan komen laten krijgen geven nemen blijven verbieden toestaan "
    "aanmoedigen moedigen".split()
)
_TIMES = re.compile(
    r"\b(?:les(?:sen|uren|dag|tijd)?|pauzes?|schooltijd(?:en)?|werktijd(?:en)?|schooldag|avond"
    r"|gelegenhe(?:id|den)|excursies?|vieringen|viering|feest(?:en)?)\b",
    re.IGNORECASE,
)
# What a verb may have apart from it.
_APART = frozenset("mee in uit op af terug door aan weg over".split())
# With these a sentence says until when or for how long something holds.
_HOLDING = frozenset("geldt gelden duurt duren vervalt vervallen eindigt".split())
# Who acts, and the text itself: what begins with these alone is about anything.
_SCENE = (
    "medewerker leraar leidinggevende leerling ouder school schoolbestuur betrokkene protocol "
    "sociale media, functie"
)
_LEAST_SHARED = 0.45
_LEAST_TERMS = 2


def perhaps_otherwise(left: Side, right: Side, *, is_one_question: bool) -> Reason | None:
    """Return why two clauses perhaps cannot both hold, or nothing."""
    ours, theirs = take_apart(left.text, left.names), take_apart(right.text, right.names)
    for one, other in product(ours, theirs):
        norms = norm_of(left.norms, one), norm_of(right.norms, other)
        if are_of_others(norms, (left.text[slice(*one.span)], right.text[slice(*other.span)])):
            continue
        found = other_order((one, other), (left, right)) or _leave_for_some(
            (one, other), (left, right), norms, is_one_question=is_one_question
        )
        if found is None and is_one_question:
            found = _other_way((one, other), (left, right))
            found = found or other_first((one, other), (left, right))
            found = found or _denied_whole((one, other), (left, right), norms)
            found = found or other_addressee((one, other), (left, right), norms, _scene())
        if found is not None:
            return found
    if is_one_question and len(ours) == len(theirs) == 1:
        norms = norm_of(left.norms, ours[0]), norm_of(right.norms, theirs[0])
        return _other_end((ours[0], theirs[0]), (left, right), norms)
    return None


_Two = tuple[Sentence, Sentence]
_Sides = tuple[Side, Side]
_Norms = tuple[Norm | None, Norm | None]


def _other_way(two: _Two, sides: _Sides) -> Reason | None:
    """See whether only the one of two sentences on one matter gives leave for another way."""
    if not _is_one_matter(two):
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


def _is_one_matter(two: _Two) -> bool:
    shared = two[0].terms & two[1].terms
    return len(shared) >= _LEAST_TERMS and contained(two[0].terms, two[1].terms) >= _LEAST_SHARED


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
        if _is_one_act((two[n], two[1 - n]), (sides[n].text, sides[1 - n].text)):
            words = [norm.words for norm in norms if norm is not None]
            return Reason(
                kind=ReasonKind.MODALITY,
                left=words[0],
                right=words[1],
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
    known = terms - _scene()
    shared = terms_of(sides[n].text) & others
    return len(known) >= _LEAST_TERMS or (bool(known) and len(shared) > _LEAST_TERMS)


def _binds(ban: Norm, leave: Norm, *, is_one_question: bool) -> bool:
    """Tell whether a ban is for all whom the leave is for; a ban for some, on one question.

    On one question what is for nobody in particular is for all.
    """
    whom, banned = set(leave.parties), set(ban.parties)
    if Party.EVERYONE in banned:
        return bool(whom) or is_one_question
    return is_one_question and (not whom or not banned or whom <= banned)


def _is_one_act(two: _Two, texts: tuple[str, str]) -> bool:
    """Tell whether what a ban and a leave are for is done alike, to one thing, at one time."""
    forbidden, allowed = map(_act, two, texts)
    if not forbidden[0] & allowed[0]:
        return False
    if forbidden[1] != allowed[1] and not forbidden[1] & allowed[1]:
        return False
    times = [
        {found[0].lower() for found in _TIMES.finditer(text, *one.span)}
        for one, text in zip(two, texts, strict=True)
    ]
    return not (times[0] and times[1] and times[0].isdisjoint(times[1]))


def _act(sentence: Sentence, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs of what a sentence asks, and the terms of what is done to.

    Who acts, where and when are left out, and for what aim: 'verlaten om te roken' is to leave.
    """
    words = [text[slice(*word.span)].lower() for word in sentence.main]
    finite = (word for word in words if is_infinitive(word) or is_present(word))
    verbs = {verb for verb in map(infinitive_of, finite) if is_infinitive(verb)}
    # 'nemen geen telefoon mee' is meenemen
    verbs |= {apart + verb for verb in verbs for apart in _APART.intersection(words)}
    verbs -= _LIGHT
    aims = set(_aims(words))
    things = terms_of(" ".join(_without_places(words)))
    things -= terms_of(" ".join(verbs | aims)) | _scene()
    return frozenset(verbs - aims or verbs), things


def _aims(words: list[str]) -> Iterator[str]:
    """Yield the verbs of 'om … te …', where another verb than one of leave comes before."""
    at = words.index("om") if "om" in words else len(words)
    for number, word in enumerate(words[at:], start=at):
        if word == "te" and number + 1 < len(words):
            yield infinitive_of(words[number + 1])


def _without_places(words: list[str]) -> Iterator[str]:
    """Yield words but those of a place or time: a preposition, and what it is before."""
    inside = False
    for word in words:
        if word in (PREPOSITIONS | RARER_PREPOSITIONS) - {"om", "te"}:
            inside = True
        elif inside and word in ARTICLES | POSSESSIVES:
            continue
        elif inside:
            inside = False
        else:
            yield word


@cache
def _scene() -> frozenset[str]:
    """Return whom a rule is for as terms; not at import, since reading the thesaurus takes time."""
    return frozenset(canonical(_SCENE))


def _other_end(two: _Two, sides: _Sides, norms: _Norms) -> Reason | None:
    """See whether two sentences begin alike and go on with something else."""
    shared = _beginning(two, sides)
    rests = [one.words[shared:] for one in two]
    if not all(rests) or not all(map(_asks, norms, two, sides)):
        return None
    head = sides[0].text[two[0].span[0] : rests[0][0].span[0]]
    spans = [(rest[0].span[0], rest[-1].span[1]) for rest in rests]
    ends = [
        terms_of(side.text[slice(*span)]) - _scene()
        for side, span in zip(sides, spans, strict=True)
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
    """Tell whether a beginning says what a rule is about: two matters, or one that 'holds'."""
    about = terms_of(head) - _scene()
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
