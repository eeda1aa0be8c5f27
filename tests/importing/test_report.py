"""The report names every doubt and every difference, as text and as a page."""

from __future__ import annotations

from bs4 import BeautifulSoup

from protocolkit.base.messages import translator
from protocolkit.importing.extract.text.extract import extract_text
from protocolkit.importing.importer import import_source
from protocolkit.importing.report import make_report
from protocolkit.importing.report_pages import report_html, report_text
from protocolkit.importing.report_values import ImportReport

_TEXT = """Protocol <script>alert(1)</script> van Stichting De Brug

Inleiding

Dit protocol is voor ieder-
een die meewerkt1.

Regels

1. Bellen mag niet.
4. Filmen ook niet.

Dit protocol is vastgesteld door het College van Bestuur op 3 mei 2021.

1 Ook wie invalt.
"""


def _report() -> ImportReport:
    return make_report(import_source(extract_text(_TEXT.encode())), "x.txt", translator())


def test_every_difference_and_doubt_is_told() -> None:
    report = _report()
    kinds = [change.kind for change in report.differences]
    assert kinds == ["samengevoegd", "nootcijfer losgemaakt van het woord", "verplaatst",
                     "nootcijfer losgemaakt van het woord"]  # fmt: skip
    assert any("College van Bestuur" in guess for guess in report.guesses)
    jumped = next(row for row in report.rows if row.result.startswith("4."))
    assert jumped.confidence < 100
    assert jumped in report.first_look
    assert all(row.source for row in report.rows)


def test_text_and_page_tell_the_same() -> None:
    report, translate = _report(), translator()
    page = BeautifulSoup(report_html(report, translate), "html.parser")
    text = " ".join(report_text(report, translate).split())
    shown = " ".join(page.get_text(" ").split())
    for row in report.rows:
        assert row.result in text
        assert row.result in shown
    assert not page.find_all("script")
    assert page.html is not None
    assert page.html["lang"] == "nl"
    assert all(th.get("scope") for th in page.find_all("th"))


def test_a_change_is_told_with_its_line() -> None:
    text = "Protocol\n\n" + "\n".join(f"Regel {n} is voor ieder-\neen." for n in range(50))
    imported = import_source(extract_text(text.encode()))
    report = make_report(imported, "x.txt", translator())
    assert len(report.differences) == 50
    assert [one.line for one in report.differences] == [
        text.count("\n", 0, change.begin) + 1 for change in imported.ledger.changes
    ]
