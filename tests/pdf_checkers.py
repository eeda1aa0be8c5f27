"""What two programs of others find wrong in a PDF by PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

import tempfile
from pathlib import Path

import page
import pdfua


def judged(pdf: bytes) -> list[str]:
    """Return what two checkers find wrong, each finding with who said so."""
    found = [
        f"page {profile} {one.rule_id} {one.message}"
        for profile in ("ua1", "3a")
        for one in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]
    return found + [f"pdfua {one.rule_id} {one.message}" for one in _read_by_pdfua(pdf).findings]


def _read_by_pdfua(pdf: bytes) -> pdfua.Report:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(pdf)
        return pdfua.validate(file.name)
