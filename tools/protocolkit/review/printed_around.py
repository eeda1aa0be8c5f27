"""What this program prints around a text in Word: the lines before it, and the heads and feet.

A paper is printed again, as it was when it was sent, so that what a council changed on the cover
can be told from what stood there. Page numbers are filled in by programs, and count as none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, groupby, product, takewhile, zip_longest
from pathlib import Path
from typing import TypeVar

from protocolkit.base.location import NOWHERE
from protocolkit.base.messages import languages, translator
from protocolkit.base.problems import ProtocolkitError
from protocolkit.collection import basis_name
from protocolkit.document.begins import told_from, turning_days
from protocolkit.document.board_text import BoardTexts
from protocolkit.document.cover import CHECK, Cover, make_cover, subtitle
from protocolkit.document.model import Protocol
from protocolkit.importing.extract.word.package import WordPackage
from protocolkit.paper.docx import write_docx
from protocolkit.paper.redline.summary import as_redline
from protocolkit.paper.shared.running_head import running_head
from protocolkit.review.earlier_cover import EarlierLayout, earlier_head, earlier_layouts
from protocolkit.review.lapsed import LapsedClause
from protocolkit.review.word_story import (
    StoryParagraph,
    Tracked,
    read_story,
    word_running_words,
)
from protocolkit.text.words import glued, tokens
from protocolkit.versions.board_texts import board_texts

Words = tuple[str, ...]

_Part = TypeVar("_Part", str, Words)
_NUMBER = re.compile(r"[0-9]{1,4}")
_CHECKS = tuple(
    re.compile(r"https?\S+".join(map(re.escape, translator(one)(CHECK).split("{address}"))))
    for one in languages()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAround:
    """The paragraphs that we print up to the first clause, and those of the heads and feet.

    ``contents`` are the lines among the first that lead to a page, without its number.
    ``paragraphs`` are all that we print. ``earlier`` are the ways in which lines were other ones
    before, or are with visible changes, ``earlier_running`` what runs along then.
    """

    lines: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    contents: frozenset[Words] = frozenset()
    paragraphs: tuple[StoryParagraph, ...] = ()
    earlier: tuple[EarlierLayout, ...] = ()
    earlier_running: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def front_letters(self) -> frozenset[str]:
        """The letters of each line and cell before the text, but for those of the contents."""
        before = takewhile(lambda one: not one.bookmarks, self.paragraphs)
        return frozenset(glued(one.old) for one in before if not one.is_contents) - {""}

    @property
    def tables(self) -> Iterator[frozenset[str]]:
        """The rows of each table among the first lines; an earlier layout may lack their ends."""
        before = takewhile(lambda one: not one.bookmarks, self.paragraphs)
        for table, own in groupby(before, lambda one: one.cell[0] if one.cell else None):
            if table is not None:
                rows = [tokens(one.new) for one in front_lines(own)]
                yield frozenset(
                    line
                    for line in self.lines
                    for words in [tokens(line)]
                    if any(row[: len(words)] == words for row in rows)
                )

    def key(self, line: str) -> Words:
        """Return by which words a line is known: of a line of the contents all but the page."""
        words = tokens(line)
        is_entry = words[-1:] and _NUMBER.fullmatch(words[-1]) and words[:-1] in self.contents
        return words[:-1] if is_entry else words

    def shared(self, lines: Iterable[str]) -> int:
        """Return how many of our lines stand among others."""
        held = {self.key(line) for line in lines}
        return sum(self.key(line) in held for line in self.lines)

    def differing(self, lines: Sequence[str]) -> tuple[int, int, int]:
        """Return how many words we never printed, how many stand on one side alone, how many lines.

        A copy may lack what we printed, such as a table, so what we did not print weighs first.

        Lines break where a page or a table has no more room; words do not. A copy may begin
        further on: what we print before that does not count. Nor does it count how often a copy
        has the words that run along on pages.
        """
        runs = {word for line in self.running for word in tokens(line)}
        ours, theirs = ([self.key(line) for line in side] for side in (self.lines, lines))
        said = Counter(chain.from_iterable(theirs))
        words, added = _fewest_other(ours, said, runs)
        count, _ = _fewest_other([[line] for line in ours], Counter(theirs), set())
        return added, words, count

    def as_sent(self, lines: Sequence[str]) -> PrintedAround:
        """Return it in the layout that a paper with these lines was printed in.

        Several may add up; the one by which it is most like that paper comes first.
        """
        best, least = self, self.differing(lines)
        said = {tokens(line) for line in lines} | {()}
        layouts = [one for one in self.earlier if tokens(one.says) in said]
        while any(least):
            ways = {layout.lines(best.lines): None for layout in layouts}
            others = (replace(best, lines=one) for one in ways if one != best.lines)
            counted = [(one.differing(lines), one) for one in others]
            fewest, found = min(counted, key=lambda one: one[0], default=(least, best))
            if fewest >= least:
                break
            best, least = found, fewest
        return best


@dataclass(frozen=True, slots=True, kw_only=True)
class SentText:
    """A text as a council had it: ``others`` are the same words with other facts on the cover.

    ``lapsed`` are the clauses that ``earlier`` texts, the newest first, had and it has not, by
    their anchors. ``root`` is the folder of the repository, None where a text stands by itself.
    """

    protocol: Protocol
    others: tuple[Protocol, ...] = ()
    lapsed: Mapping[str, LapsedClause] = field(default_factory=dict)
    earlier: tuple[Protocol, ...] = ()
    root: Path | None = None

    def around(self, lines: Sequence[str]) -> PrintedAround:
        """Return what we print around it, in the way from which these lines differ least."""
        best, least = None, (0, 0, 0)
        for found in self._ways():
            others = found.differing(lines)
            if best is None or others < least:
                best, least = found, others
            if not any(others):
                break
        return (best or PrintedAround()).as_sent(lines)

    def _ways(self) -> Iterator[PrintedAround]:
        """Yield what each way to print it gives, made when it is asked for."""
        for language in languages():
            for one in (*self.others, self.protocol):
                board = board_texts(one, self.root) if self.root else None
                for own, day in product(dict.fromkeys((None, board)), turning_days(one)):
                    yield _printed(one, own, language, self.root, day)


def is_check_line(line: str) -> bool:
    """Tell whether a line says where on a website a reader sees whether a text still holds."""
    return any(one.fullmatch(" ".join(line.split())) for one in _CHECKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontLine:
    """A paragraph before the text, or a row of a table there: its words before and as it stands."""

    old: str
    new: str
    tracked: tuple[Tracked, ...] = ()
    is_contents: bool = False


def front_lines(paragraphs: Iterable[StoryParagraph]) -> list[FrontLine]:
    """Return paragraphs as lines, the cells of a row as one; contents may be several lines."""
    rows = groupby(enumerate(paragraphs), lambda one: one[1].cell[:2] if one[1].cell else one[0])
    held = ([paragraph for _, paragraph in row] for _, row in rows)
    return [one for row in held for one in _lines_of_row(row)]


def _lines_of_row(row: Sequence[StoryParagraph]) -> Iterator[FrontLine]:
    old, new = (" ".join(side).strip() for side in zip(*((p.old, p.new) for p in row), strict=True))
    is_contents = any(one.is_contents for one in row)
    sides = (side.split("\n") if is_contents else [side] for side in (old, new))
    for before, after in zip_longest(*sides, fillvalue=""):
        yield FrontLine(
            old=before,
            new=after,
            tracked=tuple(tracked for one in row for tracked in one.tracked),
            is_contents=is_contents,
        )


def _fewest_other(
    ours: Sequence[Sequence[_Part]], theirs: Mapping[_Part, int], often: Set[_Part]
) -> tuple[int, int]:
    """Return how many parts are on one side alone, from where the fewest are, and how many theirs.

    Theirs may have those in ``often`` more often.
    """
    more = Counter(chain.from_iterable(ours))
    more.subtract(theirs)
    lacking = sum(one for one in more.values() if one > 0)
    added = sum(-one for part, one in more.items() if one < 0 and part not in often)
    fewest = lacking + added, added
    for line in ours:
        for part in line:
            if more[part] > 0:
                lacking -= 1
            else:
                added += part not in often
            more[part] -= 1
        fewest = min(fewest, (lacking + added, added))
    return fewest


@lru_cache(maxsize=16)
def _printed(
    protocol: Protocol, board: BoardTexts | None, language: str, root: Path | None, day: str
) -> PrintedAround:
    """Return what was printed on a day, from which the same text may be told otherwise."""
    protocol, translate = told_from(protocol, day), translator(language)
    basis = basis_name(protocol, root) if root else ""
    cover = make_cover(protocol, translate, language, board, basis=basis)
    redline = as_redline(cover, translate)
    package = WordPackage(_word(protocol, cover, language, root), NOWHERE)
    paragraphs = tuple(read_story(package).paragraphs)
    before = takewhile(lambda one: not one.bookmarks, paragraphs)
    lines = [one for one in front_lines(before) if tokens(one.new)]
    return PrintedAround(
        lines=tuple(one.new for one in lines),
        running=tuple(filter(tokens, word_running_words(package))),
        paragraphs=paragraphs,
        earlier=(
            *earlier_layouts(protocol, cover, translate, language),
            _with_changes(cover, redline),
        ),
        earlier_running={
            "\t".join(running_head(cover)): (earlier_head(cover), "\t".join(running_head(redline)))
        },
        contents=frozenset(
            words[:-1]
            for one in lines
            if one.is_contents and _NUMBER.fullmatch((words := tokens(one.new))[-1])
        ),
    )


def _with_changes(cover: Cover, redline: Cover) -> EarlierLayout:
    """Return what the cover of a version with visible changes has otherwise: it says that it is."""
    said = subtitle(redline)
    if year := subtitle(cover):
        return EarlierLayout(runs=(((year,), (said,)),), says=said)
    title = " ".join(filter(None, (cover.title, cover.title_note)))
    return EarlierLayout(runs=(((title,), (title, said)),), says=said)


def _word(protocol: Protocol, cover: Cover, language: str, root: Path | None) -> bytes:
    """Return the paper, in our own look where that of an organisation cannot be read any more."""
    translate = translator(language)
    try:
        return write_docx(protocol, cover, translate, language=language, project=root)
    except ProtocolkitError:
        return write_docx(protocol, cover, translate, language=language)
