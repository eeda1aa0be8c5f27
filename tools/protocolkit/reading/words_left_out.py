"""What a file holds that is no text of its protocol: its words, why, and where it stood.

The text of a protocol is what a reader of the printed page sees (words.md). The rest is named with
its words, so that a person can judge it. Which program made the file is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import Marked, mark


class LeftOutReason(Enum):
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
    FRAMED = "framed"
    EMBEDDED = "embedded"
    OTHER_VERSION = "other-version"
    OURS = "ours"
    TYPED_ASIDE = "typed-aside"
    ARTIFACT = "artifact"
    TWICE = "twice"
    SPOKEN = "spoken"
    PATTERN = "pattern"
    OTHER_LETTERS = "other-letters"
    LETTER = "letter"
    QUOTED = "quoted"
    OTHER_PAPER = "other-paper"
    DRAFT_APPENDIX = "draft-appendix"
    EMPTY_NOTE = "empty-note"
    NOTE_BEHIND = "note-behind"
    RUNNING_GONE = "running-gone"
    SUMMARY = "summary"
    STATE = "state"
    WHOM_ALONE = "whom-alone"
    MOVE_NOTE = "move-note"


REASON_TEXTS: dict[LeftOutReason, Marked] = {
    LeftOutReason.STRUCK: mark("struck through"),
    LeftOutReason.DELETED: mark("deleted with tracked changes"),
    LeftOutReason.MOVED: mark("the place that a moved text had before"),
    LeftOutReason.HIDDEN: mark("hidden"),
    LeftOutReason.COLOUR: mark("in the colour of its background"),
    LeftOutReason.SMALL: mark("smaller than 1 point"),
    LeftOutReason.OFF_PAGE: mark("stands off the page"),
    LeftOutReason.COVERED: mark("covered by something"),
    LeftOutReason.INVISIBLE: mark("drawn so that nobody sees it"),
    LeftOutReason.COMMENT: mark("a comment in the margin"),
    LeftOutReason.CONTENTS: mark("a table of contents"),
    LeftOutReason.RUNNING: mark("the head or foot of a page"),
    LeftOutReason.DESCRIPTION: mark("the description of a picture"),
    LeftOutReason.PICTURE: mark("words in a drawing or a chart"),
    LeftOutReason.MARK: mark("the author's own mark of a note"),
    LeftOutReason.DRAWN: mark("drawn by a program from a code; only that code is in the file"),
    LeftOutReason.FIELD: mark("the code of a field"),
    LeftOutReason.CODE: mark("code of a program or of the layout"),
    LeftOutReason.MENU: mark("a menu or another part of a website"),
    LeftOutReason.FORM: mark("a field or button of a form"),
    LeftOutReason.OUTSIDE: mark("outside the main text of the page"),
    LeftOutReason.NOT_ON_PAGE: mark("kept in the file, not shown on the page"),
    LeftOutReason.NOT_CALLED: mark("a note that nothing calls"),
    LeftOutReason.FRAMED: mark("shown in a frame of its own"),
    LeftOutReason.EMBEDDED: mark("in another file that is embedded in this one"),
    LeftOutReason.OTHER_VERSION: mark("another version of the same, for older programs"),
    LeftOutReason.OURS: mark("cover and contents that this program made"),
    LeftOutReason.TYPED_ASIDE: mark("typed where this program prints a label or the contents"),
    LeftOutReason.ARTIFACT: mark("the file itself says that this is no part of the text"),
    LeftOutReason.TWICE: mark("the same words once more, in the same place"),
    LeftOutReason.SPOKEN: mark("is read aloud instead of what is printed"),
    LeftOutReason.PATTERN: mark("part of a pattern that fills an area"),
    LeftOutReason.OTHER_LETTERS: mark("printed where the file says that other letters stand"),
    LeftOutReason.LETTER: mark("the head, the greeting or the end of a mail"),
    LeftOutReason.QUOTED: mark("an earlier mail, quoted below this one"),
    LeftOutReason.OTHER_PAPER: mark(
        "another paper than the text: only remarks in its margin count"
    ),
    LeftOutReason.DRAFT_APPENDIX: mark("an appendix that this program made behind a draft"),
    LeftOutReason.EMPTY_NOTE: mark(
        "this note has lost its words in the file, by a program or by a person: look at it yourself"
    ),
    LeftOutReason.NOTE_BEHIND: mark("a note, which is left behind where words are pasted"),
    LeftOutReason.RUNNING_GONE: mark("no longer in the head or foot of a page"),
    LeftOutReason.SUMMARY: mark(
        "the page that says what has changed: only remarks in its margin count"
    ),
    LeftOutReason.STATE: mark("the state of a remark, set in a program for PDF"),
    LeftOutReason.WHOM_ALONE: mark("in the column that says on behalf of whom, without a remark"),
    LeftOutReason.MOVE_NOTE: mark("put in the margin by this program"),
}
"""How each reason is told."""


UNSEEN = frozenset(
    (
        LeftOutReason.STRUCK,
        LeftOutReason.DELETED,
        LeftOutReason.MOVED,
        LeftOutReason.HIDDEN,
        LeftOutReason.COLOUR,
        LeftOutReason.SMALL,
        LeftOutReason.OFF_PAGE,
        LeftOutReason.COVERED,
        LeftOutReason.INVISIBLE,
        LeftOutReason.DRAWN,
    )
)
"""Reasons for which a sentence may say something else than it does without the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words that were left out, whole, with the reason.

    ``at`` is the offset in the source's text at which they would have stood, -1 when they have no
    place in it; ``page`` is the page of the file, 0 when not known; ``part`` is the part of the
    file, "" for its main text. ``is_in_sentence`` says that words which are text stand beside them
    in one paragraph: what that says may then depend on it. ``is_added`` says that the file does not
    hold the words itself: a program would print them, such as the number in a list.
    """

    text: str
    reason: LeftOutReason
    at: int = -1
    page: int = 0
    part: str = ""
    is_in_sentence: bool = False
    is_added: bool = False
