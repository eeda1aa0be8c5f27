"""The history of a protocol on the site: every version and every pair, word for word."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from html_words import page_words
from kept_site import keep, make_kept, protocol_file, rewrite
from protocolkit.document.model import Protocol
from protocolkit.document.outline import protocol_tokens
from protocolkit.reading.reader import read_protocol_text
from redline_words import dead_links, words_of
from seeds import ROOT
from small_site import BuildSite, make_project, read_page, site_files
from warm import Command

_SEED = ROOT / "protocols" / "sociale-media" / "cvo-baarn-soest.md"
_NAMES = ("2020-1", "2022-1", "")
_HISTORY = "geschiedenis/regels/aa/index.html"
BuildAnyway = Callable[..., Path]


@pytest.fixture
def build_anyway(command: Command) -> BuildAnyway:
    """Return what builds a site of which a check has something to say, such as a link that went."""

    def build(folder: Path, *options: str, out: str = "out") -> Path:
        target = folder.parent / f"{folder.name}-{out}" / "html"
        assert "Traceback" not in command("build", "-C", folder, "-o", target, *options).stderr
        return target

    return build


def _read(path: Path) -> Protocol:
    return read_protocol_text(path.read_text("utf-8"), subject="regels", slug="aa").protocol


def _texts(project: Path) -> dict[str, Protocol]:
    """Return every text of the protocol by its name."""
    kept = project / "versions" / "regels"
    paths = {name: kept / f"aa@{name}.md" for name in _NAMES[:2]}
    return {name: _read(path) for name, path in paths.items()} | {"": _read(protocol_file(project))}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_kept(tmp_path_factory.mktemp("kept") / "p")
    with (folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_baseurl = "https://protocollen.example/"\n')
    return folder


@pytest.fixture(scope="module")
def site(project: Path, build_site: BuildSite) -> Path:
    return build_site(project)


def test_a_version_has_exactly_its_words(site: Path, project: Path) -> None:
    for name, found in _texts(project).items():
        page = f"versions/regels/aa@{name}.html" if name else "protocols/regels/aa.html"
        assert page_words(site / page) == protocol_tokens(found)


def test_every_pair_has_the_words_of_both(site: Path, project: Path) -> None:
    texts = _texts(project)
    for old, new in combinations(_NAMES, 2):
        page = (site / f"geschiedenis/regels/aa/{old}_{new}.html").read_text("utf-8")
        assert words_of(page, is_old=True) == protocol_tokens(texts[old])
        assert words_of(page, is_old=False) == protocol_tokens(texts[new])


def test_a_long_protocol_with_notes_loses_nothing(
    tmp_path: Path, build_anyway: BuildAnyway
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    shutil.copy(_SEED, protocol_file(project, "cc"))
    shutil.copytree(_SEED.parent / "bron", protocol_file(project).parent / "bron")
    old = _read(keep(project, "1", "cc"))
    topics = protocol_file(project).with_name("topics.yml")
    topics.unlink()
    path = protocol_file(project, "cc")
    text = path.read_text("utf-8").replace(" school ", " gehele school ")
    path.write_text(text.replace("[^3]: ", "[^3]: Nieuw. "), "utf-8")
    new = _read(path)
    assert protocol_tokens(old) != protocol_tokens(new)
    site = build_anyway(project)
    assert page_words(site / "versions/regels/cc@1.html") == protocol_tokens(old)
    page = (site / "geschiedenis/regels/cc/1_.html").read_text("utf-8")
    assert "#noot-" in page
    assert dead_links(page) == set()
    assert words_of(page, is_old=True) == protocol_tokens(old)
    assert words_of(page, is_old=False) == protocol_tokens(new)


def test_the_history_says_how_each_text_stands(site: Path) -> None:
    page = read_page(site, _HISTORY)
    rows = [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")]
        for row in page.select("tbody tr")
    ]
    assert [row[:2] for row in rows] == [
        ["huidige tekst", "geldt nu, sinds 1 augustus 2024"],
        ["2022-1", "vervangen op 1 augustus 2024"],
        ["2020-1", "vervangen op 1 augustus 2022"],
    ]
    assert rows[1][2] == "Gewijzigd: 1. Woorden en leestekens weg: 0; erbij: 1."
    assert not page.select("td [data-from], td [data-until]")


def test_every_pair_is_led_to_in_both_orders(site: Path) -> None:
    links = read_page(site, _HISTORY).select("[data-pair]")
    asked = {tuple(str(link["data-pair"]).split()) for link in links}
    assert asked == {(f"{old}_{new}", f"{new}_{old}") for old, new in combinations(_NAMES, 2)}
    for link in links:
        assert (site / _HISTORY).parent.joinpath(str(link["href"])).is_file()


def test_an_old_text_says_so_and_leads_to_the_one_that_holds(site: Path) -> None:
    page = read_page(site, "versions/regels/aa@2020-1.html")
    [note] = page.select(".title-block .version-note")
    assert note.get_text().startswith("Dit is niet de nieuwste tekst. Dit is versie '2020-1'")
    assert [str(link["href"]) for link in note.select("a")] == [
        "../../protocols/regels/aa.html",
        "../../geschiedenis/regels/aa/index.html",
    ]
    title = page.select("title")[0].get_text()
    assert title.startswith("Protocol aa, Stichting aa, versie '2020-1'")
    # Its own front matter says that it is in force, as it was then.
    assert "in werking" not in page.select(".title-block")[0].get_text()
    between = read_page(site, "geschiedenis/regels/aa/2020-1_2022-1.html")
    [note] = between.select(".version-note")
    assert "Geen van beide" in note.get_text()
    present = read_page(site, "protocols/regels/aa.html")
    assert not present.select(".version-note")
    [own] = present.select(".version-links a")
    assert own["href"] == "../../geschiedenis/regels/aa/index.html"
    assert not read_page(site, "protocols/regels/bb.html").select(".version-links")


def test_nobody_finds_an_old_text_for_the_present_one(site: Path) -> None:
    """No engine lists one, our search has none of its words, and no comparison has it twice."""
    for name in ("versions/regels/aa@2020-1", "geschiedenis/regels/aa/2020-1_2022-1"):
        [robots] = read_page(site, f"{name}.html").select("meta[name=robots]")
        assert robots["content"] == "noindex"
    assert not read_page(site, _HISTORY).select("meta[name=robots]")
    index = json.loads((site / "searchindex.js").read_text("utf-8")[len("Search.setIndex(") : -1])
    kept = [at for at, name in enumerate(index["docnames"]) if name.startswith("versions/")]
    listed = [pages if isinstance(pages, list) else [pages] for pages in index["terms"].values()]
    assert len(kept) == 2
    assert not {at for pages in listed for at in pages} & set(kept)
    matrix = json.loads((site / "downloads" / "regels" / "matrix.json").read_text("utf-8"))
    assert len(matrix["organisations"]) == 2
    assert not list((site / "downloads").rglob("*@*"))


def test_the_menu_leads_to_what_changed_lately(site: Path) -> None:
    menu = read_page(site, "index.html").select("nav.sidebar-tree a")
    assert [link.text for link in menu][:2] == ["Begin", "Wat is er veranderd"]
    page = read_page(site, str(menu[1]["href"]))
    told = [item.get_text(" ", strip=True) for item in page.select(".lately .matrix-standing")]
    assert told == [
        "Stichting aa · 1 augustus 2024 · Van 2022-1 naar huidige tekst",
        "Stichting aa · 1 augustus 2022 · Van 2020-1 naar 2022-1",
    ]
    leads = [str(link["href"]) for link in page.select(".lately h2 a")]
    assert leads == [
        "../geschiedenis/regels/aa/2022-1_.html",
        "../geschiedenis/regels/aa/2020-1_2022-1.html",
    ]


def test_a_version_that_holds_has_the_page_of_the_protocol_for_search_engines(
    project: Path, site: Path, tmp_path: Path, build_site: BuildSite
) -> None:
    """Only the kept copy of what holds now points to another page."""
    folder = tmp_path / "p"
    shutil.copytree(project, folder)
    keep(folder, "2024-1")
    built = build_site(folder)

    def canonical(name: str) -> str:
        return str(read_page(built, name).select("link[rel=canonical]")[0]["href"])

    root = "https://protocollen.example/"
    assert canonical("versions/regels/aa@2024-1.html") == f"{root}protocols/regels/aa.html"
    assert canonical("versions/regels/aa@2022-1.html").endswith("aa%402022-1.html")
    assert canonical("protocols/regels/aa.html") == f"{root}protocols/regels/aa.html"
    [note] = read_page(built, "versions/regels/aa@2024-1.html").select(".version-note")
    assert "niet de nieuwste" not in note.get_text()
    rows = read_page(built, _HISTORY).select("tbody th")
    assert rows[0].get_text(" ", strip=True).startswith("2024-1 zoals bewaard")
    assert len(rows) == 3
    del site


def test_a_version_that_somebody_changed_says_so(tmp_path: Path, build_anyway: BuildAnyway) -> None:
    project = make_kept(tmp_path / "p", has_paper=False)
    path = project / "versions" / "regels" / "aa@2020-1.md"
    path.write_text(path.read_text("utf-8").replace("Eerste regel", "Andere regel"), "utf-8")
    site = build_anyway(project)
    touched, sound = (
        read_page(site, f"versions/regels/aa@{name}.html").select(".version-note")[0].get_text()
        for name in ("2020-1", "2022-1")
    )
    assert "Let op: iemand heeft dit bestand veranderd" in touched
    assert "Let op" not in sound
    newest, later, _ = read_page(site, _HISTORY).select("tbody tr")
    told = "Let op: 2020-1 is niet zoals het is bewaard; er zijn later woorden in veranderd."
    assert told in later.get_text(), "what changed since the first"
    assert "Let op" not in newest.get_text()
    page = "geschiedenis/regels/aa/2020-1_2022-1.html"
    assert told in read_page(site, page).get_text()


def test_a_proposal_hides_nothing_and_stays_off(tmp_path: Path, build_anyway: BuildAnyway) -> None:
    project = make_kept(tmp_path / "p", has_paper=False)
    rewrite(project, ("status: in werking", "status: voorgelegd"))
    site = build_anyway(project)
    rows = read_page(site, _HISTORY).select("tbody tr")
    assert [row.select("td")[0].get_text() for row in rows] == [
        "geldt nu, sinds 1 augustus 2022",
        "vervangen op 1 augustus 2022",
    ]
    page = read_page(site, "protocols/regels/aa.html").get_text()
    assert "altijd blijft" not in page, "what holds stands there"
    assert "Eerste gewijzigde regel" in page
    shown = build_anyway(project, "--with-drafts", out="all")
    [note] = read_page(shown, "protocols/regels/aa.html").select(".version-note")
    assert "is nog niet vastgesteld (voorgelegd" in note.get_text()
    assert read_page(shown, _HISTORY).select("meta[name=robots]")


def test_a_site_without_versions_has_nothing_of_them(plain_site: Path) -> None:
    assert not [name for name in site_files(plain_site) if name.startswith(("geschied", "wijzig"))]
    page = (plain_site / "protocols" / "regels" / "aa.html").read_text("utf-8")
    assert "version-" not in page
    assert "Wat is er veranderd" not in page


def test_another_name_of_a_protocol_takes_its_versions_along(
    tmp_path: Path, build_anyway: BuildAnyway
) -> None:
    """Renamed with its versions: the list knows each by its bytes; the old addresses lead on."""
    project = make_kept(tmp_path / "p", has_paper=False)
    protocol_file(project, "bb").unlink()
    (protocol_file(project).parent / "topics.yml").unlink()
    keep(project, "2024-1")
    build_anyway(project)
    for path in (project / "versions" / "regels").iterdir():
        path.rename(path.with_name(path.name.replace("aa@", "zz@")))
    protocol_file(project).rename(protocol_file(project, "zz"))
    site = build_anyway(project)
    moved = read_page(site, "versions/regels/aa@2020-1.html")
    assert moved.select("#verplaatst a")[0]["href"] == "../../versions/regels/zz@2020-1.html"
    assert len(read_page(site, "geschiedenis/regels/zz/index.html").select("tbody tr")) == 3


def test_a_protocol_that_alone_was_renamed_keeps_its_history(
    tmp_path: Path, build_anyway: BuildAnyway
) -> None:
    project = make_kept(tmp_path / "p", has_paper=False)
    (protocol_file(project).parent / "topics.yml").unlink()
    keep(project, "2024-1")
    protocol_file(project, "bb").unlink()
    protocol_file(project).rename(protocol_file(project, "zz"))
    site = build_anyway(project)
    assert (site / "versions" / "regels" / "aa@2020-1.html").is_file()
    lead = read_page(site, _HISTORY).select("#verplaatst a")[0]
    assert lead["href"] == "../../../geschiedenis/regels/zz/index.html"
    assert len(read_page(site, "geschiedenis/regels/zz/index.html").select("tbody tr")) == 3


def test_a_new_version_leaves_other_pages_alone(tmp_path: Path, build_anyway: BuildAnyway) -> None:
    project = make_kept(tmp_path / "p", has_paper=False)
    site = build_anyway(project)
    pages = [site / name for name in ("protocols/regels/bb.html", "docs/uitleg.html")]
    before = [page.stat().st_mtime_ns for page in pages]
    keep(project, "2024-1")
    build_anyway(project)
    assert [page.stat().st_mtime_ns for page in pages] == before
    assert (site / "versions" / "regels" / "aa@2024-1.html").is_file()


def test_what_changes_is_made_again_and_nothing_else(tmp_path: Path, command: Command) -> None:
    project = make_kept(tmp_path / "p")
    kept, fresh = tmp_path / "out" / "html", tmp_path / "fresh" / "html"
    cache = project / ".cache" / "protocolkit" / "versions"

    def build(out: Path) -> dict[str, bytes]:
        done = command("build", "-C", project, "-o", out)
        assert "Traceback" not in done.stderr
        return site_files(out)

    build(kept)
    assert len(list(cache.glob("*.value"))) == 3
    steps = (
        lambda: rewrite(project, ("altijd blijft", "nooit blijft")),
        lambda: keep(project, "2024-1"),
        lambda: rewrite(project, ("2024-08-01", "2025-08-01")),
        (project / "versions" / "regels" / "aa@2024-1.md").unlink,
        lambda: shutil.rmtree(project / "versions"),
    )
    for step in steps:
        before = {path.name for path in cache.glob("*.value")}
        step()
        again = build(kept)
        made = {path.name for path in cache.glob("*.value")} - before
        assert not any(name.startswith("regels-aa-2020-1_2022-1-") for name in made)
        shutil.rmtree(fresh.parent, ignore_errors=True)
        assert again == build(fresh)
