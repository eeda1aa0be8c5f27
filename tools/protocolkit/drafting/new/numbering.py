"""The numbers and anchors of a new protocol, which are known before a word of it is written.

So a clause that speaks of another can be written with the other's number at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from protocolkit.document.model import Block, Kind
from protocolkit.document.richtext import plain
from protocolkit.document.tree import begins_with_words, block_texts, is_one_whole
from protocolkit.drafting.new.anchors import sound_anchor
from protocolkit.drafting.new.answers import OWN
from protocolkit.drafting.new.draft import Part, PartGroup, typed_blocks
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.new.formulations import offered_blocks
from protocolkit.drafting.template.values import Choice, Placeholder
from protocolkit.text.markers import PARAGRAPH_MARKER

# Stands for the number of any article while numbers are given out.
_SOME_ARTICLE = "artikel 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedPart:
    """A clause to be with its place: ``marker`` is ``""`` where it needs no number."""

    part: Part
    anchor: str
    marker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedGroup:
    """A heading with its place, and the clauses under it."""

    title: str
    anchor: str
    marker: str
    parts: tuple[NumberedPart, ...]


def numbered(groups: Sequence[PartGroup], values: Mapping[str, str]) -> tuple[NumberedGroup, ...]:
    """Give every heading and clause its number and anchor; ``values`` fill placeholders by key.

    They tell which paragraphs begin so that they need a number.
    """
    references = {found.key: _SOME_ARTICLE for found, _ in _led(groups)}
    known = {**references, **{key: value for key, value in values.items() if value}}
    used: set[str] = set()
    return tuple(_group(group, str(n), known, used) for n, group in enumerate(groups, start=1))


def references(
    groups: Sequence[PartGroup], placed_groups: Sequence[NumberedGroup]
) -> dict[str, str]:
    """Return how each clause that is referred to is cited, by the key of the placeholder.

    ``groups`` are those of the draft; of what became a note only they know.
    What refers to a clause without a number, or to one that was not taken over, stays open:
    whoever reads the draft says what is meant.
    """
    cited = {
        placed.part.choice.id: f"artikel {group.marker}.{placed.marker.rstrip('.')}"
        for group in placed_groups
        for placed in group.parts
        if placed.part.choice and placed.marker
    }
    return {found.key: cited[choice] for found, choice in _led(groups) if choice in cited}


def stands_alone(blocks: Sequence[Block], kind: Kind) -> bool:
    """Tell whether a clause needs no number: one paragraph or table that binds nobody.

    A paragraph that begins like a number would be read as one; it gets a number of its own, as a
    closing provision has among its neighbours.
    """
    is_article = kind.is_compared or (kind is Kind.CLOSING and begins_with_words(blocks))
    if is_article or not is_one_whole(blocks):
        return False
    begins = next((plain(rich) for rich in block_texts(blocks)), "")
    return not begins_with_words(blocks) or not PARAGRAPH_MARKER.match(f"{begins} x")


def edited_blocks(choice: Choice, words: str) -> tuple[Block, ...]:
    """Return what somebody made of a formulation: a paragraph without a number stays one."""
    return typed_blocks(words, is_one=_is_paragraph(choice))


def own_kind(kind: Kind, choices: Sequence[Choice]) -> Kind:
    """Return the kind of one's own words on a topic: of an explanation beside explanations."""
    is_explained = all(c.kind is Kind.EXPLANATION and _is_paragraph(c) for c in choices)
    return Kind.EXPLANATION if choices and is_explained else kind


def _is_paragraph(choice: Choice) -> bool:
    return stands_alone(offered_blocks(choice), choice.kind)


def _led(groups: Iterable[PartGroup]) -> Iterator[tuple[Placeholder, str]]:
    """Yield each placeholder for the number of a clause that was taken over, with its choice."""
    choices = [part.choice for group in groups for part in group.parts if part.choice]
    ids = {holder.place: choice.id for choice in choices for holder in choice.holders}
    for choice in choices:
        for placeholder in choice.placeholders:
            if placeholder.target.is_clause and placeholder.target in ids:
                yield placeholder, ids[placeholder.target]


def _group(
    group: PartGroup, number: str, values: Mapping[str, str], used: set[str]
) -> NumberedGroup:
    anchor = sound_anchor(group.anchor, used)
    parts: list[NumberedPart] = []
    count = 0
    for part in group.parts:
        is_counted = not _needs_no_number(part, values)
        count += is_counted
        parts.append(
            NumberedPart(
                part=part,
                anchor=sound_anchor(part.stem, used),
                marker=f"{count}." if is_counted else "",
            )
        )
    return NumberedGroup(title=group.title, anchor=anchor, marker=number, parts=tuple(parts))


def _needs_no_number(part: Part, values: Mapping[str, str]) -> bool:
    choice = part.choice
    if choice is None:
        # what somebody typed may look like anything: beside rules a number holds it together
        is_paragraph = part.chosen != OWN or part.kind is Kind.EXPLANATION
        return is_paragraph and stands_alone(part.blocks, part.kind)
    # a paragraph that somebody changed stays one
    bodies = [offered_blocks(choice), *([part.blocks] if part.blocks else [])]
    blanks = choice.placeholders
    return all(
        stands_alone(filled(body, blanks, lambda found: values.get(found.key, ""), {}), choice.kind)
        for body in bodies
    )
