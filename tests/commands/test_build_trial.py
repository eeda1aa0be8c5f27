"""``--dry-run`` of the website: what would be new, changed and gone, and nothing written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from small_site import make_project, site_files
from typed import typed

pytestmark = pytest.mark.process  # a build asks git

_HEAD = re.compile(r"^(Nieuw|Gewijzigd|Weggehaald): (\d+) bestand(?:en)?$", re.MULTILINE)


def _counts(said: str) -> dict[str, int]:
    return {word: int(number) for word, number in _HEAD.findall(said)}


def _all(root: Path) -> dict[str, bytes]:
    return {name: text for name, text in site_files(root).items() if not name.startswith(".cache")}


def _written(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, int]:
    """Return what became of the files of the site; Sphinx's own state beside it is none of it."""
    old, new = (
        {name: text for name, text in files.items() if ".doctrees" not in name}
        for files in (before, after)
    )
    counted = {
        "Nieuw": len(new.keys() - old.keys()),
        "Gewijzigd": sum(old[name] != new[name] for name in old.keys() & new.keys()),
        "Weggehaald": len(old.keys() - new.keys()),
    }
    return {word: number for word, number in counted.items() if number}


def test_a_trial_of_the_website_tells_what_the_build_does(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p")
    said = []
    for step in range(3):
        if step == 1:
            (root / "protocols" / "regels" / "bb.md").unlink()
            topics = root / "protocols" / "regels" / "topics.yml"
            topics.write_text("title: Regels\nthemes: []\ntopics: []\n", "utf-8")
        before = _all(root)
        tried = typed("build", "-q", "--dry-run", cwd=root)
        assert _all(root) == before
        done = typed("build", "-q", cwd=root)
        assert tried.returncode == done.returncode
        assert _counts(tried.stdout) == _written(before, _all(root))
        said.append(tried)
    assert "Zonder --dry-run zouden dit de bestanden zijn:" in said[0].stderr
    assert "  _build/html/downloads/regels/bb.pdf\n" in said[0].stdout
    assert "  … " in said[0].stdout
    assert "  _build/html/downloads/regels/bb.pdf\n" in said[1].stdout.split("Weggehaald")[1]
    assert (said[2].stdout, "Zonder --dry-run ook niet." in said[2].stderr) == ("", True)


def test_a_trial_of_showing_the_website_shows_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project(tmp_path / "p", has_paper=False)
    served: list[list[str]] = []
    monkeypatch.setattr("sphinx_autobuild.__main__.main", served.append)
    before = _all(root)
    tried = typed("serve", "--dry-run", cwd=root)
    assert (tried.returncode, _all(root), served) == (0, before, [])
    assert _counts(tried.stdout)["Nieuw"]
    assert "Daarna zou de website op deze computer te zien zijn" in tried.stderr


@pytest.mark.parametrize("words", [(), ("--dry-run",)])
def test_a_trial_refuses_the_place_that_a_build_refuses(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    root = make_project(tmp_path / "p", has_paper=False)
    (root / "vol").write_text("van iemand", "utf-8")
    assert typed("build", "-q", "-o", "vol/html", *words, cwd=root).returncode == 2
    assert (root / "vol").read_text("utf-8") == "van iemand"
