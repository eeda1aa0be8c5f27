"""Places that can be read in two ways, each with a key for choosing the other one.

A key is the kind of question and the number of the line in the source ('lijst-41'), so it stays
the same however the rest is read. Keys and readings are what a person types and what the ledger
keeps: they are Dutch, and no text of a catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import Marked, mark
from protocolkit.importing.source.line_numbers import LineNumbers
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.line_runs import LineRun


class Reading(Enum):
    """One way to read a place."""

    INNER = "binnen"
    OUTER = "buiten"
    HEADING = "kop"
    TEXT = "tekst"
    WITH = "erbij"
    APART = "los"
    TOGETHER = "samen"
    FIRST = "eerste"
    LAST = "laatste"
    CONTENTS = "inhoud"
    RUNNING = "paginarand"
    TABLE = "tabel"
    ROWS = "regels"
    MAIL = "mailkop"
    TITLE = "titel"


class Question(Enum):
    """What may be doubted of a place: the word that its key begins with."""

    LIST = "lijst"
    HEADING = "kop"
    BELONGS = "alinea"
    TITLE = "titel"
    CONTENTS = "inhoud"
    RUNNING = "rand"
    TABLE = "tabel"
    MAIL = "mail"
    TITLE_LINE = "titelregel"
    EDGE = "tabelrand"

    @property
    def readings(self) -> Mapping[Reading, Marked]:
        """The ways to read such a place, and what each makes of it."""
        return _READINGS[self]


_READINGS: Mapping[Question, Mapping[Reading, Marked]] = {
    Question.LIST: {
        Reading.INNER: mark("it belongs to the list inside the item above it"),
        Reading.OUTER: mark("it belongs to the list around that"),
    },
    Question.HEADING: {Reading.HEADING: mark("it is a heading"), Reading.TEXT: mark("it is text")},
    Question.BELONGS: {
        Reading.WITH: mark("it belongs to the item above it"),
        Reading.APART: mark("it stands by itself"),
    },
    Question.TITLE: {
        Reading.TOGETHER: mark("these lines together are the title"),
        Reading.FIRST: mark("only the first line is the title, the others are text"),
        Reading.LAST: mark("only the last line is the title, what stands above it is left out"),
    },
    Question.CONTENTS: {
        Reading.CONTENTS: mark("it is a table of contents and is left out"),
        Reading.TEXT: mark("it is text of the protocol"),
    },
    Question.RUNNING: {
        Reading.RUNNING: mark("it is the head or foot of a page and is left out"),
        Reading.TEXT: mark("it is text of the protocol"),
    },
    Question.TABLE: {
        Reading.TABLE: mark("it is a table"),
        Reading.ROWS: mark("each row is a line of text"),
    },
    Question.MAIL: {
        Reading.MAIL: mark("it is the head of an e-mail and is left out"),
        Reading.TEXT: mark("it is text of the protocol"),
    },
    Question.EDGE: {
        Reading.TOGETHER: mark("it goes on with the table before the edge of the page"),
        Reading.APART: mark("it is a table of its own"),
    },
    Question.TITLE_LINE: {
        Reading.TITLE: mark("it is the title of the protocol"),
        Reading.TEXT: mark("it is text of the protocol"),
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A place that was read in one of several ways.

    ``begin`` and ``end`` are offsets in the source. ``is_chosen`` says that a person took this
    reading, ``is_doubted`` that somebody should look whether it is right.
    """

    key: str
    question: Question
    reading: Reading
    begin: int
    end: int
    is_chosen: bool = False
    is_doubted: bool = True

    @property
    def others(self) -> Iterator[Reading]:
        """The readings that can be taken instead."""
        return (reading for reading in self.question.readings if reading is not self.reading)


class Choices:
    """Takes the reading that a person chose, else the one that was found, and keeps which."""

    def __init__(self, text: str, chosen: Mapping[str, Reading] | None = None) -> None:
        self._numbers = LineNumbers(text)
        self._chosen = dict(chosen or {})
        self._made: dict[str, Choice] = {}

    @property
    def made(self) -> tuple[Choice, ...]:
        """The places that can be read in another way, in the order of the source."""
        return tuple(sorted(self._made.values(), key=lambda choice: (choice.begin, choice.key)))

    def take(
        self, question: Question, block: LineRun, found: Reading, doubt: Marked | None
    ) -> Reading:
        """Return how to read a block; while nobody chose, it is doubted, with ``doubt`` as why.

        Without one it is sure enough, and may be chosen all the same.
        """
        reading = self.taken(question, block.lines, found, is_doubted=doubt is not None)
        if doubt is not None and self.settled(question, block) is None:
            block.doubts.append(doubt)
        return reading

    def settled(self, question: Question, block: LineRun) -> Reading | None:
        """Return what a person chose for a block, None when nobody did."""
        reading = self._chosen.get(self._key(question, block.first))
        if reading is None or reading not in question.readings:
            return None
        self.taken(question, block.lines, reading)
        return reading

    def taken(
        self, question: Question, lines: Iterable[Line], found: Reading, *, is_doubted: bool = True
    ) -> Reading:
        """Return how to read some lines: as a person chose, else as was ``found``."""
        every = list(lines)
        key = self._key(question, every[0])
        chosen = self._chosen.get(key)
        is_chosen = chosen in question.readings
        reading = chosen if chosen is not None and is_chosen else found
        self._made[key] = Choice(
            key=key,
            question=question,
            reading=reading,
            begin=every[0].begin,
            end=every[-1].end,
            is_chosen=is_chosen,
            is_doubted=is_doubted and not is_chosen,
        )
        return reading

    def _key(self, question: Question, line: Line) -> str:
        return f"{question.value}-{self._numbers.at(line.begin)}"
