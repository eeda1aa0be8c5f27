"""Front page, menu and the order of headings; what a page leaves to the visitor's clock."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from bs4 import BeautifulSoup

from seeds import SLUGS
from small_site import BuildSite, make_project, read_page


def test_there_is_no_empty_index_and_no_source(plain_site: Path) -> None:
    assert not (plain_site / "genindex.html").exists()
    assert not list(plain_site.glob("_sources/**/*.*"))


_PAGES_OF_SUBJECT = ("Vergelijken", "Voorbeeldprotocol", "Protocol opstellen")


def test_headings_and_landmarks_are_in_order(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
        levels = [int(heading.name[1]) for heading in soup.select("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        steps = pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), path
        assert len(soup.select("[role=main]")) == 1


def test_the_front_page_leads_every_visitor_on(built_site: Path) -> None:
    page = read_page(built_site, "index.html")
    doors = [str(link["href"]) for link in page.select(".doors a")]
    assert doors == [
        "vergelijken/sociale-media/index.html",
        "#alle-protocollen",
        "opstellen/sociale-media/index.html",
    ]
    ways = [str(link["href"]) for link in page.select("#soort-sociale-media .ways a")]
    assert len(ways) == 5
    assert all((built_site / way).is_file() for way in (*ways, doors[0], doors[2]))
    asking = page.select_one("#soort-sociale-media form[role=search]")
    assert asking is not None
    assert asking["action"] == doors[0]
    table = page.select_one("#soort-sociale-media table.overview")
    assert table is not None
    assert len(table.select("tbody th[scope=row] a")) == len(SLUGS)


def test_the_menu_unfolds_only_where_the_reader_is(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p", tuple(f"a{n}" for n in range(16)), has_paper=False)
    (project / "docs" / "uitleg.md").write_text("# Uitleg\n", "utf-8")
    site = build_site(project)
    home = [a.text for a in read_page(site, "index.html").select("nav.sidebar-tree a")]
    assert home == ["Begin", "Uitleg", *_PAGES_OF_SUBJECT, "Alle 16 protocollen"]
    page = read_page(site, "protocols/regels/a3.html")
    assert len(page.select("nav.sidebar-tree a")) == 21
    current = page.select("nav.sidebar-tree [aria-current=page]")
    assert [link.text for link in current] == ["Stichting a3"]
    related = [Path(str(link["href"])).name for link in page.select(".related-pages a")]
    assert related == ["a2.html", "a4.html"]


def test_a_protocol_needs_no_place_in_a_table_of_contents(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    index = project / "index.md"
    index.write_text(index.read_text("utf-8").replace("protocols/*/*\n", ""), "utf-8")
    menu = read_page(build_site(project), "index.html").select("nav.sidebar-tree a")
    assert [a.text for a in menu][2:] == [*_PAGES_OF_SUBJECT, "Stichting aa", "Stichting bb"]


def test_an_organisation_with_two_protocols_has_a_line_of_its_own(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    other = project / "protocols" / "gedrag"
    other.mkdir()
    text = (project / "protocols" / "regels" / "aa.md").read_text("utf-8")
    (other / "aa.md").write_text(text, "utf-8")
    topics = (project / "protocols" / "regels" / "topics.yml").read_text("utf-8")
    topics = re.sub(r', "bb": \[[^]]*\]', "", topics).replace("title: Regels", "title: Gedrag")
    (other / "topics.yml").write_text(topics, "utf-8")
    lines = read_page(build_site(project), "index.html").select("#per-organisatie li")
    assert [" ".join(line.text.split()) for line in lines] == [
        "Stichting aa: Gedrag, Regels",
        "Stichting bb: Regels",
    ]


def test_dates_that_may_be_over_are_left_to_the_visitors_clock(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    path = project / "protocols" / "regels" / "aa.md"
    settings = "  valid_until: 2030-08-01\n  review_date: 2029-08\n  dated:"
    path.write_text(path.read_text("utf-8").replace("  dated:", settings, 1), "utf-8")
    page = read_page(build_site(project), "protocols/regels/aa.html")
    notices = page.select(".title-block [data-after][hidden]")
    assert [notice["data-after"] for notice in notices] == ["2030-08-01", "2029-08"]
    block = page.select_one(".title-block dl")
    assert block is not None
    assert "1 augustus 2030" in block.text
    assert "augustus 2029" in block.text
