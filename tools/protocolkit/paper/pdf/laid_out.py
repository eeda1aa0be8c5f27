"""A protocol's data as its template lays it out: in kinds that it knows, notes in their place."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.messages import Translate
from protocolkit.base.objects import Object
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.paper.house.style import HouseStyle
from protocolkit.paper.pdf.data import typst_data
from protocolkit.paper.pdf.known_kinds import in_known_kinds
from protocolkit.paper.pdf.note_pages import with_notes_in_place
from protocolkit.paper.shared.extras import Extras

TEMPLATE = "protocol.typ"
"""The template of a protocol, in ``typst/``."""


def laid_out_data(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str,
    project: Path | None,
    style: HouseStyle,
    extras: Extras,
) -> Object:
    """Return what the template of a protocol prints, ours or that of the project.

    Raises :class:`~protocolkit.base.problems.ProtocolkitError` where the project has one that
    cannot be opened.
    """
    data = typst_data(protocol, cover, translate, language, style, extras)
    known = in_known_kinds(TEMPLATE, data, project)
    return with_notes_in_place(TEMPLATE, known, project, style.fonts)
