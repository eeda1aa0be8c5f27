"""Whether a change that the officer calls one of wording only is that, by the relations.

They do not see all: another noun may be another rule. So nobody else makes the claim their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_set import Change, ChangeSet, Version
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.units import Unit
from protocolkit.document.names import names_of
from protocolkit.document.richtext import plain
from protocolkit.norms.recognise import recognise
from protocolkit.relations.compare_clauses import compare
from protocolkit.relations.explain import ONLY_LEFT, ONLY_RIGHT, explain, is_clock_time
from protocolkit.relations.quantities import bare_terms
from protocolkit.relations.relation import Reason, ReasonKind, Side, Trait
from protocolkit.was_wordt.changed_places import are_parts_in_other_order, changed_places
from protocolkit.was_wordt.one_sided_words import one_sided_words
from protocolkit.was_wordt.rule_words import RuleWordKind, other_rule_words
from protocolkit.was_wordt.same_said import said_alike
from protocolkit.was_wordt.swapped_roles import swapped_roles

CHANGES_TOO: dict[ReasonKind, Marked] = {
    ReasonKind.MODALITY: mark("the kind of rule changes"),
    ReasonKind.ACTOR: mark("it is about other people"),
    ReasonKind.AUDIENCE: mark("it is for others"),
    ReasonKind.AGE: mark("the age changes"),
    ReasonKind.NUMBER: mark("a number changes"),
    ReasonKind.TERM: mark("the term changes"),
    ReasonKind.AMOUNT: mark("the amount changes"),
    ReasonKind.FREQUENCY: mark("how often changes"),
    ReasonKind.CONDITION_ADDED: mark("a condition is added"),
    ReasonKind.CONDITION_DROPPED: mark("a condition goes"),
    ReasonKind.DUTY_ADDED: mark("a rule is added"),
    ReasonKind.DUTY_DROPPED: mark("a rule goes"),
    ReasonKind.SANCTION_ADDED: mark("a sanction is added"),
    ReasonKind.SANCTION_DROPPED: mark("a sanction goes"),
    ReasonKind.SCOPE: mark("one text says more than the other"),
    ReasonKind.WORDING: mark("the words differ too much to be sure of that"),
}
_RULE_WORDS: dict[RuleWordKind, Marked] = {
    RuleWordKind.RIGHT: mark("a right becomes another right"),
    RuleWordKind.QUANTIFIER: mark("for how many, or how often, it holds may change"),
    RuleWordKind.JOINING: mark("'and' becomes 'or', or the other way round"),
    RuleWordKind.TIME: mark("when it holds, or for how long, may change"),
    RuleWordKind.PLACE: mark("where it holds may change"),
    RuleWordKind.RANGE: mark("up to where it holds may change"),
}
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SANCTIONS = {ReasonKind.SANCTION_ADDED, ReasonKind.SANCTION_DROPPED}
SANCTION_TOO = mark("the sanction becomes another one")
OPPOSITE_TOO = mark("the rule becomes the opposite")
TIME_TOO = mark("the time of the day changes")
ONE_SIDED = mark("there is only one text here")
SOME_WORDS = mark("some words stand on one side only")
ROLES = mark("who does what may be the other way round")
ORDER = mark("what comes first may be the other way round")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a change is more than one of wording: as half a sentence, with the words that differ."""

    what: str
    shown: str = ""


def wording_doubt(change: Change, found: ChangeSet, translate: Translate) -> Doubt | None:
    """Return what speaks against a change being of wording only; None when nothing does."""
    if not change.old or not change.new:
        return Doubt(translate(ONE_SIDED))
    left = side_of(change, found.old, is_old=True)
    right = side_of(change, found.new, is_old=False, beside=left.text)
    judgement = compare(left, right)
    kinds = [reason.kind for reason in judgement.reasons]
    is_order = bool(kinds) and Trait.ORDER in judgement.reasons[0].traits
    is_near = set(kinds) == {ReasonKind.WORDING} and not is_order
    if judgement.relation.is_same_rule or is_near:
        doubt = (
            _doubt_of_pieces(change, translate)
            or _doubt_of_terms(left, right, translate)
            or _doubt_of_words(left, right, translate)
            or _doubt_of_roles(left, right, translate)
            or _doubt_of_one_side(left, right, translate)
        )
        if doubt or judgement.relation.is_same_rule:
            return doubt
    what = CHANGES_TOO[kinds[0]] if kinds else CHANGES_TOO[ReasonKind.WORDING]
    if judgement.relation.is_contrary:
        what = OPPOSITE_TOO if kinds[:1] in ([], [ReasonKind.MODALITY]) else what
    texts = (left.text, right.text)
    if set(kinds[:2]) == _SANCTIONS:
        return Doubt(translate(SANCTION_TOO), _other_words(judgement.reasons[:2], texts))
    if kinds and is_clock_time(judgement.reasons[0], texts):
        what = TIME_TOO
    elif is_order:
        what = ORDER
    numbers = _other_numbers(texts) if kinds[:1] == [ReasonKind.NUMBER] else ([], [])
    if any(numbers):
        return Doubt(translate(what), _both_sides(*numbers, translate))
    shown = explain(judgement.reasons[0], translate, texts) if judgement.reasons else ""
    return Doubt(translate(what), shown)


def _doubt_of_pieces(change: Change, translate: Translate) -> Doubt | None:
    """Return what the words that changed show: a point that came or went, another number."""
    if len(change.old) == len(change.new):
        for pair in change.pairs:
            unit = (pair.old or pair.new) if not (pair.old and pair.new) else None
            if unit is not None and (words := " ".join(plain(unit.text).split())):
                kind = ReasonKind.DUTY_DROPPED if pair.old else ReasonKind.DUTY_ADDED
                return Doubt(translate(CHANGES_TOO[kind]), f"{words}")
    for piece in change.pieces:
        old, new = (_NUMBER.findall(plain(side)) for side in (piece.old, piece.new))
        if piece.kind is PieceKind.CHANGED and old and new and old != new:
            shown = f"{', '.join(old)} / {', '.join(new)}."
            return Doubt(translate(CHANGES_TOO[ReasonKind.NUMBER]), shown)
    return None


def _other_numbers(texts: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Return the numbers that stand in one text more often than in the other, for either side."""
    ours, theirs = (Counter(_NUMBER.findall(text)) for text in texts)
    return list((ours - theirs).elements()), list((theirs - ours).elements())


def _other_words(reasons: Iterable[Reason], texts: tuple[str, str]) -> str:
    """Return the words that two reasons are about, those of the first text before the others."""
    sides: tuple[list[str], list[str]] = ([], [])
    for reason in reasons:
        for found, text, spans in zip(sides, texts, (reason.left, reason.right), strict=True):
            found += [text[begin:end] for begin, end in spans]
    return f"{', '.join(sides[0])} / {', '.join(sides[1])}."


def _doubt_of_terms(left: Side, right: Side, translate: Translate) -> Doubt | None:
    """Return that a time became another one, where nothing else says that it is a term."""
    ours, theirs = (
        {(unit, size): words for unit, size, words in bare_terms(side.text)}
        for side in (left, right)
    )
    gone = [words for key, words in ours.items() if key not in theirs]
    come = [words for key, words in theirs.items() if key not in ours]
    if not (gone and come):
        return None
    what = translate(CHANGES_TOO[ReasonKind.TERM])
    return Doubt(what, f"{', '.join(gone)} / {', '.join(come)}.")


def _doubt_of_words(left: Side, right: Side, translate: Translate) -> Doubt | None:
    """Return what small words show: another right, for all or not for all, 'and' that is 'or'."""
    for found in other_rule_words(left.text, right.text):
        shown = _both_sides(found.old, found.new, translate)
        return Doubt(translate(_RULE_WORDS[found.kind]), shown)
    return None


def _doubt_of_roles(left: Side, right: Side, translate: Translate) -> Doubt | None:
    """Return that two words took each other's place: who does what."""
    texts = (left.text, right.text)
    if are_parts_in_other_order(*texts):
        return None
    found = swapped_roles(*texts) or changed_places(*texts)
    return Doubt(translate(ROLES), f"{found[0]} / {found[1]}.") if found else None


def _doubt_of_one_side(left: Side, right: Side, translate: Translate) -> Doubt | None:
    """Return that words of weight stand on one side only, where nothing sharper is to be said."""
    ours, theirs = one_sided_words(left.text, right.text)
    if not (ours or theirs):
        return None
    return Doubt(translate(SOME_WORDS), _both_sides(ours, theirs, translate))


def _both_sides(old: Iterable[str], new: Iterable[str], translate: Translate) -> str:
    ours, theirs = ", ".join(old), ", ".join(new)
    if ours and theirs:
        return f"{ours} / {theirs}."
    where = ONLY_LEFT if ours else ONLY_RIGHT
    return f"{translate(where).format(words=ours or theirs)}."


def side_of(change: Change, version: Version, *, is_old: bool, beside: str = "") -> Side:
    """Return one side of a change as the relations compare it.

    What it says in the other one's words, ``beside``, is written as it is there.
    """
    units = (pair.old if is_old else pair.new for pair in change.pairs)
    text = said_alike("\n".join(plain(unit.text) for unit in _each_once(units)), beside)
    names = names_of(version.protocol)
    return Side(text=text, norms=recognise(text, names=names), names=names)


def _each_once(units: Iterable[Unit | None]) -> list[Unit]:
    """Return units in their order; one that was split stands in several pairs."""
    known = {unit.order: unit for unit in units if unit is not None}
    return [known[order] for order in sorted(known)]
