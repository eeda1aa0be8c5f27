"""The nodes of a YAML text: the one place where the library makes them.

So it prints nothing, and what it cannot take is always an error of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import Node

MAY_BE_ALIAS = re.compile(r"(?<![^\s\[\]{},:?\ufeff-])\*")


class _Reader(YAML):
    """The library's reader, which looks its own parts up by name at every step."""

    def __init__(self) -> None:
        super().__init__(typ="safe", pure=True)

    def official_plug_ins(self) -> list[str]:
        """Return no more ways to read: they are looked for on disk each time."""
        return []

    @cached_property
    def reader(self) -> object:
        """What gives the signs."""
        return self.Reader(None, loader=self)

    @cached_property
    def scanner(self) -> object:
        """What makes tokens of signs."""
        return self.Scanner(loader=self)

    @cached_property
    def parser(self) -> object:
        """What makes events of tokens."""
        return self.Parser(loader=self)


@lru_cache(maxsize=32)
def composed(text: str) -> Node | None:
    """Return the node at the top of a YAML text, None when it holds nothing; nobody changes it.

    The front matter of one protocol is read again and again: as it was written, in what was made
    of it, in the proof of that.

    Raises what the library raises (YAMLError, RecursionError, ValueError).
    """
    yaml = _Reader()
    # a name that is given twice means nothing, as no name may be used; a warning would be printed
    yaml.composer.warn_double_anchors = False
    with _as_yaml_errors():
        node: Node | None = yaml.compose(text)
    return node


def first_alias(text: str) -> tuple[str, int] | None:
    """Return the name and the line, from 0, of the first alias in a YAML text; None without one.

    Raises as :func:`composed`.
    """
    # only a text with a star where a word may begin can hold one; parsing twice costs
    if MAY_BE_ALIAS.search(text) is None:
        return None
    with _as_yaml_errors():
        for event in _Reader().parse(text):
            if isinstance(event, AliasEvent):
                return str(event.anchor), int(event.start_mark.line)
    return None


@contextmanager
def _as_yaml_errors() -> Iterator[None]:
    """Take what the library only asserts, such as a version of YAML, for an error of the text."""
    try:
        yield
    except (AssertionError, AttributeError, IndexError, KeyError, TypeError) as reason:
        raise YAMLError(str(reason)) from reason
