"""Both texts of a change set as one, as page and PDF show it: its blocks, notes and legend."""

from __future__ import annotations

from dataclasses import dataclass

from protocolkit.base.messages import Translate
from protocolkit.changes.change_set import ChangeSet
from protocolkit.paper.redline.blocks import Blocks, has_moved, text_blocks
from protocolkit.paper.redline.change_words import brackets_for
from protocolkit.paper.redline.legend import LegendLine, begins_in, legend_of
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
    said = {*begins_in([blocks, notes])}
    legend = legend_of(translate, said, has_moved=is_moved, brackets=brackets)
    return ShownText(blocks=blocks, notes=notes, legend=legend)
