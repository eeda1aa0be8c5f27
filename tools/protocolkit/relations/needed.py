"""Whether one clause says that leave, a report or a duty is needed, and the other that it is not.

'Voor foto's is toestemming van de ouders nodig' and 'Foto's mogen zonder toestemming op de website'
share few words, and neither forbids what the other allows: each says, in its own way, whether
something has to be asked or done. So that is read here, of one sentence at a time. In doubt nothing
is read: no text is said to contradict another one for what it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import product

from protocolkit.norms.norm import Modality, Norm, Nuance
from protocolkit.relations.apart import are_apart
from protocolkit.relations.overlap import contained, dice
from protocolkit.relations.people import people_terms
from protocolkit.relations.polarity import Opposition, norm_of
from protocolkit.relations.quantities import quantities
from protocolkit.relations.relation import Side
from protocolkit.relations.sentence_parts import Condition, Sentence, Word, take_apart, terms_of
from protocolkit.text.function_words import EXCLUDING
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span


class _Matter(Enum):
    """What may be needed."""

    LEAVE = "leave"
    REPORT = "report"
    DUTY = "duty"


_LEAVE = r"toestemming|goedkeuring|instemming|machtiging|permissie"
_NAMES = {
    _Matter.LEAVE: late(_LEAVE),
    _Matter.REPORT: late(r"melding|meld(?:en|t)?|gemeld"),
    _Matter.DUTY: late(r"verplicht(?:e|ing)?|moet(?:en)?|hoeft?|hoeven"),
}
_NEED = late(r"nodig|vereist|noodzakelijk|verplichte?")
_ASK = late(r"vra(?:agt?|gen)|gevraagd")
_GIVE = late(r"geven|geeft|gegeven|hebben|heeft")
_SPARE = late(r"hoeft?|hoeven")
_FREE = late(r"vrijwillige?|vrijblijvende?|facultatieve?")
_WITHOUT = late(r"zonder", re.IGNORECASE)
# What needs not be done so may have to be done otherwise: 'hoeft dat niet zelf te melden'.
_LIMITING = late(
    r"zelf|altijd|steeds|telkens|opnieuw|nogmaals|eerst|apart|meteen|direct|onmiddellijk|persoonlijk"
    r"|vooraf|ook|(?:schriftelijk|mondeling|aparte|nieuwe|extra|aanvullend|voorafgaand|afzonderlijk"
    r"|aantoonbar|uitdrukkelijk|formel)e?"
)
# How many words may stand between a word that denies and what it denies.
_MOST_BETWEEN = 2
_WHOM = r"(?:(?:de|het|een|hun|zijn|haar|beide|alle) ){0,2}(?P<whom>[\w/-]+(?: (?:of|en) [\w/-]+)?)"
_GIVERS = (
    late(
        rf"\b(?:{_LEAVE}) (?:(?:nodig|vereist|noodzakelijk) )?(?:van|door|aan|bij) {_WHOM}",
        re.IGNORECASE,
    ),
    late(rf"\bvra(?:agt|gen) (?:aan )?{_WHOM}", re.IGNORECASE),
)
# What says that something is needed, and who is there always: these are no part of the matter.
_SAYING = (
    "toestemming goedkeuring instemming machtiging permissie melding melden gemeld nodig vereist "
    "noodzakelijk verplicht verplichting vragen gevraagd geven hebben vrijwillig vrijblijvend "
    "facultatief altijd voordat basis school schoolbestuur stichting plaatsvinden"
)
# Two sentences are on one matter when this much of the shorter one is in the other, and this much
# is shared of both. Who frees from something may name one thing more, as a way of calling the same;
# with two more it is an exception to the rule.
_CONTAINED_FROM = 0.75
_SHARED_FROM = 0.5
_LEAST_SHARED = 2
_MOST_OWN = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stance:
    """That something is needed or not: for what, of whom, who gives it, when; and its words."""

    matter: _Matter
    is_needed: bool
    about: frozenset[str]
    people: frozenset[str]
    givers: frozenset[str]
    conditions: tuple[Condition, ...]
    measures: frozenset[str]
    words: tuple[Span, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence with the words of its main part as they stand there, and what it asks."""

    text: str
    sentence: Sentence
    norm: Norm | None
    words: tuple[str, ...]

    @property
    def denying(self) -> tuple[int, ...]:
        """The numbers of the words that deny."""
        return tuple(n for n, word in enumerate(self.sentence.main) if word.denies)

    def numbers(self, pattern: re.Pattern[str]) -> tuple[int, ...]:
        """Return the numbers of the words of a form."""
        return tuple(n for n, word in enumerate(self.words) if pattern.fullmatch(word))

    def spans(self, *numbers: int) -> tuple[Span, ...]:
        """Return where words stand, in the order of the text."""
        return tuple(self.sentence.main[n].span for n in sorted(set(numbers)))


def is_needed_and_not(left: Side, right: Side) -> bool:
    """Tell whether one of two clauses needs what the other says is not needed."""
    return any(needs_opposed(left, right))


def needs_opposed(left: Side, right: Side) -> Iterator[Opposition]:
    """Yield where one of two clauses needs what the other says is not needed."""
    ours = _stances(left)
    theirs = _stances(right) if ours else ()
    for one, other in product(ours, theirs):
        if one.is_needed != other.is_needed and one.matter is other.matter:
            needed, freed = (one, other) if one.is_needed else (other, one)
            is_one = _is_one_matter(needed, freed) and not are_apart(needed.said, freed.said)
            if is_one and _covers(freed, needed):
                yield Opposition(left=one.words, right=other.words)


def _is_one_matter(needed: _Stance, freed: _Stance) -> bool:
    if not _meet(needed.people, freed.people) or not _meet(needed.givers, freed.givers):
        return False
    if needed.about == freed.about:
        return bool(needed.about)
    shared = needed.about & freed.about
    return (
        len(shared) >= _LEAST_SHARED
        and len(freed.about - shared) <= _MOST_OWN
        and contained(needed.about, freed.about) >= _CONTAINED_FROM
        and dice(needed.about, freed.about) >= _SHARED_FROM
    )


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _covers(freed: _Stance, needed: _Stance) -> bool:
    """Tell whether what is freed is so in every case, or in the cases in which it is needed."""
    return freed.measures <= needed.measures and all(
        any(
            one.excepts == other.excepts and one.terms and one.terms == other.terms
            for other in needed.conditions
        )
        for one in freed.conditions
    )


@lru_cache(maxsize=4096)
def _stances(side: Side) -> tuple[_Stance, ...]:
    return tuple(_read_stances(side))


def _read_stances(side: Side) -> Iterator[_Stance]:
    for sentence in take_apart(side.text, side.names):
        norm = norm_of(side.norms, sentence)
        if norm is None or norm.nuance in (Nuance.AWARENESS, Nuance.EFFORT):
            continue
        words = tuple(side.text[slice(*word.span)].lower() for word in sentence.main)
        said = _Said(text=side.text, sentence=sentence, norm=norm, words=words)
        for matter in _Matter:
            yield from _stance(said, matter)


def _stance(said: _Said, matter: _Matter) -> Iterator[_Stance]:
    inside = _condition_of(said, matter)
    found = _by_condition(said, inside) if inside else _by_words(said, matter)
    if found is None:
        return
    is_needed, words = found
    givers = _givers(said) | (_people(said.text, inside.span) if inside else frozenset())
    if matter is not _Matter.LEAVE:
        givers = frozenset()
    people = frozenset(said.sentence.main_terms & people_terms()) - givers
    if said.numbers(_ASK) or said.numbers(_GIVE):
        # of whom leave is asked, and who gives it, are not whom the matter is about
        people -= _terms("ouder")
    yield _Stance(
        matter=matter,
        is_needed=is_needed,
        about=said.sentence.main_terms - _terms(_SAYING) - people_terms(),
        people=people,
        givers=givers,
        conditions=tuple(c for c in said.sentence.conditions if c is not inside),
        measures=frozenset(
            said.text[slice(*one.span)].lower()
            for one in quantities(said.text)
            if said.sentence.span[0] <= one.span[0] < said.sentence.span[1]
        ),
        words=words,
        said=said.text[slice(*said.sentence.span)],
    )


def _condition_of(said: _Said, matter: _Matter) -> Condition | None:
    """Return the condition that is about what may be needed, unless it denies that."""
    if matter is _Matter.DUTY:
        return None
    for condition in said.sentence.conditions:
        named = any(_NAMES[matter].fullmatch(_word(said, word)) for word in condition.words)
        if named and not any(word.denies for word in condition.words):
            return condition
    return None


def _word(said: _Said, word: Word) -> str:
    return said.text[slice(*word.span)].lower()


_Read = tuple[bool, tuple[Span, ...]]


def _by_condition(said: _Said, condition: Condition) -> _Read | None:
    """Read 'mag zonder toestemming', 'mag met toestemming' and 'mag niet zonder toestemming'."""
    norm, words = said.norm, (condition.span,)
    if norm is None:
        return None
    if norm.modality is Modality.PROHIBITION:
        return (True, words) if condition.excepts else None
    is_done = norm.modality is Modality.OBLIGATION and condition.excepts
    if not (is_done or norm.modality is Modality.PERMISSION) or said.denying:
        return None
    if not condition.excepts:
        return True, words
    is_free = bool(_WITHOUT.match(said.text, condition.span[0]))
    inside = (_word(said, word) for word in condition.words)
    is_narrow = any(word in EXCLUDING for word in said.words) or any(map(_limits, inside))
    return (False, words) if is_free and not is_narrow else None


def _by_words(said: _Said, matter: _Matter) -> _Read | None:
    named = said.numbers(_NAMES[matter])
    if matter is _Matter.DUTY and (free := said.numbers(_FREE)) and not said.denying:
        return False, said.spans(*free)
    if not named:
        return _by_duty(said) if matter is _Matter.DUTY else None
    freeing = _freed(said, matter, named)
    if freeing:
        return False, said.spans(*freeing)
    norm = said.norm
    if said.denying or norm is None or norm.modality is not Modality.OBLIGATION:
        return None
    asking = _asking(said, matter, named)
    return (True, said.spans(*asking)) if asking else None


def _by_duty(said: _Said) -> _Read | None:
    """Read a plain duty as something that is needed: 'Bij het koken draag je een schort'."""
    norm = said.norm
    if norm is None or norm.modality is not Modality.OBLIGATION:
        return None
    return (True, norm.words) if norm.words and not said.denying else None


def _asking(said: _Said, matter: _Matter, named: tuple[int, ...]) -> tuple[int, ...]:
    """Return which words say that something is needed, of a sentence that obliges."""
    if said.numbers(_SPARE):
        return ()
    if matter is not _Matter.LEAVE:
        return named
    asking = said.numbers(_NEED) + said.numbers(_ASK) + said.numbers(_GIVE)
    return (*named, *asking) if asking else ()


def _freed(said: _Said, matter: _Matter, named: tuple[int, ...]) -> tuple[int, ...]:
    """Return which words say that something is not needed: 'geen … nodig', 'hoeft niet …'."""
    spare, denying = said.numbers(_SPARE), said.denying
    if len(denying) != 1:
        return ()
    [at] = denying
    if spare and spare[0] < at:
        asking = said.numbers(_ASK) + said.numbers(_GIVE) if matter is _Matter.LEAVE else ()
        is_plain = matter is _Matter.DUTY and not any(map(_limits, said.words[at:]))
        is_freed = is_plain or _stands_by(said, at, named + asking)
        return (spare[0], at, *named, *asking) if is_freed else ()
    if matter is _Matter.DUTY:
        duty = tuple(n for n in named if said.words[n].startswith("verplicht"))
        return (at, *duty) if _stands_by(said, at, duty) else ()
    needing = said.numbers(_NEED) or said.numbers(_ASK)
    if needing and _stands_by(said, at, needing if said.words[at] == "niet" else named):
        return (at, *named, *needing)
    return ()


def _stands_by(said: _Said, at: int, numbers: tuple[int, ...]) -> bool:
    """Tell whether a word that denies is at one of these, with nothing between that narrows it."""
    near = (number for number in numbers if 0 < number - at <= _MOST_BETWEEN + 1)
    return any(not any(map(_limits, said.words[at:number])) for number in near)


def _limits(word: str) -> bool:
    return word in EXCLUDING or bool(_LIMITING.fullmatch(word))


def _givers(said: _Said) -> frozenset[str]:
    """Return of whom leave is asked, in so many words."""
    places = [match.span("whom") for p in _GIVERS for match in p.finditer(said.text)]
    begin, end = said.sentence.span
    inside = (place for place in places if begin <= place[0] < end)
    return frozenset().union(*(_people(said.text, place) for place in inside))


def _people(text: str, span: Span) -> frozenset[str]:
    return terms_of(text[slice(*span)]) & people_terms()


@cache
def _terms(words: str) -> frozenset[str]:
    """Return words as terms; not at import, since reading the thesaurus takes half a second."""
    return terms_of(words)
