"""Numbers with a sign inside as one word, where words are marked: amounts, parts, clock times.

``12,50`` is three tokens of the words law. A reader sees one number, and a change of half of it is
a change of all of it. Where the words of a text are counted or proved, its tokens stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from protocolkit.text.words import word_spans

WordSpan = tuple[str, int, int]
"""A word, and where it begins and ends in its text."""

_INSIDE = frozenset(",:.")
_DASHES = frozenset("-–—")


def number_spans(text: str) -> tuple[WordSpan, ...]:
    """Return the words of a text with their places, a whole number as one word.

    >>> [word for word, _, _ in number_spans("€ 1.250,00 of € 12,- om 10:30, 2 en 3")]
    ['€', '1.250,00', 'of', '€', '12,-', 'om', '10:30', ',', '2', 'en', '3']
    """
    return tuple(_joined(word_spans(text)))


def _joined(words: Iterable[WordSpan]) -> Iterator[WordSpan]:
    run: list[WordSpan] = []
    for word in words:
        if run and not _goes_on(run, word):
            yield from _as_number(run)
            run = []
        run.append(word)
    yield from _as_number(run)


def _goes_on(run: list[WordSpan], word: WordSpan) -> bool:
    """Tell whether a word could belong to the number that a run begins with."""
    (last, _, end), (sign, begin, _) = run[-1], word
    if begin != end:
        return False
    if last in _INSIDE:
        return len(run) > 1 and (sign[0].isdecimal() or sign in _DASHES)
    if last in _DASHES:
        return len(run) > 1 and sign in _DASHES
    return last[-1].isdecimal() and sign in _INSIDE


def _as_number(run: list[WordSpan]) -> Iterator[WordSpan]:
    """Yield a run as one word; a stop or comma at its end is a word of its own."""
    if len(run) == 1:
        yield run[0]
        return
    rest = run[-1:] if len(run) > 1 and run[-1][0] in _INSIDE else []
    number = run[: len(run) - len(rest)]
    if number:
        yield "".join(word for word, _, _ in number), number[0][1], number[-1][2]
    yield from rest
