"""Lines to blocks: where a paragraph, an item or a heading begins.

A block is a run of lines that belong together, with the marker it begins with. What a block is
(a heading, an item) is decided later, when its neighbours are known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from protocolkit.importing.source.hyphens import address_goes_on
from protocolkit.importing.source.lines import Line
from protocolkit.importing.structure.capital_runs import capital_runs
from protocolkit.importing.structure.lettered_lines import lettered_lines
from protocolkit.importing.structure.letterheads import is_of_cover
from protocolkit.importing.structure.likely_starts import is_likely
from protocolkit.importing.structure.line_ends import (
    ends_as_clause,
    ends_letter,
    is_address,
    is_cut_off,
    is_formula,
    is_of_term,
    is_terminal,
    parts_pictures,
    points_to_number,
    runs_on,
    signs,
)
from protocolkit.importing.structure.line_runs import OTHER_SIZE, Boundary, LineRun
from protocolkit.importing.structure.open_lists import OpenLists
from protocolkit.importing.structure.sentence_lists import count_apart, list_in_sentence
from protocolkit.importing.structure.spacing import Spacing
from protocolkit.importing.structure.text_forms import (
    LONGEST_HEADING,
    first_word,
    is_contact,
    is_to_fill_in,
)
from protocolkit.text.function_words import ASKING
from protocolkit.text.marker_ends import without_separator
from protocolkit.text.marker_styles import Style
from protocolkit.text.markers import LID, Start, find_starts
from protocolkit.text.sentences import begins_small
from protocolkit.text.worded_starts import worded_starts
from protocolkit.text.words import tokens

# With so many capitals a line may be a word of a sentence.
_FEW_CAPITALS = 5
# A line that runs on, and is longer, goes on over a gap.
_LONG = 40
# A line that ends before this part of the widest ends its paragraph for sure.
_EARLY = 0.9
# How many words the title of an article has at most, when text follows it without room.
_TITLE_WORDS = 4
# Room above a line, in blank lines, that shows where no usual room is known.
_CLEAR_GAP = 0.6
# A name on a cover stands among so many lines, with the number of such a line at most.
_COVER = 12
_FACT = re.compile(r"^(?:Vastgesteld|Instemming|Advies|Versie|Datum|Opgesteld|Status|Evaluatie)\b")
# A line that a person writes on, up to its end.
# So does one along which a person cuts.
_WRITTEN_ON = re.compile(r"(?:_{3,}|\.{4,}|…{2,})$|^[✀-✄]? ?(?:[-–—] ?){5,}[✀-✄]?$")
# An item whose bullet was lost: it goes on with the sentence before the list.
_LOST_BULLET = re.compile(r"^(?:\.\.\.|…)\s?[a-zé]")


def make_blocks(
    lines: Sequence[Line], contents: frozenset[tuple[str, ...]] = frozenset()
) -> list[LineRun]:
    """Gather lines into blocks; ``contents`` are the titles that a table of contents names."""
    return _Gatherer(lines, contents).gather()


class _Gatherer:
    """Goes through the lines once, with the lists that are being counted in mind."""

    def __init__(self, lines: Sequence[Line], contents: frozenset[tuple[str, ...]]) -> None:
        self._lines = lines
        self._contents = contents
        self._open = OpenLists()
        self._blocks: list[LineRun] = []
        spacing = Spacing(lines)
        self._usual = spacing.usual_gap
        self._is_short = spacing.is_short
        self._lettered = lettered_lines(lines)
        self._capitals = capital_runs(lines)
        self._counts_apart = count_apart(lines)
        self._widest = max((line.right for line in lines), default=0.0)
        sizes = Counter(round(line.size, 1) for line in lines for _ in line.text.split())
        self._body_size = sizes.most_common(1)[0][0] if sizes else 0.0

    def gather(self) -> list[LineRun]:
        for number, line in enumerate(self._lines):
            before = self._lines[number - 1] if number else None
            start = self._start(number, before) or list_in_sentence(self._lines, number)
            start = start or self._lettered.get(number)
            boundary = None if start else self._boundary(number, before)
            if start or boundary or not self._blocks:
                self._begin(line, start, boundary or Boundary.STRONG)
            else:
                self._blocks[-1].lines.append(line)
        return self._blocks

    def _begin(self, line: Line, start: Start | None, boundary: Boundary) -> None:
        if start:
            self._open.count(start)
        is_apart = line.gap > self._usual or line.is_page_start or not self._blocks
        block = LineRun(lines=[line], start=start, boundary=boundary, is_apart=is_apart)
        self._blocks.append(block)

    # -- markers ------------------------------------------------------------------------------

    def _start(self, number: int, before: Line | None) -> Start | None:
        line = self._lines[number]
        if line.cells or (line.is_exact and not line.marker):
            return None
        found = find_starts(line.text) or worded_starts(line.text)
        if _LOST_BULLET.match(line.text) and (before is None or self._ends(line, before)):
            return Start(marker="", style=Style.BULLET, key="...")
        if line.marker:
            given = line.text[: line.marker].strip()
            if same := [start for start in found if start.marker == given]:
                # 'i' counts in letters or in Roman numerals: what its list has before it tells
                going_on = [start for start in same if self._open.follows(start)]
                return [*going_on, *(start for start in same if start.last == 1), *same][0]
            counts = any(letter.isalnum() for letter in given)
            style = Style.GIVEN if counts else Style.BULLET
            return Start(marker=given, style=style, key=f"given-{line.depth}")
        ends = before is None or self._ends(line, before)
        if ends and number in self._capitals:
            return self._capitals[number]
        if before is not None and self._points_on(before, line):
            # 'bedoeld in artikel' on one line, its number on the next
            found = tuple(start for start in found if not start.count)
        is_lone = self._counts_apart
        likely = [s for s in found if is_likely(s, line, self._open, ends=ends, is_lone=is_lone)]
        exact = [start for start in likely if self._open.follows(start)]
        firsts = [start for start in likely if start.last == 1]
        return next(iter([*exact, *firsts, *likely]), None)

    def _points_on(self, before: Line, line: Line) -> bool:
        """Tell whether a full line ends in a word that the number on the next belongs to."""
        is_full = line.gap <= self._usual and not self._is_short(before, line)
        return is_full and points_to_number(before.text)

    def _ends(self, line: Line, before: Line) -> bool:
        """Tell whether the line before may be the last of its block."""
        if before.is_whole or line.gap > self._usual or is_terminal(before.text):
            return True
        if before.cells or is_address(before.text) or abs(line.size - before.size) > OTHER_SIZE:
            return True
        if before.is_bold and not line.is_bold:
            return True
        if runs_on(before.text) and not self._is_bare_head(before):
            return False
        return line.is_page_start or self._is_short(before, line)

    # -- paragraphs ---------------------------------------------------------------------------

    def _boundary(self, number: int, before: Line | None) -> Boundary | None:
        """Return how surely a line without marker begins a block; None when it runs on."""
        line = self._lines[number]
        if before is not None and self._is_lone_marker(before) and not (line.level or line.cells):
            return None
        if before is None or line.is_whole or line.level or line.cells or before.cells:
            return Boundary.STRONG
        if before.is_whole or before.level or is_formula(before.text):
            return Boundary.STRONG
        if is_address(before.text) and before.text[-1] in "-/" and not self._is_short(before, line):
            return None
        if address_goes_on(before.text, line.text):
            return None
        begins = line.text[:1].isupper()
        if _WRITTEN_ON.search(before.text) and (begins or not is_to_fill_in(line.text)):
            return Boundary.STRONG if begins else None
        start = self._blocks[-1].start
        if start and start.marker == before.text:
            # 'Artikel 3' on a line of its own is a heading; the title of 'Artikel 3 –' is below it
            return None if without_separator(before.text) != before.text else Boundary.STRONG
        return self._beside(number, line, before)

    def _beside(self, number: int, line: Line, before: Line) -> Boundary | None:
        """Return the same for a line below another that may be of another kind."""
        ends = is_terminal(before.text) or self._is_short(before, line)
        if ends and self._is_whole_address(number) and not runs_on(before.text):
            return Boundary.STRONG
        if is_address(before.text) and is_address(self._blocks[-1].first.text):
            return Boundary.STRONG
        if self._differs(line, before) or self._is_term(number) or self._is_title(before, line):
            return Boundary.STRONG
        if self._is_outdented(line, before):
            return Boundary.WEAK
        above = self._blocks[-2].first.text if len(self._blocks) > 1 else ""
        if ends_letter(above) and signs(before.text) and signs(line.text):
            return Boundary.STRONG
        may_begin = line.text[:1].isupper() or line.gap > self._usual
        if number < _COVER and may_begin and is_of_cover(line.text, before.text):
            return Boundary.STRONG
        return self._in_text(number, line, before)

    def _is_outdented(self, line: Line, before: Line) -> bool:
        """Tell whether a sentence of plain text begins left of the item above it, that ended."""
        item = self._blocks[-1]
        is_left = item.start is not None and line.indent < item.first.indent
        is_sentence = is_terminal(before.text) and line.text[:1].isupper()
        return is_left and is_sentence and not line.size

    def _is_whole_address(self, number: int) -> bool:
        """Tell whether a line is nothing but an address that the next line does not go on with."""
        text, after = self._lines[number].text, self._lines[number + 1 : number + 2]
        return is_address(text) and not any(address_goes_on(text, line.text) for line in after)

    def _in_text(self, number: int, line: Line, before: Line) -> Boundary | None:
        """Return the same for a line that looks like the one before it."""
        if line.size > self._body_size + OTHER_SIZE and not is_terminal(before.text):
            # a heading of more than one line
            return Boundary.STRONG if line.gap > max(self._usual, _CLEAR_GAP) else None
        if number < _COVER and self._is_version(number, line, before):
            return Boundary.STRONG
        if not is_terminal(before.text) and begins_small(line.text):
            return None
        if line.gap > self._usual:
            if number == 1 and line.text[:1].isupper():
                return Boundary.STRONG
            # what a capital begins after a gap goes on with words that nothing can end in only
            goes_on = runs_on if begins_small(line.text) else is_cut_off
            return None if goes_on(before.text) and len(before.text) > _LONG else Boundary.STRONG
        if is_terminal(before.text) and self._stands_alone(number):
            return Boundary.STRONG if line.is_page_start else Boundary.WEAK
        if not self._is_short(before, line):
            return None
        if runs_on(before.text) and not self._is_bare_head(before):
            return None
        if is_terminal(before.text):
            is_early = before.right < _EARLY * (before.limit or self._widest)
            if line.is_page_start and line.size and line.text[:1].isupper() and is_early:
                # no room shows between pages; a printed line that ends early ends its paragraph
                return Boundary.STRONG
            after = self._lines[number + 1] if number + 1 < len(self._lines) else None
            wider = after is not None and line.gap > after.gap and not after.is_page_start
            return Boundary.STRONG if wider and not line.is_page_start else Boundary.WEAK
        if line.text[:1].isdigit() and len(before.text) > _LONG and not is_contact(line.text):
            # '3 jaar' counts nothing: a sentence goes on with it
            return None
        return Boundary.WEAK if line.text[:1].isupper() or not line.text[:1].isalpha() else None

    def _is_lone_marker(self, line: Line) -> bool:
        """Tell whether a number stands on a line of its own: it belongs to what follows."""
        start = self._blocks[-1].start
        is_heading = start is not None and start.style.is_worded and start.word is not LID
        is_paragraph = line.is_whole and line.size > 0
        return start is not None and start.marker == line.text and not (is_heading or is_paragraph)

    def _is_bare_head(self, line: Line) -> bool:
        """Tell whether a line is a block by itself so far, and may be a heading with a verb."""
        block = self._blocks[-1]
        return block.lines == [line] and not block.start and ends_as_clause(line.text)

    def _is_version(self, number: int, line: Line, before: Line) -> bool:
        """Tell whether a line is a fact below the title or what says more of it: 'versie 2'."""
        if not _FACT.match(line.text.capitalize()):
            return False
        if number == 1 and line.gap > self._usual:
            return True
        is_told = any(map(str.isdigit, line.text)) and not is_terminal(line.text)
        return (
            is_told and line.size > 0 and self._is_short(before, line) and not runs_on(before.text)
        )

    def _is_title(self, line: Line, after: Line) -> bool:
        """Tell whether a line is a whole title: the contents name it, or it begins 'Artikel 3'."""
        if begins_small(after.text):
            return False
        if self._contents and tokens(line.text.lower()) in self._contents:
            return True
        start = self._blocks[-1].start
        if start is None or not start.style.is_worded or self._blocks[-1].lines != [line]:
            return False
        title = line.text[len(start.marker) :].split()
        is_ended = not (runs_on(line.text) or is_terminal(line.text))
        return 0 < len(title) <= _TITLE_WORDS and is_ended

    def _is_term(self, number: int) -> bool:
        """Tell whether a line explains a term, as one of several, or says a fact after a date."""
        line, before = self._lines[number], self._lines[number - 1]
        if _FACT.match(line.text) and before.text[-1].isdigit():
            return True
        is_wide = bool(re.match(r"\w.{0,40}?\s{2,}: ", line.text))
        is_apart = line.gap > self._usual and not runs_on(before.text)
        if not (is_terminal(before.text) or is_wide or is_apart) or not is_of_term(line.text):
            return False
        near = self._lines[max(number - 3, 0) : number + 4]
        return sum(is_of_term(other.text) for other in near) > 1

    def _stands_alone(self, number: int) -> bool:
        """Tell whether a line looks like a heading: short, and no sentence that runs on.

        At the top of a page, where no room shows above it, what follows must be set apart.
        """
        line = self._lines[number]
        if number + 1 == len(self._lines) or not line.text[:1].isupper():
            return False
        asks = line.text.endswith("?") and first_word(line.text) in ASKING
        if (is_terminal(line.text) and not asks) or len(line.text) >= LONGEST_HEADING / 2:
            return False
        after = self._lines[number + 1]
        begins = bool(find_starts(after.text))
        if line.is_page_start:
            return after.gap > self._usual or begins
        if runs_on(line.text) or not self._is_short(line, after):
            return False
        return begins or after.text[:1].isupper()

    def _differs(self, line: Line, before: Line) -> bool:
        """Tell whether a line is in another size, or begins or ends bold words or an item."""
        if abs(line.size - before.size) > OTHER_SIZE or parts_pictures(line.text, before.text):
            return True
        if not line.size and line.text.isupper() and before.text[-1:].islower():
            # a line in capitals heads what follows, also below a list without stops
            return len(line.text) > _FEW_CAPITALS
        if line.is_bold == before.is_bold:
            return False
        begins = before.is_bold and line.text[:1].isupper()
        return begins or self._is_short(before, line) or is_terminal(before.text) or line.gap > 0
