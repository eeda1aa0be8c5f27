"""What came back as JSON, for other programs."""

from __future__ import annotations

import json

from protocolkit.base.formats import COMMENTS
from protocolkit.base.objects import Object
from protocolkit.review.on_behalf import side_words
from protocolkit.review.remarks import PassedOver, Remark, ReturnedChange, Review


def review_to_json(review: Review) -> str:
    """Return remarks and changes as JSON text; ``counts`` is about remarks."""
    number, placed = len(review.remarks), review.placed
    content = {
        **COMMENTS.head(),
        "comments": [_remark(one) for one in review.remarks],
        "collisions": list(review.collisions),
        "changes": [_change(one) for one in review.changes],
        "left_out": [_passed_over(one) for one in review.passed_over],
        "parts": [{"file": one.file, "clauses": one.held, "of": one.count} for one in review.parts],
        "counts": {"in_file": number, "placed": placed, "unplaced": number - placed},
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _remark(one: Remark) -> Object:
    return {
        "id": one.id,
        "parent": one.parent or None,
        "author": one.author,
        "namens": side_words(one.side) or None,
        "date": one.date,
        "text": one.text,
        "quote": one.quote,
        "anchor": one.anchor or None,
        "near": one.near or None,
        "row": one.row,
        "resolved": one.resolved,
        "placed_by": one.placed_by.value or None,
        "file": one.file,
    }


def _change(one: ReturnedChange) -> Object:
    return {
        "anchor": one.anchor or None,
        "near": one.near or None,
        "kind": one.kind,
        "old": one.old,
        "new": one.new,
        "author": one.author,
        "others": list(one.others),
        "date": one.date,
        "tracked": one.tracked,
        "file": one.file,
    }


def _passed_over(one: PassedOver) -> Object:
    return {
        "words": one.words,
        "reason": one.reason.value,
        "place": one.place or None,
        "file": one.file,
    }
