"""What is kept between builds is not read again, and says again what it said before."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from protocolkit.site.engine import caching
from protocolkit.site.engine.caching import PAPER_KEYS, SEAL
from small_site import make_project
from warm import Command


def _problems(command: Command, project: Path) -> list[str]:
    """Build a project; return the problems that it reports."""
    done = command("build", "-q", "-C", project)
    assert "Traceback" not in done.stderr
    return sorted(line for line in done.stderr.splitlines() if "protocols/" in line)


def test_a_topics_file_is_reported_again_while_it_stays_the_same(
    tmp_path: Path, command: Command
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    topics = project / "protocols" / "regels" / "topics.yml"
    text = topics.read_text("utf-8")
    topics.write_text(text.replace("theme: t", "theme: weg"), "utf-8")
    first = _problems(command, project)
    assert any("topics.yml" in line and "weg" in line for line in first)
    page = project / "protocols" / "regels" / "aa.md"
    page.write_text(page.read_text("utf-8").replace("Een noot", "Een andere noot"), "utf-8")
    assert _problems(command, project) == first
    topics.write_text(text, "utf-8")
    assert not any("weg" in line for line in _problems(command, project))


def test_a_status_that_cannot_be_read_is_reported_again(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    path = project / "protocols" / "regels" / "bb.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  dated:", "  status: [\n  dated:", 1), "utf-8")
    first = _problems(command, project)
    assert any("bb.md" in line for line in first)
    assert _problems(command, project) == first
    path.write_text(text, "utf-8")
    assert not any("bb.md" in line for line in _problems(command, project))


_ALL_READ = "4 gewijzigde pagina's lezen"


_OLDER = """\
from protocolkit.base import cache
from protocolkit.commands import run
from protocolkit.site.engine import caching
cache.origin = caching.origin = lambda: "older"
run()
"""


def test_another_version_of_ours_reads_every_page_again(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    words = ("build", "-C", project)
    assert command(*words, code=_OLDER).returncode == 0
    assert _ALL_READ in command(*words).stderr
    assert _ALL_READ not in command(*words).stderr


def _states(folder: Path) -> Path:
    """Write what stands beside a site after a build, as far as it is read again."""
    (folder / "templates").mkdir(parents=True)
    (folder / "docs").mkdir()
    for name in ("environment.pickle", "docs/a.doctree", "templates/b.cache", PAPER_KEYS):
        (folder / name).write_bytes(b"left by a build")
    caching.seal_state(folder)
    return folder


def _there(states: Path) -> set[str]:
    return {path.name for path in states.rglob("*") if path.is_file()} - {SEAL}


def test_what_the_last_build_left_is_used(tmp_path: Path) -> None:
    states = _states(tmp_path / "states")
    caching.forget_strange(states)
    assert _there(states) == {"environment.pickle", "a.doctree", "b.cache", PAPER_KEYS}


@pytest.mark.parametrize(
    "name", ["environment.pickle", "docs/a.doctree", "templates/b.cache", PAPER_KEYS]
)
def test_a_state_that_somebody_changed_is_forgotten(tmp_path: Path, name: str) -> None:
    states = _states(tmp_path / "states")
    (states / name).write_bytes(b"put by another")
    caching.forget_strange(states)
    assert not _there(states)


@pytest.mark.parametrize("name", ["new.doctree", "docs/new.doctree", "templates/new.cache"])
def test_a_state_to_which_somebody_added_is_forgotten(tmp_path: Path, name: str) -> None:
    states = _states(tmp_path / "states")
    (states / name).write_bytes(b"put by another")
    caching.forget_strange(states)
    assert not _there(states)


def test_the_state_of_a_build_that_was_not_finished_is_forgotten(tmp_path: Path) -> None:
    states = _states(tmp_path / "states")
    (states / SEAL).unlink()
    caching.forget_strange(states)
    assert not _there(states)


def test_a_state_that_came_from_elsewhere_is_forgotten(tmp_path: Path) -> None:
    states = tmp_path / "copy"
    shutil.copytree(_states(tmp_path / "states"), states)
    caching.forget_strange(states)
    assert not _there(states)


_RUNS = b"cbuiltins\nexec\n(S'open(%r, \"w\")'\ntR."


def test_a_build_trusts_its_own_files_only(tmp_path: Path, command: Command) -> None:
    project, ran = make_project(tmp_path / "p", has_paper=False), tmp_path / "ran"
    words = ("build", "-C", project)
    path = project / "protocols" / "regels" / "aa.md"
    text, times = path.read_text("utf-8"), path.stat()
    path.write_text(text.replace("Een noot", "Een andere noot"), "utf-8")
    command(*words)
    # An older text with its older time.
    path.write_text(text, "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert _ALL_READ not in command(*words).stderr
    page = project / "_build" / "html" / "protocols" / "regels" / "aa.html"
    assert "Een andere noot" not in page.read_text("utf-8")
    states = project / "_build" / ".html.doctrees"
    (states / "environment.pickle").write_bytes(_RUNS % str(ran).encode())
    assert _ALL_READ in command(*words).stderr
    assert not ran.exists()


def test_our_own_pages_are_drawn_by_templates_that_an_earlier_build_compiled(
    tmp_path: Path, command: Command
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    _problems(command, project)
    compiled = (project / "_build" / ".html.doctrees" / "templates").glob("*.cache")
    assert any(b"matrix.html" in path.read_bytes() for path in compiled)


_KINDS = {
    *("boards", "checks", "composer", "downloads", "fragments", "judged", "norms", "pairs"),
    "paper",
    *(
        "questions",
        "remembered",
        "samples",
        "take-along",
        "template",
        "template-norms",
        "template-text",
    ),
    *("told", "topic-json", "topics"),
}


def test_fresh_makes_all_that_is_kept_anew(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p")
    words = ("build", "-C", project)
    first = command(*words).stderr
    cache = project / ".cache" / "protocolkit"
    kinds = {path.parent.name for path in cache.rglob("*.value")}
    assert kinds == _KINDS
    (cache / "judged" / "strange.value").write_bytes(b"")
    fresh = command(*words, "--fresh").stderr
    assert not (cache / "judged" / "strange.value").exists()
    for said in (_ALL_READ, "Bestanden maken om te downloaden: 10"):
        assert said in first
        assert said in fresh


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_draft_stays_off_however_many_processes_read(
    tmp_path: Path, command: Command, jobs: str
) -> None:
    project = make_project(tmp_path / "p", tuple("abcdefgh"), has_paper=False)
    path = project / "protocols" / "regels" / "b.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  dated:", "  status: concept\n  dated:", 1), "utf-8")
    command("build", "-q", "-C", project, "-j", jobs)
    site = project / "_build" / "html"
    assert (site / "protocols" / "regels" / "a.html").is_file()
    assert not list(site.rglob("b.*"))
