"""What somebody wrote in the head or foot of the pages of a returned file, or took away there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from protocolkit.base.messages import languages, translator
from protocolkit.exchange.reaction_columns import FORM_STANDING
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.printed_around import PrintedAround
from protocolkit.review.remarks import PassedOver
from protocolkit.text.safe_signs import shown_signs
from protocolkit.text.words import holds_in_a_row, tokens

_PAGES = re.compile(r"\{(?:page|total)\}")
_COUNTED = re.compile(r"[0-9]+")
Words = tuple[str, ...]


def running_words(
    paragraphs: Iterable[str], around: PrintedAround, file: str
) -> Iterator[PassedOver]:
    """Yield each paragraph of a head or foot that we do not print there ourselves, once."""
    ours = {_without_count(one) for one in (*around.running, *_of_forms())}
    told = set[Words]()
    for words in map(shown_signs, paragraphs):
        said = _without_count(words)
        if said and said not in ours and said not in told:
            told.add(said)
            yield PassedOver(words=words, reason=LeftOutReason.RUNNING, file=file)


def running_gone(
    paragraphs: Iterable[str], around: PrintedAround, file: str
) -> Iterator[PassedOver]:
    """Yield each paragraph that we print in a head or foot and that no line has any more, once."""
    held = {_without_count(shown_signs(one)) for one in paragraphs}
    lost = {_without_count(one): one for one in around.running}
    for said, words in lost.items():
        if not any(holds_in_a_row(one, said) for one in held):
            yield PassedOver(words=words, reason=LeftOutReason.RUNNING_GONE, file=file)


def _without_count(line: str) -> Words:
    """Return the words of a line; of which page, and of how many, is what a program fills in."""
    words = tokens(line)
    return tuple(_COUNTED.sub("#", one) for one in words) if _is_count(line) else words


def _is_count(line: str) -> bool:
    said = " ".join(line.split())
    return any(one.fullmatch(said) for one in _counts())


def _counts() -> Iterator[re.Pattern[str]]:
    for language in languages():
        pieces = _PAGES.split(translator(language)("Page {page} of {total}"))
        yield re.compile(r"\s*[0-9]+\s*".join(re.escape(one.strip()) for one in pieces))


def _of_forms() -> Iterator[str]:
    return (translator(language)(FORM_STANDING) for language in languages())
