"""Versions of a protocol in a browser: by address, without scripts, by keyboard, for all eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.visiting import axe_faults, scrolls_sideways, show, take_pictures, visit
from kept_site import keep, make_kept, rewrite
from small_site import BuildSite

_HISTORY = "geschiedenis/regels/aa/index.html"
_PAGES = {
    "geschiedenis": _HISTORY,
    "twee-versies": "geschiedenis/regels/aa/2020-1_.html",
    "veranderd": "wijzigingen/index.html",
    "oude-versie": "versions/regels/aa@2020-1.html",
    "controle": "controle/index.html",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, build_site: BuildSite) -> str:
    """Return the address of a site with versions, on the disk."""
    project = make_kept(tmp_path_factory.mktemp("kept") / "p")
    # What is to come at the time of the build is the visitor's clock to say.
    rewrite(project, ("2024-08-01", "2999-08-01"))
    with (project / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_baseurl = "https://protocollen.example/"\n')
    site: Path = build_site(project)
    return f"{site.as_uri()}/"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("?van=2020-1&naar=2022-1", "2020-1_2022-1.html"),
        ("?van=2022-1&naar=2020-1", "2020-1_2022-1.html#omgedraaid"),
        ("?van=2020-1&naar=", "2020-1_.html"),
        ("?van=2022-1", "2022-1_.html"),
    ],
)
def test_the_address_names_two_versions(browser: Browser, root: str, query: str, page: str) -> None:
    with visit(browser, root + _HISTORY + query) as (view, wrong):
        view.wait_for_url(f"**/{page}")
        expect(view.locator(".redline ins").first).to_be_visible()
        expect(view.locator(".turned")).to_be_visible(visible="#" in page)
        assert wrong == []


@pytest.fixture(scope="module")
def kept_since(tmp_path_factory: pytest.TempPathFactory, build_site: BuildSite) -> str:
    """Return the address of a site of which the present text was kept too."""
    project = make_kept(tmp_path_factory.mktemp("since") / "p", has_paper=False)
    keep(project, "2024-1")
    return f"{build_site(project).as_uri()}/"


def test_an_address_of_before_leads_to_the_present_text(browser: Browser, kept_since: str) -> None:
    """It was sent when the present text had no name yet; one of that text says that it is."""
    for query in ("?van=2020-1", "?van=2020-1&naar="):
        with visit(browser, kept_since + _HISTORY + query) as (view, wrong):
            view.wait_for_url("**/2020-1_2024-1.html")
            assert wrong == []
    with visit(browser, kept_since + _HISTORY + "?van=2024-1") as (view, wrong):
        told = "Versie '2024-1' is de tekst zoals die nu is. Kies een andere versie"
        expect(view.locator("#geen_paar")).to_contain_text(told)
        expect(view.get_by_label("Van", exact=True)).to_be_visible()
        assert wrong == []
    with visit(browser, kept_since + _HISTORY + "?van=2024-1&naar=2024-1") as (view, wrong):
        expect(view.locator("#geen_paar")).to_contain_text("U noemde twee keer dezelfde versie.")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?van=1999&naar=2020-1", "Er is hier geen versie '1999'."),
        ("?van=2020-1&naar=1999", "Er is hier geen versie '1999'."),
        ("?van=98&naar=99", "Er is hier geen versie '98'. Er is hier geen versie '99'."),
        ("?van=$%26&naar=", "Er is hier geen versie '$&'."),
        ("?van=%22]", "Er is hier geen versie '\"]'."),
        ("?van=2020-1&naar=2020-1", "U noemde twee keer dezelfde versie. Kies er twee."),
    ],
)
def test_what_is_not_there_is_named_with_what_is(
    browser: Browser, root: str, query: str, said: str
) -> None:
    with visit(browser, root + _HISTORY + query) as (view, wrong):
        names = view.locator("#versie_van option").all_text_contents()
        assert {"2020-1", "2022-1"} <= {
            word for name in names for word in name.replace("'", " ").split()
        }
        told = f"{said} Deze zijn er wel: {', '.join(names)}."
        expect(view.locator("#geen_paar")).to_have_text(told)
        expect(view.locator("#geen_paar")).to_be_visible()
        assert wrong == []


def test_who_asks_for_no_versions_is_told_of_none(browser: Browser, root: str) -> None:
    """A search adds its words to the address of each page that it leads to."""
    with visit(browser, f"{root}{_HISTORY}?highlight=hek") as (view, wrong):
        expect(view.locator("#versie_van")).to_be_visible()
        expect(view.locator("#geen_paar")).to_be_hidden()
        assert wrong == []


def test_two_are_chosen_by_keyboard(browser: Browser, root: str) -> None:
    with visit(browser, root + _HISTORY) as (view, wrong):
        expect(view.locator("#geen_paar")).to_be_hidden()
        view.get_by_label("Van", exact=True).focus()
        view.keyboard.press("End")
        view.keyboard.press("Tab")
        view.keyboard.press("Tab")
        view.keyboard.press("Enter")
        view.wait_for_url("**/2020-1_.html")
        signs = view.get_by_label("Toon in woorden waar elke wijziging begint en eindigt")
        sign = view.locator(".redline .text .sign").first
        expect(sign).to_be_visible()
        signs.focus()
        view.keyboard.press("Space")
        expect(sign).to_be_hidden()
        assert wrong == []


def test_links_lead_to_every_pair_without_scripts(browser: Browser, root: str) -> None:
    with visit(browser, root + _HISTORY, java_script_enabled=False) as (view, _):
        expect(view.locator(".pair-form")).to_be_hidden()
        view.get_by_role("link", name="Van 2020-1 naar 2022-1").last.click()
        expect(view.locator(".redline ins")).to_have_count(1)
        expect(view.locator(".redline .text .sign").first).to_be_visible()


def test_what_holds_is_said_by_the_visitors_own_clock(browser: Browser, root: str) -> None:
    holds = {}
    with visit(browser, root + _HISTORY, alone=True) as (view, _):
        for today in ("2999-07-31", "2999-08-01"):
            view.clock.set_fixed_time(f"{today}T12:00:00")
            view.goto(root + _HISTORY)
            said = view.locator("td span:visible", has_text="geldt nu")
            holds[today] = view.locator("tbody tr", has=said).locator("th a").first.inner_text()
    assert holds == {"2999-07-31": "2022-1", "2999-08-01": "huidige tekst"}


@pytest.mark.parametrize("name", _PAGES)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, axe: str, root: str, name: str
) -> None:
    with visit(browser, root + _PAGES[name], reduced_motion="reduce") as (view, wrong):
        take_pictures(view, name)
        show(view, 320)
        assert not scrolls_sideways(view)
        assert (wrong, view.evaluate("window.violations")) == ([], [])
        assert axe_faults(view, axe) == []


def test_a_code_is_found_as_people_type_it(browser: Browser, root: str) -> None:
    with visit(browser, root + _PAGES["controle"]) as (view, wrong):
        code = str(view.locator(".checked").nth(1).get_attribute("id"))
        spaced = f" {code[:4].upper()} {code[4:8]}-{code[8:]} ".replace("0", "O")
        field = view.get_by_label("De controlecode op uw papier")
        answer = view.locator(".code-find").get_by_role("status")
        for typed, said, shown in (
            (spaced, "Gevonden: ", 1),
            ("0123 4567 89ab", "Die code staat hier niet.", 0),
            (code[:7], "Een controlecode heeft 12 tekens", 0),
        ):
            field.fill(typed)
            field.press("Enter")
            expect(answer).to_contain_text(said)
            expect(view.locator(".checked:target")).to_have_count(shown)
        view.goto("about:blank")
        view.goto(f"{root}{_PAGES['controle']}#{code.upper()}")
        expect(view.locator(".checked:target")).to_have_count(1)
        assert wrong == []


def test_the_code_in_the_address_makes_one_text_stand_out(browser: Browser, root: str) -> None:
    page = root + _PAGES["controle"]
    with visit(browser, page, java_script_enabled=False) as (view, _):
        unknown = view.locator(".no-such-code")
        expect(unknown).to_be_visible()
        code = view.locator(".checked").nth(1).get_attribute("id")
        for fragment, is_known in ((code, True), ("0123456789ab", False)):
            view.goto("about:blank")
            view.goto(f"{page}#{fragment}")
            expect(unknown).to_be_visible(visible=not is_known)
            expect(view.locator(".checked:target")).to_have_count(int(is_known))
