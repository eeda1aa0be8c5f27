"""Where a change stands that is at no clause: on the cover, before the text or after a clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from protocolkit.base.messages import Translate, mark
from protocolkit.review.remarks import ReturnedChange

COVER_OR_TITLE = mark("Cover or title")
BEFORE_TEXT = mark("before the first clause")


def near_words(
    change: ReturnedChange, cited: Mapping[str, str], translate: Translate
) -> Iterator[str]:
    """Yield after what a change stands, if that is known, and which clause calls a new note."""
    near = cited.get(change.near, change.near)
    if on := cited.get(change.note_on, change.note_on):
        yield translate("note at {place}").format(place=on)
    if near:
        yield translate("after {place}").format(place=near)
    elif change.is_new:
        yield translate(BEFORE_TEXT)
