"""The text of a style sheet as everybody can take it apart: no comments, no signs written as codes.

Afterwards no sign that has a meaning in a style sheet stands in a string: it is written as a code
there. An address without quotes is a string as well. So what looks for a brace, a comma or a
semicolon finds no other.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from protocolkit.text.bounded_numbers import hexadecimal_number

STRING = r'"(?:[^"\\]|\\[0-9a-f]{1,6} )*"'
"""A string of a style sheet that was made plain."""

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?(?:\*/|\Z)|<!--|-->)
    |(?P<string>"(?:[^"\\\n\f]|\\.)*"?|'(?:[^'\\\n\f]|\\.)*'?)
    |(?<![\w-])url\(\s*(?P<address>(?!["'\s])(?:[^)\\]|\\.)*)\)?
    |\\(?P<code>[0-9A-Fa-f]{1,6}\s?|.)""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_MEANING = re.compile(r"""[{}();:,\[\]"'\\/*!<>&#.+~=\x00-\x1f]""")
_STRING = re.compile(rf"{STRING}|--[\w-]+")


def plain_style(text: str) -> str:
    """Return a style sheet, or the style of one element, made plain."""
    return _TOKEN.sub(_plain, text)


def unquoted(string: str) -> str:
    """Return what a string says, with or without its quotes."""
    if string[:1] in ("'", '"'):
        string = string[1:].removesuffix(string[0])
    return _ESCAPE.sub(_unescaped, string)


def lowered(value: str) -> str:
    """Return a value in small letters; strings and names of one's own keep their capitals."""
    pieces, position = [], 0
    for found in _STRING.finditer(value):
        pieces += [value[position : found.start()].lower(), found[0]]
        position = found.end()
    return "".join([*pieces, value[position:].lower()])


def words_apart(value: str) -> Iterator[str]:
    """Yield the words of a value; what stands in brackets or in a string is part of one."""
    if not value:
        return
    depth, begin = 0, 0
    for found in re.finditer(rf"{STRING}|[()]|[\s,]+", value):
        if found[0] in ("(", ")"):
            depth += 1 if found[0] == "(" else -1
        elif depth <= 0 and not found[0].startswith('"'):
            if value[begin : found.start()]:
                yield value[begin : found.start()]
            begin = found.end()
    if value[begin:]:
        yield value[begin:]


def _plain(found: re.Match[str]) -> str:
    if found["comment"] is not None:
        return " "
    if found["string"] is not None:
        return _quoted(unquoted(found["string"]))
    if found["address"] is not None:
        return f"url({_quoted(unquoted(found['address'].strip()))})"
    sign = _unescaped(_ESCAPE.fullmatch(found[0]) or found)
    return sign if re.fullmatch(r"[\w-]", sign) else f"\\{sign}"


def _quoted(text: str) -> str:
    coded = _MEANING.sub(lambda sign: f"\\{ord(sign[0]):x} ", text)
    return f'"{coded}"'


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is None:
        return "" if found[2] == "\n" else found[2]
    code = hexadecimal_number(found[1], most=sys.maxunicode)
    return "" if code <= 0 or 0xD800 <= code < 0xE000 else chr(code)
