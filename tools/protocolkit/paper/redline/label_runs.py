"""How clauses are cited in a Word redline: labels of both versions, tracked where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from protocolkit.paper.docx.clause_labels import ABOVE, FRAMED, HOLDER, LABEL, fits_margin
from protocolkit.paper.docx.elements import PLAIN, Element, Look, element, run, text_run
from protocolkit.paper.redline.paragraphs import Slot
from protocolkit.paper.redline.passages import AnyPassage, Passage, State
from protocolkit.paper.redline.tracked import Tracker
from protocolkit.text.label_form import as_label, without_marks


@dataclass(frozen=True, slots=True)
class Label:
    """A label of one version: beside its clause or above it, ``""`` where it does not stand."""

    beside: str = ""
    above: str = ""


def label_at(said: str, *, is_table: bool) -> Label:
    """Return a label where it has its place."""
    return Label(above=said) if is_table or not fits_margin(said) else Label(beside=said)


def label_beside(before: str, now: str, state: State, tracker: Tracker) -> list[Element]:
    """Return the runs of a label in the margin, with the tab to the words; none without a label."""
    return _runs(before, now, state, tracker, [run([element("tab")], LABEL)])


def _words(label: str) -> list[Element]:
    return words_run(as_label(label), LABEL)


def label_apart(before: str, now: str, passage: AnyPassage, tracker: Tracker) -> Iterator[Slot]:
    """Yield the paragraph of a label apart from its clause, and what holds it there.

    One that stays as it is stands in a frame; what is tracked cannot, and stands above its clause.
    Before a table a label needs no hold.
    """
    state = passage.state
    stays = isinstance(passage, Passage) and state is passage.end is State.KEPT and before == now
    end = State.KEPT if before and now else State.ADDED if now else State.REMOVED
    if state is not State.KEPT:
        end = State.REMOVED if state.goes else State.ADDED
    setting = FRAMED if stays else ABOVE
    yield Slot(
        end=end,
        now=setting,
        before=setting,
        write=lambda: _runs(before, now, end, tracker, []),
    )
    if isinstance(passage, Passage):
        yield Slot(end=end, now=HOLDER, before=HOLDER)


def _runs(
    before: str, now: str, state: State, tracker: Tracker, after: list[Element]
) -> list[Element]:
    if not (before or now):
        return []
    if before and now and state is State.KEPT:
        return [*_both(before, now, tracker, is_above=not after), *after]
    if state is State.KEPT:
        state = State.ADDED if now else State.REMOVED
    return tracker.runs([*_words(before or now), *after], state)


def _both(before: str, now: str, tracker: Tracker, *, is_above: bool) -> Iterator[Element]:
    """Yield the runs of the labels of both versions, a space between them that neither has.

    Where they have no room beside each other, only that of the new version can be read.
    """
    same, gone, come = same_words(as_label(before), as_label(now), LABEL)
    removed = words_run(gone, LABEL)
    yield from same
    if is_above or fits_margin(without_marks(f"{before} {come}")):
        yield from tracker.runs(removed, State.REMOVED)
        if gone and come:
            yield from tracker.passing(words_run(" ", LABEL))
    else:
        yield from tracker.tiny(removed)
    yield from tracker.runs(words_run(come, LABEL), State.ADDED)


def words_run(text: str, look: Look = PLAIN) -> list[Element]:
    """Return a run of words, none for no words."""
    return [text_run(text, look)] if text else []


def same_words(old: str, new: str, look: Look = PLAIN) -> tuple[list[Element], str, str]:
    """Return the first words that two markers share, and the rest of either: 'Artikel' 2 and 3."""
    same = takewhile(lambda signs: signs[0] == signs[1], zip(old, new, strict=False))
    end = len(old) if old == new else old.rfind(" ", 0, len(list(same))) + 1
    return words_run(old[:end], look), old[end:], new[end:]
