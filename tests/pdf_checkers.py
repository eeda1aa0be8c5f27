"""What two programs of others find wrong in a PDF by PDF/UA-1 and PDF/A-3a.

One finding of the first is looked into: compressed data may end in a carriage return, taken there
for the beginning of the line end after it (``docs/develop/outputs.md``).
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import page
import pdfua

_LENGTH = "PDFA3A-STREAM-LENGTH-001"
_STREAM = re.compile(rb"/Length (\d+)\b(?:(?!endobj).){,400}?>>\s*stream\r?\n", re.DOTALL)


def _lengths_hold(pdf: bytes) -> bool:
    """Tell whether each stream ends where its length says, before the line ``endstream``."""
    streams = list(_STREAM.finditer(pdf))
    ends = (found.end() + int(found[1]) for found in streams)
    is_whole = len(streams) == pdf.count(b"endstream")
    return is_whole and all(pdf[end:].startswith(b"\nendstream") for end in ends)


def judged(pdf: bytes) -> list[str]:
    """Return what two checkers find wrong, each finding with who said so."""
    found = [
        f"page {profile} {one.rule_id} {one.message}"
        for profile in ("ua1", "3a")
        for one in page.validate_pdf_bytes(pdf, profile=profile).failures
        if one.rule_id != _LENGTH or not _lengths_hold(pdf)
    ]
    return found + [f"pdfua {one.rule_id} {one.message}" for one in _read_by_pdfua(pdf).findings]


def _read_by_pdfua(pdf: bytes) -> pdfua.Report:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(pdf)
        return pdfua.validate(file.name)
