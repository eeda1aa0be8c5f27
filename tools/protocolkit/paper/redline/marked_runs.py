"""The runs of a redline for page and PDF: words say where each change begins and where it ends.

These words are seen, heard and copied. Colour, lines and the roles of a web page are not enough:
some screen readers say nothing of a deletion and none says where one ends. Everything here is
plain data.

A line is a list of runs: ``state``, ``begin`` and ``end`` (the words of the mark, ``""`` for what
is kept), ``follows`` (it changed only because something else did) and ``pieces``: text (``text``,
``strong``, ``emphasised``, ``address``), the mark of a note (``label``, ``goal``; ``said`` is the
word before one that came or went, with a space around it, where a figure alone would read as a
number) or a line break. Spaces stand between changes, whether or not the marks show, and between
two marks of notes: '1 2' is not '12'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolkit.base.messages import Marked, Translate
from protocolkit.base.objects import Object
from protocolkit.changes.brackets import with_brackets
from protocolkit.changes.spelling import MARK, cut, mark_labels, spelled
from protocolkit.document.model import note_anchor
from protocolkit.document.richtext import (
    Emphasis,
    HardBreak,
    Link,
    NoteMark,
    RichText,
    Text,
)
from protocolkit.paper.pdf.lines import web_address
from protocolkit.paper.redline.change_words import (
    AWAY,
    BEGIN_END,
    FOLLOWS,
    HERE,
    JOINED,
    LEVELS,
    NOTE,
    SPLIT,
)
from protocolkit.paper.redline.passages import Passage, State, Stretch, Stretches

_APART = "\u00a0"
"""Between two marks of notes, which stay on one line."""
_CLOSE_BY = frozenset(",.;:!?)")
"""Signs before which nobody writes a space."""

OLD = "oud-"
"""What stands before the names of places of the old version."""


@dataclass(frozen=True, slots=True)
class RunMaker:
    """Makes the runs of lines; ``goals`` are the names of places that something can lead to.

    ``brackets`` is how many the words at a change have.
    """

    translate: Translate
    goals: frozenset[str]
    brackets: int = 1

    def line(self, passage: Passage) -> list[Object]:
        """Return the runs of a paragraph, its marker first."""
        stretches = (*_lead(passage), *passage.stretches)
        runs = self.runs(stretches)
        if passage.end is State.ADDED and passage.state is State.KEPT:
            runs.append(self._remark(State.ADDED, SPLIT))
        elif passage.end is State.REMOVED and passage.state is State.KEPT:
            runs.append(self._remark(State.REMOVED, JOINED))
        if passage.level:
            runs.append(self.level(passage.level))
        return runs

    def marker_signs(self, passage: Passage) -> int:
        """Return how many signs the markers have that a line begins with, without spaces."""
        shown = (spelled(stretch.shown) for stretch in _lead(passage))
        return sum(len("".join(words.split())) for words in shown)

    def level(self, level: Marked) -> Object:
        """Return the run that says that what stands before it is at another level now."""
        return self._remark(State.ADDED, LEVELS[level])

    def around(self, state: State, place: str) -> tuple[str, str]:
        """Return the words around what moved as a whole, ``""`` when it did not."""
        if not place or state is State.KEPT:
            return "", ""
        begin, end = AWAY if state.goes else HERE
        return f"{self._words(begin).format(place=place)} ", f" {self._words(end)}"

    def runs(self, stretches: Stretches) -> list[Object]:
        """Return the runs of words with what happened to them."""
        spaced = list(_marks_apart(_spaced(_joined(_with_calls(stretches)))))
        made: list[Object] = []
        for at, stretch in enumerate(spaced):
            begin, end = self._marks(stretch)
            before = spelled(spaced[at - 1].shown) if at else " "
            after = spelled(spaced[at + 1].shown) if at + 1 < len(spaced) else " "
            gap_before = "" if before[-1:].isspace() or not begin else " "
            is_close = after[:1].isspace() or after[:1] in _CLOSE_BY
            gap_after = "" if is_close or not end else " "
            made.append(
                {
                    "state": stretch.state.value,
                    "begin": f"{gap_before}{begin}",
                    "end": f"{end}{gap_after}",
                    "follows": stretch.follows and bool(begin),
                    "pieces": [*self._pieces(stretch)],
                }
            )
        return made

    def _marks(self, stretch: Stretch) -> tuple[str, str]:
        if stretch.state not in BEGIN_END:
            return "", ""
        if stretch.place:
            return self.around(stretch.state, stretch.place)
        begin, end = (FOLLOWS if stretch.follows else BEGIN_END)[stretch.state]
        return f"{self._words(begin)} ", f" {self._words(end)}"

    def _remark(self, state: State, words: Marked) -> Object:
        begin = f" {self._words(words)}"
        return {"state": state.value, "begin": begin, "end": "", "follows": False, "pieces": []}

    def _words(self, words: Marked) -> str:
        return with_brackets(self.translate(words), self.brackets)

    def _pieces(self, stretch: Stretch) -> Iterator[Object]:
        said = f"{self.translate(NOTE)} " if stretch.state in BEGIN_END else ""
        before: Object = {"text": " "}
        for piece in self._inlines(stretch.shown, stretch.state.goes, said):
            if before.get("kind") == piece["kind"] == "note":
                yield _text_piece(_APART)
            elif piece.get("said") and not str(before.get("text", " "))[-1:].isspace():
                piece["said"] = f" {said}"
            before = piece
            yield piece

    def _inlines(
        self,
        rich: RichText,
        is_old: bool,
        said: str,
        look: tuple[bool, bool, str] = (False, False, ""),
    ) -> Iterator[Object]:
        for inline in rich:
            match inline:
                case Text(text):
                    yield _text_piece(text, *look)
                case HardBreak():
                    yield {"kind": "break"}
                case NoteMark(label):
                    goal = self.note_goal(label, is_old)
                    yield {"kind": "note", "label": label, "goal": goal, "said": said}
                case Emphasis(content=content, strong=strong):
                    inner = (look[0] or strong, look[1] or not strong, look[2])
                    yield from self._inlines(content, is_old, said, inner)
                case Link(target=target, content=content):
                    address = self._address(target, is_old)
                    yield from self._inlines(content, is_old, said, (*look[:2], address or look[2]))

    def note_goal(self, label: str, is_old: bool) -> str:
        """Return the name of a note's place, ``""`` when there is none."""
        return self._goal(note_anchor(label), is_old)

    def _address(self, target: str, is_old: bool) -> str:
        if not target.startswith("#"):
            return web_address(target)
        goal = self._goal(target[1:], is_old)
        return f"#{goal}" if goal else ""

    def _goal(self, anchor: str, is_old: bool) -> str:
        """Return the name of a place of either version, ``""`` when there is none."""
        names = (f"{OLD}{anchor}", anchor) if is_old else (anchor,)
        return next((name for name in names if name in self.goals), "")


def _lead(passage: Passage) -> Iterator[Stretch]:
    """Yield the markers before the words; another number alone only follows."""
    old = passage.old.marker if passage.old and passage.begins_old else ""
    new = passage.new.marker if passage.new and passage.begins_new else ""
    if passage.move and passage.moved:
        marker, other = passage.line.marker, passage.moved.marker
        here = passage.state if marker == other else State.REMOVED if passage.old else State.ADDED
        if marker:
            text = (Text(f"{marker} "),)
            is_old = passage.old is not None
            follows = marker != other and not passage.has_word_marker
            yield Stretch(here, text if is_old else (), () if is_old else text, follows)
    elif old == new:
        if old:
            yield Stretch(State.KEPT, (Text(f"{old} "),), (Text(f"{new} "),))
    else:
        follows = passage.state is State.KEPT and bool(old and new) and not passage.has_word_marker
        if old:
            yield Stretch(State.REMOVED, old=(Text(f"{old} "),), follows=follows)
        if new:
            yield Stretch(State.ADDED, new=(Text(f"{new} "),), follows=follows)


def _with_calls(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield stretches, the mark of a note that has another number now as one that went and came."""
    for stretch in stretches:
        labels = [*mark_labels(stretch.old)], [*mark_labels(stretch.new)]
        if stretch.state is not State.KEPT or labels[0] == labels[1]:
            yield stretch
            continue
        begin = 0
        text = spelled(stretch.old)
        places = (at for at, sign in enumerate(text) if sign == MARK)
        for at, old, new in zip(places, *labels, strict=True):
            if old != new:
                yield _part(stretch, begin, at)
                yield Stretch(State.REMOVED, old=cut(stretch.old, at, at + 1), follows=True)
                yield Stretch(State.ADDED, new=cut(stretch.new, at, at + 1), follows=True)
                begin = at + 1
        yield _part(stretch, begin, len(text))


def _part(stretch: Stretch, begin: int, end: int) -> Stretch:
    old, new = cut(stretch.old, begin, end), cut(stretch.new, begin, end)
    return replace(stretch, old=old, new=new)


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield neighbours as one where the same happened to them."""
    last: Stretch | None = None
    for stretch in filter(None, map(_as_read, stretches)):
        if last and _told(last) == _told(stretch):
            last = replace(last, old=last.old + stretch.old, new=last.new + stretch.new)
            continue
        if last:
            yield last
        last = stretch
    if last:
        yield last


def _told(stretch: Stretch) -> tuple[State, bool, str]:
    """Return what a reader is told of a stretch."""
    return stretch.state, stretch.follows, stretch.place


def _as_read(stretch: Stretch) -> Stretch | None:
    """Return a stretch; white space and another spelling of the same words are not told."""
    is_told = bool(spelled(stretch.shown).strip()) and not stretch.is_spelling
    if stretch.state is State.KEPT or is_told:
        return stretch
    if stretch.is_spelling and stretch.state.goes:
        return None
    return Stretch(State.KEPT, stretch.shown, stretch.shown)


def _spaced(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield changes, with the spaces at their ends beside them; between two there is always one."""
    is_open = False
    for stretch in stretches:
        if stretch.state is State.KEPT:
            yield stretch
            is_open = False
            continue
        text = stretch.shown
        begins, ends = spelled(text)[:1].isspace(), spelled(text)[-1:].isspace()
        if is_open or begins:
            yield _SPACE
        trimmed = _trimmed(text)
        yield replace(stretch, old=trimmed) if stretch.state.goes else replace(stretch, new=trimmed)
        is_open = not ends
        if ends:
            yield _SPACE


def _marks_apart(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield stretches with a space between two that would put one mark of a note to another."""
    last = ""
    for stretch in stretches:
        shown = spelled(stretch.shown)
        if last == MARK == shown[:1]:
            yield _SPACE
        yield stretch
        last = shown[-1:] or last


def _text_piece(
    text: str, strong: bool = False, emphasised: bool = False, address: str = ""
) -> Object:
    return {
        "kind": "text",
        "text": text,
        "strong": strong,
        "emphasised": emphasised,
        "address": address,
    }


_SPACE = Stretch(State.KEPT, (Text(" "),), (Text(" "),))


def _trimmed(rich: RichText) -> RichText:
    made = list(rich)
    if made and isinstance(first := made[0], Text):
        made[0] = Text(first.text.lstrip())
    if made and isinstance(last := made[-1], Text):
        made[-1] = Text(last.text.rstrip())
    return tuple(inline for inline in made if inline != Text(""))
