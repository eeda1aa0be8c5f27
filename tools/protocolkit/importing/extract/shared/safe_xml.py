"""XML of strangers, read so that nothing in it can fetch, run or grow: no entities, no network."""

from __future__ import annotations

import re

from lxml import etree

from protocolkit.base.location import Location
from protocolkit.base.problems import ProtocolkitError, problem
from protocolkit.importing.extract.shared.elements import Element
from protocolkit.importing.source import codes

_HEAD = 4096
# What libxml2 says, and where it stops.
_DEEP, _DEEPEST = "Excessive depth", "256"


def read_xml(content: bytes, location: Location) -> Element:
    """Return the root of XML, without remarks and instructions for programs.

    Raises :class:`ProtocolkitError` for a declaration of any kind, and for what is no XML.
    """
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", content[:_HEAD]):
        raise ProtocolkitError(problem(codes.UNSAFE_XML, location))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        # a remark in the midst of a word is no part of it
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as reason:
        if _DEEP in str(reason):
            raise ProtocolkitError(problem(codes.TOO_DEEP, location, limit=_DEEPEST)) from None
        raise ProtocolkitError(problem(codes.DAMAGED, location)) from None
    if root.getroottree().docinfo.doctype:
        raise ProtocolkitError(problem(codes.UNSAFE_XML, location))
    return root


def depth_of(root: Element) -> int:
    """Return how many elements lie in each other at most."""
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
