"""A redline as one web page that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.changes.change_set import ChangeSet
from protocolkit.paper.redline.blocks import has_moved, text_blocks
from protocolkit.paper.redline.change_words import brackets_for
from protocolkit.paper.redline.legend import legend_of
from protocolkit.paper.redline.make_redline import make_redline
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.summary import face_cover, summary_of
from protocolkit.paper.shared.lone_page import lone_page

_TEMPLATE = "redline.html"


def page_redline(
    changes: ChangeSet,
    translate: Translate,
    signature: Signature,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    has_signs: bool = True,
) -> str:
    """Return a redline as HTML; everything of the protocol is escaped in it.

    ``has_signs`` tells whether words show where each change begins and ends, until a reader says
    otherwise on the page.
    """
    redline = make_redline(changes)
    brackets = brackets_for([changes], translate, [signature.author])
    blocks, notes = text_blocks(redline, translate, brackets)
    return lone_page(
        _TEMPLATE,
        project,
        t=translate,
        has_signs=has_signs,
        cover=face_cover(changes, translate, language),
        summary=summary_of(changes, signature, translate, language),
        legend=legend_of(translate, has_moved=has_moved(redline.passages), brackets=brackets),
        blocks=blocks,
        notes=notes,
    )
