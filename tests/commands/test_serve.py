"""The website on this machine: nobody else sees it, and what it makes starts no new build."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from protocolkit.commands import main


@pytest.mark.parametrize("options", [(), ("--open",)])
def test_what_is_served_is_here_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("sphinx_autobuild.__main__.main", asked.append)
    (tmp_path / "conf.py").write_text("", "utf-8")
    (tmp_path / "protocols").mkdir()
    words = ["serve", "-C", str(tmp_path), "--port", "8123", *options]
    done = CliRunner().invoke(main, words, standalone_mode=False)
    assert done.exception is None, done.output
    assert "Ctrl+C" in done.stderr
    (given,) = asked
    assert given[:6] == [
        str(tmp_path),
        str(tmp_path / "_build" / "html"),
        *("--host", "127.0.0.1", "--port", "8123"),
    ]
    assert ("--open-browser" in given) == bool(options)
    ignored = {given[at + 1] for at, word in enumerate(given) if word == "--ignore"}
    assert {str(tmp_path / name) for name in ("_build", ".cache")} <= ignored
