"""The names of Akoma Ntoso 3 (OASIS LegalDocML) that are written here and read at import."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

# lxml is published without types.
Element = Any

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of version 3.0, the OASIS standard of 2018."""

FACTS_NAMESPACE = "urn:protocolkit:akn:1"
"""The namespace of what is ours in a file: the facts that the standard has no name for."""

FACTS = f"{{{FACTS_NAMESPACE}}}facts"
"""The element that holds the facts of a protocol, as ``protocol export`` writes them in JSON."""

SHORT_LEVEL = re.compile(r"level-([2-6])")
"""The class of a section whose heading lies deeper than where it stands says."""

_OWN_MARK = "__"


def inner_name(anchor: str, kind: str, number: int) -> str:
    """Return the ``eId`` of what has no anchor itself, which no anchor can be: ``art-1__point_2``.

    >>> inner_name("art-1", "point", 2)
    'art-1__point_2'
    """
    return f"{anchor}{_OWN_MARK}{kind}_{number}"


def qualified(name: str) -> str:
    """Return the name of an element as lxml spells it."""
    return f"{{{NAMESPACE}}}{name}"


def add_element(parent: Element, tag: str, /, **attributes: str) -> Element:
    """Add an element of Akoma Ntoso at the end of another one."""
    return etree.SubElement(parent, qualified(tag), attributes)
