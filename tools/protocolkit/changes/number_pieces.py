"""Text whose own words have its number: 'Bijlage 1 Route' that became 'Bijlage 2 Route'.

A heading or lid may have its number before its words in one version and in them in the other:
'A Vooraf' that became '1 Vooraf' counts in another way and says the same.
"""

from __future__ import annotations

from protocolkit.changes.change_set import Pair
from protocolkit.changes.own_numbers import OwnNumbers, is_own_unit, number_in_words
from protocolkit.changes.pieces import Piece, PieceKind, consequential, pieces_between, whole
from protocolkit.changes.spelling import MARK, cut, spelled
from protocolkit.changes.units import Unit


def with_own_number(pair: Pair, numbers: tuple[OwnNumbers, OwnNumbers]) -> tuple[Piece, ...]:
    """Return the pieces of a heading or lid, what its number became told as following.

    The number and the sign behind it follow; other words count as ever. () where neither version
    has a number in its words, or one has no number at all.
    """
    old, new = pair.old, pair.new
    if not (old and new) or pair.goes_on or old.item is not new.item:
        return ()
    if MARK in old.spelled + new.spelled:
        return ()
    ends = _end(old), _end(new)
    if ends[0] is None or ends[1] is None or not any(ends) or _word(old) != _word(new):
        return ()
    if not _counts(old, new, numbers):
        return ()
    heads = whole(cut(old.text, 0, ends[0]), {}), whole(cut(new.text, 0, ends[1]), {})
    rest = (
        whole(cut(old.text, ends[0], len(old.spelled)), {}),
        whole(cut(new.text, ends[1], len(new.spelled)), {}),
    )
    return (*map(consequential, pieces_between(*heads)), *pieces_between(*rest))


def _end(unit: Unit) -> int | None:
    """Return where the number in the words of a text ends, 0 for one before them; None for none."""
    if not is_own_unit(unit):
        return None
    if unit.marker:
        return 0 if any(map(str.isalnum, unit.marker)) else None
    number = number_in_words(unit)
    return number.end if number else None


def _word(unit: Unit) -> str:
    number = number_in_words(unit)
    return number.word if number else ""


def _counts(old: Unit, new: Unit, numbers: tuple[OwnNumbers, OwnNumbers]) -> bool:
    """Tell whether a number that is one only in a series counts with others.

    A letter alone has to in either version that has it: 'A Begin' that became 'B Begin' between
    headings without letters says something else. Another number may have lost its neighbours.
    """
    found = [number_in_words(unit) for unit in (old, new)]
    if not any(number and number.needs_series for number in found):
        return True
    in_series = [own.has(unit.anchor) for own, unit in zip(numbers, (old, new), strict=True)]
    are_letters = [bool(n and n.start and n.start.style.is_letters) for n in found]
    if any(are_letters):
        return all(
            known or not letter for known, letter in zip(in_series, are_letters, strict=True)
        )
    return any(in_series)


def is_number_alone(pair: Pair) -> bool:
    """Tell whether what differs in a text is its own number: 'Bijlage 2', now 'Bijlage 3'."""
    at_old = at_new = 0
    ends = [_end(unit) if unit else None for unit in (pair.old, pair.new)]
    for piece in pair.pieces:
        at_old, at_new = at_old + len(spelled(piece.old)), at_new + len(spelled(piece.new))
        if piece.kind.has_same_text:
            continue
        is_within = (
            ends[0] is not None
            and ends[1] is not None
            and (at_old <= ends[0] and at_new <= ends[1])
        )
        if piece.kind is not PieceKind.CONSEQUENTIAL or not is_within:
            return False
    return True
