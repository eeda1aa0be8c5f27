"""``protocol upgrade``: what is shown and asked before anything changes, and what it leaves."""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

import pytest

from protocolkit.base.replacing import Found
from protocolkit.repository.made_record import MADE_RECORD
from protocolkit.repository.upgrading import BESIDE, FileUpgrade, UpgradeKind
from typed import Typed, typed

# The package has a command of this name.
upgrade = importlib.import_module("protocolkit.commands.upgrade")
_OLD, _NEW = b"een\ntwee\n", b"een\ntw\x07ee\n"


def _change(
    name: str, kind: UpgradeKind, old: bytes | None = _OLD, new: bytes | None = _NEW
) -> FileUpgrade:
    return FileUpgrade(name=name, kind=kind, found=Found(path=Path(name), content=old), content=new)


_CHANGES = (
    _change("b.md", UpgradeKind.CHANGED),
    _change("a.md", UpgradeKind.CHANGED),
    _change("wheels/x.whl", UpgradeKind.RENEWED),
    _change("c.md", UpgradeKind.REMOVED, new=None),
    _change("d.md", UpgradeKind.ADDED, old=None),
    _change(MADE_RECORD, UpgradeKind.RENEWED),
)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def applied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return what was overwritten, for each time that something was applied."""
    done: list[tuple[str, ...]] = []
    (tmp_path / "protocols").mkdir()
    monkeypatch.setattr(upgrade, "own_wheel", lambda: None)
    monkeypatch.setattr(upgrade, "plan_upgrade", lambda root, wheel: _CHANGES)
    monkeypatch.setattr(upgrade, "apply_upgrade", lambda changes, over: done.append(over))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return done


def _answered(monkeypatch: pytest.MonkeyPatch, root: Path, *replies: str) -> Typed:
    monkeypatch.setattr(sys, "stdin", _Terminal("".join(f"{reply}\n" for reply in replies)))
    return typed("upgrade", cwd=root)


def test_files_are_told_by_kind_with_what_differs(
    tmp_path: Path, applied: list[tuple[str, ...]]
) -> None:
    done = typed("upgrade", "--dry-run", cwd=tmp_path)
    assert (done.returncode, done.stderr, applied) == (1, "Er is niets veranderd.\n", [])
    lines = done.stdout.splitlines()
    heads = [line for line in lines if not line.startswith(("-", "+", "@", " "))]
    assert heads == [
        "Nieuw: d.md",
        "Vernieuwd: wheels/x.whl",
        "Weggehaald: c.md",
        "Dit hebt u zelf veranderd: a.md",
        "Dit hebt u zelf veranderd: b.md",
    ]
    begin = lines.index("Dit hebt u zelf veranderd: b.md") + 1
    new = f"+++ b.md{BESIDE}"
    assert lines[begin:] == ["--- b.md", new, "@@ -1,2 +1,2 @@", " een", "-twee", "+tw?ee"]
    assert lines.count("-twee") == 3, "a file that is taken away is shown, a wheel is not"


def test_who_cannot_be_asked_is_told_what_to_type(
    tmp_path: Path, applied: list[tuple[str, ...]]
) -> None:
    done = typed("upgrade", cwd=tmp_path)
    assert (done.returncode, applied) == (1, [])
    assert done.stderr.startswith("Er is niets veranderd. ")
    assert "upgrade --yes" in done.stderr
    elsewhere = typed("upgrade", "-C", str(tmp_path), cwd=tmp_path)
    assert f"upgrade --folder {tmp_path} --yes" in elsewhere.stderr


def test_nothing_changes_until_it_is_confirmed(
    tmp_path: Path, applied: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _answered(monkeypatch, tmp_path, "nee").returncode == 2
    assert applied == []


def test_each_changed_file_is_asked_and_the_others_come_beside(
    tmp_path: Path, applied: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _answered(monkeypatch, tmp_path, "ja", "ja", "nee")
    assert (done.returncode, applied) == (1, [("b.md",)])
    assert f"a.md{BESIDE}" in done.stderr
    assert f"b.md{BESIDE}" not in done.stderr
    done = _answered(monkeypatch, tmp_path, "ja", "ja", "ja")
    assert (done.returncode, applied[1:]) == (0, [("b.md", "a.md")])


def test_yes_overwrites_nothing_of_a_person(tmp_path: Path, applied: list[tuple[str, ...]]) -> None:
    done = typed("upgrade", "--yes", cwd=tmp_path)
    assert (done.returncode, applied) == (1, [()])
    assert f"a.md{BESIDE}" in done.stderr


def test_what_only_we_keep_is_no_news(
    tmp_path: Path, applied: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrade, "plan_upgrade", lambda root, wheel: _CHANGES[-1:])
    done = typed("upgrade", cwd=tmp_path)
    assert (done.returncode, done.stderr, applied) == (0, "Deze map is bij de tijd.\n", [])
