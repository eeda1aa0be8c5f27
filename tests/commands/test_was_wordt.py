"""``protocol was-wordt``: a table of what changes and why, and every command of its guide."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from one_protocol import headed
from seeds import ROOT
from typed import Typed, typed

_GUIDE = ROOT / "docs" / "gebruik" / "was-wordt.md"
_OLD = (
    headed("Telefoons", "school")
    + """{#a1}
1. Leerlingen vanaf 12 jaar mogen hun telefoon in de pauze gebruiken.

{#a2}
2. De telefoon zit in de kluis.
"""
)
_NEW = _OLD.replace("12 jaar", "14 jaar")
_SINCE = ("--since", "versions/pesten/de-brug@2026-1.md")
_REASONS = "protocols/pesten/de-brug.waarom.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "protocols" / "pesten"
    folder.mkdir(parents=True)
    (folder / "de-brug.md").write_text(_OLD, "utf-8")
    assert typed("freeze", "pesten/de-brug", "2026-1", cwd=tmp_path).returncode == 0
    (folder / "de-brug.md").write_text(_NEW, "utf-8")
    (folder / "de-berg.md").write_text(_OLD.replace("De Brug", "De Berg"), "utf-8")
    return tmp_path


def _run(root: Path, *words: str) -> Typed:
    return typed("was-wordt", "protocols/pesten/de-brug.md", *words, cwd=root)


def _files(root: Path) -> dict[str, bytes]:
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_each_kind_of_file_is_written(root: Path, ending: str) -> None:
    done = _run(root, *_SINCE, "-o", f"uit.{ending}")
    assert (done.returncode, done.stdout) == (0, f"uit.{ending}\n")
    assert "Gewijzigd: 1." in done.stderr
    assert "Bij 1 wijziging staat nog niet waarom." in done.stderr
    begins = {"docx": b"PK", "pdf": b"%PDF", "html": b"<!DOCTYPE"}[ending]
    assert (root / f"uit.{ending}").read_bytes().startswith(begins)
    # What it says to do next can be typed.
    words = shlex.split(done.stderr.rpartition("Schrijf waarom: ")[2])
    assert typed(*words[words.index("reasons") :], cwd=root).stdout == f"{_REASONS}\n"


def test_the_reasons_stand_in_the_table_and_what_is_odd_is_told(root: Path) -> None:
    (root / _REASONS).write_text("reasons:\n  a1: {reason: Omdat, wording: ja}\n  x9: y\n", "utf-8")
    done = _run(root, *_SINCE, "-o", "uit.html")
    assert done.returncode == 1
    assert "Maar de leeftijd verandert." in done.stderr
    assert "'x9' is geen anker in deze tekst" in done.stderr
    html = (root / "uit.html").read_text("utf-8")
    assert "<p>Omdat</p>" in html
    assert "Maar de leeftijd verandert." in html


def test_reasons_beside_a_loose_file_are_read_and_written_there(root: Path) -> None:
    loose = root / "los"
    loose.mkdir()
    (loose / "oud.md").write_text(_OLD, "utf-8")
    (loose / "nieuw.md").write_text(_NEW, "utf-8")
    done = typed("reasons", "los/nieuw.md", "--since", "los/oud.md", cwd=root)
    assert done.stdout == "los/nieuw.waarom.yml\n", done.stderr
    path = loose / "nieuw.waarom.yml"
    path.write_text(path.read_text("utf-8").replace('reason: ""', "reason: De wet."), "utf-8")
    words = ("was-wordt", "los/nieuw.md", "--since", "los/oud.md", "-o", "uit.html")
    done = typed(*words, cwd=root)
    assert "zonder reden" not in done.stderr
    assert "De wet." in (root / "uit.html").read_text("utf-8")


def test_places_lead_to_the_website_where_one_is_named(root: Path) -> None:
    _run(root, *_SINCE, "-o", "uit.html", "--site", "https://x.nl/p/")
    html = (root / "uit.html").read_text("utf-8")
    assert 'href="https://x.nl/p/protocols/pesten/de-brug.html#a1"' in html
    assert 'href="https://x.nl/p/versions/pesten/de-brug@2026-1.html#a1"' in html
    (root / "conf.py").write_text('html_baseurl = "https://y.nl"\n', "utf-8")
    _run(root, *_SINCE, "-o", "uit.html", "--force")
    html = (root / "uit.html").read_text("utf-8")
    assert 'href="https://y.nl/protocols/pesten/de-brug.html#a1"' in html
    (root / "conf.py").write_text('html_baseurl = "javascript:alert(1)//"\n', "utf-8")
    _run(root, *_SINCE, "-o", "uit.html", "--force")
    assert "javascript" not in (root / "uit.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((*_SINCE,), "was-wordt-output"),
        ((*_SINCE, "-o", "uit.txt"), "was-wordt-output"),
        ((*_SINCE, "-o", "er.html"), "was-wordt-exists"),
        ((*_SINCE, "-o", "uit.html", "--site", "x.nl"), "was-wordt-site"),
        ((*_SINCE, "-o", "uit.html", "--site", "javascript:alert(1)"), "was-wordt-site"),
        ((*_SINCE, "-o", "uit.html", "--reasons", "weg.yml"), "file-missing"),
        ((*_SINCE, "-o", "x/../../uit.html"), "target-up"),
        (("--since", "weg.md", "-o", "uit.html"), "version-missing"),
        (("--since", "pesten/de-brug", "-o", "uit.html"), "version-twice"),
        (("-o", "uit.html"), "'--since' ontbreekt"),
    ],
)
def test_what_cannot_be_made_is_refused_and_files_stay(
    root: Path, words: tuple[str, ...], code: str
) -> None:
    (root / "er.html").write_text("x", "utf-8")
    before = _files(root)
    done = _run(root, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert code in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(root) == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("reasons:\n  a1: 'x\n", "yaml-syntax"),
        ("reasons:\n- a1\n", "yaml-shape"),
        ("format: 99\n", "format-newer"),
        ("since: {x.md: '2:ffffffffffffffff'}\n", "reasons-of-others"),
        ("\x00", "file-not-text"),
    ],
)
def test_reasons_that_cannot_be_read_stop_it(root: Path, text: str, code: str) -> None:
    (root / _REASONS).write_text(text, "utf-8")
    before = _files(root)
    done = _run(root, *_SINCE, "-o", "uit.html")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"[{code}]" in done.stderr
    assert _files(root) == before


def test_every_command_of_the_guide_works(root: Path) -> None:
    commands = [
        line
        for block in re.findall(r"```bash\n(.*?)```", _GUIDE.read_text("utf-8"), re.DOTALL)
        for line in block.splitlines()
    ]
    assert len(commands) > 5
    path = root / "protocols" / "pesten" / "de-brug.md"
    path.write_text(_OLD, "utf-8")
    (root / "versions" / "pesten" / "de-brug@2026-1.md").unlink()
    (root / "versions" / "versions.json").unlink()
    for line in commands:
        name, *words = shlex.split(line)
        done = typed(*words, cwd=root)
        assert (name, done.returncode) == ("protocol", 0), f"{line}: {done.stderr}"
        path.write_text(_NEW, "utf-8")
