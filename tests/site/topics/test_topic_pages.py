"""A topic's page: who has it in which words, how these differ, and who is silent."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from html_words import page_words
from protocolkit.document.outline import protocol_tokens
from protocolkit.text.words import tokens
from seeds import ROOT, protocol
from small_site import BuildSite, make_project, read_page, site_files

_SUBJECT = "vergelijken/sociale-media"
_LESSONS = f"{_SUBJECT}/gebruik-tijdens-de-les/index.html"


def _text(node: Tag | None) -> str:
    assert node is not None
    return " ".join(node.get_text().split())


def test_it_says_who_has_it_in_one_line(built_site: Path) -> None:
    page = read_page(built_site, _LESSONS)
    assert _text(page.h1) == "Mag je tijdens de les sociale media gebruiken?"
    assert _text(page.select_one(".topic-who")) == (
        "Gevonden bij 3 van 4 besturen en scholen; ook bij 1 met een onvolledige bron; "
        "3 met waarschijnlijk hetzelfde voorbeeld. Voor wie: iedereen."
    )


def test_variants_come_most_common_first_with_their_rule_and_words(built_site: Path) -> None:
    variants = read_page(built_site, _LESSONS).select(".variant")
    first, second = variants[:2]
    assert _text(first.h3) == "Formulering 1 2 besturen"
    assert _text(first.select_one(".badge")) == "◐ mag onder voorwaarde"
    assert [_text(found) for found in first.select("mark")] == [
        "[beslissend: niet toegestaan]",
        "[beslissend: tenzij]",
    ]
    boards = [_text(found) for found in first.select(".topic-board")]
    assert boards == ["CVO Baarn/Soest", "Stichting Lucas Onderwijs"]
    source = _text(first.select_one(".topic-source"))
    assert source == "CVO Baarn/Soest, A.1 2019, status onbekend"
    link = first.select_one(".topic-source a")
    assert link is not None
    assert link["href"] == "../../../protocols/sociale-media/cvo-baarn-soest.html#art-a-1"
    assert _text(second.select_one(".topic-relation")) == "⇄ tegengestelde regel"
    assert "bron onvolledig" in _text(second.select_one(".topic-source"))


def test_differences_are_marked_and_said(built_site: Path) -> None:
    third = read_page(built_site, _LESSONS).select("#formulering-3 .topic-marked")
    assert "open" in third[0].attrs
    assert _text(third[0].select_one(".topic-words .word-here")).startswith("[alleen hier: ")
    assert (
        _text(third[0].select_one(".topic-words .word-there"))
        == "[alleen in formulering 1: social]"
    )


def test_every_clause_of_a_topic_is_there_in_full(built_site: Path) -> None:
    """Where a member is not written out it is equal, but for a name perhaps."""
    matrix = json.loads((built_site / "downloads/sociale-media/matrix.json").read_text("utf-8"))
    for topic in matrix["topics"]:
        page = read_page(built_site, f"{_SUBJECT}/{topic['id']}/index.html")
        for node in page.select(".heard, .word-there"):
            node.decompose()
        shown = [tokens(_text(block)) for block in page.select("blockquote")]
        links = {str(link["href"]) for link in page.select(".variant a")}
        equal = len(page.select(".topic-members > li:not(:has(details))"))
        clauses = [c for cell in topic["cells"].values() for c in cell["clauses"]]
        written = 0
        for clause in clauses:
            assert f"../../../{clause['url']}" in links
            own = tokens(clause["text"])
            written += any(_holds(words, own) for words in shown)
        assert written + equal >= len(clauses), topic["id"]


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words)))


def test_who_is_silent_and_why_it_stands_together(built_site: Path) -> None:
    page = read_page(built_site, _LESSONS)
    assert [_text(found) for found in page.select(".topic-silent a")] == ["obs BM Verkruisen"]
    assert "met de hand bij elkaar gezet" in _text(page.select_one("#waarom ~ ul"))
    other = read_page(built_site, f"{_SUBJECT}/opnames-maken/index.html")
    heads = [_text(found) for found in other.select("#niet-gevonden ~ h3")]
    assert heads == ["Niet gevonden in dit document", "Bron onvolledig"]


def test_its_place_and_neighbours(built_site: Path) -> None:
    page = read_page(built_site, f"{_SUBJECT}/sociale-media-als-lesmiddel/index.html")
    path = [_text(found) for found in page.select(".topic-path li")]
    assert path == ["Vergelijken", "Sociale media", "In en om de les"]
    related = {str(link["rel"]): str(link["href"]) for link in page.select(".related-pages a")}
    assert "gebruik-tijdens-de-les/index.html" in related["['prev']"]
    assert "opnames-maken/index.html" in related["['next']"]
    for link in page.select("a[href]"):
        target = str(link["href"]).split("#")[0]
        if target and ":" not in target:
            assert (built_site / _SUBJECT / "x" / target).resolve().is_file(), target


def test_a_note_and_a_proposal_are_shown_as_what_they_are(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    topics = project / "protocols" / "regels" / "topics.yml"
    text = topics.read_text("utf-8")
    text = text.replace("theme: t,", "theme: t, note: 'Zie <b>de wet</b>.', proposed: {aa: [los]},")
    topics.write_text(text.replace('"aa": ["art-4", "los",', '"aa": ["art-4",'), "utf-8")
    page = read_page(build_site(project), "vergelijken/regels/een/index.html")
    assert _text(page.select_one(".topic-note p")) == "Zie <b>de wet</b>."
    assert "voorstel, nog niet gecontroleerd" in {_text(tag) for tag in page.select(".topic-tag")}
    assert "1 bepaling: voorstel, nog niet gecontroleerd" in _text(page.select_one("#waarom ~ ul"))


def test_the_notes_of_a_clause_stand_with_it(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    topics = project / "protocols" / "regels" / "topics.yml"
    text = topics.read_text("utf-8").replace('"aa": ["art-1"]', '"aa": ["art-4"]')
    topics.write_text(text.replace('"aa": ["art-4", "los"', '"aa": ["art-1", "los"'), "utf-8")
    page = read_page(build_site(project), "vergelijken/regels/een/index.html")
    notes = [_text(note) for note in page.select(".variant .topic-footnote")]
    assert notes == ["Noot 1 Een noot."]
    assert "<b>opmaak</b> {{ 7 * 7 }}" in page.get_text()


def test_the_data_of_other_bases_is_plain_json(built_site: Path) -> None:
    text = (built_site / _SUBJECT / "gebruik-tijdens-de-les" / "verschillen.js").read_text("utf-8")
    content = json.loads(text[text.index("]=") + 2 :].removesuffix(";\n"))
    assert sorted(content) == ["2", "3", "4"]
    assert [len(drawn) for drawn in content.values()] == [4, 4, 4]
    first, base = (BeautifulSoup(drawn, "lxml") for drawn in content["2"][:2])
    assert _text(first.select_one(".topic-relation")) == "⇄ tegengestelde regel"
    assert _text(first.h4) == "Vergeleken met formulering 2"
    said = _text(base.select_one(".topic-base"))
    assert said == "De andere formuleringen zijn met deze vergeleken."


def test_drawn_differences_are_escaped(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    path = project / "protocols" / "regels" / "bb.md"
    hostile = "Eerste <img src=x onerror=alert(1)> regel"
    path.write_text(path.read_text("utf-8").replace("Eerste regel", hostile), "utf-8")
    site = build_site(project)
    text = (site / "vergelijken/regels/een/verschillen.js").read_text("utf-8")
    content = json.loads(text[text.index("]=") + 2 :].removesuffix(";\n"))
    drawn = "".join(html for made in content.values() for html in made)
    assert "onerror" in drawn
    assert not BeautifulSoup(drawn, "lxml").select("img")


def test_clauses_lead_to_their_topics_outside_their_words(built_site: Path) -> None:
    path = built_site / "protocols" / "sociale-media" / "oponoa.html"
    assert page_words(path) == protocol_tokens(protocol("oponoa"))
    soup = BeautifulSoup(path.read_text("utf-8"), "lxml")
    links = soup.select("[id='art-3-1-1'] .clause-topic")
    assert [link["data-topic"] for link in links] == ["gebruik-tijdens-de-les", "opnames-maken"]
    assert links[0]["aria-label"] == (
        "Vergelijk met andere besturen: Mag je tijdens de les sociale media gebruiken?"
    )
    folded = soup.select_one("[id='art-3-1-1'] > .clause-text > .clause-topics.headerlink")
    assert folded is not None
    assert folded.select("summary")[0].get_text() == "vergelijk op 2 onderwerpen"
    assert links[1].get_text() == "Wie mag op school of van de les opnames maken en delen?"
    for link in soup.select(".clause-topic"):
        assert (path.parent / str(link["href"])).resolve().is_file()


def test_a_note_leads_to_its_topic_too(built_site: Path) -> None:
    topics = (ROOT / "protocols" / "sociale-media" / "topics.yml").read_text("utf-8")
    noted = re.search(r"cvo-baarn-soest: \[.*?(noot-\d+)", topics)
    assert noted is not None
    page = read_page(built_site, "protocols/sociale-media/cvo-baarn-soest.html")
    assert page.select(f"#{noted[1]} .clause-topic")


def test_no_word_of_the_links_is_found_by_the_search(built_site: Path) -> None:
    index = (built_site / "searchindex.js").read_text("utf-8")
    content = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))
    pages = content["terms"].get("vergelijk", [])
    names = [content["docnames"][n] for n in ([pages] if isinstance(pages, int) else pages)]
    assert not [name for name in names if name.startswith("protocols/")]


def test_editing_one_protocol_leaves_the_pages_of_others(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", ("aa", "bb", "cc"), has_paper=False)
    before = site_files(build_site(project))
    path = project / "protocols" / "regels" / "aa.md"
    path.write_text(path.read_text("utf-8").replace("Eerste regel", "Geen regel"), "utf-8")
    after = site_files(build_site(project))
    changed = {name for name in before if before[name] != after[name]}
    assert "vergelijken/regels/een/index.html" in changed
    assert not [name for name in changed if re.search(r"regels/(bb|cc)\b.*\.html", name)]
    assert site_files(build_site(project, out="fresh")) == after


def test_another_question_is_on_every_page_that_leads_to_it(
    tmp_path: Path, build_site: BuildSite
) -> None:
    project = make_project(tmp_path / "p", has_paper=False)
    before = site_files(build_site(project))
    topics = project / "protocols" / "regels" / "topics.yml"
    text = topics.read_text("utf-8").replace("Mag dit?", "Mag dat?").replace("id: een", "id: twee")
    topics.write_text(text, "utf-8")
    after = site_files(build_site(project))
    assert after == site_files(build_site(project, out="fresh"))
    assert "vergelijken/regels/een/index.html" in before
    assert "vergelijken/regels/een/index.html" not in after
    assert "Mag dat?" in after["protocols/regels/bb.html"].decode()


_TABLE = """Voor leerlingen met diabetes maakt de teamleider een uitzondering.

   | Reden | Wie beslist |
   |---|---|
   | diabetes |  |
   | anders | de directeur |
"""


def test_a_table_keeps_its_rows_and_columns(tmp_path: Path, build_site: BuildSite) -> None:
    project = make_project(tmp_path)
    file = project / "protocols/regels/aa.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Eerste regel, zie", _TABLE + "\n   Zie"), "utf-8")
    page = read_page(build_site(project), "vergelijken/regels/een/index.html")
    tables = [
        [
            [_text(cell).replace("[beslissend: ", "").rstrip("]") for cell in row.select("th, td")]
            for row in table.select("tr")
        ]
        for table in page.select(".topic-table")
    ]
    assert tables
    assert {len(table) for table in tables} == {3}
    for table in tables:
        assert table == [["Reden", "Wie beslist"], ["diabetes", ""], ["anders", "de directeur"]]
    before = page.select_one(".topic-table ~ .cell-text")
    assert _text(before).startswith("Zie de tweede")
