"""What is not public yet stays off the site, unless it is named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from small_site import BuildSite, make_project, read_page, site_files
from warm import Command


def _set_status(project: Path, slug: str, status: str) -> None:
    path = project / "protocols" / "regels" / f"{slug}.md"
    text = re.sub(r"  status: .*\n", "", path.read_text("utf-8"))
    path.write_text(text.replace("  dated:", f"  status: {status}\n  dated:", 1), "utf-8")


def test_a_draft_stays_off_the_site(tmp_path: Path, build_site: BuildSite) -> None:
    """Also when it was on it before."""
    drafts = {"bb": "concept", "cc": "voorgenomen besluit", "dd": "voorgelegd"}
    project = make_project(tmp_path / "p", ("aa", *drafts))
    build_site(project)
    for slug, status in drafts.items():
        _set_status(project, slug, status)
    site = build_site(project)
    for slug in drafts:
        assert not [name for name in site_files(site) if f"/{slug}" in name]
        telling = [
            name
            for name, content in site_files(site).items()
            if f"Stichting {slug}".encode() in content
            and not name.endswith((".pdf", ".docx", ".xlsx"))
        ]
        assert telling == []
        assert not read_page(site, "docs/uitleg.html").select(f"article a[href*={slug}]")


def test_what_leads_to_a_subject_of_drafts_alone_is_words(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    shutil.rmtree(project / "docs")
    words = "# Begin\n\n{protocol:comparison}`Leg ze naast elkaar <regels>`.\n"
    (project / "index.md").write_text(words, "utf-8")
    for path in (project / "protocols" / "regels").glob("*.md"):
        _set_status(project, path.stem, "voorgelegd")
    page = read_page(build_site(project), "index.html")
    assert "Leg ze naast elkaar." in page.text
    assert not page.select("article a[href*=vergelijken]")


def test_a_draft_that_is_named_is_shown_as_such(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    _set_status(project, "bb", "concept")
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('protocolkit_include_drafts = ["regels/bb"]\n')
    site = build_site(project)
    page = read_page(site, "protocols/regels/bb.html")
    assert page.select("meta[name=robots][content=noindex]")
    assert [mark.text for mark in page.select(".title-block .draft-mark")] == ["concept"]
    comparison = read_page(site, "vergelijken/regels/index.html")
    assert comparison.select("thead .draft-mark")
    assert comparison.select("meta[name=robots][content=noindex]")
    assert not read_page(site, "protocols/regels/aa.html").select("meta[name=robots]")


def test_a_status_that_cannot_be_read_counts_as_a_draft(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p")
    _set_status(project, "bb", "konsept")
    target = tmp_path / "html"
    done = command("build", "-C", project, "-o", target)
    assert done.returncode == 1
    assert "dit document blijft van de website" in done.stderr
    assert not (target / "protocols" / "regels" / "bb.html").exists()
    assert (target / "protocols" / "regels" / "aa.html").exists()


def test_the_build_for_a_council_takes_every_draft_along(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p")
    _set_status(project, "bb", "voorgelegd")
    site = build_site(project, "--with-drafts")
    page = read_page(site, "protocols/regels/bb.html")
    assert page.select("meta[name=robots][content=noindex]")
    assert (site / "downloads" / "regels" / "bb.pdf").is_file()
