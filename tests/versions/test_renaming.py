"""A kept version bears its day, and gets another name with all that stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.base.replacing import replace_files
from protocolkit.versions.frozen import freeze
from protocolkit.versions.index import frozen_versions
from protocolkit.versions.renaming import has_day, renaming
from protocolkit.was_wordt.reasons_file import reasons_path

_TEXT = "---\nprotocol:\n  organisation: {name: De Brug}\n---\n\n# Proef\n\n{#a}\n1. Een.\n"


@pytest.mark.parametrize(
    ("name", "is_of_day"),
    [
        ("vastgesteld-2026-03-24", True),
        ("vastgesteld-2026-03-24-2", True),
        ("voorgelegd-2026-03-24-12", True),
        ("vastgesteld-2026-03-24-b", False),
        ("vastgesteld-2026-03-241", False),
        ("2026-03-24", False),
        ("versie-2", False),
    ],
)
def test_a_name_that_we_gave_ends_in_its_day(name: str, is_of_day: bool) -> None:
    assert has_day(name, "2026-03-24") == is_of_day
    assert not has_day(name, "")


def _kept(root: Path, *slugs: str) -> list[Path]:
    """Return the kept versions of protocols with the same name."""
    folder = root / "protocols" / "pesten"
    folder.mkdir(parents=True)
    for slug in slugs:
        (folder / f"{slug}.md").write_text(_TEXT, "utf-8")
    return [freeze(root, folder / f"{slug}.md", "mei") for slug in slugs]


@pytest.mark.parametrize("has_reasons", [False, True])
def test_a_version_takes_its_reasons_and_its_line_along(tmp_path: Path, has_reasons: bool) -> None:
    first, second = _kept(tmp_path, "de-brug", "de-es")
    reasons = reasons_path(tmp_path, first)
    assert reasons is not None
    if has_reasons:
        reasons.write_text("changes: {}\n", "utf-8")
    text = first.read_bytes()
    path = tmp_path / "protocols" / "pesten" / "de-brug.md"
    replace_files(renaming(tmp_path, path, "mei", "juni"))
    named = first.with_name(first.name.replace("@mei", "@juni"))
    assert (first.exists(), named.read_bytes()) == (False, text)
    assert [Path(one.file).name for one in frozen_versions(tmp_path)] == [named.name, second.name]
    new = reasons_path(tmp_path, named)
    assert new is not None
    assert (reasons.exists(), new.exists()) == (False, has_reasons)
