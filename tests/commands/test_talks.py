"""Whole talks with commands: each line that is said, and none that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from talks import retold

_TALKS = sorted((Path(__file__).parent / "talks").glob("*.txt"))


@pytest.mark.parametrize("path", _TALKS, ids=lambda path: path.stem)
def test_a_talk_goes_as_it_is_written(path: Path, tmp_path: Path) -> None:
    talk = path.read_text("utf-8")
    assert retold(talk, tmp_path) == talk
