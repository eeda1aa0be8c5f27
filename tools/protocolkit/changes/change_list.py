"""The list of changes as a reader gets it, in their language: one value for every output.

The text, the page, the Word file and the spreadsheet print this value, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.brackets import brackets_beside
from protocolkit.changes.change_set import (
    SPACING,
    Change,
    ChangeKind,
    ChangeSet,
    Version,
)
from protocolkit.changes.fact_rows import BESIDE_NAMES, FactRow, fact_rows
from protocolkit.changes.levels import level_remarks
from protocolkit.changes.marked_lines import Lines, lines_of
from protocolkit.changes.number_pieces import is_number_alone
from protocolkit.changes.places import Places, cited_as
from protocolkit.changes.touched import Touched
from protocolkit.changes.units import ItemKind
from protocolkit.changes.version_names import names_with_paths
from protocolkit.document.outline import protocol_text, protocol_tokens
from protocolkit.document.richtext import plain

KIND_WORDS: dict[ChangeKind, Marked] = {
    ChangeKind.CHANGED: mark("Changed"),
    ChangeKind.ADDED: mark("New"),
    ChangeKind.REMOVED: mark("Removed"),
    ChangeKind.MOVED: mark("Moved"),
    ChangeKind.SPLIT: mark("Split into several"),
    ChangeKind.MERGED: mark("Several became one"),
    ChangeKind.REPEALED: mark("Repealed, the number stays"),
    ChangeKind.RENUMBERED: mark("Only another number"),
}
_TOUCHED: dict[Touched, Marked] = {
    Touched.BYTES: mark("Mind: {path} is not as it was kept, though its words are."),
    Touched.WORDS: mark("Mind: {path} is not as it was kept; its words were changed since."),
}
TOUCHED_CURE = mark("See what 'protocol check' says of it, and put the file back.")
NOT_COUNTED = mark("{kind}: {number} (not counted)")
WAS = mark("was {label}")
TITLE, HEADING = mark("Title"), mark("Heading '{name}'")
"""How a row or a line cites the title and a heading."""
NO_VERSION_BEFORE = mark("There was no version before: this is the first.")
WHOLE_GOES = mark("The whole protocol goes; no other version takes its place.")
NO_CHANGES = mark("No word of the text changed.")
_UNCOUNTED = mark("Nothing changed that counts. Different from before: {what}.")
_NO_COUNT = mark("Nothing changed that counts.")
_BESIDE = mark("Beside the text of the protocol something changed: {what}.")
SAME_TEXT = mark("Only another number, the same text (not counted)")
MARKS_EXPLAINED = mark(
    "On the left is the text as it was, with what went marked; on the right the text as it is now, "
    "with what came marked. A number that only moved along is marked apart and not counted."
)
STARTS_GONE, STARTS_COME = mark("[gone:"), mark("[new:")
STARTS_ALONG = mark("[moved along:")
ENDS = "]"
_STARTS = (STARTS_GONE, STARTS_COME, STARTS_ALONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change: where, what happened, and the text on both sides.

    ``place`` is how it is cited now, or was; ``old`` and ``new`` are lines. ``is_divided`` tells
    that paragraphs were split or joined, or fall under something else, so that every line counts,
    also one without a mark.
    """

    place: str
    what: str
    remark: str
    old_anchors: str
    new_anchors: str
    old: Lines
    new: Lines
    removed_words: int
    added_words: int
    is_divided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """How something that kept its text is cited, before and now, with its anchors in one line."""

    old: str
    new: str
    anchors: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeList:
    """A change set in words: all that is told of it.

    ``brackets`` is how many the words at a change have where it is plain text.
    """

    title: str
    old: tuple[str, str]
    new: tuple[str, str]
    summary: tuple[str, ...]
    facts: tuple[FactRow, ...]
    rows: tuple[Row, ...]
    numbers: tuple[NumberRow, ...]
    brackets: int = 1


def list_changes(change_set: ChangeSet, translate: Translate) -> ChangeList:
    """Return what is told of a change set."""
    places, texts = Places(change_set, translate), shown_texts(change_set, translate)
    numbers = [(change, _number_row(change)) for change in change_set.changes]
    old, new = names_with_paths(change_set.old, change_set.new, translate)
    return ChangeList(
        title=translate("What changed: {title}").format(title=_title(change_set)),
        old=(old, change_set.old.fingerprint),
        new=(new, change_set.new.fingerprint),
        summary=tuple(summary_lines(change_set, translate)),
        facts=fact_rows(change_set, translate),
        rows=tuple(_row(change, places, translate) for change, number in numbers if not number),
        numbers=tuple(number for _, number in numbers if number),
        brackets=brackets_beside([*map(translate, _STARTS), ENDS], texts),
    )


def shown_texts(change_set: ChangeSet, translate: Translate) -> Iterator[str]:
    """Yield what others wrote and a reader is shown: both texts with their names, and facts."""
    for version in (change_set.old, change_set.new):
        yield protocol_text(version.protocol)
        yield plain(version.protocol.title)
        yield version.shown_path
    for row in fact_rows(change_set, translate):
        yield f"{row.name}{row.old}{row.new}"


def _title(change_set: ChangeSet) -> str:
    named = (plain(version.protocol.title) for version in (change_set.new, change_set.old))
    return next((title for title in named if title), "") or change_set.new.shown_path


def summary_lines(change_set: ChangeSet, translate: Translate) -> Iterator[str]:
    """Yield how much changed, and what a reader has to know of the two versions."""
    yield from touched_lines((change_set.old, change_set.new), translate)
    counts = change_set.counts
    found = []
    for kind, number in counts.kinds.items():
        if number:
            form = "{kind}: {number}" if kind.is_counted else translate(NOT_COUNTED)
            found.append(form.format(kind=translate(KIND_WORDS[kind]), number=number))
    if change_set.old.is_nothing and not change_set.new.is_nothing:
        yield translate(NO_VERSION_BEFORE)
    elif change_set.new.is_nothing and not change_set.old.is_nothing:
        yield translate(WHOLE_GOES)
    if not counts.counted:
        yield unchanged_words(change_set, translate)
    if beside := [fact.fact for fact in change_set.facts if fact.fact in BESIDE_NAMES]:
        what = ", ".join(translate(BESIDE_NAMES[fact]).lower() for fact in beside)
        yield translate(_BESIDE).format(what=what)
    if found:
        yield f"{'; '.join(found)}."
    if counts.removed_words or counts.added_words:
        words = translate("Words and signs that went: {removed}; that came: {added}.")
        yield words.format(removed=counts.removed_words, added=counts.added_words)
    subjects = {version.protocol.subject for version in (change_set.old, change_set.new)} - {""}
    if len(subjects) > 1:
        yield translate("These are protocols of two different kinds.")


def unchanged_words(change_set: ChangeSet, translate: Translate) -> str:
    """Return what to say where no change counts: that no word changed only where none did."""
    old, new = (protocol_tokens(v.protocol) for v in (change_set.old, change_set.new))
    if old == new:
        return translate(NO_CHANGES)
    facts = {fact.fact for fact in change_set.facts}
    what = [
        *([translate("a line on the status")] if "" in facts else []),
        *([translate("numbers and references")] if change_set.changes else []),
        *([translate("spaces or hyphens")] if SPACING in facts else []),
    ]
    return translate(_UNCOUNTED).format(what=", ".join(what)) if what else translate(_NO_COUNT)


def touched_lines(versions: Iterable[Version], translate: Translate) -> Iterator[str]:
    """Yield of each kept version that is not as it was kept that it is not."""
    for version in versions:
        if version.touched in _TOUCHED:
            yield translate(_TOUCHED[version.touched]).format(path=version.shown_path)


def _number_row(change: Change) -> NumberRow | None:
    """Return how something is cited, where that is all that changed; None for anything else."""
    if change.kind is not ChangeKind.RENUMBERED or not _keeps_its_words(change):
        return None
    others = [p for p in change.pairs[1:] if p.old and p.new and p.old.marker != p.new.marker]
    old, new = (
        cited_as(change, next((unit for unit in units if unit), None))
        for units in ((p.old for p in change.pairs), (p.new for p in change.pairs))
    )
    if others or old == new:
        return None
    return NumberRow(old=old, new=new, anchors=", ".join(change.new))


def _keeps_its_words(change: Change) -> bool:
    """Tell whether the text is as it was, but for the number that its own words begin with."""
    other = [pair for pair in change.pairs if any(not p.kind.has_same_text for p in pair.pieces)]
    return all(pair is change.pairs[0] and is_number_alone(pair) for pair in other)


def _row(change: Change, places: Places, translate: Translate) -> Row:
    return Row(
        place=place_of(change, translate),
        what=translate(KIND_WORDS[change.kind]),
        remark=remark_on(change, translate, places),
        old_anchors=", ".join(change.old),
        new_anchors=", ".join(change.new),
        old=lines_of(change.pairs, translate, is_old=True),
        new=lines_of(change.pairs, translate, is_old=False),
        removed_words=change.removed_words,
        added_words=change.added_words,
        is_divided=any(pair.goes_on or pair.stands_otherwise for pair in change.pairs),
    )


def place_of(change: Change, translate: Translate) -> str:
    """Return how a change is cited: as the text is now, or was."""
    if change.item is ItemKind.TITLE:
        return translate(TITLE)
    label = change.new_label or change.old_label
    if change.item is ItemKind.HEADING:
        return translate(HEADING).format(name=label)
    return label


def remark_on(change: Change, translate: Translate, places: Places | None = None) -> str:
    """Return what else there is to say of a change: from where to where it moved, how it was cited.

    Without ``places`` only labels say where something stood.
    """
    said = []
    if change.moved:
        said += [translate("also moved")] if change.kind is not ChangeKind.MOVED else []
        said += [places.move(change)] if places else []
    if not (change.moved and places) and (before := label_before(change, translate)):
        said.append(before)
    if change.kind is ChangeKind.CHANGED and any(pair.goes_on for pair in change.pairs):
        said.append(translate("other paragraphs"))
    said += places.passages(change) if places else ()
    return ", ".join([*said, *unmarked_remarks(change, translate)])


def unmarked_remarks(change: Change, translate: Translate) -> tuple[str, ...]:
    """Return what no marked word shows: a repealed text that is filled in again, other levels."""
    again = [translate("filled in again")] if change.refilled else []
    return (*again, *level_remarks(change.pairs, translate))


def label_before(change: Change, translate: Translate) -> str:
    """Return how a change was cited before, ``""`` when that is as it is now."""
    if change.old_label and change.new_label and change.old_label != change.new_label:
        return translate(WAS).format(label=change.old_label)
    return ""
