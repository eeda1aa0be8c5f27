"""A redline as one web page that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.changes.change_set import ChangeSet
from protocolkit.paper.redline.shown_text import shown_text
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
    text = shown_text(changes, translate, signature.author)
    return lone_page(
        _TEMPLATE,
        project,
        t=translate,
        has_signs=has_signs,
        cover=face_cover(changes, translate, language),
        summary=summary_of(changes, signature, translate, language),
        legend=text.legend,
        blocks=text.blocks,
        notes=text.notes,
    )
