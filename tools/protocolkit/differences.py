"""Where two word sequences differ: diff-match-patch over the tokens of words.md.

The only module that imports diff-match-patch. Deterministic: its clock is switched off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diff_match_patch import diff_match_patch

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
    characters: dict[str, str] = {}
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    pieces = engine.diff_main(_encode(old, characters), _encode(new, characters), False)
    return tuple(_places(pieces, old, new))


def _places(
    pieces: list[tuple[int, str]], old: Sequence[str], new: Sequence[str]
) -> Iterator[Difference]:
    at_old = at_new = begin_old = begin_new = 0
    for kind, text in [*pieces, (0, "")]:
        if kind == 0:
            if (at_old, at_new) != (begin_old, begin_new):
                yield Difference(
                    old=tuple(old[begin_old:at_old]),
                    new=tuple(new[begin_new:at_new]),
                    old_start=begin_old,
                    new_start=begin_new,
                )
            at_old, at_new = at_old + len(text), at_new + len(text)
            begin_old, begin_new = at_old, at_new
        elif kind < 0:
            at_old += len(text)
        else:
            at_new += len(text)


def _encode(words: Sequence[str], characters: dict[str, str]) -> str:
    for word in words:
        if word not in characters:
            code = _FIRST_CHARACTER + len(characters)
            characters[word] = chr(code + len(_SURROGATES) if code >= _SURROGATES.start else code)
    return "".join(characters[word] for word in words)
