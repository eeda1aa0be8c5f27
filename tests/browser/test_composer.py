"""Composing a protocol in a browser: what comes out is what ``protocol new`` would have made."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import docx
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

import seeds
from browser.visiting import axe_faults, scrolls_sideways, show, take_pictures, visit
from programs import IsValidWord
from protocolkit.base.messages import translator
from protocolkit.base.problems import Severity
from protocolkit.checking.check import check_protocol
from protocolkit.document.cover import make_cover
from protocolkit.document.facts import Facts, Organisation, Status
from protocolkit.document.model import Block, Footnote, Protocol
from protocolkit.document.outline import clause_text, clauses
from protocolkit.drafting.new.answers import Answers, read_answers_text, write_answers
from protocolkit.drafting.new.assembling import assemble
from protocolkit.drafting.new.draft import Draft
from protocolkit.drafting.new.filling import filled
from protocolkit.drafting.new.formulations import offered_blocks
from protocolkit.drafting.new.merging import (
    Merge,
    answer_of,
    check_merge_answers,
    draft_from_merge,
    make_merge,
)
from protocolkit.drafting.new.new_protocol import check_answers, draft_from_template, values_of
from protocolkit.drafting.template.choices_file import choices_of
from protocolkit.drafting.template.subject_template import public, template_of
from protocolkit.drafting.template.values import Choice
from protocolkit.paper.docx import write_docx
from protocolkit.reading.found_problems import Report
from protocolkit.reading.reader import read_protocol_text
from protocolkit.text.words import tokens

_PAGE = "opstellen/sociale-media/index.html"
_MERGE = f"{_PAGE}?van=oponoa&en=lucas-onderwijs"
_HOSTILE = 'Stichting </w:t><script>alert(1)</script> & "Zo" [x](y) *z* {{1}}'
_DUTCH = translator("nl")


def _ready(page: Page) -> None:
    expect(page.locator("#opstellen-app")).to_be_visible()


def _download(page: Page, what: str) -> bytes:
    with page.expect_download() as found:
        page.locator(f"[data-does={what}]").click()
    return Path(found.value.path()).read_bytes()


def _ten_topics(page: Page) -> list[str]:
    """Leave everything out, then choose the first wording of ten topics."""
    page.get_by_role("button", name="Laat alles weg, ik kies zelf").click()
    chosen = []
    for link in page.locator("#lijst a:visible").all()[:10]:
        topic = (link.get_attribute("href") or "").removeprefix("#")
        link.click()
        page.locator(f"#{topic} h4 input").first.check()
        chosen.append(topic.removeprefix("onderwerp-"))
    return chosen


def _answers(page: Page) -> Answers:
    report = Report("antwoorden.json")
    answers = read_answers_text(_download(page, "bestand").decode(), report)
    assert report.problems == []
    return answers


def _merge(left: str, right: str) -> Merge:
    subject = seeds.collection().subjects[0]
    assert subject.concordance is not None
    choices, _ = choices_of(seeds.ROOT, subject.slug)
    sides = seeds.protocol(left), seeds.protocol(right)
    return make_merge(*sides, subject.concordance, public(subject.protocols), choices)


def _by_command(answers: Answers, merge: Merge | None = None) -> Protocol:
    """Make what ``protocol new --answers`` makes."""
    subject = seeds.collection().subjects[0]
    draft: Draft
    if merge is not None:
        assert answers.merges == merge.slugs
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
    """Return the command's Word file, less what the page does not make.

    That are labels, which depend on the whole text, and the marks of places that are still open.
    """
    with (
        patch("protocolkit.paper.docx.write.add_labels"),
        patch("protocolkit.paper.docx.text_runs.split_at_blanks", lambda text: [(text, False)]),
    ):
        return write_docx(protocol, make_cover(protocol, _DUTCH), _DUTCH, project=seeds.ROOT)


def test_ten_topics_become_markdown_and_word(browser: Browser, from_disk: str) -> None:
    with visit(browser, from_disk + _PAGE) as (page, wrong):
        _ready(page)
        chosen = _ten_topics(page)
        page.locator("#veld-name").fill("Stichting De Brug")
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
        page.locator("#veld-name").fill("Stichting De Brug")
        page.locator("#veld-schools").fill("De Wilg, De Eik")
        markdown, word = _download(page, "markdown"), _download(page, "word")
        answers = _answers(page)
        assert wrong == []
    protocol = _read(markdown)
    assert answers.merges == merges
    assert protocol == _by_command(answers, _merge(*merges) if merges else None)
    assert _text_of_word(word) == _text_of_word(_by_writer(protocol))
    path = tmp_path / "concept.docx"
    path.write_bytes(word)
    valid_word(path)


def test_a_hostile_name_stays_text(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE) as (page, wrong):
        _ready(page)
        page.locator("#veld-name").fill(_HOSTILE)
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
        page.locator("#veld-name").fill("Stichting De Brug")
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
        page.reload()
        _ready(page)
        page.locator("#inlezen").set_input_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": saved}
        )
        expect(page.locator("#melding")).to_have_text("Uw antwoorden zijn ingelezen.")
        assert _download(page, "markdown") == markdown
    assert _read(markdown) == _by_command(answers)
    texts = [clause_text(clause) for clause in clauses(_read(markdown))]
    assert texts[0] == "Eerste alinea.\n# Tweede <b>alinea</b>."
    assert "14a. Dit is van ons." in texts
    assert "eigen" in {entry.choice for entry in _read(markdown).facts.provenance}
    assert _text_of_word(word) == _text_of_word(_by_writer(_read(markdown)))


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
    assert _read(markdown) == _by_command(answers, _merge(*merges) if merges else None)
    # what was not answered stands as the page chose it; the command does the same
    assert {c.anchor: clause_text(c) for c in clauses(_read(markdown))} == {
        c.anchor: clause_text(c)
        for c in clauses(_by_command(given, _merge(*merges) if merges else None))
    }


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
        before = page.locator("#open-lijst li:visible").count()
        page.locator(".composer-topic:visible input[value=beide]").check()
        assert page.locator("#open-lijst li:visible").count() == before - 1
        assert wrong == []


_PICK = """(shift) => document.querySelectorAll('.composer-topic').forEach((card, n) => {
  const radios = [...card.querySelectorAll('input[type=radio]')];
  const shown = radios.filter((radio) => !radio.closest('[hidden]:not(.composer-topic)'));
  const found = shown[(n + shift) % shown.length];
  found.checked = true;
  card.querySelectorAll('.is-own textarea').forEach((area) => { area.value = 'Eigen ' + n; });
  found.dispatchEvent(new Event('input', { bubbles: true }));
})"""


def _all_words(merge: Merge, answers: Answers) -> Counter[str]:
    """Count the texts that a draft has to hold, worked out from the choices alone."""
    taken: dict[str, Choice] = {}
    texts: Counter[str] = Counter()
    for found in merge.topics:
        answer = answer_of(found, answers, merge.slugs)
        sides = {merge.slugs[0]: found.left, merge.slugs[1]: found.right}
        sides["beide"] = (*found.left, *found.right)
        taken |= {str(choice.origin.place): choice for choice in sides.get(answer, ())}
        texts[answers.own_words(found.topic.id)] += 1
        texts[f"[kies een formulering] {found.topic.title}" if not answer else ""] += 1
    taken |= {str(choice.origin.place): choice for own in merge.rest for choice in own}
    notes = {(c.origin.organisation, n.label): (c, n) for c in taken.values() for n in c.notes}
    said = {" ".join(tokens(clause_text(note))) for _, note in notes.values()}
    whole = [c for c in taken.values() if c.lead_in or " ".join(tokens(c.text)) not in said]

    def filled_in(choice: Choice, blocks: Sequence[Block]) -> str:
        made = filled(blocks, choice.placeholders, lambda p: answers.value(p.key), {})
        return clause_text(Footnote(label="", blocks=made))

    texts.update(filled_in(choice, offered_blocks(choice)) for choice in whole)
    texts.update(filled_in(choice, note.blocks) for choice, note in notes.values())
    del texts[""]
    return texts


@pytest.mark.parametrize(("left", "right"), list(combinations(seeds.SLUGS, 2)))
def test_any_two_boards_become_one(browser: Browser, over_http: str, left: str, right: str) -> None:
    merge = _merge(left, right)
    with visit(browser, f"{over_http}{_PAGE}?van={left}&en={right}") as (page, wrong):
        _ready(page)
        page.locator("#veld-name").fill("Stichting De Brug")
        made = []
        for shift in (None, 0, 1):
            if shift is not None:
                page.evaluate(_PICK, shift)
            made.append((_read(_download(page, "markdown")), _answers(page)))
        assert wrong == []
    for protocol, answers in made:
        assert protocol == _by_command(answers, merge)
        assert [p for p in check_protocol(protocol) if p.code.severity is Severity.ERROR] == []
        texts = [clause_text(clause) for clause in clauses(protocol)]
        texts += [clause_text(note) for note in protocol.notes]
        assert Counter(texts) == _all_words(merge, answers)


def test_nothing_is_kept_unless_asked_and_wiping_wipes(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE, alone=True) as (page, _):
        _ready(page)
        keys = "Object.keys(localStorage).filter((key) => key.startsWith('protocolkit'))"
        page.locator("#veld-name").fill("De Brug")
        assert page.evaluate(keys) == []
        page.get_by_label("bewaar op dit apparaat").check()
        assert len(page.evaluate(keys)) == 1
        page.reload()
        _ready(page)
        expect(page.locator("#veld-name")).to_have_value("De Brug")
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="concept wissen van dit apparaat").click()
        expect(page.locator("#veld-name")).to_have_value("")
        expect(page.get_by_label("bewaar op dit apparaat")).not_to_be_checked()
        assert page.evaluate(keys) == []


def test_no_request_leaves_with_what_was_typed(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http + _PAGE, alone=True) as (page, _):
        _ready(page)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator("#veld-name").fill("Geheim")
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


@pytest.mark.parametrize(("name", "address"), [("opstellen", _PAGE), ("samenvoegen", _MERGE)])
def test_axe_finds_nothing(
    browser: Browser, axe: str, over_http: str, name: str, address: str
) -> None:
    with visit(browser, over_http + address, reduced_motion="reduce") as (page, wrong):
        _ready(page)
        take_pictures(page, name, full_page=True)
        page.locator(".composer-topic:visible h4 input").first.check()
        assert axe_faults(page, axe) == []
        for width in (320, 1440):
            show(page, width)
            assert not scrolls_sideways(page), width
        assert wrong == []
