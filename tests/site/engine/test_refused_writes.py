"""A disk that refuses a file stops a build, in the words of other commands and not of Sphinx."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sphinx.util.osutil import copyfile

from small_site import make_project
from typed import typed


@pytest.mark.process
@pytest.mark.parametrize("name", ["protocolkit.css", "file.png"])
def test_a_full_disk_is_told_once_in_dutch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Sphinx warns of each file, in English, and goes on with a site that lacks them."""
    folder = make_project(tmp_path / "p", has_paper=False)

    def failing(source: Path, target: Path, *, force: bool = False) -> None:
        if Path(source).name == name:
            # as shutil does, which names what it reads before what it writes
            raise OSError(errno.ENOSPC, "No space left", str(source), None, str(target))
        copyfile(source, target, force=force)

    monkeypatch.setattr("sphinx.util.fileutil.copyfile", failing)
    done = typed("build", cwd=folder)
    assert done.returncode == 2, done.stderr
    assert "Failed" not in done.stderr, done.stderr
    assert "No space" not in done.stderr, done.stderr
    assert done.stderr.count("de schijf is vol") == 1, done.stderr
    [said] = (line for line in done.stderr.splitlines() if "schijf is vol" in line)
    assert said.startswith(str(folder)), said
    assert f"{name}: " in said
    monkeypatch.undo()
    assert typed("build", cwd=folder).returncode == 0
