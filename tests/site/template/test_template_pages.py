"""The template on the site: its page, its files, and the ways that lead there."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from protocolkit.document.model import Paragraph
from protocolkit.document.richtext import Emphasis, Link, Text
from protocolkit.reading.reader import read_protocol
from protocolkit.repository_layout import CHOICES_FILE
from protocolkit.site.template.text import blocks_html
from protocolkit.text.words import tokens
from seeds import ROOT
from small_boards import seed_template
from small_site import BuildSite, make_project, read_page
from warm import Command

PAGE = "voorbeeldprotocol/sociale-media/index.html"


def test_every_choice_stands_on_the_page_word_for_word(built_site: Path) -> None:
    page = read_page(built_site, PAGE)
    for mark in page.select(".template-words sup"):
        mark.decompose()
    for end in page.select(".template-words br"):
        end.replace_with(" ")
    for block in page.select(".template-words p, .template-words li, .template-words td"):
        block.append(" ")
    shown = {tokens(found.get_text()) for found in page.select(".template-words")}
    for topic in seed_template().topics:
        for choice in topic.choices:
            if choice.main_topic == topic.id:
                assert tokens(choice.text) in shown, choice.id


def test_what_boards_disagree_on_is_open_and_nothing_comes_first(built_site: Path) -> None:
    page = read_page(built_site, PAGE)
    for topic in seed_template().topics:
        section = page.find(id=topic.id)
        assert section is not None
        assert bool(section.select(".template-open")) == topic.is_contested
        assert len(section.select(".template-first")) == (not topic.is_contested)
        if topic.is_contested:
            assert not section.select("details.template-others .template-choice h4")


def test_its_files_stand_beside_the_protocols(built_site: Path) -> None:
    folder = built_site / "downloads" / "sociale-media"
    for end, start in (("docx", b"PK"), ("pdf", b"%PDF"), ("md", b"---")):
        assert (folder / f"voorbeeldprotocol.{end}").read_bytes().startswith(start)
    reading = read_protocol(folder / "voorbeeldprotocol.md")
    assert reading.problems == ()
    page = read_page(built_site, PAGE)
    links = [str(link["href"]) for link in page.select("a.download")]
    assert all((built_site / PAGE).parent.joinpath(link).resolve().is_file() for link in links)
    assert len(links) == 6
    chosen = ROOT / "protocols" / "sociale-media" / "voorbeeldprotocol.yml"
    assert seed_template(chosen.read_text("utf-8")).version in page.get_text()


def test_ways_lead_there_and_every_link_on_it_leads_somewhere(built_site: Path) -> None:
    for name in ("index.html", "vergelijken/sociale-media/index.html"):
        page = read_page(built_site, name)
        ways = [str(way["href"]) for way in page.select("a.to-template")]
        assert any("voorbeeldprotocol" in way for way in ways)
        for way in ways:
            assert (built_site / name).parent.joinpath(way).resolve().is_file(), way
    page = read_page(built_site, PAGE)
    for link in page.select(".template-page a[href]"):
        target, _, anchor = str(link["href"]).partition("#")
        if target.startswith("http"):
            continue
        path = (built_site / PAGE).parent.joinpath(target).resolve() if target else None
        other = page if path is None else None
        if path is not None:
            assert path.is_file(), target
            if path.suffix == ".html" and anchor:
                other = BeautifulSoup(path.read_text("utf-8"), "lxml")
        if anchor and other is not None:
            assert other.find(id=anchor) is not None, link


def test_ids_are_unique(built_site: Path) -> None:
    ids = [tag["id"] for tag in read_page(built_site, PAGE).select("[id]")]
    assert len(ids) == len(set(map(str, ids)))


def test_without_paper_there_is_only_markdown(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p")
    conf = project / "conf.py"
    conf.write_text(conf.read_text("utf-8") + "protocolkit_paper = False\n", "utf-8")
    folder = build_site(project) / "downloads" / "regels"
    found = [path.name for path in sorted(folder.glob("voorbeeld*"))]
    assert found == ["voorbeeldprotocol-kort.md", "voorbeeldprotocol.md"]


def test_choices_count_at_once_and_mistakes_are_reported_once(
    tmp_path: Path, build_site: BuildSite, command: Command
) -> None:
    project = make_project(tmp_path / "p")
    site = build_site(project)
    word = site / "downloads" / "regels" / "voorbeeldprotocol.docx"
    before, made = word.read_bytes(), word.stat().st_mtime_ns
    build_site(project)
    assert word.stat().st_mtime_ns == made
    choices = project / "protocols" / "regels" / CHOICES_FILE
    choices.write_text("themes: {t: Eigen titel, weg: x}\n", "utf-8")
    said = command("build", "-q", "-C", project, "-o", site).stderr
    assert said.count("voorbeeldprotocol.yml:1") == 1
    assert word.read_bytes() != before
    assert "Eigen titel" in read_page(site, "voorbeeldprotocol/regels/index.html").get_text()
    choices.unlink()
    build_site(project)
    assert word.read_bytes() == before


def test_what_no_longer_belongs_disappears(
    tmp_path: Path, build_site: BuildSite, command: Command
) -> None:
    project = make_project(tmp_path / "p")
    site = build_site(project)
    page = site / "voorbeeldprotocol" / "regels" / "index.html"
    assert page.is_file()
    (project / "protocols" / "regels" / "topics.yml").unlink()
    command("build", "-q", "-C", project, "-o", site)
    assert not page.exists()
    assert not list((site / "downloads" / "regels").glob("voorbeeld*"))


def test_hostile_words_stay_words() -> None:
    blocks = (
        Paragraph(
            (
                Text("<script>alert(1)</script> [naam] & "),
                Link(target="javascript:alert(1)", content=(Text("klik"),)),
                Link(target='https://x.nl/"onclick="x', content=(Text("hier"),)),
                Emphasis(content=(Text("<b>"),)),
            )
        ),
    )
    soup = BeautifulSoup(str(blocks_html(blocks, ["[naam]"])), "lxml")
    assert soup.find("script") is None
    assert [link["href"] for link in soup.select("a")] == ['https://x.nl/"onclick="x']
    assert all("onclick" not in tag.attrs for tag in soup.find_all(True))
    assert [mark.text for mark in soup.select("mark")] == ["[naam]"]
    assert "<script>alert(1)</script>" in soup.get_text()
