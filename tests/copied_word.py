"""A Word file into which somebody pasted lines, and what a head says of a text before a council."""

from __future__ import annotations

import io
from collections.abc import Iterable

from docx import Document

ASKED = """    - body: GMR De Linde
      right: instemming
      decision: gevraagd
      section: {section}
      sent: "2026-11-02"
      before: "2026-12-14"
"""
"""One question to a section of a council, as the head of a protocol has it."""


def pasted_word(lines: Iterable[str]) -> bytes:
    """Return a new Word file with a paragraph for each line, and nothing else."""
    made = Document()
    for line in lines:
        made.add_paragraph(line)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()
