"""Composing a protocol in a browser: what comes out is what ``protocol new`` would have made."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

import seeds
from browser.visiting import axe_faults, scrolls_sideways, show, take_pictures, visit
from composed import DUTCH, by_command, merge_of, read_answers_file, read_made
from programs import IsValidWord
from protocolkit.base.problems import Severity
from protocolkit.checking.check import check_protocol
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Organisation
from protocolkit.document.model import Protocol
from protocolkit.document.outline import clause_text, clauses
from protocolkit.drafting.new.answers import Answers, write_answers
from protocolkit.importing.extract.word.extract import extract_word
from protocolkit.importing.importer import import_source
from protocolkit.paper.docx import write_docx
from protocolkit.text.words import tokens

_PAGE = "opstellen/sociale-media/index.html"
_MERGE = f"{_PAGE}?van=oponoa&en=lucas-onderwijs"
_HOSTILE = 'Stichting </w:t><script>alert(1)</script> & "Zo" [x](y) *z* {{1}}'


def _ready(page: Page) -> None:
    expect(page.locator("#opstellen-app")).to_be_visible()


def _step(page: Page, name: str) -> None:
    """Go to one of the six steps of the page."""
    page.locator(f".composer-steps a[href='#{name}']").click()
    expect(page.locator(f"#{name}")).to_be_visible()


def _fill(page: Page, name: str, value: str) -> None:
    _step(page, "namen")
    page.locator(f"#veld-{name}").fill(value)


def _download(page: Page, what: str) -> bytes:
    _step(page, "bewaren" if what == "bestand" else "ophalen")
    with page.expect_download() as found:
        page.locator(f"[data-does={what}]").click()
    return Path(found.value.path()).read_bytes()


def _ten_topics(page: Page) -> list[str]:
    """Leave everything out, then choose the first wording of ten topics."""
    _step(page, "begin")
    page.get_by_role("button", name="Laat alles weg, ik kies zelf").click()
    _step(page, "onderwerpen")
    chosen = []
    for link in page.locator("#lijst a:visible").all()[:10]:
        topic = (link.get_attribute("href") or "").removeprefix("#")
        link.click()
        page.locator(f"#{topic} h4 input").first.check()
        chosen.append(topic.removeprefix("onderwerp-"))
    return chosen


def _answers(page: Page) -> Answers:
    return read_answers_file(_download(page, "bestand").decode())


def _text_of_word(content: bytes) -> str:
    """Return the body of a Word file from the title on; ids renumbered, links by address."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        root = etree.fromstring(package.read("word/document.xml"))
        rels = package.read("word/_rels/document.xml.rels").decode()
        notes = etree.tostring(etree.fromstring(package.read("word/footnotes.xml")), method="c14n")
    targets = dict(re.findall(r'Id="(\w+)"[^>]*?Target="([^"]*)"', rels))
    text = etree.tostring(root, method="c14n").decode()
    text = text[text.index('w:val="Title"') : text.rindex("<w:sectPr")]
    # appendices are no part of the text, nor is the bar beside what somebody typed
    appendix = text.find("<w:pageBreakBefore")
    text = text[: text.rindex("<w:p>", 0, appendix)] if appendix >= 0 else text
    text = re.sub(r"<w:pBdr>.*?</w:pBdr>", "", text)
    # nor is which lines stay on one page: a page does not measure the words that are typed
    text = text.replace("<w:keepLines></w:keepLines>", "")
    text = re.sub(r'r:id="(\w+)"', lambda found: targets[found[1]], text)
    ids: dict[str, str] = {}
    pattern = r'(bookmark(?:Start|End) w:id=")(\d+)'
    numbered = re.sub(
        pattern, lambda found: found[1] + ids.setdefault(found[2], str(len(ids))), text
    )
    return numbered + re.sub(r'r:id="\w+"', "", notes.decode())


def _by_writer(protocol: Protocol) -> bytes:
    """Return the command's Word file."""
    return write_docx(protocol, make_cover(protocol, DUTCH), DUTCH, project=seeds.ROOT)


def test_ten_topics_become_markdown_and_word(browser: Browser, from_disk: str) -> None:
    with visit(browser, from_disk + _PAGE) as (page, wrong):
        _ready(page)
        chosen = _ten_topics(page)
        _fill(page, "name", "Stichting De Brug")
        markdown, word = _download(page, "markdown"), _download(page, "word")
        answers = _answers(page)
        assert wrong == []
    protocol = read_made(markdown)
    assert protocol == by_command(answers)
    assert {entry.topic for entry in protocol.facts.provenance if entry.anchor} >= set(chosen)
    chosen_here = {k: c for k, c in answers.choices.items() if not k.startswith("algemeen-")}
    assert len([c for c in chosen_here.values() if c not in ("geen", "")]) == 10
    assert [p for p in check_protocol(protocol) if p.code.severity is Severity.ERROR] == []
    assert _text_of_word(word) == _text_of_word(_by_writer(protocol))
    assert 'w:val="OpenPlace"' in _text_of_word(word)
    shown = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs)
    assert make_cover(protocol, DUTCH).open_places in shown.splitlines()
    for clause in clauses(protocol):
        assert " ".join(tokens(clause_text(clause))) in " ".join(tokens(shown))


def _said(protocol: Protocol) -> list[tuple[str, ...]]:
    return [tokens(clause_text(clause)) for clause in clauses(protocol)]


@pytest.mark.parametrize("merges", [(), ("oponoa", "lucas-onderwijs")])
def test_word_is_valid_and_all_is_as_the_command_makes_it(
    browser: Browser,
    over_http: str,
    merges: tuple[str, ...],
    tmp_path: Path,
    valid_word: IsValidWord,
) -> None:
    address = _MERGE if merges else _PAGE
    with visit(browser, over_http + address) as (page, wrong):
        _ready(page)
        _fill(page, "name", "Stichting De Brug")
        _fill(page, "schools", "De Wilg, De Eik")
        markdown, word = _download(page, "markdown"), _download(page, "word")
        answers = _answers(page)
        assert wrong == []
    protocol = read_made(markdown)
    assert answers.merges == merges
    assert protocol == by_command(answers, merge_of(*merges) if merges else None)
    assert _text_of_word(word) == _text_of_word(_by_writer(protocol))
    taken_in = import_source(extract_word(word))
    assert _said(taken_in.protocol) == _said(protocol)
    path = tmp_path / "concept.docx"
    path.write_bytes(word)
    valid_word(path)


def test_a_hostile_name_stays_text(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, wrong):
        _ready(page)
        _fill(page, "name", _HOSTILE)
        _step(page, "ophalen")
        page.locator("#lezen summary").click()
        assert page.locator("#opstellen-pagina script").count() == 0
        markdown, word = _download(page, "markdown"), _download(page, "word")
        answers = _answers(page)
        assert [*wrong, *page.evaluate("window.violations")] == []
    protocol = read_made(markdown)
    assert protocol.facts.organisation.name == _HOSTILE
    assert protocol == by_command(answers)
    assert _text_of_word(word) == _text_of_word(_by_writer(protocol))


def test_changed_words_and_words_of_ones_own_come_along(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        _fill(page, "name", "Stichting De Brug")
        topic = _ten_topics(page)[0]
        page.locator(f"#lijst a[href='#onderwerp-{topic}']").click()
        card = page.locator(f"#onderwerp-{topic}")
        card.locator("summary").first.click()
        card.locator("textarea").first.fill("Eerste alinea.\n# Tweede <b>alinea</b>.")
        page.get_by_role("button", name="Volgend onderwerp").click()
        own = page.locator(".composer-topic:visible")
        own.locator(".is-own input").check()
        own.locator(".is-own textarea").fill("14a. Dit is van ons.")
        saved, answers = _download(page, "bestand"), _answers(page)
        markdown, word = _download(page, "markdown"), _download(page, "word")
        _step(page, "begin")
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Kies wat wordt aanbevolen").click()
        assert _download(page, "markdown") != markdown
        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("#inlezen").set_input_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": saved}
        )
        expect(page.locator("#melding")).to_have_text("Uw antwoorden zijn ingelezen.")
        assert _download(page, "markdown") == markdown
    assert read_made(markdown) == by_command(answers)
    texts = [clause_text(clause) for clause in clauses(read_made(markdown))]
    assert texts[0] == "Eerste alinea.\n# Tweede <b>alinea</b>."
    assert "14a. Dit is van ons." in texts
    assert "eigen" in {entry.choice for entry in read_made(markdown).facts.provenance}
    assert _text_of_word(word) == _text_of_word(_by_writer(read_made(markdown)))


@pytest.mark.parametrize("merges", [(), ("oponoa", "lucas-onderwijs")])
def test_what_the_command_keeps_is_opened_here(
    browser: Browser, over_http: str, merges: tuple[str, ...]
) -> None:
    topics = {"bij-twijfel": "geen", "zelf-verantwoordelijk": "eigen", "prive-contact": ""}
    given = Answers(
        subject="sociale-media",
        merges=merges,
        organisation=Organisation(name='Stichting "De # Brug" \\', sector="po"),
        schools=("De Wilg",),
        functions={"directeur": "locatieleider"},
        choices={**topics, "gebruik-tijdens-de-les": merges[1] if merges else ""},
        texts={"zelf-verantwoordelijk": "Ieder voor zich.  # geen opmerking\nSamen."},
    )
    text = write_answers(given, [], {"bij-twijfel": 'Wat doe je "bij" twijfel? # 3'})
    with visit(browser, over_http + (_MERGE if merges else _PAGE)) as (page, wrong):
        _ready(page)
        page.locator("#inlezen").set_input_files(
            {"name": "a.yml", "mimeType": "text/yaml", "buffer": text.encode()}
        )
        expect(page.locator("#melding")).to_have_text("Uw antwoorden zijn ingelezen.")
        markdown, answers = _download(page, "markdown"), _answers(page)
        assert wrong == []
        page.locator("#inlezen").set_input_files(
            {"name": "a.yml", "mimeType": "text/yaml", "buffer": b"subject: pesten\n"}
        )
        expect(page.locator("#melding")).to_contain_text("staan geen antwoorden voor dit concept")
        assert _download(page, "markdown") == markdown
    assert {key: answers.choices[key] for key in given.choices} == given.choices
    assert (answers.organisation, answers.schools) == (given.organisation, given.schools)
    assert answers.texts == given.texts
    assert read_made(markdown) == by_command(answers, merge_of(*merges) if merges else None)
    # what was not answered stands as the page chose it; the command does the same
    assert {c.anchor: clause_text(c) for c in clauses(read_made(markdown))} == {
        c.anchor: clause_text(c)
        for c in clauses(by_command(given, merge_of(*merges) if merges else None))
    }


def test_a_merger_shows_only_what_is_to_be_decided(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, wrong):
        _ready(page)
        page.get_by_text("Twee protocollen die één worden").click()
        page.get_by_label("Eerste").select_option("oponoa")
        page.get_by_label("Tweede").select_option("lucas-onderwijs")
        page.get_by_role("button", name="Voeg deze samen").click()
        _ready(page)
        _step(page, "onderwerpen")
        assert "van=oponoa&en=lucas-onderwijs" in page.url
        shown = page.locator("#lijst [data-topic]:visible")
        assert 0 < shown.count() < page.locator("#lijst [data-topic]").count()
        assert shown.count() == page.locator("#lijst [data-need]").count()
        _step(page, "nog-open")
        before = page.locator("#open-lijst li:visible").count()
        _step(page, "onderwerpen")
        page.locator(".composer-topic:visible input[value=beide]").check()
        _step(page, "nog-open")
        assert page.locator("#open-lijst li:visible").count() == before - 1
        expect(page.locator("#blijft-weg")).to_contain_text("wie erover besloot")
        assert wrong == []


_KEYS = "Object.keys(localStorage).filter((key) => key.startsWith('protocolkit'))"


def test_a_merger_tells_where_one_chooses_what_contradicts(
    browser: Browser, from_disk: str
) -> None:
    with visit(browser, from_disk + f"{_PAGE}?van=borger-odoorn&en=oponoa") as (page, faults):
        _ready(page)
        _step(page, "onderwerpen")
        page.locator("[name='choices:gebruik-tijdens-de-les'][value=borger-odoorn]").evaluate(
            "choice => choice.click()"
        )
        # what the other board says on another question, where nothing had to be chosen
        page.evaluate("location.hash = 'onderwerp-opnames-maken'")
        told = page.locator("#onderwerp-opnames-maken .composer-clash:visible")
        expect(told).to_contain_text("Mag je tijdens de les sociale media gebruiken?")
        told.locator("a").click()
        shown = page.locator("#onderwerp-gebruik-tijdens-de-les .composer-clash:visible")
        expect(shown).to_have_count(2)
        # both at once: forbidden without leave, and asked only with leave
        page.locator("[name='choices:gebruik-tijdens-de-les'][value=beide]").check()
        expect(shown.first.locator("p")).to_have_count(2)
        _step(page, "nog-open")
        expect(page.locator("#botsingen li")).to_have_count(2)
        assert not faults


def test_all_is_kept_as_one_goes_and_wiping_wipes(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE, alone=True) as (page, _):
        _ready(page)
        assert page.evaluate(_KEYS) == []
        _fill(page, "name", "De Brug")
        expect(page.locator("#bewaard")).to_contain_text("Bewaard op dit apparaat om")
        assert len(page.evaluate(_KEYS)) == 1
        page.reload()
        _ready(page)
        expect(page.locator("#veld-name")).to_have_value("De Brug")
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Concept wissen van dit apparaat").click()
        expect(page.locator("#veld-name")).to_have_value("")
        assert page.evaluate(_KEYS) == []
        page.get_by_role("button", name="Ongedaan maken").click()
        expect(page.locator("#veld-name")).to_have_value("De Brug")
        _step(page, "bewaren")
        page.get_by_label("bewaar op dit apparaat").uncheck()
        expect(page.locator("#bewaard")).to_contain_text("wordt niets bewaard")
        assert page.evaluate(_KEYS) == []
        # what is nowhere else is not left without a warning
        heard: list[str] = []
        page.on("dialog", lambda dialog: heard.append(dialog.type))
        page.goto("about:blank")
        assert heard == ["beforeunload"]


def test_nothing_resets_many_choices_without_a_question_and_a_way_back(
    browser: Browser, over_http: str
) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        _step(page, "onderwerpen")
        card = page.locator(".composer-topic:visible")
        card.locator("h4 input").nth(1).check()
        chosen = page.evaluate("now")
        _step(page, "begin")
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_role("button", name="Laat alles weg, ik kies zelf").click()
        assert page.evaluate("now") == chosen
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Laat alles weg, ik kies zelf").click()
        assert page.evaluate("now") != chosen
        page.get_by_role("button", name="Ongedaan maken").click()
        expect(page.locator("#melding")).to_contain_text("Ongedaan gemaakt")
        assert page.evaluate("now") == chosen
        # typing into one field is one step back
        _fill(page, "name", "De")
        page.locator("#veld-name").press_sequentially(" Brug")
        page.get_by_role("button", name="Ongedaan maken").click()
        expect(page.locator("#veld-name")).to_have_value("")


def test_one_step_at_a_time_and_what_is_open_leads_to_its_field(
    browser: Browser, over_http: str
) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        seen = []
        for _ in range(6):
            [head] = [h for h in page.locator(".composer-step > h2").all() if h.is_visible()]
            seen.append(head.get_attribute("id"))
            if page.locator("[data-does=stap-verder]").is_visible():
                page.locator("[data-does=stap-verder]").click()
        assert seen == ["begin", "onderwerpen", "namen", "nog-open", "ophalen", "bewaren"]
        expect(page.locator("#stap")).to_have_text("Stap 6 van 6")
        _step(page, "nog-open")
        shown = page.locator("#open-lijst a:visible").all()
        links = [link.get_attribute("href") or "" for link in shown]
        assert len(links) > 5
        assert len(set(links)) == len(links), "what one field fills in is one thing to do"
        for number, link in enumerate(links):
            _step(page, "nog-open")
            page.locator("#open-lijst a:visible").nth(number).click()
            target = link.partition("#")[2]
            inside = page.locator(f"#{target}, #{target} h3").filter(visible=True).last
            expect(inside).to_be_focused()
        _step(page, "ophalen")
        page.locator("#lezen summary").click()
        page.locator("#concept a", has_text="[naam van het bestuur]").first.click()
        expect(page.locator("#veld-name")).to_be_focused()
        page.locator("#veld-kind").select_option("school")
        _step(page, "ophalen")
        page.locator("#concept a", has_text="[naam van het bestuur]").first.click()
        expect(page.locator("#veld-parent")).to_be_focused()


def test_a_name_says_whether_it_is_a_school_until_somebody_says_otherwise(
    browser: Browser, from_disk: str
) -> None:
    with visit(browser, from_disk + _PAGE) as (page, faults):
        _ready(page)
        _step(page, "namen")
        kind = page.locator("#veld-kind")
        for name, expected in (("O.B.S. De Wal", "school"), ("Stichting De Wal", "bestuur")):
            page.locator("#veld-name").fill(name)
            expect(kind).to_have_value(expected)
        kind.select_option("bureau")
        page.locator("#veld-name").fill("obs De Wal")
        expect(kind).to_have_value("bureau")
        assert not faults


def test_no_request_leaves_with_what_was_typed(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE, alone=True) as (page, _):
        _ready(page)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        _fill(page, "name", "Geheim")
        _download(page, "markdown")
        _download(page, "word")
        sent = [url for url in asked if not url.startswith("blob:") and not url.endswith(".svg")]
        assert "Geheim" not in " ".join(sent)
        assert [url.split("?")[0].rsplit("/", 1)[1] for url in sent] == ["word.js"]


def test_only_the_keyboard_is_needed(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        page.locator(".composer-steps a").nth(1).focus()
        page.keyboard.press("Enter")
        expect(page.locator("#onderwerpen")).to_be_focused()
        page.get_by_role("button", name="Volgend onderwerp").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".composer-topic:visible h3")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        chosen = page.locator(".composer-topic:visible input[type=radio]:checked")
        expect(chosen).to_have_count(1)
        # a screen reader says what is chosen with it
        words = (
            page.locator(".composer-topic:visible .composer-option:has(h4 input:checked)")
            .locator(".composer-words")
            .inner_text()
        )
        said = chosen.evaluate(
            "(radio) => radio.getAttribute('aria-describedby').split(' ')"
            ".map((id) => document.getElementById(id).innerText).join(' ')"
        )
        assert words in said


def test_undoing_says_what_was_undone_and_keeps_the_focus(browser: Browser, from_disk: str) -> None:
    with visit(browser, from_disk + _PAGE) as (page, faults):
        _ready(page)
        undo = page.get_by_role("button", name="Ongedaan maken")
        expect(undo).to_be_disabled()
        _fill(page, "name", "De Brug")
        _step(page, "onderwerpen")
        page.get_by_role("button", name="Volgend onderwerp").click()
        topic = page.locator(".composer-topic:visible")
        title = topic.locator("h3").inner_text()
        topic.locator("summary").first.click()
        topic.locator("textarea").first.fill("Andere woorden.")
        for said in (f"Ongedaan gemaakt: {title}", "Ongedaan gemaakt: Van wie wordt het protocol?"):
            expect(undo).to_be_enabled()
            undo.focus()
            page.keyboard.press("Enter")
            expect(page.get_by_role("status").first).to_contain_text(said)
            expect(undo).to_be_focused()
        # with nothing left it does nothing, and stays where it is
        expect(undo).to_be_disabled()
        page.keyboard.press("Enter")
        expect(undo).to_be_focused()
        assert faults == []


def test_without_scripts_the_other_ways_are_shown(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE, java_script_enabled=False) as (page, _):
        expect(page.locator("#zonder a.download").first).to_be_visible()
        expect(page.get_by_text("protocol new --subject sociale-media")).to_be_visible()
        expect(page.locator("#opstellen-app")).to_be_hidden()


@pytest.mark.parametrize(("name", "address"), [("opstellen", _PAGE), ("samenvoegen", _MERGE)])
def test_axe_finds_nothing(
    browser: Browser, axe: str, over_http: str, name: str, address: str
) -> None:
    with visit(browser, over_http + address, reduced_motion="reduce") as (page, wrong):
        _ready(page)
        _step(page, "onderwerpen")
        take_pictures(page, name, full_page=True)
        page.locator(".composer-topic:visible h4 input").first.check()
        for step in ("onderwerpen", "namen", "nog-open", "ophalen", "bewaren", "begin"):
            _step(page, step)
            assert axe_faults(page, axe, whole=step == "onderwerpen") == [], step
        for step in ("namen", "nog-open", "onderwerpen"):
            _step(page, step)
            show(page, 320)
            assert not scrolls_sideways(page), step
            show(page, 1440)
        assert wrong == []


def _give(page: Page, answers: object) -> None:
    content = json.dumps(answers).encode()
    page.locator("#inlezen").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": content}
    )


def test_one_word_for_one_thing_is_chosen_here_and_what_changes_is_marked(
    browser: Browser, from_disk: str
) -> None:
    with visit(browser, from_disk + _PAGE) as (page, _):
        _ready(page)
        _step(page, "namen")
        choice = page.locator("[data-term='social media']")
        choice.select_option("sociale media")
        expect(page.locator("#woorden-anders li").first).to_contain_text("nu: Sociale")
        assert json.loads(_download(page, "bestand"))["terms"] == {"social media": "sociale media"}
        text = _download(page, "markdown").decode()
        body = text.partition("\n---\n")[2]
        assert "ociale media" in body
        assert "ocial media" not in body
        page.locator("#ongedaan").click()
        expect(choice).to_have_value("")
        expect(page.locator("#woorden-anders li")).to_have_count(0)


def test_words_that_a_file_chose_for_one_thing_are_put_in(browser: Browser, from_disk: str) -> None:
    with visit(browser, from_disk + _PAGE) as (page, _):
        _ready(page)
        given = json.loads(_download(page, "bestand"))
        given["terms"] = {"social media": "sociale media", "aanspreekvorm": "u"}
        _give(page, given)
        expect(page.locator("#melding")).to_have_text("Uw antwoorden zijn ingelezen.")
        assert json.loads(_download(page, "bestand"))["terms"] == given["terms"]
        _step(page, "namen")
        expect(page.locator("#omschrijven")).to_contain_text("je")
        given["terms"] = {}
        page.once("dialog", lambda dialog: dialog.accept())
        _give(page, given)
        assert json.loads(_download(page, "bestand"))["terms"] == {}


@pytest.mark.parametrize("width", [375, 1366])
def test_what_is_odd_in_a_wording_that_was_chosen_before_is_told_in_the_step_of_what_is_open(
    browser: Browser, from_disk: str, width: int
) -> None:
    with visit(browser, from_disk + _PAGE) as (page, faults):
        page.set_viewport_size({"width": width, "height": 800})
        _ready(page)
        _step(page, "nog-open")
        expect(page.locator("#mankeert")).to_be_visible()
        expect(page.locator("#mankeert")).to_contain_text("te voorzien de")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert faults == []
