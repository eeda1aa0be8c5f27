"""The nodes of a YAML text from the parser in C, which is fifteen times as fast.

What it refuses and what is rare (an anchor, an alias, several documents, a sign that YAML 1.1 took
for the end of a line, very deep nesting) is for the library that tells what is wrong and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.tag import Tag

# Not in every wheel of the library; without it all is read the slow way.
_LOADER = getattr(yaml, "CBaseLoader", None)
_OTHER_SIGNS = re.compile(
    r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_DEEPEST = 50
_NO_TAG = Tag(suffix=None)


class _Unusual(Exception):  # noqa: N818 - no error: the other library reads the text
    """The text is for the other library."""


def quick_nodes(text: str) -> Node | None:
    """Return the node at the top of a YAML text, None when the other library is to read it.

    Of each node there is what it holds, where it begins and, of a text, its quotes. An empty value
    begins at the line of its name.
    """
    if _LOADER is None or _OTHER_SIGNS.search(text):
        return None
    try:
        return _only_document(yaml.parse(text, Loader=_LOADER))
    except (yaml.YAMLError, _Unusual):
        return None


def _only_document(events: Iterator[yaml.Event]) -> Node:
    next(events)
    begin = next(events)
    if not isinstance(begin, yaml.DocumentStartEvent) or begin.explicit:
        raise _Unusual
    node = _node(next(events), events, 1)
    if next(events).explicit or not isinstance(next(events), yaml.StreamEndEvent):
        raise _Unusual
    return node


def _node(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None or depth > _DEEPEST:
        raise _Unusual
    if isinstance(event, yaml.ScalarEvent):
        return ScalarNode(_NO_TAG, event.value, event.start_mark, style=event.style or None)
    if isinstance(event, yaml.SequenceStartEvent):
        items = list(_items(events, depth))
        return SequenceNode(_NO_TAG, items, event.start_mark)
    inside = iter(list(_items(events, depth)))
    return MappingNode(_NO_TAG, list(zip(inside, inside, strict=True)), event.start_mark)


def _items(events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
    """Yield what stands in a list, or names and values in turn, up to its end."""
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        yield _node(event, events, depth + 1)
