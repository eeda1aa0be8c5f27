"""The count of a web page: every text node, and the words in attributes, by another reader."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from protocolkit.base.location import NOWHERE, Location
from protocolkit.importing.extract.web.elements import SPOKEN, framed_words
from protocolkit.importing.extract.web.page_text import page_text
from protocolkit.importing.proof.counting import Held, prove
from protocolkit.importing.source.lines import Source
from protocolkit.text.numerals import PRINTED_COUNT

_MARKER = re.compile(rf"-?{PRINTED_COUNT}\.|\u2022")


def prove_web_page(content: bytes, source: Source, location: Location = NOWHERE) -> None:
    """Raise when a word of a web page is neither in its text nor told as left out."""
    prove({"": held_by_page(content, location)}, source, location, is_web_addition)


def held_by_page(content: bytes, location: Location = NOWHERE) -> Held:
    """Return all the words that a web page holds."""
    reader = _Reader()
    reader.feed(page_text(content, location))
    reader.close()
    return reader.held


def is_web_addition(text: str) -> bool:
    """Tell whether a text is what a browser prints before an item of a list."""
    return not text or bool(_MARKER.fullmatch(text))


class _Reader(HTMLParser):
    """Gathers text nodes; what an element means is not known here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.held = Held()

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take a section of a kind that does not exist for a comment, as browsers do."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        self.held.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(reversed(attrs))
        if tag == "iframe":
            self.held.pieces.append(framed_words(said.get("srcdoc") or ""))
        if said.get("type") != "hidden":
            self.held.pieces += [said.get(name) or "" for name in SPOKEN.get(tag, ())]
