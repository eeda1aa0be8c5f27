"""What is said of kept versions that are not as they were kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from protocolkit.checking.kept_versions import check_frozen
from protocolkit.versions.frozen import freeze

_TEXT = """---
protocol:
  title: Proef
  organisation: {name: De Brug}
---

# Proef

{#a1}
1. Ga naar de conciërge.
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (folder / "de-brug.md").write_text(_TEXT, "utf-8")
    return freeze(tmp_path, folder / "de-brug.md", "2026-1")


def _found(kept: Path) -> list[tuple[str, str, str]]:
    """Return each problem with its place and, of a touched version, what else is said."""
    return [
        (found.code.name, found.location.path, dict(found.values).get("words", ""))
        for found in check_frozen(kept.parents[2])
    ]


def test_a_version_as_it_was_kept_is_no_problem(kept: Path) -> None:
    assert _found(kept) == []


def test_other_bytes_are_told_and_whether_the_words_are_the_same(kept: Path) -> None:
    text, place = kept.read_text("utf-8"), "versions/pesten/de-brug@2026-1.md"
    kept.write_text(f"{text}\n", "utf-8")
    assert _found(kept) == [("frozen-touched", place, ", though its words are")]
    kept.write_text(text.replace("Ga naar", "Kom bij"), "utf-8")
    assert _found(kept) == [("frozen-touched", place, "")]


def test_each_version_that_is_gone_or_that_nobody_listed_is_told(kept: Path) -> None:
    kept.rename(kept.with_name("de-brug@2026-2.md"))
    assert _found(kept) == [
        ("frozen-gone", "versions/pesten/de-brug@2026-1.md", ""),
        ("frozen-unlisted", "versions/pesten/de-brug@2026-2.md", ""),
    ]


def test_another_check_code_in_the_list_is_told(kept: Path) -> None:
    index = kept.parents[1] / "versions.json"
    written = json.loads(index.read_text("utf-8"))
    [entry] = written["versions"]
    entry["fingerprint"] = entry["fingerprint"][:-1] + (
        "0" if entry["fingerprint"][-1] != "0" else "1"
    )
    index.write_text(json.dumps(written), "utf-8")
    assert _found(kept) == [("frozen-code", "versions/pesten/de-brug@2026-1.md", "")]


def test_a_list_that_cannot_be_read_is_the_only_thing_told(kept: Path) -> None:
    (kept.parents[1] / "versions.json").write_text("{}", "utf-8")
    kept.unlink()
    assert len(_found(kept)) == 1
    assert _found(kept)[0][0] != "frozen-gone"


def test_a_version_that_cannot_be_opened_is_told_by_who_reads_it(kept: Path) -> None:
    kept.unlink()
    kept.symlink_to(kept.parents[2] / "protocols" / "pesten" / "de-brug.md")
    assert "frozen-touched" not in [name for name, _, _ in _found(kept)]
