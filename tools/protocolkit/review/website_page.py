"""What the website shows around a text, in a file into which somebody copied a page of it.

A page has a menu, a block above the text and links below it; notes are called by marks between
brackets, and numbers stand on lines of their own. None of these is a word of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from protocolkit.base.messages import languages, translator
from protocolkit.changes.protocol_items import items_of
from protocolkit.changes.units import ItemKind
from protocolkit.document.cover import Cover, make_cover
from protocolkit.document.model import Protocol
from protocolkit.document.richtext import plain
from protocolkit.paper.docx.notes import STAYS
from protocolkit.paper.shared.file_formats import PAPER_FORMATS
from protocolkit.review.broken_pages import is_below_number
from protocolkit.review.word_story import Story, StoryParagraph
from protocolkit.text.words import glued

# What stands between the links below a page.
_BETWEEN = "·"
# Which page it is of how many, as a browser prints it.
_COUNT = re.compile(r"\s*(?P<page>\d{1,3})\s*/\s*(?P<total>\d{1,3})\s*")
# What links to a paragraph behind it; browsers copy it where it is seen.
_LINK = "#"
# A line of a menu is no sentence, and no longer than this.
_SENTENCE, _MOST_WORDS = re.compile(r"[.?!]\s*$"), 12


def without_website(story: Story, protocols: Sequence[Protocol]) -> Story:
    """Return a text without what the website shows around it, its notes called as on paper.

    ``protocols`` are the text that was submitted and the same words with other facts. The cells of
    a copied page are lines, as its numbers are, and are to be known again.
    """
    lines = [one.new for one in story.paragraphs]
    around = WebsitePage.of(protocols).around(lines)
    calls = NoteBrackets(protocols[0])
    is_page = bool(around) or is_below_number(lines, protocols[0])
    if not is_page and not any(map(calls.are_in, lines)):
        return story
    around |= _counts(lines, protocols[0])
    made = [
        replace(one, old="", new="", calls=[]) if at in around else calls.without(one)
        for at, one in enumerate(story.paragraphs)
    ]
    if is_page:
        has_links = _LINK not in _words(protocols[0])
        made = [_as_line(one, has_links=has_links) for one in made]
    return replace(story, paragraphs=made)


def lines_without_website(lines: Sequence[str], protocols: Sequence[Protocol]) -> list[str]:
    """Return lines as :func:`without_website` does."""
    story = Story(paragraphs=[StoryParagraph(old=one, new=one) for one in lines])
    return [one.new for one in without_website(story, protocols).paragraphs]


def _counts(lines: Sequence[str], protocol: Protocol) -> frozenset[int]:
    """Return which lines say which page it is of how many: each a next one of as many."""
    found = {at: one for at, line in enumerate(lines) if (one := _COUNT.fullmatch(line))}
    pages = [int(one["page"]) for one in found.values()]
    is_run = all(after == page + 1 for page, after in pairwise(pages))
    is_one = len({one["total"] for one in found.values()}) == 1
    own = {glued(plain(unit.text)) for item in items_of(protocol) for unit in item.units}
    is_text = any(glued(one[0]) in own for one in found.values())
    return frozenset(found) if is_run and is_one and not is_text else frozenset()


def _as_line(paragraph: StoryParagraph, *, has_links: bool) -> StoryParagraph:
    """Return a paragraph of a page without its place in a table and without the link behind it."""
    old, new = (
        words.rstrip().removesuffix(_LINK) if has_links else words
        for words in (paragraph.old, paragraph.new)
    )
    return replace(paragraph, old=old, new=new, cell=None, bookmarks=[])


def _words(protocol: Protocol) -> str:
    return "\n".join(plain(unit.text) for item in items_of(protocol) for unit in item.units)


class NoteBrackets:
    """The marks of notes between brackets, as a web page has them: ``[1]``."""

    def __init__(self, protocol: Protocol) -> None:
        said = _words(protocol)
        own = [note.label for note in protocol.notes if f"[{note.label}]" not in said]
        names = "|".join(map(re.escape, own))
        self._pattern = re.compile(rf"(?P<before>^\s*)?\[(?P<label>{names})\]") if own else None

    def are_in(self, line: str) -> bool:
        """Tell whether a line has such a mark."""
        return self._pattern is not None and self._pattern.search(line) is not None

    def without(self, paragraph: StoryParagraph) -> StoryParagraph:
        """Return a paragraph with each mark as it stands on paper."""
        old, new = map(self._bare, (paragraph.old, paragraph.new))
        return paragraph if new == paragraph.new else replace(paragraph, old=old, new=new)

    def _bare(self, words: str) -> str:
        return self._pattern.sub(_on_paper, words) if self._pattern else words


def _on_paper(found: re.Match[str]) -> str:
    return found["label"] if found["before"] is not None else f"{STAYS}{found['label']}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebsitePage:
    """The letters of the lines around a text, in every language.

    ``surely`` are those that no paper has. ``skip`` is the first line of a page, ``head`` the
    first one of the block above the text. ``contents`` is the heading of the list of ``headings``.
    ``address`` stands before the address of a page, and ``links`` below it, on one line;
    ``other_pages`` above the title of another page.
    """

    lines: frozenset[str]
    surely: frozenset[str]
    skip: frozenset[str]
    head: frozenset[str]
    contents: frozenset[str]
    headings: frozenset[str]
    address: tuple[str, ...]
    links: frozenset[str]
    other_pages: frozenset[str]

    @classmethod
    def of(cls, protocols: Iterable[Protocol]) -> WebsitePage:
        """Return what stands around a text, with the facts of each of some."""
        every = tuple(protocols)
        covers = [make_cover(one, translator(name), name) for one in every for name in languages()]
        head = _letters(f"{one.organisation} {one.year} {one.status}" for one in covers)
        skip = _said("Skip to the text")
        return cls(
            lines=_letters(line for cover in covers for line in _of_cover(cover)),
            surely=head | skip | _of_site(),
            skip=skip,
            head=head,
            contents=_said("On this page"),
            headings=_letters(_headings(every[0])),
            address=tuple(_said("Address of this page:")),
            links=_said(
                "Does my text still hold?", "About this website", "Accessibility", "Your privacy"
            ),
            other_pages=_said("Previous", "Next"),
        )

    def around(self, lines: Sequence[str]) -> frozenset[int]:
        """Return which lines are no text; none where nothing shows that it is a page of the site.

        A paper has its check, its question and its citation as well.
        """
        letters = [glued(line) for line in lines]
        if not any(map(self._is_of_site, lines)):
            return frozenset()
        own = {
            at
            for at, line in enumerate(lines)
            if letters[at] in self.lines or self._is_of_site(line)
        }
        return frozenset(own | {*self._menu(lines, letters)} | {*self._listed(letters)})

    def _is_of_site(self, line: str) -> bool:
        """Tell whether the website has a line around a text, and no paper."""
        letters, parts = glued(line), [glued(part) for part in line.split(_BETWEEN)]
        # what is said of another version ends with the link to all of them
        is_links = len(parts) > 1 and (self.links.issuperset(parts) or parts[-1] in self.surely)
        return is_links or letters in self.surely or letters.startswith(self.address)

    def _menu(self, lines: Sequence[str], letters: Sequence[str]) -> Iterator[int]:
        """Yield the lines of the menu above a text, but for the sentences that somebody wrote."""
        begin = next((at for at, one in enumerate(letters) if one in self.skip), len(lines))
        end = next((at for at in range(begin, len(lines)) if letters[at] in self.head), begin)
        for at in range(begin, end):
            if not _SENTENCE.search(lines[at]) and len(lines[at].split()) <= _MOST_WORDS:
                yield at

    def _listed(self, letters: Sequence[str]) -> Iterator[int]:
        """Yield the lines of the list of headings, and those that name other pages."""
        filled = [at for at, one in enumerate(letters) if one]
        for place, at in enumerate(filled):
            rest = filled[place + 1 :]
            if letters[at] in self.contents:
                yield at
                yield from takewhile(lambda other: letters[other] in self.headings, rest)
            elif letters[at] in self.other_pages:
                yield from (at, *rest[:1])


def _of_cover(cover: Cover) -> Iterator[str]:
    yield f"{cover.year} {cover.status}"
    yield from (one.phrase for one in cover.approvals)
    yield from (cover.correction, cover.citation)


def _of_site() -> frozenset[str]:
    """Return the letters of the lines that every page of a text has."""
    rows: list[str] = []
    for translate in map(translator, languages()):
        download, compare = translate("Download as {format}"), translate("Compare with others")
        files = [download.format(format=one.shown) for one in PAPER_FORMATS]
        # a program may put them on one line
        rows += [*files, "".join(files), compare, "".join((*files, compare))]
    return _letters(rows) | _said(
        "All versions, and what changed",
        "Copy the link to this page",
        "Every text belongs to the organisation whose name stands above it. "
        "The official version is with that organisation.",
    )


def _headings(protocol: Protocol) -> Iterator[str]:
    for item in items_of(protocol):
        if item.kind in (ItemKind.HEADING, ItemKind.TITLE):
            for unit in item.units:
                yield f"{unit.marker} {plain(unit.text)}"


def _said(*messages: str) -> frozenset[str]:
    return _letters(translator(name)(one) for name in languages() for one in messages)


def _letters(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(map(glued, lines)) - {""}
