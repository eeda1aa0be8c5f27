"""What writes each thing in each format: a protocol, leaflets, what changed.

Whoever has something on paper asks here, so a new format is a new case of each function. What
writes a comparison stands in ``comparison_writers.py``, since little else needs all that it loads.
"""

from __future__ import annotations

import typing
from pathlib import Path
from typing import assert_never

from protocolkit.base.location import Location
from protocolkit.base.messages import DEFAULT_LANGUAGE, Translate
from protocolkit.changes.change_set import ChangeSet
from protocolkit.document.cover import Cover
from protocolkit.document.model import Protocol
from protocolkit.paper.docx import write_docx
from protocolkit.paper.house.style import NEUTRAL, HouseStyle
from protocolkit.paper.leaflets.leaflet import Leaflets
from protocolkit.paper.leaflets.pdf import leaflets_pdf
from protocolkit.paper.leaflets.word import leaflets_docx
from protocolkit.paper.pdf import write_pdf
from protocolkit.paper.redline.page import page_redline
from protocolkit.paper.redline.paper import pdf_redline, redline_pages
from protocolkit.paper.redline.signature import Signature
from protocolkit.paper.redline.word import word_redline
from protocolkit.paper.shared.extras import Extras
from protocolkit.paper.shared.file_formats import FileFormat, MarkedFormat, PaperFormat
from protocolkit.paper.was_wordt.page import was_wordt_page
from protocolkit.paper.was_wordt.paper import was_wordt_pdf
from protocolkit.paper.was_wordt.sheet import Sheet
from protocolkit.paper.was_wordt.word import was_wordt_docx


class WritesProtocol(typing.Protocol):
    """Writes a protocol, or a template, in one format."""

    def __call__(
        self,
        protocol: Protocol,
        cover: Cover,
        translate: Translate,
        *,
        language: str = DEFAULT_LANGUAGE,
        project: Path | None = None,
        extras: Extras,
    ) -> bytes:
        """Return the bytes of the file; raises ProtocolkitError when none can be made."""


def protocol_writer(file_format: PaperFormat) -> WritesProtocol:
    """Return what writes a protocol, or a template, in this format."""
    match file_format:
        case FileFormat.PDF:
            return write_pdf
        case FileFormat.DOCX:
            return write_docx
    assert_never(file_format)


def write_leaflets(
    file_format: PaperFormat,
    papers: Leaflets,
    translate: Translate,
    location: Location,
    style: HouseStyle = NEUTRAL,
) -> bytes:
    """Return short papers as a file, in the look of whose they are.

    Raises :class:`ProtocolkitError`, at ``location``, when none can be made.
    """
    match file_format:
        case FileFormat.PDF:
            return leaflets_pdf(papers, translate, location=location, style=style)
        case FileFormat.DOCX:
            return leaflets_docx(papers, translate, style=style)
    assert_never(file_format)


def write_redline(
    file_format: MarkedFormat,
    changes: ChangeSet,
    translate: Translate,
    signature: Signature,
    *,
    project: Path,
    has_signs: bool = True,
) -> bytes:
    """Return a redline as a file; raises ProtocolkitError when none can be made.

    ``has_signs`` tells whether words show where each change begins and ends; Word has its own.
    """
    match file_format:
        case FileFormat.PDF:
            return pdf_redline(changes, translate, signature, project=project, has_signs=has_signs)
        case FileFormat.DOCX:
            numbers = redline_pages(changes, translate, signature, project=project)
            return word_redline(changes, translate, signature, project=project, numbers=numbers)
        case FileFormat.HTML:
            page = page_redline(changes, translate, signature, project=project, has_signs=has_signs)
            return page.encode()
    assert_never(file_format)


def write_was_wordt(
    file_format: MarkedFormat,
    sheet: Sheet,
    translate: Translate,
    location: Location,
    *,
    project: Path,
    has_signs: bool = True,
    style: HouseStyle = NEUTRAL,
) -> bytes:
    """Return a was-wordt table as a file; raises ProtocolkitError, at ``location``, when none can.

    ``has_signs`` tells whether words show where each change begins and ends.
    """
    match file_format:
        case FileFormat.PDF:
            return was_wordt_pdf(
                sheet, translate, location, project=project, has_signs=has_signs, style=style
            )
        case FileFormat.DOCX:
            return was_wordt_docx(sheet, translate, has_signs=has_signs, style=style)
        case FileFormat.HTML:
            page = was_wordt_page(sheet, translate, project=project, has_signs=has_signs)
            return page.encode()
    assert_never(file_format)
