"""The forms in which ``protocol compare`` tells what changed."""

from __future__ import annotations

from enum import Enum


class ChangesForm(Enum):
    """The form in which a change set is written."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def is_for_a_file(self) -> bool:
        """Whether it cannot be printed on a screen."""
        return self in (ChangesForm.DOCX, ChangesForm.XLSX)
