"""Write a protocol as a PDF file."""

from __future__ import annotations

from pathlib import Path

from protocolkit.cover import Cover
from protocolkit.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.model import Protocol
from protocolkit.paper.extras import NO_EXTRAS, Extras
from protocolkit.paper.house_style import read_house_style
from protocolkit.paper.pdf.compiling import FIXED_TIMESTAMP, compile_pdf
from protocolkit.paper.pdf.data import typst_data

_TEMPLATE = "protocol.typ"


def write_pdf(
    protocol: Protocol,
    cover: Cover,
    translate: Translate,
    *,
    language: str = DEFAULT_LANGUAGE,
    project: Path | None = None,
    timestamp: int = FIXED_TIMESTAMP,
    extras: Extras = NO_EXTRAS,
) -> bytes:
    """Return a protocol as a PDF file; the same input gives the same bytes.

    ``project`` is where a template of one's own and the organisation's house style may stand;
    ``timestamp`` is the date inside the file, in seconds since 1970. Nothing else is read, no
    font of the machine is used. Raises :class:`ProtocolkitError` when no valid file can be made.
    """
    style, _ = read_house_style(project, protocol.slug)
    data = typst_data(protocol, cover, translate, language, style, extras)
    return compile_pdf(
        _TEMPLATE, data, (protocol,), protocol.location, project=project, timestamp=timestamp
    )
