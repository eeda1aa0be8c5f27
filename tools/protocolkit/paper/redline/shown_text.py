"""Both texts of a change set as one, as page and PDF show it: its blocks, notes and legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from protocolkit.base.messages import Translate
from protocolkit.changes.brackets import with_brackets
from protocolkit.changes.change_set import ChangeSet
from protocolkit.paper.redline.blocks import Blocks, has_moved, text_blocks
from protocolkit.paper.redline.change_words import JOINED, SPLIT, brackets_for
from protocolkit.paper.redline.legend import LegendLine, legend_of
from protocolkit.paper.redline.make_redline import make_redline


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """A text with visible changes; ``legend`` has the words that stand at its changes."""

    blocks: Blocks
    notes: Blocks
    legend: tuple[LegendLine, ...]


def shown_text(changes: ChangeSet, translate: Translate, author: str = "") -> ShownText:
    """Return the text of a redline; ``author`` stands on its paper too."""
    redline = make_redline(changes)
    brackets = brackets_for([changes], translate, [author])
    blocks, notes = text_blocks(redline, translate, brackets)
    is_moved = has_moved(redline.passages)
    said = {*_begins([blocks, notes])}
    told = {one: with_brackets(translate(one), brackets) for one in (SPLIT, JOINED)}
    remarks = [one for one, words in told.items() if words in said]
    legend = legend_of(translate, has_moved=is_moved, brackets=brackets, remarks=remarks)
    return ShownText(blocks=blocks, notes=notes, legend=legend)


def _begins(value: object) -> Iterator[str]:
    """Yield the words with which the changes in blocks begin."""
    if isinstance(value, dict):
        yield str(value.get("begin", "")).strip()
        yield from _begins([*value.values()])
    elif isinstance(value, list):
        for inner in value:
            yield from _begins(inner)
