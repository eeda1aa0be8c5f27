"""What is shown and not counted: numbers in references, status lines, a space beside a sign.

'zie artikel 5' that became 'zie artikel 6' is no change of its own when the article that it leads
to is the same one with another number; nor is 'b.de school' that became 'b. de school'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolkit.changes.change_set import Pair
from protocolkit.changes.correspondence import Group
from protocolkit.changes.listed_references import (
    Answers,
    Listed,
    Target,
    has_same_words,
    listed_references,
    with_listed,
)
from protocolkit.changes.number_pieces import with_own_number
from protocolkit.changes.own_numbers import (
    Citations,
    OwnNumbers,
    is_change_of_words,
    numbers_in,
)
from protocolkit.changes.pieces import Piece, PieceKind, consequential
from protocolkit.changes.reference_places import LinkEnd, LinkEnds, places_of, references_of
from protocolkit.changes.spelling import spelled
from protocolkit.changes.units import Item, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import RichText, plain
from protocolkit.references.citations import ordinal_number
from protocolkit.text.heading_numbers import counting_words_in
from protocolkit.text.numbers import read_number
from protocolkit.text.words import tokens

_PARAGRAPH = UnitKind.PARAGRAPH
_WITH_FIGURE_OR_RANK = re.compile(r"\d|(?:de|ste)$")
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT = 4
# They look alike, though the words law has one of them inside a word and the others apart.
_HYPHENS = dict.fromkeys((0x2010, 0x2011), "-")
_BESIDE_SIGN = re.compile(r"(?<=[^\w\s]) | (?=[^\w\s])")
_Targets = Mapping[tuple[str, str], tuple[frozenset[str], frozenset[str]]]
"""Anchors of a place that got another number, with the numbers by which it is cited."""


def with_consequences(old: Protocol, new: Protocol, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return groups whose pieces tell what is only consequential from what changed."""
    sides = (
        [item for group in groups for item in group.old],
        [item for group in groups for item in group.new],
    )
    olds: LinkEnds = defaultdict(list)
    news: LinkEnds = defaultdict(list)
    same: _Targets = {}
    # Looking for references takes longer than all the rest, and most edits change none.
    if any(
        _could_list(piece) or _could_refer(piece)
        for group in groups
        for p in group.pairs
        for piece in p.pieces
    ):
        answers = Answers(_answers(groups))
        citations = Citations(sides[0]), Citations(sides[1])
        groups = _with_lists(old, new, groups, sides, (citations, answers))
        olds, news = references_of(old, sides[0]), references_of(new, sides[1])
        same = _renumbered_targets(answers, *citations)
    numbers = OwnNumbers(sides[0]), OwnNumbers(sides[1])
    return tuple(_numbered(_shown(group, (olds, news), same, numbers), numbers) for group in groups)


def _numbered(group: Group, numbers: tuple[OwnNumbers, OwnNumbers]) -> Group:
    """Return a group whose pairs tell which of their markers is a word that changed."""
    olds = {item.order: item for item in group.old}
    news = {item.order: item for item in group.new}
    pairs = tuple(
        replace(pair, has_word_marker=True)
        if (pair.stands_otherwise and not _has_number_of_item(pair))
        or _changed_a_word(pair, olds.get(_order(pair.old)), news.get(_order(pair.new)), numbers)
        else pair
        for pair in group.pairs
    )
    return replace(group, pairs=pairs)


def _has_number_of_item(pair: Pair) -> bool:
    """Tell whether a text begins its clause in either version: it is counted with the clauses."""
    sides = [unit for unit in (pair.old, pair.new) if unit]
    return any(unit.kind is _PARAGRAPH and not any(unit.path) for unit in sides)


def _changed_a_word(
    pair: Pair, old: Item | None, new: Item | None, numbers: tuple[OwnNumbers, OwnNumbers]
) -> bool:
    if old is None or new is None or pair.goes_on or old.marker == new.marker:
        return False
    is_other_space = _is_spacing(f"{old.marker} {old.text}", f"{new.marker} {new.text}")
    return not is_other_space and is_change_of_words(old, new, *numbers)


def _could_refer(piece: Piece) -> bool:
    """Tell whether a piece could be the number in a reference: '5', 'tweede', 'b', 'IV'."""
    if piece.kind is not PieceKind.CHANGED or not (piece.old and piece.new):
        return False
    return all(map(_is_of_reference, _words(piece)))


def _words(piece: Piece) -> list[str]:
    return [*tokens(plain(piece.old)), *tokens(plain(piece.new))]


def _is_of_reference(word: str) -> bool:
    return len(word) <= _SHORT or _is_numeral(word)


def _could_list(piece: Piece) -> bool:
    """Tell whether a piece could be part of a list of numbers: 'eerste en', ', 1.3', 'b', '§'."""
    if piece.kind is not PieceKind.CHANGED:
        return False
    words = _words(piece)
    return all(map(_is_of_reference, words)) and any(map(_is_numeral, words))


def _is_numeral(word: str) -> bool:
    is_number = _WITH_FIGURE_OR_RANK.search(word) or read_number(word)
    return bool(is_number or counting_words_in(word))


def _with_lists(
    old: Protocol,
    new: Protocol,
    groups: Sequence[Group],
    sides: tuple[Sequence[Item], Sequence[Item]],
    known: tuple[tuple[Citations, Citations], Answers],
) -> tuple[Group, ...]:
    """Return groups in which references that lead to the same places are told as a whole."""
    changed = [p for group in groups for p in group.pairs if any(map(_could_list, p.pieces))]
    orders = {unit.order for pair in changed for unit in (pair.old, pair.new) if unit}
    citations, answers = known
    olds, news = (
        listed_references(
            protocol,
            {k: one for k, one in places_of(items).items() if one.order in orders},
            items,
            cited,
        )
        for protocol, items, cited in zip((old, new), sides, citations, strict=True)
    )
    if not (olds and news):
        return tuple(groups)
    return tuple(
        replace(group, pairs=tuple(_listed(pair, olds, news, answers) for pair in group.pairs))
        for group in groups
    )


def _listed(
    pair: Pair,
    olds: Mapping[int, Sequence[Listed]],
    news: Mapping[int, Sequence[Listed]],
    answers: Answers,
) -> Pair:
    if pair.old is None or pair.new is None or not any(map(_could_list, pair.pieces)):
        return pair
    texts = (
        ("".join(spelled(p.old) for p in pair.pieces), pair.old.spelled),
        (
            "".join(spelled(p.new) for p in pair.pieces),
            pair.new.spelled,
        ),
    )
    if any(said != whole for said, whole in texts):
        return pair
    found = olds.get(pair.old.order, ()), news.get(pair.new.order, ())
    return replace(pair, pieces=with_listed(pair.pieces, *found, answers))


def is_status(pair: Pair) -> bool:
    """Tell whether a pair is a status line on each side where it stands."""
    return all(unit.is_status for unit in (pair.old, pair.new) if unit)


def _shown(
    group: Group,
    ends: tuple[LinkEnds, LinkEnds],
    same: _Targets,
    numbers: tuple[OwnNumbers, OwnNumbers],
) -> Group:
    olds, news = ends
    pairs = []
    old_ends: dict[int, int] = defaultdict(int)
    new_ends: dict[int, int] = defaultdict(int)
    for pair in group.pairs:
        one, other = _order(pair.old), _order(pair.new)
        if all(piece.kind is PieceKind.EQUAL for piece in pair.pieces):
            pieces = pair.pieces
        elif is_status(pair):
            pieces = tuple(consequential(piece) for piece in pair.pieces)
        elif numbered := with_own_number(pair, numbers):
            pieces = numbered
        else:
            found = _told(
                pair.pieces, (old_ends[one], new_ends[other]), (olds[one], news[other]), same
            )
            pieces = _with_spacing(pair, tuple(found))
        old_ends[one] += sum(len(spelled(piece.old)) for piece in pieces)
        new_ends[other] += sum(len(spelled(piece.new)) for piece in pieces)
        pairs.append(pair if pieces is pair.pieces else replace(pair, pieces=pieces))
    return replace(group, pairs=tuple(pairs))


def _order(unit: Unit | None) -> int:
    return unit.order if unit else -1


def _told(
    pieces: Iterable[Piece],
    begins: tuple[int, int],
    places: tuple[Sequence[LinkEnd], Sequence[LinkEnd]],
    same: _Targets,
) -> Iterator[Piece]:
    """Yield pieces, those inside a reference to the same text as consequential."""
    at_old, at_new = begins
    for piece in pieces:
        old_end, new_end = at_old + len(spelled(piece.old)), at_new + len(spelled(piece.new))
        olds = {target for begin, end, target in places[0] if begin <= at_old and old_end <= end}
        news = {target for begin, end, target in places[1] if begin <= at_new and new_end <= end}
        cited = [same[one, other] for one in olds for other in news if (one, other) in same]
        follows = any(_follows(piece, *numbers) for numbers in cited)
        yield consequential(piece) if follows else piece
        at_old, at_new = old_end, new_end


def _follows(piece: Piece, old: frozenset[str], new: frozenset[str]) -> bool:
    """Tell whether a piece of a reference is the number that its place had, and has now."""
    said = _numbers_said(piece.old), _numbers_said(piece.new)
    is_number = _could_refer(piece) and has_same_words(piece.old, piece.new)
    return is_number and said[0] <= old and said[1] <= new


def _numbers_said(text: RichText) -> frozenset[str]:
    said = plain(text)
    return numbers_in(said) | frozenset(filter(None, map(ordinal_number, _LETTERS.findall(said))))


def _with_spacing(pair: Pair, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces, told apart where only a space by a sign or by a marker came or went."""
    markers = [unit.marker if unit and not pair.goes_on else "" for unit in (pair.old, pair.new)]
    made = []
    for at, piece in enumerate(pieces):
        old, new = spelled(piece.old), spelled(piece.new)
        if piece.kind is PieceKind.CHANGED and _is_spacing(old, new):
            made.append(replace(piece, kind=PieceKind.SPACING))
        elif at == 0 and _is_spacing(f"{markers[0]} {old}", f"{markers[1]} {new}"):
            made.append(consequential(piece))
        else:
            made.append(piece)
    return tuple(made)


def _is_spacing(old: str, new: str) -> bool:
    """Tell whether two texts differ only in spaces beside a sign, 'p.de' and 'p. de', or hyphens.

    A space between two letters or two figures parts words: 'te kort' is not 'tekort'. What is
    spelled alike differs in something else: a mark that calls another note.
    """
    return old != new and _tight(old) == _tight(new) != ""


def _tight(text: str) -> str:
    """Return a text without the spaces that stand beside a sign, all hyphens of one kind."""
    return _BESIDE_SIGN.sub("", " ".join(text.translate(_HYPHENS).split()))


def _renumbered_targets(answers: Answers, olds: Citations, news: Citations) -> _Targets:
    """Return the anchors that lead to the same text under another number, those of points too."""
    return {
        (one, other): (numbers_in(olds.of(one)), numbers_in(news.of(other)))
        for one, other in answers.anchors
        if olds.of(one) != news.of(other)
    }


def _answers(groups: Iterable[Group]) -> Iterator[tuple[Target, Target]]:
    """Yield the places of both versions that answer each other: anchors, and points by order."""
    for group in groups:
        yield from ((one.anchor, other.anchor) for one in group.old for other in group.new)
        for pair in group.pairs:
            if pair.old and pair.new:
                if pair.old.point and pair.new.point:
                    yield pair.old.point, pair.new.point
                if pair.old.kind is pair.new.kind is UnitKind.POINT:
                    yield pair.old.order, pair.new.order
