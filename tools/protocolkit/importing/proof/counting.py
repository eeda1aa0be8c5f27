"""Letters of a file against letters of what was made of it, part by part and in both directions.

Knows nothing of structure: neither order nor place nor meaning, only how often each visible
character stands where. So it does not make the mistakes that an extractor makes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from protocolkit.base.location import Location
from protocolkit.base.problems import Code, ProtocolkitError, problem
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source
from protocolkit.text.words import INVISIBLE

_QUOTED = 12


@dataclass(slots=True)
class Held:
    """What one part of a file holds: its pieces of text, in the order of the file."""

    pieces: list[str] = field(default_factory=list)

    def letters(self) -> Counter[str]:
        """Return how often each visible character stands in it."""
        return letters("".join(self.pieces))

    def words(self) -> list[str]:
        """Return its words, for a message."""
        return " ".join(self.pieces).split()


def letters(text: str) -> Counter[str]:
    """Return how often each visible character stands in a text."""
    return Counter("".join(text.translate(INVISIBLE).split()))


def prove(
    held: Mapping[str, Held],
    source: Source,
    location: Location,
    is_addition: Callable[[str], bool],
) -> None:
    """Raise when a character of a file is lost, or one that it does not hold was put in.

    ``held`` is what each part of the file holds, its main text under ""; ``is_addition`` tells
    whether a text that the extractor says it added is a list number or a sign between words.
    """
    made = _made(source)
    for name in {**held, **made}:
        wanted = held.get(name, Held())
        found = made.get(name, Held())
        lost = wanted.letters() - found.letters()
        if lost:
            _refuse(codes.WORDS_LOST, wanted, found, lost, location)
        put_in = found.letters() - wanted.letters()
        if put_in:
            _refuse(codes.WORDS_ADDED, found, wanted, put_in, location)
    added = {source.text[begin:end].strip() for begin, end in source.added}
    for text in added | {found.text.strip() for found in source.left_out if found.is_added}:
        if not is_addition(text):
            raise ProtocolkitError(problem(codes.WORDS_ADDED, location, words=text))


def _made(source: Source) -> dict[str, Held]:
    """Return what was made of each part: its text without what was added, and what was left out."""
    made: dict[str, Held] = {}
    starts = [(0, ""), *source.parts]
    ends = [*(begin for begin, _ in source.parts), len(source.text)]
    gaps = iter([*sorted(source.added), (len(source.text), len(source.text))])
    gap = next(gaps)
    for (begin, name), end in zip(starts, ends, strict=True):
        position = begin
        while gap[0] < end:
            made.setdefault(name, Held()).pieces.append(source.text[position : gap[0]])
            position = gap[1]
            gap = next(gaps)
        made.setdefault(name, Held()).pieces.append(source.text[position:end])
    for found in (one for one in source.left_out if not one.is_added):
        made.setdefault(found.part, Held()).pieces.append(found.text)
    return made


def _refuse(code: Code, more: Held, less: Held, surplus: Counter[str], location: Location) -> None:
    """Raise an error that quotes the words which one side has more of."""
    quoted = list(_surplus_words(more, less))[:_QUOTED] or ["".join(surplus.elements())[:80]]
    raise ProtocolkitError(problem(code, location, words=" ".join(quoted)))


def _surplus_words(more: Held, less: Held) -> Iterator[str]:
    there = Counter(less.words())
    for word in more.words():
        if there[word] > 0:
            there[word] -= 1
        else:
            yield word
