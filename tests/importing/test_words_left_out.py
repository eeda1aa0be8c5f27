"""What was left out is told in full, in ledger and report, and first where it may matter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from protocolkit.base.messages import mark, translator
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.import_values import Imported
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text
from protocolkit.importing.source.doubts import UNTOLD
from protocolkit.importing.source.lines import Doubt
from protocolkit.reading.found_problems import Report
from protocolkit.reading.ledger_file import read_ledger, write_ledger
from protocolkit.reading.words_left_out import LeftOut, LeftOutReason

_TEXT = """Protocol telefoons

1. Bellen mag in de les.
2. Filmen mag met toestemming van wie er op staat.
"""
_CODE = "function menu() { return 1 } " * 200


def _imported(*left_out: LeftOut) -> Imported:
    return import_source(replace(extract_text(_TEXT.encode()), left_out=left_out))


def _struck(words: str, after: str, reason: LeftOutReason = LeftOutReason.STRUCK) -> LeftOut:
    at = _TEXT.index(after) + len(after)
    return LeftOut(text=words, reason=reason, at=at, is_in_sentence=True)


def test_all_that_was_left_out_is_told_in_full() -> None:
    hidden = LeftOut(text="Dit  hele\nzinnetje is verborgen.", reason=LeftOutReason.HIDDEN, page=3)
    code = LeftOut(text=_CODE, reason=LeftOutReason.CODE)
    report = make_report(_imported(hidden, code), "x.docx", translator())
    first, second = report.left_out
    assert (first.place, first.reason) == ("bladzijde 3", "verborgen")
    assert first.text == "Dit hele zinnetje is verborgen."
    assert second.text.startswith("function menu()")
    assert second.text.endswith("tekens")
    shown = BeautifulSoup(report_html(report, translator()), "html.parser").get_text(" ")
    for told in (shown, report_text(report, translator())):
        assert "Dit hele zinnetje is verborgen." in " ".join(told.split())
        assert "Weggelaten woorden: 6." in " ".join(told.split())
    assert not report.first_look


def test_words_that_are_missing_in_a_sentence_stand_first() -> None:
    struck = _struck("niet", "Bellen mag")
    report = make_report(_imported(struck), "x.docx", translator())
    look = report.first_look[0]
    assert look.result == "1. Bellen mag in de les."
    assert look.reasons == ("hier weggelaten: ‘niet’ (doorgehaald)",)
    assert "niet" in report_text(report, translator()).split("\nWeggelaten\n")[0]


def test_every_sentence_that_misses_words_stands_first_also_in_a_title() -> None:
    many = [_struck(f"woord {number}", "Filmen", LeftOutReason.DELETED) for number in range(40)]
    report = make_report(_imported(_struck("geen", "Protocol"), *many), "x.docx", translator())
    said = [reason for row in report.first_look for reason in row.reasons]
    assert len([reason for reason in said if "weggelaten" in reason]) == 41
    title = next(row for row in report.first_look if not row.anchor)
    assert title.result == "Protocol telefoons"
    page = BeautifulSoup(report_html(report, translator()), "html.parser")
    assert all(link["href"] != "#" for link in page.select("ol a"))


def test_a_doubt_about_a_span_is_a_doubt_about_its_clause() -> None:
    source = extract_text(_TEXT.encode())
    at = _TEXT.index("toestemming")
    doubt = Doubt(begin=at, end=at + 11, text=mark("hidden"))
    report = make_report(import_source(replace(source, doubts=(doubt,))), "x.pdf", translator())
    assert [row.result[:2] for row in report.rows if row.reasons] == ["2."]


_ELSEWHERE = """Protocol telefoons

1. Bellen mag in de les1.

   Ook in de gang.

2. Filmen mag.

1 Wie ziek is, belt ook.
"""


@pytest.mark.parametrize("words", ["telefoons", "in de gang", "ziek is"])
def test_a_doubt_is_told_wherever_it_stands(words: str) -> None:
    source = extract_text(_ELSEWHERE.encode())
    at = source.text.index(words)
    doubt = Doubt(begin=at, end=at + len(words), text=UNTOLD)
    report = make_report(import_source(replace(source, doubts=(doubt,))), "x.pdf", translator())
    told = [row.result for row in report.first_look if translator()(UNTOLD) in row.reasons]
    assert len(told) == 1
    assert words in told[0]


def test_the_ledger_holds_what_was_left_out(tmp_path: Path) -> None:
    struck = _struck('zeg "nee" \\ of', "Bellen mag")
    page = LeftOut(text="onder een plaatje", reason=LeftOutReason.COVERED, page=2)
    ledger = _imported(struck, page).ledger
    path = tmp_path / "x.ledger.yml"
    path.write_text(write_ledger(ledger, "x.md"), "utf-8")
    report = Report("x.ledger.yml")
    assert read_ledger(path, report) == ledger
    assert not report.problems
