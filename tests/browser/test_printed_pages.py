"""Chromium is the judge of what a saved web page prints: it holds the cases of the quick tests.

Which of them it prints: ``saved_pages.py``. All of them, after which it knows those that it agreed
with, so that no more than new ones are printed:

    PYTHONPATH=tests .venv/bin/python -m browser.test_printed_pages
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from programs import find_chromium
from protocolkit.importing.extract.pdf.extract import extract_pdf
from protocolkit.importing.import_values import ReadSource
from protocolkit.importing.kind_of_file import open_file
from saved_pages import (
    SavedPage,
    keep_judged,
    letters_in_order,
    pages_to_print,
    saved_pages,
)


def _printed_otherwise(
    browser: Browser, folder: Path, cases: Iterable[SavedPage]
) -> dict[str, str]:
    """Return what is printed of the cases that say something else, by name."""
    page = browser.new_page()
    wrong = {}
    for number, case in enumerate(cases):
        file = folder / f"{number}.html"
        file.write_bytes(case.content)
        page.goto(file.as_uri())
        # our own reader of PDF tells by its pixels which words of the paper can be seen
        printed = extract_pdf(page.pdf(print_background=True)).text
        if letters_in_order(printed) != letters_in_order(case.printed):
            wrong[case.name] = printed
    page.close()
    return wrong


def test_a_browser_prints_what_cases_say(browser: Browser, tmp_path: Path) -> None:
    assert _printed_otherwise(browser, tmp_path, pages_to_print()) == {}


def test_a_changed_case_is_printed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pages_to_print()
    assert len(before) < len(saved_pages()) / 6, "print all: see above"
    last = saved_pages()[-1]
    assert last not in before
    for change in ({"printed": "iets anders"}, {"page": "<p>iets anders"}):
        changed = [*saved_pages()[:-1], replace(last, **change)]
        with monkeypatch.context() as patch:
            patch.setattr("saved_pages.saved_pages", lambda found=changed: found)
            assert changed[-1] in pages_to_print()


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


def _print_all() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        wrong = _printed_otherwise(browser, Path(folder), saved_pages())
        browser.close()
    keep_judged(case for case in saved_pages() if case.name not in wrong)
    print("\n".join(f"{name}: {printed!r}" for name, printed in wrong.items()))  # noqa: T201


if __name__ == "__main__":
    _print_all()
