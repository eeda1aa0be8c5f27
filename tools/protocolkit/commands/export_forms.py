"""The forms in which ``protocol export`` gives a protocol."""

from __future__ import annotations

from enum import Enum


class Form(Enum):
    """The form in which a protocol is exported."""

    JSON = "json"
    MARKDOWN = "markdown"
    AKN = "akn"
