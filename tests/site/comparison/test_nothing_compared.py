"""Where no topic has a clause yet, the comparison is no paper: it would be an empty sheet."""

from __future__ import annotations

from pathlib import Path

from small_site import BuildSite, make_project, read_page, site_files
from warm import Command


def test_paper_of_a_comparison_comes_with_its_first_clause(
    tmp_path: Path, build_site: BuildSite, command: Command
) -> None:
    project = make_project(tmp_path / "p")
    whole = build_site(project)
    papers = {f"downloads/regels/matrix.{one}" for one in ("pdf", "docx")}
    assert papers <= site_files(whole).keys()
    topics = project / "protocols" / "regels" / "topics.yml"
    text = (
        topics.read_text("utf-8")
        .replace('["art-1"]', "[]")
        .replace('["art-4"', '["art-1", "art-4"')
    )
    topics.write_text(text, "utf-8")
    site = whole
    done = command("build", "-q", "-C", project, "-o", site)
    assert (done.returncode, "topic-empty" in done.stdout + done.stderr) == (1, True)
    assert not papers & site_files(site).keys()
    links = {one["href"] for one in read_page(site, "vergelijken/regels/index.html").select("a")}
    assert not [one for one in links if "matrix.pdf" in one or "matrix.docx" in one]
