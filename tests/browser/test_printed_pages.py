"""Chromium is the judge of what a saved web page prints: it holds the cases of the quick tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.import_values import ReadSource
from protocolkit.importing.kind_of_file import open_file
from saved_pages import letters_in_order, saved_pages


def test_what_a_browser_prints_of_every_case(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    file = tmp_path / "page.html"
    wrong = {}
    for case in saved_pages():
        file.write_bytes(case.content)
        page.goto("about:blank")
        page.goto(file.as_uri())
        # our own reader of PDF tells by its pixels which words of the paper can be seen
        printed = extract_pdf(page.pdf(print_background=True)).text
        if letters_in_order(printed) != letters_in_order(case.printed):
            wrong[case.name] = printed
    page.close()
    assert not wrong


@pytest.mark.parametrize(("shown", "is_seen"), [("none", False), ("inline", True)])
def test_the_judge_sees_a_difference(
    browser: Browser, tmp_path: Path, shown: str, is_seen: bool
) -> None:
    file = tmp_path / "page.html"
    file.write_text(f'<p>Bellen mag <b style="display:{shown}">niet</b>.</p>', "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert ("niet" in extract_pdf(page.pdf()).text) is is_seen
    page.close()


def test_a_page_that_a_browser_saved_in_one_file(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "stijl.css").write_text(".weg { display: none }", "utf-8")
    (tmp_path / "kader.html").write_text("<p>Nooit bellen.</p>", "utf-8")
    (tmp_path / "page.html").write_text(
        '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="stijl.css">'
        '<h1>Protocol bellen</h1><p>Bellen mag <b class="weg">niet</b> één keer.</p>'
        '<iframe src="kader.html"></iframe>',
        "utf-8",
    )
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    saved = context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
    context.close()
    file = tmp_path / "page.mhtml"
    file.write_bytes(saved["data"].encode())
    opened = open_file(file)
    assert isinstance(opened.found, ReadSource)
    source = opened.found.source
    assert " ".join(source.text.split()) == "Protocol bellen Bellen mag één keer."
    assert {found.text.strip() for found in source.left_out} == {"niet", "Nooit bellen."}
