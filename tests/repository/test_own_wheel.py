"""The wheel of what runs: the same as a build tool would make, with exact versions beside it."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from programs import Start
from protocolkit.base.problems import ProtocolkitError
from protocolkit.repository.own_wheel import _installed, given_wheel, own_wheel, pins
from seeds import ROOT


def test_our_wheel_holds_what_the_build_tool_would_put_in_it(tmp_path: Path, start: Start) -> None:
    words = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    done = start(sys.executable, *words)
    assert done.returncode == 0, done.stderr
    (built,) = tmp_path.glob("*.whl")
    ours = own_wheel()
    assert ours.name == built.name
    with zipfile.ZipFile(built) as theirs, zipfile.ZipFile(io.BytesIO(ours.content)) as own:
        assert sorted(own.namelist()) == sorted(theirs.namelist())
        for name in own.namelist():
            if ".dist-info/" not in name:
                assert own.read(name) == theirs.read(name), name
        assert _needs(own) == _needs(theirs)


def _needs(archive: zipfile.ZipFile) -> set[str]:
    """Return the names of what a wheel needs, but for what only its developers do."""
    name = next(name for name in archive.namelist() if name.endswith("METADATA"))
    lines = archive.read(name).decode().splitlines()
    needs = [line for line in lines if line.startswith("Requires-Dist") and "extra ==" not in line]
    names = (re.split(r"[<>=,;\s]", line.removeprefix("Requires-Dist: "))[0] for line in needs)
    return {name.replace(".", "-") for name in names}


def test_versions_are_exact_and_leave_protocolkit_out() -> None:
    found = pins()
    assert [pin for pin in found if pin.startswith("sphinx==")]
    assert not [pin for pin in found if pin.startswith(("protocolkit", "pytest", "mypy"))]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9A-Za-z.]*", pin) for pin in found)


def test_what_only_an_extra_asks_for_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {
        "here": _Installed("1.0", ("Below>=1", "extra_only>=2; extra == 'docs'")),
        "below": _Installed("1.5", None),
        "extra-only": _Installed("2.0", ()),
        "unasked": _Installed("3.0", ()),
    }

    def distribution(name: str) -> _Installed:
        if name not in installed:
            raise PackageNotFoundError(name)
        return installed[name]

    monkeypatch.setattr("importlib.metadata.distribution", distribution)
    _installed.cache_clear()
    monkeypatch.setattr(
        "protocolkit.repository.own_wheel._requirements", lambda: ["here>=1", "not-there"]
    )
    assert pins() == ("below==1.5", "here==1.0")
    _installed.cache_clear()


class _Installed:
    """What is known of an installed package."""

    def __init__(self, version: str, requires: tuple[str, ...] | None) -> None:
        self.version = version
        self.requires = requires


def test_the_same_files_give_the_same_bytes() -> None:
    assert own_wheel() == own_wheel()


def test_a_wheel_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "protocolkit-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("iets/__init__.py", "")
    with pytest.raises(ProtocolkitError):
        given_wheel(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("protocolkit/__init__.py", "")
    assert given_wheel(path).version == "1.0"
