"""A line that is underlined as a whole looks like a heading; a link and a part of a line do not."""

from __future__ import annotations

import io

import docx
import pytest

from protocolkit.importing.extract.web.extract import extract_html
from protocolkit.importing.extract.word.extract import extract_word


def _word(*runs: tuple[str, bool], style: str = "") -> bool:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, is_underlined in runs:
        run = paragraph.add_run(text)
        run.underline = is_underlined or None
        if style:
            run.style = style
    buffer = io.BytesIO()
    document.save(buffer)
    return extract_word(buffer.getvalue()).lines[0].is_bold


def test_in_word() -> None:
    assert _word(("In de gang", True))
    assert not _word(("In de gang ", True), ("en de klas", False))
    assert not _word(("In de gang", True), style="Emphasis")


@pytest.mark.parametrize(
    ("inside", "is_one"),
    [("<u>In de gang</u>", True), ("<u>In</u> de gang", False), ("In de gang", False)],
)
def test_on_a_web_page(inside: str, is_one: bool) -> None:
    page = f"<!doctype html><html><body><p>{inside}</p></body></html>"
    assert extract_html(page.encode()).lines[0].is_bold is is_one
