"""Write a protocol as a PDF file."""

from __future__ import annotations

from pathlib import Path

from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.paper.house.style import house_style_of
from protocolkit.paper.pdf.compiling import compile_pdf
from protocolkit.paper.pdf.laid_out import TEMPLATE, laid_out_data
from protocolkit.paper.pdf.list_numbering import list_numberings, with_numbering
from protocolkit.paper.shared.extras import NO_EXTRAS, Extras, own_date


def write_pdf(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    extras: Extras = NO_EXTRAS,
) -> bytes:
    """Return a protocol as a PDF file; the same input gives the same bytes.

    ``project`` is where a template of one's own and the organisation's house style may stand.
    Nothing else is read, no font of the machine is used. The date in its properties is the
    document's own, and there is none when it has none. Raises :class:`ProtocolkitError` when no
    valid file can be made.
    """
    style = house_style_of(project, protocol)
    data = laid_out_data(
        protocol, cover, translate, language=language, project=project, style=style, extras=extras
    )
    dated = own_date(protocol)
    made = compile_pdf(
        TEMPLATE, data, protocol.location, project=project, dated=dated, fonts=style.fonts
    )
    return with_numbering(made, list_numberings(data))
