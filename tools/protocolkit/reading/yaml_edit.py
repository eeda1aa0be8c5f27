"""Adding to a YAML file, taking out of it and exchanging: every other byte stays as it is.

The file is composed only to learn where its parts are; the text itself is cut and pasted, so that
comments, order, quotes and spaces stay as a person left them. What was made is read again and
must hold exactly what was asked for. Only block and flow styles that can be told apart surely
are edited; for anything else :class:`NotEditableError` is raised and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from protocolkit.reading.yaml_content import (
    compose,
    content_of,
    mapping_at,
    verify,
    with_added,
    without,
)
from protocolkit.reading.yaml_values import (
    Inside,
    Noted,
    NotEditableError,
    Value,
    block,
    block_inner,
    block_items,
    flow,
    flow_pair,
)

_DASH = re.compile(r"^[ ]*(-[ ]+)$")

Path = tuple[str | int, ...]


def added(text: str, additions: Mapping[str, Value]) -> str:
    """Return a YAML text with additions: new keys at the end of a mapping, new items of a list.

    A mapping is merged with what is there, a list is appended to it. Raises
    :class:`NotEditableError`, also when an addition would change a value.
    """
    top = compose(text)
    if top is None:
        made = _joined(text, block(additions, 0), text)
    else:
        edits: list[_Edit] = []
        _merge(text, top, additions, edits)
        made = _applied(text, edits)
    verify(made, with_added(content_of(top), additions))
    return made


def removed(text: str, path: Path) -> str:
    """Return a YAML text without one item of a list or one key; what gets empty goes as well.

    The path names keys, and items of lists by their place (from 0) or their text. Raises
    :class:`NotEditableError`.
    """
    top = compose(text)
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
    verify(made, without(content_of(top), steps[: depth + 1]))
    return made


def exchanged(text: str, source: str, path: Sequence[str]) -> str:
    """Return a YAML text with one key as it stands in another text, comments under it too.

    The path names mappings in block style, and the key in the last. Where only the other text has
    the key, it comes at the end of its mapping; where only this one has it, it goes. Raises
    :class:`NotEditableError`.
    """
    *above, name = path
    top, other = compose(text), compose(source)
    node, given = _block_mapping(top, above), _block_mapping(other, above)
    expected = content_of(top)
    inner, wanted = mapping_at(expected, above), mapping_at(content_of(other), above)
    if inner.get(name) == wanted.get(name):
        return text
    lines = _lines_of(source, given, name, node.value[0][0].start_mark.column)
    if name in inner:
        cut = _cut(text, node, name)
        newline = _newline(text)
        edit = _Edit(cut.begin, cut.end, "".join(f"{line}{newline}" for line in lines))
        inner.pop(name)
    else:
        edit = _lines_after(text, _end(node), lines)
    made = _applied(text, [edit])
    if not text.endswith("\n"):
        made = made.rstrip("\r\n")
    if name in wanted:
        inner[name] = wanted[name]
    verify(made, expected)
    return made


def assigned(text: str, path: Path, values: Mapping[str, str]) -> str:
    """Return a YAML text in which keys of one mapping have other texts; new ones come at its end.

    The path names keys, and items of lists by their place (from 0). A key that holds anything but
    a text on one line is refused. Raises :class:`NotEditableError`.
    """
    top = compose(text)
    node: Node | None = top
    for step in path:
        node = _child(node, step)
    if not isinstance(node, MappingNode):
        raise NotEditableError
    known = {key.value: value for key, value in node.value}
    edits: list[_Edit] = []
    for name in values.keys() & known.keys():
        held = known[name]
        begin, end = held.start_mark.index, held.end_mark.index
        if not isinstance(held, ScalarNode) or "\n" in text[begin:end] or begin == end:
            raise NotEditableError
        edits.append(_Edit(begin, end, flow(values[name])))
    made = _applied(text, edits)
    changed = {name: values[name] for name in values if name in known}
    verify(made, with_added(content_of(top), _under(path, changed)))
    fresh = {name: value for name, value in values.items() if name not in known}
    return added(made, _under(path, fresh)) if fresh else made


def _under(path: Path, values: Mapping[str, str]) -> Mapping[str, Value]:
    """Return values as an addition below a path whose first step is a key."""
    found: Value = values
    for step in reversed(path):
        found = Inside({step: found}) if isinstance(step, int) else {step: found}
    assert isinstance(found, Mapping)
    return found


@dataclass(frozen=True, slots=True)
class _Edit:
    begin: int
    end: int
    text: str


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
        shown = [text[node.start_mark.index : node.end_mark.index], *map(flow, value)]
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
        edits.append(_flow_addition(node, [flow_pair(*pair) for pair in fresh.items()]))
    else:
        column = node.value[0][0].start_mark.column
        edits.append(_lines_after(text, _end(node), block(fresh, column)))


def _append(text: str, node: SequenceNode, value: Sequence[Value], edits: list[_Edit]) -> None:
    if node.flow_style:
        edits.append(_flow_addition(node, [flow(item) for item in value]))
        return
    first = node.value[0].start_mark.index
    line = text.rfind("\n", 0, first) + 1
    dash = _DASH.match(text[line:first])
    if dash is None:
        raise NotEditableError
    column = dash.start(1)
    edits.append(_lines_after(text, _end(node), block_items(value, column)))


def _filled(text: str, node: MappingNode, key: Node, value: Value) -> _Edit:
    """Give a key without a value one."""
    colon = key.end_mark.index
    if text[colon : colon + 1] != ":":
        raise NotEditableError
    line = text[colon + 1 : _line_end(text, colon)]
    bare = value.value if isinstance(value, Noted) else value
    if node.flow_style or line.split("#")[0].strip():
        raise NotEditableError
    return _lines_after(text, colon, block_inner(bare, key.start_mark.column + 2))


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


def _block_mapping(top: MappingNode | None, path: Sequence[str]) -> MappingNode:
    """Return the mapping that a path of keys leads to; refuse one that is not in block style."""
    node: Node | None = top
    for step in path:
        node = _child(node, step)
    if not isinstance(node, MappingNode) or node.flow_style:
        raise NotEditableError
    return node


def _lines_of(text: str, node: MappingNode, name: str, column: int) -> list[str]:
    """Return the lines of a key with what stands under it, the key at a column; none without it."""
    if all(key.value != name for key, _ in node.value):
        return []
    cut = _cut(text, node, name)
    lines = text[cut.begin : cut.end].replace("\r\n", "\n").removesuffix("\n").split("\n")
    own = node.value[0][0].start_mark.column
    if any(line[:own].strip() for line in lines):
        raise NotEditableError
    return [f"{' ' * column}{line[own:]}" if line.strip() else "" for line in lines]


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
