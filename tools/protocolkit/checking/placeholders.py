"""Blanks that nobody filled in."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.problems import Problem, warning
from protocolkit.checking.passages import Passage, headings, passages
from protocolkit.document.model import Protocol
from protocolkit.document.open_places import blank_words

PLACEHOLDER = warning(
    "placeholder",
    "Something has not been filled in",
    "'{words}' has not been filled in.",
    "Fill it in. If the document has it like this, accept it with a reason.",
)


def check_placeholders(protocol: Protocol) -> Iterator[Problem]:
    """Yield every blank that was left open, in text and headings."""
    for passage in (*headings(protocol), *passages(protocol)):
        yield from _check(passage)


def _check(passage: Passage) -> Iterator[Problem]:
    for words in blank_words(passage.text):
        yield passage.report(PLACEHOLDER, words=words)
