"""What a file holds that is no text of its protocol: its words, why, and where it stood.

The text of a protocol is what a reader of the printed page sees (words.md). The rest is named with
its words, so that a person can judge it. Which program made the file is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import Marked, mark


class Reason(Enum):
    """Why words are no text of the protocol; the value is what a ledger says."""

    STRUCK = "struck"
    DELETED = "deleted"
    MOVED = "moved"
    HIDDEN = "hidden"
    COLOUR = "colour"
    SMALL = "small"
    OFF_PAGE = "off-page"
    COVERED = "covered"
    INVISIBLE = "invisible"
    COMMENT = "comment"
    CONTENTS = "contents"
    RUNNING = "running"
    DESCRIPTION = "description"
    PICTURE = "picture"
    MARK = "mark"
    DRAWN = "drawn"
    FIELD = "field"
    CODE = "code"
    MENU = "menu"
    FORM = "form"
    OUTSIDE = "outside"
    NOT_ON_PAGE = "not-on-page"
    NOT_CALLED = "not-called"
    OTHER_VERSION = "other-version"
    OURS = "ours"
    ARTIFACT = "artifact"
    TWICE = "twice"
    SPOKEN = "spoken"
    PATTERN = "pattern"


REASON_TEXTS: dict[Reason, Marked] = {
    Reason.STRUCK: mark("struck through"),
    Reason.DELETED: mark("deleted with tracked changes"),
    Reason.MOVED: mark("the place that a moved text had before"),
    Reason.HIDDEN: mark("hidden"),
    Reason.COLOUR: mark("in the colour of its background"),
    Reason.SMALL: mark("smaller than 1 point"),
    Reason.OFF_PAGE: mark("stands off the page"),
    Reason.COVERED: mark("covered by something"),
    Reason.INVISIBLE: mark("drawn so that nobody sees it"),
    Reason.COMMENT: mark("a comment in the margin"),
    Reason.CONTENTS: mark("a table of contents"),
    Reason.RUNNING: mark("the head or foot of a page"),
    Reason.DESCRIPTION: mark("the description of a picture"),
    Reason.PICTURE: mark("words in a drawing or a chart"),
    Reason.MARK: mark("the author's own mark of a note"),
    Reason.DRAWN: mark("drawn by a program from a code; only that code is in the file"),
    Reason.FIELD: mark("the code of a field"),
    Reason.CODE: mark("code of a program or of the layout"),
    Reason.MENU: mark("a menu or another part of a website"),
    Reason.FORM: mark("a field or button of a form"),
    Reason.OUTSIDE: mark("outside the main text of the page"),
    Reason.NOT_ON_PAGE: mark("kept in the file, not shown on the page"),
    Reason.NOT_CALLED: mark("a note that nothing calls"),
    Reason.OTHER_VERSION: mark("another version of the same, for older programs"),
    Reason.OURS: mark("cover and contents that this program made"),
    Reason.ARTIFACT: mark("the file itself says that this is no part of the text"),
    Reason.TWICE: mark("the same words once more, in the same place"),
    Reason.SPOKEN: mark("is read aloud instead of what is printed"),
    Reason.PATTERN: mark("part of a pattern that fills an area"),
}
"""How each reason is told."""


UNSEEN = frozenset(
    (
        Reason.STRUCK,
        Reason.DELETED,
        Reason.MOVED,
        Reason.HIDDEN,
        Reason.COLOUR,
        Reason.SMALL,
        Reason.OFF_PAGE,
        Reason.COVERED,
        Reason.INVISIBLE,
        Reason.DRAWN,
    )
)
"""Reasons for which a sentence may say something else than it does without the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words that were left out, whole, with the reason.

    ``at`` is the offset in the source's text at which they would have stood, -1 when they have no
    place in it; ``page`` is the page of the file, 0 when not known; ``part`` is the part of the
    file, "" for its main text. ``is_in_sentence`` says that words which are text stand beside them
    in one paragraph: what that says may then depend on it.
    """

    text: str
    reason: Reason
    at: int = -1
    page: int = 0
    part: str = ""
    is_in_sentence: bool = False
