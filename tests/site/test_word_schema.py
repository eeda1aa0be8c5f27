"""The Word files of all five protocols are valid by the schema of Office documents."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from seeds import ROOT, SLUGS

_VALIDATOR = ROOT / "node_modules" / ".bin" / "ooxml-validator"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_word_file_is_valid(built_site: Path, slug: str) -> None:
    if not _VALIDATOR.exists():
        pytest.skip("the validator of Word files is not installed (npm ci)")
    path = built_site / "downloads" / "sociale-media" / f"{slug}.docx"
    done = subprocess.run([str(_VALIDATOR), str(path)], capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    assert (found["ok"], found["errors"]) == (True, [])
