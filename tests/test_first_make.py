"""``make`` on a machine where something lacks: plain words with the cure, and nothing half made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from programs import NO_NETWORK, Start
from seeds import ROOT

_HASH = "a0af1213f3c2226497a97e2b3aa01a7e4bee4f403f95be16fc9acd2947514a78"
_LOCK = f"webencodings==0.5.1 --hash=sha256:{_HASH}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with what ``make`` begins with, and no network."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "setup", tmp_path / ".ci")
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "lock.txt").write_text(_LOCK, "utf-8")
    for name, value in NO_NETWORK.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def test_without_a_network_it_says_so_with_the_cure(
    folder: Path, python: Path, start: Start
) -> None:
    done = start("make", "build", f"PYTHON={python}", cwd=folder)
    assert done.returncode == 2
    assert "there is no network" in done.stderr
    assert "PIP_NO_INDEX=1 PIP_FIND_LINKS=" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr, "what pip says is in the log"
    said = [line for line in done.stdout.splitlines() if not line.startswith("make")]
    assert [line[:3] for line in said] == ["1/3", "2/3"]
    assert "webencodings" in (folder / ".cache" / "setup.log").read_text("utf-8")
    assert not (folder / ".venv" / ".ready").exists(), "the next make tries again"


def test_another_python_is_asked_for_by_name(folder: Path, start: Start) -> None:
    done = start("make", "build", "PYTHON=python-die-er-niet-is", cwd=folder)
    assert done.returncode == 2
    assert "needs Python 3.11 or newer" in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (folder / ".venv").exists()


def test_a_package_that_was_changed_on_its_way_is_refused(
    folder: Path, python: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = "webencodings-0.5.1-py2.py3-none-any.whl"
    (folder / "hier").mkdir()
    (folder / "hier" / wheel).write_bytes(b"PK\x05\x06" + b"\0" * 18)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder / "hier"))
    done = start("make", "build", f"PYTHON={python}", cwd=folder)
    assert done.returncode == 2
    assert "is not the one that requirements/lock.txt names" in done.stderr
