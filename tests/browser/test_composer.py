"""Composing a protocol in a browser: what comes out is what ``protocol new`` would have made."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

import seeds
from browser.visiting import Scheme, visit
from protocolkit.checking.rules import check_protocol
from protocolkit.cover import make_cover
from protocolkit.drafting.answers import Answers, read_answers_text
from protocolkit.drafting.assembling import Draft, assemble
from protocolkit.drafting.merging import check_merge_answers, draft_from_merge, make_merge
from protocolkit.drafting.new_protocol import check_answers, draft_from_template, values_of
from protocolkit.drafting.preparing import template_of
from protocolkit.facts import Facts, Status
from protocolkit.messages import translator
from protocolkit.model import Protocol
from protocolkit.outline import clause_text, clauses
from protocolkit.paper.docx import write_docx
from protocolkit.problems import Severity
from protocolkit.reading.reader import read_protocol_text
from protocolkit.reading.report import Report
from protocolkit.words import tokens

_PAGE = "opstellen/sociale-media/index.html"
_MERGE = f"{_PAGE}?van=oponoa&en=lucas-onderwijs"
_HOSTILE = 'Stichting </w:t><script>alert(1)</script> & "Zo" [x](y) *z* {{1}}'
_DUTCH = translator("nl")
_VALIDATOR = seeds.ROOT / "node_modules" / ".bin" / "ooxml-validator"


def _ready(page: Page) -> None:
    page.set_default_timeout(10_000)
    expect(page.locator("#opstellen-app")).to_be_visible()


def _download(page: Page, what: str) -> bytes:
    with page.expect_download() as found:
        page.locator(f"[data-does={what}]").click()
    return Path(found.value.path()).read_bytes()


def _ten_topics(page: Page) -> list[str]:
    """Leave everything out, then choose the first wording of ten topics."""
    page.get_by_role("button", name="Laat alles weg, ik kies zelf").click()
    chosen = []
    for card in page.locator(".composer-topic").all()[:10]:
        topic = card.get_attribute("id") or ""
        page.locator(f"#lijst a[href='#{topic}']").click()
        card.locator("h4 input").first.check()
        chosen.append(topic.removeprefix("onderwerp-"))
    return chosen


def _answers(page: Page) -> Answers:
    report = Report("antwoorden.json")
    answers = read_answers_text(_download(page, "bestand").decode(), report)
    assert report.problems == []
    return answers


def _by_command(answers: Answers) -> Protocol:
    """Make what ``protocol new --answers`` makes."""
    subject = seeds.collection().subjects[0]
    draft: Draft
    if answers.merges:
        assert subject.concordance is not None
        left, right = (seeds.protocol(slug) for slug in answers.merges)
        template = template_of(seeds.ROOT, subject)
        merge = make_merge(left, right, subject.concordance, template)
        assert list(check_merge_answers(answers, merge)) == []
        draft = draft_from_merge(merge, answers, _DUTCH)
    else:
        template = template_of(seeds.ROOT, subject)
        assert template is not None
        assert list(check_answers(answers, template)) == []
        draft = draft_from_template(template, answers, _DUTCH)
    facts = Facts(
        organisation=answers.organisation,
        status=Status.CONCEPT,
        applies_to=answers.schools,
        based_on=", ".join(answers.merges),
    )
    where = Protocol(facts=facts, title=(), parts=())
    return assemble(draft, facts, values_of(draft, answers), where)


def _read(content: bytes) -> Protocol:
    reading = read_protocol_text(
        content.decode(), "de-brug.md", subject="sociale-media", slug="de-brug"
    )
    # that markup stands in a name as text is said, as a warning
    assert {found.code.name for found in reading.problems} <= {"syntax-as-text"}
    return reading.protocol


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
    text = re.sub(r'r:id="(\w+)"', lambda found: targets[found[1]], text)
    ids: dict[str, str] = {}
    pattern = r'(bookmark(?:Start|End) w:id=")(\d+)'
    numbered = re.sub(
        pattern, lambda found: found[1] + ids.setdefault(found[2], str(len(ids))), text
    )
    return numbered + re.sub(r'r:id="\w+"', "", notes.decode())


def _by_writer(protocol: Protocol) -> bytes:
    return write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH, project=seeds.ROOT)


def test_ten_topics_become_markdown_and_word(browser: Browser, from_disk: str) -> None:
    with visit(browser, from_disk + _PAGE) as (page, wrong):
        _ready(page)
        chosen = _ten_topics(page)
        page.locator("#veld-naam").fill("Stichting De Brug")
        markdown, word = _download(page, "markdown"), _download(page, "word")
        answers = _answers(page)
        assert wrong == []
    protocol = _read(markdown)
    assert protocol == _by_command(answers)
    assert {entry.topic for entry in protocol.facts.provenance if entry.anchor} >= set(chosen)
    assert len([c for c in answers.choices.values() if c not in ("geen", "")]) == 10
    assert [p for p in check_protocol(protocol) if p.code.severity is Severity.ERROR] == []
    assert _text_of_word(word) == _text_of_word(_by_writer(protocol))
    shown = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(word)).paragraphs)
    for clause in clauses(protocol):
        assert " ".join(tokens(clause_text(clause))) in " ".join(tokens(shown))


@pytest.mark.parametrize("address", [_PAGE, _MERGE])
def test_word_is_valid_and_all_is_as_the_command_makes_it(
    browser: Browser, over_http: str, address: str, tmp_path: Path
) -> None:
    with visit(browser, over_http + address) as (page, wrong):
        _ready(page)
        page.locator("#veld-naam").fill("Stichting De Brug")
        page.locator("#veld-scholen").fill("De Wilg, De Eik")
        markdown, word = _download(page, "markdown"), _download(page, "word")
        answers = _answers(page)
        assert wrong == []
    protocol = _read(markdown)
    assert protocol == _by_command(answers)
    assert _text_of_word(word) == _text_of_word(_by_writer(protocol))
    if _VALIDATOR.exists():
        path = tmp_path / "concept.docx"
        path.write_bytes(word)
        done = subprocess.run([str(_VALIDATOR), str(path)], capture_output=True, check=False)
        assert json.loads(done.stdout)["errors"] == []


def test_a_hostile_name_stays_text(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, wrong):
        _ready(page)
        page.locator("#veld-naam").fill(_HOSTILE)
        page.locator("#lezen summary").click()
        assert page.locator("#opstellen-pagina script").count() == 0
        markdown, word = _download(page, "markdown"), _download(page, "word")
        answers = _answers(page)
        assert [*wrong, *page.evaluate("window.violations")] == []
    protocol = _read(markdown)
    assert protocol.facts.organisation.name == _HOSTILE
    assert protocol == _by_command(answers)
    assert _text_of_word(word) == _text_of_word(_by_writer(protocol))


def test_changed_words_and_words_of_ones_own_come_along(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        topic = _ten_topics(page)[0]
        page.locator(f"#lijst a[href='#onderwerp-{topic}']").click()
        card = page.locator(f"#onderwerp-{topic}")
        card.locator("summary").first.click()
        card.locator("textarea").first.fill("Eerste alinea.\n# Tweede <b>alinea</b>.")
        page.get_by_role("button", name="Volgend onderwerp").click()
        own = page.locator(".composer-topic:visible")
        own.locator(".is-own input").check()
        own.locator(".is-own textarea").fill("14a. Dit is van ons.")
        saved = _download(page, "bestand")
        markdown, word = _download(page, "markdown"), _download(page, "word")
        page.reload()
        _ready(page)
        page.locator("#inlezen").set_input_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": saved}
        )
        expect(page.locator("#melding")).to_have_text("Uw antwoorden zijn ingelezen.")
        assert _download(page, "markdown") == markdown
    texts = [clause_text(clause) for clause in clauses(_read(markdown))]
    assert texts[0] == "Eerste alinea.\n# Tweede <b>alinea</b>."
    assert "14a. Dit is van ons." in texts
    assert _read(markdown).facts.provenance[1].choice == "eigen"
    assert _text_of_word(word) == _text_of_word(_by_writer(_read(markdown)))


def test_a_merger_shows_only_what_is_to_be_decided(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, wrong):
        _ready(page)
        page.get_by_text("Twee protocollen die één worden").click()
        page.get_by_label("Eerste").select_option("oponoa")
        page.get_by_label("Tweede").select_option("lucas-onderwijs")
        page.get_by_role("button", name="Voeg deze samen").click()
        _ready(page)
        assert "van=oponoa&en=lucas-onderwijs" in page.url
        shown = page.locator("#lijst [data-topic]:visible")
        assert 0 < shown.count() < page.locator("#lijst [data-topic]").count()
        assert shown.count() == page.locator("#lijst [data-need]").count()
        before = page.locator("#open-lijst li").count()
        page.locator(".composer-topic:visible input[value=beide]").check()
        assert page.locator("#open-lijst li").count() == before - 1
        assert wrong == []


def test_nothing_is_kept_unless_asked_and_wiping_wipes(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        keys = "Object.keys(localStorage).filter((key) => key.startsWith('protocolkit'))"
        page.locator("#veld-naam").fill("De Brug")
        assert page.evaluate(keys) == []
        page.get_by_label("bewaar op dit apparaat").check()
        assert len(page.evaluate(keys)) == 1
        page.reload()
        _ready(page)
        expect(page.locator("#veld-naam")).to_have_value("De Brug")
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="concept wissen van dit apparaat").click()
        expect(page.locator("#veld-naam")).to_have_value("")
        expect(page.get_by_label("bewaar op dit apparaat")).not_to_be_checked()
        assert page.evaluate(keys) == []


def test_no_request_leaves_with_what_was_typed(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator("#veld-naam").fill("Geheim")
        _download(page, "markdown")
        _download(page, "word")
        sent = [url for url in asked if not url.startswith("blob:")]
        assert "Geheim" not in " ".join(sent)
        assert [url.split("?")[0].rsplit("/", 1)[1] for url in sent] == ["word.js"]


def test_only_the_keyboard_is_needed(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, _):
        _ready(page)
        page.get_by_role("button", name="Volgend onderwerp").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".composer-topic:visible h3")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        expect(page.locator(".composer-topic:visible input[type=radio]:checked")).to_have_count(1)


def test_without_scripts_the_other_ways_are_shown(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE, java_script_enabled=False) as (page, _):
        expect(page.locator("#zonder a.download").first).to_be_visible()
        expect(page.get_by_text("protocol new --subject sociale-media")).to_be_visible()
        expect(page.locator("#opstellen-app")).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
@pytest.mark.parametrize("address", [_PAGE, _MERGE])
def test_axe_finds_nothing(
    browser: Browser, axe: str, over_http: str, address: str, scheme: Scheme, width: int
) -> None:
    options: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with visit(browser, over_http + address, **options) as (page, _):
        _ready(page)
        page.locator(".composer-topic:visible h4 input").first.check()
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found = [
            (rule["id"], [node["html"][:160] for node in rule["nodes"]][:3])
            for rule in result["violations"]
        ]
        assert found == [], json.dumps(found, indent=1)


@pytest.mark.parametrize("width", [375, 768, 1440])
def test_it_is_photographed(browser: Browser, over_http: str, width: int) -> None:
    folder = seeds.ROOT / "_build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    viewport = {"width": width, "height": 900}
    with visit(browser, over_http + _PAGE, viewport=viewport) as (page, wrong):
        _ready(page)
        page.screenshot(path=folder / f"opstellen-{width}.png", full_page=True)
        assert wrong == []
