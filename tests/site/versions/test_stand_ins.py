"""What holds is found first while another text of a protocol is on its way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kept_site import keep, protocol_file, rewrite
from small_site import BuildSite, make_project, read_page, site_files
from warm import Command

BuildAnyway = Callable[..., Path]
_ASKED = """\
  approvals:
    - {body: GMR, right: instemming, sent: 2026-05-01, before: 2026-06-12, fingerprint: "2:00ff"}
"""
_PAGE = "protocols/regels/aa.html"


@pytest.fixture
def build_anyway(command: Command) -> BuildAnyway:
    """Return what builds a site of which a check has something to say, such as what a draft has."""

    def build(folder: Path, *options: str, out: str = "out") -> Path:
        target = folder.parent / f"{folder.name}-{out}" / "html"
        assert "Traceback" not in command("build", "-C", folder, "-o", target, *options).stderr
        return target

    return build


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in which a change of what holds is before a council."""
    project = make_project(tmp_path_factory.mktemp("standin") / "p")
    rewrite(project, ("  dated: 2020-01\n", "  status: in werking\n  valid_from: 2024-08-01\n"))
    keep(project, "2024-1")
    rewrite(project, ("Eerste regel", "Eerste geheime regel"))
    rewrite(project, ("status: in werking\n", f"status: voorgelegd\n{_ASKED}"))
    rewrite(project, ("{#los}", "{#nieuw}\n5. Een geheime bepaling erbij.\n\n{#los}"))
    topics = protocol_file(project).parent / "topics.yml"
    text = topics.read_text("utf-8")
    answered = '"aa": ["art-1"'
    assert answered in text
    topics.write_text(text.replace(answered, f'{answered}, "nieuw"'), "utf-8")
    return project


@pytest.fixture(scope="module")
def site(project: Path, build_site: BuildSite) -> Path:
    return build_site(project)


def test_the_page_of_the_protocol_has_the_text_that_holds(site: Path) -> None:
    page = read_page(site, _PAGE)
    text = page.get_text(" ", strip=True)
    assert "Eerste regel" in text
    assert "in werking" in text
    row = next(row for row in read_page(site, "index.html").select("table.overview tr")[1:])
    said = row.get_text(" ", strip=True)
    assert "in werking" in said
    assert "voor:" not in said
    assert row.select("a")[0]["href"] == _PAGE
    assert (site / "downloads" / "regels" / "aa.pdf").is_file()


def test_nothing_of_what_is_on_its_way_is_on_the_site(site: Path) -> None:
    for name, content in site_files(site).items():
        assert b"geheime" not in content, name
        assert b"12 juni 2026" not in content, name


def test_named_in_the_build_the_change_stands_beside_what_holds(
    project: Path, build_anyway: BuildAnyway
) -> None:
    named = build_anyway(project, "--with-drafts", out="all")
    row = read_page(named, "index.html").select("table.overview tr")[1]
    first, beside = row.select("a")[:2]
    assert first["href"] == "versions/regels/aa@2024-1.html"
    assert beside["href"] == _PAGE
    assert "Er ligt een wijziging voor: voorgelegd" in row.get_text(" ", strip=True)
    assert "Eerste geheime regel" in read_page(named, _PAGE).get_text()
    [lead] = read_page(named, first["href"]).select(".version-note")
    assert "Er is ook een andere tekst: voorgelegd" in lead.get_text()
    [note] = read_page(named, _PAGE).select(".version-note")
    assert "Lees de tekst die geldt" in note.get_text()


def test_a_version_that_somebody_changed_stands_in_for_nothing(
    tmp_path: Path, build_anyway: BuildAnyway
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    rewrite(project, ("  dated: 2020-01\n", "  status: in werking\n  valid_from: 2024-08-01\n"))
    kept = keep(project, "2024-1")
    rewrite(project, ("status: in werking", "status: concept"))
    build_anyway(project)
    kept.write_text(kept.read_text("utf-8").replace("Eerste", "Andere"), "utf-8")
    again = build_anyway(project)
    assert not (again / _PAGE).exists(), "an incremental build follows"
    kept.write_text(kept.read_text("utf-8").replace("Andere", "Eerste"), "utf-8")
    assert (build_anyway(project) / _PAGE).exists()
    rewrite(project, ("status: concept", "status: in werking"))
    rewrite(project, ("Eerste regel", "Eerste nieuwe regel"))
    assert "Eerste nieuwe regel" in read_page(build_anyway(project), _PAGE).get_text()


def test_a_version_of_which_the_adoption_was_taken_back_is_not_published(
    tmp_path: Path, build_anyway: BuildAnyway
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    adopted = "{body: CvB, right: vaststelling, decision: vastgesteld, version: v1}"
    rewrite(project, ("  dated: 2020-01\n", f"  status: vastgesteld\n  approvals: [{adopted}]\n"))
    keep(project, "v1")
    assert (build_anyway(project) / "versions/regels/aa@v1.html").exists()
    mended = "mended: [{date: 2026-06-01, was: besluit, reason: fout}]"
    back = f"{{body: CvB, right: vaststelling, version: v1, {mended}}}"
    rewrite(project, ("status: vastgesteld", "status: concept"), (adopted, back))
    again = build_anyway(project)
    assert not (again / _PAGE).exists()
    assert not (again / "versions/regels/aa@v1.html").exists(), "an incremental build follows"
    named = build_anyway(project, "--with-drafts", out="all")
    assert "vastgesteld" not in read_page(named, "index.html").get_text()
