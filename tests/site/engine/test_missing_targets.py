"""What leads nowhere is told in Dutch, with its place and what to do."""

from __future__ import annotations

from pathlib import Path

from small_site import make_project
from warm import SPHINX, Command

_PAGE = """---
orphan: true
---
# Vraag

Zie [hier](#nergens), [daar](index.md#nergens) en {ref}`elders`.

Zie ook {protocol:clause}`onbekend` en {doc}`weg`.
"""


def test_references_to_nowhere_are_told_in_dutch(tmp_path: Path, command: Command) -> None:
    folder = make_project(tmp_path / "p", has_paper=False)
    (folder / "docs" / "vraag.md").write_text(_PAGE, "utf-8")
    done = command("-q", "-b", "dummy", folder, tmp_path / "uit", code=SPHINX)
    said = [line for line in done.stderr.splitlines() if "vraag.md" in line]
    assert len(said) >= 4, done.stderr
    for line in said:
        assert "vraag.md:" in line
        assert "not found" not in line
        assert "undefined" not in line
        assert "een verwijzing leidt naar" in line, line
        assert "haal de verwijzing weg" in line
