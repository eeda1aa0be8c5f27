"""What is kept between builds is not read again, and says again what it said before."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from programs import Start
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
    project = make_project(tmp_path / "p")
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
    project = make_project(tmp_path / "p")
    path = project / "protocols" / "regels" / "bb.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  dated:", "  status: [\n  dated:", 1), "utf-8")
    first = _problems(command, project)
    assert any("bb.md" in line for line in first)
    assert _problems(command, project) == first
    path.write_text(text, "utf-8")
    assert not any("bb.md" in line for line in _problems(command, project))


def test_a_newer_version_of_ours_reads_every_page_again(
    tmp_path: Path, command: Command, start: Start
) -> None:
    project = make_project(tmp_path / "p")
    words = ["build", "-C", str(project)]
    older = (
        "import sys\n"
        "from protocolkit.site.engine import caching\n"
        "caching.own_code = lambda: 'older'\n"
        "from protocolkit.commands import run\n"
        f"sys.argv[1:] = {words}\n"
        "run()\n"
    )
    assert start(sys.executable, "-c", older).returncode == 0
    told = [command(*words).stderr for _ in range(2)]
    assert "4 gewijzigde pagina's lezen" in told[0]
    assert "4 gewijzigde pagina's lezen" not in told[1]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_draft_stays_off_however_many_processes_read(
    tmp_path: Path, command: Command, jobs: str
) -> None:
    project = make_project(tmp_path / "p", tuple("abcdefgh"))
    path = project / "protocols" / "regels" / "b.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  dated:", "  status: concept\n  dated:", 1), "utf-8")
    command("build", "-q", "-C", project, "-j", jobs)
    site = project / "_build" / "html"
    assert (site / "protocols" / "regels" / "a.html").is_file()
    assert not list(site.rglob("b.*"))
