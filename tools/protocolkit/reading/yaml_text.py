"""YAML as text: every scalar a string with its line, aliases refused, nothing constructed.

Used for front matter, topics and ledgers. What has the wrong shape is a problem, not an
exception; the caller gets a sensible empty value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TypeVar

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from protocolkit.base.messages import mark
from protocolkit.reading import codes
from protocolkit.reading.found_problems import Report
from protocolkit.reading.yaml_events import quick_nodes
from protocolkit.reading.yaml_nodes import composed, first_alias
from protocolkit.reading.yaml_reasons import TOO_DEEP, reason_of
from protocolkit.text.safe_signs import whole_signs

_Choice = TypeVar("_Choice", bound=Enum)
_Node = TypeVar("_Node", bound=Node)
_DATE = re.compile(r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
_TRUE = frozenset({"true", "yes", "ja"})
_FALSE = frozenset({"false", "no", "nee"})

A_TEXT = mark("a text")
A_LIST = mark("a list")
A_MAPPING = mark("a set of 'name: value' lines")
TRUE_OR_FALSE = mark("true or false")

_DEEPEST = 50


class YamlMapping:
    """A YAML mapping that is read key by key; :meth:`close` reports the keys nobody asked for."""

    def __init__(self, node: MappingNode | None, report: Report, offset: int = 0) -> None:
        self._report = report
        self._offset = offset
        self._asked: list[str] = []
        self._nodes: dict[str, tuple[Node, Node]] = {}
        self.line = self._line(node) if node is not None else offset + 1
        for key, value in node.value if node is not None else ():
            name = str(key.value) if isinstance(key, ScalarNode) else "?"
            if name in self._nodes:
                report.add(codes.YAML_DUPLICATE_KEY, self._line(key), key=name)
            else:
                self._nodes[name] = (key, value)

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def names(self) -> tuple[str, ...]:
        """Return the keys in the order of the file; asking for them all counts as knowing them."""
        self._asked += self._nodes
        return tuple(self._nodes)

    def unread(self) -> tuple[str, ...]:
        """Return the keys that nobody asked for, in the order of the file."""
        return tuple(name for name in self._nodes if name not in self._asked)

    def is_text(self, key: str) -> bool:
        """Tell whether a scalar that is not empty stands under a key."""
        node = self._nodes[key][1] if key in self._nodes else None
        return isinstance(node, ScalarNode) and not _is_empty(node)

    def line_of(self, key: str) -> int:
        """Return the line on which a key stands, or the mapping's own."""
        return self._line(self._nodes[key][0]) if key in self._nodes else self.line

    def lines_by_path(self) -> dict[str, int]:
        """Return the line of each key, and by path (``key.inner``) of those one level below."""
        found: dict[str, int] = {}
        for name, (key, value) in self._nodes.items():
            found[name] = self._line(key)
            for inner, _ in value.value if isinstance(value, MappingNode) else ():
                if isinstance(inner, ScalarNode):
                    found.setdefault(f"{name}.{inner.value}", self._line(inner))
        return found

    def text(self, key: str, default: str = "") -> str:
        """Return a scalar as text; an empty value is ``""``."""
        node = self._node(key)
        if node is None:
            return default
        if isinstance(node, ScalarNode):
            return _scalar(node)
        self._wrong_shape(key, node, A_TEXT)
        return default

    def date(self, key: str) -> str:
        """Return a whole or partial ISO date, or ``""``; a day that is not real stays."""
        value = self.text(key)
        if value and not _is_date(value):
            self._report.add(codes.BAD_DATE, self.line_of(key), value=value)
        return value if _DATE.match(value) else ""

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.text(key, str(default)).lower()
        if value not in _TRUE | _FALSE:
            self._report.add(codes.YAML_SHAPE, self.line_of(key), key=key, expected=TRUE_OR_FALSE)
            return default
        return value in _TRUE

    def choice(self, key: str, default: _Choice) -> _Choice:
        """Return the member of an enumeration whose value stands under ``key``."""
        value = self.text(key)
        if not value:
            return default
        known = {str(member.value): member for member in type(default)}
        if value not in known:
            self._report.add(
                codes.YAML_CHOICE,
                self.line_of(key),
                key=key,
                value=value,
                known=", ".join(known),
            )
        return known.get(value, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of scalars; a single scalar is a list of one."""
        return tuple(_scalar(node) for node in self._items(key, ScalarNode, A_TEXT))

    def located_texts(self, key: str) -> tuple[tuple[str, int], ...]:
        """Return a list of scalars, each with its line."""
        nodes = self._items(key, ScalarNode, A_TEXT)
        return tuple((_scalar(node), self._line(node)) for node in nodes)

    def located_lists(self, key: str) -> tuple[tuple[tuple[str, ...], int], ...]:
        """Return a list of lists of scalars, each with its line."""
        found = []
        for node in self._items(key, SequenceNode, A_LIST):
            texts = [_scalar(item) for item in node.value if isinstance(item, ScalarNode)]
            if len(texts) < len(node.value):
                self._wrong_shape(key, node, A_TEXT)
            found.append((tuple(texts), self._line(node)))
        return tuple(found)

    def mapping(self, key: str) -> YamlMapping:
        """Return the mapping under ``key``, an empty one if there is none."""
        node = self._node(key)
        if node is not None and not isinstance(node, MappingNode):
            if not _is_empty(node):
                self._wrong_shape(key, node, A_MAPPING)
            node = None
        return YamlMapping(node, self._report, self._offset)

    def mappings(self, key: str) -> Iterator[YamlMapping]:
        """Yield the mappings of the list under ``key``."""
        for node in self._items(key, MappingNode, A_MAPPING):
            yield YamlMapping(node, self._report, self._offset)

    def close(self) -> None:
        """Report every key that was never asked for."""
        known = ", ".join(sorted(set(self._asked)))
        for name, (key, _) in self._nodes.items():
            if name not in self._asked:
                self._report.add(codes.YAML_UNKNOWN_KEY, self._line(key), key=name, known=known)

    def _node(self, key: str) -> Node | None:
        self._asked.append(key)
        return self._nodes[key][1] if key in self._nodes else None

    def _items(self, key: str, wanted: type[_Node], expected: str) -> Iterator[_Node]:
        node = self._node(key)
        if node is None or _is_empty(node):
            return
        single = wanted is ScalarNode and isinstance(node, ScalarNode)
        if not isinstance(node, SequenceNode) and not single:
            self._wrong_shape(key, node, A_LIST)
            return
        for item in [node] if single else node.value:
            if isinstance(item, wanted):
                yield item
            else:
                self._wrong_shape(key, item, expected)

    def _wrong_shape(self, key: str, node: Node, expected: str) -> None:
        self._report.add(codes.YAML_SHAPE, self._line(node), key=key, expected=expected)

    def _line(self, node: Node) -> int:
        return self._offset + int(node.start_mark.line) + 1


def read_mapping(text: str, report: Report, offset: int = 0) -> YamlMapping:
    """Read YAML whose top is a mapping; ``offset`` lines stand before it in its file."""
    return YamlMapping(_compose(text, report, offset), report, offset)


def _compose(text: str, report: Report, offset: int) -> MappingNode | None:
    if line := _too_deep(text):
        report.add(codes.YAML_SYNTAX, offset + line, reason=TOO_DEEP)
        return None
    try:
        alias, node = _parsed(text)
    except (YAMLError, RecursionError, ValueError) as reason:
        report.add(codes.YAML_SYNTAX, offset + _error_line(reason), reason=reason_of(reason))
        return None
    if alias is not None:
        report.add(codes.YAML_ALIAS, offset + alias[1] + 1, name=alias[0])
        return None
    if node is None or isinstance(node, MappingNode):
        return node
    line = offset + node.start_mark.line + 1
    report.add(codes.YAML_SHAPE, line, key="---", expected=A_MAPPING)
    return None


def _parsed(text: str) -> tuple[tuple[str, int] | None, Node | None]:
    """Return the first alias in a text, or the nodes of the text."""
    if (quick := quick_nodes(text)) is not None:
        return None, quick
    alias = first_alias(text)
    return alias, None if alias is not None else composed(text)


def _too_deep(text: str) -> int:
    """Return the line on which brackets nest too deeply, or 0: a parser takes minutes over them."""
    depth = 0
    for number, line in enumerate(text.split("\n"), start=1):
        for character in line:
            depth += (character in "[{") - (character in "]}")
            if depth > _DEEPEST:
                return number
    return 0


def _error_line(reason: Exception) -> int:
    place = getattr(reason, "problem_mark", None) or getattr(reason, "context_mark", None)
    return int(place.line) + 1 if place is not None else 1


def _scalar(node: Node) -> str:
    """Return a scalar's text; what YAML calls null (an empty value, ``~``) is empty."""
    plain_null = getattr(node, "style", None) is None and node.value in ("", "~", "null")
    return "" if plain_null else whole_signs(str(node.value))


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and _scalar(node) == ""


def _is_date(value: str) -> bool:
    """Tell whether a value is a year, a month of a year, or a day that there is."""
    if not _DATE.match(value):
        return False
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True
