"""An incremental build equals a build from nothing, byte for byte, whatever changed."""

from __future__ import annotations

import shutil
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

from ruamel.yaml import YAML

from programs import Start
from seeds import ROOT
from small_site import make_project, site_files
from warm import Command

_SMALL = Path("protocols") / "regels"
_BOARDS = ("oponoa", "verkruisen")


def _repository(folder: Path) -> Path:
    """Copy this repository with two of its boards and one page of its guide: all takes long."""
    guide = folder / "docs" / "gebruik"
    guide.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "gebruik" / "bronformaat.md", guide)
    (guide / "index.md").write_text("# Uitleg\n\n```{toctree}\nbronformaat\n```\n", "utf-8")
    for name in ("conf.py", "index.md"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "templates", folder / "templates")
    subject = folder / "protocols" / "sociale-media"
    subject.mkdir(parents=True)
    for slug in _BOARDS:
        shutil.copy(ROOT / "protocols" / subject.name / f"{slug}.md", subject)
    yaml = YAML(typ="safe")
    topics = yaml.load(ROOT / "protocols" / subject.name / "topics.yml")
    for topic in topics["topics"]:
        topic["clauses"] = {b: own for b, own in topic["clauses"].items() if b in _BOARDS}
    topics["topics"] = [topic for topic in topics["topics"] if topic["clauses"]]
    topics["alone"] = {b: own for b, own in topics["alone"].items() if b in _BOARDS}
    yaml.dump(topics, subject / "topics.yml")
    return folder


def _differences(one: Path, other: Path) -> list[str]:
    """Return the names of files that are not in both folders with the same bytes."""
    left, right = site_files(one), site_files(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _edit(folder: Path) -> None:
    _replace(folder / _SMALL / "bb.md", "Eerste regel", "Andere regel")


def _rename_organisation(folder: Path) -> None:
    _replace(folder / _SMALL / "aa.md", "name: Stichting aa", "name: Stichting Anders")


def _change_title(folder: Path) -> None:
    _replace(folder / _SMALL / "aa.md", "# Protocol aa", "# Andere titel")


def _change_topics(folder: Path) -> None:
    _replace(folder / _SMALL / "topics.yml", "title: Mag dit?", "title: Kan dit?")


def _rename_file(folder: Path) -> None:
    (folder / _SMALL / "cc.md").rename(folder / _SMALL / "dd.md")


def _delete(folder: Path) -> None:
    (folder / _SMALL / "dd.md").unlink()


def test_incremental_equals_from_nothing(tmp_path: Path, command: Command) -> None:
    """Change after change, each on top of those before; a stranger's file is left alone."""
    folder = make_project(tmp_path / "map", ("aa", "bb", "cc"))
    kept, fresh = tmp_path / "out" / "html", tmp_path / "fresh" / "html"
    command("build", "-C", folder, "-o", kept)
    strange = kept / "downloads" / "eigen.txt"
    strange.write_text("van mij", "utf-8")
    for change in (
        _edit,
        _rename_organisation,
        _change_title,
        _change_topics,
        _rename_file,
        _delete,
    ):
        before = site_files(kept)
        change(folder)
        command("build", "-C", folder, "-o", kept)
        assert site_files(kept) != before, change.__name__
        command("build", "-C", folder, "-o", fresh, "--fresh")
        assert _differences(kept, fresh) == ["downloads/eigen.txt"], change.__name__
    assert strange.read_text("utf-8") == "van mij"
    assert (fresh / "downloads" / "regels" / "aa.pdf").is_file()
    assert not list(kept.rglob("dd*"))


def _far_away() -> str:
    """Return a time zone nine hours from here in which it is the same day: pages tell the day."""
    now = datetime.now().astimezone()
    here = now.utcoffset() or timedelta()
    there = here + timedelta(hours=9 if now.hour < 14 else -9)
    # what stands behind the name is how far west it lies
    return f"XYZ{-there // timedelta(hours=1):+d}"


def test_the_same_bytes_bit_by_bit_and_elsewhere(
    tmp_path: Path, command: Command, start: Start
) -> None:
    """What was changed here is made from nothing in another folder, locale and time zone."""
    here, there = _repository(tmp_path / "map"), tmp_path / "een heel andere map é"
    kept, other = tmp_path / "html", tmp_path / "elders" / "html"
    command("build", "-C", here, "-o", kept)
    subject = here / "protocols" / "sociale-media"
    _replace(subject / "verkruisen.md", "geen vertrouwelijke", "geen geheime")
    _replace(subject / "oponoa.md", "name: Stichting OPONOA", "name: Stichting Anders")
    command("build", "-C", here, "-o", kept)
    shutil.copytree(here, there, ignore=shutil.ignore_patterns(".cache"))
    abroad = ("LANG=en_US.UTF-8", "LANGUAGE=en", "LC_ALL=C", f"TZ={_far_away()}")
    start("env", *abroad, sys.executable, "-m", "protocolkit", "build", "-C", there, "-o", other)
    assert (other / "downloads" / "sociale-media" / "matrix.xlsx").is_file()
    assert _differences(kept, other) == []


def test_paper_is_made_again_when_it_is_not_as_it_would_be(
    tmp_path: Path, command: Command
) -> None:
    project = make_project(tmp_path / "p")
    words = ("build", "-C", project, "-o", tmp_path / "html")
    assert "Bestanden maken om te downloaden: 10" in command(*words).stderr
    before = site_files(tmp_path / "html")
    assert "pdf-" not in command(*words).stderr
    papers = tmp_path / "html" / "downloads" / "regels"
    damaged = papers / "aa.docx"
    damaged.write_bytes(damaged.read_bytes()[:1000])
    (papers / "bb.pdf").unlink()
    assert "Bestanden maken om te downloaden: 2" in command(*words).stderr
    assert site_files(tmp_path / "html") == before
    _edit(project)
    # Those of the protocol, of the comparison and of the template.
    assert "Bestanden maken om te downloaden: 6" in command(*words).stderr


def test_paper_that_cannot_be_made_any_more_is_withdrawn(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p")
    words = ("build", "-C", project, "-o", tmp_path / "html")
    command(*words)
    paper = tmp_path / "html" / "downloads" / "regels" / "aa.pdf"
    assert paper.is_file()
    broken = project / "templates" / "typst" / "protocol.typ"
    broken.parent.mkdir(parents=True)
    broken.write_text("#panic()", "utf-8")
    before = site_files(tmp_path / "html")
    assert b'downloads/regels/aa.pdf"' in before["protocols/regels/aa.html"]
    for _ in range(2):
        assert "pdf-template" in command(*words).stderr
        assert not paper.exists()
        assert paper.with_suffix(".docx").is_file()
        pages = site_files(tmp_path / "html")
        for name in ("aa.pdf", "voorbeeldprotocol.pdf"):
            telling = [page for page, content in pages.items() if f'{name}"'.encode() in content]
            assert telling == []
        assert b'downloads/regels/aa.docx"' in pages["protocols/regels/aa.html"]
        assert b'matrix.pdf"' in pages["vergelijken/regels/index.html"]
    fresh = ("build", "-C", project, "-o", tmp_path / "fresh" / "html", "--fresh")
    command(*fresh)
    assert site_files(tmp_path / "fresh" / "html") == pages
    broken.unlink()
    command(*words)
    assert site_files(tmp_path / "html") == before


_DYING = """
def setup(app):
    import os, pathlib, signal
    def die(at):
        def maybe(*_):
            if (pathlib.Path(app.srcdir) / "dood").read_text() == at:
                os.kill(os.getpid(), signal.SIGKILL)
            return []
        return maybe
    app.connect("html-collect-pages", die("pages"), priority=1)
    app.connect("build-finished", die("index"), priority=1)
"""


def test_a_build_that_was_killed_leaves_nothing_stale(tmp_path: Path, command: Command) -> None:
    """Between the pages and the search index, and before what stands beside them is tidied."""
    project, out = make_project(tmp_path / "p"), tmp_path / "out" / "html"
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(_DYING)
    subject = project / "protocols" / "regels"
    text = (subject / "aa.md").read_text("utf-8")

    def build(target: Path, dies: str, *more: str) -> None:
        (project / "dood").write_text(dies, "utf-8")
        done = command("build", "-C", project, "-o", target, *more)
        assert done.returncode == (-signal.SIGKILL if dies else 0), done.stderr

    build(out, "")
    for dies, word in (("pages", "Zeldzaam"), ("index", "Wonderlijk")):
        (subject / "aa.md").write_text(text.replace("Eerste regel", f"{word} woord"), "utf-8")
        # Only the build that is killed makes a page of this one.
        (subject / "cc.md").write_text(text.replace("aa", "cc"), "utf-8")
        build(out, dies)
        assert list(out.rglob("cc.html"))
        (out / "downloads" / f".half.pdf.{2**22 + 1}.beside").write_bytes(b"half")
        (subject / "cc.md").unlink()
    build(out, "")
    build(tmp_path / "fresh" / "html", "", "--fresh")
    left, fresh = site_files(out), site_files(tmp_path / "fresh" / "html")
    assert sorted(left) == sorted(fresh)
    assert [name for name in fresh if left[name] != fresh[name]] == []
    assert b"wonder" in left["searchindex.js"]
    assert b"zeldza" not in left["searchindex.js"]
