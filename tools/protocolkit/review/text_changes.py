"""The changes of a returned file of which a protocol was made: two readings, held together.

The comparison of versions knows what moved and what became one; the paragraphs know at which clause
each of them stands. Where a paragraph counts as part of the clause before it and stands elsewhere
by its words or its bookmark, or nowhere, the paragraphs are right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from protocolkit.changes.change_set import Change, ChangeKind, version_of
from protocolkit.changes.compare_versions import compare_versions
from protocolkit.changes.units import ItemKind, Unit, UnitKind
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.review.placed_story import PlacedStory, shown_words
from protocolkit.review.placing import Stand
from protocolkit.review.remarks import ReturnedChange
from protocolkit.review.story_changes import has_another_number, story_changes
from protocolkit.review.word_story import Tracked
from protocolkit.text.label_form import without_labels
from protocolkit.text.words import tokens

Words = tuple[str, ...]


def text_changes(placed: PlacedStory, returned: Protocol) -> Iterator[ReturnedChange]:
    """Yield each change of the text, clause by clause, whether it was tracked or not."""
    standing, told = _Standing(placed), set[str]()
    own = [one for one in story_changes(placed) if one.kind != ChangeKind.MOVED.value]
    at_clause = {one.anchor: one for one in own if one.anchor}
    at_none = {tokens(one.new): one for one in own if not one.anchor}
    near = ""
    for change in compare_versions(version_of(placed.submitted), version_of(returned)).changes:
        anchor = next((one for one in change.old if one), "")
        if not change.kind.is_counted or anchor in placed.lost_notes:
            continue
        near = anchor or near
        into = placed.joined.get(anchor, "") if not change.new else ""
        elsewhere = (into,) if into else standing.elsewhere(change)
        if elsewhere is None and _is_of_programs(change, anchor, placed, at_clause):
            continue
        if elsewhere is None and anchor in placed.joined.values() and len(change.old) == 1:
            elsewhere = ()
        if elsewhere is None:
            if not anchor or anchor not in told:
                told |= set(change.old)
                by = placed.tracked.get(anchor, ()) if anchor else standing.tracked(change)
                yield _change(change, anchor, near, by, placed.file)
            continue
        for one in dict.fromkeys((*change.old, *elsewhere)):
            if one in at_clause and one not in told:
                yield at_clause[one]
            told.add(one)
        for words in standing.at_none(change):
            if words in at_none:
                yield at_none.pop(words)
    if placed.has_record:
        # A protocol counts its clauses itself; only the file has the number that a hand changed.
        numbers = (one for one in at_clause.values() if one.anchor not in told)
        yield from filter(has_another_number, numbers)


def _is_of_programs(
    change: Change, anchor: str, placed: PlacedStory, at_clause: Mapping[str, ReturnedChange]
) -> bool:
    """Tell whether a change comes of programs alone: no word of the clause is another one.

    So does what was lost in pasting: the title, what was not pasted, and points.
    """
    if not change.new and anchor in placed.never_in_it:
        return True
    if change.item is ItemKind.TITLE:
        return not placed.has_record
    is_same = anchor in placed.lines and anchor not in at_clause and _has_same_words(change)
    kinds = (ChangeKind.CHANGED,) if placed.has_record else (ChangeKind.CHANGED, ChangeKind.SPLIT)
    return is_same and change.kind in kinds


def _has_same_words(change: Change) -> bool:
    """Tell whether both sides have the same words, whatever their markers and notes are."""
    old, new = (_units(change, is_old=is_old) for is_old in (True, False))
    said = [tokens("\n".join(plain(unit.text) for unit in side)) for side in (old, new)]
    return said[0] == said[1]


class _Standing:
    """Where the paragraphs of a file stand, by their words, and who tracked these."""

    def __init__(self, placed: PlacedStory) -> None:
        self._by_words: dict[Words, set[str]] = defaultdict(set)
        self._tracked: dict[Words, list[Tracked]] = defaultdict(list)
        self._held = {anchor for anchor, lines in placed.lines.items() if lines}
        begin = next((at for at, stand in enumerate(placed.found) if stand.anchor), None)
        for at, paragraph in enumerate(placed.story.paragraphs):
            if paragraph.is_contents or begin is None or at < begin:
                continue
            words = tokens(shown_words(paragraph))
            anchor = placed.found[at].anchor or _around(placed.found, at)
            # A marker before the words is '1 .', 'a )' or a bullet.
            for form in (words, words[1:], words[2:]):
                self._by_words[form].add(anchor)
                self._tracked[form] += paragraph.tracked

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
            if not anchors or anchors & set(change.old) or (anchors == {""} and not change.old):
                continue
            if anchors == {""} and unit.kind is not UnitKind.PARAGRAPH:
                continue
            is_elsewhere = True
            others |= anchors - {""}
        return tuple(sorted(others)) if is_elsewhere else None

    def at_none(self, change: Change) -> Iterator[Words]:
        """Yield the words of what is new in a change and stands at no clause."""
        for unit in _new_units(change):
            if self._of(unit) == {""}:
                yield from _forms(unit)

    def _of(self, unit: Unit) -> set[str]:
        return set().union(*(self._by_words.get(words, set()) for words in _forms(unit)))


def _new_units(change: Change) -> Iterator[Unit]:
    return (pair.new for pair in change.pairs if pair.old is None and pair.new is not None)


def _forms(unit: Unit) -> tuple[Words, ...]:
    words = plain(unit.text)
    return tuple(dict.fromkeys((tokens(words), tokens(f"{unit.marker} {words}"))))


def _around(found: Sequence[Stand], at: int) -> str:
    """Return the clause of which paragraphs stand on both sides of one, "" when it is not one."""
    before = next((one.anchor for one in reversed(found[:at]) if one.anchor), "")
    after = next((one.anchor for one in found[at:] if one.anchor), "")
    return before if before == after else ""


def _change(
    change: Change, anchor: str, near: str, by: Sequence[Tracked], file: str
) -> ReturnedChange:
    return ReturnedChange(
        anchor=anchor,
        kind=change.kind.value,
        old=_side(change, is_old=True),
        new=_side(change, is_old=False),
        near="" if anchor else near,
        author=by[0].author if by else "",
        others=tuple(one.author for one in by[1:]),
        date=by[0].date if by else "",
        tracked=bool(by),
        file=file,
    ).without_number


def _side(change: Change, *, is_old: bool) -> str:
    """Return the text of one side, a line for each paragraph, point and cell."""
    units = _units(change, is_old=is_old)
    return "\n".join(without_labels(f"{unit.marker} {plain(unit.text)}".strip()) for unit in units)


def _units(change: Change, *, is_old: bool) -> tuple[Unit, ...]:
    """Return the units of one side, each once."""
    units = (pair.old if is_old else pair.new for pair in change.pairs)
    return tuple(dict.fromkeys(unit for unit in units if unit is not None))
