"""No command reaches the network, whatever a file says."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from small_site import make_project
from typed import typed

_PAGE = """\
<!DOCTYPE html PUBLIC "x" "https://example.org/x.dtd">
<html><head><link rel="stylesheet" href="https://example.org/x.css">
<script src="https://example.org/x.js"></script><title>Regels</title></head>
<body><h1>Protocol regels</h1><img src="https://example.org/x.png" alt="">
<ol><li>De <a href="https://example.org/">school</a> maakt afspraken.</li>
<li>De leerling houdt zich daaraan.</li></ol></body></html>
"""


@pytest.mark.process
def test_no_command_asks_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(*where: object, **_: object) -> None:
        asked.append(where)
        raise OSError("no network here")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    project = make_project(tmp_path / "p")
    path = project / "protocols" / "regels" / "aa.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Eerste", "![x](https://example.org/x.png) Eerste"), "utf-8")
    (tmp_path / "x.html").write_text(_PAGE, "utf-8")
    words = ("import", str(tmp_path / "x.html"), "-s", "regels", "-n", "De Wal", "-y")
    assert typed(*words, cwd=project).returncode == 0
    assert typed("check", cwd=project).returncode in {0, 1}
    assert typed("build", "-q", cwd=project).returncode in {0, 1}
    assert (project / "_build" / "html" / "downloads" / "regels" / "aa.pdf").is_file()
    assert asked == []
