"""Taking a clause along with its source, the address of a page on paper, and reading aloud."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.visiting import PAGES, axe_faults, visit

_OPONOA = PAGES["protocol"]
_TOPIC = "vergelijken/sociale-media/prive-contact/index.html"
_CLAUSE = "3.1.6"
# A clipboard and a voice that keep what they get; a voice of elsewhere is never used.
_LISTENING = """
window.taken = [];
window.spoken = [];
navigator.clipboard.writeText = async (text) => { window.taken.push(text); };
const voices = window.withoutVoice ? [] : [
  { lang: 'nl-NL', localService: false, name: 'elsewhere' },
  { lang: 'nl-NL', localService: true, name: 'here' },
];
speechSynthesis.getVoices = () => voices;
speechSynthesis.cancel = () => {};
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
speechSynthesis.speak = (said) => {
  window.spoken.push([said.voice.name, said.text]);
  setTimeout(() => said.onend());
};
"""


def test_a_clause_is_copied_with_its_source_and_read_aloud(
    browser: Browser, axe: str, over_http: str
) -> None:
    viewport = {"width": 375, "height": 800}
    with visit(browser, over_http, viewport=viewport, alone=True) as (page, wrong):  # type: ignore[arg-type]
        page.add_init_script(_LISTENING)
        page.goto(over_http + _OPONOA)
        clause = page.locator("#art-3-1-6")
        clause.locator(".headerlink[data-label]").focus()
        page.keyboard.press("Enter")
        tools = page.get_by_role("group", name=f"Bij bepaling {_CLAUSE}")
        expect(tools).to_be_visible()
        tools.get_by_role("button", name="Kopieer met bron").click()
        expect(tools.get_by_role("button", name="Gekopieerd")).to_be_focused()
        tools.get_by_role("button", name="Link kopiëren").click()
        tools.get_by_role("button", name="Voorlezen").click()
        expect(tools.get_by_role("button", name="Voorlezen")).to_be_visible()
        quote, link = page.evaluate("window.taken")
        assert link == f"{over_http}{_OPONOA}#art-3-1-6"
        text, _, source = quote.partition("\n\n")
        assert text.startswith("Het is medewerkers niet toegestaan om met een privéaccount")
        assert text.endswith("op sociale media.")
        assert source == (
            f"Bron: Stichting OPONOA, Protocol sociale media, {_CLAUSE} "
            f"(jaar onbekend, status onbekend). {link}"
        )
        assert page.evaluate("window.spoken") == [["here", f"6. {text}"]]
        assert [crumb.inner_text() for crumb in page.locator(".topic-path li").all()] == [
            "Begin",
            "Sociale media",
            "Stichting OPONOA",
        ]
        assert axe_faults(page, axe) == []
        page.goto(over_http + _TOPIC)
        page.get_by_role("button", name="Kopieer met bron").nth(1).click()
        (told,) = page.evaluate("window.taken")
        assert "op namen" not in told
        title = "Protocol Sociale Media Primair Onderwijs Lucas Onderwijs"
        named = f"Stichting Lucas Onderwijs, {title}, A.6 (2018, vastgesteld)"
        assert f"Bron: {named}. " in told
        assert told.endswith("protocols/sociale-media/lucas-onderwijs.html#art-a-6")
        page.get_by_role("button", name="Link naar deze pagina kopiëren").click()
        assert page.evaluate("window.taken")[-1] == over_http + _TOPIC
        assert wrong == []


# What a page shows beside the words of a protocol is not read.
_WORDS = """() => {
  const copy = document.querySelector('.protocol').cloneNode(true);
  copy.querySelectorAll('.headerlink, .footnote-reference').forEach((one) => one.remove());
  return copy.textContent;
}"""


def _read_aloud(page: Page) -> list[str]:
    button = page.get_by_role("button", name="Voorlezen")
    button.first.click()
    expect(page.get_by_role("button", name="Stop met voorlezen")).to_have_count(0)
    return [text for _, text in page.evaluate("window.spoken")]


@pytest.mark.parametrize("protocol", ["oponoa", "cvo-baarn-soest", "borger-odoorn"])
def test_a_protocol_is_read_aloud_to_its_last_word_and_number(
    browser: Browser, over_http: str, protocol: str
) -> None:
    with visit(browser, over_http, alone=True) as (page, wrong):
        page.add_init_script(_LISTENING)
        page.goto(f"{over_http}protocols/sociale-media/{protocol}.html")
        spoken = " ".join(_read_aloud(page))
        assert re.findall(r"\w+", spoken) == re.findall(r"\w+", page.evaluate(_WORDS))
        assert wrong == []


def test_a_topic_is_read_aloud_with_who_says_what(browser: Browser, over_http: str) -> None:
    """The kind of rule, whose it is and the words, in that order; no words twice in the answer."""
    with visit(browser, over_http, alone=True) as (page, _):
        page.add_init_script(_LISTENING)
        page.goto(over_http + _TOPIC)
        spoken = _read_aloud(page)
    answer = spoken[: spoken.index("Formuleringen")]
    assert answer[0] == "Mag een medewerker privé contact hebben met leerlingen en ouders?"
    kind = answer.index("mag niet")
    assert answer[kind + 1].startswith("Stichting OPONOA (3.1.6)")
    assert answer[kind + 3].startswith("Het is medewerkers niet toegestaan om met een privéaccount")
    quotes = [text for text in answer if len(text.split()) > 12]
    assert len(quotes) == len({*quotes})


def test_nothing_offers_to_read_aloud_without_a_voice_of_this_device(
    browser: Browser, over_http: str
) -> None:
    with visit(browser, over_http, alone=True) as (page, _):
        page.add_init_script("window.withoutVoice = true;" + _LISTENING)
        page.goto(over_http + _TOPIC)
        expect(page.get_by_role("button", name="Kopieer met bron").first).to_be_visible()
        expect(page.get_by_role("button", name="Voorlezen")).to_have_count(0)


def test_paper_says_where_it_came_from(browser: Browser, over_http: str) -> None:
    address = f"{over_http}vergelijken/sociale-media/index.html?regel=mag-niet"
    with visit(browser, address) as (page, _):
        printed = page.locator(".page-address-printed")
        expect(printed).to_be_hidden()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        expect(printed).to_have_text(address)
        expect(printed).to_be_visible()


def test_a_school_is_found_by_typing(browser: Browser, over_http: str) -> None:
    with visit(browser, over_http) as (page, wrong):
        page.get_by_label("Zoek uw school").fill("gríftland")
        expect(page.locator(".school-names a:visible")).to_have_text("Griftland College")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Griftland College")
        assert wrong == []
