"""A text that was copied from pages: its lines become paragraphs again, and what runs along goes.

Each line is found in what we printed, behind the line before it or elsewhere. One that is nowhere
has other words: it is of the paragraph whose lines stand around it. A paragraph of which every
letter is there says what it said, whatever its lines were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocolkit.document.model import Protocol
from protocolkit.review.copied_tables import CopiedTables
from protocolkit.review.glued_lines import GluedLines
from protocolkit.review.line_homes import LineHomes, Span
from protocolkit.review.page_contents import has_contents
from protocolkit.review.page_lines import (
    PageLine,
    PrintedText,
    around_letters,
    is_count,
    page_lines,
    printed_texts,
    without_leaders,
)
from protocolkit.review.page_paragraphs import LineGroup, joined_paragraph, range_in
from protocolkit.review.page_rows import PageRows
from protocolkit.review.printed_around import PrintedAround
from protocolkit.review.word_story import Story, StoryParagraph
from protocolkit.text.words import tokens

# As many letters as these stand in one place only.
_SURE = 12
_LABEL = 5
_BULLETS = frozenset("•·–-◦▪○")


def as_paragraphs(story: Story, protocol: Protocol, around: PrintedAround) -> Story:
    """Return a text of which the lines of pages are paragraphs, as they were before they broke."""
    shown = (one.old if tokens(one.old) else one.new for one in story.paragraphs)
    said = [without_leaders(one) for one in shown]
    own = printed_texts(protocol, around)
    if not has_contents(said, own):
        own = tuple(one for one in own if not one.is_contents)
    beside, running = around_letters(protocol, around)
    alone = GluedLines(own, beside, running)
    lines = [line for one in page_lines(said) for line in alone.apart(one)]
    if all(one.old == one.new for one in story.paragraphs):
        lines = CopiedTables(own, beside, running).told(lines)
    groups = _Joined(lines, own, beside, running).groups()
    made: list[StoryParagraph] = []
    place = [0] * len(story.paragraphs)
    for group in groups:
        for line in group.lines:
            place[line.at] = len(made)
        made.append(joined_paragraph(group, story.paragraphs))
    kept = {line.at for group in groups for line in group.lines}
    for at, one in enumerate(story.paragraphs):
        if at not in kept:
            place[at] = len(made)
            made.append(replace(one, old="", new="", bookmarks=[], tracked=[], calls=[]))
    ranges = {name: range_in(one, place) for name, one in story.ranges.items()}
    pieces = [(place[at], words) for at, words in story.pieces]
    return replace(story, paragraphs=made, pieces=pieces, ranges=ranges)


class _Joined:
    """The lines of a file, each at our paragraph that it is of."""

    def __init__(
        self,
        lines: Sequence[PageLine],
        own: Sequence[PrintedText],
        beside: frozenset[str],
        running: Sequence[str],
    ) -> None:
        self._own, self._beside = own, beside
        shown = (one for one in own if one.is_front and not one.is_contents)
        front = [one.letters for one in shown if len(one.letters) >= _SURE]
        self._running = [*running, *front]
        self._runs: list[tuple[str, int]] = []
        self._ran = set[str]()
        self._rests = set[str]()
        self._lines: list[PageLine] = []
        self._body = next((at for at, one in enumerate(self._own) if not one.is_front), 0)
        self._here = self._end = self._last = -1
        # the last place in the text itself, and up to where
        self._above = -1, -1
        self._found: dict[int, Span] = {}
        self._left: list[int] = []
        # the number or label on the line before, and of each line left that of its own
        self._lead, self._led = "", dict[int, str]()
        self._rows, self._changed = PageRows(own), dict[int, int | PrintedText]()
        waiting = list(reversed(lines))
        while waiting:
            line = waiting.pop()
            if line.home is not None:
                self._take(line, line.home)
                continue
            self._reach(self._rows.before(line.letters, self._here))
            if cells := self._rows.first(line, self._here):
                waiting += reversed(cells)
            elif not self._is_changed_row(line, waiting[-1].letters if waiting else ""):
                self._lines.append(line)
                self._read(len(self._lines) - 1, line.letters)
        homes = LineHomes(self._lines, own, self._found, self._changed, self._led)
        self._homes = homes.of(self._left)

    def groups(self) -> list[LineGroup]:
        """Return the paragraphs, each where its first line stands."""
        made: dict[object, LineGroup] = {}
        for number, line in enumerate(self._lines):
            if number in self._found:
                at, begin, end = self._found[number]
                group = made.setdefault(at, LineGroup(own=self._own[at]))
                group.spans.append((begin, end))
            elif number in self._homes:
                home = self._homes[number]
                own = self._own[home] if isinstance(home, int) else None
                own = home if isinstance(home, PrintedText) else own
                group = made.setdefault(home, LineGroup(own=own))
                group.has_other_words = True
            else:
                continue
            group.is_begin |= number == 0 and group.own is not None and group.own.is_front
            group.lines.append(line)
        return self._in_order(list(made.values()))

    def _in_order(self, groups: list[LineGroup]) -> list[LineGroup]:
        """Return paragraphs with those before the text in our order; pages show these anywhere.

        What runs along on every page is a line of the cover as well.
        """
        front = [one for one in self._own if one.is_front]
        held = {id(group.own): group for group in groups}
        shown = {one.letters for one in front if one.letters in self._ran}
        made = [
            held.get(id(one)) or LineGroup(own=one, spans=[(0, len(one.letters))])
            for one in front
            if id(one) in held or one.letters in shown
        ]
        first = next((at for at, one in enumerate(groups) if one.own and not one.own.is_front), 0)
        others = [one for one in groups[:first] if one.own is None]
        return [
            *made,
            *others,
            *(one for one in groups[first:] if not (one.own and one.own.is_front)),
        ]

    def _read(self, number: int, letters: str) -> None:
        again = self._rows.is_head_again(letters)
        if again is not None:
            self._here, self._end = again, len(self._own[again].letters)
            return
        found = self._place(letters)
        if found is not None:
            self._found[number] = found
            self._here, _, self._end = found
            if not self._own[self._here].is_note:
                self._above = self._here, self._end
            self._rows.reached(self._here)
            self._last = number
            self._runs = []
        elif not self._is_around(letters):
            self._left.append(number)
            self._led[number] = self._lead
        elif self._runs or is_count(letters):
            self._turn()
        self._lead = letters if found is None and letters in self._beside else ""

    def _turn(self) -> None:
        """Go on with the text on a new page, behind the notes below the one before it."""
        self._rows.turned()
        if self._is_whole_here() and self._own[self._here].is_note:
            self._here, self._end = self._above

    def _take(self, line: PageLine, home: int | PrintedText) -> None:
        """Know that a line is of a cell of ours, or of a row of which that is not certain."""
        number = len(self._lines)
        self._lines.append(line)
        self._changed[number] = home
        if isinstance(home, int):
            self._reach(home)
            self._rows.reached(home)
        if isinstance(home, int) and line.is_as_was:
            self._found[number], self._last = (home, 0, self._end), number
        else:
            self._left.append(number)

    def _reach(self, at: int) -> None:
        """Know that what comes stands behind another paragraph than the line before it."""
        if at != self._here:
            self._here, self._end = at, len(self._own[at].letters)

    def _is_changed_row(self, line: PageLine, after: str) -> bool:
        """Tell whether a line is the rest of a row of which the first cell has other words."""
        cells = self._rows.changed(line, self._here, self._end, after)
        for piece, at in cells:
            number = len(self._lines)
            self._lines.append(piece)
            if piece.letters == self._own[at].letters:
                self._found[number] = (at, 0, len(piece.letters))
            else:
                self._left.append(number)
                self._changed[number] = at
            self._here, self._end = at, len(self._own[at].letters)
            self._rows.reached(at)
        return bool(cells)

    def _place(self, letters: str) -> Span | None:
        """Return the paragraph of ours in which a line stands, and from where to where."""
        if self._here >= 0 and self._own[self._here].letters.startswith(letters, self._end):
            return self._here, self._end, self._end + len(letters)
        ahead = range(self._here + 1, len(self._own))
        found = self._begins(letters, ahead[:1])
        if found and (letters not in self._running or self._is_whole(found)):
            return found
        return (
            self._further(letters) or self._elsewhere(letters, ahead) or self._front_cell(letters)
        )

    def _front_cell(self, letters: str) -> Span | None:
        """Return the row before the text of which a line is a cell, in whichever order they come.

        A program may read the columns of a table one after the other.
        """
        is_other = self._goes_on(letters) or self._is_front_line(letters)
        for at in range(self._body if self._here < self._body and not is_other else 0):
            own = self._own[at]
            if letters in own.cells:
                begin = len("".join(own.cells[: own.cells.index(letters)]))
                span = at, begin, begin + len(letters)
                if span not in self._found.values():
                    return span
        return None

    def _is_front_line(self, letters: str) -> bool:
        """Tell whether a line runs along and is one before the text that did not come yet."""
        held = {at for at, _, _ in self._found.values()}
        lines = (one.letters for at, one in enumerate(self._own[: self._body]) if at not in held)
        return letters in self._running and letters not in self._ran and letters in lines

    def _elsewhere(self, letters: str, ahead: range) -> Span | None:
        """Return where a line stands that does not go on: none for what runs along on pages."""
        found = self._begins(letters, ahead[1:])
        is_whole = found is not None and self._is_whole(found)
        is_text = is_whole and letters not in self._beside and letters not in self._running
        if not is_text and self._is_around(letters, peek=True):
            return None
        behind = range(self._body, self._here + 1)
        return found or self._begins(letters, behind) or self._inside(letters, (*ahead, *behind))

    def _is_whole_here(self) -> bool:
        return self._end == len(self._own[self._here].letters)

    def _is_whole(self, found: Span) -> bool:
        """Tell whether a line is all of a paragraph."""
        return found[2] == len(self._own[found[0]].letters)

    def _further(self, letters: str) -> Span | None:
        """Return where a line stands further on in the paragraph of the one before it.

        Behind a line with other words its last line may be short.
        """
        if self._here < 0:
            return None
        rest = self._own[self._here].letters[self._end :]
        begin = rest.find(letters) if len(letters) >= _SURE else -1
        if begin < 0 and self._left and rest.endswith(letters):
            begin = len(rest) - len(letters) if self._left[-1] > self._last else -1
        return (
            (self._here, self._end + begin, self._end + begin + len(letters))
            if begin >= 0
            else None
        )

    def _begins(self, letters: str, places: Sequence[int]) -> Span | None:
        is_whole = self._here < 0 or self._is_whole_here()
        next_ = self._here + 1 if is_whole and self._here + 1 < self._body else -1
        for at in places:
            own = self._own[at]
            for lead in own.leads:
                rest = letters.removeprefix(lead)
                is_lead = len(rest) + len(lead) == len(letters)
                is_sure = rest == own.letters or len(rest) >= (1 if at == next_ else _SURE)
                if is_lead and rest and is_sure and own.letters.startswith(rest):
                    return at, 0, len(rest)
        return None

    def _inside(self, letters: str, places: Sequence[int]) -> Span | None:
        if len(letters) >= _SURE:
            for at in places:
                begin = self._own[at].letters.find(letters)
                if begin >= 0:
                    return at, begin, begin + len(letters)
        return None

    def _is_around(self, letters: str, *, peek: bool = False) -> bool:
        """Tell whether a line is a label, a number, or one of those that run along on pages."""
        if letters in self._beside or letters in _BULLETS or is_count(letters):
            return True
        if letters in self._rests:
            self._rests -= set() if peek else {letters}
            return True
        # a label may be too long for its margin
        rests = {one[len(letters) :] for one in self._beside if one.startswith(letters)}
        if rests and len(letters) >= _LABEL:
            self._rests |= rests
            return True
        runs = self._goes_on(letters)
        runs += [
            (one, 0)
            for one in self._running
            if one.startswith(letters) and (len(letters) >= _SURE or one == letters)
        ]
        if not runs:
            return False
        if not peek:
            self._runs = [(one, end + len(letters)) for one, end in runs]
            self._ran |= {one for one, end in self._runs if end == len(one)}
        return True

    def _goes_on(self, letters: str) -> list[tuple[str, int]]:
        """Return what runs along, broken over lines, and goes on with this line; up to where."""
        return [(one, end) for one, end in self._runs if one.startswith(letters, end)]
