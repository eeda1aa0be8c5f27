"""Anchors that disappeared or were re-used since an earlier version of a file."""

from __future__ import annotations

from collections.abc import Iterator

from protocolkit.base.git import changed_since, earlier_text
from protocolkit.base.location import Location
from protocolkit.base.problems import Problem, ProtocolkitError, error, problem, warning
from protocolkit.checking.gone import check_gone
from protocolkit.collection import Collection
from protocolkit.document.model import Clause, Footnote, Protocol
from protocolkit.document.outline import addressable, clause_text, sections
from protocolkit.reading.reader import read_protocol_text
from protocolkit.repository_layout import folder_name
from protocolkit.text.words import tokens

ANCHOR_LOST = error(
    "anchor-lost",
    "An anchor disappeared",
    "the anchor '{anchor}' was there before and is not any more.",
    "Give the text its anchor back; if the text is gone, add the anchor to 'retired'.",
)
ANCHOR_REUSED = warning(
    "anchor-reused",
    "An anchor names another text than before",
    "the anchor '{anchor}' now names quite another text than before.",
    "Give a new text a new anchor, and add the old one to 'retired'.",
)
REVISION_UNKNOWN = error(
    "revision-unknown",
    "An earlier version is not there",
    "the version '{revision}' is not in the history of this folder; nothing was compared with it.",
    "See 'git log' for the versions that there are. A copy without history gets it with 'git fetch "
    "--unshallow'.",
)
_LAST_COMMIT = "HEAD"

# Fewer shared words than this share of the shorter text: another text, not a changed one. Reworded
# rules keep more; two unrelated rules share about a tenth (their articles and prepositions).
_SHARED_AT_LEAST = 0.2
# In very short texts a single changed word is most of it.
_WORDS_AT_LEAST = 6


def check_anchors(before: Protocol, now: Protocol) -> Iterator[Problem]:
    """Yield every anchor of an earlier version that is lost or names another text now."""
    current = {item.anchor: item for item in addressable(now)}
    known = {*current, *(section.anchor for section in sections(now)), *now.facts.retired}
    earlier = [
        *(item.anchor for item in addressable(before)),
        *(s.anchor for s in sections(before)),
    ]
    for anchor in earlier:
        if anchor not in known:
            yield problem(ANCHOR_LOST, now.location, anchor)
    for item in addressable(before):
        other = current.get(item.anchor)
        if other is not None and _is_another(item, other):
            yield problem(ANCHOR_REUSED, other.location, item.anchor)


def _is_another(before: Clause | Footnote, now: Clause | Footnote) -> bool:
    old, new = (set(tokens(clause_text(item).lower())) for item in (before, now))
    shorter = min(len(old), len(new))
    return shorter >= _WORDS_AT_LEAST and len(old & new) < _SHARED_AT_LEAST * shorter


def check_versions(collection: Collection, revision: str | None) -> tuple[Problem, ...]:
    """Return every anchor, protocol and subject lost, or anchor re-used, since a git revision.

    ``None`` is the last commit. Outside a git repository, and for files that the revision does not
    have, there is nothing.
    Raises :class:`~protocolkit.base.problems.ProtocolkitError` for a revision that was named and
    that git does not have.
    """
    since = _LAST_COMMIT if revision is None else revision
    changed = (
        changed_since(collection.root, since, folder_name(collection.root))
        if since.strip()
        else None
    )
    if changed is None and revision is not None:
        raise ProtocolkitError(problem(REVISION_UNKNOWN, Location("--since"), revision=revision))
    return tuple(_problems(collection, since, changed)) if changed else ()


def _problems(collection: Collection, revision: str, changed: tuple[str, ...]) -> Iterator[Problem]:
    for protocol in collection.protocols:
        name = protocol.location.path
        if name in changed and (text := earlier_text(collection.root, revision, name)):
            yield from check_anchors(read_protocol_text(text, name).protocol, protocol)
    yield from check_gone(collection, revision, changed)
