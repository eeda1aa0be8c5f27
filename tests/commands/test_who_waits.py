"""Somebody at a terminal is told who is at work and waits; elsewhere nothing waits."""

from __future__ import annotations

import contextlib
import importlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

at_work = importlib.import_module("protocolkit.commands.at_work")


@pytest.mark.parametrize("is_terminal", [True, False])
def test_only_somebody_at_a_terminal_waits(
    is_terminal: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[tuple[str, Any]] = []

    @contextlib.contextmanager
    def holding(_root: Path, name: str, waiting: Any) -> Iterator[None]:
        asked.append((name, waiting))
        yield

    stdin = io.StringIO()
    monkeypatch.setattr(stdin, "isatty", lambda: is_terminal, raising=False)
    monkeypatch.setattr(at_work, "holding", holding)
    monkeypatch.setattr(sys, "stdin", stdin)
    with at_work.at_work(tmp_path, "new"):
        pass
    [(name, waiting)] = asked
    assert name == "protocol new"
    assert (waiting is not None) == is_terminal
    if waiting is not None:
        waiting(SimpleNamespace(command="protocol update", process=7))
        assert "'protocol update'" in capsys.readouterr().err
