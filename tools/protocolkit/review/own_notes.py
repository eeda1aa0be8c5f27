"""Notes that this program put in the margin of a redline itself: no remarks of a council.

Who answers one says something, and that is a remark at the same clause.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from protocolkit.paper.redline.move_notes import known_notes
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.printed_around import SentText
from protocolkit.review.remarks import PassedOver, Remark, Review


def without_own_notes(found: Review, sent: SentText) -> Review:
    """Return what came back, with our own notes among what counts as no remark."""
    known = known_notes((one.text for one in found.remarks), (sent.protocol, *sent.earlier))
    own = {one.id: one for one in found.remarks if one.text in known and not one.parent}
    if not own:
        return found
    told = tuple(
        PassedOver(words=one.text, reason=LeftOutReason.MOVE_NOTE, file=one.file)
        for one in own.values()
    )
    remarks = tuple(_first(one, own) for one in found.remarks if one.id not in own)
    return replace(found, remarks=remarks, passed_over=(*found.passed_over, *told))


def _first(one: Remark, own: Mapping[str, Remark]) -> Remark:
    """Return an answer to a note of ours as the first of what is said there."""
    note = own.get(one.parent)
    return replace(one, parent="", placed_by=note.placed_by) if note else one
