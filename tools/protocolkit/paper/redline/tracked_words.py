"""The words of a Word redline as runs: what came and went, and what both versions have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from docx.oxml.ns import qn

from protocolkit.changes.spelling import MARK, cut, mark_labels, spelled
from protocolkit.document.richtext import Emphasis, Link, RichText
from protocolkit.paper.docx.elements import PLAIN, Element, Look, run
from protocolkit.paper.docx.notes import label_run
from protocolkit.paper.docx.text_runs import LINK_STYLE, Story, with_emphasis
from protocolkit.paper.redline.note_calls import NoteCalls, between_marks
from protocolkit.paper.redline.passages import State, Stretch, Stretches
from protocolkit.paper.redline.tracked import Tracker


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedWords:
    """Writes words of two versions, ``old`` and ``new``, each into its own story."""

    old: Story
    new: Story
    calls: NoteCalls
    tracker: Tracker

    def stretches(self, stretches: Stretches) -> list[Element]:
        """Return the runs of words with what happened to them."""
        made: list[Element] = []
        move = stretches[0].move if stretches else 0
        for stretch in stretches:
            if stretch.move != move:
                move = stretch.move
                made += self.tracker.next_move(stretch.state, move)
            if stretch.state is State.KEPT:
                made += self._kept(stretch)
            else:
                side = self.old if stretch.state.goes else self.new
                content = side.runs(stretch.shown)
                made += self.tracker.runs(content, stretch.state)
        return made

    def _kept(self, stretch: Stretch) -> Iterator[Element]:
        """Yield words that both versions have; marks of notes are weighed one by one."""
        olds, news = between_marks(stretch.old), between_marks(stretch.new)
        if [MARK in spelled(old) for old in olds] != [MARK in spelled(new) for new in news]:
            # only white space stands on one side of a mark
            olds = [old for old in olds if spelled(old).strip()]
            news = [new for new in news if spelled(new).strip()]
        for old, new in zip(olds, news, strict=True):
            if MARK in spelled(new):
                yield from self._kept_mark(old, new)
            else:
                yield from self._kept_words(old, new)

    def _kept_mark(self, old: RichText, new: RichText) -> list[Element]:
        (old_label,), (new_label,) = mark_labels(old), mark_labels(new)
        in_note = self.new.is_notes
        is_call = not in_note and self.calls.is_one_call(old_label, new_label)
        if is_call or self.calls.is_one_reference(old_label, new_label, in_note=in_note):
            made = list(self.new.runs(new))
            if is_call:
                self.calls.old.share(old_label, self.calls.new, new_label)
                self.relabel(made, old_label, new_label)
            return made
        return self.tracker.replaced(list(self.old.runs(old)), list(self.new.runs(new)))

    def relabel(self, made: list[Element], old: str, new: str) -> None:
        """Say in a call that a note had another label before.

        The label stands in a run behind that of the call, which stays.
        """
        if self.calls.prints_alike(old, new):
            return
        call = next(one for top in made for one in top.iter(qn("w:footnoteReference")))
        around = call.getparent()
        before, now = label_run(old), label_run(new)
        labels = self.tracker.replaced([before], [now])
        if around in made:
            at = made.index(around) + 1
            made[at : at + 1] = labels
        else:
            home, label = around.getparent(), around.getnext()
            at = home.index(label)
            home[at : at + 1] = labels

    def _kept_words(self, old: RichText, new: RichText) -> Iterator[Element]:
        """Yield words; what looked otherwise before says so, where both are equal sign by sign."""
        before = _look_ends(old, self.old)
        after = _look_ends(new, self.new)
        if before == after or max(before, default=0) != max(after, default=0):
            yield from self.new.runs(new)
            return
        begin = 0
        for end in sorted(before.keys() | after.keys()):
            was, now = (looks[min(at for at in looks if at >= end)] for looks in (before, after))
            for made in self.new.runs(cut(new, begin, end)):
                if was != now:
                    self._looked(made, was)
                yield made
            begin = end

    def _looked(self, made: Element, before: Look) -> None:
        for found in made.iter(qn("w:r")):
            style = found.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
            name = style.get(qn("w:val"), "") if style is not None else ""
            other = "" if name == LINK_STYLE else name
            look = replace(before, style=before.style or other)
            self.tracker.look(found, run([], look).find(qn("w:rPr")))


def _look_ends(rich: RichText, story: Story) -> dict[int, Look]:
    """Return how the signs of a text look, by where each look ends."""
    found: dict[int, Look] = {}
    end = 0
    for look, stretches in groupby(_looks(rich, story), key=itemgetter(0)):
        end += sum(signs for _, signs in stretches)
        found[end] = look
    return found


def _looks(rich: RichText, story: Story, look: Look = PLAIN) -> Iterator[tuple[Look, int]]:
    """Yield how a number of signs look: strong, emphasised, as words that lead somewhere."""
    for inline in rich:
        if isinstance(inline, Emphasis):
            yield from _looks(inline.content, story, with_emphasis(look, inline))
        elif isinstance(inline, Link):
            inner = replace(look, style=LINK_STYLE) if story.leads(inline.target) else look
            yield from _looks(inline.content, story, inner)
        else:
            yield look, len(spelled((inline,)))
