"""A heading whose own words have its number: 'Bijlage 1 Route' that became 'Bijlage 2 Route'."""

from __future__ import annotations

from protocolkit.changes.change_set import Pair
from protocolkit.changes.pieces import Piece, consequential, pieces_between, whole
from protocolkit.changes.spelling import MARK, cut
from protocolkit.changes.units import ItemKind
from protocolkit.text.heading_numbers import heading_number


def with_heading_number(pair: Pair) -> tuple[Piece, ...]:
    """Return the pieces of a heading, what its number became told as following; () for any other.

    The number and the sign behind it follow; other words of the heading count as ever.
    """
    old, new = pair.old, pair.new
    if not (old and new) or not old.item is new.item is ItemKind.HEADING or pair.goes_on:
        return ()
    numbers = heading_number(old.spelled), heading_number(new.spelled)
    if not (numbers[0] and numbers[1]) or numbers[0].word != numbers[1].word:
        return ()
    if MARK in old.spelled + new.spelled:
        return ()
    ends = numbers[0].end, numbers[1].end
    heads = whole(cut(old.text, 0, ends[0]), {}), whole(cut(new.text, 0, ends[1]), {})
    rest = (
        whole(cut(old.text, ends[0], len(old.spelled)), {}),
        whole(cut(new.text, ends[1], len(new.spelled)), {}),
    )
    return (*map(consequential, pieces_between(*heads)), *pieces_between(*rest))
