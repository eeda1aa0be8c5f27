"""What a printer makes of a page: no sheet that is nearly empty, nothing folded away."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from bs4 import BeautifulSoup

from programs import Start

Printed = Callable[..., list[str]]


@pytest.fixture
def printed(chromium: str, start: Start, tmp_path: Path) -> Printed:
    """Return what gives the text of every sheet of a page as Chromium prints it."""
    return functools.partial(_printed, functools.partial(start, chromium), tmp_path)


def _printed(chromium: Start, folder: Path, page: Path, query: str = "") -> list[str]:
    target = folder / "printed.pdf"
    words = [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}",
        # The comparison comes from scripts of data.
        "--virtual-time-budget=10000", page.as_uri() + query,
    ]  # fmt: skip
    assert chromium(*words).returncode == 0
    document = pypdfium2.PdfDocument(io.BytesIO(target.read_bytes()))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


def test_the_printed_comparison_begins_on_its_first_sheet(
    built_site: Path, printed: Printed
) -> None:
    sheets = printed(built_site / "vergelijken" / "sociale-media" / "index.html")
    assert "Vergelijking: Sociale media" in sheets[0]
    assert "Mag je tijdens de les sociale media gebruiken?" in sheets[0]
    # The second question too: a long row may go on overleaf.
    assert "Wie mag op school of van de les opnames maken en delen?" in sheets[0]


def test_what_is_chosen_on_the_screen_is_printed(built_site: Path, printed: Printed) -> None:
    page = built_site / "vergelijken" / "sociale-media" / "index.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
    folded = soup.select_one("tr.is-folded .topic-link")
    assert folded is not None
    question = folded.get_text()
    everything = " ".join(printed(page, "?alles=ja&soorten=ja"))
    assert question in everything
    assert "Leesweergave" not in everything
    assert question not in " ".join(printed(page))


def test_a_printed_protocol_leaves_no_sheet_half_empty(built_site: Path, printed: Printed) -> None:
    page = built_site / "protocols" / "sociale-media" / "lucas-onderwijs.html"
    sheets = printed(page)
    assert len(sheets) < 7
    assert all(len(sheet) > 1200 for sheet in sheets[:-1]), [len(sheet) for sheet in sheets]
    assert all(f"{n} / {len(sheets)}" in sheet for n, sheet in enumerate(sheets, 1))
