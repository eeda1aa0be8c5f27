"""The changes of a returned file of which a protocol was made: two readings, held together.

The comparison of versions knows what moved and what became one; the paragraphs know at which clause
each of them stands. Where a paragraph counts as part of the clause before it and stands elsewhere
by its words or its bookmark, or nowhere, the paragraphs are right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from protocolkit.changes.change_set import Change, ChangeKind, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import ItemKind, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import RichText, plain
from protocolkit.review.note_marks import has_note_marks
from protocolkit.review.note_signs import signed
from protocolkit.review.placed_story import PlacedStory, shown_words
from protocolkit.review.placing import Stand
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.story_changes import (
    has_another_number,
    has_other_heading_number,
    story_changes,
)
from protocolkit.review.word_story import Tracked
from protocolkit.text.label_form import without_labels
from protocolkit.text.words import holds_in_a_row, tokens

Words = tuple[str, ...]


def text_changes(
    placed: PlacedStory, returned: Protocol, front: Sequence[str] = ()
) -> Iterator[ReturnedChange]:
    """Yield each change of the text, clause by clause, whether it was tracked or not.

    ``front`` are the lines before the text: what changed among them, the title too, is told there.
    """
    yield from _TextChanges(placed, front).told(returned)


class _TextChanges:
    """The changes between two versions, each told by the reading that is right about it."""

    def __init__(self, placed: PlacedStory, front: Sequence[str]) -> None:
        self._placed, self._standing = placed, _Standing(placed)
        self._front = [tokens(one) for one in front]
        self._in_front = Counter[Words]()
        own = tuple(story_changes(placed))
        moved = ChangeKind.MOVED.value
        self._moved = {one.anchor: one for one in own if one.kind == moved}
        self._at_clause = {one.anchor: one for one in own if one.anchor and one.kind != moved}
        self._at_none = {tokens(one.new): one for one in own if not one.anchor}
        self._new = _NewText(placed, own)
        self._notes = {note.anchor for note in placed.submitted.notes}
        items = items_of(placed.submitted)
        self._headings = {one.anchor for one in items if one.kind is ItemKind.HEADING}
        self._joined = frozenset(placed.behind.values())
        self._told: set[str] = set()
        self._has_note_marks = has_note_marks(placed.submitted)

    def told(self, returned: Protocol) -> Iterator[ReturnedChange]:
        """Yield each change once."""
        versions = version_of(self._placed.submitted), version_of(returned)
        changes = compare_versions(*versions).changes
        self._in_front = self._lines_in_front(changes)
        for change in changes:
            anchor = _anchor(change)
            if change.kind.is_counted and anchor not in self._placed.lost_notes:
                yield from self._of(change, anchor)
        if self._placed.has_record:
            left = (one for one in self._at_clause.values() if one.anchor not in self._told)
            yield from filter(self._is_of_file_alone, left)

    def _is_of_file_alone(self, change: ReturnedChange) -> bool:
        """Tell whether only the file shows a change: a number, or a note that is called no more.

        A protocol counts its clauses itself, and its notes in the order in which they are called.
        """
        has_gone = change.kind == ChangeKind.REMOVED.value and change.anchor in self._notes
        is_heading = change.anchor in self._headings and has_other_heading_number(change)
        return has_gone or is_heading or has_another_number(change)

    def _of(self, change: Change, anchor: str) -> Iterator[ReturnedChange]:
        """Yield what is to be told of a change; nothing when it is no person's or told already."""
        into = self._placed.joined.get(anchor, "") if not change.new else ""
        elsewhere = (into,) if into else self._standing.elsewhere(change)
        if change.item is ItemKind.NOTE and change.new and self._has_note_marks:
            elsewhere = change.old  # a program may keep a mark among the words of its note
        if elsewhere is None and self._is_of_programs(change, anchor):
            if change.kind is ChangeKind.CHANGED and anchor in self._moved.keys() - self._told:
                self._told.add(anchor)
                yield self._moved[anchor]
            return
        is_joined = anchor in self._placed.joined.values() and len(change.old) == 1
        if elsewhere is None and (is_joined or anchor in self._joined):
            elsewhere = ()
        if elsewhere is not None:
            yield from self._from_paragraphs(change, elsewhere)
        elif not anchor or anchor not in self._told:
            self._told |= set(change.old)
            tracked = self._placed.tracked.get(anchor, ())
            by = tracked if anchor else self._standing.tracked(change)
            made = _change(change, anchor, by, self._placed.file)
            yield made if anchor else self._new.placed(made, change)

    def _from_paragraphs(
        self, change: Change, elsewhere: Sequence[str]
    ) -> Iterator[ReturnedChange]:
        for one in dict.fromkeys((*change.old, *elsewhere)):
            own = self._at_clause.get(one)
            if own is None and not change.new and one in change.old:
                own = self._moved.get(one)
            if own is not None and one not in self._told:
                yield own
            self._told.add(one)
        for words in self._standing.at_none(change):
            if words in self._at_none:
                yield self._at_none.pop(words)

    def _is_of_programs(self, change: Change, anchor: str) -> bool:
        """Tell whether a change is told elsewhere, or comes of programs: no word is another one.

        So does what was lost in pasting: what was not pasted, and points.
        """
        if not change.new and anchor in self._placed.never_in_it:
            return True
        if change.item is ItemKind.TITLE or (not change.old and self._is_front(change)):
            return True
        if not change.old and all(map(self._is_joined, _new_units(change))):
            return True
        if change.item is ItemKind.NOTE and not change.old and not self._standing.has(change):
            return True  # of an empty note a program makes its mark
        is_held = anchor in self._placed.lines and anchor not in self._at_clause
        if not self._placed.has_record:  # labels and numbers of notes became words in pasting
            return is_held and change.kind in (ChangeKind.CHANGED, ChangeKind.SPLIT)
        return is_held and change.kind is ChangeKind.CHANGED and _has_same_words(change)

    def _is_joined(self, unit: Unit) -> bool:
        """Tell whether words are those of clauses that became one paragraph."""
        said = ("".join(tokens("".join(self._placed.lines[one]))) for one in self._joined)
        new = "".join(tokens(plain(unit.text)))
        return any(new and one.endswith(new) for one in said)

    def _is_front(self, change: Change) -> bool:
        """Tell whether all that is new stands before the text, more often than in the text too.

        An empty cell stands anywhere.
        """
        new = list(filter(None, (tokens(plain(unit.text)) for unit in _new_units(change))))
        is_front = bool(new) and all(self._in_front[words] > 0 for words in new)
        if is_front:
            self._in_front.subtract(new)
        return is_front

    def _lines_in_front(self, changes: Sequence[Change]) -> Counter[Words]:
        """Return how often what is new stands before the text: no paragraph of it has that."""
        new = (unit for one in changes for unit in _new_units(one))
        often = Counter(tokens(plain(unit.text)) for unit in new)
        return Counter(
            {
                words: count - self._standing.count(words)
                for words, count in often.items()
                if any(holds_in_a_row(line, words) for line in self._front)
            }
        )


def _anchor(change: Change) -> str:
    return next((one for one in change.old if one), "")


def _has_same_words(change: Change) -> bool:
    """Tell whether both sides have the same words, whatever their markers and notes are."""
    old, new = (_units(change, is_old=is_old) for is_old in (True, False))
    said = [tokens("\n".join(plain(unit.text) for unit in side)) for side in (old, new)]
    return said[0] == said[1]


class _Standing:
    """Where the paragraphs of a file stand, by their words, and who tracked these."""

    def __init__(self, placed: PlacedStory) -> None:
        self._by_words: dict[tuple[Words, bool], set[str]] = defaultdict(set)
        self._tracked: dict[Words, list[Tracked]] = defaultdict(list)
        self._loose = Counter[Words]()
        self._held = {anchor for anchor, lines in placed.lines.items() if lines}
        begin = next((at for at, stand in enumerate(placed.found) if stand.anchor), None)
        for at, paragraph in enumerate(placed.story.paragraphs):
            if paragraph.is_contents or begin is None or at < begin:
                continue
            words = tokens(shown_words(paragraph))
            anchor = placed.found[at].anchor or _around(placed.found, at)
            # A marker before the words is '1 .', 'a )' or a bullet.
            for form in dict.fromkeys((words, words[1:], words[2:])):
                self._by_words[form, paragraph.cell is not None].add(anchor)
                self._loose[form] += not placed.found[at].anchor
                self._tracked[form] += paragraph.tracked

    def count(self, words: Words) -> int:
        """Return how many paragraphs have these words and stand at no clause."""
        return self._loose[words]

    def tracked(self, change: Change) -> tuple[Tracked, ...]:
        """Return who put in what is new, each person once."""
        forms = [words for unit in _new_units(change) for words in _forms(unit)]
        by = {one.author: one for words in forms for one in reversed(self._tracked.get(words, ()))}
        return tuple(by.values())

    def elsewhere(self, change: Change) -> tuple[str, ...] | None:
        """Return the other clauses at which words of a change stand, None when it is right as is.

        Empty when some stand at none.
        """
        if change.old and not change.new:
            return change.old if set(change.old) & self._held else None
        if change.kind is ChangeKind.MERGED and self._held.issuperset(change.old):
            return change.old
        others: set[str] = set()
        is_elsewhere = False
        for unit in _new_units(change):
            anchors = self._of(unit)
            if not anchors or anchors & set(change.old) or ("" in anchors and not change.old):
                continue
            if anchors == {""} and unit.kind is not UnitKind.PARAGRAPH:
                continue
            is_elsewhere = True
            others |= anchors - {""}
        return tuple(sorted(others)) if is_elsewhere else None

    def has(self, change: Change) -> bool:
        """Tell whether a paragraph of the file has what is new in a change."""
        return any(map(self._of, _new_units(change)))

    def at_none(self, change: Change) -> Iterator[Words]:
        """Yield the words of what is new in a change and stands at no clause."""
        for unit in _new_units(change):
            if "" in self._of(unit):
                yield from _forms(unit)

    def _of(self, unit: Unit) -> set[str]:
        """Return where the words of a unit stand: a cell's in tables, if they are in any."""
        is_cell = unit.kind is UnitKind.CELL
        here, there = (
            set[str]().union(*(self._by_words.get((words, side), ()) for words in _forms(unit)))
            for side in (is_cell, not is_cell)
        )
        return here or there


class _NewText:
    """Behind what each new text stands in the file, as its paragraphs tell."""

    def __init__(self, placed: PlacedStory, own: Sequence[ReturnedChange]) -> None:
        self._placed = placed
        self._by_words: dict[Words, list[ReturnedChange]] = defaultdict(list)
        for one in (one for one in own if not one.anchor):
            words = tokens(one.new)
            for form in dict.fromkeys((words, words[1:], words[2:])):
                self._by_words[form].append(one)

    def placed(self, made: ReturnedChange, change: Change) -> ReturnedChange:
        """Return a change that is new with what stands before it; of equal ones, in their order."""
        forms = [form for unit in _new_units(change) for form in _forms(unit) if form]
        for form in forms:
            if self._by_words[form]:
                one = self._by_words[form].pop(0)
                return replace(made, near=one.near, behind=one.behind, note_on=one.note_on)
        return replace(made, near=next(filter(None, map(self._holding, forms)), ""))

    def _holding(self, words: Words) -> str:
        """Return the clause at which words stand among others, or the one before, if any."""
        near = ""
        for paragraph, stand in zip(self._placed.story.paragraphs, self._placed.found, strict=True):
            near = stand.anchor or near
            is_open = near and not paragraph.is_contents
            if is_open and holds_in_a_row(tokens(shown_words(paragraph)), words):
                return near
        return ""


def _new_units(change: Change) -> Iterator[Unit]:
    return (pair.new for pair in change.pairs if pair.old is None and pair.new is not None)


def _forms(unit: Unit) -> tuple[Words, ...]:
    """Return the words of a unit, without its marker and with it; it may be all marker."""
    words = plain(unit.text)
    forms = tokens(words), tokens(f"{unit.marker} {words}")
    return tuple(dict.fromkeys(filter(None, forms)))


def _around(found: Sequence[Stand], at: int) -> str:
    """Return the clause of which paragraphs stand on both sides of one, "" when it is not one."""
    before = next((one.anchor for one in reversed(found[:at]) if one.anchor), "")
    after = next((one.anchor for one in found[at:] if one.anchor), "")
    return before if before == after else ""


def _change(change: Change, anchor: str, by: Sequence[Tracked], file: str) -> ReturnedChange:
    return ReturnedChange(
        anchor=anchor,
        kind=change.kind.value,
        old=_side(change, is_old=True, shown=plain),
        new=_side(change, is_old=False, shown=plain),
        signed=_side(change, is_old=False, shown=signed),
        author=by[0].author if by else "",
        others=tuple(one.author for one in by[1:]),
        date=by[0].date if by else "",
        tracked=bool(by),
        file=file,
    ).as_told


def _side(change: Change, *, is_old: bool, shown: Callable[[RichText], str]) -> str:
    """Return the text of one side, a line for each paragraph, point and cell."""
    units = _units(change, is_old=is_old)
    return "\n".join(without_labels(f"{unit.marker} {shown(unit.text)}".strip()) for unit in units)


def _units(change: Change, *, is_old: bool) -> tuple[Unit, ...]:
    """Return the units of one side, each once, in the order of that side."""
    units = (pair.old if is_old else pair.new for pair in change.pairs)
    held = dict.fromkeys(unit for unit in units if unit is not None)
    return tuple(sorted(held, key=lambda unit: unit.order))
