"""The nodes of YAML as nearly everybody writes it, read line by line.

The library follows a long standard sign by sign and takes a hundred times as long. Here are names
with a text, a list or names below them, with quotes or brackets or without. What is not plainly
that (a backslash, an anchor, a tab, a mistake) is left to the library: of
every text that is taken here the library makes the same nodes (``tests/reading/
test_simple_yaml.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tag import Tag

# A longer name is none to the library; what it counts may lie around the name.
_LONGEST_NAME = 500
_OTHER_SIGNS = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_DOCUMENT = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)
_FIRST = r"[^ \n\-?:,\[\]{}#&*!|>'\"%@`<=]"
_DOUBLE, _SINGLE = r'"[^"\\]*"', r"'(?:[^']|'')*'"
_PLAIN = re.compile(_FIRST)
_QUOTED = re.compile(rf"({_DOUBLE}|{_SINGLE})(?: +#.*)?")
_ENTRY = re.compile(
    rf"(?:(?P<plain>{_FIRST}[^:#]*)|(?P<quoted>{_DOUBLE}|{_SINGLE}) *):(?: +(?P<rest>.*))?"
)
_FOLDED = ">-"
_ITEM = re.compile(r"- +(?=[^ #])")
_TOKEN = re.compile(rf" *(?:([\[\]{{}},]|:(?= ))|({_DOUBLE}|{_SINGLE}|{_FIRST}[^,\[\]{{}}:#?]*))")
_NO_TAG = Tag(suffix=None)


class _Mark(NamedTuple):
    """Where a node begins: its line, from 0."""

    line: int


class _NotSimple(Exception):  # noqa: N818 - no error: the library reads the text
    """The text is for the library."""


class _Line(NamedTuple):
    number: int
    indent: int
    content: str
    has_tail: bool


def simple_nodes(text: str) -> MappingNode | None:
    """Return the node of a mapping, None when the library is to read the text.

    Of each node there is what it holds, the line on which it begins and, of a text, whether it
    stands between quotes.
    """
    if _OTHER_SIGNS.search(text) or _DOCUMENT.search(text):
        return None
    lines = _Lines(text)
    try:
        node = lines.block() if lines.found else None
    except _NotSimple:
        return None
    return node if isinstance(node, MappingNode) and lines.is_at_end() else None


class _Lines:
    """The lines of a text that say something, read from the first to the last."""

    def __init__(self, text: str) -> None:
        self.found = [
            _Line(number, len(line) - len(line.lstrip(" ")), content, line[-1] == " ")
            for number, line in enumerate(text.split("\n"))
            if (content := line.strip(" ")) and content[0] != "#"
        ]
        self._at = 0

    def is_at_end(self) -> bool:
        """Tell whether every line was read."""
        return self._at == len(self.found)

    def block(self) -> Node:
        """Return what begins on this line."""
        line = self.found[self._at]
        if line.content[0] in "[{":
            return self._text(line.content, line)
        return self._sequence(line) if _ITEM.match(line.content) else self._mapping(line)

    def _mapping(self, first: _Line) -> MappingNode:
        pairs = []
        for line in self._lines_at(first.indent):
            entry = _ENTRY.fullmatch(line.content)
            name = (entry["quoted"] or entry["plain"].rstrip(" ")) if entry else ""
            if entry is None or len(name) > _LONGEST_NAME:
                raise _NotSimple
            key = _scalar(name, line.number)
            pairs.append((key, self._value(entry["rest"] or "", line)))
        return MappingNode(_NO_TAG, pairs, _Mark(first.number))

    def _sequence(self, first: _Line) -> SequenceNode:
        items = []
        for line in self._lines_at(first.indent):
            item = _ITEM.match(line.content)
            if item is None:
                # the next name of the mapping that this list stands in
                break
            rest = line.content[item.end() :]
            if _ENTRY.fullmatch(rest) or _ITEM.match(rest):
                self.found[self._at] = line._replace(indent=line.indent + item.end(), content=rest)
                items.append(self.block())
            else:
                items.append(self._text(rest, line))
        return SequenceNode(_NO_TAG, items, _Mark(first.number))

    def _lines_at(self, indent: int) -> Iterator[_Line]:
        """Yield the lines that begin here, up to one that begins further to the left."""
        while self._at < len(self.found) and (line := self.found[self._at]).indent >= indent:
            if line.indent > indent:
                raise _NotSimple
            yield line

    def _value(self, rest: str, line: _Line) -> Node:
        """Return what stands after a name."""
        if rest and rest[0] != "#":
            return self._text(rest, line)
        self._at += 1
        if not self.is_at_end():
            following = self.found[self._at]
            is_list = following.indent == line.indent and _ITEM.match(following.content)
            if following.indent > line.indent or is_list:
                return self.block()
        # of a value that is not there only the library knows where it begins
        raise _NotSimple

    def _text(self, rest: str, line: _Line) -> Node:
        """Return a text, or what stands between brackets."""
        if rest[0] in "[{":
            return _in_brackets(self._tokens(rest))
        folded = " ".join(self._further(line, is_folded=rest == _FOLDED))
        if rest == _FOLDED:
            return ScalarNode(_NO_TAG, folded, _Mark(line.number), style=">")
        whole = f"{rest} {folded}" if folded else rest
        if rest[0] in "\"'":
            quoted = _QUOTED.fullmatch(whole)
            if quoted is None:
                raise _NotSimple
            return _scalar(quoted[1], line.number)
        plain, note, _ = whole.partition(" #")
        plain = plain.rstrip(" ")
        if not _PLAIN.match(rest) or (note and folded) or ": " in whole or whole[-1] == ":":
            raise _NotSimple
        return _scalar(plain, line.number)

    def _further(self, line: _Line, *, is_folded: bool) -> Iterator[str]:
        """Yield the lines with which a text goes on, all of them equally far to the right."""
        self._at += 1
        number, indents = line.number, set()
        while not self.is_at_end() and (following := self.found[self._at]).indent > line.indent:
            number += 1
            indents.add(following.indent)
            # a line that says nothing, spaces at the end and a step to the right may mean something
            has_tail = following.has_tail and is_folded
            if following.number != number or len(indents) > 1 or has_tail:
                raise _NotSimple
            self._at += 1
            yield following.content

    def _tokens(self, rest: str) -> Iterator[_Token]:
        """Yield brackets and what stands between them, up to the end of the outermost pair."""
        depth = 0
        while True:
            number, at = self.found[self._at].number, 0
            self._at += 1
            while at < len(rest):
                found = _TOKEN.match(rest, at)
                if found is None:
                    raise _NotSimple
                at = found.end()
                sign = found[1] or ""
                depth += (sign in ("[", "{")) - (sign in ("]", "}"))
                yield _Token(number, sign, (found[2] or "").rstrip(" "))
                if not depth:
                    if rest[at:] and not rest.startswith(" #", at):
                        raise _NotSimple
                    return
            if self.is_at_end():
                raise _NotSimple
            rest = self.found[self._at].content


@dataclass(frozen=True, slots=True)
class _Token:
    """A sign between brackets, or a text."""

    line: int
    sign: str
    text: str


def _in_brackets(tokens: Iterator[_Token]) -> Node:
    made = _closed(next(tokens), tokens)
    if next(tokens, None) is not None:
        raise _NotSimple
    return made


def _closed(first: _Token, tokens: Iterator[_Token]) -> Node:
    """Return what begins with a token: a text, or all between two brackets."""
    if first.text:
        return _scalar(first.text, first.line)
    if first.sign == "[":
        return SequenceNode(_NO_TAG, list(_items(tokens)), _Mark(first.line))
    if first.sign == "{":
        return MappingNode(_NO_TAG, list(_pairs(tokens)), _Mark(first.line))
    raise _NotSimple


def _items(tokens: Iterator[_Token]) -> Iterator[Node]:
    token = next(tokens)
    while token.sign != "]":
        yield _closed(token, tokens)
        token = _after_comma(tokens, "]")


def _pairs(tokens: Iterator[_Token]) -> Iterator[tuple[Node, Node]]:
    token = next(tokens)
    while token.sign != "}":
        if not 0 < len(token.text) <= _LONGEST_NAME:
            raise _NotSimple
        colon = next(tokens)
        if colon.sign != ":" or colon.line != token.line:
            raise _NotSimple
        yield _scalar(token.text, token.line), _closed(next(tokens), tokens)
        token = _after_comma(tokens, "}")


def _after_comma(tokens: Iterator[_Token], end: str) -> _Token:
    """Return the token with which the next one begins, or the end."""
    token = next(tokens)
    if token.sign == end:
        return token
    if token.sign != ",":
        raise _NotSimple
    token = next(tokens)
    if token.sign == end:
        raise _NotSimple
    return token


def _scalar(written: str, line: int) -> ScalarNode:
    quote = written[0]
    if quote not in "\"'":
        return ScalarNode(_NO_TAG, written, _Mark(line))
    text = written[1:-1]
    return ScalarNode(
        _NO_TAG, text.replace("''", "'") if quote == "'" else text, _Mark(line), style=quote
    )
