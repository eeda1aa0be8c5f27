"""What is left over in Markdown when words were taken out of it: empty links, items, emphasis."""

from __future__ import annotations

import re
from collections.abc import Callable

from protocolkit.importing.extract.markdown.printed import ANY_SIGN

_WORDLESS = re.compile(rf"(?<![\\!])\[((?: |{ANY_SIGN})*)\]\(\s*(<[^<>\n]*>|[^\s()<>]+)\s*\)")
# Emphasis, an item and a heading of which all words were left out.
_UNUSED = re.compile(rf"(\*{{1,3}}|_{{1,3}})({ANY_SIGN}+)\1")
_NOTHING_LEFT = re.compile(rf"^[ \t]*(?:[-*+]|\#{{1,6}})[ \t]+{ANY_SIGN}+[ \t]*$", re.MULTILINE)
_INNER_NOTE = re.compile(
    r"^[ \t]+\[\^[^\]\s]{1,200}\]:.*(?:\n(?![ \t]*(?:\[\^|[-*+] |\d{1,9}[.)] |\n)).+)*$",
    re.MULTILINE,
)

CodeOf = Callable[[str], list[tuple[int, int]]]


def without_empty_links(text: str) -> tuple[str, list[str]]:
    """Return a text without links that have no word, such as one around a picture, and these."""
    targets: list[str] = []

    def drop(found: re.Match[str]) -> str:
        targets.append(found[2])
        return found[1]

    return _WORDLESS.sub(drop, text), targets


def tidied(text: str, code_of: CodeOf) -> str:
    """Return a text without what holds nothing any more, its notes below it."""
    return _notes_apart(_NOTHING_LEFT.sub("", _UNUSED.sub(r"\2", text)), code_of)


def _notes_apart(text: str, code_of: CodeOf) -> str:
    """Put notes that are told inside an item below the text: our reader knows them only there."""
    if not _INNER_NOTE.search(text):
        return text
    code = [text[begin:end] for begin, end in code_of(text)]
    notes: list[str] = []

    def put_below(found: re.Match[str]) -> str:
        if any(found[0] in block for block in code):
            return found[0]
        notes.append(" ".join(found[0].split()))
        return ""

    kept = _INNER_NOTE.sub(put_below, text)
    return "\n\n".join([kept, *notes]) + "\n"
