"""The count of a Markdown file of others: every letter and digit in it, whatever it is for."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from protocolkit.base.location import NOWHERE, Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.document.model import Protocol
from protocolkit.document.outline import rich_texts
from protocolkit.document.richtext import Link, walk
from protocolkit.importing.source import codes
from protocolkit.importing.source.lines import Source

_QUOTED = 12
_NUMBERS = re.compile(r"^(?:[ \t>]*\d{1,9}[.)](?=\s))+", re.MULTILINE)


def prove_markdown(
    text: str, source: Source, protocol: Protocol, location: Location = NOWHERE
) -> None:
    """Raise when a letter of a file is in neither the protocol nor the report."""
    pieces = [source.text, *(found.text for found in source.left_out)]
    pieces += _targets(protocol)
    made = html.unescape("\n".join(pieces))
    # a line above a list may say how it is numbered: then these numbers are not the printed ones
    text = _NUMBERS.sub("", text)
    lost = _letters(html.unescape(text)) - _letters(made)
    if not lost:
        return
    there = set(made.split())
    missing = [word for word in html.unescape(text).split() if word not in there]
    quoted = [word for word in missing if _letters(word) & lost][:_QUOTED]
    words = " ".join(quoted or ["".join(lost.elements())[:80]])
    raise ProtocolkitError(problem(codes.WORDS_LOST, location, words=words))


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalnum())


def _targets(protocol: Protocol) -> Iterator[str]:
    """Yield where the links of a protocol lead, also as a person writes that."""
    for rich in rich_texts(protocol):
        for inline in walk(rich):
            if isinstance(inline, Link):
                yield inline.target
                yield unquote(inline.target)
