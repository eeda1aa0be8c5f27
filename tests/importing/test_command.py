"""``protocol import`` as a user types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from import_quality import own_word
from seeds import ROOT, protocol
from typed import Typed, typed

_SEED = ROOT / "protocols" / "sociale-media" / "bron" / "cvo-baarn-soest.txt"


def _run(*words: str | Path, cwd: Path) -> Typed:
    return typed("import", *map(str, words), cwd=cwd)


def _files(folder: Path) -> set[str]:
    """Return the files of a folder, but for those of the cache, where the lock is."""
    files = (p.relative_to(folder) for p in folder.rglob("*") if p.is_file())
    return {p.as_posix() for p in files if p.parts[0] != ".cache"}


def test_an_import_writes_everything_and_says_what_is_next(tmp_path: Path) -> None:
    done = _run(_SEED, "-s", "sociale-media", "-n", "CVO Baarn/Soest", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "protocols/sociale-media/cvo-baarn-soest.md\n"
    assert "Bepalingen: 36; voetnoten: 5" in done.stderr
    assert "protocol check" in done.stderr
    assert _files(tmp_path) == {
        "protocols/sociale-media/cvo-baarn-soest.md",
        "protocols/sociale-media/bron/cvo-baarn-soest.txt",
        "protocols/sociale-media/bron/cvo-baarn-soest.ledger.yml",
        "_build/import/sociale-media/cvo-baarn-soest.html",
        "_build/import/sociale-media/cvo-baarn-soest.txt",
    }


def test_nothing_is_overwritten_without_being_asked(tmp_path: Path) -> None:
    target = tmp_path / "protocols" / "s" / "x.md"
    target.parent.mkdir(parents=True)
    target.write_text("mijn werk", "utf-8")
    done = _run(_SEED, "-o", target, cwd=tmp_path)
    assert done.returncode == 2
    assert "bestaat al" in done.stderr
    assert _files(tmp_path) == {"protocols/s/x.md"}
    assert target.read_text("utf-8") == "mijn werk"
    done = _run(_SEED, "-o", target, "--force", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "# Protocol social media" in target.read_text("utf-8")


def test_what_no_page_shows_is_taken_over_when_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(own_word(protocol("verkruisen")))
    for words, is_taken in (([], False), (["--from-record"], True)):
        done = _run("x.docx", "-s", "s", "--force", *words, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert "niet zichtbaar: kinds: richtlijnen: Richtlijnen" in done.stderr
        assert ("niet uit de bijlage overgenomen" in done.stderr) is not is_taken
        text = (tmp_path / done.stdout.strip()).read_text("utf-8")
        assert ('{#richtlijnen short="Richtlijnen"}' in text) is is_taken


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bestaat-niet.pdf", "-s", "x"], "bestaat niet"),
        ([str(_SEED)], "--subject sociale-media"),
        ([], "ontbreekt"),
    ],
)
def test_wrong_use_is_explained(tmp_path: Path, words: list[str], said: str) -> None:
    done = _run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(tmp_path) == set()


@pytest.mark.parametrize("kept", [0, 1])
def test_an_import_that_was_killed_can_be_done_again(tmp_path: Path, kept: int) -> None:
    """What it left is its own; the same words of somebody else's are never overwritten."""
    words = (_SEED, "-s", "sociale-media", "-n", "CVO Baarn/Soest", "-y")
    done = _run(*words, cwd=tmp_path)
    bron = tmp_path / "protocols" / "sociale-media" / "bron"
    protocol = bron.parent / "cvo-baarn-soest.md"
    made = {path: path.read_bytes() for path in (protocol, *sorted(bron.iterdir()))}
    protocol.unlink()
    for path in sorted(bron.iterdir())[kept:]:
        path.unlink()
    done = _run(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in made} == made
    protocol.unlink()
    (bron / "cvo-baarn-soest.txt").write_text("van iemand anders", "utf-8")
    done = _run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert "cvo-baarn-soest.txt: dit bestand bestaat al" in done.stderr
    assert (bron / "cvo-baarn-soest.txt").read_text("utf-8") == "van iemand anders"
    assert not protocol.exists()
