"""The pieces of a YAML text: where each part that was composed begins and ends, and its edits.

Where that cannot be told surely, :class:`NotEditableError` is raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from protocolkit.reading.yaml_values import (
    NotEditableError,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of a text and what comes in its place."""

    begin: int
    end: int
    text: str


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Apply edits from the end on; those at one place stay in their order."""
    ordered = sorted(enumerate(edits), key=lambda item: (item[1].begin, item[0]), reverse=True)
    for _, edit in ordered:
        text = text[: edit.begin] + edit.text + text[edit.end :]
    return text


def lines_after(text: str, place: int, lines: Sequence[str]) -> Edit:
    """Return the edit that puts lines after the line on which a place stands."""
    end = line_end(text, place)
    newline = newline_of(text)
    return Edit(end, end, "".join(f"{newline}{line}" for line in lines))


def line_end(text: str, place: int) -> int:
    """Return where the line ends on which a place stands."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def newline_of(text: str) -> str:
    """Return what ends the lines of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def joined(text: str, lines: Sequence[str], like: str) -> str:
    """Return a text with lines after it, which end as those of another text do."""
    newline = newline_of(like)
    begin = newline if text and not text.endswith("\n") else ""
    return f"{text}{begin}{newline.join(lines)}{newline}"


def end_of(node: Node) -> int:
    """Return where the last written thing of a node ends; comments after it do not count."""
    if isinstance(node, CollectionNode) and not node.flow_style:
        last = node.value[-1]
        if not isinstance(last, tuple):
            return end_of(last)
        key, value = last
        return int(key.end_mark.index) if is_nothing(value) else end_of(value)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        raise NotEditableError
    return int(node.end_mark.index)


def is_nothing(node: Node) -> bool:
    """Tell whether a key has no value at all."""
    return isinstance(node, ScalarNode) and node.style is None and node.value == ""


def cut_out(text: str, node: Node, step: str | int) -> Edit:
    """Return the edit that takes one child out of a node."""
    spans = list(_spans(node))
    names = [key.value for key, _ in node.value] if isinstance(node, MappingNode) else []
    number = names.index(step) if names else int(step)
    begin, end = spans[number]
    if isinstance(node, CollectionNode) and node.flow_style:
        if number + 1 < len(spans):
            return Edit(begin, spans[number + 1][0], "")
        return Edit(spans[number - 1][1] if number else begin, end, "")
    line = text.rfind("\n", 0, begin) + 1
    before = text[line:begin]
    if before.strip() not in (("",) if isinstance(node, MappingNode) else ("-",)):
        raise NotEditableError
    after = text.find("\n", end)
    return Edit(line, len(text) if after < 0 else after + 1, "")


def _spans(node: Node) -> Iterator[tuple[int, int]]:
    for child in node.value:
        key, value = child if isinstance(child, tuple) else (child, child)
        end = key.end_mark.index if is_nothing(value) else end_of(value)
        yield int(key.start_mark.index), int(end)


def place_of(node: Node | None, step: str | int) -> str | int:
    """Return the place of an item that is named by its text; any other step stays as it is."""
    if isinstance(node, SequenceNode) and isinstance(step, str):
        texts = [getattr(item, "value", None) for item in node.value]
        return texts.index(step) if step in texts else len(texts)
    return step


def child_of(node: Node | None, step: str | int) -> Node:
    """Return what a step from a node leads to."""
    found: Node | None = None
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        found = node.value[step]
    elif isinstance(node, MappingNode):
        found = next((value for key, value in node.value if key.value == step), None)
    if found is None:
        raise NotEditableError
    return found
