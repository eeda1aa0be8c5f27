"""The page of a was-wordt table as a visitor has it: on a phone, in the dark, and heard."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from browser.visiting import Scheme, show, visit
from protocolkit.was_wordt.reasons_file import Reasons, WrittenReason
from redlines import protocol
from was_wordt_tables import page, sheet_between

_OLD = protocol(
    "{#a}\n1. Het hek opent om acht uur.\n   - ook op vrijdag;\n   - niet in de vakantie.\n\n"
    "{#b}\n2. Dit zijn de tijden.\n\n   | Dag | Tijd | Wie | Waar | Hoe |\n"
    "   |---|---|---|---|---|\n"
    "   | maandag | 8.00 uur | de conciërge | voorplein | met de sleutel |\n\n"
    "{#c}\n3. Zie https://www.een-heel-lang-adres-van-een-school.nl/protocollen/hekken/openen.\n"
)
_NEW = protocol(
    "{#a}\n1. Het hek opent om half acht.\n   - ook op vrijdag;\n   - ook in de vakantie.\n\n"
    "{#b}\n2. Dit zijn de tijden.\n\n   | Dag | Tijd | Wie | Waar | Hoe |\n"
    "   |---|---|---|---|---|\n"
    "   | maandag | 8.30 uur | de conciërge | voorplein | met de sleutel |\n\n"
    "{#d}\n3. Bij ijzel blijft het hek open.\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    reasons = Reasons(entries={"a": WrittenReason(text="Ouders vroegen hierom.", is_wording=True)})
    made = tmp_path / "was-wordt.html"
    made.write_text(page(sheet_between(_NEW, _OLD, reasons=reasons)), "utf-8")
    return made


def _opened(browser: Browser, path: Path, width: int) -> Page:
    viewport: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(viewport=viewport)
    found = context.new_page()
    found.goto(path.as_uri())
    return found


def test_axe_finds_nothing_and_nothing_sticks_out(browser: Browser, axe: str, path: Path) -> None:
    schemes: tuple[Scheme, ...] = ("light", "dark")
    with visit(browser, path.as_uri(), reduced_motion="reduce") as (found, _):
        found.evaluate(axe)
        for width, scheme in product((320, 1300), schemes):
            show(found, width, scheme)
            told = found.evaluate("axe.run(document, {resultTypes: ['violations']})")
            assert [fault["id"] for fault in told["violations"]] == [], (width, scheme)
            assert found.evaluate("document.documentElement.scrollWidth") <= width, scheme


def test_a_table_in_a_row_is_whole_on_paper(browser: Browser, path: Path) -> None:
    on_paper = 1017  # the room that A4 on its side leaves between its margins
    found = _opened(browser, path, on_paper)
    found.emulate_media(media="print")
    cut = "all => all.filter(at => at.scrollWidth > at.clientWidth).length"
    tables = found.locator(".wide")
    assert tables.count() == 2
    assert tables.evaluate_all(cut) == 0
    found.context.close()


def test_on_a_phone_each_text_says_which_it_is(browser: Browser, path: Path) -> None:
    found = _opened(browser, path, 320)
    first = found.locator(".main > tbody > tr").first.inner_text()
    assert [word for word in first.split("\n") if word in ("Huidige tekst", "Voorgestelde tekst")]
    found.set_viewport_size({"width": 1300, "height": 800})
    assert "Huidige tekst" not in found.locator(".main > tbody > tr").first.inner_text()
    found.context.close()


@pytest.mark.parametrize("width", [320, 1300])
def test_it_is_heard_as_a_table_with_heads(browser: Browser, path: Path, width: int) -> None:
    found = _opened(browser, path, width)
    session = found.context.new_cdp_session(found)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    roles = [node.get("role", {}).get("value") for node in nodes if not node.get("ignored")]
    main = found.get_by_role("table", name="Bepaling voor bepaling")
    assert main.get_by_role("row").count() >= 5
    assert roles.count("rowheader") == 4
    assert roles.count("columnheader") >= 4
    assert roles.count("deletion") >= 4
    assert roles.count("insertion") >= 4
    found.context.close()


def test_words_at_changes_can_be_hidden_by_a_reader(browser: Browser, path: Path) -> None:
    found = _opened(browser, path, 1300)
    table = found.locator(".main")
    assert "[toegevoegd: half einde toegevoegd] acht" in " ".join(table.inner_text().split())
    found.get_by_label("Toon in woorden").uncheck()
    assert "toegevoegd" not in table.inner_text()
    assert "om half acht" in " ".join(table.inner_text().split())
    found.context.close()
