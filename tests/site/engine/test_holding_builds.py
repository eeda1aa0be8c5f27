"""A build of Sphinx holds the project from before its first to after its last step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from protocolkit.base import holding as module
from protocolkit.base.cache import FOLDER, LOCK
from protocolkit.base.holding import Holder
from protocolkit.site.engine import at_work


class _App:
    """An application of which no more is known than who listens to what, and when."""

    def __init__(self, folder: Path) -> None:
        self.srcdir = folder
        self.listening: dict[str, tuple[Callable[..., None], int]] = {}

    def connect(self, event: str, listener: Callable[..., None], priority: int) -> None:
        self.listening[event] = (listener, priority)


def test_the_project_is_held_meanwhile(tmp_path: Path) -> None:
    app = _App(tmp_path)
    at_work.connect(app)  # type: ignore[arg-type]
    (take, first), (release, last) = (
        app.listening[event] for event in ("config-inited", "build-finished")
    )
    assert first < 0 < last
    take(app, SimpleNamespace(language="nl"))
    lock = tmp_path / FOLDER / LOCK
    assert lock.read_text("utf-8").startswith("sphinx-build\n")
    release(app, None)
    assert lock.read_text("utf-8") == ""


def test_another_build_waits_and_says_for_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []

    def take(_handle: int, *, waits: bool) -> bool:
        taken.append(waits)
        return waits

    said: list[str] = []
    monkeypatch.setattr(module, "_take", take)
    monkeypatch.setattr(module, "_holder", lambda _: Holder(command="protocol new", process="7"))
    monkeypatch.setattr(at_work._log, "info", lambda text, *rest: said.append(text % rest))
    app = _App(tmp_path)
    at_work.connect(app)  # type: ignore[arg-type]
    app.listening["config-inited"][0](app, SimpleNamespace(language="nl"))
    app.listening["build-finished"][0](app, None)
    assert taken == [False, True]
    assert said == ["'protocol new' is bezig in deze map (proces 7); er wordt gewacht."]
