"""What a sentence has done first and what after that, and whether another has it the other way.

'Eerst X en daarna Y', 'X voordat Y', 'Y nadat X', 'Y pas als X', 'Na X volgt Y', and 'eerst X'
alone. Knows forms of words; what the sentences are about only by their terms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from protocolkit.norms.verbs import is_present
from protocolkit.relations.overlap import contained, is_one_matter
from protocolkit.relations.relation import Reason, ReasonKind, Side, Trait
from protocolkit.relations.sentence_parts import Sentence, terms_of
from protocolkit.text.late_patterns import late
from protocolkit.text.sentences import Span

_FIRST = late(r"\beerst\b", re.IGNORECASE)
_THEN = late(r"\b(?:pas\s+)?(?:daarna|vervolgens|dan)\b", re.IGNORECASE)
_BEFORE = late(r"\b(?:voordat|alvorens|voorafgaand\s+aan|vóór)\b", re.IGNORECASE)
_AFTER = late(
    r"\b(?:nadat|pas\s+(?:als|wanneer)|zodra"
    r"|(?:(?:pas|meteen|direct)\s+)?na(?:\s+afloop\s+van)?)\b",
    re.IGNORECASE,
)
_JOINT = late(r",|;|\ben\b|\bof\b", re.IGNORECASE)
_PART_END = late(r"[,;]|\ben\b|\bvoordat\b|\balvorens\b|$", re.IGNORECASE)
# The most signs between what joins two parts and 'daarna': 'en spreekt daarna'.
_REACH = 40
_LEAST_SHARED = 0.45


@dataclass(frozen=True, slots=True)
class _Turn:
    """What comes first and what after it, as terms; of 'eerst X' alone nothing comes after it."""

    first: frozenset[str]
    second: frozenset[str]
    span: Span


def other_order(two: tuple[Sentence, Sentence], sides: tuple[Side, Side]) -> Reason | None:
    """Return where two sentences on one matter have two things the other way round."""
    if not is_one_matter(*two):
        return None
    turns = [_turn(side.text, one.span) for one, side in zip(two, sides, strict=True)]
    one, other = turns
    if one is None or other is None or not one.second or not other.second:
        return None
    # what both have in one place says nothing of the order
    crossed = (
        (one.first - other.first) & (other.second - one.second),
        (one.second - other.second) & (other.first - one.first),
    )
    return _reason(one, other) if all(crossed) else None


def other_first(two: tuple[Sentence, Sentence], sides: tuple[Side, Side]) -> Reason | None:
    """Return where each of two sentences on one question has another thing done first."""
    turns = [_turn(side.text, one.span) for one, side in zip(two, sides, strict=True)]
    one, other = turns
    if one is None or other is None or one.second or other.second:
        return None
    rests = two[0].terms - one.first, two[1].terms - other.first
    is_other = bool(one.first and other.first) and one.first.isdisjoint(other.first)
    is_one = bool(rests[0] & rests[1]) and contained(*rests) >= _LEAST_SHARED
    return _reason(one, other) if is_other and is_one else None


def _reason(one: _Turn, other: _Turn) -> Reason:
    return Reason(
        kind=ReasonKind.WORDING, left=(one.span,), right=(other.span,), traits=Trait.ORDER
    )


@lru_cache(maxsize=4096)
def _turn(text: str, span: Span) -> _Turn | None:
    """Return the order in which a sentence has two things, or the one thing that it has first."""
    begin, end = span
    first, then = _FIRST.search(text, begin, end), _THEN.search(text, begin, end)
    if then and (first or then[0].lower().split()[-1] != "dan"):
        joints = [m.start() for m in _JOINT.finditer(text, begin, then.start())]
        near = [at for at in joints if then.start() - at <= _REACH]
        if near:
            shown = first.start() if first and first.start() < near[-1] else begin
            return _made(text, (begin, near[-1]), (near[-1], end), shown)
    for pattern, is_turned in ((_BEFORE, True), (_AFTER, False)):
        match = pattern.search(text, begin, end)
        if match is None:
            continue
        at = _end_of_part(text, match.end(), end) if match.start() == begin else end
        told = (match.end(), at)
        rest = (at, end) if match.start() == begin else (begin, match.start())
        return _made(text, rest, told) if is_turned else _made(text, told, rest)
    if first is None:
        return None
    stop = _PART_END.search(text, first.end(), end)
    thing = first.end(), stop.start() if stop else end
    return _Turn(terms_of(text[slice(*thing)]), frozenset(), (first.start(), thing[1]))


def _end_of_part(text: str, begin: int, end: int) -> int:
    """Return where what opens a sentence ends: at its comma, else before its verb."""
    comma = text.find(",", begin, end)
    if comma >= 0:
        return comma
    words = re.finditer(r"[^\W\d_]+", text[begin:end])
    next(words, None)
    verbs = (word.start() for word in words if is_present(word[0].lower()))
    return begin + next(verbs, 0)


def _made(text: str, first: Span, second: Span, begin: int | None = None) -> _Turn:
    """Return a turn of two parts; what is shown of it may ``begin`` later than they do."""
    shown = min(first[0], second[0]) if begin is None else begin
    said = text[shown : max(first[1], second[1])]
    shown += len(said) - len(said.lstrip())
    return _Turn(
        terms_of(text[slice(*first)]),
        terms_of(text[slice(*second)]),
        (shown, shown + len(said.strip().rstrip("."))),
    )
