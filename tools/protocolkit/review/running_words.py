"""What somebody wrote in the head or foot of the pages of a returned file, or took away there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from protocolkit.base.messages import languages, translator
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.printed_around import PrintedAround
from protocolkit.review.remarks import PassedOver
from protocolkit.text.safe_signs import shown_signs
from protocolkit.text.words import holds_in_a_row, tokens

_PAGES = re.compile(r"\{(?:page|total)\}")
# A number, or what a program says in its place when it cannot count.
_COUNT = r"\s*(?:[0-9]+|(?:Error|Fout)\s?[:!].{1,60})\s*"
Words = tuple[str, ...]


def running_words(
    paragraphs: Iterable[str], around: PrintedAround, file: str
) -> Iterator[PassedOver]:
    """Yield each paragraph of a head or foot that we do not print there ourselves, once."""
    others = chain.from_iterable(around.earlier_running.values())
    ours = {without_count(one) for one in (*around.running, *others)}
    told = set[Words]()
    for words in map(shown_signs, paragraphs):
        said = without_count(words)
        if said and said not in ours and said not in told:
            told.add(said)
            yield PassedOver(words=words, reason=LeftOutReason.RUNNING, file=file)


def running_gone(
    paragraphs: Iterable[str], around: PrintedAround, file: str
) -> Iterator[PassedOver]:
    """Yield each paragraph that we print in a head or foot and that no line has any more, once."""
    held = {without_count(shown_signs(one)) for one in paragraphs}
    lost = {without_count(one): one for one in around.running if not _stood(one, held, around)}
    for said, words in lost.items():
        if not any(holds_in_a_row(one, said) for one in held):
            yield PassedOver(words=words, reason=LeftOutReason.RUNNING_GONE, file=file)


def _stood(line: str, held: Collection[Words], around: PrintedAround) -> bool:
    """Tell whether a head or foot has what we printed there before instead of a line."""
    others = around.earlier_running.get(line, ())
    return any(without_count(one) in held for one in others)


def without_count(line: str) -> Words:
    """Return the words of a line; of which page, and of how many, is what a program fills in."""
    said = " ".join(line.split())
    pieces = next((one for one in _counts() if re.fullmatch(_COUNT.join(one), said)), None)
    return tokens(" ".join(pieces) if pieces else line)


def _counts() -> Iterator[list[str]]:
    """Yield what stands around the numbers in the line that counts the pages."""
    for language in languages():
        pieces = _PAGES.split(translator(language)("Page {page} of {total}"))
        yield [re.escape(one.strip()) for one in pieces]
