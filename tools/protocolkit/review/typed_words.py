"""What somebody typed in a paper of ours beside the text, such as a letter, a table or a form.

Each paragraph that we printed has a bookmark with a digest of its words. What has none, or other
words, somebody wrote; what lost all its words is told as what was taken away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from protocolkit.exchange.own_words import has_own_words, is_own_words_name
from protocolkit.review.word_story import Story, StoryParagraph, Tracked


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedWords:
    """Words of somebody: where they begin, and who put them there, and when, if that is known.

    ``before`` is what a changed paragraph said, where the program kept track of it.
    """

    place: int
    words: str
    before: str
    by: tuple[Tracked, ...]


def knows_own_words(story: Story) -> bool:
    """Tell whether a paper says of its paragraphs which words were ours."""
    return any(map(_is_ours, story.paragraphs))


def is_as_printed(paragraph: StoryParagraph) -> bool:
    """Tell whether a paragraph has the very words that we printed, or none and never had any."""
    if not _is_ours(paragraph):
        return not paragraph.new.strip()
    return any(has_own_words(name, paragraph.new) for name in paragraph.bookmarks)


def typed_words(story: Story, told: Collection[int]) -> Iterator[TypedWords]:
    """Yield what is not as we printed it, but for the paragraphs that are ``told`` already.

    New paragraphs after each other are one, in a cell or outside the tables.
    """
    held: list[int] = []
    for at, one in enumerate(story.paragraphs):
        is_typed = at not in told and bool(one.new.strip()) and not is_as_printed(one)
        if is_typed and held and _goes_on(story.paragraphs[held[-1]], one):
            held.append(at)
        elif one.new.strip():
            yield from _typed(story, held)
            held = [at] if is_typed else []
    yield from _typed(story, held)


def taken_away(story: Story, told: Collection[int]) -> Iterator[StoryParagraph]:
    """Yield the paragraphs of ours of which all words were deleted or struck."""
    for at, one in enumerate(story.paragraphs):
        if at not in told and _is_ours(one) and one.old.strip() and not one.new.strip():
            yield one


def _is_ours(paragraph: StoryParagraph) -> bool:
    return any(map(is_own_words_name, paragraph.bookmarks))


def _goes_on(before: StoryParagraph, one: StoryParagraph) -> bool:
    """Tell whether a new paragraph goes on with new words of the same person in the same cell."""
    authors = [{by.author for by in each.tracked} for each in (before, one)]
    is_new = not (_is_ours(before) or _is_ours(one))
    return is_new and before.cell == one.cell and authors[0] == authors[1]


def _typed(story: Story, places: Sequence[int]) -> Iterator[TypedWords]:
    if not places:
        return
    held = [story.paragraphs[at] for at in places]
    first = held[0]
    yield TypedWords(
        place=places[0],
        words="\n".join(_spaced(one.new) for one in held),
        before=_spaced(first.old) if first.tracked and _is_ours(first) else "",
        by=tuple(by for one in held for by in one.tracked),
    )


def _spaced(words: str) -> str:
    return " ".join(words.split())
