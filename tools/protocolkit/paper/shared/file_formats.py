"""The kinds of file that readers get, and which of them each thing on paper comes in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import PurePath
from typing import Literal, TypeVar, get_args


class FileFormat(Enum):
    """A kind of file, by the end of its name without the dot."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "md"

    @property
    def shown(self) -> str:
        """How readers call it: ``PDF``, ``Word``."""
        return _SHOWN[self]


_SHOWN = {
    FileFormat.PDF: "PDF",
    FileFormat.DOCX: "Word",
    FileFormat.HTML: "HTML",
    FileFormat.XLSX: "Excel",
    FileFormat.CSV: "CSV",
    FileFormat.JSON: "JSON",
    FileFormat.MARKDOWN: "Markdown",
}

PaperFormat = Literal[FileFormat.PDF, FileFormat.DOCX]
"""What a protocol, a comparison and a leaflet come in on paper."""
PAPER_FORMATS: tuple[PaperFormat, ...] = get_args(PaperFormat)

MarkedFormat = Literal[PaperFormat, FileFormat.HTML]
"""What a text with its changes marked comes in: a redline, a was-wordt table."""
MARKED_FORMATS: tuple[MarkedFormat, ...] = get_args(MarkedFormat)

_OneOf = TypeVar("_OneOf", bound=FileFormat)


def format_of(path: PurePath | None, offered: Iterable[_OneOf]) -> _OneOf | None:
    """Return in which of these formats a file of this name is; None when in none of them."""
    end = path.suffix.lower() if path is not None else ""
    return next((one for one in offered if end == f".{one.value}"), None)
