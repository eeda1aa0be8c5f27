"""On which page each heading of a protocol falls, by the layout of its PDF.

Word works pages out for itself, but not before somebody asks it to; until then a table of contents
shows these. Word's own may differ by one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from protocolkit.base.messages import Translate
from protocolkit.base.objects import Object
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.paper.house.fonts import NO_FONTS, Fonts
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.pdf.laid_out import TEMPLATE, laid_out_data
from protocolkit.paper.pdf.querying import queried
from protocolkit.paper.shared.extras import Extras

_PAGES_LABEL = "<_pages>"


def heading_pages(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str,
    project: Path | None,
    style: HouseStyle,
    extras: Extras,
) -> Mapping[str, int]:
    """Return the page of each heading by its anchor, and under ``""`` how many pages there are.

    Nothing when the text cannot be laid out. A sheet before the cover does not count. With all that
    stands in the PDF (``extras``), so that Typst lays both out once: it knows what it did before.
    """
    data = laid_out_data(
        protocol, cover, translate, language=language, project=project, style=style, extras=extras
    )
    return dict(queried_pages(TEMPLATE, data, project, style.fonts))


def queried_pages(
    name: str, data: Object, project: Path | None, fonts: Fonts = NO_FONTS
) -> list[Any]:
    """Return what a template says of its pages; nothing when its data cannot be laid out."""
    return queried(_PAGES_LABEL, name, data, project, fonts)
