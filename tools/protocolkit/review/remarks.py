"""Remarks and changes as values: what a person said, and which clause it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from protocolkit.changes.change_set import ChangeKind
from protocolkit.reading.words_left_out import LeftOutReason
from protocolkit.review.on_behalf import Side, side_of, side_of_author
from protocolkit.text.words import tokens

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
# The number of a clause, point or heading as it is printed.
# The space that is left before a sign when the words before it went.
_GAP = re.compile(r"[ \xa0]+(?=[.,;:?!)](?:\s|$))")
_NUMBER = re.compile(r"(?:\d+[a-z]*|[a-z])(?:\.\d+[a-z]*)*[.)]?")
_DAY = len("2026-03-04")
_MINUTES = slice(len("2026-03-04T10:"), len("2026-03-04T10:00:00"))


class PlacedBy(Enum):
    """How it is known which clause a remark is about."""

    BOOKMARK = "bookmark"
    ANCHOR = "anchor"
    TEXT = "text"
    QUOTE = "quote"
    LABEL = "label"
    PARENT = "parent"
    HAND = "hand"
    NOTHING = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A remark on a text.

    ``id`` tells it from the others of one reading, ``parent`` is that of the remark that it
    answers. ``anchor`` is the clause, heading or note that it is about; where that is not known it
    is "", and ``near`` is the last one before it that is. ``whom`` are those on whose behalf it was
    made, as somebody wrote it. ``row`` is the row of the clause's table
    in which it stands, 0 for the head. ``quote`` are the words that were marked. ``also`` are other
    clauses that a remark in words alone names.
    """

    id: str
    author: str
    date: str
    text: str
    quote: str = ""
    whom: str = ""
    parent: str = ""
    anchor: str = ""
    near: str = ""
    row: int | None = None
    resolved: bool = False
    placed_by: PlacedBy = PlacedBy.NOTHING
    file: str = ""
    also: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The day of it: that of a moment as programs write it, else what a mail says."""
        return self.date[:_DAY] if _MOMENT.match(self.date) else self.date

    @property
    def side(self) -> Side:
        """On whose behalf it was made: as was said, else as an author who is no person tells."""
        return side_of(self.whom) if self.whom else side_of_author(self.author)

    @property
    def origin(self) -> tuple[str, ...]:
        """Who said what about which words, and when, as every kind of file tells it."""
        said = (self.text, self.quote)
        spaced = (" ".join(words.split()) for words in said)
        return (self.author, _in_the_hour(self.date), self.anchor, *spaced)

    @property
    def sameness(self) -> tuple[object, ...]:
        """What a remark has in common with its copy in a file of another kind.

        One that a program for office made is known by who wrote what and when; ids and places in a
        file are its own there. Any other one is known by its place in the file as well.
        """
        is_dated = bool(_MOMENT.match(self.date))
        return (
            *self.origin,
            *(self.near, self.row),
            *(() if is_dated else (self.id, self.parent)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedChange:
    """A change in a returned file: what stood at a clause, and what stands there now.

    ``anchor`` is that of the submitted text, "" for what was added. Of that, and of what
    ``is_moved``, ``near`` is the clause, heading or table before it in the file; ``behind`` are the
    new words that stand between what was added and that. ``note_on`` is the clause that calls it
    when it is a note. ``signed`` is what stands there now with a sign for each note's mark, "" when
    nobody knows where these stand. ``is_certain`` says that each line is surely of the cell in
    whose place it stands. ``tracked`` says that the program kept track of it; who and when is known
    then, and which ``others`` changed the
    same clause.
    """

    anchor: str
    kind: str
    old: str
    new: str
    near: str = ""
    author: str = ""
    date: str = ""
    others: tuple[str, ...] = ()
    tracked: bool = False
    file: str = ""
    behind: str = ""
    signed: str = ""
    note_on: str = ""
    is_certain: bool = True
    is_moved: bool = False

    @property
    def is_new(self) -> bool:
        """Whether nothing stood there before; without an anchor, what else changed is the title."""
        return not self.anchor and not self.old

    @property
    def sameness(self) -> ReturnedChange:
        """The change as a copy of the file has it, whatever kind of file that is."""
        bare = replace(self, file="", signed="", note_on="", is_certain=True)
        return replace(bare, date=_in_the_hour(self.date))

    @property
    def as_told(self) -> ReturnedChange:
        """The change as it is told: a clause of which its number alone is left has gone.

        One of the same words on more lines was split; on fewer, what it has was joined. Words that
        went leave no space before the sign that stood behind them.
        """
        is_left = _NUMBER.fullmatch(self.new) and self.old.split()[:1] == [self.new]
        if is_left and self.old != self.new and self.anchor:
            return replace(self, kind=ChangeKind.REMOVED.value, new="")
        if self.old and not _GAP.search(self.old) and _GAP.search(self.new):
            new, signed = (_GAP.sub("", side) for side in (self.new, self.signed))
            return replace(self, new=new, signed=signed).as_told
        more = self.new.count("\n") - self.old.count("\n")
        if self.kind == ChangeKind.CHANGED.value and more and self._has_same_words:
            kind = ChangeKind.SPLIT if more > 0 else ChangeKind.MERGED
            return replace(self, kind=kind.value)
        return self

    @property
    def is_idle(self) -> bool:
        """Whether nothing changed for a reader: the same words in as many lines, in one place."""
        is_moved = self.kind == ChangeKind.MOVED.value
        has_same_lines = self.new.count("\n") == self.old.count("\n")
        return not is_moved and has_same_lines and self._has_same_words

    @property
    def _has_same_words(self) -> bool:
        return tokens(self.old) == tokens(self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """Words of a returned file that count as no remark or change, and why.

    ``place`` is a cell, the number of a line, or how a note is cited.
    """

    words: str
    reason: LeftOutReason
    place: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A returned file with a part of the text alone: ``held`` of all its ``count`` clauses."""

    held: int
    count: int
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What came back: remarks and changes of all files, in their order, and what is neither.

    ``parts`` are the files in which clauses lack that nobody took away.
    """

    remarks: tuple[Remark, ...]
    changes: tuple[ReturnedChange, ...]
    passed_over: tuple[PassedOver, ...] = ()
    parts: tuple[TextPart, ...] = ()

    @property
    def placed(self) -> int:
        """How many remarks have a clause."""
        return sum(bool(remark.anchor) for remark in self.remarks)

    @property
    def collisions(self) -> tuple[str, ...]:
        """The clauses that several people changed, each in another way."""
        found: dict[str, set[str]] = {}
        for change in self.changes:
            found.setdefault(change.anchor, set()).add(change.new)
        several = {change.anchor for change in self.changes if change.others}
        return tuple(
            anchor for anchor in found if anchor and (len(found[anchor]) > 1 or anchor in several)
        )


def _in_the_hour(date: str) -> str:
    """Return the minutes and seconds of a moment; which hour depends on a zone that may lack."""
    return date[_MINUTES] if _MOMENT.match(date) else date


def is_more_than_number(line: str) -> bool:
    """Tell whether a line has words beside the number of a clause, point or heading."""
    return bool(line.strip()) and not _NUMBER.fullmatch(line.strip())
