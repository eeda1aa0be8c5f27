"""Adding to a YAML file, taking out of it and exchanging: every other byte stays as it is.

The file is composed only to learn where its parts are; the text itself is cut and pasted, so that
comments, order, quotes and spaces stay as a person left them. What was made is read again and
must hold exactly what was asked for. Only block and flow styles that can be told apart surely
are edited; for anything else :class:`NotEditableError` is raised and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
from protocolkit.reading.yaml_pieces import (
    Edit,
    applied,
    child_of,
    cut_out,
    end_of,
    is_nothing,
    joined,
    line_end,
    lines_after,
    newline_of,
    place_of,
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
        made = joined(text, block(additions, 0), text)
    else:
        edits: list[Edit] = []
        _merge(text, top, additions, edits)
        made = applied(text, edits)
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
        steps.append(place_of(node, step))
        node = child_of(node, steps[-1])
    # What holds nothing else goes as a whole, but never an item of a list of mappings.
    depth = len(steps) - 1
    while depth > 0 and len(nodes[depth].value) == 1 and not isinstance(steps[depth - 1], int):
        depth -= 1
    made = applied(text, [cut_out(text, nodes[depth], steps[depth])])
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
        cut = cut_out(text, node, name)
        newline = newline_of(text)
        edit = Edit(cut.begin, cut.end, "".join(f"{line}{newline}" for line in lines))
        inner.pop(name)
    else:
        edit = lines_after(text, end_of(node), lines)
    made = applied(text, [edit])
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
        node = child_of(node, step)
    if not isinstance(node, MappingNode):
        raise NotEditableError
    known = {key.value: value for key, value in node.value}
    edits: list[Edit] = []
    for name in values.keys() & known.keys():
        held = known[name]
        begin, end = held.start_mark.index, held.end_mark.index
        if not isinstance(held, ScalarNode) or "\n" in text[begin:end] or begin == end:
            raise NotEditableError
        edits.append(Edit(begin, end, flow(values[name])))
    made = applied(text, edits)
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


def _merge(text: str, node: Node, value: Value, edits: list[Edit]) -> None:
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
        edits.append(Edit(begin, end, f"[{', '.join(shown)}]"))
    else:
        raise NotEditableError


def _merge_mapping(
    text: str, node: MappingNode, value: Mapping[str, Value], edits: list[Edit]
) -> None:
    known = {key.value: (key, child) for key, child in node.value}
    fresh: dict[str, Value] = {}
    for name, inner in value.items():
        if name not in known:
            fresh[name] = inner
            continue
        key, child = known[name]
        if is_nothing(child):
            edits.append(_filled(text, node, key, inner))
        else:
            _merge(text, child, inner, edits)
    if not fresh:
        return
    if node.flow_style:
        edits.append(_flow_addition(node, [flow_pair(*pair) for pair in fresh.items()]))
    else:
        column = node.value[0][0].start_mark.column
        edits.append(lines_after(text, end_of(node), block(fresh, column)))


def _append(text: str, node: SequenceNode, value: Sequence[Value], edits: list[Edit]) -> None:
    if node.flow_style:
        edits.append(_flow_addition(node, [flow(item) for item in value]))
        return
    first = node.value[0].start_mark.index
    line = text.rfind("\n", 0, first) + 1
    dash = _DASH.match(text[line:first])
    if dash is None:
        raise NotEditableError
    column = dash.start(1)
    edits.append(lines_after(text, end_of(node), block_items(value, column)))


def _filled(text: str, node: MappingNode, key: Node, value: Value) -> Edit:
    """Give a key without a value one."""
    colon = key.end_mark.index
    if text[colon : colon + 1] != ":":
        raise NotEditableError
    line = text[colon + 1 : line_end(text, colon)]
    bare = value.value if isinstance(value, Noted) else value
    if node.flow_style or line.split("#")[0].strip():
        raise NotEditableError
    return lines_after(text, colon, block_inner(bare, key.start_mark.column + 2))


def _flow_addition(node: CollectionNode, pieces: Sequence[str]) -> Edit:
    if not node.value:
        place = node.start_mark.index + 1
        return Edit(place, place, ", ".join(pieces))
    last = node.value[-1]
    place = end_of(last[1] if isinstance(last, tuple) else last)
    return Edit(place, place, "".join(f", {piece}" for piece in pieces))


def _is_list(value: Value) -> TypeGuard[Sequence[Value]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _block_mapping(top: MappingNode | None, path: Sequence[str]) -> MappingNode:
    """Return the mapping that a path of keys leads to; refuse one that is not in block style."""
    node: Node | None = top
    for step in path:
        node = child_of(node, step)
    if not isinstance(node, MappingNode) or node.flow_style:
        raise NotEditableError
    return node


def _lines_of(text: str, node: MappingNode, name: str, column: int) -> list[str]:
    """Return the lines of a key with what stands under it, the key at a column; none without it."""
    if all(key.value != name for key, _ in node.value):
        return []
    cut = cut_out(text, node, name)
    lines = text[cut.begin : cut.end].replace("\r\n", "\n").removesuffix("\n").split("\n")
    own = node.value[0][0].start_mark.column
    if any(line[:own].strip() for line in lines):
        raise NotEditableError
    return [f"{' ' * column}{line[own:]}" if line.strip() else "" for line in lines]
