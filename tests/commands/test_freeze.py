"""``protocol freeze``: a version kept by its name, in any repository, and nothing overwritten."""

from __future__ import annotations

import re
import shlex
import shutil
import zipfile
from pathlib import Path

import pytest

from protocolkit.base.files import read_text
from protocolkit.document.fingerprints import protocol_fingerprint
from protocolkit.reading.reader import read_protocol_text
from protocolkit.versions.index import frozen_versions
from seeds import ROOT
from typed import Typed, typed

_GUIDE = ROOT / "docs" / "gebruik" / "versies.md"
_EARLIER = sorted((ROOT / "tests" / "data").glob("repository-*.zip"))
_TEXT = """---
protocol:
  title: Pesten
  organisation: {name: De Brug, kind: school}
  status: vastgesteld
---

# Pesten

{#a1}
1. Zie [het andere](de-berg.md#a3), [lid 2](de-brug.md#a2) en [de bijlage](bron/bijlage.pdf).

{#a2}
2. Pesten mag niet.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (folder / "de-brug.md").write_text(_TEXT, "utf-8")
    other = _TEXT.replace("{#a1}", "{#a3}").replace("[lid 2](de-brug.md#a2)", "lid 2")
    (folder / "de-berg.md").write_text(other.replace("De Brug", "De Berg"), "utf-8")
    return tmp_path


def _freeze(root: Path, *words: str) -> Typed:
    return typed("freeze", *words, cwd=root)


def _files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.mark.process
def test_it_says_what_it_did_and_what_comes_next(root: Path) -> None:
    done = _freeze(root, "protocols/pesten/de-brug.md", "2026-1", "--date", "2026-03-04")
    assert (done.returncode, done.stdout) == (0, "versions/pesten/de-brug@2026-1.md\n")
    assert "Bewaard. Laat dit bestand zoals het is" in done.stderr
    [entry] = frozen_versions(root)
    assert (entry.file, entry.date) == ("pesten/de-brug@2026-1.md", "2026-03-04")
    # What it says to do next can be typed.
    words = shlex.split(done.stderr.rpartition("ziet u met: ")[2])
    compared = typed(*words[words.index("compare") :], cwd=root)
    assert (compared.returncode, "Geen woord" in compared.stdout) == (0, True), compared.stdout
    assert typed("check", cwd=root).stdout.count("frozen") == 0


def test_links_lead_where_they_led_and_no_word_changes(root: Path) -> None:
    assert _freeze(root, "pesten/de-brug", "2026-1").returncode == 0
    text = (root / "versions" / "pesten" / "de-brug@2026-1.md").read_text("utf-8")
    assert "(../../protocols/pesten/de-berg.md#a3), [lid 2](#a2)" in text
    assert "[de bijlage](../../protocols/pesten/bron/bijlage.pdf)" in text
    before, after = (read_protocol_text(one).protocol for one in (_TEXT, text))
    assert protocol_fingerprint(before) == protocol_fingerprint(after)


def test_a_version_with_the_same_text_is_named(root: Path) -> None:
    _freeze(root, "pesten/de-brug", "2026-1")
    _freeze(root, "pesten/de-berg", "2026-1")
    said = _freeze(root, "pesten/de-brug", "2026-2").stderr
    assert "De tekst is gelijk aan die van versions/pesten/de-brug@2026-1.md." in said
    assert "de-berg" not in said


def test_what_is_wrong_in_what_is_kept_is_told(root: Path) -> None:
    assert "klopt iets niet" not in _freeze(root, "pesten/de-brug", "1").stderr
    path = root / "protocols" / "pesten" / "de-brug.md"
    path.write_text(_TEXT.replace("status: vastgesteld", "status: bijna"), "utf-8")
    assert "In dit bestand klopt iets niet" in _freeze(root, "pesten/de-brug", "2").stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("pesten/de-brug", "2026-1"), "frozen-exists"),
        (("pesten/de-brug", "Mei 1"), "frozen-name"),
        (("pesten/de-brug", "../../x"), "frozen-name"),
        (("pesten/de-brug", ".."), "frozen-name"),
        (("niets.md", "2026-2"), "file-missing"),
        (("protocols/pesten/de-brug.md@HEAD", "2026-2"), "file-missing"),
        (("conf.py", "2026-2"), "frozen-stray"),
        (("versions/pesten/de-brug@2026-1.md", "2026-2"), "frozen-stray"),
        (("nieuwer", "2026-2"), "format-newer"),
        (("pesten/de-brug", "2026-2", "--date", "gisteren"), "--date"),
        (("pesten/de-brug",), "VERSIE"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_changes(
    root: Path, words: tuple[str, ...], code: str
) -> None:
    (root / "conf.py").write_text("", "utf-8")
    assert _freeze(root, "pesten/de-brug", "2026-1").returncode == 0
    newer = _TEXT.replace("protocol:\n", "protocol:\n  format: 99\n")
    (root / "protocols" / "pesten" / "nieuwer.md").write_text(newer, "utf-8")
    before = _files(root)
    done = _freeze(root, *("pesten/nieuwer" if word == "nieuwer" else word for word in words))
    assert (done.returncode, done.stdout) == (2, "")
    assert code in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(root) == before


def test_a_link_out_of_the_folder_is_not_kept(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.md"
    secret.write_text(_TEXT, "utf-8")
    (root / "protocols" / "pesten" / "lek.md").symlink_to(secret)
    done = _freeze(root, "protocols/pesten/lek.md", "1")
    assert (done.returncode, "[file-outside]" in done.stderr) == (2, True), done.stderr
    assert not (root / "versions").exists()


@pytest.mark.process
@pytest.mark.parametrize("archive", _EARLIER, ids=lambda path: path.stem)
def test_a_repository_that_was_made_before_keeps_versions_too(
    archive: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    [path] = (tmp_path / "protocols").glob("*/*.md")
    done = _freeze(tmp_path, path.relative_to(tmp_path).as_posix(), "2026-1")
    assert done.returncode == 0, done.stderr
    [entry] = frozen_versions(tmp_path)
    kept = read_text(tmp_path / "versions" / entry.file, None)
    assert protocol_fingerprint(read_protocol_text(kept).protocol) == entry.fingerprint
    assert typed("check", cwd=tmp_path).returncode == 0


@pytest.mark.process
def test_every_command_of_the_guide_works(root: Path) -> None:
    commands = [
        line
        for block in re.findall(r"```bash\n(.*?)```", _GUIDE.read_text("utf-8"), re.DOTALL)
        for line in block.splitlines()
    ]
    assert len(commands) == 4
    example = root / "_build" / "html" / "downloads" / "pesten" / "voorbeeldprotocol-kort.md"
    example.parent.mkdir(parents=True)
    shutil.copy(root / "protocols" / "pesten" / "de-brug.md", example)
    for line in commands:
        name, *words = shlex.split(line)
        done = typed(*words, cwd=root)
        # 'check' finds what is odd in the example; that is its work.
        assert (name, done.returncode) in {("protocol", 0), ("protocol", 1)}, done.stderr
        assert "[frozen" not in done.stdout
