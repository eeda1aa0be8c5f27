"""The Word files of all five protocols are valid by the schema of Office documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import IsValidWord
from seeds import SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_the_word_file_is_valid(built_site: Path, valid_word: IsValidWord, slug: str) -> None:
    valid_word(built_site / "downloads" / "sociale-media" / f"{slug}.docx")
