"""What changed in a text, word by word: pieces that together are the whole old and the whole new.

Only words that differ are marked. Spaces stay with the words that they stand between, so that the
old sides of all pieces are the old text and the new sides the new one, sign by sign.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.changes.spelling import MARK, cut, mark_labels, spelled
from protocolkit.document.richtext import RichText, plain
from protocolkit.text.differences import exact_differences
from protocolkit.text.whole_numbers import number_spans
from protocolkit.text.words import tokens


class PieceKind(Enum):
    """What happened to a piece of a text.

    ``CONSEQUENTIAL`` is what changed only because something else did: a number in a reference, the
    day in a status line. It is shown and not counted. ``SPACING`` is where only spaces beside a
    sign came or went, or a hyphen became one that does not break, so that the same letters make
    other words: 'wel/niet' and 'wel / niet'.
    """

    EQUAL = "equal"
    CHANGED = "changed"
    CONSEQUENTIAL = "consequential"
    SPACING = "spacing"

    @property
    def has_same_text(self) -> bool:
        """Whether both sides say the same, with other spaces and markup at most."""
        return self in (PieceKind.EQUAL, PieceKind.SPACING)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words as it stands on either side; one side of what was added or removed is empty.

    An equal piece has the same words on both sides; markup and white space may differ.
    """

    old: RichText
    new: RichText
    kind: PieceKind

    @property
    def removed_words(self) -> int:
        """How many words were removed here; marks of notes are no words."""
        return len(tokens(plain(self.old))) if self.kind is PieceKind.CHANGED else 0

    @property
    def added_words(self) -> int:
        """How many words were added here."""
        return len(tokens(plain(self.new))) if self.kind is PieceKind.CHANGED else 0


def consequential(piece: Piece) -> Piece:
    """Return a piece that changed as one that only follows from another change."""
    return (
        replace(piece, kind=PieceKind.CONSEQUENTIAL) if piece.kind is PieceKind.CHANGED else piece
    )


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, or the mark of a note, and where it stands in the spelled text."""

    key: str
    begin: int
    end: int


def words_of(text: RichText, notes: Mapping[str, str]) -> tuple[Word, ...]:
    """Return the words and marks of a text; ``notes`` gives the name by which a note is known.

    A number is one word, with the comma or colon inside it: nobody reads half an amount.
    """
    whole = spelled(text)
    found = [Word(word, begin, end) for word, begin, end in number_spans(whole)]
    if MARK not in whole:
        return tuple(found)
    places = (at for at, sign in enumerate(whole) if sign == MARK)
    for at, label in zip(places, mark_labels(text), strict=True):
        found.append(Word(f"{MARK}{notes.get(label, label)}", at, at + 1))
    return tuple(sorted(found, key=lambda word: word.begin))


@dataclass(frozen=True, slots=True)
class TextPart:
    """Part of a text: its words, and where it begins and ends in the spelled text."""

    text: RichText
    words: tuple[Word, ...]
    begin: int
    end: int


def whole(text: RichText, notes: Mapping[str, str]) -> TextPart:
    """Return a whole text as one part."""
    return TextPart(text, words_of(text, notes), 0, len(spelled(text)))


NOTHING = TextPart((), (), 0, 0)


def pieces_between(old: TextPart, new: TextPart) -> tuple[Piece, ...]:
    """Return how one part of a text became another; equal and changed pieces take turns."""
    runs = exact_differences([w.key for w in old.words], [w.key for w in new.words])
    if not runs:
        return _without_words(old, new)
    is_equal = [run.old == run.new for run in runs]
    olds = _spans(old, [len(run.old) for run in runs])
    news = _spans(new, [len(run.new) for run in runs])
    for at, equal in enumerate(is_equal):
        if not equal:
            _share_spaces(olds, news, at)
    _close(olds, old)
    _close(news, new)
    return tuple(
        Piece(
            old=cut(old.text, *one) if one else (),
            new=cut(new.text, *other) if other else (),
            kind=PieceKind.EQUAL if equal else PieceKind.CHANGED,
        )
        for one, other, equal in zip(olds, news, is_equal, strict=True)
    )


_Span = tuple[int, int]
_Spans = list[_Span | None]


def _without_words(old: TextPart, new: TextPart) -> tuple[Piece, ...]:
    """Return what is left where neither side has a word: white space, if anything."""
    one, other = cut(old.text, old.begin, old.end), cut(new.text, new.begin, new.end)
    return (Piece(one, other, PieceKind.EQUAL),) if one or other else ()


def _spans(part: TextPart, counts: Sequence[int]) -> _Spans:
    """Return where each run stands, without the spaces around it; None where it has no words."""
    found: _Spans = []
    at = 0
    for count in counts:
        words = part.words[at : at + count]
        found.append((words[0].begin, words[-1].end) if words else None)
        at += count
    return found


def _share_spaces(olds: _Spans, news: _Spans, at: int) -> None:
    """Give the spaces around a change to it or to what stands equal beside it.

    Beside what was only added or removed, the equal pieces keep the space that both sides have.
    """
    for here, there in ((olds, news), (news, olds)):
        if here[at] is None:
            continue
        if there[at] is not None:
            _extend(here, at - 1, at)
            _extend_back(here, at, at + 1)
        else:
            _share_one_sided(here, there, at)


def _share_one_sided(here: _Spans, there: _Spans, at: int) -> None:
    is_first, is_last = at == 0, at == len(here) - 1
    if is_first or is_last:
        if not is_last:
            _extend(here, at, at + 1)
        if not is_first:
            _extend_back(here, at - 1, at)
        return
    between = _gap(there, at - 1, at + 1)
    if between == _gap(here, at - 1, at):
        _extend(here, at - 1, at)
        _extend(here, at, at + 1)
        _extend(there, at - 1, at + 1)
    else:
        is_after = between == _gap(here, at, at + 1)
        (_extend_back if is_after else _extend)(here, at - 1, at)
        _extend_back(here, at, at + 1)
        _extend_back(there, at - 1, at + 1)


def _gap(spans: _Spans, before: int, after: int) -> int:
    one, other = spans[before], spans[after]
    return other[0] - one[1] if one and other else 0


def _extend(spans: _Spans, at: int, to: int) -> None:
    """Let a run reach to the beginning of a later one."""
    if at >= 0 and to < len(spans) and (one := spans[at]) and (other := spans[to]):
        spans[at] = one[0], other[0]


def _extend_back(spans: _Spans, before: int, at: int) -> None:
    """Let a run begin where an earlier one ends."""
    if before >= 0 and at < len(spans) and (one := spans[before]) and (other := spans[at]):
        spans[at] = one[1], other[1]


def _close(spans: _Spans, part: TextPart) -> None:
    """Give the spaces at both ends of a part to its first and its last run with words."""
    filled = [at for at, span in enumerate(spans) if span]
    if not filled:
        spans[0] = (part.begin, part.end) if part.begin < part.end else None
        return
    first, last = filled[0], filled[-1]
    spans[first] = part.begin, spans[first][1]  # type: ignore[index]
    spans[last] = spans[last][0], part.end  # type: ignore[index]
