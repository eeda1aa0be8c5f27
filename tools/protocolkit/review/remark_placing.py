"""At which clause each remark stands: by the words that it marks, or as what it answers does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from protocolkit.review.joined import owner_of
from protocolkit.review.placing import UNPLACED, Stand, SubmittedText
from protocolkit.review.remarks import PlacedBy, Remark
from protocolkit.review.table_rows import TableRows
from protocolkit.review.word_remarks import WordRemark
from protocolkit.review.word_story import Range, Story
from protocolkit.text.label_form import label_length


class RemarkPlacer:
    """The paragraphs of a file with their clauses, among which remarks find theirs."""

    def __init__(
        self, story: Story, text: SubmittedText, found: Sequence[Stand], file: str
    ) -> None:
        self._story, self._text, self._found, self._file = story, text, found, file
        self._next = _next_placed(story, found)
        self._near = _anchors_before(found)
        self._rows = TableRows(text.protocol, story.paragraphs)
        self._of_paragraph: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for place, (at, words) in enumerate(story.pieces):
            self._of_paragraph[at].append((place, words))
        self._lacking = text.lacking(story.paragraphs, found)
        self._joined: dict[int, tuple[str, ...]] = {}

    def placed(self, read: Sequence[WordRemark]) -> Iterator[Remark]:
        """Yield each remark at its clause; an answer stands where its thread begins."""
        count = Counter(one.id for one in read)
        first = {one.id: one for one in reversed(read)}
        seen: Counter[str] = Counter()
        begins = _begins(first)
        for one in read:
            seen[one.id] += 1
            above = first[begins[one.id]] if count[one.id] == 1 else one
            stand, near, quote, home = self._of(above, is_double=count[above.id] > 1)
            is_answer = above is not one
            own = self._quote(self._range(one)) if count[one.id] == 1 else ""
            yield Remark(
                id=one.id if seen[one.id] == 1 else f"{one.id}#{seen[one.id]}",
                parent=one.parent if one.parent in first and one.parent != one.id else "",
                author=one.author,
                date=one.date,
                text=one.text,
                quote=own or quote,
                anchor=stand.anchor,
                near="" if stand.anchor else near,
                row=self._rows.row(stand.anchor, home),
                resolved=one.resolved,
                placed_by=PlacedBy.PARENT if is_answer and stand.anchor else stand.by,
                file=self._file,
            )

    def _range(self, one: WordRemark) -> Range:
        return self._story.ranges.get(one.id, Range())

    def _quote(self, marked: Range) -> str:
        return "" if marked.is_double else self._story.quote(marked)

    def _of(self, one: WordRemark, *, is_double: bool) -> tuple[Stand, str, str, int | None]:
        """Return where a remark stands, the clause before it, its marked words, its paragraph."""
        marked = self._range(one)
        if is_double or marked.is_double:
            return UNPLACED, "", "", None
        quote = self._story.quote(marked)
        at = self._next[marked.begin] if marked.begin < marked.end else len(self._story.pieces)
        if at < marked.end:
            first = self._story.pieces[at][0]
            return *self._at(first, marked), quote, first
        home = self._first_marked(marked)
        if home is None or home >= len(self._found):
            return UNPLACED, "", quote, None
        if self._found[home].anchor:
            return *self._at(home, marked), quote, home
        is_copy = bool(self._found[home].copy_of)
        stand = UNPLACED if is_copy else self._text.of_quote(quote, self._story.paragraphs[home])
        return stand, self._near[home], quote, home

    def _at(self, home: int, marked: Range) -> tuple[Stand, str]:
        """Return where a remark in a paragraph with a clause stands, and the clause before it.

        Where several clauses were joined it is that of the marked words, and nowhere when these
        are of none.
        """
        stand = self._found[home]
        if home not in self._joined:
            own = "".join(words for _, words in self._of_paragraph[home])
            self._joined[home] = self._text.joined(stand, own, self._lacking)
        owners = self._joined[home]
        if not owners:
            return stand, ""
        pieces = self._of_paragraph[home]
        before = "".join(words for at, words in pieces if at < marked.begin)
        inside = "".join(words for at, words in pieces if marked.begin <= at < marked.end)
        anchor = owner_of(owners, before[label_length(before) :], inside)
        if anchor == stand.anchor:
            return stand, ""
        return (Stand(anchor, PlacedBy.QUOTE), "") if anchor else (UNPLACED, stand.anchor)

    def _first_marked(self, marked: Range) -> int | None:
        """Return the first paragraph of which words are marked, else where the remark stands."""
        pieces = self._story.pieces[marked.begin : marked.end]
        return next((at for at, words in pieces if words.strip()), marked.home)


def _next_placed(story: Story, found: Sequence[Stand]) -> list[int]:
    """Return for each piece the first one from there on that has a word and a clause."""
    following = [len(story.pieces)] * (len(story.pieces) + 1)
    for place in range(len(story.pieces) - 1, -1, -1):
        at, words = story.pieces[place]
        is_word = any(sign.isalnum() for sign in words)
        following[place] = place if is_word and found[at].anchor else following[place + 1]
    return following


def _anchors_before(found: Iterable[Stand]) -> list[str]:
    """Return for each paragraph the last clause up to it."""
    near, before = "", []
    for stand in found:
        near = stand.anchor or near
        before.append(near)
    return before


def _begins(first: dict[str, WordRemark]) -> dict[str, str]:
    """Return for each remark the one with which its thread begins; in a circle it is itself."""
    known: dict[str, str] = {}
    for name in first:
        path, here = [], name
        while here not in known and here not in path:
            path.append(here)
            above = first[here].parent
            if above not in first:
                break
            here = above
        is_circle = here in path and first[here].parent in first
        for step in path:
            known[step] = step if is_circle else known.get(here, here)
    return known
