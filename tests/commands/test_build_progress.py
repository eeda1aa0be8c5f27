"""How far a build is: a bar where somebody looks at it, one line where a program does."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from protocolkit.commands import progress as progress_module
from protocolkit.commands.progress import Progress


class _App:
    """Stands in for Sphinx: remembers who listens to what."""

    def __init__(self) -> None:
        self.listening: dict[str, Any] = {}

    def connect(self, event: str, heard: Any) -> None:
        self.listening[event] = heard


def _listening(*, is_quiet: bool = False) -> dict[str, Any]:
    app = _App()
    Progress(is_quiet=is_quiet).follow(app)  # type: ignore[arg-type]
    return app.listening


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody look on."""
    seen = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr(progress_module, "sys", seen)
    monkeypatch.setattr(progress_module, "speak", lambda text: text)


def test_who_wants_no_talk_hears_nothing() -> None:
    assert _listening(is_quiet=True) == {}
    assert len(_listening()) == 3


def test_what_is_being_done_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_module, "speak", lambda text: text)
    heard = _listening()
    heard["env-before-read-docs"](None, None, ["a", "b"])
    heard["env-check-consistency"](None, None)
    for number in (1, 2, 3):
        heard["protocolkit-paper-made"](None, "hek.pdf", number, 3)
    assert capsys.readouterr().err.splitlines() == [
        "Reading 2 changed pages ...",
        "Writing the website ...",
        "Files to download that are made: 3 ...",
    ]


@pytest.mark.usefixtures("terminal")
def test_a_bar_grows_with_what_is_done_and_fits_on_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    heard = _listening()["protocolkit-paper-made"]
    drawn = []
    for number in range(5):
        heard(None, f"een-heel-lange-naam-{'x' * 90}.pdf", number, 4)
        drawn.append(capsys.readouterr().err)
    lengths = [line.count("#") for line in drawn]
    assert lengths[0] == 0
    # It grows evenly, and is full at the end.
    assert [length / lengths[-1] for length in lengths] == pytest.approx(
        [0, 0.25, 0.5, 0.75, 1], abs=0.05
    )
    assert drawn[-1].count("-") < drawn[0].count("-")
    for line in drawn:
        bar = line.partition("[")[2].partition("]")[0]
        assert len(bar) == lengths[-1]
        # A line that is too long would not be drawn over the one before it.
        assert len(line.strip("\r\n")) < 100
        assert f"] {drawn.index(line)}/4 een-heel-lange-naam" in line
    assert [line.endswith("\n") for line in drawn] == [False] * 4 + [True]
