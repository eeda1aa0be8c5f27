"""The nodes of a YAML text: the one place where the library makes them, so that it says nothing."""

from __future__ import annotations

from ruamel.yaml import YAML
from ruamel.yaml.nodes import Node


def composed(text: str) -> Node | None:
    """Return the node at the top of a YAML text, None when it holds nothing.

    Raises what the library raises (YAMLError, RecursionError, ValueError).
    """
    yaml = YAML(typ="safe", pure=True)
    # a name that is given twice means nothing, as no name may be used; a warning would be printed
    yaml.composer.warn_double_anchors = False
    node: Node | None = yaml.compose(text)
    return node
