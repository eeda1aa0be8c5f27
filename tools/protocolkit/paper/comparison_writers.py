"""What writes a comparison in each format; a new one is a new case here.

Apart from the other writers: a comparison loads topics, answers and judgements, which a dossier or
a redline does without.
"""

from __future__ import annotations

import typing
from pathlib import Path
from typing import assert_never

from protocolkit.base.location import Location
from protocolkit.base.messages import Translate
from protocolkit.paper.docx.matrix import matrix_docx
from protocolkit.paper.pdf.matrix import matrix_pdf
from protocolkit.paper.shared.comparison import ComparisonPaper
from protocolkit.paper.shared.file_formats import FileFormat, PaperFormat


class WritesComparison(typing.Protocol):
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


def comparison_writer(file_format: PaperFormat) -> WritesComparison:
    """Return what writes a comparison in this format."""
    match file_format:
        case FileFormat.PDF:
            return matrix_pdf
        case FileFormat.DOCX:
            return _comparison_docx
    assert_never(file_format)


def _comparison_docx(
    paper: ComparisonPaper,
    translate: Translate,
    *,
    language: str,
    site: str,
    project: Path | None,
    location: Location,
) -> bytes:
    """Write a Word file, in which nothing can go wrong."""
    del location
    return matrix_docx(paper, translate, language=language, site=site, project=project)
