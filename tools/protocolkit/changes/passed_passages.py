"""Where a passage went that left one clause and came into another, word for word.

Its words count as what they are, removed there and added here; a reader is told that they are the
same ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from protocolkit.base.messages import Translate, mark
from protocolkit.changes.change_set import Change
from protocolkit.changes.pieces import PieceKind
from protocolkit.document.richtext import RichText, plain
from protocolkit.text.words import tokens

WENT = mark("a passage went to {place}")
CAME = mark("a passage comes from {place}")
# With fewer words two clauses say the same by chance.
_LEAST = 8

Passed = Mapping[int, tuple[str, ...]]
"""What is told of the changes that a passage passed between, by their place in the list."""


def passed_passages(changes: Sequence[Change], translate: Translate) -> Passed:
    """Return of each change to where passages went, and from where they came."""
    told: dict[int, dict[str, None]] = defaultdict(dict)
    for went, came in dict.fromkeys(_passed(changes)):
        old, new = changes[went].old_label, changes[came].new_label
        told[went][translate(WENT).format(place=new)] = None
        told[came][translate(CAME).format(place=old)] = None
    return {at: tuple(said) for at, said in told.items()}


def _passed(changes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    gone, come = (list(_long(changes, is_old=is_old)) for is_old in (True, False))
    for went, words in gone:
        for came, others in come:
            if went != came and (words in others or others in words):
                yield went, came


def _long(changes: Iterable[Change], *, is_old: bool) -> Iterator[tuple[int, str]]:
    """Yield each long passage that went or came, without its signs, and where that is told."""
    for at, change in enumerate(changes):
        if not (change.old_label if is_old else change.new_label):
            continue
        for piece in change.pieces:
            if piece.kind is PieceKind.CHANGED:
                words = _words(piece.old if is_old else piece.new)
                if len(words) >= _LEAST:
                    yield at, f" {' '.join(words)} "


def _words(rich: RichText) -> list[str]:
    return [word for word in tokens(plain(rich)) if any(map(str.isalnum, word))]
