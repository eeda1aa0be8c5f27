"""One command at a time in a repository; who was killed is in nobody's way."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from programs import Begin
from protocolkit.base import holding as module
from protocolkit.base.cache import FOLDER, LOCK, Cache
from protocolkit.base.holding import Holder, holding
from protocolkit.base.messages import translator
from protocolkit.base.problems import ProtocolkitError


@pytest.fixture
def _stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have this process forget what it holds, as another would not know it."""
    monkeypatch.setattr(module, "_held", _Nothing())


class _Nothing(set[Path]):
    def add(self, _item: Path) -> None:
        """Remember nothing."""


def _refusal(root: Path) -> str:
    with pytest.raises(ProtocolkitError) as refused, holding(root, "protocol update"):
        pass
    return refused.value.problem.line(translator())


@pytest.mark.usefixtures("_stranger")
def test_a_second_command_hears_who_has_it_and_what_to_do(tmp_path: Path) -> None:
    with holding(tmp_path, "protocol build"):
        said = _refusal(tmp_path)
        assert f"'protocol build' is bezig in deze map (proces {os.getpid()})" in said
        assert "Wacht tot dat klaar is" in said
    with holding(tmp_path, "protocol update"):
        assert "'protocol update'" in _refusal(tmp_path)


@pytest.mark.usefixtures("_stranger")
def test_other_folders_are_free(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with holding(tmp_path / "a", "x"), holding(tmp_path / "b", "y"):
        assert "'x'" in _refusal(tmp_path / "a")


def test_who_has_it_goes_on(tmp_path: Path) -> None:
    with holding(tmp_path, "protocol build"), holding(tmp_path, "sphinx-build"):
        assert (tmp_path / FOLDER / LOCK).read_text("utf-8").startswith("protocol build\n")


@pytest.mark.usefixtures("_stranger")
def test_a_hostile_holder_prints_nothing_odd(tmp_path: Path) -> None:
    with holding(tmp_path, "x"):
        (tmp_path / FOLDER / LOCK).write_bytes(b"\x1b[2Jkwaad\xff" + b"y" * 5000)
        said = _refusal(tmp_path)
    assert "\x1b" not in said
    assert len(said) < 1000
    assert "(proces ?)" in said


@pytest.mark.usefixtures("_stranger")
def test_clearing_the_cache_lets_nobody_in(tmp_path: Path) -> None:
    with holding(tmp_path, "protocol build"):
        Cache(tmp_path).write("kind", "name", "inputs", 1)
        Cache(tmp_path).clear()
        assert [path.name for path in (tmp_path / FOLDER).iterdir()] == [LOCK]
        assert "'protocol build'" in _refusal(tmp_path)


def test_where_no_lock_can_be_nobody_is_kept_out(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".cache").symlink_to(tmp_path / "elders", target_is_directory=True)
    (tmp_path / "b" / FOLDER).mkdir(parents=True)
    os.mkfifo(tmp_path / "b" / FOLDER / LOCK)
    (tmp_path / "c").write_text("", "utf-8")
    for name in ("a", "b", "c"):
        with holding(tmp_path / name, "x"):
            pass
    assert list((tmp_path / "elders").iterdir()) == []


_HOLD = """
import pathlib, sys
from protocolkit.base.holding import holding
with holding(pathlib.Path(sys.argv[1]), "protocol build"):
    print("klaar", flush=True)
    sys.stdin.read()
"""


def test_a_killed_command_is_no_obstacle_and_who_waits_goes_on(
    tmp_path: Path, begin: Begin
) -> None:
    with begin(sys.executable, "-c", _HOLD, tmp_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "klaar\n"
        assert f"(proces {other.pid})" in _refusal(tmp_path)
        told: list[Holder] = []

        def wait(holder: Holder) -> None:
            told.append(holder)
            other.send_signal(signal.SIGKILL)

        with holding(tmp_path, "protocol update", wait):
            assert told == [Holder(command="protocol build", process=str(other.pid))]
