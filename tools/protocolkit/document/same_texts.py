"""Texts that are the same but for a name: it was taken out of a kept version on request.

Such a version says which check codes it had before. A decision on one of these texts is a decision
on the others, whichever of them the file of the protocol has by now.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from protocolkit.document.approvals import Approval
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.document.model import Protocol

SameTexts = frozenset[str]
"""The check codes of texts that are the same but for names."""


def same_texts(kept: Iterable[Protocol]) -> tuple[SameTexts, ...]:
    """Return the codes of the texts of kept versions, with those that they had before a name went.

    Versions that share a text are one; a version without such a name is none.
    """
    found: list[SameTexts] = []
    for one in kept:
        if before := [removed.fingerprint for removed in one.facts.removed_names]:
            codes = frozenset((*before, protocol_fingerprint(one)))
            shared = [other for other in found if other & codes]
            found = [o for o in found if o not in shared] + [codes.union(*shared)]
    return tuple(found)


def with_same_texts(entry: Approval, groups: Iterable[SameTexts]) -> Approval:
    """Return an entry with the other codes of the texts that it is about."""
    known = tuple(groups)
    own = _alike(entry.fingerprint, known)
    later = tuple(replace(one, alike=_alike(one.fingerprint, known)) for one in entry.corrections)
    return replace(entry, alike=own, corrections=later)


def _alike(code: str, groups: Iterable[SameTexts]) -> tuple[str, ...]:
    found: set[str] = set()
    for group in groups:
        if code and any(one.startswith(code) for one in group):
            found |= {one for one in group if not one.startswith(code)}
    return tuple(sorted(found))
