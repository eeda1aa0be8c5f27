"""The list of changes as a reader gets it, in their language: one value for every output.

The text, the page, the Word file and the spreadsheet print this value, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from protocolkit.base.messages import Marked, Translate, mark
from protocolkit.changes.change_set import Change, ChangeKind, ChangeSet, FactChange, Pair
from protocolkit.changes.pieces import PieceKind
from protocolkit.changes.units import ItemKind, Unit
from protocolkit.document.richtext import NoteMark, RichText, plain, walk

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
FACT_NAMES: dict[str, Marked] = {
    "": mark("Line on the status, in the text"),
    "organisation.name": mark("Board or school"),
    "organisation.kind": mark("Kind of organisation"),
    "organisation.sector": mark("Sector"),
    "organisation.parent": mark("Board above it"),
    "organisation.aliases": mark("Other names"),
    "status": mark("Status"),
    "version": mark("Version"),
    "dated": mark("Date of the document"),
    "valid_from": mark("Valid from"),
    "valid_until": mark("Valid until"),
    "review_date": mark("Evaluation date"),
    "owner": mark("Responsible"),
    "based_on": mark("Adopted from"),
    "replaces": mark("Replaces"),
    "applies_to": mark("Schools for which it is valid"),
    "approvals": mark("Decisions"),
}
NOT_COUNTED = mark("{kind}: {number} (not counted)")
NO_CHANGES = mark("No word of the text changed.")
MARKS_EXPLAINED = mark(
    "On the left is the text as it was, with what went marked; on the right the text as it is now, "
    "with what came marked. A number that only moved along is marked apart and not counted."
)
STARTS_GONE, STARTS_COME = mark("[gone:"), mark("[new:")
STARTS_ALONG = mark("[moved along:")
ENDS = "]"


class Shade(Enum):
    """How a run of words is marked."""

    SAME = "same"
    GONE = "gone"
    COME = "come"
    ALONG = "along"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are marked in one way."""

    text: str
    shade: Shade


Lines = tuple[tuple[Run, ...], ...]
"""The paragraphs of one side, each a row of runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One change: where, what happened, and the text on both sides.

    ``place`` is how it is cited now, or was; ``old`` and ``new`` are anchors in one line.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact of the front matter, or a status line, on both sides."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeList:
    """A change set in words: all that is told of it."""

    title: str
    old: tuple[str, str]
    new: tuple[str, str]
    summary: tuple[str, ...]
    facts: tuple[FactRow, ...]
    rows: tuple[Row, ...]


def list_changes(change_set: ChangeSet, translate: Translate) -> ChangeList:
    """Return what is told of a change set."""
    return ChangeList(
        title=translate("What changed: {title}").format(title=_title(change_set)),
        old=(change_set.old.shown_path, change_set.old.fingerprint),
        new=(change_set.new.shown_path, change_set.new.fingerprint),
        summary=tuple(summary_lines(change_set, translate)),
        facts=fact_rows(change_set, translate),
        rows=tuple(_row(change, translate) for change in change_set.changes),
    )


def _title(change_set: ChangeSet) -> str:
    named = (plain(version.protocol.title) for version in (change_set.new, change_set.old))
    return next((title for title in named if title), "") or change_set.new.shown_path


def summary_lines(change_set: ChangeSet, translate: Translate) -> Iterator[str]:
    """Yield what changed in numbers, and what of the two versions a reader has to know."""
    counts = change_set.counts
    found = []
    for kind, number in counts.kinds.items():
        if number:
            form = "{kind}: {number}" if kind.is_counted else translate(NOT_COUNTED)
            found.append(form.format(kind=translate(KIND_WORDS[kind]), number=number))
    if not counts.counted:
        yield translate(NO_CHANGES)
    if found:
        yield f"{'; '.join(found)}."
    if counts.removed_words or counts.added_words:
        words = translate("Words and signs that went: {removed}; that came: {added}.")
        yield words.format(removed=counts.removed_words, added=counts.added_words)
    subjects = {version.protocol.subject for version in (change_set.old, change_set.new)} - {""}
    if len(subjects) > 1:
        yield translate("These are protocols of two different kinds.")


def fact_rows(change_set: ChangeSet, translate: Translate) -> tuple[FactRow, ...]:
    """Return the facts that changed, by the names that readers know."""
    return tuple(_fact(fact, translate) for fact in change_set.facts)


def _fact(fact: FactChange, translate: Translate) -> FactRow:
    name = FACT_NAMES.get(fact.fact)
    return FactRow(name=translate(name) if name else fact.fact, old=fact.old, new=fact.new)


def _row(change: Change, translate: Translate) -> Row:
    return Row(
        place=place_of(change, translate),
        what=translate(KIND_WORDS[change.kind]),
        remark=remark_on(change, translate),
        old_anchors=", ".join(change.old),
        new_anchors=", ".join(change.new),
        old=tuple(_lines(change.pairs, is_old=True)),
        new=tuple(_lines(change.pairs, is_old=False)),
        removed_words=change.removed_words,
        added_words=change.added_words,
    )


def place_of(change: Change, translate: Translate) -> str:
    """Return how a change is cited: as the text is now, or was."""
    if change.item is ItemKind.TITLE:
        return translate("Title")
    label = change.new_label or change.old_label
    if change.item is ItemKind.HEADING:
        return translate("Heading '{name}'").format(name=label)
    return label


def remark_on(change: Change, translate: Translate) -> str:
    """Return what else is to say of a change: that it moved too, how it was cited before."""
    said = []
    if change.moved and change.kind is not ChangeKind.MOVED:
        said.append(translate("also moved"))
    if change.old_label and change.new_label and change.old_label != change.new_label:
        said.append(translate("was {label}").format(label=change.old_label))
    return ", ".join(said)


def _lines(pairs: Iterable[Pair], *, is_old: bool) -> Iterator[tuple[Run, ...]]:
    """Yield the paragraphs of one side, in its own order, each with its marker before it."""
    found: dict[int, tuple[Unit, list[Run]]] = {}
    for pair in pairs:
        unit = pair.old if is_old else pair.new
        if unit is not None:
            _, runs = found.setdefault(unit.order, (unit, _marker(pair, is_old=is_old)))
            runs += _runs(pair, is_old=is_old)
    for order in sorted(found):
        yield tuple(found[order][1])


def _marker(pair: Pair, *, is_old: bool) -> list[Run]:
    unit, other = (pair.old, pair.new) if is_old else (pair.new, pair.old)
    if unit is None or not unit.marker:
        return []
    is_same = other is None or other.marker == unit.marker
    return [Run(unit.marker, Shade.SAME if is_same else Shade.ALONG), Run(" ", Shade.SAME)]


def _runs(pair: Pair, *, is_old: bool) -> Iterator[Run]:
    changed = Shade.GONE if is_old else Shade.COME
    shades = {
        PieceKind.EQUAL: Shade.SAME,
        PieceKind.CHANGED: changed,
        PieceKind.CONSEQUENTIAL: Shade.ALONG,
    }
    for piece in pair.pieces:
        if text := shown(piece.old if is_old else piece.new):
            yield Run(text, shades[piece.kind])


def shown(rich: RichText) -> str:
    """Return rich text in letters, the mark of a note as the source format has it."""
    return "".join(
        f"[^{inline.label}]" if isinstance(inline, NoteMark) else plain((inline,))
        for inline in walk(rich)
        if not getattr(inline, "content", ())
    )
