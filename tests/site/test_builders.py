"""Every builder of Sphinx: no warning, no dead link, no page where it has no place."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from site_crawler import crawl
from small_site import make_project
from warm import SPHINX, Command

_CONF = """\
project = "Proef"
version = "1"
copyright = "de scholen"
extensions = ["protocolkit"]
language = "nl"
html_theme = "alabaster"
man_pages = [("index", "proef", "Proef", ["de scholen"], 1)]
"""
_LINKS = """\
# Verwijzingen

[](../protocols/regels/aa.md#art-1), [](../protocols/regels/bb.md),
[woorden](../protocols/regels/bb.md#h), {any}`regels/aa#art-4`, {any}`regels`,
{ref}`regels/bb#los`, {ref}`met woorden <regels/bb#los>`,
{protocol:comparison}`vergelijk <regels>`, {protocol:template}`voorbeeld <regels>`,
{protocol:composer}`opstellen <regels>`, {protocol:comparison}`regels`, {protocol:comparison}`*`,
{protocol:template}`regels`, {any}`zo <regels/aa#art-1>`.
"""
_STRICTLY = ("-q", "-W", "--keep-going")
_ONE_PAGE_OR_MORE = ("html", "dirhtml", "singlehtml", "epub")
_Build = Callable[[str], Path]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with every kind of reference, and a clause with what few have."""
    made = make_project(tmp_path_factory.mktemp("bouwers") / "p")
    (made / "conf.py").write_text(_CONF, "utf-8")
    (made / "docs" / "verwijzingen.md").write_text(_LINKS, "utf-8")
    path = made / "protocols" / "regels" / "bb.md"
    text = path.read_text("utf-8").replace("14a. Los", "14a. Los\\\nna een regel")
    points = "tekst blijft:\n\n    {style=lower-alpha}\n    1. een\n    2. twee\n"
    path.write_text(text.replace("tekst blijft.\n", points), "utf-8")
    return made


@pytest.fixture(scope="module")
def built(folder: Path, command: Command) -> _Build:
    """Return what gives the output of a builder, made once; a warning stops it."""

    def build(builder: str) -> Path:
        target = folder.parent / builder
        if not target.exists():
            words = [*_STRICTLY, "-b", builder]
            # what Sphinx keeps for catalogues no other builder can use
            states = folder.parent / ("catalogue" if builder == "gettext" else "pages")
            done = command(*words, "-d", states, folder, target, code=SPHINX)
            assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
        return target

    return build


@pytest.mark.parametrize("builder", _ONE_PAGE_OR_MORE)
def test_no_link_is_dead(built: _Build, builder: str) -> None:
    found = crawl(built(builder))
    assert found.dead == []
    assert found.tried > 50


@pytest.mark.parametrize("builder", ["singlehtml", "epub"])
def test_a_book_and_one_page_have_no_comparison_and_no_download(
    built: _Build, builder: str
) -> None:
    out = built(builder)
    names = {path.name for path in out.iterdir()}
    assert not names & {"vergelijken", "opstellen", "voorbeeldprotocol", "downloads", "controle"}
    pages = "".join(path.read_text("utf-8") for path in out.rglob("*html"))
    assert "Vergelijk met anderen" not in pages
    assert "Downloaden als" not in pages


def test_folders_as_addresses_lead_to_folders(built: _Build) -> None:
    page = (built("dirhtml") / "vergelijken" / "regels" / "index.html").read_text("utf-8")
    assert 'href="../../protocols/regels/aa/#art-1"' in page
    assert (built("dirhtml") / "downloads" / "regels" / "aa.pdf").is_file()


def test_on_one_page_each_anchor_is_one_protocols(built: _Build) -> None:
    page = BeautifulSoup((built("singlehtml") / "index.html").read_text("utf-8"), "lxml")
    anchors = [one["id"] for one in page.select(".protocol [id]")]
    assert len(anchors) == len(set(anchors))
    links = [(one.get_text(), one["href"]) for one in page.select("#regels-bb-protocol p > a")]
    assert ("de tweede", "#regels-bb-art-4") in links
    assert ("de buren", "#regels-aa-art-1") in links


def test_in_text_a_clause_with_its_marker_is_one_paragraph(built: _Build) -> None:
    text = (built("text") / "protocols" / "regels" / "bb.txt").read_text("utf-8")
    assert "\n\n1. Eerste regel, zie de tweede en de buren.\n\n" in text
    assert "\n\n14a. Los na een regel[1].\n\n" in text
    assert "blijft:\n\n   a. een\n\n   b. twee\n" in text
    assert "Downloaden" not in text


def test_paper_and_manuals_have_every_word_once(built: _Build) -> None:
    book = next(built("latex").glob("*.tex")).read_text("utf-8")
    assert "14a. Los na een regel" in book
    assert "downloads/" not in book
    assert "vergelijken/" not in book
    manual = (built("man") / "proef.1").read_text("utf-8")
    assert "Eerste regel" in manual
    assert "downloads" not in manual


def test_nobody_is_asked_to_translate_a_boards_text(built: _Build) -> None:
    offered = "".join(path.read_text("utf-8") for path in built("gettext").rglob("*.pot"))
    assert "Verwijzingen" in offered
    for words in ("Protocol aa", "Eerste regel", "Regels", "Los"):
        assert f'msgid "{words}' not in offered


def test_links_are_tried_without_one_broken(built: _Build) -> None:
    report = (built("linkcheck") / "output.txt").read_text("utf-8")
    assert "broken" not in report


def test_pages_lead_to_clauses_by_every_way_that_sphinx_has(built: _Build) -> None:
    page = BeautifulSoup((built("html") / "docs" / "verwijzingen.html").read_text("utf-8"), "lxml")
    body = page.select_one("div.body")
    assert body is not None
    links = [(one.get_text(), one["href"]) for one in body.select("p a")]
    assert links == [
        ("Stichting aa, 1.1", "../protocols/regels/aa.html#art-1"),
        ("Stichting bb", "../protocols/regels/bb.html"),
        ("woorden", "../protocols/regels/bb.html#h"),
        ("Stichting aa, 1.4", "../protocols/regels/aa.html#art-4"),
        ("Regels", "../vergelijken/regels/index.html"),
        ("Stichting bb, 1.14a", "../protocols/regels/bb.html#los"),
        ("met woorden", "../protocols/regels/bb.html#los"),
        ("vergelijk", "../vergelijken/regels/index.html"),
        ("voorbeeld", "../voorbeeldprotocol/regels/index.html"),
        ("opstellen", "../opstellen/regels/index.html"),
        ("Regels", "../vergelijken/regels/index.html"),
        ("Vergelijken", "../vergelijken/index.html"),
        ("Regels", "../voorbeeldprotocol/regels/index.html"),
        ("zo", "../protocols/regels/aa.html#art-1"),
    ]
    assert body.select("p a code") == []


def test_another_project_finds_clauses_by_the_inventory(built: _Build) -> None:
    content = (built("html") / "objects.inv").read_bytes()
    listed = zlib.decompress(content.split(b"\n", 4)[4]).decode().splitlines()
    clause = "regels/aa#art-1 protocol:clause -1 protocols/regels/aa.html#art-1 Stichting aa, 1.1"
    section = "regels/aa#h protocol:clause -1 protocols/regels/aa.html#h Stichting aa, Regels"
    assert {clause, section} <= {*listed}


_DEAD = (
    "{protocol:clause}`regels/aa#weg`",
    "{protocol:comparison}`pesten`",
    "{ref}`regels/aa#weg`",
    "{any}`regels/weg#art-1`",
    "[](../protocols/regels/aa.md#weg)",
)


def test_a_dead_reference_stops_a_build_that_takes_warnings_for_errors(
    tmp_path: Path, command: Command
) -> None:
    folder = make_project(tmp_path / "p")
    (folder / "conf.py").write_text(f"{_CONF}protocolkit_paper = False\n", "utf-8")
    for number, dead in enumerate(_DEAD):
        page = folder / "docs" / f"dood-{number}.md"
        page.write_text(f"# Dood\n\nZie {dead}.\n", "utf-8")
    done = command(*_STRICTLY, "-b", "text", folder, tmp_path / "uit", code=SPHINX)
    assert done.returncode == 1
    for number in range(len(_DEAD)):
        assert f"dood-{number}.md:3: WARNING: " in done.stderr
    assert done.stderr.count("WARNING: ") == len(_DEAD)


def test_what_a_build_writes_inside_the_sources_is_no_source(
    tmp_path: Path, command: Command
) -> None:
    folder = make_project(tmp_path / "p")
    (folder / "conf.py").write_text(_CONF, "utf-8")
    for _ in range(2):
        done = command(*_STRICTLY, folder, folder / "uit" / "html", code=SPHINX)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    made = folder / "uit" / "html"
    assert (made / "downloads" / "regels" / "voorbeeldprotocol.md").is_file()
    assert not (made / "uit").exists()


def test_without_paper_nothing_leads_to_it(tmp_path: Path, command: Command) -> None:
    folder = make_project(tmp_path / "p")
    (folder / "conf.py").write_text(f"{_CONF}protocolkit_paper = False\n", "utf-8")
    done = command(*_STRICTLY, folder, tmp_path / "uit", code=SPHINX)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert crawl(tmp_path / "uit").dead == []
    assert not list((tmp_path / "uit").rglob("*.pdf"))
