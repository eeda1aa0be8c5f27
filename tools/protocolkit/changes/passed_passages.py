"""Where a passage went that left one clause and came into another, word for word.

Its words count as what they are, removed there and added here; a reader is told that they are the
same ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_set import Change
from protocolkit.changes.pieces import Piece, PieceKind
from protocolkit.changes.spelling import spelled
from protocolkit.document.richtext import RichText, plain
from protocolkit.text.words import tokens, word_spans

WENT = mark("a passage went to {place}")
CAME = mark("a passage comes from {place}")
# With fewer words two clauses say the same by chance; a whole sentence may have some fewer.
_LEAST, _SENTENCE = 8, 5
_WHOLE = re.compile(r"\s*[A-ZÀ-Þ„“‘'\"].*[.!?]\s*", re.DOTALL)

Passed = Mapping[int, tuple[str, ...]]
"""What is told of the changes that a passage passed between, by their place in the list."""


@dataclass(frozen=True, slots=True)
class PassedWords:
    """Where in one side of a piece words stand that passed, and the label of the other place."""

    begin: int
    end: int
    place: str


PassedIn = Mapping[tuple[int, bool], PassedWords]
"""The words that passed, by the id of their piece and whether they stand in its old side."""


@dataclass(frozen=True, slots=True)
class _Long:
    """A long side of a piece, its words without signs; ``at`` is the place of its change.

    ``is_passage`` tells that it is long enough to be known again where it stands now.
    """

    at: int
    label: str
    words: tuple[str, ...]
    piece: Piece
    is_passage: bool


def passed_passages(changes: Sequence[Change], translate: Translate) -> Passed:
    """Return of each change to where passages went, and from where they came."""
    told: dict[int, dict[str, None]] = defaultdict(dict)
    for went, came in _passed(changes):
        told[went.at][translate(WENT).format(place=came.label)] = None
        told[came.at][translate(CAME).format(place=went.label)] = None
    return {at: tuple(said) for at, said in told.items()}


def passed_words(changes: Sequence[Change]) -> PassedIn:
    """Return where the words of passages stand that went, and where those that came."""
    found: dict[tuple[int, bool], PassedWords] = {}
    for went, came in _passed(changes):
        shared = min(went.words, came.words, key=len)
        for one, other, is_old in ((went, came, True), (came, went, False)):
            text = spelled(one.piece.old if is_old else one.piece.new)
            begin, end = _span(text, shared)
            found.setdefault((id(one.piece), is_old), PassedWords(begin, end, other.label))
    return found


def _span(text: str, words: tuple[str, ...]) -> tuple[int, int]:
    """Return where words that a text has begin and end in it, with the signs after the last."""
    spans = [span for span in word_spans(text) if _is_word(span[0])]
    said = tuple(word for word, _, _ in spans)
    first = next(at for at in range(len(said)) if said[at : at + len(words)] == words)
    last = first + len(words)
    begin = spans[first][1] if first else 0
    return begin, spans[last][1] if last < len(spans) else len(text)


def _passed(changes: Sequence[Change]) -> Iterator[tuple[_Long, _Long]]:
    gone, come = (list(_long(changes, is_old=is_old)) for is_old in (True, False))
    for went, came in _beginning_alike(gone, come):
        part, whole = sorted((went, came), key=lambda one: len(one.words))
        if went.at != came.at and part.is_passage and _is_part(part.words, whole.words):
            yield went, came


def _beginning_alike(gone: Sequence[_Long], come: Sequence[_Long]) -> Iterator[tuple[_Long, _Long]]:
    """Yield the pairs of which one has the first words of the other, of very many few."""
    begin: dict[tuple[str, ...], list[int]] = defaultdict(list)
    hold: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, came in enumerate(come):
        begin[came.words[:_SENTENCE]].append(number)
        for words in _stretches(came.words):
            hold[words].append(number)
    for went in gone:
        found = {*hold.get(went.words[:_SENTENCE], ())}
        found.update(at for words in _stretches(went.words) for at in begin.get(words, ()))
        yield from ((went, come[at]) for at in sorted(found))


def _stretches(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + _SENTENCE] for at in range(len(words) - _SENTENCE + 1))


def _is_part(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _long(changes: Iterable[Change], *, is_old: bool) -> Iterator[_Long]:
    """Yield each long passage that went or came, and where that is told."""
    for at, change in enumerate(changes):
        label = change.old_label if is_old else change.new_label
        for piece in change.pieces if label else ():
            if piece.kind is PieceKind.CHANGED:
                side = piece.old if is_old else piece.new
                words = _words(side)
                if len(words) >= _SENTENCE:
                    is_passage = len(words) >= _LEAST or bool(_WHOLE.fullmatch(plain(side)))
                    yield _Long(at, label, words, piece, is_passage)


def _words(rich: RichText) -> tuple[str, ...]:
    return tuple(filter(_is_word, tokens(plain(rich))))


def _is_word(token: str) -> bool:
    return any(map(str.isalnum, token))
