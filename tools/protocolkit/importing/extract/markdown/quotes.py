"""Marks of Markdown that a page shows as a line or as room, and never as signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocolkit.reading.markdown import code_lines

_QUOTE = re.compile(r" {0,3}(?:>[ \t]?){1,40}")
# A line across the page; three hyphens below words make a heading of them.
_ACROSS = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]+){2,}-[ \t]*)")
_HYPHENS = re.compile(r" {0,3}-{3,}[ \t]*")
_TABLE = re.compile(r"[ \t]*\|")


def without_marks(text: str) -> str:
    """Return Markdown without its marks of quotes and its lines across the page.

    What they part stays parted; code stays as it is.
    """
    if not (">" in text or _ACROSS.search(text) or _HYPHENS.search(text)):
        return text
    lines = text.split("\n")
    code = {at for begin, end in code_lines(text) for at in range(begin, end)}
    return "\n".join(_lines(lines, code))


def _lines(lines: list[str], code: set[int]) -> Iterator[str]:
    before, is_in_quote = "", False
    for at, line in enumerate(lines):
        quote = _QUOTE.match(line) if at not in code else None
        plain = line[quote.end() :] if quote is not None else line
        if at not in code and _is_across(plain, before):
            plain = ""
        if quote is not None and not is_in_quote and before.strip():
            yield ""
        # words that go on below a quote belong to it
        is_in_quote = quote is not None or (is_in_quote and bool(plain.strip()))
        yield plain
        before = plain


def _is_across(line: str, before: str) -> bool:
    if _ACROSS.fullmatch(line):
        return True
    return bool(_HYPHENS.fullmatch(line)) and not before.strip()
