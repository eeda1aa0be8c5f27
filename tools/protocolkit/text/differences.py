"""Where two word sequences differ: diff-match-patch over the tokens of words.md.

The only module that imports diff-match-patch. Deterministic: its clock is switched off. Where the
build of it in C++ is installed that does the work; it gives the same pieces
(``tests/text/test_differences.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from diff_match_patch import diff_match_patch

try:
    import fast_diff_match_patch
except ImportError:  # it is not built for every machine
    fast_diff_match_patch = None

from protocolkit.text.function_words import FUNCTION_WORDS
from protocolkit.text.words import tokens

_SIGNS = {"=": 0, "-": -1, "+": 1}
_Piece = tuple[int, int]
"""What becomes of so many words: equal (0), taken out (-1) or put in (1)."""

# Each different token gets a character of its own; surrogates cannot stand alone in text.
_FIRST_CHARACTER = 0x100
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where sequences differ: the words of either side, and where they begin (from 0)."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    old_start: int
    new_start: int


def word_differences(old: Sequence[str], new: Sequence[str]) -> tuple[Difference, ...]:
    """Return every place where two word sequences differ, in order; equal ones give none."""
    return _word_differences(tuple(old), tuple(new))


@lru_cache(maxsize=2048)
def _word_differences(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Difference, ...]:
    characters: dict[str, str] = {}
    texts = _encode(old, characters), _encode(new, characters)
    # Strings of C++ have no room for more on every machine.
    is_plain = len(characters) < _SURROGATES.start - _FIRST_CHARACTER
    pieces = fast_pieces(*texts) if is_plain and fast_diff_match_patch else plain_pieces(*texts)
    return tuple(_places(pieces, old, new))


def plain_pieces(old: str, new: str) -> list[_Piece]:
    """Return the pieces of two texts by the algorithm in Python, the judge of the other."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    return [(kind, len(text)) for kind, text in engine.diff_main(old, new, False)]


def fast_pieces(old: str, new: str) -> list[_Piece]:
    """Return the pieces of two texts by the algorithm in C++; it must be installed."""
    found = fast_diff_match_patch.diff(old, new, checklines=False, cleanup="No")
    return [(_SIGNS[sign], length) for sign, length in found]


class WordRunKind(Enum):
    """What happened to a run of words."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRun:
    """A run of words as it stands on either side; ``old`` is ``new`` where it is equal."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def kind(self) -> WordRunKind:
        """What happened to these words."""
        if self.old == self.new:
            return WordRunKind.EQUAL
        if not self.new:
            return WordRunKind.DELETED
        return WordRunKind.REPLACED if self.old else WordRunKind.INSERTED


def phrase_differences(
    old: Sequence[str], new: Sequence[str], units: Iterable[str] = ()
) -> tuple[WordRun, ...]:
    """Return two word sequences as runs that a reader sees as phrases, in order.

    The ``old`` words of all runs are the old sequence and the ``new`` ones the new sequence;
    equal runs and changed ones take turns. ``units`` are names: the words of one are never
    parted. Words that stand equal between two changes become part of one change when they carry
    nothing: at most two function words or stops, or fewer words than either change.
    """
    names = sorted({tokens(unit) for unit in units} - {()}, key=lambda name: (-len(name), name))
    olds, news = _in_units(old, names), _in_units(new, names)
    pieces = list(_unit_pieces(olds, news))
    while len(merged := _without_islands(pieces)) < len(pieces):
        pieces = merged
    return tuple(WordRun(old=_words(one), new=_words(other)) for one, other in _slid(pieces))


def exact_differences(old: Sequence[str], new: Sequence[str]) -> tuple[WordRun, ...]:
    """Return two word sequences as runs in which only words that differ are marked, in order.

    As :func:`phrase_differences`, but nothing that stands equal becomes part of a change. Swapping
    the sequences swaps the sides of the same runs: the algorithm, which finds other ones of as few
    words from the other side, always begins at the longer sequence.
    """
    one, other = _in_units(old, ()), _in_units(new, ())
    if _is_second(one, other):
        found = [(before, after) for after, before in _unit_pieces(other, one)]
    else:
        found = list(_unit_pieces(one, other))
    return tuple(WordRun(old=_words(one), new=_words(other)) for one, other in _slid(found))


_Unit = tuple[str, ...]
_Units = tuple[_Unit, ...]
_Pair = tuple[_Units, _Units]


def _is_second(one: _Units, other: _Units) -> bool:
    """Tell whether the algorithm begins at the other sequence, whichever of them is the old one.

    What follows a sign in a word decides last: the name of a note may tell its version.
    """
    if len(one) != len(other):
        return len(one) < len(other)
    return (_first_signs(one), one) < (_first_signs(other), other)


def _first_signs(units: _Units) -> list[str]:
    return [word if word[0].isalnum() else word[0] for unit in units for word in unit]


_STOPS = frozenset(".;:?!")
_MOST_ISLAND = 2


def _in_units(words: Sequence[str], names: Sequence[_Unit]) -> _Units:
    """Return words as units: a name's words together, any other word alone."""
    if not names:
        return tuple(zip(words, strict=True))
    made: list[_Unit] = []
    at = 0
    while at < len(words):
        name = next((n for n in names if tuple(words[at : at + len(n)]) == n), (words[at],))
        made.append(name)
        at += len(name)
    return tuple(made)


def _unit_pieces(old: _Units, new: _Units) -> Iterator[_Pair]:
    """Give equal and changed runs by turns."""
    at_old = at_new = 0
    ends = Difference(old=(), new=(), old_start=len(old), new_start=len(new))
    keys = {unit: "\0".join(unit) for unit in (*old, *new)}
    found = word_differences([keys[u] for u in old], [keys[u] for u in new])
    for place in (*found, ends):
        if at_old < place.old_start:
            yield old[at_old : place.old_start], new[at_new : place.new_start]
        at_old = place.old_start + len(place.old)
        at_new = place.new_start + len(place.new)
        if place is not ends:
            yield old[place.old_start : at_old], new[place.new_start : at_new]


def _without_islands(pieces: list[_Pair]) -> list[_Pair]:
    """Join two changes and what stands equal between them, where that is no anchor."""
    made: list[_Pair] = []
    joins = False
    for at, piece in enumerate(pieces):
        is_island = (
            0 < at < len(pieces) - 1
            and not _is_open(piece)
            and _is_island(piece[0], pieces[at - 1], pieces[at + 1])
        )
        if made and (is_island or joins):
            made[-1] = made[-1][0] + piece[0], made[-1][1] + piece[1]
        else:
            made.append(piece)
        joins = is_island
    return made


def _is_open(piece: _Pair) -> bool:
    return piece[0] != piece[1]


def _is_island(equal: _Units, before: _Pair, after: _Pair) -> bool:
    if len(equal) > _MOST_ISLAND:
        return False
    if all(len(unit) == 1 and _is_light(unit[0]) for unit in equal):
        return True
    smallest = min(max(map(len, before)), max(map(len, after)))
    return len(equal) < smallest - 1


def _is_light(word: str) -> bool:
    return word.lower() in FUNCTION_WORDS or (not word[0].isalnum() and word not in _STOPS)


def _slid(pieces: list[_Pair]) -> list[_Pair]:
    """Move what was only put in or taken out to where a phrase begins, if it can stand there.

    ``a, b`` became ``a, b, c``: the change is ``, c`` or ``b,``; the first reads better.
    """
    made = list(pieces)
    for at in range(1, len(made) - 1):
        before, change, after = made[at - 1 : at + 2]
        if _is_open(before) or _is_open(after) or (change[0] and change[1]):
            continue
        text = change[0] or change[1]
        lead, best, tail = max(_places_to_stand(before[0], text, after[0]), key=_phrase_score)
        if lead and tail:
            made[at - 1] = (lead, lead)
            made[at] = (best, ()) if change[0] else ((), best)
            made[at + 1] = (tail, tail)
    return made


def _places_to_stand(
    before: _Units, change: _Units, after: _Units
) -> Iterator[tuple[_Units, _Units, _Units]]:
    yield before, change, after
    lead, moved, tail = before, change, after
    while len(lead) > 1 and lead[-1] == moved[-1]:
        lead, moved, tail = lead[:-1], (lead[-1], *moved[:-1]), (moved[-1], *tail)
        yield lead, moved, tail
    lead, moved, tail = before, change, after
    while len(tail) > 1 and moved[0] == tail[0]:
        lead, moved, tail = (*lead, moved[0]), (*moved[1:], tail[0]), tail[1:]
        yield lead, moved, tail


def _phrase_score(place: tuple[_Units, _Units, _Units]) -> int:
    lead, change, _ = place
    if change[-1][0] in _STOPS and lead[-1][0] in _STOPS:
        return 3
    if change[0][0] in {",", "(", "–"}:
        return 2
    return int(change[0][0].lower() in FUNCTION_WORDS)


def _words(units: _Units) -> tuple[str, ...]:
    return tuple(word for unit in units for word in unit)


def _places(pieces: list[_Piece], old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    at_old = at_new = begin_old = begin_new = 0
    for kind, length in [*pieces, (0, 0)]:
        if kind == 0:
            if (at_old, at_new) != (begin_old, begin_new):
                yield Difference(
                    old=tuple(old[begin_old:at_old]),
                    new=tuple(new[begin_new:at_new]),
                    old_start=begin_old,
                    new_start=begin_new,
                )
            at_old, at_new = at_old + length, at_new + length
            begin_old, begin_new = at_old, at_new
        elif kind < 0:
            at_old += length
        else:
            at_new += length


def _encode(words: Sequence[str], characters: dict[str, str]) -> str:
    for word in words:
        if word not in characters:
            code = _FIRST_CHARACTER + len(characters)
            characters[word] = chr(code + len(_SURROGATES) if code >= _SURROGATES.start else code)
    return "".join(characters[word] for word in words)
