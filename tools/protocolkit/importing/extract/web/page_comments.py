"""The comments of a page, which end where browsers end them (HTML, 13.2.5.43 to 13.2.5.52).

Parsers do not agree on one that ends at once, ends in ``--!>``, or never ends.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_EMPTY = "<!---->"
# One that ends nowhere is all the rest of a file: its words are told as hidden.
_REST = '<span style="display:none!important">{words}</span>'
_BEGINS = re.compile(
    r"<!--|</?(?P<name>[a-z][^\s/>]*+)(?:[^>=]|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+(?P<end>>)?",
    re.IGNORECASE,
)
_LAST_END = re.compile(r"</(?:body|html)\b[^<>]{0,200}>", re.IGNORECASE)
_GOES_ON = re.compile(
    r"</(?:body|html)\b[^<>]{0,200}>(?=\s*+[^<\s]|\s*+<(?!/(?:body|html)\b))", re.IGNORECASE
)
_ENDS = re.compile(r"--!?>")
_AT_ONCE = re.compile(r"-?>")
# Elements in which nothing but their own end tag is a tag.
_PLAIN = frozenset("script style textarea title xmp iframe noembed noframes plaintext".split())


def with_closed_comments(text: str) -> str:
    """Return a page in which each comment is an empty one, and none is open at its end.

    >>> with_closed_comments("<p>a<!--> b <!-- c --!> d</p>")
    '<p>a<!----> b <!----> d</p>'
    """
    if "<!--" not in text:
        return text
    pieces, position = [], 0
    while found := _BEGINS.search(text, position):
        pieces.append(text[position : found.start()])
        position = found.end()
        if found["name"] is None:
            ends = _AT_ONCE.match(text, position) or _ENDS.search(text, position)
            if ends is None:
                words = html.escape(text[position:])
                return "".join([*pieces, _REST.format(words=words) if words.strip() else ""])
            pieces.append(_EMPTY)
            position = ends.end()
        else:
            position = past_plain_text(text, found)
            pieces.append(text[found.start() : position])
    return "".join([*pieces, text[position:]])


def past_plain_text(text: str, tag: re.Match[str]) -> int:
    """Return where markup goes on after a tag: for some elements only where they end."""
    name = tag["name"].lower()
    if tag["end"] is None or name not in _PLAIN or tag[0].startswith("</"):
        return tag.end()
    ends = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, tag.end())
    return ends.start() if ends else len(text)


def tags(text: str) -> Iterator[re.Match[str]]:
    """Yield the tags of a page whose comments are empty; a start tag has ``end`` when it is whole.

    What stands in an element of plain text, such as a script, is no tag.
    """
    position = 0
    while found := _BEGINS.search(text, position):
        position = found.end()
        if found["name"] is None:
            position = text.find("-->", found.start() + 4) + 3
            if position < 3:
                return
            continue
        yield found
        position = past_plain_text(text, found)


def tags_of(text: str, names: frozenset[str]) -> Iterator[str]:
    """Yield the start tags of these names, in lower case, in a page whose comments are empty."""
    for found in tags(text):
        if found["end"] and found["name"].lower() in names and not found[0].startswith("</"):
            yield found[0]


def without_last_ends(text: str) -> str:
    """Return a page in which its body goes on to the end, as browsers take it (HTML, 13.2.6.4.19).

    >>> without_last_ends("<body><p>a</p></body></html><p>b</p>")
    '<body><p>a</p><p>b</p>'
    """
    if not _GOES_ON.search(text):
        return text
    pieces, kept = [], 0
    for found in tags(text):
        if _LAST_END.fullmatch(found[0]):
            pieces.append(text[kept : found.start()])
            kept = found.end()
    return "".join([*pieces, text[kept:]])
