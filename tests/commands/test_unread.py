"""A protocol that cannot be read is told by each command that is about all of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decided import Desk
from typed import typed

_NEWER = "---\nprotocol:\n  format: 99\n  title: Later\n---\n\n# Later\n\n{#a}\n1. De school.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.ask("MR De Brug", schools=("De Brug",))
    made.path.with_name("later.md").write_text(_NEWER, "utf-8")
    return made


@pytest.mark.parametrize("form", ["text", "json", "ics"])
def test_how_far_all_are_tells_of_which_it_does_not_know(desk: Desk, form: str) -> None:
    done = typed("status", "--format", form, cwd=desk.root)
    assert done.returncode == 1
    assert "protocols/pesten/later.md:3: " in done.stderr
    assert "[format-newer]" in done.stderr
    if form == "json":
        assert [one["path"] for one in json.loads(done.stdout)["protocols"]] == [desk.file.name]
    assert typed("status", desk.file.name, cwd=desk.root).returncode == 0


def test_what_is_recorded_in_all_is_recorded_in_all_or_nowhere(desk: Desk) -> None:
    before = desk.path.read_bytes()
    done = typed("council", "MR De Brug", "--date", "2026-03-20", cwd=desk.root)
    assert done.returncode == 2
    assert "protocols/pesten/later.md:3: " in done.stderr
    assert desk.path.read_bytes() == before


def test_too_few_to_put_together_tells_which_one_is_not_read(desk: Desk) -> None:
    done = typed("align", "pesten", cwd=desk.root)
    assert done.returncode == 2
    assert "protocols/pesten/later.md:3: " in done.stderr
