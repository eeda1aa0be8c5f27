"""The cache of a project: a value for its key, and only what we left there ourselves."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocolkit.base import cache as cache_module
from protocolkit.base.cache import FOLDER, Cache
from protocolkit.base.plain_values import to_bytes
from protocolkit.base.untouched import seal


class _Made:
    """Counts how often something is made."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"made {self.count}"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Return a project with one value in its cache."""
    assert Cache(tmp_path).value("kind", "name", "inputs", _Made()) == "made 1"
    return tmp_path


def _value_file(project: Path) -> Path:
    (found,) = (project / FOLDER).rglob("*.value")
    return found


def test_a_value_is_made_once(kept: Path) -> None:
    made = _Made()
    assert Cache(kept).value("kind", "name", "inputs", made) == "made 1"
    assert made.count == 0


@pytest.mark.parametrize(
    ("kind", "name", "inputs"),
    [("other", "name", "inputs"), ("kind", "other", "inputs"), ("kind", "name", "other")],
)
def test_another_kind_name_or_input_is_another_value(
    kept: Path, kind: str, name: str, inputs: str
) -> None:
    made = _Made()
    Cache(kept).value(kind, name, inputs, made)
    assert made.count == 1


def test_another_origin_is_another_value(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "origin", lambda: "a newer version")
    made = _Made()
    assert Cache(kept).value("kind", "name", "inputs", made) == "made 1"
    assert made.count == 1


def test_the_last_few_of_a_name_stay(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number, name in enumerate(["a", "a-b", "a", "a", "a", "a-b", "a"]):
        cache.write("kind", name, str(number), number)
        # Files of one moment have no order.
        for path in (tmp_path / FOLDER).rglob("*.value"):
            if path.read_bytes() == to_bytes(number):
                os.utime(path, (number, number))
    found = [cache.read("kind", "a", str(n)) for n in (0, 2, 3, 4, 6)]
    # A time that was set by hand is a change too, so this asks what stands there.
    assert found == [None] * 5
    names = [p.stem.rpartition("-")[0] for p in (tmp_path / FOLDER).rglob("*.value")]
    assert sorted(names) == ["a", "a", "a", "a-b", "a-b"]


def _forged(project: Path) -> Iterator[str]:
    """Change what is kept in each way a stranger could; yield what was done."""
    path = _value_file(project)
    own, own_seal = path.read_bytes(), path.with_suffix(".seal").read_bytes()
    path.write_bytes(to_bytes("forged"))
    yield "another value in its place"
    path.unlink()
    path.write_bytes(own)
    yield "the same value, put there again"
    path.with_suffix(".seal").unlink()
    yield "no seal"
    path.with_suffix(".seal").write_bytes(b"[]")
    yield "a seal that is none"
    path.with_suffix(".seal").write_bytes(own_seal)
    path.unlink()
    (project / "elsewhere").write_bytes(own)
    path.symlink_to(project / "elsewhere")
    yield "a link"


def test_only_what_we_left_there_is_read(kept: Path) -> None:
    for number, done in enumerate(_forged(kept), start=1):
        assert Cache(kept).read("kind", "name", "inputs") is None, done
        assert number <= 5
    assert number == 5


def test_a_copy_of_a_project_starts_from_nothing(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(kept / ".cache", tmp_path / "copy" / ".cache")
    assert Cache(tmp_path / "copy").read("kind", "name", "inputs") is None


def test_a_seal_alone_does_not_run_what_is_behind_it(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kept)
    path = _value_file(kept)
    path.write_bytes(b"cos\nsystem\n(S'touch ran'\ntR.")
    seal(path.with_suffix(".seal"), [path])
    assert Cache(kept).read("kind", "name", "inputs") is None
    assert not (kept / "ran").exists()


@pytest.mark.parametrize("step", [".cache", ".cache/protocolkit", ".cache/protocolkit/kind"])
def test_nothing_is_written_or_removed_through_a_link(tmp_path: Path, step: str) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    (outside / "protocolkit").mkdir(parents=True)
    (outside / "own.txt").write_text("mine", "utf-8")
    (project / step).parent.mkdir(parents=True)
    (project / step).symlink_to(outside)
    cache = Cache(project)
    assert cache.value("kind", "name", "inputs", _Made()) == "made 1"
    cache.clear()
    assert sorted(p.name for p in outside.rglob("*")) == ["own.txt", "protocolkit"]


def test_clearing_leaves_nothing_and_nothing_else_is_touched(kept: Path) -> None:
    (kept / ".cache" / "pip").mkdir()
    Cache(kept).clear()
    assert [p.name for p in (kept / ".cache").iterdir()] == ["pip"]


def test_the_cache_stays_out_of_history(kept: Path) -> None:
    assert (kept / FOLDER / ".gitignore").read_text("utf-8") == "*\n"


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file", "utf-8")
    assert Cache(tmp_path).value("kind", "name", "inputs", _Made()) == "made 1"
