"""What writes each format on paper: of a protocol or template, and of a comparison."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from pathlib import Path

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx import write_docx
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.pdf import matrix_pdf, write_pdf
from protocolkit.paper.shared.comparison import ComparisonPaper
from protocolkit.paper.shared.extras import Extras


class _WritesProtocol(typing.Protocol):
    """Writes a protocol in one format."""

    def __call__(
        self,
        protocol: Protocol,
        cover: Cover,
        translate: Translate,
        *,
        language: str,
        project: Path | None,
        extras: Extras,
    ) -> bytes:
        """Return the bytes of the file; raises ProtocolkitError when none can be made."""


class _WritesComparison(typing.Protocol):
    """Writes a comparison in one format; ``location`` is where its topics stand."""

    def __call__(
        self,
        paper: ComparisonPaper,
        translate: Translate,
        *,
        language: str,
        site: str,
        project: Path | None,
        location: Location,
    ) -> bytes:
        """Return the bytes of the file; raises ProtocolkitError when none can be made."""


def _comparison_docx(
    paper: ComparisonPaper,
    translate: Translate,
    *,
    language: str,
    site: str,
    project: Path | None,
    location: Location,
) -> bytes:
    """Write a Word file, in which no template of a project has a part and nothing can go wrong."""
    del project, location
    return matrix_docx(paper, translate, language=language, site=site)


PROTOCOL_WRITERS: Mapping[str, _WritesProtocol] = {"pdf": write_pdf, "docx": write_docx}
"""What writes a protocol, or a template, in each format."""

COMPARISON_WRITERS: Mapping[str, _WritesComparison] = {"pdf": matrix_pdf, "docx": _comparison_docx}
"""What writes a comparison in each format."""
