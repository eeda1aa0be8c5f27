"""Adding to a YAML file and taking out of it, with every other byte left as it stands.

The file is composed only to learn where its parts are; the text itself is cut and pasted, so that
comments, order, quotes and spaces stay as a person left them. What was made is read again and
must hold exactly what was asked for. Only block and flow styles that can be told apart surely
are edited; for anything else :class:`NotEditableError` is raised and nothing is lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

_PLAIN = re.compile(r"^[a-z][a-z0-9_]*(?:[-#.][a-z0-9]+)*$")
_READ_AS_OTHER = frozenset("true false yes no on off null y n ja nee".split())
_DASH = re.compile(r"^[ ]*(-[ ]+)$")


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a remark, printed behind its key where a remark can stand."""

    value: Value
    note: str


@dataclass(frozen=True, slots=True)
class Inside:
    """Additions to items of a list that are there, by their place (from 0)."""

    items: Mapping[int, Value]


Value = str | Noted | Inside | Mapping[str, "Value"] | Sequence["Value"]
Path = tuple[str | int, ...]


class NotEditableError(ValueError):
    """The file is written in a way that cannot be edited safely."""


def added(text: str, additions: Mapping[str, Value]) -> str:
    """Return a YAML text with additions: new keys at the end of a mapping, new items of a list.

    A mapping is merged with what is there, a list is appended to it. Raises
    :class:`NotEditableError`, also when an addition would change a value.
    """
    top = _compose(text)
    if top is None:
        made = _joined(text, _block(additions, 0), text)
    else:
        edits: list[_Edit] = []
        _merge(text, top, additions, edits)
        made = _applied(text, edits)
    _verify(made, _merged(_content(top), additions))
    return made


def removed(text: str, path: Path) -> str:
    """Return a YAML text without one item of a list or one key; what gets empty goes as well.

    The path names keys, and items of lists by their place (from 0) or their text. Raises
    :class:`NotEditableError`.
    """
    top = _compose(text)
    nodes: list[Node] = []
    steps: list[str | int] = []
    node: Node | None = top
    for step in path:
        if isinstance(node, ScalarNode) and node.value == step:
            break  # a single text stands for a list of one
        if node is None:
            raise NotEditableError
        nodes.append(node)
        steps.append(_place(node, step))
        node = _child(node, steps[-1])
    # What holds nothing else goes as a whole, but never an item of a list of mappings.
    depth = len(steps) - 1
    while depth > 0 and len(nodes[depth].value) == 1 and not isinstance(steps[depth - 1], int):
        depth -= 1
    made = _applied(text, [_cut(text, nodes[depth], steps[depth])])
    _verify(made, _without(_content(top), steps[: depth + 1]))
    return made


@dataclass(frozen=True, slots=True)
class _Edit:
    begin: int
    end: int
    text: str


def _compose(text: str) -> MappingNode | None:
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, RecursionError, ValueError) as reason:
        raise NotEditableError from reason
    if node is not None and not isinstance(node, MappingNode):
        raise NotEditableError
    return node


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    """Apply edits from the end on; those at one place stay in their order."""
    ordered = sorted(enumerate(edits), key=lambda item: (item[1].begin, item[0]), reverse=True)
    for _, edit in ordered:
        text = text[: edit.begin] + edit.text + text[edit.end :]
    return text


def _merge(text: str, node: Node, value: Value, edits: list[_Edit]) -> None:
    if isinstance(value, Noted):
        value = value.value
    if isinstance(node, MappingNode) and isinstance(value, Mapping):
        _merge_mapping(text, node, value, edits)
    elif isinstance(node, SequenceNode) and isinstance(value, Inside):
        for place, inner in value.items.items():
            _merge(text, node.value[place], inner, edits)
    elif isinstance(node, SequenceNode) and _is_list(value):
        _append(text, node, value, edits)
    elif isinstance(node, ScalarNode) and _is_list(value) and node.value and not node.style:
        shown = [text[node.start_mark.index : node.end_mark.index], *map(_flow, value)]
        begin, end = node.start_mark.index, node.end_mark.index
        edits.append(_Edit(begin, end, f"[{', '.join(shown)}]"))
    else:
        raise NotEditableError


def _merge_mapping(
    text: str, node: MappingNode, value: Mapping[str, Value], edits: list[_Edit]
) -> None:
    known = {key.value: (key, child) for key, child in node.value}
    fresh: dict[str, Value] = {}
    for name, inner in value.items():
        if name not in known:
            fresh[name] = inner
            continue
        key, child = known[name]
        if _is_nothing(child):
            edits.append(_filled(text, node, key, inner))
        else:
            _merge(text, child, inner, edits)
    if not fresh:
        return
    if node.flow_style:
        edits.append(_flow_addition(node, [_flow_pair(*pair) for pair in fresh.items()]))
    else:
        column = node.value[0][0].start_mark.column
        edits.append(_lines_after(text, _end(node), _block(fresh, column)))


def _append(text: str, node: SequenceNode, value: Sequence[Value], edits: list[_Edit]) -> None:
    if node.flow_style:
        edits.append(_flow_addition(node, [_flow(item) for item in value]))
        return
    first = node.value[0].start_mark.index
    line = text.rfind("\n", 0, first) + 1
    dash = _DASH.match(text[line:first])
    if dash is None:
        raise NotEditableError
    column = dash.start(1)
    edits.append(_lines_after(text, _end(node), _block_items(value, column)))


def _filled(text: str, node: MappingNode, key: Node, value: Value) -> _Edit:
    """Give a key without a value one."""
    colon = key.end_mark.index
    if text[colon : colon + 1] != ":":
        raise NotEditableError
    line = text[colon + 1 : _line_end(text, colon)]
    bare = value.value if isinstance(value, Noted) else value
    if node.flow_style or line.split("#")[0].strip():
        raise NotEditableError
    return _lines_after(text, colon, _block_inner(bare, key.start_mark.column + 2))


def _flow_addition(node: CollectionNode, pieces: Sequence[str]) -> _Edit:
    if not node.value:
        place = node.start_mark.index + 1
        return _Edit(place, place, ", ".join(pieces))
    last = node.value[-1]
    place = _end(last[1] if isinstance(last, tuple) else last)
    return _Edit(place, place, "".join(f", {piece}" for piece in pieces))


def _lines_after(text: str, place: int, lines: Sequence[str]) -> _Edit:
    end = _line_end(text, place)
    newline = _newline(text)
    return _Edit(end, end, "".join(f"{newline}{line}" for line in lines))


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _joined(text: str, lines: Sequence[str], like: str) -> str:
    newline = _newline(like)
    begin = newline if text and not text.endswith("\n") else ""
    return f"{text}{begin}{newline.join(lines)}{newline}"


def _end(node: Node) -> int:
    """Return where the last written thing of a node ends; comments after it do not count."""
    if isinstance(node, CollectionNode) and not node.flow_style:
        last = node.value[-1]
        if not isinstance(last, tuple):
            return _end(last)
        key, value = last
        return int(key.end_mark.index) if _is_nothing(value) else _end(value)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        raise NotEditableError
    return int(node.end_mark.index)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style is None and node.value == ""


def _is_list(value: Value) -> TypeGuard[Sequence[Value]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _cut(text: str, node: Node, step: str | int) -> _Edit:
    """Return the edit that takes one child out of a node."""
    spans = list(_spans(node))
    names = [key.value for key, _ in node.value] if isinstance(node, MappingNode) else []
    number = names.index(step) if names else int(step)
    begin, end = spans[number]
    if isinstance(node, CollectionNode) and node.flow_style:
        if number + 1 < len(spans):
            return _Edit(begin, spans[number + 1][0], "")
        return _Edit(spans[number - 1][1] if number else begin, end, "")
    line = text.rfind("\n", 0, begin) + 1
    before = text[line:begin]
    if before.strip() not in (("",) if isinstance(node, MappingNode) else ("-",)):
        raise NotEditableError
    after = text.find("\n", end)
    return _Edit(line, len(text) if after < 0 else after + 1, "")


def _spans(node: Node) -> Iterator[tuple[int, int]]:
    for child in node.value:
        key, value = child if isinstance(child, tuple) else (child, child)
        end = key.end_mark.index if _is_nothing(value) else _end(value)
        yield int(key.start_mark.index), int(end)


def _place(node: Node | None, step: str | int) -> str | int:
    if isinstance(node, SequenceNode) and isinstance(step, str):
        texts = [getattr(item, "value", None) for item in node.value]
        return texts.index(step) if step in texts else len(texts)
    return step


def _child(node: Node | None, step: str | int) -> Node:
    found: Node | None = None
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        found = node.value[step]
    elif isinstance(node, MappingNode):
        found = next((value for key, value in node.value if key.value == step), None)
    if found is None:
        raise NotEditableError
    return found


def _block(values: Mapping[str, Value], column: int) -> list[str]:
    lines: list[str] = []
    for name, value in values.items():
        note = f"  # {_one_line(value.note)}" if isinstance(value, Noted) else ""
        bare = value.value if isinstance(value, Noted) else value
        head = f"{' ' * column}{_scalar(name)}:"
        if _is_short(bare):
            lines.append(f"{head} {_flow(bare)}{note}")
        else:
            lines.append(f"{head}{note}")
            lines += _block_inner(bare, column + 2)
    return lines


def _block_inner(value: Value, column: int) -> list[str]:
    if isinstance(value, Mapping):
        return _block(value, column)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _block_items(value, column)
    raise NotEditableError


def _block_items(values: Sequence[Value], column: int) -> list[str]:
    lines: list[str] = []
    for value in values:
        if isinstance(value, Mapping):
            inner = _block(value, column + 2)
            lines.append(f"{' ' * column}- {inner[0].lstrip()}")
            lines += inner[1:]
        else:
            lines.append(f"{' ' * column}- {_flow(value)}")
    return lines


def _is_short(value: Value) -> bool:
    """Whether a value fits behind its key: a text, or a list of texts."""
    return isinstance(value, str) or (
        isinstance(value, Sequence) and all(isinstance(item, str) for item in value)
    )


def _flow(value: Value) -> str:
    if isinstance(value, Noted):
        return _flow(value.value)
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(_flow_pair(*pair) for pair in value.items())}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(_flow, value))}]"
    raise NotEditableError


def _flow_pair(name: str, value: Value) -> str:
    return f"{_scalar(name)}: {_flow(value)}"


def _scalar(text: str) -> str:
    if _PLAIN.match(text) and text not in _READ_AS_OTHER:
        return text
    shown = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in shown)


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


_Content = str | dict[str, "_Content"] | list["_Content"]


def _content(node: Node | None) -> _Content:
    if node is None:
        return {}
    if isinstance(node, MappingNode):
        return {str(key.value): _content(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_content(item) for item in node.value]
    return str(node.value)


def _merged(content: _Content, value: Value) -> _Content:
    if isinstance(value, Noted):
        return _merged(content, value.value)
    if isinstance(value, Inside):
        assert isinstance(content, list)
        return [
            _merged(item, value.items[place]) if place in value.items else item
            for place, item in enumerate(content)
        ]
    if isinstance(value, Mapping):
        base = content if isinstance(content, dict) else {}
        return base | {name: _merged(base.get(name, ""), one) for name, one in value.items()}
    if isinstance(value, str):
        return value
    before = content if isinstance(content, list) else [content] if content else []
    return [*before, *(_merged("", item) for item in value)]


def _without(content: _Content, path: Sequence[str | int]) -> _Content:
    first, *rest = path
    if isinstance(content, list) and isinstance(first, int):
        inner = [_without(content[first], rest)] if rest else []
        return [*content[:first], *inner, *content[first + 1 :]]
    assert isinstance(content, dict)
    if not rest:
        return {name: value for name, value in content.items() if name != first}
    return {
        name: _without(value, rest) if name == first else value for name, value in content.items()
    }


def _verify(made: str, expected: _Content) -> None:
    if _content(_compose(made)) != expected:
        raise NotEditableError
