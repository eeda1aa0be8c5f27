"""``protocol redline``: one file of two versions, and clear refusals that leave files alone."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from programs import Git
from protocolkit.paper.redline.proof import differing
from protocolkit.paper.redline.revisions import Choice
from protocolkit.reading.reader import read_protocol
from redlines import HEAD, MAIN, NS, part, text_of, written
from typed import Typed, typed

_OLD = HEAD + "{#a}\n1. Het hek opent om acht uur.\n"
_NEW = HEAD.replace("status: vastgesteld", "status: vastgesteld\n  dated: 2026-02-03") + (
    "{#a}\n1. Het hek opent om half acht.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two versions of a protocol."""
    (tmp_path / "oud.md").write_text(_OLD, "utf-8")
    (tmp_path / "nieuw.md").write_text(_NEW, "utf-8")
    return tmp_path


def _run(folder: Path, *words: str) -> Typed:
    return typed("redline", *words, cwd=folder)


@pytest.mark.parametrize("ending", ["docx", "pdf", "html"])
def test_each_kind_of_file_is_written(folder: Path, ending: str) -> None:
    done = _run(folder, "oud.md", "nieuw.md", "-o", f"uit.{ending}")
    assert (done.returncode, done.stdout.strip()) == (0, f"uit.{ending}")
    assert "Woorden en leestekens weg: 1; erbij: 1." in done.stderr
    content = (folder / f"uit.{ending}").read_bytes()
    assert content.startswith({"docx": b"PK", "pdf": b"%PDF", "html": b"<!DOCTYPE"}[ending])


def test_author_and_date_are_those_of_the_new_version_unless_given(folder: Path) -> None:
    def said(*words: str) -> tuple[set[str], set[str]]:
        assert _run(folder, "oud.md", "nieuw.md", "-o", "x.docx", "--force", *words).returncode == 0
        body = part((folder / "x.docx").read_bytes(), "document.xml")
        marks = body.xpath("//w:ins|//w:del", namespaces=NS)
        names = {mark.get(f"{{{MAIN}}}author") for mark in marks}
        return names, {mark.get(f"{{{MAIN}}}date", "") for mark in marks}

    assert said() == ({"De Mus"}, {"2026-02-03T00:00:00Z"})
    given = said("--author", "Werkgroep", "--date", "2026-05-06")
    assert given == ({"Werkgroep"}, {"2026-05-06T00:00:00Z"})


def test_a_folder_that_is_made_is_told(folder: Path) -> None:
    done = _run(folder, "oud.md", "nieuw.md", "-o", "tikfout/x.docx")
    assert "nieuwe map gemaakt: tikfout" in done.stderr
    done = _run(folder, "oud.md", "nieuw.md", "-o", "tikfout/y.docx")
    assert "nieuwe map" not in done.stderr


def test_a_date_that_is_not_known_is_not_made_up(folder: Path) -> None:
    done = _run(folder, "nieuw.md", "oud.md", "-o", "x.docx")
    assert "De wijzigingen hebben geen datum" in done.stderr
    marks = part((folder / "x.docx").read_bytes(), "document.xml")
    assert not marks.xpath("//@*[local-name()='date']")


def test_a_month_is_told_as_a_date_that_is_no_day(folder: Path) -> None:
    (folder / "maand.md").write_text(_NEW.replace("2026-02-03", "2026-02"), "utf-8")
    done = _run(folder, "oud.md", "maand.md", "-o", "x.docx")
    assert "die van de nieuwe versie is geen dag: 2026-02. Geef er een: --date" in done.stderr
    assert "heeft er geen" not in done.stderr


def test_a_revision_of_git_and_a_word_file_are_versions_too(folder: Path, git: Git) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "oud.md")
    git(folder, "commit", "-qm", "eerste")
    (folder / "oud.md").write_text(_NEW, "utf-8")
    assert _run(folder, "oud.md@HEAD", "oud.md", "-o", "a.docx").returncode == 0
    new = read_protocol(folder / "oud.md").protocol
    wanted = text_of(written(new))
    assert differing(text_of((folder / "a.docx").read_bytes()), wanted, Choice.ACCEPT) is None
    (folder / "oud.docx").write_bytes(written(read_protocol(folder / "nieuw.md").protocol))
    done = _run(folder, "oud.md@HEAD", "oud.docx", "-o", "b.html")
    assert done.returncode == 0, done.stderr
    assert "half" in (folder / "b.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["oud.md", "nieuw.md"], "--output wijzigingen.docx"),
        (["oud.md", "nieuw.md", "-o", "uit.txt"], "redline-output"),
        (["oud.md", "weg.md", "-o", "uit.docx"], "weg.md"),
        (["oud.md@weg", "nieuw.md", "-o", "uit.docx"], "version-no-git"),
        (["oud.md", "nieuw.md", "-o", "oud.docx"], "redline-exists"),
        (["oud.md", "nieuw.md", "-o", "uit.docx", "--date", "3 mei"], "redline-date"),
        (["niets", "los.md", "-o", "uit.docx"], "redline-author"),
        (["niets", "los.md", "-o", "uit.docx", "--author", " "], "redline-author-empty"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_cure(
    folder: Path, git: Git, words: list[str], message: str
) -> None:
    (folder / "oud.docx").write_bytes(b"van iemand")
    (folder / "los.md").write_text("---\nprotocol:\n  title: Los\n---\n# Los\n", "utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = _run(folder, *words)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_file_opens(folder: Path) -> None:
    _run(folder, "oud.md", "nieuw.md", "-o", "x.docx")
    document = docx.Document(io.BytesIO((folder / "x.docx").read_bytes()))
    assert "Wat er is gewijzigd" in [one.text for one in document.paragraphs]
