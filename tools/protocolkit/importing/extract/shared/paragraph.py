"""The text of one Word paragraph as it is read, with what was left out of it and what was added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from protocolkit.base.messages import Marked
from protocolkit.importing.source.lines import Doubt, Mark, MarkKind
from protocolkit.reading.words_left_out import UNSEEN, LeftOut, LeftOutReason
from protocolkit.text.markers import find_starts

# How long a heading is at most that stands in bold above text in one paragraph, in letters.
_LONGEST_HEAD = 80


@dataclass(slots=True)
class Runs:
    """The text of a paragraph, with spans and places that count from its beginning.

    ``added`` are spans that the file does not hold as text: list numbers, marks of notes, signs.
    """

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    bold: int = 0
    underlined: int = 0
    size: float = 0.0
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    added: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold or underlined."""
        return 0 < len(self.text.strip()) <= self.bold

    @property
    def is_underlined(self) -> bool:
        """Whether every word stands out by a line under it alone."""
        return self.is_bold and len(self.text.strip()) <= self.underlined

    @property
    def has_words(self) -> bool:
        """Whether a reader sees anything of it."""
        return bool(self.text.strip())

    @property
    def held(self) -> str:
        """The text as the file holds it."""
        kept, position = [], 0
        for begin, end in [*self.added, (len(self.text), len(self.text))]:
            kept.append(self.text[position:begin])
            position = end
        return "".join(kept)

    def say(self, text: str, *, is_added: bool = False, doubt: Marked | None = None) -> None:
        """Add text at the end."""
        begin = len(self.text)
        self.text += text
        if text and is_added:
            self.added.append((begin, len(self.text)))
        if text.strip() and doubt is not None:
            last = self.doubts[-1] if self.doubts else None
            if last is not None and last.text == doubt and last.end == begin:
                begin = self.doubts.pop().begin
            self.doubts.append(Doubt(begin=begin, end=len(self.text), text=doubt))

    def doubt_here(self, doubt: Marked) -> None:
        """Doubt what stands at the end, where no words are that can be doubted."""
        self.doubts.append(Doubt(begin=len(self.text), end=len(self.text), text=doubt))

    def leave(self, text: str, reason: LeftOutReason, part: str = "") -> None:
        """Leave words out that stand at the end; those with one reason are told together."""
        if not text:
            return
        last = self.left_out[-1] if self.left_out else None
        at = len(self.text)
        if last is not None and (last.reason, last.at, last.part) == (reason, at, part):
            self.left_out[-1] = replace(last, text=last.text + text)
        else:
            self.left_out.append(LeftOut(text=text, reason=reason, at=at, part=part))

    def leave_before(self, text: str, reason: LeftOutReason) -> None:
        """Leave out what the file does not hold and would print before the text: a number."""
        if any(map(str.isalnum, text)):
            found = LeftOut(text=f"{text} ", reason=reason, at=0, is_added=True)
            self.left_out.insert(0, found)

    def lines(self, *, may_head: bool = True) -> list[Runs]:
        """Return the lines that an author typed into one paragraph as a list; else itself alone.

        They are a list when two of them or more begin with a bullet or a number. Where it
        ``may_head``, a first line in bold above others that are not is a line of its own.
        """
        if may_head and (head := self._head_in_bold()) is not None:
            first, rest = self._parted([head.end])
            return [replace(first, bold=head.begin), *rest.lines(may_head=False)]
        breaks = [m for m in self.marks if m.kind is MarkKind.BREAK]
        begins = [m.end for m in breaks if find_starts(self.text[m.end :].lstrip())]
        if len(begins) + bool(find_starts(self.text.lstrip())) < 2:
            return [self]
        return self._parted(begins)

    def _parted(self, begins: Sequence[int]) -> list[Runs]:
        """Return the lines that begin at some places, without the breaks before them."""
        ends = [*begins, len(self.text)]
        parts = [self.between(begin, end) for begin, end in zip([0, *begins], ends, strict=True)]
        return [*(part.before(len(part.text) - 1) for part in parts[:-1]), parts[-1]]

    def _head_in_bold(self) -> Mark | None:
        """Return the break below a short first line in bold, where the words below it are not."""
        found = next((mark for mark in self.marks if mark.kind is MarkKind.BREAK), None)
        if found is None or not 0 < len(self.text[: found.begin].strip()) <= _LONGEST_HEAD:
            return None
        strong = [mark for mark in self.marks if mark.kind is MarkKind.STRONG]
        is_head = all(
            letter.isspace() or any(mark.begin <= at < mark.end for mark in strong)
            for at, letter in enumerate(self.text[: found.begin])
        )
        is_alone = not any(self.text[found.end : mark.end].strip() for mark in strong)
        return found if is_head and is_alone and self.text[found.end :].strip() else None

    def between(self, begin: int, end: int) -> Runs:
        """Return a piece of the text with all that belongs to it."""
        is_first, is_last = begin == 0, end == len(self.text)

        def inside(at: int) -> bool:
            return (is_first or begin <= at) and (is_last or at < end)

        return Runs(
            text=self.text[begin:end],
            marks=[
                replace(m, begin=max(m.begin, begin) - begin, end=min(m.end, end) - begin)
                for m in self.marks
                if m.begin < end and m.end > begin
            ],
            bookmarks=self.bookmarks if is_first else [],
            bold=min(self.bold, end - begin) if self.is_bold else 0,
            underlined=min(self.underlined, end - begin) if self.is_underlined else 0,
            size=self.size,
            left_out=[
                replace(found, at=max(found.at - begin, 0))
                for found in self.left_out
                if inside(found.at)
            ],
            doubts=[
                replace(d, begin=max(d.begin, begin) - begin, end=min(d.end, end) - begin)
                for d in self.doubts
                if (d.begin < end and d.end > begin) or (d.begin == d.end and inside(d.begin))
            ],
            added=[
                (max(one, begin) - begin, min(other, end) - begin)
                for one, other in self.added
                if one < end and other > begin
            ],
        )

    def append(self, other: Runs, *, between: str = " ") -> None:
        """Add another text after this one, apart by a space."""
        if self.text and other.text:
            self.text += between
        shift = len(self.text)
        self.text += other.text
        self.marks += [replace(m, begin=m.begin + shift, end=m.end + shift) for m in other.marks]
        self.doubts += [replace(d, begin=d.begin + shift, end=d.end + shift) for d in other.doubts]
        self.left_out += [replace(found, at=found.at + shift) for found in other.left_out]
        self.added += [(begin + shift, end + shift) for begin, end in other.added]
        self.bookmarks += other.bookmarks
        self.bold += other.bold
        self.underlined += other.underlined
        self.size = max(self.size, other.size)

    def before(self, length: int) -> Runs:
        """Return the first characters of the text, and all that was left out or doubted later."""
        kept = self.between(0, length)
        if length == len(self.text):
            return kept
        later = [replace(found, at=length) for found in self.left_out if found.at >= length]
        doubts = [replace(d, begin=length, end=length) for d in self.doubts if d.begin >= length]
        return replace(kept, left_out=[*kept.left_out, *later], doubts=[*kept.doubts, *doubts])

    def after(self, prefix: str) -> Runs:
        """Return the text after something that the file does not hold, such as a list number."""
        made = Runs()
        made.say(prefix, is_added=True)
        made.append(self, between="")
        made.bold, made.underlined = self.bold, self.underlined
        made.size, made.bookmarks = self.size, self.bookmarks
        return made

    def without(self, length: int) -> Runs:
        """Return the text without its first characters, and with all that was left out there."""
        rest = self.between(length, len(self.text))
        before = [replace(found, at=0) for found in self.left_out if found.at < length]
        return replace(rest, left_out=[*before, *rest.left_out], bookmarks=self.bookmarks)

    def stripped(self) -> Runs:
        """Return the text without the spaces that it begins with."""
        return self.without(len(self.text) - len(self.text.lstrip()))

    def unseen(self) -> Runs:
        """Return what was left out of the text, and none of the text."""
        return Runs(bookmarks=self.bookmarks, left_out=[replace(f, at=0) for f in self.left_out])

    def judged(self) -> Runs:
        """Return the text, and what was left out as part of a sentence where words stand beside."""
        judged = [
            replace(found, is_in_sentence=self.has_words and found.reason in UNSEEN)
            for found in self.left_out
            if found.text.strip()
        ]
        return replace(self, left_out=judged)
