"""A miniature site: what the Sphinx extension does, seen from its output."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from seeds import SLUGS
from small_site import BuildSite, make_project, read_page, site_files
from warm import Command


def test_markers_are_text_in_one_list_per_run(plain_site: Path) -> None:
    page = read_page(plain_site, "protocols/regels/aa.html")
    lists = page.select("ul.clauses")
    assert [[m.text for m in found.select(".clause-marker")] for found in lists] == [
        ["1.", "4.", "14a."]
    ]
    assert lists[0]["role"] == "list"
    assert [item["id"] for item in lists[0].select("li")] == ["art-1", "art-4", "los"]


def test_links_lead_to_clauses_in_and_across_documents(plain_site: Path) -> None:
    page = read_page(plain_site, "protocols/regels/bb.html")
    links = [a["href"] for a in page.select("#art-1 a.reference")]
    assert links == ["#art-4", "aa.html#art-1"]


def test_the_role_of_docs_gives_the_label_unless_a_text_is_given(plain_site: Path) -> None:
    links = read_page(plain_site, "docs/uitleg.html").select("article a.reference.internal")
    assert [(a.text, a["href"]) for a in links] == [
        ("Stichting aa, 1.4", "../protocols/regels/aa.html#art-4"),
        ("zo", "../protocols/regels/bb.html#art-1"),
    ]


def test_text_is_not_made_prettier(plain_site: Path) -> None:
    clause = read_page(plain_site, "protocols/regels/aa.html").select_one("#art-4 p")
    assert clause is not None
    text = " ".join(clause.text.split())
    assert text == 'Vierde "regel"[1] -- met ... en <b>opmaak</b> {{ 7 * 7 }} die tekst blijft.#'


def test_a_note_is_called_twice_and_leads_back_twice(plain_site: Path) -> None:
    page = read_page(plain_site, "protocols/regels/aa.html")
    assert len(page.select("a.footnote-reference[href='#noot-1']")) == 2
    note = page.select_one("aside#noot-1")
    assert note is not None
    assert len(note.select("[role='doc-backlink']")) == 2


def test_the_comparison_is_a_real_table(plain_site: Path) -> None:
    page = read_page(plain_site, "vergelijken/regels/index.html")
    table = page.select_one("table.matrix")
    assert table is not None
    assert table.caption is not None
    assert [th.a.text for th in table.select("thead th[scope=col] ") if th.a] == [
        "Stichting aa",
        "Stichting bb",
    ]
    assert table.select("tbody th[scope=row]")
    links = [a["href"] for a in table.select("a.cell-label")]
    assert links == ["../../protocols/regels/aa.html#art-1", "../../protocols/regels/bb.html#art-1"]


def test_every_link_inside_the_site_exists(built_site: Path) -> None:
    broken = []
    for page in built_site.rglob("*.html"):
        soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
        for link in soup.select("a[href]"):
            target, _, anchor = str(link["href"]).partition("#")
            if "://" in target or target.startswith("mailto:"):
                continue
            # the page for any address leads from the root
            above = built_site if target.startswith("/") else page.parent
            file = (above / target.lstrip("/")).resolve() if target else page
            if not file.is_file() or (
                anchor
                and file.suffix == ".html"
                and f'id="{anchor}"' not in file.read_text("utf-8")
            ):
                broken.append((page.name, link["href"]))
    assert broken == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_says_what_it_is(built_site: Path, slug: str) -> None:
    page = read_page(built_site, f"protocols/sociale-media/{slug}.html")
    block = page.select_one(".title-block")
    assert block is not None
    assert "Niet de officiële versie; kan zijn vervangen." in block.text
    assert [a["href"] for a in block.select("a.download")] == [
        f"../../downloads/sociale-media/{slug}.pdf",
        f"../../downloads/sociale-media/{slug}.docx",
    ]
    assert [a.text for a in block.select("a.download")] == [
        "Downloaden als PDF",
        "Downloaden als Word",
    ]
    closing = page.select_one(".protocol ~ .title-block-end")
    assert closing is not None
    assert "Klopt er iets niet" in closing.text
    assert "Verwijs zo:" in closing.text


def test_nothing_on_the_site_asks_the_network(built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
        sources = [
            node.get("src") or node.get("href")
            for node in soup.select("script[src], img, link[href], iframe")
        ]
        assert not [s for s in sources if s and str(s).startswith(("http:", "https:", "//"))]


def test_two_processes_make_the_same_bytes_as_one(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p", tuple("abcdefgh"))
    (project / "docs" / "uitleg.md").write_text("# Uitleg\n", "utf-8")
    one = build_site(project, "-j", "1", out="one")
    two = build_site(project, "-j", "2", out="two")
    assert site_files(one) == site_files(two)


def test_a_sign_without_a_font_takes_no_paper_away(tmp_path: Path, command: Command) -> None:
    project = make_project(tmp_path / "p")
    path = project / "protocols" / "regels" / "bb.md"
    path.write_text(path.read_text("utf-8").replace("Eerste", "\U0001f600 Eerste"), "utf-8")
    target = tmp_path / "html"
    done = command("build", "-C", project, "-o", target)
    assert done.returncode == 1
    assert "protocols/regels/bb.md:" in done.stderr
    assert "U+1F600" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in target.rglob("downloads/regels/*.*")) == [
        "aa.docx", "aa.pdf", "bb.docx", "bb.pdf", "matrix-komma.csv", "matrix.csv", "matrix.docx",
        "matrix.json", "matrix.pdf", "matrix.xlsx", "voorbeeldprotocol-kort.docx",
        "voorbeeldprotocol-kort.md", "voorbeeldprotocol-kort.pdf", "voorbeeldprotocol.docx",
        "voorbeeldprotocol.md", "voorbeeldprotocol.pdf",
    ]  # fmt: skip


def test_a_changed_topics_file_reaches_the_site(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p")
    build_site(project)
    topics = project / "protocols" / "regels" / "topics.yml"
    topics.write_text(topics.read_text("utf-8").replace("Mag dit?", "Moet dit?"), "utf-8")
    site = build_site(project)
    assert "Moet dit?" in (site / "vergelijken" / "regels" / "index.html").read_text("utf-8")
    assert "Moet dit?" in (site / "downloads" / "regels" / "matrix.csv").read_text("utf-8")
