"""Comparing boards as a visitor does: asking, filtering, sending, printing, downloading."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from browser.visiting import (
    PAGES,
    axe_faults,
    ready,
    scrolls_sideways,
    show,
    take_pictures,
    visit,
)

TABLE = "vergelijken/sociale-media/index.html"
SIDE = "vergelijken/sociale-media/naast-elkaar/index.html"
LANDING = "vergelijken/index.html"
PRIVATE = "prive-contact"
_STATES = {
    name: PAGES[name] for name in ("vergelijking", "vergelijkingen", "vergeleken", "naast-elkaar")
} | {
    "filters": f"{TABLE}?voor=medewerkers&regel=mag-niet",
    "base": f"{TABLE}?basis=oponoa",
    "overzicht": f"{TABLE}?weergave=overzicht&alles=ja&soorten=ja",
    "overview-base": f"{TABLE}?weergave=overzicht&basis=oponoa",
    "nothing": f"{TABLE}?zoek=xyzzy",
    "zoeken": "search.html?q=foto&voor=leerlingen",
}
_WITHOUT_DATA = {"vergelijkingen"}
# Of the page of the table the whole is looked at once, and what each other state shows of it.
_OTHER_STATES = {"vergeleken", "filters", "base", "overzicht", "overview-base", "nothing"}


def _cell(page: Page, topic: str, board: str) -> Locator:
    """Return a cell of the table by the name of its board."""
    return page.locator(f"[id='{topic}'] td[data-organisation^='{board}']")


@pytest.mark.parametrize("origin", ["over_http", "from_disk"])
@pytest.mark.parametrize("width", [375, 1440])
def test_who_forbids_contact_by_private_account_and_who_allows_it(
    browser: Browser, origin: str, width: int, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(origin)
    with visit(browser, root + LANDING, viewport={"width": width, "height": 800}) as (page, wrong):
        page.get_by_label("Wat wilt u vergelijken?").fill("privé contact")
        page.keyboard.press("Enter")
        ready(page)
        row = page.locator(f"[id='{PRIVATE}']")
        expect(row).to_be_visible()
        expect(_cell(page, PRIVATE, "Stichting OPONOA")).to_contain_text("mag niet")
        expect(_cell(page, PRIVATE, "Stichting OPONOA")).to_contain_text("3.1.6")
        expect(_cell(page, PRIVATE, "Stichting Lucas")).to_contain_text("mag onder voorwaarde")
        expect(_cell(page, PRIVATE, "obs BM")).to_contain_text("niet gevonden in dit document")
        expect(_cell(page, PRIVATE, "Stichting OPO Borger")).to_contain_text("bron onvolledig")
        page.locator("#filters summary").click()
        page.select_option("#keuze-regel", "mag-niet")
        expect(page.locator("#stand")).to_contain_text("mag niet")
        expect(row).to_be_visible()
        assert wrong == []


def test_find_as_you_type_knows_that_photos_are_images(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + TABLE) as (page, _):
        ready(page)
        page.locator("#keuze-zoek").press_sequentially("beeldmateriaal")
        expect(page.locator("#fotos-van-anderen")).to_be_visible()
        expect(page.locator("#toestemming-beeld")).to_be_visible()
        expect(page.locator("#bij-twijfel")).to_be_hidden()
        expect(page.locator("#stand")).to_contain_text("Zoeken: beeldmateriaal")
        # What only one board has is found too: looking is not filtered by differences.
        page.locator("#keuze-zoek").fill("inloggegevens")
        expect(page.locator("#inloggegevens")).to_be_visible()


def test_the_table_begins_with_rules_on_which_boards_differ(
    browser: Browser, over_http: str
) -> None:
    with visit(browser, over_http + TABLE) as (page, _):
        ready(page)
        expect(page.locator("#gebruik-tijdens-de-les")).to_be_visible()
        expect(page.locator("#discussie-ontspoort")).to_be_hidden()
        expect(page.locator("#imago-en-schade")).to_be_hidden()
        page.locator("#filters summary").click()
        page.get_by_label("ook waar besturen niet verschillen").check()
        expect(page.locator("#discussie-ontspoort")).to_be_visible()
        page.get_by_label("ook toelichting, verwijzingen en slot").check()
        expect(page.locator("#imago-en-schade")).to_be_visible()
        rest = page.locator("#matrix details").first
        before = rest.bounding_box()
        rest.locator("summary").click()
        after = rest.bounding_box()
        assert before is not None
        assert after is not None
        assert after["height"] > before["height"]


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("voor=leerlingen&alles=ja", "hacken", "standpunten"),
        ("verschil=tegengesteld", "gebruik-tijdens-de-les", "persoonlijke-titel"),
        ("verschil=gelijk&basis=oponoa&alles=ja", "discussie-ontspoort", "groepsapp"),
        ("thema=contact", "groepsapp", "standpunten"),
        ("stil=verkruisen", "discussie-ontspoort", "toestemming-beeld"),
        ("regel=bevoegdheid", "aangifte", "fatsoensnormen"),
    ],
)
def test_every_filter_comes_from_the_address(
    browser: Browser, over_http: str, query: str, shown: str, hidden: str
) -> None:
    with visit(browser, f"{over_http}{TABLE}?{query}") as (page, wrong):
        ready(page)
        expect(page.locator(f"[id='{shown}']")).to_be_visible()
        expect(page.locator(f"[id='{hidden}']:visible")).to_have_count(0)
        assert wrong == []


def test_a_clause_is_unfolded_where_the_answer_is_in_the_rest(
    browser: Browser, over_http: str
) -> None:
    with visit(browser, f"{over_http}{TABLE}?alles=ja") as (page, _):
        ready(page)
        folded = "details:not([open])"
        reports = page.locator("[id='aangifte'] td[data-organisation^='obs BM']")
        expect(reports).to_contain_text("aangifte te doen")
        expect(reports.locator(".rule-moet")).to_have_count(1)
        expect(reports.locator(folded)).to_have_count(0)
        words = page.locator("[id='zakelijke-berichten'] td[data-organisation^='obs BM']")
        expect(words.locator(folded)).not_to_have_count(0)


def test_a_cell_is_compared_with_a_chosen_board(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + TABLE) as (page, _):
        ready(page)
        page.select_option("#keuze-basis", "lucas-onderwijs")
        row = page.locator("#gebruik-tijdens-de-les")
        cells = {
            name: row.locator(f"td[data-organisation^='{name}']")
            for name in ("CVO", "Stichting OPO Borger", "Stichting OPONOA", "obs BM")
        }
        expect(cells["CVO"].locator(".cell-relation")).to_contain_text("gelijk")
        borger = cells["Stichting OPO Borger"].locator(".cell-relation")
        expect(borger).to_contain_text("tegengestelde regel")
        expect(cells["Stichting OPONOA"].locator(".word-here").first).to_contain_text("beeld")
        heard = cells["Stichting OPONOA"].locator(".word-here .heard").first
        expect(heard).to_have_text(" [alleen hier: ")
        expect(cells["obs BM"]).to_contain_text("niet gevonden in dit document")


def test_a_shared_link_shows_the_same_and_going_back_works(
    browser: Browser, over_http: str
) -> None:
    with visit(browser, over_http + TABLE) as (page, _):
        ready(page)
        page.locator("#filters summary").click()
        page.select_option("#keuze-regel", "mag-niet")
        page.select_option("#keuze-basis", "oponoa")
        page.get_by_label("Overzicht").check(force=True)
        page.locator(".chooser-boards summary").click()
        page.get_by_role("checkbox", name="obs BM Verkruisen").uncheck()
        page.get_by_role("button", name="Zet Stichting OPONOA vooraan").click()
        expect(page.locator("thead th")).to_have_count(5)
        address = page.url
        seen = page.locator("#tabel").inner_text()
        status = page.locator("#stand").inner_text()
        query = parse_qs(urlsplit(address).query)
        assert query["besturen"] == ["oponoa,cvo-baarn-soest,lucas-onderwijs,borger-odoorn"]
        with visit(browser, address) as (other, _):
            ready(other)
            assert other.locator("#tabel").inner_text() == seen
            assert other.locator("#stand").inner_text() == status
        page.go_back()
        page.go_back()
        expect(page.locator("thead th")).to_have_count(6)
        page.go_back()
        expect(page.locator("table.is-compact")).to_have_count(0)
        page.get_by_role("button", name="Alles wissen").click()
        expect(page.locator("#wissen")).to_be_hidden()
        assert urlsplit(page.url).query == ""


def _risky(route: object) -> None:
    response = route.fetch()  # type: ignore[attr-defined]
    body = response.text().replace("Het is medewerkers", "=1+1 <b>Het is,=2 _x0041_ medewerkers")
    route.fulfill(response=response, body=body)  # type: ignore[attr-defined]


def test_rows_are_taken_along_in_the_order_in_which_they_are_shown(
    browser: Browser, over_http: str
) -> None:
    """By theme, also when a list of topics is not in the order of its themes."""

    def turned(route: Route) -> None:
        text = route.fetch().text()
        begin, end = text.index("]=") + 2, text.rindex(";")
        core = json.loads(text[begin:end])
        core["topics"].reverse()
        route.fulfill(body=f"{text[:begin]}{json.dumps(core)}{text[end:]}")

    with visit(browser, over_http) as (page, _):
        page.route("**/sociale-media/gegevens.js*", turned)
        page.goto(over_http + TABLE)
        ready(page)
        titles = page.locator("#matrix tr[id]:not([hidden]) .topic-link").all_text_contents()
        page.locator("#meenemen summary").click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="CSV met komma's").click()
        lines = Path(waiting.value.path()).read_text("utf-8")
    assert [row[0] for row in csv.reader(io.StringIO(lines))][1:] == titles


def test_what_is_shown_is_taken_along_and_no_cell_can_run(
    browser: Browser, over_http: str, valid_word: Callable[[Path], None], tmp_path: Path
) -> None:
    """The same rows, boards and words in every file; nothing in it is a formula or markup."""
    with visit(browser, over_http, viewport={"width": 1440, "height": 900}) as (page, _):
        page.route("**/gegevens/sociale-media/*.js*", _risky)
        page.goto(f"{over_http}{TABLE}?besturen=oponoa,lucas-onderwijs&thema=lessen&alles=ja")
        ready(page)
        titles = page.locator("#matrix tr[id]:not([hidden]) .topic-link").all_inner_texts()
        page.locator("#meenemen summary").click()

        def taken(button: str) -> tuple[str, bytes]:
            with page.expect_download() as waiting:
                page.get_by_role("button", name=button).click()
            return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()

        files = [taken(name) for name in ("CSV voor Excel", "CSV met komma's", "Excel (", "Word (")]
    names, (dutch, plain, workbook, word) = zip(*files, strict=True)
    ends = (".csv", "-komma.csv", ".xlsx", ".docx")
    assert names == tuple(f"sociale-media{end}" for end in ends)
    assert dutch.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(dutch.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == list(csv.reader(io.StringIO(plain.decode("utf-8"), newline="")))
    assert rows[0][3:] == [
        "Stichting OPONOA (jaar onbekend, status onbekend)",
        "Stichting Lucas Onderwijs (2018, vastgesteld)",
    ]
    assert titles[0] == "Mag je tijdens de les sociale media gebruiken?"
    assert [row[0] for row in rows[1:]] == titles
    assert len(titles) > 1
    assert rows[1][4].startswith(
        "A.1 (mag onder voorwaarde): =1+1 <b>Het is,'=2 _x0041_ medewerkers"
    )
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    sheet, source = load_workbook(io.BytesIO(workbook)).worksheets
    told = [str(cell.value) for (cell,) in source.iter_rows(max_col=1) if cell.value]
    assert told[0] == "Sociale media"
    assert f"{len(titles)} van " in told[1]
    assert told[2].endswith("?besturen=oponoa,lucas-onderwijs&thema=lessen&alles=ja")
    assert any("officiële" in line for line in told[3:])
    # a program reads _x005F_ as the sign _, openpyxl leaves it
    values = [[str(cell.value) for cell in row] for row in sheet.iter_rows()]
    cells = [[value.replace("_x005F_", "_") for value in row] for row in values]
    assert cells == [[cell.replace(",'=2", ",=2") for cell in row] for row in rows]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert not [number for number, row in sheet.row_dimensions.items() if row.height]
    (tmp_path / names[3]).write_bytes(word)
    valid_word(tmp_path / names[3])
    tables = [table for table in Document(io.BytesIO(word)).tables if len(table.columns) == 3]
    texts = [[cell.text for cell in row.cells] for row in tables[0].rows]
    assert texts[0] == ["Onderwerp", *rows[0][3:]]
    assert [row[1:] for row in texts[1:]] == [row[3:] for row in cells[1:]]


def test_the_table_prints_as_it_is_shown(browser: Browser, over_http: str) -> None:
    with visit(browser, f"{over_http}{TABLE}?besturen=oponoa,lucas-onderwijs") as (page, _):
        ready(page)
        page.emulate_media(media="print")
        for hidden in (".chooser", ".comparison-actions"):
            expect(page.locator(hidden)).to_be_hidden()
        expect(page.locator("#stand")).to_be_visible()
        assert page.locator("#matrix details:not([open])").count() > 0
        expect(page.locator("table.matrix thead")).to_have_css("display", "table-header-group")
        assert len(page.pdf(prefer_css_page_size=True)) > 10_000
        # Paper cannot be unfolded, so it has the whole text.
        expect(page.locator("#matrix details:not([open])")).to_have_count(0)


@pytest.mark.parametrize("origin", ["over_http", "from_disk"])
def test_two_boards_stand_side_by_side(
    browser: Browser, origin: str, request: pytest.FixtureRequest
) -> None:
    root = request.getfixturevalue(origin)
    with visit(browser, f"{root}{SIDE}?links=oponoa&rechts=verkruisen") as (page, wrong):
        ready(page)
        status = page.locator("#stand").inner_text()
        assert "andere regel" in status
        assert "alleen bij Stichting OPONOA" in status
        # The question is the title of its row and leads to its page.
        title = page.locator("tbody .side-topic").first
        expect(title).to_have_attribute("href", re.compile(r"/sociale-media/[a-z-]+/index\.html$"))
        # Nothing of either text is lost, nothing stands twice.
        for side, slug in ((1, "oponoa"), (3, "verkruisen")):
            labels = page.locator(f"tbody td:nth-child({side}) .cell-label").all_inner_texts()
            rules = page.evaluate(
                f"protocolkitData['texts/sociale-media/{slug}']"
                ".filter((line) => line.isCompared).map((line) => line.label)"
            )
            assert len(labels) == len(set(labels))
            assert set(rules) <= set(labels)
        page.select_option("#keuze-toon", "alleen-links")
        expect(page.locator("tbody td:nth-child(3) .cell-clause")).to_have_count(0)
        page.select_option("#keuze-rechts", "lucas-onderwijs")
        assert parse_qs(urlsplit(page.url).query)["rechts"] == ["lucas-onderwijs"]
        # Opposite rules come first, with why in a sentence.
        page.select_option("#keuze-toon", "")
        first = page.locator("tbody tr").first
        expect(first).to_contain_text("tegengestelde regel")
        expect(first).to_contain_text(
            "Stichting OPONOA: mag niet; Stichting Lucas Onderwijs: mag onder voorwaarde."
        )
        # What the marks of words mean is told above the table.
        expect(page.locator(".side-legend")).to_have_text("alleen links alleen rechts")
        page.go_back()
        page.go_back()
        expect(page.locator("#keuze-rechts")).to_have_value("verkruisen")
        assert wrong == []


def test_on_a_phone_a_contradiction_is_on_the_first_screen(
    browser: Browser, over_http: str
) -> None:
    """A card begins with its question; the counts begin with what differs most."""
    phone = ViewportSize(width=375, height=667)
    address = f"{over_http}{SIDE}?links=oponoa&rechts=lucas-onderwijs"
    with visit(browser, address, viewport=phone) as (page, wrong):
        ready(page)
        expect(page.locator("#stand")).to_contain_text("Daarvan: 1 tegengestelde regel · ")
        first = page.locator("tbody tr").first
        expect(first.locator(".side-topic")).to_be_in_viewport(ratio=1)
        expect(first.get_by_text("tegengestelde regel")).to_be_in_viewport(ratio=1)
        expect(first.locator(".side-relation .cell-note").first).to_be_in_viewport(ratio=1)
        page.get_by_role("button", name="Link kopiëren").click()
        expect(page.locator("#kopieer-link")).to_have_text(re.compile("Link gekopieerd|Kopieer"))
        page.select_option("#keuze-rechts", "verkruisen")
        expect(page.locator("#kopieer-link")).to_have_text("Link kopiëren")
        assert wrong == []


def test_pairing_keeps_all_and_shows_what_moved_and_split(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + SIDE) as (page, _):
        ready(page)
        rows = page.evaluate(
            """() => {
              const list = (...texts) => texts.map((text) => ({ text }));
              const left = list('een', 'twee', 'drie lang', 'vier');
              const right = list('vier', 'een', 'drie', 'lang', 'nieuw');
              const link = (left, right, relation) => ({ left, right, relation });
              return protocolkit.pair(left, right,
                [link(0, 1, 0), link(3, 0, 0), link(2, 2, 2), link(2, 3, 2)], false);
            }"""
        )
    assert [(row["left"], row["right"], row.get("moved", False)) for row in rows] == [
        ([0], [1], False),
        ([1], [], False),
        ([2], [2, 3], False),
        ([], [4], False),
        ([3], [0], True),
    ]


_ASIDE = """() => {
  const rows = [...document.querySelectorAll("#tabel tbody tr")];
  const labels = (slug) => protocolkitData["texts/sociale-media/" + slug]
    .filter((line) => line.isCompared).map((line) => line.label);
  const [left, right] = ["cvo-baarn-soest", "verkruisen"].map(labels);
  const has = (row, side, known) => [...row.cells[side].querySelectorAll(".cell-label")]
    .some((label) => known.includes(label.textContent));
  const isRule = (row) => has(row, 0, left) || has(row, 2, right);
  const seen = (row) => row.cells[1].textContent;
  const [rules, aside] = [rows.filter(isRule), rows.filter((row) => !isRule(row))];
  return { rules: rules.map(seen), aside: aside.map(seen) };
}"""


def test_explanation_beside_explanation_is_no_other_rule(browser: Browser, over_http: str) -> None:
    with visit(browser, f"{over_http}{SIDE}?links=cvo-baarn-soest&rechts=verkruisen") as (page, _):
        ready(page)
        found = page.evaluate(_ASIDE)
        status = page.locator("#stand").inner_text()
    assert found["aside"]
    assert all("toelichting of slot" in text for text in found["aside"])
    assert not any("andere regel" in text for text in found["aside"])
    assert not any("toelichting of slot" in text for text in found["rules"])
    counted = [int(count) for count in re.findall(r"(\d+)", status.partition("Daarvan:")[2])]
    assert sum(counted) == len(found["rules"])


_BELOW_BAR = """() => {
  scrollTo({ top: 2500, behavior: "instant" });
  const [bar, head] = [".mobile-header", "table.matrix thead th"]
    .map((one) => document.querySelector(one).getBoundingClientRect());
  return head.top - bar.bottom;
}"""


@pytest.mark.parametrize("address", [TABLE, f"{SIDE}?links=oponoa&rechts=verkruisen"])
def test_heads_stick_to_the_bar_with_nothing_between(
    browser: Browser, over_http: str, address: str
) -> None:
    with visit(browser, over_http + address) as (page, _):
        ready(page)
        assert abs(page.evaluate(_BELOW_BAR)) < 1


_MARKED = """async () => {
  const { columns, topics } = protocolkitData['comparison/sociale-media'];
  for (const column of columns) await protocolkit.clauses('sociale-media', column);
  const words = (text) => (text.match(/[\\p{L}\\p{N}]+/gu) || []).join(' ');
  const said = { there: 'weg', here: 'nieuw' };
  const without = (nodes, tag) => {
    const host = document.createElement('div');
    host.append(...nodes.map((node) => (node.cloneNode ? node.cloneNode(true) : node)));
    host.querySelectorAll('.heard, ' + tag).forEach((node) => node.remove());
    return words(host.textContent);
  };
  const found = { wrong: [], pairs: 0, marked: 0 };
  const compare = (old, now) => {
    const both = protocolkit.marked(old, now, said);
    const isMarked = both.some((node) => node.tagName);
    found.pairs += 1;
    found.marked += isMarked;
    const other = without(both, '.word-here');
    const seen = [[without(both, '.word-there'), now], [other, isMarked ? old : now]];
    for (const [only, whole] of [['old', old], ['now', now]])
      seen.push([without(protocolkit.marked(old, now, said, only), 'x'), whole]);
    if (seen.some(([text, whole]) => text !== words(whole))) found.wrong.push([old, now]);
  };
  for (const { cells } of topics) {
    const texts = cells.flatMap(({ clauses }, at) =>
      clauses.map(({ place }) => columns[at].lines[place].text));
    for (const old of texts) for (const now of texts) compare(old, now);
  }
  compare('', 'a'); compare('a', ''); compare('(oud)', '(nieuw)'); compare('a b. c', 'a b c.');
  return found;
}"""


def test_marks_lose_no_word_of_either_text(browser: Browser, over_http: str) -> None:
    """Less what is gone it is the one text, less what is new the other, for every question."""
    with visit(browser, over_http + SIDE) as (page, _):
        ready(page)
        found = page.evaluate(_MARKED)
    assert found["wrong"] == []
    assert found["pairs"] > 1000
    assert found["marked"] > 300


def test_boards_are_compared_with_the_template(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + TABLE) as (page, wrong):
        ready(page)
        page.get_by_label("Vergelijken met").select_option("het voorbeeldprotocol")
        expect(page.locator("#stand")).to_contain_text("Vergelijken met: het voorbeeldprotocol")
        expect(page.locator("#stand")).to_contain_text("5 van 5 besturen")
        head = page.locator("#matrix thead th").nth(1)
        expect(head).to_contain_text("Het voorbeeldprotocol")
        expect(head).to_contain_text("hiermee vergeleken")
        # What boards disagree on, the template does not choose; it says so in words.
        open_row = page.locator("#gebruik-tijdens-de-les")
        own = open_row.locator("td").first
        expect(own).to_contain_text("besturen verschillen: de school kiest")
        expect(open_row.locator("td").nth(1)).to_contain_text("niets om mee te vergelijken")
        row = page.locator("tr:has(td.is-base .cell-clause):visible").first
        row_id = row.get_attribute("id")
        label = row.locator("td.is-base .cell-label").first
        expect(label).to_contain_text("woorden van")
        expect(row.locator("td:not(.is-base) .cell-relation").first).to_be_visible()
        page.get_by_label("Overzicht").check(force=True)
        expect(page.locator("#matrix .mark[class*=relation-]").first).to_be_visible()
        page.go_back()
        label.click()
        expect(page.locator(f"section.template-topic[id='{row_id}']")).to_be_in_viewport()
        assert wrong == []


def test_clauses_are_searched_with_filters(browser: Browser, over_http: str) -> None:
    with visit(browser, f"{over_http}search.html?q=foto's") as (page, wrong):
        page.locator("#bepalingen[data-ready=true]").wait_for()
        found = page.locator(".clause-results .result-label")
        expect(found.filter(has_text="Richtlijnen 10")).to_be_visible()
        everything = found.count()
        page.select_option("#zoek-bestuur", "Stichting OPONOA")
        page.get_by_role("button", name="Zoeken").last.click()
        page.locator("#bepalingen[data-ready=true]").wait_for()
        labels = found.all_inner_texts()
        assert 0 < len(labels) < everything
        assert all(label.startswith("Stichting OPONOA, ") for label in labels)
        page.select_option("#zoek-voor", "ouders")
        page.get_by_role("button", name="Zoeken").last.click()
        page.locator("#bepalingen[data-ready=true]").wait_for()
        assert found.count() < len(labels)
        assert wrong == []
        page.goto(f"{over_http}search.html?q=beeldmateriaal")
        page.locator("#bepalingen[data-ready=true]").wait_for()
        found.filter(has_text="Richtlijnen 11").first.click()
        expect(page.locator("[id='richtlijnen-11']")).to_be_in_viewport()


_OUT_OF_SIGHT = """() => [...CSS.highlights.get("searched")]
  .filter((range) => !range.getClientRects().length).length"""
_SEARCHED = "() => [...CSS.highlights.get('searched')].map((range) => String(range).toLowerCase())"


def test_what_was_looked_for_is_marked_as_words_wherever_it_leads(
    browser: Browser, over_http: str
) -> None:
    """Words that ask nothing are not marked, nor pieces of other words: 'mag', 'imago'."""
    with visit(browser, f"{over_http}search.html?q=Mag het op Facebook?") as (page, wrong):
        page.locator("#bepalingen[data-ready=true]").wait_for()
        page.locator(".clause-results .result-label").filter(has_text="OPONOA").first.click()
        expect(page.locator("section.protocol")).to_be_visible()
        page.wait_for_load_state()
        marked = page.evaluate(_SEARCHED)
        assert "facebook" in marked
        assert "mag" not in marked
        assert page.locator(".highlighted").count() == 0
        page.reload()
        assert page.evaluate("CSS.highlights.has('searched')") is False
        page.goto(f"{over_http}{TABLE}?zoek=facebook")
        ready(page)
        assert set(page.evaluate(_SEARCHED)) == {"facebook"}
        assert page.evaluate(_OUT_OF_SIGHT) == 0
        page.get_by_role("searchbox", name="Zoeken").last.fill("")
        expect(page.locator("#gekozen")).not_to_contain_text("facebook")
        assert page.evaluate(_SEARCHED) == []
        assert wrong == []


def test_a_question_leads_to_its_topic_and_a_number_to_its_clause(
    browser: Browser, over_http: str
) -> None:
    asked = "search.html?q=Mag de juf vrienden zijn met mijn kind op Facebook?"
    with visit(browser, over_http + asked) as (page, wrong):
        page.locator("#bepalingen[data-ready=true]").wait_for()
        first = page.locator(".topic-results li").first
        expect(first).to_contain_text("privé contact hebben met leerlingen")
        expect(first).to_contain_text("mag niet")
        # no clause has 'juf': its group has, and what no clause has asks for no more
        expect(page.locator(".clause-results")).to_contain_text("Stichting OPONOA, 3.1.6")
        first.get_by_role("link").click()
        expect(page).to_have_url(re.compile("/prive-contact/"))
        page.goto(f"{over_http}search.html?q=3.1.6")
        page.locator("#bepalingen[data-ready=true]").wait_for()
        expect(page.locator("#bepalingen-stand")).to_have_text("1 bepaling gevonden.")
        expect(page.locator(".clause-results .result-label")).to_contain_text("3.1.6")
        page.goto(f"{over_http}search.html?q=vaccinatie <img src=x>")
        page.locator("#bepalingen[data-ready=true]").wait_for()
        standing = page.locator("#vragen-stand")
        expect(standing).to_contain_text("Geen regel gevonden over ‘vaccinatie’")
        assert wrong == []


def test_the_first_answer_is_on_the_screen_of_a_phone(browser: Browser, over_http: str) -> None:
    phone: ViewportSize = {"width": 375, "height": 667}
    asked = "search.html?q=juf stuurt mijn dochter een vriendschapsverzoek"
    with visit(browser, over_http + asked, viewport=phone) as (page, wrong):
        page.locator("#bepalingen[data-ready=true]").wait_for()
        first = page.locator(".topic-results li").first
        expect(first.locator(".result-about").last).to_be_in_viewport(ratio=1)
        page.get_by_text("Filter", exact=True).click()
        page.select_option("#zoek-bestuur", "Stichting OPONOA")
        page.get_by_role("button", name="Zoeken").click()
        page.locator("#bepalingen[data-ready=true]").wait_for()
        expect(page.locator("#zoek-bestuur")).to_be_visible()
        assert wrong == []


@pytest.mark.parametrize(
    ("name", "data", "field", "done"),
    [
        ("search.html", "gegevens/zoeken.js", "#search-words", "#zoek-filters"),
        (TABLE, "sociale-media/gegevens.js", "#keuze-zoek", "#vergelijking[data-ready=true]"),
    ],
)
def test_what_is_typed_before_the_data_come_stays(
    browser: Browser, over_http: str, name: str, data: str, field: str, done: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with visit(browser, over_http) as (page, wrong):
        page.route(f"**/{data}*", hold)
        with page.expect_request(f"**/{data}*"):
            page.goto(over_http + name, wait_until="commit")
        page.locator(field).fill("appgroep")
        held[0].continue_()
        expect(page.locator(done)).to_be_visible()
        expect(page.locator(field)).to_have_value("appgroep")
        assert wrong == []


@pytest.mark.parametrize("width", [375, 1366])
def test_a_panel_opens_without_moving_its_button(
    browser: Browser, over_http: str, width: int
) -> None:
    """A second click at the same place closes it, by mouse and by touch."""
    with visit(browser, over_http + TABLE, viewport={"width": width, "height": 800}) as (page, _):
        ready(page)
        for name in ("Filter", "Besturen", "Meenemen", "Uitleg"):
            button = page.locator(".chooser-part > summary", has_text=name)
            before = button.bounding_box()
            assert before is not None
            button.click()
            panel = page.locator(".chooser-part[open] .chooser-panel")
            expect(panel).to_be_visible()
            assert button.bounding_box() == before
            box = panel.bounding_box()
            assert box is not None
            assert box["y"] > before["y"]
            page.mouse.click(before["x"] + 5, before["y"] + 5)
            expect(panel).to_be_hidden()


def test_a_question_is_asked_from_any_page_of_a_phone(browser: Browser, over_http: str) -> None:
    phone: ViewportSize = {"width": 320, "height": 568}
    with visit(browser, over_http, viewport=phone) as (page, wrong):
        page.locator(".mobile-header").get_by_role("link", name="Zoeken").click()
        page.get_by_role("searchbox", name="Wat wilt u weten?").fill("mag de juf mij appen")
        page.keyboard.press("Enter")
        page.locator("#bepalingen[data-ready=true]").wait_for()
        expect(page.locator(".topic-results li").first).to_be_in_viewport()
        assert page.locator(".header-search").count() == 0
        assert wrong == []


def test_what_was_meant_is_said_before_what_may_help(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + "search.html?q=berispnig parkeren") as (page, _):
        page.locator("#bepalingen[data-ready=true]").wait_for()
        standing = page.locator("#vragen-stand")
        expect(standing).to_have_text(re.compile("^Bedoelde u ‘berisping’.*Misschien helpt dit u"))


def test_a_hostile_word_stays_a_word(browser: Browser, over_http: str) -> None:
    def hostile(route: object) -> None:
        response = route.fetch()  # type: ignore[attr-defined]
        body = response.text().replace("Het is medewerkers", "<img src=x onerror=alert(1)>Het is")
        route.fulfill(response=response, body=body)  # type: ignore[attr-defined]

    with visit(browser, over_http) as (page, wrong):
        page.route("**/gegevens/sociale-media/*.js*", hostile)
        page.goto(f"{over_http}{TABLE}?zoek=%3Cimg%20src=x%3E&basis=oponoa")
        ready(page)
        page.goto(f"{over_http}{TABLE}?basis=%22%3E%3Cscript%3E&besturen=nergens&tekst=ja")
        ready(page)
        assert "<img src=x" in page.locator("#gebruik-tijdens-de-les").inner_text()
        assert page.locator("#tabel img").count() == 0
        assert wrong == []


_SHOWN_ON_A_PHONE = """cells => [cells.map((cell) => cell.getBoundingClientRect().top),
  getComputedStyle(cells[0], '::before').content]"""


@pytest.mark.parametrize("state", _STATES)
def test_a_phone_shows_cards_and_axe_finds_nothing_in_any_state(
    browser: Browser, axe: str, over_http: str, state: str
) -> None:
    """A phone never scrolls sideways; a row of the table is cards below each other."""
    viewport: ViewportSize = {"width": 375, "height": 800}
    address = over_http + _STATES[state]
    with visit(browser, address, viewport=viewport, reduced_motion="reduce") as (page, _):
        if state not in _WITHOUT_DATA:
            ready(page)
        for width in (320, 375, 767):
            show(page, width)
            assert not scrolls_sideways(page), width
            if state in {"vergelijking", "overview-base"}:
                names = page.locator("#gebruik-tijdens-de-les:not(.is-open) .topic-names:visible")
                if names.count():
                    names.click()
                cells = page.locator("#gebruik-tijdens-de-les").locator("td")
                tops, before = cells.evaluate_all(_SHOWN_ON_A_PHONE)
                assert tops == sorted(set(tops)), width
                assert "CVO Baarn/Soest" in before
        take_pictures(page, state)
        assert axe_faults(page, axe, whole=state not in _OTHER_STATES) == []


def test_the_question_of_a_card_is_as_wide_as_the_card(browser: Browser, over_http: str) -> None:
    viewport: ViewportSize = {"width": 375, "height": 800}
    with visit(browser, over_http + TABLE, viewport=viewport) as (page, _):
        ready(page)
        row = page.locator("#gebruik-tijdens-de-les")
        widths = row.locator("th, td").evaluate_all("cells => cells.map((c) => c.offsetWidth)")
        assert len(set(widths)) == 1


def test_six_columns_fit_on_a_laptop(browser: Browser, over_http: str) -> None:
    """As many boards as are shown until someone chooses; here five and the template."""
    laptop = ViewportSize(width=1366, height=768)
    with visit(browser, over_http + TABLE, viewport=laptop) as (page, _):
        ready(page)
        page.select_option("#keuze-basis", label="het voorbeeldprotocol")
        expect(page.locator("#matrix thead th")).to_have_count(7)
        assert not scrolls_sideways(page)


def test_one_board_shows_what_it_has(browser: Browser, over_http: str) -> None:
    """Alone there is nothing to differ from; the counter is of what is shown."""
    with visit(browser, f"{over_http}{TABLE}?besturen=verkruisen") as (page, wrong):
        ready(page)
        rows = page.locator("#matrix tr[id]:not([hidden])")
        assert rows.count() > 1
        assert page.locator("#matrix tr[id]:not([hidden]) .cell-clause").count() >= rows.count()
        status = page.locator("#stand").inner_text()
        assert status.startswith(f"{rows.count()} van ")
        assert "van 57" not in status
        expect(page.locator("#gekozen")).not_to_contain_text("alleen waar besturen verschillen")
        assert wrong == []


def test_choices_are_made_without_a_mouse(browser: Browser, over_http: str) -> None:
    """A chip that goes leaves the keyboard at the next; of the parts one is open, Escape closes."""
    with visit(browser, f"{over_http}{TABLE}?voor=medewerkers&regel=mag-niet") as (page, wrong):
        ready(page)
        before = page.locator("#gekozen button").count()
        page.locator("#gekozen button").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#gekozen button")).to_have_count(before - 1)
        expect(page.locator("#gekozen button").first).to_be_focused()
        parts = page.locator("#kiezen > details")
        assert parts.count() == 4
        for number in range(4):
            parts.nth(number).locator("> summary").focus()
            page.keyboard.press("Enter")
            expect(page.locator("#kiezen > details[open]")).to_have_count(1)
            expect(parts.nth(number)).to_have_attribute("open", "")
        page.keyboard.press("Escape")
        expect(page.locator("#kiezen > details[open]")).to_have_count(0)
        expect(parts.nth(3).locator("> summary")).to_be_focused()
        assert wrong == []


def test_a_number_leads_to_its_clause_and_nothing_to_the_whole_site(
    browser: Browser, over_http: str
) -> None:
    with visit(browser, f"{over_http}{TABLE}?zoek=3.1.6") as (page, _):
        ready(page)
        expect(page.locator(f"[id='{PRIVATE}']")).to_be_visible()
        labels = page.locator(
            "#matrix tr[id]:not([hidden]) td[data-organisation^='Stichting OPONOA']"
        )
        assert labels.count() > 0
        for cell in labels.all():
            expect(cell.get_by_role("link", name="3.1.6", exact=True)).to_be_visible()
        page.locator("#keuze-zoek").fill("xyzzy")
        link = page.locator("#stand").get_by_role("link", name="Zoek op de hele website")
        expect(link).to_have_attribute("href", re.compile(r"search\.html\?q=xyzzy$"))
