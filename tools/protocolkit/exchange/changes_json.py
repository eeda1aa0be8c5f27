"""A change set as JSON, for other programs; its schema is :mod:`changes_schema`."""

from __future__ import annotations

import json

from protocolkit.base.formats import CHANGES
from protocolkit.base.objects import Object
from protocolkit.changes.change_set import Change, ChangeSet, Version
from protocolkit.exchange.change_pieces import pieces_value


def changes_to_json(change_set: ChangeSet) -> str:
    """Return a change set as JSON text; pieces that are equal have the same words on both sides."""
    return json.dumps(changes_value(change_set), ensure_ascii=False, indent=1) + "\n"


def changes_value(change_set: ChangeSet) -> Object:
    """Return a change set as values that JSON has."""
    counts = change_set.counts
    return {
        **CHANGES.head(),
        "old": _version(change_set.old),
        "new": _version(change_set.new),
        "changes": [_change(change) for change in change_set.changes],
        "facts": [
            {"fact": fact.fact, "anchor": fact.anchor, "old": fact.old, "new": fact.new}
            for fact in change_set.facts
        ],
        "counts": {
            **{kind.value: number for kind, number in counts.kinds.items()},
            "removed_words": counts.removed_words,
            "added_words": counts.added_words,
        },
    }


def _version(version: Version) -> Object:
    return {"path": version.path, "fingerprint": version.fingerprint}


def _change(change: Change) -> Object:
    return {
        "kind": change.kind.value,
        "part": change.item.value,
        "old": list(change.old),
        "new": list(change.new),
        "old_label": change.old_label,
        "new_label": change.new_label,
        "moved": change.moved,
        "refilled": change.refilled,
        "removed_words": change.removed_words,
        "added_words": change.added_words,
        "pieces": pieces_value(change.pairs),
    }
