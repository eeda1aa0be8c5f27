"""A kept version that somebody changed is never used in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from protocolkit.changes.touched import Touched
from protocolkit.versions.frozen import freeze
from protocolkit.versions.named import open_version
from typed import typed

_FILE = "protocols/pesten/de-brug.md"
_KEPT = "versions/pesten/de-brug@1.md"
_TEXT = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: school}
  dated: 2026-02-03
---

# Pesten

{#a1}
1. Wie pest, krijgt een week straf.
"""
_PAPERS = (
    ("redline", _KEPT, _FILE, "-o", "x.html"),
    ("redline", _FILE, _KEPT, "-o", "x.html"),
    ("was-wordt", _FILE, "--since", _KEPT, "-o", "x.html"),
    ("reasons", _FILE, "--since", _KEPT),
    ("dossier", _FILE, "--since", _KEPT, "-o", "x"),
    ("dossier", _FILE, "--against", _KEPT, "-o", "x"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / _FILE
    path.parent.mkdir(parents=True)
    path.write_text(_TEXT, "utf-8")
    freeze(tmp_path, path, "1")
    path.write_text(_TEXT.replace("een week", "twee weken"), "utf-8")
    return tmp_path


def _rewrite(root: Path, old: str, new: str) -> None:
    path = root / _KEPT
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_became_of_a_version_is_known(root: Path) -> None:
    assert open_version(_KEPT, root).touched is Touched.NO
    _rewrite(root, "dated: 2026-02-03", "dated: 2025-02-03")
    assert open_version(_KEPT, root).touched is Touched.BYTES
    _rewrite(root, "een week", "een maand")
    assert open_version("protocols/pesten/de-brug.md@1", root).touched is Touched.WORDS
    assert open_version(_FILE, root).touched is Touched.NO


@pytest.mark.parametrize("words", _PAPERS, ids=lambda words: " ".join(words[:3]))
def test_no_paper_for_a_decision_is_made_of_other_words(root: Path, words: tuple[str, ...]) -> None:
    _rewrite(root, "een week", "een maand")
    before = _files(root)
    done = typed(*words, cwd=root)
    assert done.returncode == 2
    assert "versions/pesten/de-brug@1.md" in done.stderr
    assert "[version-touched]" in done.stderr
    assert _files(root) == before


def test_comparing_says_it_on_the_screen_and_in_the_file(root: Path) -> None:
    _rewrite(root, "een week", "een maand")
    said = f"Let op: {_KEPT} is niet zoals het is bewaard; er zijn later woorden in veranderd."
    done = typed("compare", _KEPT, _FILE, cwd=root)
    assert done.returncode == 0
    assert said in " ".join(done.stdout.split())
    assert f"{said} Kijk wat 'protocol check' ervan zegt" in " ".join(done.stderr.split())
    typed("compare", _KEPT, _FILE, "-o", "x.html", cwd=root)
    assert said in (root / "x.html").read_text("utf-8")
    typed("compare", _KEPT, _FILE, "--format", "json", "-o", "x.json", cwd=root)
    assert "Let op" not in (root / "x.json").read_text("utf-8")


@pytest.mark.parametrize("words", [_PAPERS[0], _PAPERS[2]], ids=lambda words: words[0])
def test_a_paper_says_that_other_things_were_changed(root: Path, words: tuple[str, ...]) -> None:
    _rewrite(root, "dated: 2026-02-03", "dated: 2025-02-03")
    said = f"Let op: {_KEPT} is niet zoals het is bewaard; de woorden zijn wel dezelfde."
    typed(*words, cwd=root)
    assert said in " ".join((root / "x.html").read_text("utf-8").split())
