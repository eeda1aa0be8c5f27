"""The record inside our own Word files: a part of custom XML that readers never see."""

from __future__ import annotations

from protocolkit.importing.word_package import WordPackage
from protocolkit.problems import ProtocolkitError

_ROOT = "{urn:protocolkit:record:1}record"
_KIND = "customXml"
_MOST_PARTS = 20


def record_text(package: WordPackage) -> str | None:
    """Return the text of the record in a Word file, None when it has none.

    Other programs keep parts of their own in the same place; one that is damaged is none of ours.
    """
    related = package.relationships(package.main).values()
    parts = [found.target for found in related if found.kind == _KIND and not found.is_outside]
    for name in parts[:_MOST_PARTS]:
        try:
            root = package.part(name)
        except ProtocolkitError:
            continue
        if root is not None and root.tag == _ROOT:
            return root.text or ""
    return None
