"""The count of a web page: every text node, and the words in attributes, by another reader."""

from __future__ import annotations

import re

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.web.archive import open_archive
from protocolkit.importing.extract.web.attached import NOTHING, Carriage
from protocolkit.importing.extract.web.framed import WordGatherer, hinted_words, unshown_words
from protocolkit.importing.extract.web.page_text import page_text
from protocolkit.importing.proof.counting import Held, prove
from protocolkit.importing.source.lines import Source
from protocolkit.text.numerals import PRINTED_COUNT

_MARKER = re.compile(rf"-?{PRINTED_COUNT}\.|\u2022")


def prove_web_page(
    content: bytes,
    source: Source,
    location: Location = NOWHERE,
    carried: Carriage = NOTHING,
    charset: str = "",
) -> None:
    """Raise when a word of a web page is neither in its text nor told as left out."""
    held = held_by_page(content, location, carried, charset)
    prove({"": held}, source, location, is_web_addition)


def prove_archive(content: bytes, source: Source, location: Location = NOWHERE) -> None:
    """Raise when a word of a page, or of what was saved with it, is neither text nor told."""
    page, carried = open_archive(content, location)
    prove_web_page(page.content, source, location, carried, page.charset)


def held_by_page(
    content: bytes,
    location: Location = NOWHERE,
    carried: Carriage = NOTHING,
    charset: str = "",
) -> Held:
    """Return all the words that a web page holds, and what it carries along."""
    text = page_text(content, location, charset)
    reader = WordGatherer(carried)
    reader.feed(text)
    reader.close()
    return Held([*reader.pieces, hinted_words(text), unshown_words(carried)])


def is_web_addition(text: str) -> bool:
    """Tell whether a text is what a browser prints before an item of a list."""
    return not text or bool(_MARKER.fullmatch(text))
