"""Which paragraphs close a document: who decided on it, and from when it holds."""

from __future__ import annotations

import re

from protocolkit.importing.structure.stated_approvals import stated_approvals

_CLOSING = re.compile(
    r"^(?:dit|het|deze)\s+(?:protocol|beleid|reglement|regeling|gedragscode|document)\b.{0,200}?"
    r"(?:instemming|vastgesteld|tot stand gekomen|in werking|treedt)"
    r"|^(?:aldus )?vastgesteld\b|^(?:met )?instemming\b",
    re.IGNORECASE | re.DOTALL,
)
_DRAWN_UP = re.compile(
    r"^(?:dit|het|deze)\s+(?:protocol|beleid|reglement|regeling|gedragscode|document)\b.{0,200}"
    r"opgesteld",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE_ENDS = re.compile(r"[.!?;]\s")


def is_closing(text: str) -> bool:
    """Tell whether a paragraph only says how its document was decided on, or when it begins."""
    if _CLOSING.match(text):
        return True
    if _SENTENCE_ENDS.search(text):
        return False
    return any(one.date for one in stated_approvals(" ".join(text.split())))


def stands_apart(text: str) -> bool:
    """Tell whether a paragraph is about its document, so that it belongs to no item above it."""
    return is_closing(text) or _DRAWN_UP.match(text) is not None
