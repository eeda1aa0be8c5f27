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
    """Yield after what a change stands, if that is known, and which clause calls a new note.

    Of a clause that moved it is where that stands now.
    """
    near = cited.get(change.near, change.near)
    if on := cited.get(change.note_on, change.note_on):
        yield translate("note at {place}").format(place=on)
    where = translate("after {place}").format(place=near) if near else translate(BEFORE_TEXT)
    if change.is_moved:
        yield translate("now stands {where}").format(where=where)
    elif near or change.is_new:
        yield where
