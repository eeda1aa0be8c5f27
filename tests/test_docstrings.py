"""Every example in a docstring is run by a test beside its module."""

from __future__ import annotations

from docstrings import modules_with_examples
from seeds import ROOT


def test_each_room_with_examples_runs_them() -> None:
    for folder in modules_with_examples():
        tests = (ROOT / folder).glob("test_*_examples.py")
        assert any("check_examples(__file__)" in test.read_text("utf-8") for test in tests), folder
