"""How far an import is: one line on a terminal, else a line now and then."""

from __future__ import annotations

import sys
from unittest.mock import patch

import pytest

from protocolkit.commands.import_progress import ImportProgress
from protocolkit.importing.source.limits import Stage


def test_a_long_import_says_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    progress = ImportProgress()
    progress(Stage.PAGES, 99, 300)
    progress(Stage.PAGES, 100, 300)
    progress(Stage.STRUCTURE, 0, 1_999)
    progress(Stage.PROOF, 0, 2_000)
    progress.end()
    assert capsys.readouterr().err.splitlines() == [
        "Bladzijde 100 van 300",
        "Elk woord wordt naast het bestand gelegd ...",
    ]


def test_a_terminal_shows_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    progress = ImportProgress()
    with patch.object(sys.stderr, "isatty", lambda: True):
        progress(Stage.PAGES, 1, 2)
        progress(Stage.PROOF, 0, 10)
        progress.end()
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    first, second = told.rstrip("\n").split("\r")[1:]
    assert first.startswith("[###############---------------] Bladzijde 1 van 2")
    assert second.startswith("Elk woord")
    assert len(first) == len(second) == 79
