"""What a YAML text holds as plain values, and what it must hold once something was added or cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from protocolkit.reading.yaml_nodes import composed
from protocolkit.reading.yaml_values import (
    Inside,
    Noted,
    NotEditableError,
    Value,
)


def compose(text: str) -> MappingNode | None:
    """Return the nodes of a YAML text, None when there are none. Raises NotEditableError."""
    try:
        node = composed(text)
    except (YAMLError, RecursionError, ValueError) as reason:
        raise NotEditableError from reason
    if node is not None and not isinstance(node, MappingNode):
        raise NotEditableError
    return node


def mapping_of(text: str) -> Content:
    """Return what a YAML text holds, nothing when it cannot be read."""
    try:
        return content_of(compose(text))
    except NotEditableError:
        return {}


def mapping_at(content: Content, path: Sequence[str]) -> dict[str, Content]:
    """Return the mapping of a content that a path of keys leads to."""
    for step in path:
        assert isinstance(content, dict)
        content = content[step]
    assert isinstance(content, dict)
    return content


Content = str | dict[str, "Content"] | list["Content"]


def content_of(node: Node | None) -> Content:
    """Return what a node holds, every scalar as text; nothing is an empty mapping."""
    if node is None:
        return {}
    if isinstance(node, MappingNode):
        return {str(key.value): content_of(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [content_of(item) for item in node.value]
    return str(node.value)


def with_added(content: Content, value: Value) -> Content:
    """Return a content with a value added: a mapping is merged, a list goes on."""
    if isinstance(value, Noted):
        return with_added(content, value.value)
    if isinstance(value, Inside):
        assert isinstance(content, list)
        return [
            with_added(item, value.items[place]) if place in value.items else item
            for place, item in enumerate(content)
        ]
    if isinstance(value, Mapping):
        base = content if isinstance(content, dict) else {}
        return base | {name: with_added(base.get(name, ""), one) for name, one in value.items()}
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value
    before = content if isinstance(content, list) else [content] if content else []
    return [*before, *(with_added("", item) for item in value)]


def without(content: Content, path: Sequence[str | int]) -> Content:
    """Return a content without what a path of keys and places leads to."""
    first, *rest = path
    if isinstance(content, list) and isinstance(first, int):
        inner = [without(content[first], rest)] if rest else []
        return [*content[:first], *inner, *content[first + 1 :]]
    assert isinstance(content, dict)
    if not rest:
        return {name: value for name, value in content.items() if name != first}
    return {
        name: without(value, rest) if name == first else value for name, value in content.items()
    }


def verify(made: str, expected: Content) -> None:
    """Raise NotEditableError unless a text holds exactly this."""
    if content_of(compose(made)) != expected:
        raise NotEditableError
